"""How hard a text is to read, by two published formulas.

- Flesch-Kincaid grade: 0.39 x words a sentence + 11.8 x syllables a word - 15.59. J. P. Kincaid,
  R. P. Fishburne, R. L. Rogers, B. S. Chissom: Derivation of New Readability Formulas for Navy
  Enlisted Personnel, Research Branch Report 8-75, 1975.
- SMOG: 3.1291 + 1.0430 x the root of (words of three or more syllables x 30 / sentences).
  G. H. McLaughlin: SMOG Grading - a New Readability Formula, Journal of Reading 12, 1969. It was
  made for 30 sentences or more; with fewer there is none.

Both give a school grade of the United States. A child there is five years older than the grade they
are in, so the reading age is the Flesch-Kincaid grade plus five. A formula sees the length of words
and sentences and nothing else: it finds pages worth another look and cannot say that one is clear.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from tiapp.authoring.passages import passages_of
from tiapp.authoring.sentences import Sentence, sentences_of
from tiapp.authoring.syllables import syllables
from tiapp.learning.model import Module, Part

YEARS_ABOVE_THE_GRADE = 5
SENTENCES_FOR_SMOG = 30
LONG_WORD = 3


@dataclass(frozen=True, slots=True)
class ReadingAge:
    """What was counted, and what the formulas make of it."""

    sentences: int
    words: int
    syllables: int
    long_words: int

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade; 0 for a text without a word, never below."""
        if not self.words:
            return 0.0
        grade = 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59
        return max(0.0, grade)

    @property
    def smog(self) -> float | None:
        """The SMOG grade, or None with fewer than 30 sentences."""
        if self.sentences < SENTENCES_FOR_SMOG:
            return None
        return 3.1291 + 1.0430 * math.sqrt(self.long_words * 30 / self.sentences)

    @property
    def years(self) -> float:
        """The reading age in years: the Flesch-Kincaid grade plus five."""
        return self.grade + YEARS_ABOVE_THE_GRADE

    def __add__(self, other: "ReadingAge") -> "ReadingAge":
        """Both texts as one."""
        return ReadingAge(
            self.sentences + other.sentences,
            self.words + other.words,
            self.syllables + other.syllables,
            self.long_words + other.long_words,
        )


def reading_age(sentences: Iterable[Sentence]) -> ReadingAge:
    """The reading age of these sentences together."""
    number = words = count = long_words = 0
    for sentence in sentences:
        number += 1
        words += len(sentence.words)
        for word in sentence.words:
            spoken = syllables(word)
            count += spoken
            long_words += spoken >= LONG_WORD
    return ReadingAge(number, words, count, long_words)


def of_part(part: Part) -> ReadingAge:
    """The reading age of one part."""
    return reading_age(sentences_of(passages_of(part)))


def of_module(module: Module) -> ReadingAge:
    """The reading age of a whole module."""
    return sum((of_part(part) for part in module.parts), ReadingAge(0, 0, 0, 0))
