"""tiapp journal, as somebody at a terminal meets it."""

import json
import os
import subprocess
import sys

import pytest

from tests.vaults import PASSPHRASE, QUICK
from tiapp import cli
from tiapp.core.clock import SystemClock
from tiapp.private import key_file
from tiapp.private.journal_model import Draft
from tiapp.private.vault import Vault
from tiapp.services import Services
from tiapp.storage.paths import Paths


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(key_file, "USUAL_COST", QUICK)


@pytest.fixture
def data(tmp_path):
    """A person with a private room and two entries in it."""
    folder = tmp_path / "data"
    services = Services(Paths.under(folder), SystemClock())
    person = services.people.add("Isla")
    room = (
        Vault(services.people.folder(person.id), SystemClock(), cost=QUICK).create(PASSPHRASE).room
    )
    room.journal.begin(Draft("Rain by the lighthouse", tags=("sea",)))
    room.journal.begin(Draft("A night shift, and calm", "Night"))
    room.close()
    return folder


@pytest.fixture
def tell(data, capsys):
    """`code, out, err = tell("journal", "search", "rain")`; the passphrase comes by itself."""

    def run(*arguments, passphrase=PASSPHRASE):
        reader, writer = os.pipe()
        os.write(writer, f"{passphrase}\n".encode())
        os.close(writer)
        code = cli.run(["--data", str(data), *arguments, "--passphrase-fd", str(reader)])
        os.close(reader)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_search_lists_day_heading_and_place(tell):
    code, out, err = tell("journal", "search", "lighthouse")
    assert (code, err) == (0, "")
    assert "Rain by the lighthouse" in out and "[sea]" in out


def test_search_takes_phrases_tags_and_whole_words(tell):
    assert "Night" in tell("journal", "search", "night shift")[1]
    assert "Rain" in tell("journal", "search", "tag:sea")[1]
    assert tell("journal", "search", "light")[1] == "Nothing found.\n"


def test_search_answers_other_programs(tell):
    code, out, _ = tell("journal", "search", "calm", "--json")
    facts = json.loads(out)
    assert code == 0
    assert [entry["heading"] for entry in facts["entries"]] == ["Night"]


def test_a_date_that_cannot_be_read_is_said(tell):
    code, out, err = tell("journal", "search", "on:soon")
    assert (code, out) == (2, "")
    assert "search-date" in err


def test_a_wrong_passphrase_shows_nothing(tell):
    code, out, err = tell("journal", "search", "calm", passphrase="not the right words")
    assert (code, out) == (2, "")
    assert "passphrase-differs" in err


def test_import_tells_first_and_then_brings_in_once(tell, tmp_path):
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "2020-02-01.md").write_text("An old day", encoding="utf-8")
    (folder / "broken.md").write_bytes(b"\xe9\xff")
    code, out, _ = tell("journal", "import", "markdown", str(folder), "--dry-run")
    assert code == 0
    assert "1 entries would be imported." in out and "broken.md" in out and "UTF-8" in out
    assert tell("journal", "search", "old")[1] == "Nothing found.\n"
    assert "1 entries imported." in tell("journal", "import", "markdown", str(folder))[1]
    code, out, _ = tell("journal", "import", "markdown", str(folder), "--json")
    assert json.loads(out)["new"] == 0
    assert "An old day" in tell("journal", "search", "on:2020-02")[1]


def test_an_import_from_nowhere_asks_for_no_passphrase(tell, tmp_path):
    code, _, err = tell("journal", "import", "markdown", str(tmp_path / "no"))
    assert code == 2 and "import-folder" in err


def test_a_plain_export_has_to_be_meant(tell, tmp_path):
    code, out, err = tell("journal", "export", str(tmp_path / "out"))
    assert (code, out) == (2, "")
    assert "--plain" in err and not (tmp_path / "out").exists()


@pytest.mark.parametrize(("form", "files"), [("md", 2), ("json", 1)])
def test_export_writes_what_was_asked_for(tell, tmp_path, form, files):
    target = tmp_path / "out"
    code, out, _ = tell("journal", "export", "--format", form, str(target), "--plain")
    assert code == 0 and "2 entries" in out
    assert len(list(target.iterdir())) == files


def test_searching_does_not_import_sqlalchemy_or_qt(data):
    """Its import takes longer than all the rest of the command."""
    program = f"""
import sys
from tests.vaults import QUICK
from tiapp import cli
from tiapp.private import key_file

key_file.USUAL_COST = QUICK
search = ["journal", "search", "calm", "--passphrase-fd", "0"]
code = cli.run(["--data", {str(data)!r}, *search])
print(code, sorted({{"sqlalchemy", "alembic", "PySide6"}} & set(sys.modules)))
"""
    ran = subprocess.run(
        [sys.executable, "-c", program],
        input=PASSPHRASE,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines()[-1] == "0 []"
