import subprocess
import sys

import pytest

from tiapp.core.errors import AppError
from tiapp.core.settings import Installation, Settings, Theme
from tiapp.record.model import FirstScreen
from tiapp.services import Services
from tiapp.storage.paths import Paths

HEAVY = (
    "sqlalchemy",
    "alembic",
    "markdown",
    "pymdownx",
    "yaml",
    "PIL",
    "PySide6",
    "asyncio",
    "http",
    "platformdirs",
    "numpy",
)


@pytest.fixture
def services(tmp_path, fixed_clock):
    return Services(Paths.under(tmp_path / "data"), fixed_clock)


def loaded_after(script, *arguments):
    """What the script prints, and which heavy modules it left loaded."""
    script += f"\nimport sys\nprint([n for n in {HEAVY!r} if n in sys.modules])"
    return subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    ).stdout.splitlines()


def test_importing_the_services_brings_nothing_heavy():
    assert loaded_after("import tiapp.services") == ["[]"]


def test_everything_before_the_first_paint_brings_nothing_heavy(services, tmp_path):
    services.people.add("Ana")
    script = """
import sys
from pathlib import Path
from tiapp.core.clock import SystemClock
from tiapp.services import Services
from tiapp.storage.paths import Paths
services = Services(Paths.under(Path(sys.argv[1])), SystemClock())
(person,) = services.people.all()
mine = services.for_person(person)
services.installation, mine.settings, mine.first_screen(), mine.progress
mine.close()
"""
    assert loaded_after(script, str(tmp_path / "data")) == ["[]"]


def test_warming_up_brings_the_database_layer_and_not_the_upgrades():
    found = loaded_after("import tiapp.services; tiapp.services.warm_up()")

    assert "'sqlalchemy'" in found[0]
    assert "'alembic'" not in found[0]


def test_making_the_services_touches_no_disk(services, tmp_path):
    assert services.installation == Installation()
    assert services.people.all() == ()
    assert not (tmp_path / "data").exists()


def test_what_holds_for_the_computer_is_kept(services, fixed_clock):
    services.save_installation(Installation(shared_computer=True))

    assert services.installation.shared_computer is True
    assert Services(services.paths, fixed_clock).installation.shared_computer is True


def test_settings_belong_to_one_person(services):
    ana = services.for_person(services.people.add("Ana"))
    ben = services.for_person(services.people.add("Ben"))
    assert ben.settings == Settings()

    ana.save_settings(Settings(theme=Theme.DARK))

    assert ana.settings.theme is Theme.DARK
    assert services.for_person(ana.person).settings.theme is Theme.DARK
    assert services.for_person(ben.person).settings == Settings()


def test_a_record_belongs_to_one_person(services):
    ana = services.for_person(services.people.add("Ana"))
    ben = services.for_person(services.people.add("Ben"))
    module = services.library.module(services.library.entries()[0].id)

    ana.progress.reach(module, module.parts[0].id)
    carry_on = ana.first_screen().carry_on

    assert carry_on is not None
    assert carry_on.part_id == module.parts[0].id
    assert ben.first_screen() == FirstScreen()
    assert ben.progress.states() == {}
    ana.close()
    ben.close()


def test_settings_that_cannot_be_saved_leave_the_ones_before(services, tmp_path):
    mine = services.for_person(services.people.add("Ana"))
    mine.save_settings(Settings(text_size=125))
    file = tmp_path / "data" / "people" / mine.person.id / "settings.toml"
    file.unlink()
    file.mkdir()

    with pytest.raises(AppError):
        mine.save_settings(Settings(text_size=200))

    assert mine.settings.text_size == 125


def test_damage_is_worked_round_and_said_once(services, tmp_path):
    person = services.people.add("Ana")
    config = tmp_path / "data" / "config"
    config.mkdir()
    (config / "installation.toml").write_text("shared_computer = ")
    (tmp_path / "data" / "people" / person.id / "settings.toml").write_text("[[[")
    (tmp_path / "data" / "people" / person.id / "person.json").write_text("{")

    assert services.installation == Installation()
    (found,) = services.people.all()
    assert services.for_person(found).settings == Settings()

    codes = sorted(notice.code for notice in services.take_notices())
    assert codes == ["person-damaged", "settings-damaged", "settings-damaged"]
    assert services.take_notices() == ()


def test_closing_a_person_whose_record_was_never_used_is_fine(services):
    services.for_person(services.people.add("Ana")).close()
