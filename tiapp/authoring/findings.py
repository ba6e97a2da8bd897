"""What a check found, and the rules that find it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tiapp.authoring.subject import ModuleText, Subject


class Severity(StrEnum):
    """How much it matters. Only an error keeps the window from making a pack."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Group(StrEnum):
    """What a rule looks after."""

    STRUCTURE = "structure"
    CARE = "care"
    WORDS = "words"
    ACCESS = "access"
    FRESHNESS = "freshness"


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule hands over. `line` 0 means the whole file; `file` only when it is another one."""

    line: int
    words: str
    what: str
    mend: str
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a look: where, the words concerned, what about them, how to mend it."""

    code: str
    severity: Severity
    file: Path
    line: int
    words: str
    what: str
    mend: str
    module_id: str = ""

    def __str__(self) -> str:
        """One line for the command line."""
        where = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{where}: {self.severity} {self.code}: {self.what} {self.mend}"


ModuleCheck = Callable[["ModuleText", "Subject"], Iterator[Found]]
PackCheck = Callable[["Subject"], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Its explanation is the page that authors read: docs/checks.md."""

    code: str
    group: Group
    severity: Severity
    explanation: str
    of_module: ModuleCheck | None = None
    of_pack: PackCheck | None = None


class RuleBook:
    """Rules of one group, in the order of their file; a function becomes one by decoration.

    The function's docstring is the rule's page: what it finds, why, and what to do.
    """

    def __init__(self, group: Group) -> None:
        """An empty book."""
        self.group = group
        self.rules: list[Rule] = []

    def module(self, code: str, severity: Severity) -> Callable[[ModuleCheck], ModuleCheck]:
        """For a rule that looks at one module."""

        def add(check: ModuleCheck) -> ModuleCheck:
            self.rules.append(Rule(code, self.group, severity, _page(check), of_module=check))
            return check

        return add

    def also_pack(self, code: str) -> Callable[[PackCheck], PackCheck]:
        """For a function that looks at the rest of the pack by a rule that is there already."""

        def add(check: PackCheck) -> PackCheck:
            at = next(n for n, rule in enumerate(self.rules) if rule.code == code)
            self.rules[at] = replace(self.rules[at], of_pack=check)
            return check

        return add

    def pack(self, code: str, severity: Severity) -> Callable[[PackCheck], PackCheck]:
        """For a rule that looks at the pack."""

        def add(check: PackCheck) -> PackCheck:
            self.rules.append(Rule(code, self.group, severity, _page(check), of_pack=check))
            return check

        return add


def _page(check: Callable[..., object]) -> str:
    import inspect

    return inspect.getdoc(check) or ""
