"""Folders of text from anywhere: dates kept, broken files named, nothing lost, nothing twice."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tiapp.core.errors import AppError
from tiapp.private.importers import text_folder
from tiapp.private.importers.dates import day_in_name, read_moment
from tiapp.private.importers.records import DateFrom, Record, Skipped
from tiapp.private.importers.text_folder import read_folder, read_text
from tiapp.private.journal_model import Draft


def write(folder: Path, name: str, text: str | bytes) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def one(text: str, name: str = "note.md") -> Record:
    record = read_text(name, text.encode(), 1_700_000_000.0)
    assert isinstance(record, Record), record
    return record


@pytest.mark.parametrize(
    ("said", "wall", "offset"),
    [
        ("2024-03-01T14:30:00+01:00", datetime(2024, 3, 1, 14, 30), 1),
        ("2024-03-01 14:30:05 -0500", datetime(2024, 3, 1, 14, 30, 5), -5),
        ("2024-03-01T14:30:00.123Z", datetime(2024, 3, 1, 14, 30), 0),
        ("2024-03-01", datetime(2024, 3, 1, 12, 0), None),
        ("1 March 2024", datetime(2024, 3, 1, 12, 0), None),
        ("March 1st, 2024 at 2:30 pm", datetime(2024, 3, 1, 14, 30), None),
        ("01/03/2024 09:05", datetime(2024, 3, 1, 9, 5), None),
        ("20240301", datetime(2024, 3, 1, 12, 0), None),
    ],
)
def test_dates_are_read_as_people_and_programs_write_them(said, wall, offset):
    moment = read_moment(said)
    assert moment is not None
    assert moment.replace(tzinfo=None) == wall
    if offset is not None:
        assert moment.utcoffset() == timedelta(hours=offset)


@pytest.mark.parametrize(
    "said", ["", "soon", "2024-13-01", "99/99/2024", "0000-00-00", "31 April 2024"]
)
def test_what_is_no_date_is_none(said):
    assert read_moment(said) is None


def test_a_named_zone_gives_its_offset():
    summer = read_moment("2024-07-01 10:00", "Europe/London")
    assert summer is not None and summer.utcoffset() == timedelta(hours=1)
    nowhere = read_moment("2024-07-01 10:00", "Not/AZone")
    assert nowhere is not None and nowhere.hour == 10


@pytest.mark.parametrize(
    ("name", "wall", "rest"),
    [
        ("2024-03-01", datetime(2024, 3, 1, 12), ""),
        ("2024-03-01 A walk", datetime(2024, 3, 1, 12), "A walk"),
        ("2024_03_01", datetime(2024, 3, 1, 12), ""),
        ("20240301", datetime(2024, 3, 1, 12), ""),
        ("20240301-1402", datetime(2024, 3, 1, 14, 2), ""),
        ("2024-03-01 1402 Tea", datetime(2024, 3, 1, 14, 2), "Tea"),
        ("1 March 2024", datetime(2024, 3, 1, 12), ""),
        ("A walk 2024-03-01", datetime(2024, 3, 1, 12), "A walk"),
    ],
)
def test_dates_in_names_of_files(name, wall, rest):
    found = day_in_name(name)
    assert found is not None
    assert (found[0].replace(tzinfo=None), found[1]) == (wall, rest)


def test_names_without_a_date_have_none():
    for name in ("A walk", "2024", "12345678901", "v2.0.1", "99999999"):
        assert day_in_name(name) is None


def test_the_first_lines_count_before_the_name_and_the_name_before_the_file():
    text = "---\ndate: 2023-02-01\n---\nHello"
    assert one(text, "2024-03-01.md").date_from is DateFrom.TEXT
    named = one("Hello", "2024-03-01.md")
    assert (named.date_from, named.written.date()) == (DateFrom.NAME, date(2024, 3, 1))
    foldered = one("Hello", "2024/03/01.md")
    assert (foldered.date_from, foldered.written.date()) == (DateFrom.NAME, date(2024, 3, 1))
    assert one("Hello", "walk.md").date_from is DateFrom.FILE


def test_first_lines_give_title_tags_and_zone():
    record = one(
        "---\ntitle: 'It''s fine'\ntags:\n  - Work\n  - \"self care\"\ndate: 2024-07-01 10:00\n"
        "timezone: Europe/London\n---\n\nBody\n"
    )
    assert (record.title, record.tags, record.body) == ("It's fine", ("Work", "self care"), "Body")
    assert (record.zone, record.written.utcoffset()) == ("Europe/London", timedelta(hours=1))
    assert one("---\ntags: [a, b]\n---\nx").tags == ("a", "b")
    assert one('---\ntags: "a b"\n---\nx').tags == ("a b",)


def test_first_lines_nobody_knows_stay_in_the_text():
    record = one("---\nmood: calm\ntitle: T\nweather: rain\n---\nBody")
    assert "mood: calm" in record.body and "weather: rain" in record.body
    assert record.body.endswith("Body")
    assert record.title == "T"


def test_a_date_that_cannot_be_read_stays_and_is_noted():
    record = one("---\ndate: the day after\n---\nBody")
    assert record.note and "date: the day after" in record.body
    assert record.date_from is DateFrom.FILE


def test_a_line_of_dashes_without_an_end_is_text():
    assert one("---\nnot: closed\n").body == "---\nnot: closed"


def test_a_name_becomes_the_title_and_a_date_does_not():
    assert one("x", "A long walk.txt").title == "A long walk"
    assert one("x", "2024-03-01.txt").title == ""
    assert one("x", "2024-03-01 Tea.txt").title == "Tea"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\xff\xfeH\x00i\x00", None),
        ("\ufeffcaf\u00e9\r\nnew".encode(), None),
        (b"caf\xe9", "UTF-8"),
        (b"a\x00b", "control"),
        (b"a\x1b[31m", "control"),
        (b"", "It is empty."),
        (b" \n\n", "It is empty."),
        (b"---\ndate: 2024-01-01\n---\n", "It is empty."),
    ],
)
def test_bytes_that_are_no_text_are_left_with_a_reason(raw, words):
    record = read_text("x.md", raw, 0.0)
    if words is None:
        assert isinstance(record, Record)
        assert "\r" not in record.body
    else:
        assert isinstance(record, Skipped) and words in record.why


def test_a_folder_is_read_whole_and_what_is_left_out_is_named(tmp_path):
    write(tmp_path, "2024-03-01.md", "one")
    write(tmp_path, "sub/deep/2024-03-02.txt", "two")
    write(tmp_path, "photo.jpg", b"\xff\xd8")
    write(tmp_path, ".obsidian/app.json", "{}")
    write(tmp_path, "bad.md", b"\xe9")
    write(tmp_path, "large.md", b"a" * (text_folder.BYTES_MOST + 1))
    os.symlink("/etc/passwd", tmp_path / "link.md")
    os.mkfifo(tmp_path / "pipe.md")
    found = list(read_folder(tmp_path))
    assert [r.where for r in found if isinstance(r, Record)] == [
        "2024-03-01.md",
        "sub/deep/2024-03-02.txt",
    ]
    why = {s.where: s.why for s in found if isinstance(s, Skipped)}
    assert set(why) == {"photo.jpg", ".obsidian", "bad.md", "large.md", "link.md", "pipe.md"}
    assert "link" in why["link.md"] and "larger" in why["large.md"]
    assert "ordinary file" in why["pipe.md"]


def test_too_many_too_large_and_too_deep_come_to_an_end(tmp_path, monkeypatch):
    monkeypatch.setattr(text_folder, "FILES_MOST", 3)
    monkeypatch.setattr(text_folder, "DEPTH_MOST", 2)
    write(tmp_path, "/".join(["a"] * 5) + "/x.md", "deep")
    for n in range(6):
        write(tmp_path, f"n{n}.md", f"text {n}")
    found = list(read_folder(tmp_path))
    assert sum(isinstance(r, Record) for r in found) == 3
    assert any("too many folders deep" in r.why for r in found if isinstance(r, Skipped))
    assert any("at a time" in r.why for r in found if isinstance(r, Skipped))


def test_a_folder_that_is_none_says_so(tmp_path):
    with pytest.raises(AppError) as told:
        list(read_folder(tmp_path / "missing"))
    assert told.value.code == "import-folder"


@given(raw=st.binary(max_size=400), name=st.text(max_size=40))
def test_no_file_is_an_error(raw, name):
    assert isinstance(read_text(f"{name}.md", raw, 0.0), Record | Skipped)


LINES = st.sampled_from(
    ["---", "date: 2024-01-01", "tags: [", "tags:", "- a", 'title: "', "x: y", "", "..."]
)


@given(lines=st.lists(LINES, max_size=12))
def test_first_lines_of_any_kind_lose_no_word(lines):
    record = read_text("x.md", "\n".join([*lines, "lighthouse"]).encode(), 0.0)
    assert isinstance(record, Record)
    assert "lighthouse" in record.body


# Into the journal


def test_an_import_keeps_days_zones_and_tags_and_is_found(room, tmp_path):
    write(
        tmp_path,
        "a.md",
        "---\ndate: 2024-07-01T09:00:00+02:00\ntags: [sea]\n---\nBy the lighthouse",
    )
    report = room.journal.bring_in(read_folder(tmp_path))
    assert (report.new, report.first, report.last) == (1, date(2024, 7, 1), date(2024, 7, 1))
    (line,) = room.journal.find("tag:sea lighth").lines
    entry = room.journal.entry(line.id)
    assert entry.written.isoformat() == "2024-07-01T09:00:00+02:00"


def test_a_dry_run_changes_nothing_and_says_the_same(room, tmp_path):
    tmp_path = tmp_path / "old"
    for n in range(3):
        write(tmp_path, f"2024-03-0{n + 1}.md", f"entry {n}")
    write(tmp_path, "x.png", b"")
    dry = room.journal.bring_in(read_folder(tmp_path), dry_run=True)
    assert list(room.journal.every()) == []
    assert dry == room.journal.bring_in(read_folder(tmp_path))
    assert (dry.new, len(dry.skipped)) == (3, 1)


def test_a_second_import_adds_nothing_even_from_another_place(room, tmp_path):
    for folder in ("here", "there/sub"):
        write(tmp_path / folder, "2024-03-01.md", "one")
        os.utime(write(tmp_path / folder, "undated.md", "two"), (1e9 + len(folder), 1e9))
    room.journal.bring_in(read_folder(tmp_path / "here"))
    again = room.journal.bring_in(read_folder(tmp_path / "there"))
    assert (again.new, again.here_already) == (0, 2)
    assert len(list(room.journal.every())) == 2


def test_what_was_imported_and_changed_here_is_left_as_it_is(room, tmp_path):
    write(tmp_path, "2024-03-01.md", "one")
    room.journal.bring_in(read_folder(tmp_path))
    (entry,) = room.journal.every()
    room.journal.save(entry.id, Draft("one, and more"))
    assert room.journal.bring_in(read_folder(tmp_path)).new == 0
    (entry,) = room.journal.every()
    assert entry.body == "one, and more"


def test_equal_words_on_two_days_are_two_entries(room, tmp_path):
    write(tmp_path, "2024-03-01.md", "Tired.")
    write(tmp_path, "2024-03-02.md", "Tired.")
    assert room.journal.bring_in(read_folder(tmp_path)).new == 2


def test_an_import_that_breaks_off_leaves_everything_as_it_was(room):
    def records():
        yield Record("a", datetime(2024, 1, 1, tzinfo=UTC), "one")
        raise AppError("The stick is gone.", "Put it back.", code="gone")

    with pytest.raises(AppError):
        room.journal.bring_in(records())
    assert list(room.journal.every()) == []


@given(texts=st.lists(st.text(alphabet="ab \n-:#", min_size=1, max_size=30), max_size=6))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_entry_of_a_folder_is_in_the_journal_or_named(room, tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("folder")
    for n, text in enumerate(texts):
        write(folder, f"2024-03-{n + 1:02}.md", text)
    before = len(list(room.journal.every()))
    report = room.journal.bring_in(read_folder(folder))
    assert report.new + report.here_already + len(report.skipped) == len(texts)
    assert len(list(room.journal.every())) == before + report.new
