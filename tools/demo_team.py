"""A made-up team for `make demo` and `make screens`: files people handed over, and a staff list."""

from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from uuid import UUID

from tiapp.record.model import Completion, Details
from tiapp.services import Services
from tiapp.supervision.completion_file import write_completion_file
from tiapp.supervision.signing import Signer
from tiapp.supervision.summary import Summary
from tiapp.supervision.team.staff_list import read_staff_list

_FIRST = ("Ailsa", "Callum", "Eilidh", "Fraser", "Morag", "Priya", "Ruaridh", "Zofia")
_LAST = ("Campbell", "Hussain", "MacLeod", "Nowak", "Reid")
_TEAMS = (
    ("Leith", "Housing advice", 9),
    ("Leith", "Reception", 4),
    ("Leith", "Homeless response", 8),
    ("Portobello", "Housing advice", 6),
    ("Portobello", "Night cover", 3),
)


def fill_team(services: Services, folder: Path) -> Path:
    """Put a team in the store, and return the folder with the files that people handed over.

    Besides good files the folder holds one that was edited, one that is cut short, and one from a
    second computer of somebody, whose key is new.
    """
    random = Random(7)
    library = services.library
    today = services.clock.today()
    pathways = library.pathways().routes
    modules = list(library.entries())
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["name,staff number,team,site,pathway"]
    number = 0
    for site, team, count in _TEAMS:
        for _ in range(count):
            name = f"{_FIRST[number % len(_FIRST)]} {_LAST[number * 3 % len(_LAST)]}"
            staff_number = f"{4100 + 7 * number}"
            done = tuple(
                Completion(
                    record_id=str(UUID(int=random.getrandbits(128), version=4)),
                    module_id=module.id,
                    title=module.title,
                    version=module.version,
                    level=str(module.level),
                    finished_on=today - timedelta(days=random.randrange(420)),
                )
                for module in modules[: random.randrange(1, len(modules))]
                if random.random() < 0.7
            )
            details = Details(name, staff_number, team, site)
            made = _file(services, details, done, name)
            (folder / f"{number:02} {name}.json").write_bytes(made)
            if number == 5:
                again = _file(services, details, done[:1], "another computer")
                (folder / f"{number:02} {name} at the desk.json").write_bytes(again)
            pathway = pathways[number % len(pathways)].title if pathways else ""
            lines.append(f"{name},{staff_number},{team},{site},{pathway}")
            number += 1
    good = (folder / sorted(p.name for p in folder.iterdir())[0]).read_bytes()
    (folder / "edited by hand.json").write_bytes(good.replace(b'"name":"', b'"name":"Dr ', 1))
    (folder / "cut short.json").write_bytes(good[: len(good) // 2])
    (folder / "rota.docx").write_bytes(b"not a completion file")
    store = services.team.team
    store.apply_staff_list(read_staff_list("\n".join(lines)))
    store.importing([folder]).run()
    return folder


def _file(
    services: Services, details: Details, done: tuple[Completion, ...], computer: str
) -> bytes:
    seed = sha256(f"{details.staff_number} {computer}".encode()).digest()
    summary = Summary(seed.hex()[:32], details, done, services.clock.today(), 1)
    return write_completion_file(summary, Signer(seed))
