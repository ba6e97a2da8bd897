"""Whether the words are plain: reading age, long sentences, acronyms, spelling."""

import re
from collections.abc import Iterator

from tiapp.authoring.choices import YEARS_MORE_FOR_A_PART
from tiapp.authoring.findings import Found, Group, RuleBook, Severity
from tiapp.authoring.new import STARTER
from tiapp.authoring.reading_age import ReadingAge, reading_age
from tiapp.authoring.subject import ModuleText, Subject
from tiapp.authoring.word_lists import (
    american_words,
    british,
    kept_ize,
    known_acronyms,
)

SENTENCES_FOR_A_PART = 5

_ACRONYM = re.compile(r"(?<![\w@/.-])[A-Z][A-Z&]+[0-9]*(?=s?(?![\w@/-]|\.\w))")
_IZE = re.compile(r"\b([a-z]+i)z(e|es|ed|er|ers|ing|ation|ations)\b")

book = RuleBook(Group.WORDS)


@book.module("module-hard-to-read", Severity.WARNING)
def module_hard_to_read(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A module whose reading age is above what the pack chose.

    The reading age is the Flesch-Kincaid grade plus five; eleven unless `reading_age` below
    `[check]` in pack.toml says otherwise. Shorten the longest sentences first, then look for
    plainer words. The number finds texts worth another look; it cannot tell whether one is
    clear.
    """
    ages = [reading_age(part.sentences) for part in text.parts]
    age = sum(ages, ReadingAge(0, 0, 0, 0))
    if age.years > subject.choices.reading_age:
        yield Found(
            0,
            f"{age.years:.1f}",
            f"The module has a reading age of {age.years:.1f};"
            f" the pack asks for {subject.choices.reading_age} at most.",
            "Shorten the longest sentences first, then look for plainer words.",
        )


@book.module("part-hard-to-read", Severity.WARNING)
def part_hard_to_read(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A part that is much harder to read than the pack asks for.

    A part may be two years above the pack's reading age: a few long names weigh more in a short
    text. Parts of fewer than five sentences are not measured.
    """
    most = subject.choices.reading_age + YEARS_MORE_FOR_A_PART
    for part in text.parts:
        age = reading_age(part.sentences)
        if age.sentences >= SENTENCES_FOR_A_PART and age.years > most:
            yield Found(
                part.part.line,
                part.part.title,
                f"This part has a reading age of {age.years:.1f}; {most} is the most.",
                "Shorten the longest sentences first, then look for plainer words.",
            )


@book.module("long-sentence", Severity.WARNING)
def long_sentence(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A sentence of more than 30 words.

    A tired reader has lost the beginning by the time they reach the end. Split it in two.
    `longest_sentence` below `[check]` in pack.toml changes the number.
    """
    most = subject.choices.longest_sentence
    for part in text.parts:
        for sentence in part.sentences:
            if len(sentence.words) > most:
                beginning = " ".join(sentence.text.split()[:6])
                yield Found(
                    text.line_of(" ".join(sentence.text.split()[:3]), sentence.line),
                    beginning,
                    f"This sentence has {len(sentence.words)} words: {beginning} ...",
                    f"Split it in two; {most} words is the most.",
                )


@book.module("acronym-unexplained", Severity.WARNING)
def acronym_unexplained(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """An acronym that nothing explains.

    Write it out at its first use with the letters in brackets, as in "adverse childhood
    experiences (ACEs)", or explain it in the glossary. A few that everyone here knows, such as
    NHS, need no explanation; they are listed in tiapp/authoring/data/spelling.toml.
    """
    told: set[str] = set()
    for passage in text.passages:
        for match in _ACRONYM.finditer(passage.text):
            letters = match.group()
            if letters in told or letters in known_acronyms() or _shouted(passage.text, letters):
                continue
            told.add(letters)
            if not _explained(letters, text.whole, subject.explained):
                yield Found(
                    text.line_of(letters, passage.line),
                    letters,
                    f"Nothing says what {letters} stands for.",
                    "Write it out at its first use, with the letters in brackets.",
                )


def _shouted(text: str, letters: str) -> bool:
    """A word that somebody shouts, "FINAL", or a text all in capitals is no acronym."""
    return (text.isupper() and " " in text) or bool(re.search(rf"[\"“]{letters}[\"”]", text))


def _explained(letters: str, whole: str, glossary: frozenset[str]) -> bool:
    if {letters, f"{letters}s"} & glossary:
        return True
    # "post-traumatic stress disorder (PTSD)", "SPSO: the Scottish ...", "called X (meaning ...)"
    name = re.escape(letters)
    return bool(
        re.search(rf"[a-z][\w’'-]*\)?\s+\((?:[^()]{{0,40}}[ ,])?{name}s?(?:[ ,:;][^()]*)?\)", whole)
        or re.search(rf"\b{name}s?\s+\([^()]*[a-z]{{3,}} [^()]*\)", whole)
        or re.search(rf"[a-z],? (?:or|called|known as|short for) {name}s?\b", whole)
        or re.search(rf"\b{name}s?,? (?:is short for|stands? for|short for|means)\b", whole)
    )


@book.module("american-spelling", Severity.WARNING)
def american_spelling(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A word with a United States spelling.

    Modules are written in British English, and a voice that sounds foreign is trusted a little
    less. Names, which begin with a capital, are left alone. Only looked for when the language
    is English.
    """
    if not text.module.entry.language.lower().startswith("en"):
        return
    near = american_words().among(text.whole)
    for passage in text.passages if near or _IZE.search(text.whole) else ():
        for words, ours in _american(passage.text, near):
            yield Found(
                text.line_of(words, passage.line),
                words,
                f"“{words}” has a United States spelling.",
                f"Write {ours}.",
            )


@book.also_pack("american-spelling")
def american_spelling_elsewhere(subject: Subject) -> Iterator[Found]:
    """The same in sheets, prompts, exercises and forms."""
    pack = subject.opened.pack
    if pack is None or not pack.language.lower().startswith("en"):
        return
    near = american_words().among("\n".join(other.text for other in subject.others))
    for other in subject.others:
        for words, ours in _american(other.text, near):
            yield Found(
                other.line,
                words,
                f"“{words}” has a United States spelling.",
                f"Write {ours}.",
                other.file,
            )


def _american(text: str, near: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for match in _IZE.finditer(text):
        word = match.group()
        if not any(word.startswith(kept) for kept in kept_ize()):
            yield word, f"{match[1]}s{match[2]}"
    for match in american_words().find(text, near):
        word = match.group()
        at_the_start = match.start() == 0 or text[max(0, match.start() - 2)] in ".?!"
        ours = british(word)
        if ours and (word[0].islower() or at_the_start):  # else it is part of a name
            yield word, ours


@book.module("starter-text", Severity.NOTE)
def starter_text(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """Text from the new module template is still there.

    It begins with "Write here". Put your own words in its place, or delete it.
    """
    for passage in text.passages if STARTER in text.whole else ():
        if STARTER in passage.text:
            yield Found(
                text.line_of(STARTER, passage.line),
                STARTER,
                "This text came with the new module.",
                "Put your own words in its place.",
            )
    for source in text.module.sources:
        if STARTER in f"{source.title} {source.publisher} {source.used_for}":
            yield Found(
                text.line_of_source(source.title),
                STARTER,
                "This source came with the new module.",
                "Name where your facts come from.",
            )
