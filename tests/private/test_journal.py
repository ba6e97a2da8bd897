"""The journal in a real vault: what is written is there, found, and gone when it should be."""

import random
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vaults import PASSPHRASE
from tiapp.core.errors import AppError
from tiapp.learning.model import PromptRef
from tiapp.private.journal_model import BODY_MOST, Asked, Draft
from tiapp.private.search_language import parse
from tiapp.private.store.journal_search import statements


@pytest.fixture
def journal(room):
    return room.journal


def ids(found):
    return [line.id for line in found.lines]


REF = PromptRef("a-pack", "a-module", "part-1", "assumed-before", "What did you assume?")


def test_what_is_begun_is_there_with_its_day_time_and_zone(journal, fixed_clock):
    entry = journal.begin(Draft("Rain.", "Monday", ("work",), Asked("Why?", id="why")))
    assert journal.entry(entry.id) == entry
    assert entry.written.replace(tzinfo=None) == fixed_clock.now()
    assert entry.written.utcoffset() is not None
    assert (entry.body, entry.title, entry.tags) == ("Rain.", "Monday", ("work",))
    assert entry.asked == Asked("Why?", id="why")


def test_saving_writes_over_and_search_follows_at_once(journal):
    entry = journal.begin(Draft("cloudy morning"))
    journal.save(entry.id, Draft("sunny morning"))
    assert ids(journal.find("sunny")) == [entry.id]
    assert ids(journal.find("cloudy")) == []
    assert journal.entry(entry.id).body == "sunny morning"


def test_an_entry_left_and_taken_up_again_is_found_by_its_words_of_now_alone(journal):
    entry = journal.begin(Draft("first words"))
    journal.settle(entry.id)
    assert ids(journal.find("first")) == [entry.id]
    journal.save(entry.id, Draft("second words"))
    assert (ids(journal.find("first")), ids(journal.find("second"))) == ([], [entry.id])
    journal.settle(entry.id)
    assert (ids(journal.find("first")), ids(journal.find("second"))) == ([], [entry.id])


def test_it_survives_locking_without_being_left(make_vault, fixed_clock):
    made = make_vault().create(PASSPHRASE)
    entry = made.room.journal.begin(Draft("halfway"))
    made.room.close()
    room = make_vault().unlock(PASSPHRASE)
    try:
        assert ids(room.journal.find("half")) == [entry.id]
        room.journal.tidy()
        assert ids(room.journal.find("half")) == [entry.id]
    finally:
        room.close()


def test_the_newest_come_first_by_their_own_day(journal, fixed_clock):
    new = journal.begin(Draft("rain now"))
    old = journal.begin(Draft("rain then", day=date(2020, 5, 4)))
    between = journal.begin(Draft("rain between", day=date(2023, 5, 4)))
    assert ids(journal.find("rain")) == [new.id, between.id, old.id]
    assert ids(journal.find()) == [new.id, between.id, old.id]
    assert ids(journal.find("rain on:2020")) == [old.id]
    assert ids(journal.find("before:2023-05-04")) == [old.id]
    assert ids(journal.find("after:2023 rain")) == [new.id]


def test_entries_of_the_same_moment_do_not_push_each_other_out(journal):
    written = [journal.begin(Draft(f"note {n}")) for n in range(5)]
    assert ids(journal.find("note")) == [entry.id for entry in reversed(written)]


def test_words_phrases_accents_and_tags_are_found(journal):
    one = journal.begin(Draft("A long night shift at the café", tags=("Self care", "work")))
    two = journal.begin(Draft("night, and then a shift", tags=("selfcare",)))
    assert ids(journal.find("night shift")) == [two.id, one.id]
    assert ids(journal.find('"night shift"')) == [one.id]
    assert ids(journal.find("cafe")) == [one.id]
    assert ids(journal.find('tag:"self care" ')) == [one.id]
    assert ids(journal.find("tag:self")) == [two.id, one.id]
    assert ids(journal.find("tag:work nig")) == [one.id]
    assert ids(journal.find("care")) == [one.id]
    assert ids(journal.find("tag:night ")) == []


def test_the_excerpt_shows_where_it_was_found(journal):
    journal.begin(Draft("word " * 60 + "lighthouse " + "word " * 60, "A walk"))
    (line,) = journal.find("lighthouse").lines
    assert line.heading == "A walk"
    assert "lighthouse" in line.excerpt


def test_marks_of_markdown_stay_out_of_lists(journal):
    journal.begin(Draft("# Today\n\n> she said **no**\n- and then #work"))
    (line,) = journal.find().lines
    assert line.excerpt == "Today she said no and then #work"


def test_more_than_are_shown_is_said(journal):
    for n in range(4):
        journal.begin(Draft(f"rain {n}"))
    assert journal.find("rain", most=3).more
    assert not journal.find("rain", most=4).more


@given(typed=st.text(max_size=80))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_can_be_typed_breaks_the_search(journal, typed):
    journal.find(typed)
    journal.find(typed, typing=False)


WORDS = ["rain", "sun", "cloud", "storm", "snow", "wind"]


@given(seed=st.integers(0, 10_000))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_search_and_lists_always_agree_with_what_is_written(
    make_vault, tmp_path, fixed_clock, seed
):
    """Whatever is done in whatever order, the indexes say what reading everything would say."""
    from tests.vaults import QUICK
    from tiapp.private.vault import Vault

    chance = random.Random(seed)
    room = Vault(tmp_path / str(seed), fixed_clock, cost=QUICK)
    room = (room.unlock if room.state() == "locked" else lambda p: room.create(p).room)(PASSPHRASE)
    try:
        journal, known = room.journal, {}

        def words():
            return " ".join(chance.choices(WORDS, k=3)), tuple(chance.sample(WORDS, 1))

        for _ in range(40):
            fixed_clock.move(minutes=chance.randint(0, 30))
            step = chance.choice("bbssssdugmt")
            entry_id = chance.choice(list(known)) if known else None
            if step == "b" or entry_id is None:
                body, tags = words()
                known[journal.begin(Draft(body, tags=tags)).id] = [body, tags, False]
            elif step == "s":
                body, tags = words()
                journal.save(entry_id, Draft(body, tags=tags))
                known[entry_id] = [body, tags, False]
            elif step == "d":
                journal.delete(entry_id)
                known[entry_id][2] = True
            elif step == "u":
                journal.undelete(entry_id)
                known[entry_id][2] = False
            elif step == "g":
                journal.delete_for_good(entry_id)
                del known[entry_id]
            elif step == "m":
                body, tags, _ = known[entry_id]
                day = date(2026, 1, chance.randint(1, 28))
                journal.save(entry_id, Draft(body, tags=tags, day=day))
                known[entry_id][2] = False
            else:
                journal.tidy() if chance.random() < 0.5 else journal.settle(entry_id)
        alive = {i: (b, t) for i, (b, t, gone) in known.items() if not gone}
        for word in WORDS:
            assert set(ids(journal.find(f"{word} "))) == {
                i for i, (body, tags) in alive.items() if word in body.split() or word in tags
            }
            assert set(ids(journal.find(f"tag:{word} "))) == {
                i for i, (_, tags) in alive.items() if word in tags
            }
        assert {t.tag: t.entries for t in journal.tags()} == {
            word: count
            for word in sorted(WORDS)
            if (count := sum(word in tags for _, tags in alive.values()))
        }
        assert {entry.id: (entry.body, entry.tags) for entry in journal.every()} == alive
    finally:
        room.close()


def test_every_plan_uses_a_key_or_an_index(room):
    """Nothing reads all entries to answer: FTS5 shows as SCAN, but by its own index."""
    room.journal.begin(Draft("rain"))
    for typed in ("", "r", "rain tag:a", '"a b" on:2026-11', "on:today"):
        statement, values = statements(parse(typed, date(2026, 11, 27)))
        with room.sessions.reading() as session:
            plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            steps = [row[3] for row in plan]
        assert not [step for step in steps if step.startswith("SCAN") and "entry" in step]
        assert not [step for step in steps if step in ("SCAN e", "SCAN journal_entry")]
        assert any("INTEGER PRIMARY KEY" in step for step in steps)


# Days, tags, replies


def test_the_calendar_knows_the_days_of_a_month(journal, fixed_clock):
    for day in (date(2026, 2, 1), date(2026, 2, 28), date(2026, 2, 28), date(2026, 3, 1)):
        journal.begin(Draft("a", day=day))
    gone = journal.begin(Draft("a", day=date(2026, 2, 3)))
    journal.delete(gone.id)
    assert journal.month(2026, 2).days == {1: 1, 28: 2}
    assert journal.month(2026, 12).days == {}


def test_tags_are_counted_whatever_their_capitals(journal):
    journal.begin(Draft("a", tags=("work",)))
    journal.begin(Draft("b", tags=("Work", "home")))
    assert [(t.tag, t.entries) for t in journal.tags()] == [("home", 1), ("work", 2)]


def test_a_reply_is_found_by_its_prompt_and_leads_back(journal):
    entry = journal.begin(Draft("I thought so", asked=Asked(REF.text, REF)))
    assert [reply.id for reply in journal.replies(REF)] == [entry.id]
    assert journal.entry(entry.id).asked.ref == REF
    other = PromptRef("a-pack", "a-module", "part-1", "another", "")
    assert journal.replies(other) == ()
    journal.delete(entry.id)
    assert journal.replies(REF) == ()


# History


def test_a_sitting_keeps_one_version_and_a_later_one_another(journal, fixed_clock):
    entry = journal.begin(Draft("one"))
    fixed_clock.move(minutes=1)
    journal.save(entry.id, Draft("one two"))
    assert journal.versions(entry.id) == ()
    fixed_clock.move(hours=2)
    journal.save(entry.id, Draft("one two three"))
    journal.save(entry.id, Draft("one two three four"))
    assert [version.body for version in journal.versions(entry.id)] == ["one two"]


def test_much_that_goes_at_once_is_kept(journal):
    entry = journal.begin(Draft("word " * 100))
    journal.save(entry.id, Draft("w"))
    journal.save(entry.id, Draft(""))
    assert [v.body for v in journal.versions(entry.id)] == ["w", "word " * 100]


def test_bringing_back_loses_nothing(journal, fixed_clock):
    entry = journal.begin(Draft("before", tags=("old",)))
    fixed_clock.move(hours=1)
    journal.save(entry.id, Draft("after", tags=("new",)))
    (version,) = journal.versions(entry.id)
    brought = journal.bring_back(entry.id, version.number)
    assert (brought.body, brought.tags) == ("before", ("old",))
    assert "after" in [version.body for version in journal.versions(entry.id)]
    assert ids(journal.find("before")) == [entry.id]
    with pytest.raises(AppError) as gone:
        journal.bring_back(entry.id, 999)
    assert gone.value.code == "entry-gone"


def test_a_deleted_entry_comes_back_whole_within_ninety_days(journal, fixed_clock):
    entry = journal.begin(Draft("rain", "Title", ("wet",)))
    until = journal.delete(entry.id)
    assert until == fixed_clock.today() + timedelta(days=90)
    assert (ids(journal.find("rain")), journal.tags(), ids(journal.find())) == ([], (), [])
    assert [line.id for line in journal.deleted()] == [entry.id]
    fixed_clock.move(days=89)
    journal.tidy()
    back = journal.undelete(entry.id)
    assert (back.body, back.title, back.tags, back.deleted) == ("rain", "Title", ("wet",), None)
    assert ids(journal.find("rain tag:wet")) == [entry.id]


def test_after_ninety_days_it_is_gone_for_good(journal, fixed_clock):
    entry = journal.begin(Draft("rain"))
    fixed_clock.move(hours=1)
    journal.save(entry.id, Draft("sun"))
    other = journal.begin(Draft("stays"))
    journal.delete(entry.id)
    fixed_clock.move(days=91)
    journal.tidy()
    assert journal.entry(entry.id) is None
    assert journal.deleted() == ()
    assert journal.entry(other.id) is not None
    with pytest.raises(AppError):
        journal.undelete(entry.id)


def test_writing_on_brings_a_deleted_entry_back(journal):
    entry = journal.begin(Draft("rain"))
    journal.delete(entry.id)
    journal.save(entry.id, Draft("rain again"))
    assert ids(journal.find("again")) == [entry.id]


def test_an_entry_gone_for_good_meanwhile_is_written_anew(journal):
    entry = journal.begin(Draft("rain"))
    journal.delete_for_good(entry.id)
    saved = journal.save(entry.id, Draft("rain, still on the screen"))
    assert journal.entry(saved.id).body == "rain, still on the screen"


def test_an_entry_nobody_wrote_in_goes_when_it_is_left(journal):
    entry = journal.begin(Draft("  "))
    journal.settle(entry.id)
    assert journal.entry(entry.id) is None


def test_an_emptied_entry_stays_as_long_as_its_versions_do(journal):
    entry = journal.begin(Draft("something"))
    journal.save(entry.id, Draft(""))
    journal.settle(entry.id)
    assert journal.entry(entry.id) is not None


def test_nothing_of_a_deleted_entry_stays_in_the_tables_or_indexes(room, fixed_clock):
    """The bytes themselves are looked at in clear: the encryption would hide what is left."""
    journal = room.journal
    for n in range(30):
        journal.begin(Draft(f"ordinary entry number {n} with words", tags=("work",)))
    entry = journal.begin(Draft("xylophonist zeppelins", "quetzalcoatl", ("wolpertinger",)))
    journal.settle(entry.id)
    fixed_clock.move(hours=1)
    journal.save(entry.id, Draft("xylophonist only, and brobdingnagian"))
    fixed_clock.move(hours=1)
    journal.save(entry.id, Draft("nothing special"))
    journal.settle(entry.id)
    journal.delete_for_good(entry.id)
    with room.sessions.driver() as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE V%'"
            )
        ]
        assert "journal_words_data" in tables and "journal_history" in tables
        everything = [
            cell if isinstance(cell, bytes) else str(cell).encode()
            for table in tables
            for row in connection.execute(f"SELECT * FROM {table}")
            for cell in row
        ]
    whole = b"\n".join(everything)
    assert b"ordinary" in whole
    # an index writes what differs from the word before it, so the ends of words are looked for
    for word in (b"ophonist", b"ppelins", b"zalcoatl", b"pertinger", b"dingnagian"):
        assert word not in whole


def test_odd_letters_are_kept_or_dropped_but_never_lose_the_rest(journal):
    entry = journal.begin(Draft("a\0b \ud800 c", "x" * 500, ("t" * 99,)))
    kept = journal.entry(entry.id)
    assert kept.body == "ab ? c"
    assert len(kept.title) == 200


def test_words_are_never_cut_off_and_called_saved(journal):
    entry = journal.begin(Draft("short"))
    longest = "a" * BODY_MOST
    assert journal.save(entry.id, Draft(longest)).body == longest
    with pytest.raises(AppError) as caught:
        journal.save(entry.id, Draft(longest + "b"))
    assert caught.value.code == "entry-long"
    assert journal.entry(entry.id).body == longest


def test_names_are_kept_in_order_and_once(journal):
    journal.set_names(["  Zoë ", "Ana", "", "Ana"])
    assert journal.names() == ("Ana", "Zoë")
    journal.set_names([])
    assert journal.names() == ()


def test_a_locked_journal_says_so_calmly(room):
    journal = room.journal
    room.close()
    for call in (journal.find, lambda: journal.begin(Draft("x")), journal.tidy):
        with pytest.raises(AppError):
            call()


def test_the_years_of_a_long_life_keep_their_order(journal):
    old = journal.begin(Draft("then", day=date(1901, 1, 1)))
    late = journal.begin(Draft("then", day=date(2199, 12, 31)))
    assert ids(journal.find("then")) == [late.id, old.id]
    assert journal.entry(old.id).written.date() == date(1901, 1, 1)
    assert isinstance(old.written, datetime)


def test_the_file_counts_as_whole_with_entries_fresh_deleted_and_settled(room):
    journal = room.journal
    settled, deleted, _ = (journal.begin(Draft(f"entry {n}")) for n in range(3))
    journal.settle(settled.id)
    journal.delete(deleted.id)
    with room.sessions.driver() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
