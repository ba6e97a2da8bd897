"""A module on the short route: fewer parts, and finished like any other."""

from PySide6.QtWidgets import QLabel

from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.record.model import ModuleState


def _position(steady: Steady) -> str:
    label = steady.find("part_position", QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def _with_a_short_route(steady: Steady) -> str:
    library = steady.services.library
    for entry in library.entries():
        if library.module(entry.id).short_route:
            return entry.id
    raise AssertionError("no shipped module has a short route")


def _past_note(steady: Steady) -> None:
    if steady.is_there("note_continue"):
        steady.click("note_continue")


def test_the_short_route_goes_through_its_parts_and_can_be_finished(steady: Steady) -> None:
    steady.open_as_someone()
    module_id = _with_a_short_route(steady)
    route = steady.services.library.module(module_id).short_route
    steady.go(Screen.MODULE, module_id)
    steady.click("take_short_route")
    for number, part_id in enumerate(route, start=1):
        assert _position(steady).startswith(f"Short route, part {number} of {len(route)}")
        assert steady.page._reading.part.id == part_id  # type: ignore[attr-defined]
        _past_note(steady)
        if number < len(route):
            steady.click("next_part")
    steady.click("finish_module")
    steady.click("skip_and_finish")
    assert steady.is_there("closing_page")
    states = steady.window.arrivals.session.person.progress.states()  # type: ignore[union-attr]
    assert states[module_id].state is ModuleState.FINISHED


def test_the_short_route_is_offered_at_the_beginning_only(steady: Steady) -> None:
    steady.open_as_someone()
    module_id = _with_a_short_route(steady)
    steady.go(Screen.MODULE, module_id)
    assert steady.is_there("take_short_route")
    _past_note(steady)
    steady.click("next_part")
    assert not steady.is_there("take_short_route")


def test_choosing_a_part_from_the_list_leaves_the_short_route(steady: Steady) -> None:
    steady.open_as_someone()
    module_id = _with_a_short_route(steady)
    module = steady.services.library.module(module_id)
    other = next(part for part in module.parts if part.id not in module.short_route)
    steady.go(Screen.MODULE, module_id)
    steady.click("take_short_route")
    steady.page.go_to_part(other.id)  # type: ignore[attr-defined]
    steady.settle()
    number = module.part_number(other.id)
    assert _position(steady).startswith(f"Part {number} of {len(module.parts)}")
