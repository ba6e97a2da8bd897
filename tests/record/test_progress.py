import math
import sqlite3
import threading
import uuid
from datetime import date, datetime

import pytest

from tiapp.core.errors import AppError
from tiapp.record.model import Completion, ModuleProgress, ModuleState, Place, Resume
from tiapp.record.progress import Progress


def reach_all(progress, module):
    for part in module.parts:
        progress.reach(module, part.id)


def test_reading_before_anything_was_begun_makes_no_file(progress, file, module):
    assert progress.resume(module) == Resume(Place("one"), frozenset())
    assert progress.states() == {}
    assert progress.completions() == ()
    assert not file.parent.exists()


def test_remembering_a_place_begins_nothing(progress, file, module):
    progress.remember(module, Place("one", 3))

    assert not file.exists()


def test_reaching_a_part_is_on_the_disk_at_once(progress, file, module, fixed_clock):
    progress.reach(module, "two")

    other = Progress(file, fixed_clock)
    assert other.resume(module) == Resume(Place("two"), frozenset({"two"}))
    other.close()


def test_reaching_a_part_again_changes_nothing_but_the_place(progress, module):
    progress.reach(module, "one")
    progress.reach(module, "two")
    progress.reach(module, "one")

    assert progress.resume(module) == Resume(Place("one"), frozenset({"one", "two"}))
    assert progress.states()["m1"].reached == 2


def test_coming_back_is_exact(progress, module):
    progress.reach(module, "one")
    progress.reach(module, "two")
    progress.remember(module, Place("two", 7, 0.25))

    assert progress.resume(module).place == Place("two", 7, 0.25)


def test_remembering_a_place_reaches_no_part(progress, module):
    progress.reach(module, "one")
    progress.remember(module, Place("three", 1, 0.5))

    assert progress.resume(module) == Resume(Place("three", 1, 0.5), frozenset({"one"}))


def test_a_place_in_a_part_that_is_not_there_is_left_alone(progress, module):
    progress.reach(module, "one")
    progress.remember(module, Place("nowhere", 1, 0.5))

    assert progress.resume(module).place == Place("one")


@pytest.mark.parametrize(
    ("reported", "kept"),
    [
        (Place("one", -1, -0.1), Place("one", 0, 0.0)),
        (Place("one", 2, 1.7), Place("one", 2, 1.0)),
        (Place("one", 2, math.nan), Place("one", 2, 0.0)),
        (Place("one", 2, math.inf), Place("one", 2, 1.0)),
    ],
)
def test_an_odd_place_is_kept_within_its_limits(progress, module, reported, kept):
    progress.reach(module, "one")
    progress.remember(module, reported)

    assert progress.resume(module).place == kept


def test_reaching_a_part_that_the_module_does_not_have_is_a_bug(progress, file, module):
    with pytest.raises(KeyError):
        progress.reach(module, "nowhere")
    assert not file.exists()


def test_finishing_writes_one_completion_as_things_were_on_that_day(progress, module):
    reach_all(progress, module)

    done = progress.finish(module)

    assert uuid.UUID(done.record_id).version == 4
    assert str(uuid.UUID(done.record_id)) == done.record_id
    assert done == Completion(
        record_id=done.record_id,
        module_id="m1",
        title="A made-up module",
        version=1,
        level="informed",
        finished_on=date(2026, 3, 10),
    )
    assert progress.completions() == (done,)


def test_finishing_twice_returns_the_same_completion(progress, module, fixed_clock):
    reach_all(progress, module)
    done = progress.finish(module)
    fixed_clock.move(days=3)

    assert progress.finish(module) == done
    assert progress.completions() == (done,)


def test_the_order_of_the_parts_does_not_matter_for_finishing(progress, module):
    for part in ("three", "one", "two"):
        progress.reach(module, part)

    assert progress.finish(module).module_id == "m1"


def test_a_module_with_parts_ahead_cannot_be_finished(progress, module):
    with pytest.raises(AppError) as nothing_begun:
        progress.finish(module)
    progress.reach(module, "one")
    progress.reach(module, "three")
    with pytest.raises(AppError) as one_ahead:
        progress.finish(module)

    assert nothing_begun.value.code == one_ahead.value.code == "parts-ahead"
    assert "saved" in one_ahead.value.advice
    assert progress.completions() == ()


def test_looking_again_changes_nothing(progress, file, module):
    reach_all(progress, module)
    done = progress.finish(module)
    progress.close()
    before = file.read_bytes()

    assert progress.resume(module) == Resume(
        Place("one"), frozenset({"one", "two", "three"}), looking_again=True
    )
    progress.reach(module, "two")
    progress.remember(module, Place("two", 4, 0.5))
    progress.close()

    assert file.read_bytes() == before
    assert progress.completions() == (done,)
    assert progress.states()["m1"].state is ModuleState.FINISHED


def test_taking_it_again_starts_anew_and_gives_a_second_completion(progress, module, fixed_clock):
    reach_all(progress, module)
    first = progress.finish(module)
    fixed_clock.move(days=30)

    assert progress.take_again(module) == Resume(Place("one"), frozenset())
    assert progress.states()["m1"] == ModuleProgress(
        "m1", ModuleState.STARTED, 0, date(2026, 3, 10)
    )
    with pytest.raises(AppError):
        progress.finish(module)
    reach_all(progress, module)
    second = progress.finish(module)

    assert second.record_id != first.record_id
    assert progress.completions() == (first, second)
    assert progress.states()["m1"] == ModuleProgress(
        "m1", ModuleState.FINISHED, 3, date(2026, 4, 9)
    )


def test_taking_it_again_while_under_way_goes_on(progress, module):
    progress.reach(module, "one")
    progress.reach(module, "two")

    assert progress.take_again(module) == Resume(Place("two"), frozenset({"one", "two"}))


def test_an_attempt_begun_by_taking_it_again_twice_is_one_attempt(progress, module, file):
    reach_all(progress, module)
    progress.finish(module)
    progress.take_again(module)
    progress.take_again(module)
    progress.close()

    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT count(*) FROM attempt").fetchone() == (2,)
    connection.close()


def test_a_completion_can_be_neither_changed_nor_deleted_even_by_hand(progress, module, file):
    reach_all(progress, module)
    done = progress.finish(module)
    progress.close()

    connection = sqlite3.connect(file)
    for change in ("UPDATE completion SET title = 'x'", "DELETE FROM completion"):
        with pytest.raises(sqlite3.IntegrityError, match="for good"):
            connection.execute(change)
    connection.close()
    assert progress.completions() == (done,)


# --- a module that changes while somebody is in the middle of it --------------------------


def test_an_updated_module_keeps_the_place_by_its_part(progress, module, make_module):
    progress.reach(module, "one")
    progress.reach(module, "two")
    progress.remember(module, Place("two", 5, 0.5))
    changed = make_module("zero", "two", "one", "three", version=3)

    assert progress.resume(changed) == Resume(
        Place("two"), frozenset({"one", "two"}), updated_from=1
    )


def test_a_place_in_a_part_that_is_gone_becomes_the_first_part_ahead(progress, module, make_module):
    progress.reach(module, "one")
    progress.reach(module, "two")
    changed = make_module("one", "new", "three", version=2)

    assert progress.resume(changed) == Resume(Place("new"), frozenset({"one"}), updated_from=1)


def test_the_news_is_told_until_the_person_has_moved_on(
    progress, module, make_module, file, fixed_clock
):
    progress.reach(module, "one")
    changed = make_module("one", "two", "three", "four", version=2)

    assert progress.resume(changed).updated_from == 1
    killed_before_reading = Progress(file, fixed_clock)
    assert killed_before_reading.resume(changed).updated_from == 1
    killed_before_reading.reach(changed, "two")
    killed_before_reading.close()

    after = Progress(file, fixed_clock)
    assert after.resume(changed).updated_from is None
    after.close()


def test_remembering_the_place_also_means_that_the_news_was_seen(progress, module, make_module):
    progress.reach(module, "one")
    changed = make_module("one", "two", version=2)
    assert progress.resume(changed).updated_from == 1

    progress.remember(changed, Place("one", 2, 0.5))

    assert progress.resume(changed) == Resume(Place("one", 2, 0.5), frozenset({"one"}))


def test_reaching_a_part_before_the_news_was_told_does_not_swallow_it(
    progress, module, make_module
):
    progress.reach(module, "one")
    changed = make_module("one", "two", version=2)

    progress.reach(changed, "two")

    assert progress.resume(changed).updated_from == 1


def test_reaching_a_part_by_opening_the_module_leaves_the_news_to_be_seen(
    progress, module, make_module
):
    progress.reach(module, "two")
    changed = make_module("one", "three", version=2)
    place = progress.resume(changed).place

    progress.reach(changed, place.part_id, opening=True)
    assert progress.resume(changed).updated_from == 1

    progress.reach(changed, "three")
    assert progress.resume(changed).updated_from is None


def test_a_second_update_is_told_as_well(progress, module, make_module):
    progress.reach(module, "one")
    second = make_module("one", "two", version=2)
    progress.resume(second)
    progress.reach(second, "two")

    assert progress.resume(make_module("one", "two", version=4)).updated_from == 2


def test_an_older_module_put_back_is_no_news(progress, make_module):
    progress.reach(make_module("one", "two", version=5), "one")

    assert progress.resume(make_module("one", "two", version=4)).updated_from is None


def test_a_part_added_by_an_update_has_to_be_reached_too(progress, module, make_module):
    reach_all(progress, module)
    changed = make_module("one", "two", "three", "four", version=2)

    with pytest.raises(AppError):
        progress.finish(changed)
    progress.reach(changed, "four")

    assert progress.finish(changed).version == 2


def test_only_parts_that_still_exist_are_counted(progress, module, make_module):
    progress.reach(module, "one")
    progress.reach(module, "two")
    progress.reach(make_module("one", "new", version=2), "new")

    assert progress.states()["m1"].reached == 2


def test_a_finished_module_that_changes_is_still_finished(progress, module, make_module):
    reach_all(progress, module)
    done = progress.finish(module)
    changed = make_module("one", "two", "three", "four", version=2)

    assert progress.resume(changed).looking_again
    assert progress.resume(changed).updated_from is None
    assert progress.finish(changed) == done


# --- more than one of everything ----------------------------------------------------------


def test_modules_do_not_touch_one_another(progress, make_module):
    first, second = make_module("one", "two", id="first"), make_module("one", "two", id="second")
    reach_all(progress, first)
    progress.finish(first)
    progress.reach(second, "one")

    assert progress.states() == {
        "first": ModuleProgress("first", ModuleState.FINISHED, 2, date(2026, 3, 10)),
        "second": ModuleProgress("second", ModuleState.STARTED, 1, None),
    }


def test_threads_may_use_one_record_at_once(progress, make_module):
    modules = [make_module("a", "b", "c", id=f"m{number}") for number in range(4)]
    problems: list[BaseException] = []

    def learn(module):
        try:
            for part in module.parts:
                progress.reach(module, part.id)
                progress.states()
            progress.finish(module)
        except BaseException as error:
            problems.append(error)

    threads = [threading.Thread(target=learn, args=(module,)) for module in modules]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert problems == []
    assert len(progress.completions()) == 4


def test_a_closed_record_opens_again_by_itself(progress, module):
    progress.reach(module, "one")
    progress.close()
    progress.close()

    assert progress.resume(module).reached == {"one"}


def test_a_record_put_back_from_elsewhere_is_the_one_that_counts(
    progress, module, make_module, file, tmp_path, fixed_clock
):
    other = Progress(tmp_path / "other" / "record.db", fixed_clock)
    other.reach(module, "three")
    other.close()
    progress.reach(module, "one")

    (tmp_path / "other" / "record.db").replace(file)

    assert progress.resume(module).reached == {"three"}
    progress.reach(module, "two")
    assert progress.resume(module).reached == {"two", "three"}


def test_the_file_says_neither_when_somebody_learned_nor_in_which_order(
    progress, module, file, fixed_clock
):
    fixed_clock.set(datetime(2031, 7, 19, 3, 33))
    for part in ("three", "one"):
        progress.reach(module, part)
    progress.remember(module, Place("one", 2, 0.5))
    progress.close()

    assert b"2031" not in file.read_bytes()
    connection = sqlite3.connect(file)
    with pytest.raises(sqlite3.OperationalError, match="no such column: rowid"):
        connection.execute("SELECT rowid FROM reached")
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(reached)")]
    connection.close()
    assert columns == ["attempt_id", "part_id"]
