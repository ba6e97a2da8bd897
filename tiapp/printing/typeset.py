"""Data and a template in, a tagged PDF out."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tiapp.core.errors import AppError


def typeset(resources: Path, template: str, data: Mapping[str, Any], day: date) -> bytes:
    """The document as PDF/UA-1 (ISO 14289-1).

    `template` is a file of `resources/print/` without its ending; it reads `data` (what JSON can
    hold) as `data` of `steady.typ`. `day` is the document's date: the same data on the same day
    give the same bytes. Letters of other scripts than ours come from the system's fonts; where it
    has none, they are printed as "?" and the foot of the page says so. Takes a tenth of a second
    and imports Typst, so ask in the worker. AppError when it can't be laid out.
    """
    words = json.dumps(data, ensure_ascii=False)
    rare = any(map(_is_rare, words))
    made = _compiled(resources, template, words, day, system_fonts=rare)
    if made is None and rare:
        shown = "".join("?" if _is_rare(letter) else letter for letter in words)
        made = _compiled(resources, template, shown, day, letters_missing=True)
    if made is None:
        raise _not_laid_out()
    return made


def typeset_pages(
    resources: Path, template: str, data: Mapping[str, Any], day: date
) -> list[bytes]:
    """The same pages as pictures (PNG) for a printer, which needs no tags: see `typeset`.

    Qt prints what is painted, and can't paint a PDF without a further library.
    """
    words = json.dumps(data, ensure_ascii=False)
    rare = any(map(_is_rare, words))
    made = _typst(resources, template, words, {"format": "png", "ppi": 300}, rare, False)
    if made is None:
        raise _not_laid_out()
    return made if isinstance(made, list) else [made]


def _not_laid_out() -> AppError:
    return AppError(
        "The document could not be prepared for printing.",
        "Nothing was written. What you see on the screen is safe; saving it in another form "
        "may still work.",
        code="typeset",
    )


def _compiled(
    resources: Path,
    template: str,
    words: str,
    day: date,
    *,
    system_fonts: bool = False,
    letters_missing: bool = False,
) -> bytes | None:
    """None when Typst refuses: under PDF/UA it does so too when no font has a letter."""
    pdf = {
        "format": "pdf",
        "pdf_standards": ["ua-1"],
        "timestamp": int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()),
    }
    made = _typst(resources, template, words, pdf, system_fonts, letters_missing)
    return made if isinstance(made, bytes) else None


def _typst(
    resources: Path,
    template: str,
    words: str,
    kind: Mapping[str, Any],
    system_fonts: bool,
    letters_missing: bool,
) -> Any:
    """None when it refuses. Its error text is let go of here: it could quote what was printed."""
    # late: 30 MB of library that most visits never need
    import typst

    folder = resources / "print"
    try:
        return typst.compile(
            folder / f"{template}.typ",
            root=folder,
            font_paths=[resources / "fonts"],
            ignore_system_fonts=not system_fonts,
            sys_inputs={"data": words, "letters_missing": "yes" if letters_missing else ""},
            **kind,
        )
    except typst.TypstError:
        return None


def _is_rare(letter: str) -> bool:
    """Whether neither our fonts nor Typst's own have it: what is not Latin, Greek or Cyrillic.

    The system's fonts are looked through only then, which takes longer.
    """
    return not (letter < "\u0530" or "\u1e00" <= letter < "\u2e80")
