"""tiapp verify: whether completion files are as they were saved. Needs no data folder."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiapp.cli.answers import answer, answer_json
from tiapp.cli.parsing import CalmParser, Commands, add_command

if TYPE_CHECKING:
    from tiapp.storage.paths import Paths
    from tiapp.supervision.completion_file import Checked


def add(commands: "Commands[CalmParser]") -> None:
    """Make the command known."""
    parser = add_command(
        commands,
        "verify",
        "check that completion files have not been changed since they were saved",
        json=True,
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="completion files")
    parser.set_defaults(run=_verify)


def _verify(chosen: argparse.Namespace, paths: "Paths") -> int:
    """0: all are. 1: some are not, each with its reason. A key nobody knows is no reason."""
    # late: cryptography and msgspec, which the other commands do not need
    from tiapp.supervision.completion_reading import read_completion_file
    from tiapp.supervision.refusals import Refused

    checked = [(file, read_completion_file(file)) for file in chosen.files]
    if chosen.json:
        answer_json({"files": [_facts(file, found) for file, found in checked]})
    else:
        answer([_line(file, found) for file, found in checked])
    return 1 if any(isinstance(found, Refused) for _, found in checked) else 0


def _line(file: Path, found: "Checked") -> str:
    from tiapp.supervision.completion_file import Intact
    from tiapp.supervision.writers.days import spoken_day

    if not isinstance(found, Intact):
        return f"{file}: not accepted ({found.outcome}). {found.reason} {found.advice}"
    said = found.payload
    who = " ".join(filter(None, (said.person.name, said.person.staff_number))) or "no name"
    return (
        f"{file}: unaltered since it was saved by installation {found.installation} on "
        f"{spoken_day(said.written)}. {who}; completions: {len(said.completions)}."
    )


def _facts(file: Path, found: "Checked") -> dict[str, Any]:
    from tiapp.supervision.completion_file import Intact

    if not isinstance(found, Intact):
        return {
            "file": str(file),
            "intact": False,
            "outcome": str(found.outcome),
            "code": found.code,
            "reason": found.reason,
            "advice": found.advice,
        }
    said = found.payload
    return {
        "file": str(file),
        "intact": True,
        "installation": found.installation,
        "number": said.counter,
        "written": said.written.isoformat(),
        "person": {
            "id": said.person.id,
            "name": said.person.name,
            "staff_number": said.person.staff_number,
            "team": said.person.team,
            "site": said.person.site,
        },
        "completions": [
            {
                "record_id": done.record_id,
                "module_id": done.module_id,
                "title": done.title,
                "version": done.version,
                "level": done.level,
                "finished": done.finished.isoformat(),
            }
            for done in said.completions
        ],
    }
