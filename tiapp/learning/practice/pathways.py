"""Pathways: routes through modules, and what they do and do not prepare a person for."""

from collections.abc import Iterable
from pathlib import Path

from tiapp.learning import limits
from tiapp.learning.model import ModuleEntry
from tiapp.learning.practice.groups import groups, required
from tiapp.learning.practice.model import Beyond, Pathway, PathwayFile, PathwayOutline
from tiapp.learning.problems import Problems, shown
from tiapp.learning.toml_file import open_toml
from tiapp.learning.toml_values import Table


def read_pathways(path: Path, problems: Problems) -> PathwayFile:
    """The routes of a pathways.toml. One that has a fault is left out."""
    top = open_toml(path, problems)
    if top is None:
        return PathwayFile()
    top.only(("pathway", "beyond"))
    return PathwayFile(
        required(top, "pathway", groups(top, "pathway", _outline, problems)),
        groups(top, "beyond", _beyond, problems),
    )


def resolved(outline: PathwayOutline, entries: Iterable[ModuleEntry]) -> Pathway:
    """The route with those of its modules that are here."""
    here = {entry.id: entry for entry in entries}
    return Pathway(
        outline.id,
        outline.title,
        outline.for_whom,
        tuple(here[module_id] for module_id in outline.module_ids if module_id in here),
        outline.prepares_for,
        outline.does_not,
    )


def _outline(table: Table) -> PathwayOutline:
    table.only(("id", "title", "for_whom", "modules", "prepares_for", "does_not"))
    module_ids = table.texts("modules", required=True)
    for module_id in module_ids:
        if not limits.is_id(module_id):
            table.fault("modules", f"{shown(module_id)} cannot be an id.", limits.ID_ADVICE)
    if len(set(module_ids)) < len(module_ids):
        table.fault("modules", "modules names something twice.", "Name each once.")
    return PathwayOutline(
        id=table.id(),
        title=table.text("title", required=True, most=200),
        for_whom=table.text("for_whom", required=True),
        module_ids=module_ids,
        prepares_for=table.texts("prepares_for", required=True),
        does_not=table.texts("does_not", required=True),
    )


def _beyond(table: Table) -> Beyond:
    table.only(("id", "title", "for_whom", "where"))
    return Beyond(
        id=table.id(),
        title=table.text("title", required=True, most=200),
        for_whom=table.text("for_whom", required=True),
        where=table.text("where", required=True),
    )
