"""Whether content is still of its time. Never an error: nobody is kept from sharing it."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tiapp.authoring.findings import Found, Group, RuleBook, Severity
from tiapp.authoring.subject import ModuleText, Subject
from tiapp.authoring.word_lists import superseded
from tiapp.learning.model import Contact, LocalContact

MONTHS_BETWEEN_CHECKS_OF_NUMBERS = 6
MONTHS_BETWEEN_REVIEWS = 12

_SAYS_WHEN = re.compile(r"\b(?:1[89]|20)\d\d\b|undated", re.IGNORECASE)
_SAYS_SO = re.compile(r"supersed|replaced|earlier edition|withdrawn", re.IGNORECASE)

book = RuleBook(Group.FRESHNESS)


@book.module("review-past", Severity.WARNING)
def review_past(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """The facts of a module were last checked more than twelve months ago.

    Check them against their sources again, then change `checked_against_sources` to that date.
    """
    checked = text.module.checked_against_sources
    if checked and _months_after(checked, MONTHS_BETWEEN_REVIEWS) < subject.today:
        yield Found(
            text.line_of_key("checked_against_sources"),
            str(checked),
            f"The facts were last checked on {_said(checked)}.",
            "Check every fact against its source again, then change the date.",
        )


@book.module("not-reviewed", Severity.NOTE)
def not_reviewed(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """Nobody has reviewed the module yet, or its facts have not been checked.

    Steady tells learners so. The checklist for reviews is in content/AUTHORING.md; put names and
    the date at the top of the module only once the review has been done.
    """
    module = text.module
    missing = []
    if not module.review.specialist:
        missing.append("a specialist")
    if not module.review.lived_experience:
        missing.append("a person with lived experience")
    if missing:
        yield Found(
            text.line_of_key("[reviewed_by]"),
            "",
            f"The module has not been reviewed by {' or by '.join(missing)}.",
            "Ask someone, using the checklist in content/AUTHORING.md. Until then, learners "
            "are told that it has not been reviewed.",
        )
    if module.checked_against_sources is None:
        yield Found(
            text.line_of_key("checked_against_sources"),
            "",
            "There is no note that the facts were checked against their sources.",
            "Check each, then write the day as checked_against_sources.",
        )


@book.module("source-without-year", Severity.WARNING)
def source_without_year(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A source without a year.

    Nobody can tell whether it is still true. Add `year`; if there really is none, write
    "(undated)" after the title.
    """
    for source in text.module.sources:
        if source.year is None and not _SAYS_WHEN.search(source.title):
            yield Found(
                text.line_of_source(source.title),
                source.title,
                f"The source “{source.title}” has no year.",
                "Add a line year = ..., or write (undated) after the title.",
            )


@book.module("superseded", Severity.WARNING)
def superseded_source(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A source that a later publication has replaced.

    Check whether the later one says the same, and name that instead. If you mean the older one,
    say "(superseded)" after its title. The list is in tiapp/authoring/data/superseded.toml.
    """
    for source in text.module.sources:
        for old in superseded():
            if old.title.casefold() in source.title.casefold() and not _SAYS_SO.search(
                f"{source.title} {source.used_for}"
            ):
                yield Found(
                    text.line_of_source(source.title),
                    source.title,
                    f"“{source.title}” was superseded by {old.by}.",
                    "Name the later one, or write (superseded) after the title.",
                )


@book.module("date-ahead", Severity.WARNING)
def date_ahead(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A check that is dated later than today.

    Either the date or the computer's clock is mistaken.
    """
    checked = text.module.checked_against_sources
    if checked and checked > subject.today:
        yield Found(
            text.line_of_key("checked_against_sources"),
            str(checked),
            f"The facts are marked as checked on {_said(checked)}, which is in the future.",
            "Correct the date.",
        )


@book.pack("number-not-checked", Severity.WARNING)
def number_not_checked(subject: Subject) -> Iterator[Found]:
    """A support number that nobody has checked for six months, or a date in the future.

    A number that leads nowhere hurts most when it is needed most. Ring it or look it up, then
    change `last_checked`. Local contacts are checked in the same way when they have a date.
    """
    support = subject.opened.support
    if support is None or not subject.opened.whole:
        return
    file = subject.opened.root / "support.toml"
    lines = _lines_of_ids(file)
    people: list[Contact | LocalContact] = [*support.contacts, *support.local]
    for contact in people:
        checked = contact.last_checked
        if checked is None:
            continue
        line = lines.get(contact.id, 1)
        if checked > subject.today:
            what = f"{contact.name} is marked as checked on a date in the future."
        elif _months_after(checked, MONTHS_BETWEEN_CHECKS_OF_NUMBERS) < subject.today:
            what = f"{contact.name} was last checked on {_said(checked)}."
        else:
            continue
        yield Found(
            line,
            contact.name,
            what,
            "Ring it or look it up, then write that day as last_checked.",
            file,
        )


def _lines_of_ids(file: Path) -> dict[str, int]:
    found: dict[str, int] = {}
    try:
        text = file.read_text("utf-8-sig", errors="replace")
    except OSError:
        return found
    for number, line in enumerate(text.split("\n"), 1):
        if match := re.match(r"\s*id\s*=\s*[\"']([^\"']+)", line):
            found.setdefault(match[1], number)
    return found


def _months_after(day: date, months: int) -> date:
    """The same day that many months later, or the last of that month."""
    if day == date.min:
        return day
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    return date.max


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
