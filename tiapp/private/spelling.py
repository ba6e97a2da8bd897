"""Which words of a line the system's dictionary does not know. Nothing is learned and nothing kept.

Enchant asks whatever dictionary the system has (Hunspell's on Linux, the system's own elsewhere).
Where it or a dictionary for English is missing, nothing is marked; that is no trouble.
"""

import os
import re
from collections.abc import Sequence
from typing import Protocol

LANGUAGES = ("en_GB", "en")
_LINE_MOST = 4000
_REMEMBERED = 20_000
_SUGGESTED = 5

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# An address, a tag, a file name, code: what is stuck together with such signs is no plain word.
_NO_WORDS = re.compile(r"\S*[/\\@#=<>{}\[\]`\d]\S*|\S+\.\S+|\S*\w_\w\S*")


class Dictionary(Protocol):
    """What is asked of a dictionary; enchant.Dict is one."""

    def check(self, word: str) -> bool:
        """Whether it knows the word."""

    def suggest(self, word: str) -> list[str]:
        """Words that may have been meant, the likeliest first."""


class Spelling:
    """Asks one dictionary, and remembers its answers for as long as this object is kept."""

    def __init__(self, dictionary: Dictionary) -> None:
        """See `system_spelling`."""
        self._dictionary = dictionary
        self._known: dict[str, bool] = {}

    def fresh(self) -> "Spelling":
        """Another one that asks the same dictionary and remembers nothing yet."""
        return Spelling(self._dictionary)

    def unknown(self, line: str) -> tuple[tuple[int, int], ...]:
        """Where words stand that the dictionary does not know: start and length of each.

        Very long lines, capitals alone (NHS), single letters, and what looks like an address, a
        tag or code are left in peace.
        """
        if len(line) > _LINE_MOST:
            return ()
        left = [found.span() for found in _NO_WORDS.finditer(line)]
        return tuple(
            (found.start(), found.end() - found.start())
            for found in _WORD.finditer(line)
            if not any(start <= found.start() < end for start, end in left)
            and not self._is_known(found[0])
        )

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first; a handful at most."""
        return tuple(self._dictionary.suggest(word.replace("’", "'"))[:_SUGGESTED])

    def _is_known(self, word: str) -> bool:
        if len(word) < 2 or word.isupper():
            return True
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._dictionary.check(word.replace("’", "'"))
        return known


def system_spelling(languages: Sequence[str] = LANGUAGES) -> Spelling | None:
    """The system's dictionary for the first of these languages that it has, or None.

    Loads a library: a twentieth of a second, once.
    """
    # Enchant would make empty word lists in the person's own folder. It finds none to make here,
    # and so could not keep a word either.
    os.environ.setdefault("ENCHANT_CONFIG_DIR", os.path.join(os.devnull, "none"))
    try:
        import enchant
    except ImportError:  # the package is there, the system's library is not
        return None
    try:
        for language in languages:
            if enchant.dict_exists(language):
                return Spelling(enchant.Dict(language))
    except enchant.errors.Error:
        pass
    return None
