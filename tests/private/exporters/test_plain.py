"""The journal in clear: whole, in the documented form, and readable by Steady again."""

import json
from datetime import date

import pytest

from tiapp.core.errors import AppError
from tiapp.learning.model import PromptRef
from tiapp.private.exporters.plain import write_json, write_markdown
from tiapp.private.importers.text_folder import read_folder
from tiapp.private.journal_model import Asked, Draft

HARD = '---\ndate: 1999-01-01\n---\n"quoted": [x] \\ \N{GRINNING FACE} \n\n> é\n'


@pytest.fixture
def journal(room):
    book = room.journal
    book.begin(Draft("Rain.", 'A "hard": day', ("work", 'self, "care"')))
    book.begin(Draft(HARD, day=date(2020, 2, 29)))
    book.begin(Draft("Same", day=date(2021, 1, 1)))
    book.begin(Draft("Same", day=date(2021, 1, 1)))
    ref = PromptRef("p", "m", "one", "b", "Why: this?")
    book.begin(Draft("Because", asked=Asked(ref.text, ref)))
    return book


def test_markdown_holds_a_file_for_each_entry_and_reads_back_the_same(
    journal, make_vault, tmp_path, fixed_clock
):
    from tests.vaults import PASSPHRASE, QUICK
    from tiapp.private.vault import Vault

    assert write_markdown(journal.every(), tmp_path / "out") == 5
    assert len(list((tmp_path / "out").glob("*.md"))) == 5
    other = Vault(tmp_path / "other", fixed_clock, cost=QUICK).create(PASSPHRASE).room
    try:
        report = other.journal.bring_in(read_folder(tmp_path / "out"))
        assert (report.new, report.skipped, report.notes) == (5, (), ())

        def told(book):
            return sorted(
                (e.id, e.written, e.title, e.body.strip("\n"), e.tags, e.asked and e.asked.text)
                for e in book.every()
            )

        assert told(other.journal) == told(journal)
    finally:
        other.close()


def test_importing_ones_own_export_adds_nothing(journal, tmp_path):
    write_markdown(journal.every(), tmp_path / "out")
    assert journal.bring_in(read_folder(tmp_path / "out")).new == 0


def test_json_holds_everything(journal, tmp_path):
    assert write_json(journal.every(), tmp_path / "out") == 5
    whole = json.loads((tmp_path / "out" / "journal.json").read_text(encoding="utf-8"))
    assert (whole["format"], whole["version"], len(whole["entries"])) == ("steady-journal", 1, 5)
    by_id = {entry["id"]: entry for entry in whole["entries"]}
    for entry in journal.every():
        facts = by_id[entry.id]
        assert (facts["body"], facts["title"], tuple(facts["tags"])) == (
            entry.body,
            entry.title,
            entry.tags,
        )
        assert facts["written"] == entry.written.isoformat()
    assert [e["prompt"]["module"] for e in whole["entries"] if e["prompt"]] == ["m"]


def test_the_files_are_the_persons_own(journal, tmp_path):
    write_markdown(journal.every(), tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0
    assert all(f.stat().st_mode & 0o077 == 0 for f in (tmp_path / "out").iterdir())


def test_a_folder_with_something_in_it_is_left_alone(journal, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_text("x", encoding="utf-8")
    with pytest.raises(AppError) as told:
        write_json(journal.every(), tmp_path / "out")
    assert told.value.code == "export-exists"
    assert [f.name for f in (tmp_path / "out").iterdir()] == ["mine"]


def test_an_export_that_breaks_off_leaves_nothing_behind(journal, tmp_path):
    def entries():
        yield from list(journal.every())[:2]
        raise AppError("Locked.", "Open it again.", code="locked")

    with pytest.raises(AppError):
        write_markdown(entries(), tmp_path / "out")
    assert list(tmp_path.glob("out*")) == []
    assert list(tmp_path.glob(".steady*")) == []
