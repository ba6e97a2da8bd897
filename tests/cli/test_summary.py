"""tiapp summary and tiapp verify, as a script would call them."""

import csv
import io
import json
import os

import pytest

from tests.supervision.building import signed
from tiapp import cli
from tiapp.services import Services
from tiapp.storage.paths import Paths


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def services(data, fixed_clock):
    return Services(Paths.under(data), fixed_clock)


@pytest.fixture
def tell(data, capsys):
    def run(*arguments):
        code = cli.run(["--data", str(data), *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def learned(services):
    """Somebody who finished the first two modules, on 10 and 20 March."""
    mine = services.for_person(services.people.add("Zoë"))
    for entry in services.library.entries()[:2]:
        module = services.library.module(entry.id)
        for part in module.parts:
            mine.progress.reach(module, part.id)
        mine.progress.finish(module)
        services.clock.move(days=10)
    mine.close()
    return services.library.entries()[:2]


def test_each_form_is_written_where_it_was_wanted(tell, learned, tmp_path):
    for form in ("csv", "xlsx", "pdf", "xapi", "signed"):
        code, out, err = tell("summary", "--format", form, "--out", tmp_path / f"a.{form}")
        assert (code, err) == (0, "")
        assert "2 completions" in out
        assert (tmp_path / f"a.{form}").stat().st_size > 100
    assert tell("verify", tmp_path / "a.signed")[0] == 0


def test_a_period_chooses(tell, learned, tmp_path):
    arguments = ("summary", "--format", "csv", "--since", "2026-03-11", "--until", "2026-03-20")
    assert tell(*arguments, "--out", tmp_path / "a.csv")[0] == 0
    lines = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_text("utf-8-sig"))))
    assert [line[4] for line in lines[1:]] == [learned[1].id]


def test_a_file_that_is_there_is_kept_unless_forced(tell, learned, tmp_path):
    (tmp_path / "a.csv").write_text("theirs")
    code, out, err = tell("summary", "--format", "csv", "--out", tmp_path / "a.csv")
    assert (code, out) == (2, "") and "already" in err and err.count("\n") == 1
    assert (tmp_path / "a.csv").read_text() == "theirs"
    assert tell("summary", "--format", "csv", "--out", tmp_path / "a.csv", "--force")[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "csv"),
        ("--format", "docx", "--out", "a"),
        ("--format", "csv", "--out", ""),
        ("--format", "csv", "--out", "a", "--since", "22/11/2026"),
        ("--format", "csv", "--out", "a", "--since", "20261122"),
        ("--format", "csv", "--out", "a", "--since", "2026-02-30"),
        ("--format", "csv", "--out", "a", "--since", "2026-02-02", "--until", "2026-02-01"),
        ("--format", "csv", "--out", "no/such/folder/a.csv"),
        ("--format", "csv", "--out", "."),
    ],
)
def test_what_cannot_be_understood_is_one_calm_line(
    tell, learned, arguments, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    code, out, err = tell("summary", *arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1 and "Nothing was" in err
    assert sorted(os.listdir(tmp_path)) == ["data"]


def test_nobody_and_several_people_are_said(tell, services, tmp_path):
    arguments = ("summary", "--format", "signed", "--out", tmp_path / "a.json")
    assert "person-none" in tell(*arguments)[2]
    services.people.add("Ann")
    services.people.add("Zoë")
    assert "person-needed" in tell(*arguments)[2]
    code, out, _ = tell("--person", "Ann", *arguments)
    assert code == 0 and "0 completions" in out


# --- verify -------------------------------------------------------------------------------


def test_an_intact_file_of_an_unknown_key_is_accepted_and_no_folder_is_made(tell, data, tmp_path):
    (tmp_path / "a.json").write_bytes(signed(3))
    code, out, err = tell("verify", tmp_path / "a.json")
    assert (code, err) == (0, "")
    assert "unaltered since it was saved by installation" in out
    assert "22 November 2026" in out and "00417" in out
    assert "verified training" not in out
    assert not data.exists()


def test_one_bad_file_does_not_hide_the_others(tell, tmp_path):
    (tmp_path / "a.json").write_bytes(signed(1))
    (tmp_path / "b.json").write_bytes(signed(1).replace(b"Leith", b"Perth"))
    (tmp_path / "c.txt").write_bytes(b"hello")
    files = [tmp_path / name for name in ("b.json", "a.json", "c.txt", "missing.json")]
    code, out, err = tell("verify", *files)
    lines = out.splitlines()
    assert (code, err, len(lines)) == (1, "", 4)
    assert "altered" in lines[0] and "changed after it was saved" in lines[0]
    assert "unaltered" in lines[1]
    assert "not a completion file" in lines[2]
    assert "could not be read" in lines[3]


def test_the_answer_for_programs_says_the_same(tell, tmp_path):
    (tmp_path / "a.json").write_bytes(signed(2))
    (tmp_path / "b.json").write_bytes(signed(2)[:-50])
    code, out, _ = tell("verify", "--json", tmp_path / "a.json", tmp_path / "b.json")
    good, bad = json.loads(out)["files"]
    assert code == 1
    assert good["intact"] and len(good["completions"]) == 2 and good["number"] == 4
    assert not bad["intact"] and bad["outcome"] == "damaged" and bad["reason"] and bad["advice"]


def test_without_a_file_it_cannot_run(tell):
    code, out, err = tell("verify")
    assert (code, out) == (2, "") and err.count("\n") == 1


def test_control_characters_in_names_never_reach_the_terminal(tell, tmp_path):
    name = tmp_path / "a\x1b[2J.json"
    name.write_bytes(b"hello")
    assert "\x1b" not in tell("verify", name)[1]
