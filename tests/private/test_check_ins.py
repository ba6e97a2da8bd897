"""Check-ins in the open vault."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.conftest import FixedClock
from tests.vaults import PASSPHRASE
from tiapp.core.errors import AppError
from tiapp.private.check_in_model import Answer, CheckIn
from tiapp.private.check_ins import CheckIns
from tiapp.private.room import Room
from tiapp.private.trend import Period

MORNING = datetime(2026, 3, 10, 9, 30)


@pytest.fixture
def check_ins(room: Room) -> CheckIns:
    return room.check_ins


def _check_in(at: datetime = MORNING, energy: int | None = 1, note: str = "") -> CheckIn:
    answers = (
        Answer("energy", energy, 5),
        Answer("settledness", None, 5),
        Answer("next", words="a walk"),
    )
    return CheckIn(at, "how-it-is-today", 1, answers, note)


def test_what_was_said_comes_back_and_what_was_left_blank_is_not_there(check_ins: CheckIns):
    kept = check_ins.add(_check_in(note="a long day"))
    (found,) = check_ins.latest()
    assert found == replace(kept, answers=(Answer("energy", 1, 5), Answer("next", words="a walk")))
    assert found.note == "a long day"


def test_a_check_in_with_nothing_said_is_kept_too(check_ins: CheckIns):
    check_ins.add(CheckIn(MORNING, "how-it-is-today", 1))
    assert check_ins.count() == 1


def test_several_a_day_are_kept_the_latest_first(check_ins: CheckIns):
    for hour in (9, 16, 12):
        check_ins.add(_check_in(MORNING.replace(hour=hour)))
    assert [found.at.hour for found in check_ins.latest()] == [16, 12, 9]


def test_older_ones_can_be_asked_for_a_page_at_a_time(check_ins: CheckIns):
    for day in range(1, 8):
        check_ins.add(_check_in(MORNING.replace(day=day)))
    assert [found.at.day for found in check_ins.latest(3, skip=2)] == [5, 4, 3]


def test_the_picture_has_a_line_for_each_question_with_answers(check_ins: CheckIns):
    check_ins.add(_check_in(energy=0))
    check_ins.add(_check_in(MORNING.replace(hour=8), energy=4))
    made = check_ins.trend(["energy", "settledness"], Period.WEEK)
    assert [(line.item, len(line.points)) for line in made.lines] == [("energy", 2)]
    assert made.check_ins == 2


def test_a_check_in_without_an_answer_on_a_scale_counts_in_the_picture(check_ins: CheckIns):
    check_ins.add(_check_in(energy=None))
    assert check_ins.trend(["energy"], Period.WEEK).check_ins == 1


def test_an_answer_still_means_the_same_when_the_scale_has_changed(check_ins: CheckIns):
    check_ins.add(CheckIn(MORNING, "how-it-is-today", 1, (Answer("energy", 2, 3),)))
    check_ins.add(
        CheckIn(MORNING.replace(hour=10), "how-it-is-today", 2, (Answer("energy", 4, 5),))
    )
    (line,) = check_ins.trend(["energy"], Period.WEEK).lines
    assert [point.height for point in line.points] == [1.0, 1.0]


def test_one_can_be_deleted_and_put_back(check_ins: CheckIns):
    kept, other = check_ins.add(_check_in()), check_ins.add(_check_in(note="the other"))
    gone = check_ins.delete(kept.id)
    assert [found.id for found in check_ins.latest()] == [other.id]
    assert gone is not None
    check_ins.put_back(gone)
    assert {found.id for found in check_ins.latest()} == {kept.id, other.id}


def test_deleting_what_is_gone_already_does_nothing(check_ins: CheckIns):
    check_ins.add(_check_in())
    assert check_ins.delete("0123") is None
    assert check_ins.count() == 1


def test_all_can_be_deleted_at_once_the_draft_as_well(check_ins: CheckIns):
    check_ins.add(_check_in())
    check_ins.keep_draft(_check_in())
    check_ins.delete_all()
    assert (check_ins.count(), check_ins.draft()) == (0, None)
    assert check_ins.trend(["energy"], Period.ALL).lines == ()


def test_a_draft_is_in_no_list_and_no_picture(check_ins: CheckIns):
    check_ins.keep_draft(_check_in())
    assert (check_ins.latest(), check_ins.count()) == ((), 0)
    assert check_ins.trend(["energy"], Period.ALL).lines == ()


def test_there_is_one_draft_the_newest(check_ins: CheckIns):
    check_ins.keep_draft(_check_in(note="first"))
    check_ins.keep_draft(_check_in(note="second"))
    draft = check_ins.draft()
    assert draft is not None
    assert draft.note == "second"


def test_a_draft_with_nothing_in_it_is_not_kept(check_ins: CheckIns):
    check_ins.keep_draft(_check_in(note="first"))
    check_ins.keep_draft(CheckIn(MORNING, "how-it-is-today", 1, (Answer("energy", None, 5),)))
    assert check_ins.draft() is None


def test_saving_takes_the_draft_away(check_ins: CheckIns):
    check_ins.keep_draft(_check_in(note="begun"))
    check_ins.add(_check_in(note="done"))
    assert check_ins.draft() is None
    assert [found.note for found in check_ins.latest()] == ["done"]


def test_everything_is_there_when_the_vault_is_opened_again(room: Room, make_vault):
    kept = room.check_ins.add(_check_in(note="kept"))
    room.check_ins.keep_draft(_check_in(note="begun"))
    room.close()
    again = make_vault().unlock(PASSPHRASE)
    try:
        assert [found.id for found in again.check_ins.latest()] == [kept.id]
        draft = again.check_ins.draft()
        assert draft is not None and draft.note == "begun"
    finally:
        again.close()


def test_nothing_can_be_kept_or_read_once_the_vault_is_locked(room: Room):
    check_ins = room.check_ins
    room.close()
    for call in (lambda: check_ins.add(_check_in()), check_ins.latest, check_ins.draft):
        with pytest.raises(AppError):
            call()


def test_no_word_of_it_can_be_read_in_the_files(room: Room, home):
    room.check_ins.add(_check_in(note="a secret nobody guesses"))
    room.check_ins.keep_draft(_check_in(note="a draft nobody guesses"))
    room.close()
    for file in home.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert b"nobody guesses" not in data and b"a walk" not in data, file


def test_the_period_ends_today(room: Room, fixed_clock: FixedClock):
    room.check_ins.add(_check_in(fixed_clock.now()))
    fixed_clock.move(days=7)
    assert room.check_ins.trend(["energy"], Period.WEEK).lines == ()
    assert len(room.check_ins.trend(["energy"], Period.MONTH).lines) == 1
