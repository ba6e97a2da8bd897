"""What tests of the private pages ask of the open room, behind the window's back."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.window import Steady
from tiapp.private.check_in_model import Answer, CheckIn
from tiapp.private.room import Room


def open_room(steady: Steady) -> Room:
    """The room that the window has open."""
    room = steady.private.room
    assert room is not None
    return room


def change_settings(steady: Steady, **changes: Any) -> None:
    """As the person would, in Settings."""
    session = steady.window.arrivals.session
    assert session is not None
    session.save_settings(replace(session.person.settings, **changes))
    steady.settle()


def check_in(at: datetime, note: str = "", **steps: int) -> CheckIn:
    """A check-in with steps by item; "_" in a name stands for "-"."""
    answers = tuple(Answer(item.replace("_", "-"), step, 5) for item, step in steps.items())
    return CheckIn(at, "how-it-is-today", 1, answers, note)
