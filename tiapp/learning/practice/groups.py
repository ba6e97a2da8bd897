"""Reads [[groups]] one by one: what has a fault is left out, and no id comes twice."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Protocol, TypeVar

from tiapp.learning import limits
from tiapp.learning.problems import Problems, shown
from tiapp.learning.toml_values import Table


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_WithId)
E = TypeVar("E", bound=StrEnum)


def groups(
    top: Table,
    key: str,
    read: Callable[[Table], T],
    problems: Problems,
    most: int = limits.GROUPS_A_FILE,
) -> tuple[T, ...]:
    """What the [[key]] groups hold, in their order."""
    found: dict[str, T] = {}
    for table in top.tables(key, most):
        before = len(problems)
        item = read(table)
        if len(problems) > before:
            continue
        if item.id in found:
            table.fault("id", f"The id {item.id} is used twice.", "Give each its own.")
        else:
            found[item.id] = item
    return tuple(found.values())


def required(top: Table, key: str, made: tuple[T, ...]) -> tuple[T, ...]:
    """The same; a file without a single group of its kind is told about."""
    if not made and not top.tables(key):
        top.fault(key, f"There is no [[{key}]].", f"Add at least one [[{key}]] with its lines.")
    return made


def one_of(table: Table, key: str, kind: type[E], default: E) -> E:
    """A word of an enumeration. `default` stands in for one that is not, which is a problem."""
    value = table.text(key, required=True, most=60)
    if not value:
        return default
    if value not in list(kind):
        table.fault(key, f"{key} cannot be {shown(value)}.", f"Use one of {_list(kind)}.")
        return default
    return kind(value)


def several_of(table: Table, key: str, kind: type[E]) -> tuple[E, ...]:
    """Words of an enumeration, each once."""
    values = known(table, key, [str(word) for word in kind])
    return tuple(kind(value) for value in values)


def known(table: Table, key: str, ids: Iterable[str], *, required: bool = False) -> tuple[str, ...]:
    """A list of words from among `ids`, each once."""
    ids = tuple(ids)
    values = table.texts(key, required=required)
    for value in values:
        if value not in ids:
            table.fault(key, f"{key} cannot hold {shown(value)}.", f"Use some of {_list(ids)}.")
            return ()
    if len(set(values)) < len(values):
        table.fault(key, f"{key} names something twice.", "Name each once.")
    return tuple(dict.fromkeys(values))


def _list(words: Iterable[str]) -> str:
    return shown(", ".join(str(word) for word in words), 300)
