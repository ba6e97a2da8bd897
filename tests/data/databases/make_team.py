"""Makes a team.db as the present version does, to be kept for ever and opened by every later one.

    python tests/data/databases/make_team.py tests/data/databases/team-0001.db

Run once for each new migration, with its number; a file that is kept is never made again.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.conftest import FixedClock
from tests.supervision.team.people import CALLUM, EILIDH, ISLA, MODULES, PATHWAYS, done
from tiapp.supervision.team.care import Choices
from tiapp.supervision.team.place import TeamPlace
from tiapp.supervision.team.scope import Scope
from tiapp.supervision.team.staff_list import read_staff_list
from tiapp.supervision.team.team import Taught, Team

STAFF = "name,number,team,site,pathway\nIsla Reid,1001,Housing,Leith,everyone\n"


def fill(file: Path) -> None:
    """Three people, a key to decide about, an agreement, a choice, and somebody removed."""
    team = Team(TeamPlace(file), FixedClock(), lambda: Taught(MODULES, PATHWAYS))
    with tempfile.TemporaryDirectory() as folder:
        for number, made in enumerate(
            (
                ISLA.file(done("safety"), done("trust")),
                ISLA.at("second").file(done("choice")),
                CALLUM.file(done("safety")),
                EILIDH.file(done("together")),
            )
        ):
            (Path(folder) / f"{number}.json").write_bytes(made)
        team.importing([Path(folder)]).run()
    team.apply_staff_list(read_staff_list(STAFF))
    people = {line.name: line.id for line in team.people(Scope())}
    team.agree(people["Isla Reid"], "trust", "not needed")
    team.choose(Choices(valid_months=24, keep_months=72))
    team.remove([people["Callum Singh"]])
    team.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    if target.exists():
        raise SystemExit(f"{target} is kept for ever; nothing was changed.")
    fill(target)
    for beside in target.parent.glob(f"{target.name}.*"):
        beside.unlink()
