"""Steadying exercises: open to everybody, left at any moment, and nothing moves unasked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.window import Steady
from tiapp.core.settings import Motion, Settings
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.support.breath_circle import BreathCircle
from tiapp.learning.practice.model import ExerciseKind


def _support(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SUPPORT)
    steady.until(lambda: steady.is_there("exercises_card"))


def _words(steady: Steady) -> str:
    label = steady.find("exercise_words", QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def _open(steady: Steady, kind: ExerciseKind) -> str:
    exercise = next(e for e in steady.services.library.exercises() if e.kind is kind)
    steady.click(f"exercises_{kind.value}")
    steady.click(f"exercise_{exercise.id}")
    return exercise.id


def _allow_movement(steady: Steady, motion: Motion) -> None:
    assert steady.window.arrivals.session is not None
    steady.window.arrivals.session.save_settings(Settings(motion=motion))
    steady.settle()


def test_there_are_several_kinds_and_breath_is_the_last(steady: Steady) -> None:
    _support(steady)
    kinds = [
        w.objectName()
        for w in steady.page.findChildren(type(steady.find("exercises_senses")))
        if w.objectName().startswith("exercises_")
    ]
    assert len(kinds) >= 3
    assert kinds[-1] == "exercises_breath"
    assert len(steady.services.library.exercises()) >= 8


def test_an_exercise_goes_step_by_step_at_ones_own_pace(steady: Steady) -> None:
    _support(steady)
    chosen = _open(steady, ExerciseKind.SENSES)
    exercise = next(e for e in steady.services.library.exercises() if e.id == chosen)
    assert _words(steady) == exercise.about
    assert exercise.leave_out in steady.words()
    seen = []
    for _ in exercise.steps:
        steady.click("exercise_next")
        seen.append(_words(steady))
    assert tuple(seen) == exercise.steps
    steady.click("exercise_next")
    assert "That was the last step" in steady.words()


def test_it_can_be_left_at_every_step_and_by_escape(steady: Steady) -> None:
    _support(steady)
    chosen = _open(steady, ExerciseKind.MOVEMENT)
    steady.click("exercise_next")
    steady.click("exercise_leave")
    assert not steady.is_there("exercise_view")
    focus = QApplication.focusWidget()
    assert focus is not None and focus.objectName() == f"exercise_{chosen}"
    steady.keys(Qt.Key.Key_Space)
    steady.keys(Qt.Key.Key_Escape)
    assert not steady.is_there("exercise_view")
    assert steady.screen is Screen.SUPPORT


def test_it_works_before_anybody_has_said_who_they_are(steady: Steady) -> None:
    steady.open()
    steady.window.acts.immediate_help()
    steady.until(lambda: steady.is_there("exercises_card"))
    _open(steady, ExerciseKind.SENSES)
    steady.click("exercise_next")
    assert "Step 1 of" in steady.words()


def test_nothing_moves_until_it_is_asked_to_and_it_stops_when_asked(steady: Steady) -> None:
    _support(steady)
    _allow_movement(steady, Motion.FULL)
    _open(steady, ExerciseKind.BREATH)
    steady.click("exercise_next")
    assert not steady.is_there("breath_circle")
    steady.click("exercise_circle")
    circle = steady.find("breath_circle")
    assert isinstance(circle, BreathCircle) and circle.moving
    steady.click("exercise_circle")
    assert not circle.moving
    assert not steady.is_there("breath_circle")


def test_the_circle_stops_with_the_page(steady: Steady) -> None:
    _support(steady)
    _allow_movement(steady, Motion.FULL)
    _open(steady, ExerciseKind.BREATH)
    steady.click("exercise_next")
    steady.click("exercise_circle")
    circle = steady.find("breath_circle")
    steady.go(Screen.HOME)
    assert isinstance(circle, BreathCircle) and not circle.moving


@pytest.mark.parametrize("kind", [ExerciseKind.BREATH, ExerciseKind.SENSES])
def test_with_reduced_motion_nothing_that_moves_is_offered(
    steady: Steady, kind: ExerciseKind
) -> None:
    _support(steady)
    _allow_movement(steady, Motion.REDUCED)
    _open(steady, kind)
    steady.click("exercise_next")
    assert not steady.is_there("exercise_circle")


def test_a_destination_may_begin_with_the_exercises(steady: Steady) -> None:
    steady.open_as_someone()
    assert steady.window.stage is not None
    steady.window.stage.go(Destination(Screen.SUPPORT, item="exercises"))
    steady.until(lambda: steady.is_there("exercises_card"))
    steady.until(
        lambda: (
            (QApplication.focusWidget() or steady.window).parent() is steady.find("exercises_card")
        )
    )


@pytest.mark.expects_log("The exercises could not be read")
def test_the_numbers_stand_there_whatever_is_wrong_with_the_exercises(
    steady: Steady, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(steady.services.library, "exercises", broken)
    steady.open_as_someone()
    steady.go(Screen.SUPPORT)
    steady.settle()
    assert "116 123" in steady.words()
    assert not steady.is_there("exercises_card")
