"""Where the team store is: told without secrets, and another place is tried before it is used."""

from pathlib import Path

import pytest

from tests.conftest import FixedClock
from tests.supervision.team.people import ISLA, done
from tiapp.core.errors import AppError
from tiapp.services import Services
from tiapp.storage.paths import Paths
from tiapp.supervision.team.place import TeamPlace

SECRET = "s3cret-word"


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock):
    made = Services(Paths.under(tmp_path / "data"), clock)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (f"postgresql://ann:{SECRET}@db.example.org:5432/team", "the server db.example.org, "),
        (f"postgres://ann:{SECRET}@db.example.org", "the server db.example.org"),
        (f"postgresql:///team?host=/run&user=a&password={SECRET}", "a server"),
        (f"postgresql://[{SECRET}/team", "a server"),
    ],
)
def test_a_place_is_told_without_what_is_secret(tmp_path, address, words):
    told = TeamPlace.of(tmp_path / "team.db", address).words
    assert told.startswith(words)
    assert SECRET not in told


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://ann:{SECRET}@nowhere.invalid/team",
        f"postgresql://[{SECRET}/team",
        f"postgresql://ann:{SECRET}@localhost:99999999/team",
        f"postgresql://ann@localhost/team?{SECRET}=1",
        f"postgresql://ann:{SECRET}%zz@localhost/team",
        f"mysql://ann:{SECRET}@localhost/team",
        f"somewhere/{SECRET}.db",
    ],
)
def test_an_address_that_does_not_work_changes_nothing_and_is_never_quoted(services, address):
    with pytest.raises(AppError) as told:
        services.use_team_place(address)
    assert SECRET not in f"{told.value.title} {told.value.advice} {told.value!r}"
    assert services.installation.team_db == ""
    assert not services.team.team.place.on_server


def test_a_server_is_used_from_then_on_and_the_file_stays_as_it_was(services, server, tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    (folder / "isla.json").write_bytes(ISLA.file(done("safety")))
    services.team.team.importing([folder], unknown_modules=True).run()
    address = server.url()
    services.use_team_place(address)
    assert services.team.team.place.on_server
    assert services.team.team.status().people == 0
    kept = services.paths.config / "installation.toml"
    assert kept.stat().st_mode & 0o077 == 0
    services.close()
    assert Services(services.paths, services.clock).team.team.place.url == address
    services.use_team_place("")
    assert services.team.team.status().people == 1
