"""What a pack chose for its own check: thresholds, and rules turned off with a reason.

They stand in pack.toml:

    [check]
    reading_age = 11

    [[check_off]]
    rule = "unkind-word"
    module = "language-and-culture"
    words = "addict"
    reason = "The part is about this word."

`module` and `words` narrow it down and may be left out; `rule` and `reason` may not.
"""

from dataclasses import dataclass, field
from pathlib import Path

from tiapp.authoring.findings import Finding
from tiapp.learning.model import PackProblem
from tiapp.learning.problems import Problems, shown
from tiapp.learning.toml_file import open_toml
from tiapp.learning.toml_values import Table

READING_AGE = 11
YEARS_MORE_FOR_A_PART = 2
LONGEST_SENTENCE = 30


@dataclass(frozen=True, slots=True)
class Off:
    """A rule turned off: everywhere, or in one module, or for some words."""

    rule: str
    reason: str
    module: str = ""
    words: str = ""
    line: int = 0

    def covers(self, finding: Finding) -> bool:
        """Whether this is what was turned off."""
        return (
            finding.code == self.rule
            and self.module in ("", finding.module_id)
            and self.words.casefold() in finding.words.casefold()
        )


@dataclass(frozen=True, slots=True)
class Choices:
    """The pack's own choices; those below when it makes none."""

    reading_age: int = READING_AGE
    longest_sentence: int = LONGEST_SENTENCE
    retired_ids: tuple[str, ...] = ()
    off: tuple[Off, ...] = ()
    problems: tuple[PackProblem, ...] = field(default=())


def read_choices(root: Path, codes: frozenset[str]) -> Choices:
    """The choices in `root/pack.toml`. What cannot be understood is a problem and not a choice."""
    file = root / "pack.toml"
    problems = Problems(file)
    top = open_toml(file, problems, root=root)
    if top is None:
        return Choices()  # whoever read the pack has said why
    numbers = top.table("check")
    numbers.only(("reading_age", "longest_sentence", "retired_ids"))
    age = sentence = None
    if numbers.has("reading_age"):
        age = numbers.number("reading_age", 6, 18)
    if numbers.has("longest_sentence"):
        sentence = numbers.number("longest_sentence", 10, 60)
    off = tuple(one for table in top.tables("check_off") if (one := _off(table, codes)))
    return Choices(
        age or READING_AGE,
        sentence or LONGEST_SENTENCE,
        numbers.texts("retired_ids"),
        off,
        problems.found(),
    )


def _off(table: Table, codes: frozenset[str]) -> Off | None:
    table.only(("rule", "reason", "module", "words"))
    rule = table.text("rule", required=True)
    reason = table.text("reason", required=True)
    if rule and rule not in codes:
        table.fault(
            "rule",
            f"There is no rule called {shown(rule)}.",
            "Use the code shown in the finding.",
        )
        return None
    if not rule or not reason:
        return None
    return Off(rule, reason, table.text("module"), table.text("words"), table.line())
