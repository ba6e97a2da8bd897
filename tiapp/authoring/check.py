"""Checks a pack or a module: everything worth a look, with where, why and how to mend it."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tiapp.authoring.checks import CODES, RULES
from tiapp.authoring.choices import Off, read_choices
from tiapp.authoring.findings import Finding, Found, Rule, Severity
from tiapp.authoring.open import Opened, open_content
from tiapp.authoring.subject import Subject

_log = logging.getLogger(__name__)

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class TurnedOff:
    """A rule that the pack turned off, why, and how many findings that left out."""

    off: Off
    findings: int


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a check. `opened` is what was looked at."""

    opened: Opened
    findings: tuple[Finding, ...]
    turned_off: tuple[TurnedOff, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What has to be mended before a pack may be made."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    def count(self, severity: Severity) -> int:
        """How many findings of that level."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def clean(self) -> bool:
        """True without an error: then a pack may be made of it."""
        return not self.errors


def check(path: Path, today: date, previous: Path | None = None) -> Report:
    """Look at the pack or module in `path`. AppError when there is none.

    `previous` is the version before, for comparing ids. Files are only read.
    """
    opened = open_content(path)
    before = open_content(previous) if previous is not None else None
    return check_opened(opened, today, before)


def check_opened(opened: Opened, today: date, previous: Opened | None = None) -> Report:
    """The same for what has been read already."""
    choices = read_choices(opened.root, CODES)
    subject = Subject(opened, choices, today, previous)
    found = [finding for rule in RULES for finding in _run(rule, subject)]
    kept: list[Finding] = []
    counts = dict.fromkeys(choices.off, 0)
    for finding in found:
        covering = next((off for off in choices.off if off.covers(finding)), None)
        if covering is None:
            kept.append(finding)
        else:
            counts[covering] += 1
    kept.sort(key=_place)
    return Report(opened, tuple(kept), tuple(TurnedOff(off, n) for off, n in counts.items()))


def _place(finding: Finding) -> tuple[str, int, int, str]:
    """By file and line, errors first on the same line."""
    return str(finding.file), finding.line, _ORDER[finding.severity], finding.code


def _run(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Everything one rule finds. One that breaks is a finding itself, and no end of the check."""
    try:
        if rule.of_pack is not None:
            for found in rule.of_pack(subject):
                yield _finding(rule, found, subject.pack_file, "", subject)
        if rule.of_module is not None:
            for text in subject.modules:
                for found in rule.of_module(text, subject):
                    yield _finding(rule, found, text.file, text.module.id, subject)
    except Exception:
        # The one boundary: a gap in a rule must not keep the others from looking.
        _log.warning("The rule %s could not be followed.", rule.code, exc_info=True)
        broken = Found(
            0,
            "",
            f"The rule {rule.code} could not be checked here.",
            "The other rules were. Please tell the person who looks after Steady.",
        )
        yield _finding(rule, broken, subject.pack_file, "", subject)


def _finding(rule: Rule, found: Found, file: Path, module_id: str, subject: Subject) -> Finding:
    file = found.file or file
    if not module_id:
        module_id = next((m.module.id for m in subject.modules if m.file == file), "")
    return Finding(
        rule.code, rule.severity, file, found.line, found.words, found.what, found.mend, module_id
    )
