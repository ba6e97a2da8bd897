"""Finds what could tell others who an entry is about: numbers, addresses, names. Plain Python.

It looks for names and numbers only. It blocks nothing, keeps nothing and logs nothing: whoever
calls it marks the places quietly and the person decides. Numbers with a check digit are only
reported when it fits, so that a sum of money is not taken for a patient.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a piece of text looks like."""

    CHI = "CHI number"
    NHS = "NHS number"
    NATIONAL_INSURANCE = "National Insurance number"
    BIRTH = "date of birth"
    POSTCODE = "postcode"
    PHONE = "phone number"
    EMAIL = "e-mail address"
    NAME = "name"


_WHY = {
    Kind.CHI: "This looks like a CHI number: ten digits that begin with a date of birth, and the "
    "check digit fits.",
    Kind.NHS: "This looks like an NHS number: ten digits, and the check digit fits.",
    Kind.NATIONAL_INSURANCE: "This looks like a National Insurance number: two letters, six "
    "digits and a letter.",
    Kind.BIRTH: "This could be a date of birth.",
    Kind.POSTCODE: "This looks like a postcode. Along with other details, it can point to "
    "one home.",
    Kind.PHONE: "This looks like a phone number.",
    Kind.EMAIL: "This looks like an e-mail address.",
    Kind.NAME: "This is a name from your own list.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in the text, from `start` up to but without `end`, and what it looks like."""

    start: int
    end: int
    kind: Kind

    @property
    def why(self) -> str:
        """Why it is pointed out, in a plain sentence."""
        return _WHY[self.kind]


_TEN_DIGITS = re.compile(r"(?<![\w+])(?:\d{10}|\d{6}[ -]\d{4}|\d{3}[ -]\d{3}[ -]\d{4})(?!\w)")
_INSURANCE = re.compile(
    r"(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"[ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D](?!\w)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"(?<!\w)(?:GIR ?0AA|[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?) ?"
    r"\d[ABD-HJLNP-UW-Z]{2})(?!\w)",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w+])(?:(?:\+|00)44[ -]?(?:\(0\)[ -]?)?|\(?0)(?:\d(?:\) ?|[ -])?){8,9}\d(?!\w)"
)
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}(?!\w)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    r"(?<![\w/.-])(?:"
    r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})"
    r"|(?P<iso_year>\d{4})-(?P<iso_month>\d{2})-(?P<iso_day>\d{2})"
    rf"|(?P<named_day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?"
    rf"(?P<name>{_MONTH}),? (?P<named_year>\d{{4}})"
    r")(?![\w/]|[.-]\d)",
    re.IGNORECASE,
)
_BORN = re.compile(r"\b(?:born|d\.?o\.?b\.?|date of birth|birth ?day|birth ?date)\b", re.IGNORECASE)
_NEAR = 30
_LONG_AGO_YEARS = 5
"""Without a word like "born", a date counts from so many years back: nearer ones are mostly the
writer's own days."""
_OLDEST_YEARS = 120


def find(text: str, today: date, names: Iterable[str] = ()) -> tuple[Finding, ...]:
    """What to point out in `text`, in its order, never overlapping.

    `names` are those of the person's own list. `today` tells which dates lie far enough back.
    """
    found = [
        *_numbers(text),
        *_spans(_INSURANCE, text, Kind.NATIONAL_INSURANCE),
        *_spans(_EMAIL, text, Kind.EMAIL),
        *_births(text, today),
        *_spans(_PHONE, text, Kind.PHONE),
        *_spans(_POSTCODE, text, Kind.POSTCODE),
        *_names(text, names),
    ]
    kept: list[Finding] = []
    # the surer kinds come first in `found`, and sorting keeps that order among equal starts
    for finding in sorted(found, key=lambda finding: finding.start):
        if not kept or finding.start >= kept[-1].end:
            kept.append(finding)
    return tuple(kept)


def check_digit_fits(digits: str) -> bool:
    """Whether ten digits pass the check that CHI and NHS numbers share (modulus 11)."""
    if len(digits) != 10 or not (digits.isascii() and digits.isdigit()):
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    return (11 - total % 11) % 11 == int(digits[9])


def _spans(pattern: re.Pattern[str], text: str, kind: Kind) -> Iterator[Finding]:
    for match in pattern.finditer(text):
        yield Finding(match.start(), match.end(), kind)


def _numbers(text: str) -> Iterator[Finding]:
    for match in _TEN_DIGITS.finditer(text):
        digits = re.sub(r"[ -]", "", match.group())
        if not check_digit_fits(digits):
            continue
        birth = _is_day(int(digits[:2]), int(digits[2:4]), 2000 + int(digits[4:6])) or _is_day(
            int(digits[:2]), int(digits[2:4]), 1900 + int(digits[4:6])
        )
        yield Finding(match.start(), match.end(), Kind.CHI if birth else Kind.NHS)


def _births(text: str, today: date) -> Iterator[Finding]:
    for match in _DATE.finditer(text):
        day = _day_of(match, today)
        if day is None or day > today or day.year < today.year - _OLDEST_YEARS:
            continue
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if day.year <= today.year - _LONG_AGO_YEARS or _BORN.search(before):
            yield Finding(match.start(), match.end(), Kind.BIRTH)


def _day_of(match: re.Match[str], today: date) -> date | None:
    part = match.groupdict()
    if part["iso_year"]:
        return _is_day(int(part["iso_day"]), int(part["iso_month"]), int(part["iso_year"]))
    if part["name"]:
        month = _MONTHS.index(part["name"][:3].lower()) + 1
        return _is_day(int(part["named_day"]), month, int(part["named_year"]))
    year = int(part["year"])
    if year < 100:
        year += 2000 if 2000 + year <= today.year else 1900
    return _is_day(int(part["day"]), int(part["month"]), year)


def _is_day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _names(text: str, names: Iterable[str]) -> Iterator[Finding]:
    wanted = sorted({name.strip() for name in names if name.strip()}, key=len, reverse=True)
    if not wanted:
        return
    # spaces in a name may be any white space in the text; longer names are tried first
    forms = (r"\s+".join(re.escape(piece) for piece in name.split()) for name in wanted)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
    yield from _spans(pattern, text, Kind.NAME)
