"""Reflect in every state it can be in: names, targets, nothing cut off, nothing sideways."""

import pytest

from tests.gui.test_every_screen import _cut, _nameless, _sideways, _small
from tests.window import Steady
from tiapp.core.settings import Settings, Theme
from tiapp.gui.kit.places import Destination, Screen
from tiapp.private.journal_model import Draft


@pytest.mark.parametrize(("theme", "text_size"), [(Theme.LIGHT, 100), (Theme.DARK, 200)])
def test_every_state_has_names_targets_and_room(
    steady: Steady, theme: Theme, text_size: int
) -> None:
    steady.open_with_room()
    session = steady.window.arrivals.session
    assert session is not None and steady.private.room is not None
    session.save_settings(Settings(theme=theme, text_size=text_size))
    steady.window.resize(1024, 640)
    journal = steady.private.room.journal
    entry = journal.begin(Draft("Morag rang from 07700 900123. " + "word " * 80, "A title"))
    journal.save(entry.id, Draft("Morag rang from 07700 900123."))
    gone = journal.begin(Draft("deleted"))
    journal.delete(gone.id)

    def fits(state: str) -> None:
        steady.settle()
        assert _nameless(steady.window) == [], state
        assert _small(steady.window) == [], state
        assert _sideways(steady.window) == [], state
        try:
            steady.qtbot.waitUntil(lambda: not _cut(steady.window), timeout=5_000)
        except TimeoutError:
            pytest.fail(f"cut off in {state}: {_cut(steady.window)}")

    steady.go(Screen.REFLECT)
    fits("start")
    steady.click("reflect_calendar_switch")
    fits("calendar")
    steady.click("reflect_moving")
    fits("moving")
    steady.click("out_json")
    fits("warning")
    steady.click("plain_keep")
    steady.click("moving_back")
    if steady.is_there("reflect_back"):
        steady.click("reflect_back")
    steady.click("reflect_deleted")
    fits("deleted")
    steady.click("deleted_back")
    assert steady.window.stage is not None
    steady.window.stage.go(Destination(Screen.REFLECT, item=entry.id))
    fits("entry")
    steady.click("entry_check")
    fits("findings")
    steady.click("findings_names")
    fits("names")
    steady.click("names_back")
    steady.click("entry_history")
    fits("history")
    steady.click("history_back")
    steady.click("prompt_choose")
    fits("choose")
    steady.click("begin_three-questions")
    fits("guided")
    steady.click("entry_delete")
    fits("undo")
