"""The journal as a tagged PDF, to read or print."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tiapp.core.errors import AppError
from tiapp.printing.typeset import typeset
from tiapp.private.journal_model import Entry
from tiapp.storage.exports import written_beside

LETTERS_MOST = 2_000_000
"""Some seven hundred pages; laying out more takes minutes, and nobody prints it."""


def write_pdf(
    entries: Iterable[Entry],
    target: Path,
    resources: Path,
    words: Mapping[str, str],
    day_words: Callable[[date], str],
) -> int:
    """Write the file; how many entries are in it. AppError when it is too long for paper.

    `words` has the title, intro and foot in the person's language; `day_words` writes a day in it.
    """
    some: list[dict[str, Any]] = []
    letters = 0
    last = None
    for entry in entries:
        letters += len(entry.body)
        if letters > LETTERS_MOST:
            raise AppError(
                "Your journal is too long for one document.",
                "Nothing was written. Save it as Markdown or JSON instead, which have no limit.",
                code="export-long",
            )
        last = entry.written
        some.append(_facts(entry, day_words))
    if last is None:
        raise AppError(
            "There is nothing in your journal yet.",
            "Nothing was written. Write something first.",
            code="export-empty",
        )
    pdf = typeset(resources, "journal", {**words, "entries": some}, last.date())
    # the system's dialogue has asked before something is replaced
    with written_beside(target, force=True) as out:
        out.write(pdf)
    return len(some)


def _facts(entry: Entry, day_words: Callable[[date], str]) -> dict[str, Any]:
    paragraphs = [part.split("\n") for part in entry.body.strip().split("\n\n") if part.strip()]
    return {
        "day": day_words(entry.written.date()),
        "title": entry.title,
        "prompt": entry.asked.text if entry.asked else "",
        "paragraphs": paragraphs,
        "tags": ", ".join(entry.tags),
    }
