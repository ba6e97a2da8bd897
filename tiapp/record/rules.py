"""Decides when a module may be finished and where to go on. Plain Python, nothing is read."""

from collections.abc import Collection, Sequence


def can_finish(part_ids: Sequence[str], reached: Collection[str]) -> bool:
    """True once every part of the present version was reached, in any order.

    Skipping a part reaches it too; checks, scenarios, reflections and plans never count. A module
    without parts can't be finished.
    """
    return bool(part_ids) and all(part_id in reached for part_id in part_ids)


def next_part(part_ids: Sequence[str], reached: Collection[str]) -> str:
    """The first part not yet reached; the first of all once every part was. Needs one part."""
    return next((part_id for part_id in part_ids if part_id not in reached), part_ids[0])
