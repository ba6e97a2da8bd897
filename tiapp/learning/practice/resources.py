"""Things outside Steady that are worth looking for, by title and publisher."""

from pathlib import Path

from tiapp.learning.practice.groups import groups, one_of, required
from tiapp.learning.practice.model import Resource, ResourceKind
from tiapp.learning.problems import Problems
from tiapp.learning.toml_file import open_toml
from tiapp.learning.toml_values import Table


def read_resources(path: Path, problems: Problems) -> tuple[Resource, ...]:
    """The list of a resources.toml, in its order. One that has a fault is left out."""
    top = open_toml(path, problems)
    if top is None:
        return ()
    top.only(("resource",))
    return required(top, "resource", groups(top, "resource", _resource, problems))


def _resource(table: Table) -> Resource:
    table.only(("id", "title", "publisher", "year", "what_for", "kind"))
    return Resource(
        id=table.id(),
        title=table.text("title", required=True, most=300),
        publisher=table.text("publisher", required=True, most=300),
        year=table.number("year", 1900, 2200) if table.has("year") else None,
        what_for=table.text("what_for", required=True),
        kind=one_of(table, "kind", ResourceKind, ResourceKind.LEARN),
    )
