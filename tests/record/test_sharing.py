"""Details, key and modules from elsewhere: kept with the record, and never mixed with another's."""

import random
import sqlite3
from dataclasses import replace
from datetime import date
from threading import Thread

import pytest

from tiapp.record.first_screen import read_first_screen
from tiapp.record.model import Completion, Details, ModuleState
from tiapp.record.sharing import Sharing
from tiapp.record.store import Store

AWAY = Completion(
    "12345678-1234-4234-8234-123456789abc", "away", "Done away", 2, "skilled", date(2026, 2, 1)
)


@pytest.fixture
def sharing(file):
    sharing = Sharing(file)
    yield sharing
    sharing.close()


def test_before_anything_was_said_there_is_nothing_and_no_file(sharing, file):
    assert sharing.details() == Details()
    assert sharing.folder() == ""
    assert sharing.next_number() == 1
    assert not file.parent.exists()


def test_details_are_kept_tidied(sharing, file):
    kept = sharing.keep_details(Details("  Zoë\n\tŁukasz \u202e", "00417\x00", "T" * 300, ""))
    assert kept == Details("Zoë Łukasz", "00417", "T" * 100, "")
    again = Sharing(file)
    assert again.details() == kept
    again.close()


def test_details_and_folder_do_not_replace_one_another(sharing):
    sharing.keep_folder("/shared")
    sharing.keep_details(Details("Zoë"))
    assert sharing.folder() == "/shared"
    sharing.keep_folder("/elsewhere")
    assert sharing.details() == Details("Zoë")


def test_files_are_numbered_and_the_key_stays(sharing, file):
    seed, number = sharing.take_number()
    assert (len(seed), number) == (32, 1)
    assert sharing.next_number() == 2
    again = Sharing(file)
    assert again.take_number() == (seed, 2)
    again.close()


def test_each_record_has_a_key_of_its_own(sharing, tmp_path):
    other = Sharing(tmp_path / "other" / "record.db")
    assert sharing.take_number()[0] != other.take_number()[0]
    other.close()


def test_two_programs_never_give_two_files_the_same_number(sharing, file):
    sharing.take_number()
    numbers = []

    def save():
        mine = Sharing(file)
        numbers.extend(mine.take_number()[1] for _ in range(5))
        mine.close()

    threads = [Thread(target=save) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(numbers) == list(range(2, 17))


def test_modules_from_elsewhere_are_added_once(sharing, progress):
    assert sharing.add_from_elsewhere([AWAY, AWAY]) == 1
    assert sharing.add_from_elsewhere([AWAY, replace(AWAY, title="Edited")]) == 0
    assert progress.completions() == (AWAY,)
    assert progress.states()["away"].state is ModuleState.FINISHED


def test_what_was_finished_here_is_not_added_again(sharing, progress, module):
    for part in ("one", "two", "three"):
        progress.reach(module, part)
    done = progress.finish(module)
    assert sharing.add_from_elsewhere([done, AWAY]) == 1
    assert progress.completions() == (AWAY, done), "oldest first"


def test_a_module_from_elsewhere_is_for_good(sharing, file):
    sharing.add_from_elsewhere([AWAY])
    sharing.close()
    connection = sqlite3.connect(file)
    for statement in ("UPDATE elsewhere SET title = 'x'", "DELETE FROM elsewhere"):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
    connection.close()


def test_home_and_lists_say_the_same_of_modules_from_elsewhere(
    sharing, progress, file, make_module
):
    chance = random.Random(3)
    for number in range(40):
        module = make_module("a", id=f"m{chance.randrange(12)}")
        if chance.random() < 0.5:
            progress.take_again(module)
            progress.reach(module, "a")
            if chance.random() < 0.6:
                progress.finish(module)
        else:
            day = date(2026, chance.randrange(1, 13), 1)
            record_id = f"12345678-1234-4234-8234-{number:012}"
            done = replace(AWAY, record_id=record_id, module_id=module.id, finished_on=day)
            sharing.add_from_elsewhere([done])
    store = Store(file)
    with store.reading() as rows:
        assert read_first_screen(file).states == tuple(rows.states().values())
    store.close()


def test_a_module_finished_elsewhere_can_be_taken_here_too(sharing, progress, make_module):
    sharing.add_from_elsewhere([AWAY])
    away = make_module("a", "b", id="away")
    assert not progress.resume(away).looking_again
    progress.reach(away, "a")
    assert progress.states()["away"].state is ModuleState.STARTED
    assert progress.states()["away"].finished_on == AWAY.finished_on
