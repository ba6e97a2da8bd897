"""A team store in a file opens no connection, and does not even load what could."""

import json
import subprocess
import sys
from pathlib import Path

from tests.supervision.team.people import ISLA, done

ROOT = Path(__file__).parents[3]

CODE = """
import json, sys
from pathlib import Path
from tests.conftest import FixedClock
from tests.supervision.team.people import MODULES, PATHWAYS
from tiapp.supervision.team.place import TeamPlace
from tiapp.supervision.team.scope import Scope
from tiapp.supervision.team.team import Taught, Team
team = Team(TeamPlace(Path(sys.argv[1])), FixedClock(), lambda: Taught(MODULES, PATHWAYS))
report = team.importing([Path(sys.argv[2])]).run()
lines = team.people(Scope())
team.close()
print(json.dumps([report.taken, len(lines), sorted(sys.modules)]))
"""


def test_a_team_store_in_a_file_loads_neither_driver_nor_server_nor_private_room(tmp_path, share):
    folder = share(ISLA.file(done("safety")))
    done_ = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path / "t.db"), str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    taken, people, modules = json.loads(done_.stdout)
    assert (taken, people) == (1, 1)
    loaded = set(modules)
    assert not {"psycopg", "tiapp.storage.server"} & loaded
    assert not [name for name in loaded if name.startswith(("tiapp.private", "PySide6"))]
