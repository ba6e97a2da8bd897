"""What an organisation adds about itself: `local.toml` of a pack, laid over the support list."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tiapp.learning.guarded import guarded
from tiapp.learning.model import LocalContact, SupportList
from tiapp.learning.problems import Problems
from tiapp.learning.scan import PackFolder
from tiapp.learning.toml_file import open_toml
from tiapp.learning.toml_values import Table


def read_local(path: Path, problems: Problems) -> tuple[LocalContact, ...]:
    """The people and procedures of a local.toml. What cannot be read is left out."""
    top = open_toml(path, problems)
    if top is None:
        return ()
    top.only(("local",))
    found: dict[str, LocalContact] = {}
    for table in top.tables("local"):
        one = _local(table)
        if one.id in found:
            table.fault("id", f"The id {one.id} is used twice.", "Give each its own.")
        elif one.id and one.name:
            found[one.id] = one
    return tuple(found.values())


def local_details(packs: Sequence[PackFolder]) -> tuple[LocalContact, ...]:
    """Those of all packs; where two have the same id, the later pack's stands."""
    found: dict[str, LocalContact] = {}
    for folder in packs:
        if folder.has("local.toml"):
            path = folder.path / "local.toml"
            for one in guarded(read_local, path, Problems(path)) or ():
                found[one.id] = one
    return tuple(found.values())


def laid_over(support: SupportList, details: Sequence[LocalContact]) -> SupportList:
    """The support list with the organisation's own details in their places, new ones last."""
    own = {one.id: one for one in details}
    kept = tuple(own.pop(row.id, row) for row in support.local)
    return replace(support, local=(*kept, *own.values()))


def _local(table: Table) -> LocalContact:
    table.only(("id", "name", "what_for", "value", "ask", "last_checked"))
    return LocalContact(
        id=table.id(),
        name=table.text("name", required=True, most=200),
        what_for=table.text("what_for", required=True),
        value=table.text("value", required=True, most=400),
        ask=table.text("ask"),
        last_checked=table.day("last_checked", required=True),
    )
