"""Every part of the Team screen, filled: names for the screen reader, targets, words that fit."""

import pytest

from tests.gui.supervision.test_team_page import handed_over
from tests.gui.supervision_window import open_team, show
from tests.gui.test_every_screen import _cut, _nameless, _sideways, _small
from tests.supervision.team.people import Somebody, done
from tests.window import Steady
from tiapp.core.settings import Settings, Theme
from tiapp.supervision.team.staff_list import read_staff_list

PARTS = ("files", "people", "modules", "director", "staff", "export", "care")


@pytest.mark.parametrize(("theme", "text_size"), [(Theme.LIGHT, 100), (Theme.DARK, 200)])
def test_every_part_of_the_team_screen_has_names_and_fits(
    steady: Steady, tmp_path, theme: Theme, text_size: int
) -> None:
    page, _ = open_team(steady)
    folder = handed_over(steady, tmp_path / "share")
    again = Somebody("Person 0", "0", "Team 0", "Leith").at("another")
    module = steady.services.library.entries()[0]
    (folder / "other.json").write_bytes(again.file(done(module.id, record="x")))
    stray = Somebody("Person 1", "", "Team 0", "Leith")
    (folder / "stray.json").write_bytes(stray.file(done(module.id)))
    steady.services.team.team.apply_staff_list(
        read_staff_list("name,number,team,site,pathway\nPerson 1,1,Team 1,Leith,everyone")
    )
    assert steady.window.arrivals.session is not None
    settings = Settings(theme=theme, text_size=text_size, team=True)
    steady.window.arrivals.session.save_settings(settings)
    steady.window.resize(1024, 640)
    page.panel.begin([folder])
    steady.until(lambda: page.panel._importing is None)
    steady.settle()
    for part in PARTS:
        show(steady, part)
        if part == "people":
            page.panel.person.show_person(1)
            steady.settle()
            steady.click("person_correct")
        assert _nameless(steady.window) == [], part
        assert _small(steady.window) == [], part
        assert _sideways(steady.window) == [], part
        steady.qtbot.waitUntil(lambda: not _cut(steady.window), timeout=10_000)
