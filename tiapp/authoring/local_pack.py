"""An organisation's own contacts and procedures as a small pack, made from a form."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tiapp.authoring.pack_file import Manifest, make_pack_file
from tiapp.learning.model import LocalContact
from tiapp.storage.atomic import write_private

ID = "local-details"
"""Always the same, so that a later one takes the place of the one before."""


def make_local_pack(
    organisation: str,
    details: Sequence[LocalContact],
    version: int,
    out: Path,
    *,
    force: bool = False,
) -> Manifest:
    """Write the pack file `out` (.tipack) with these details; each needs a value and a day.

    A detail with the id of a row that Steady's support list has takes its place there (manager,
    protection-lead, employee-assistance, trauma-champion ...); others come below. AppError as for
    `make_pack_file`, naming what a detail lacks.
    """
    with TemporaryDirectory(prefix="steady-local-") as scratch:
        folder = Path(scratch) / "pack"
        facts: dict[str, str | int] = {
            "id": ID,
            "title": f"Local details: {organisation}",
            "publisher": organisation,
            "version": version,
            "language": "en",
            "description": "Who to turn to here, and how.",
        }
        lines = [f"{key} = {_toml(value)}" for key, value in facts.items()]
        write_private(folder / "pack.toml", _file(lines))
        lines = []
        for detail in details:
            lines += ["[[local]]", *_fields(detail), ""]
        write_private(folder / "local.toml", _file(lines))
        return make_pack_file(folder, out, force=force)


def _fields(detail: LocalContact) -> list[str]:
    texts = ("id", "name", "what_for", "value", "ask")
    fields = [f"{name} = {_toml(getattr(detail, name))}" for name in texts if getattr(detail, name)]
    if detail.last_checked is not None:
        fields.append(f"last_checked = {detail.last_checked.isoformat()}")
    return fields


def _toml(value: str | int) -> str:
    # a JSON string without characters above U+FFFF escaped is a TOML string too
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def _file(lines: Sequence[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()
