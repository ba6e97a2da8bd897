"""A supervisor in a process of their own: takes a folder in and says what came of it."""

import json
import sys
from pathlib import Path

from tests.conftest import FixedClock
from tests.supervision.team.people import MODULES, PATHWAYS
from tiapp.supervision.team.place import TeamPlace
from tiapp.supervision.team.team import Taught, Team


def main(file: str, url: str, *folders: str) -> None:
    """Import each folder; print what was new, added up."""
    team = Team(TeamPlace(Path(file), url), FixedClock(), lambda: Taught(MODULES, PATHWAYS))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    taken = completions = people = 0
    for folder in folders:
        report = team.importing([Path(folder)]).run()
        taken += report.taken
        completions += report.completions
        people += report.people
    team.close()
    sys.stdout.write(json.dumps([taken, completions, people]))


if __name__ == "__main__":
    main(*sys.argv[1:])
