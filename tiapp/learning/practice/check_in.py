"""The questions of a check-in. It measures nothing, so nothing here can be added up."""

from pathlib import Path

from tiapp.learning import limits
from tiapp.learning.practice.groups import groups, one_of, required
from tiapp.learning.practice.model import CheckInItem, CheckInSet, ItemKind
from tiapp.learning.problems import Problems
from tiapp.learning.toml_file import open_toml
from tiapp.learning.toml_values import Table

LEAST_WORDS = 3
MOST_WORDS = 9


def read_check_in(path: Path, problems: Problems) -> CheckInSet | None:
    """The questions of a check-in.toml, all or none.

    Questions written by others have owners: without version, licence, attribution and source
    they are refused. `scoring` is their owner's own words on how to score them, for whoever wants
    to read it; nothing here or elsewhere in Steady works out a score.
    """
    top = open_toml(path, problems)
    if top is None:
        return None
    top.only(
        ("id", "title", "version", "licence", "attribution", "source", "scoring", "intro", "item"),
    )
    made = CheckInSet(
        id=top.id(),
        title=top.text("title", required=True, most=200),
        version=top.number("version", 1, 100_000) or 1,
        licence=top.text("licence", required=True, most=200),
        attribution=top.text("attribution", required=True, most=400),
        source=top.text("source", required=True),
        scoring=top.text("scoring"),
        intro=top.text("intro", required=True),
        items=required(top, "item", groups(top, "item", _item, problems, limits.STEPS_A_GROUP)),
    )
    return None if problems else made


def _item(table: Table) -> CheckInItem:
    table.only(("id", "kind", "name", "ask", "scale"))
    kind = one_of(table, "kind", ItemKind, ItemKind.TEXT)
    scale = table.texts("scale", required=kind is ItemKind.SCALE)
    if kind is ItemKind.TEXT and scale:
        table.fault("scale", "An item of kind text has no scale.", "Take the line away.")
    if kind is ItemKind.SCALE and scale and not LEAST_WORDS <= len(scale) <= MOST_WORDS:
        table.fault(
            "scale",
            f"scale has {len(scale)} entries.",
            f"Write {LEAST_WORDS} to {MOST_WORDS}, a word or a few for each place.",
        )
    ask = table.text("ask", required=True, most=200)
    return CheckInItem(table.id(), kind, ask, scale, table.text("name", most=24))
