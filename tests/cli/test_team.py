"""tiapp team: import, export and status, as a nightly job would use them."""

import csv
import gc
import io
import json

import pytest
from openpyxl import load_workbook

from tests.postgres import CannotStart, Server
from tests.supervision.team.people import Somebody, done
from tiapp import cli
from tiapp.services import Services
from tiapp.storage.paths import Paths


@pytest.fixture(autouse=True)
def _garbage_as_before():
    """The command switches it off for its own short life."""
    yield
    gc.enable()


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def tell(data, capsys):
    """`code, out, err = tell("status")`, in this process."""

    def run(*arguments):
        code = cli.run(["--data", str(data), "team", *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def share(tmp_path, data, fixed_clock):
    """Three people's files, of a module that is there."""
    module = Services(Paths.under(data), fixed_clock).library.entries()[0]
    folder = tmp_path / "share"
    folder.mkdir()
    for number in range(3):
        somebody = Somebody(f"Person {number}", str(number), "Housing", "Leith")
        made = somebody.file(done(module.id, title=module.title))
        (folder / f"{number}.json").write_bytes(made)
    return folder


def test_status_before_anything_says_so_and_makes_nothing(tell, data):
    code, out, err = tell("status")
    assert (code, err) == (0, "")
    assert "Nothing is in it yet" in out
    assert not list(data.rglob("team.db"))


def test_files_come_in_and_status_counts_them(tell, share):
    code, out, err = tell("import", share)
    assert (code, err) == (0, "")
    assert "Added: 3" in out
    code, out, _ = tell("status", "--json")
    facts = json.loads(out)
    assert (facts["people"], facts["completions"], facts["files"]) == (3, 3, 3)


def test_importing_again_is_well_and_changes_nothing(tell, share):
    tell("import", share)
    code, out, _ = tell("import", share)
    assert code == 0
    assert "Already here: 3" in out


def test_a_rejected_file_is_named_with_its_reason_and_the_code_is_1(tell, share):
    (share / "cut.json").write_text('{"format":"tiapp-completion"')
    (share / "notes.txt").write_text("x")
    code, out, err = tell("import", share)
    assert (code, err) == (1, "")
    assert "cut.json (damaged)" in out
    assert "not changed: 1." in out
    code, out, _ = tell("import", share, "--json")
    facts = json.loads(out)
    assert code == 1
    assert [reject["trouble"] for reject in facts["rejects"]] == ["damaged"]
    assert facts["unchanged"] == 3


def test_many_rejects_of_one_kind_are_counted_rather_than_listed(tell, share):
    for number in range(100):
        (share / f"other-{number:03}.json").write_text(json.dumps({"n": number}))
    _, out, _ = tell("import", share)
    assert out.count("other-") == 20
    assert "80 more (not a completion file)" in out


def test_csv_sheet_and_statements_hold_every_completion(tell, share, tmp_path):
    tell("import", share)
    for form in ("csv", "xlsx", "xapi"):
        target = tmp_path / f"out.{form}"
        code, out, err = tell("export", "--format", form, "--out", target)
        assert (code, err) == (0, "")
        assert "(3 completions)" in out
    rows = list(csv.reader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    assert len(rows) == 4
    assert len(list(load_workbook(tmp_path / "out.xlsx")["Completions"].iter_rows())) == 4
    assert len((tmp_path / "out.xapi").read_text().splitlines()) == 3


def test_the_days_of_an_export_can_be_chosen(tell, share, tmp_path):
    tell("import", share)
    _, out, _ = tell(
        "export", "--format", "csv", "--out", tmp_path / "o.csv", "--since", "2026-10-06"
    )
    assert "(0 completions)" in out


def test_a_profile_has_its_own_columns_and_unfit_rows_are_named(tell, share, tmp_path, data):
    nameless = Somebody("No Number", "")
    module = json.loads((share / "0.json").read_text())["payload"]["completions"][0]["module_id"]
    (share / "n.json").write_bytes(nameless.file(done(module)))
    tell("import", share)
    target = tmp_path / "t.csv"
    code, _, err = tell("export", "--format", "csv", "--profile", "totara", "--out", target)
    assert code == 1
    assert "username is empty" in err
    assert target.read_text().startswith("username,courseshortname")


def test_an_existing_file_stays_without_force(tell, share, tmp_path):
    tell("import", share)
    target = tmp_path / "o.csv"
    target.write_text("mine")
    code, _, err = tell("export", "--format", "csv", "--out", target)
    assert code == 2
    assert target.read_text() == "mine"
    assert "Traceback" not in err
    assert tell("export", "--format", "csv", "--out", target, "--force")[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "--format", "csv", "--profile", "nobody", "--out", "x.csv"),
        ("export", "--format", "pdf", "--profile", "totara", "--out", "x.pdf"),
        ("export", "--format", "doc", "--out", "x"),
        ("import",),
        ("status", "--team-db", "postgresql://127.0.0.1:1/none?connect_timeout=1"),
    ],
)
def test_a_mistake_is_one_calm_sentence_and_code_2(tell, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    code, out, err = tell(*arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1 and "Traceback" not in err
    assert not (tmp_path / "x.csv").exists()


def test_another_file_can_be_the_team_store(tell, share, tmp_path, data):
    other = tmp_path / "elsewhere.db"
    tell("import", share, "--team-db", other)
    assert json.loads(tell("status", "--json", "--team-db", other)[1])["people"] == 3
    assert json.loads(tell("status", "--json")[1])["people"] == 0


def test_a_server_can_be_the_team_store_and_its_address_is_never_shown(tell, share):
    try:
        server = Server()
    except CannotStart as reason:
        pytest.skip(f"NOT TESTED ON POSTGRESQL: {reason}")
    try:
        url = server.url()
        code, out, _ = tell("import", share, "--team-db", url)
        assert code == 0
        code, out, _ = tell("status", "--team-db", url)
        assert "a server" in out and url not in out
        assert "People: 3" in out
    finally:
        server.stop()
