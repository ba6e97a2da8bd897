import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import tiapp
import tiapp.cli.progress
from tiapp import cli
from tiapp.services import Services
from tiapp.storage.paths import Paths

COMMAND = [sys.executable, "-m", "tiapp"]


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def services(data, fixed_clock):
    return Services(Paths.under(data), fixed_clock)


@pytest.fixture
def tell(data, capsys):
    """`code, out, err = tell("progress")`, in this process."""

    def run(*arguments, data=data):
        code = cli.run([*(["--data", str(data)] if data else []), *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def calm(err):
    """One line, with a full stop, and no traceback."""
    assert err.endswith("\n")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert "." in err
    return True


def learn(services, name, *, parts=None, finish=False, number=0):
    """Somebody reaches the first parts of a shipped module (or all), and maybe finishes it."""
    try:
        person = services.people.find(name)
    except Exception:
        person = services.people.add(name)
    mine = services.for_person(person)
    module = services.library.module(services.library.entries()[number].id)
    for part in module.parts[:parts]:
        mine.progress.reach(module, part.id)
    done = mine.progress.finish(module) if finish else None
    mine.close()
    return module, done


# --- modules ------------------------------------------------------------------------------


def test_the_modules_are_listed_for_people(tell, services):
    code, out, err = tell("modules")

    assert (code, err) == (0, "")
    for entry in services.library.entries():
        assert entry.title in out
        assert entry.id in out


def test_the_modules_are_listed_for_programs(tell, services):
    code, out, err = tell("modules", "--json")
    answer = json.loads(out)
    entry = services.library.entries()[0]

    assert (code, err) == (0, "")
    assert answer["problems"] == []
    assert len(answer["modules"]) == len(services.library.entries())
    assert answer["modules"][0] == {
        "id": entry.id,
        "title": entry.title,
        "version": entry.version,
        "level": str(entry.level),
        "minutes": entry.minutes,
        "topics": list(entry.topics),
        "audience": entry.audience,
        "pack": entry.pack_id,
        "parts": [{"id": p.id, "title": p.title, "minutes": p.minutes} for p in entry.parts],
        "reviewed": entry.reviewed,
    }


def test_a_pack_that_cannot_be_read_is_a_line_on_stderr_and_the_rest_is_listed(
    tell, tmp_path, monkeypatch
):
    (tmp_path / "content" / "broken").mkdir(parents=True)
    (tmp_path / "content" / "broken" / "pack.toml").write_text("id = ")
    under = Paths.under

    def with_a_broken_pack(folder):
        paths = under(folder)
        return Paths(
            data=paths.data,
            config=paths.config,
            cache=paths.cache,
            logs=paths.logs,
            content=(*paths.content, tmp_path / "content"),
            resources=paths.resources,
        )

    monkeypatch.setattr(Paths, "under", with_a_broken_pack)
    code, out, err = tell("modules", "--json")
    answer = json.loads(out)

    assert code == 0
    assert answer["modules"]
    assert err.splitlines() == answer["problems"]
    assert "pack.toml" in err


# --- progress -----------------------------------------------------------------------------


def test_progress_before_anybody_began(tell):
    code, out, err = tell("progress")

    assert (code, err) == (0, "")
    assert out.startswith("Nobody has begun here yet.")


def test_progress_of_nobody_for_programs(tell):
    answer = json.loads(tell("progress", "--json")[1])

    assert answer["person"] is None
    assert answer["completions"] == []
    assert {module["state"] for module in answer["modules"]} == {"not started"}


def test_progress_of_the_only_person_needs_no_name(tell, services):
    begun, _ = learn(services, "Ana", parts=2, number=0)
    _, done = learn(services, "Ana", finish=True, number=1)
    code, out, err = tell("progress", "--json")
    answer = json.loads(out)

    assert (code, err) == (0, "")
    assert answer["person"] == {"id": services.people.find("Ana").id, "name": "Ana"}
    assert answer["modules"][0] == {
        "id": begun.id,
        "title": begun.entry.title,
        "state": "started",
        "reached": 2,
        "parts": len(begun.parts),
        "finished_on": None,
    }
    assert answer["modules"][1]["state"] == "finished"
    assert answer["modules"][1]["finished_on"] == "2026-03-10"
    assert answer["completions"] == [
        {
            "record_id": done.record_id,
            "module_id": done.module_id,
            "title": done.title,
            "version": done.version,
            "level": done.level,
            "finished_on": "2026-03-10",
        }
    ]


def test_progress_is_readable(tell, services):
    begun, _ = learn(services, "Ana", parts=2, number=0)
    _, done = learn(services, "Ana", finish=True, number=1)
    code, out, _ = tell("progress")

    assert code == 0
    assert out.startswith("Progress of Ana\n")
    assert f"  {begun.entry.title}: 2 of {len(begun.parts)} parts reached\n" in out
    assert f"  {done.title}: finished on 2026-03-10\n" in out
    assert f"  2026-03-10  {done.title}, version {done.version}, {done.level}\n" in out


def test_a_module_that_is_no_longer_there_keeps_its_line(tell, services, monkeypatch):
    _, done = learn(services, "Ana", finish=True)
    under = Paths.under
    monkeypatch.setattr(
        Paths,
        "under",
        lambda folder: Paths(
            data=under(folder).data,
            config=under(folder).config,
            cache=under(folder).cache,
            logs=under(folder).logs,
            content=(),
            resources=under(folder).resources,
        ),
    )
    answer = json.loads(tell("progress", "--json")[1])

    (line,) = answer["modules"]
    assert (line["id"], line["title"], line["state"]) == (done.module_id, done.title, "finished")
    assert len(answer["completions"]) == 1
    assert done.title in tell("progress")[1]


def test_with_two_people_a_name_is_needed_and_nobody_is_named(tell, services):
    learn(services, "Ana", parts=1)
    services.people.add("Ben")

    code, out, err = tell("progress")
    assert (code, out) == (2, "")
    assert calm(err)
    assert "--person" in err
    assert "Ana" not in err

    assert tell("progress", "--person", "ben")[0] == 0
    assert tell("--person", "ana", "progress")[1].startswith("Progress of Ana")


def test_an_unknown_person_is_said_calmly(tell, services):
    services.people.add("Ana")
    code, out, err = tell("progress", "--person", "Bob")

    assert (code, out) == (2, "")
    assert calm(err)


def test_progress_makes_no_record_for_somebody_who_has_none(tell, services, data):
    person = services.people.add("Ana")

    assert tell("progress")[0] == 0
    assert [p.name for p in (data / "people" / person.id).iterdir()] == ["person.json"]


# --- which folder -------------------------------------------------------------------------


def test_the_folder_may_stand_before_or_after_the_command(services, data, tmp_path, capsys):
    services.people.add("Ana")
    for arguments in (
        ["--data", str(data), "progress"],
        ["progress", "--data", str(data)],
        ["--data", str(tmp_path / "other"), "progress", "--data", str(data)],
    ):
        assert cli.run(arguments) == 0
        assert capsys.readouterr().out.startswith("Progress of Ana")


def test_the_folder_may_come_from_the_environment(services, data, tell, monkeypatch, tmp_path):
    services.people.add("Ana")
    monkeypatch.setenv("TIAPP_DATA", str(data))

    assert tell("progress", data=None)[1].startswith("Progress of Ana")
    assert tell("progress", data=tmp_path / "other")[1].startswith("Nobody")
    monkeypatch.setenv("TIAPP_DATA", "")
    assert tell("progress", data=None)[1].startswith("Nobody")


def test_a_file_is_no_data_folder(tell, tmp_path):
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        code, _, err = tell("progress", data=place)
        assert code in (0, 2)
        assert code == 0 or calm(err)
    assert tell("progress", data=tmp_path / "file")[0] == 2


# --- the window ---------------------------------------------------------------------------


def test_without_a_command_the_window_opens(monkeypatch, data, tmp_path):
    import tiapp.app

    asked = []

    def main(paths, person, *, pictures, pack_file):
        asked.append((paths.data, person, pictures, pack_file))
        return 0

    monkeypatch.setattr(tiapp.app, "main", main)
    assert cli.run(["--data", str(data)]) == 0
    assert cli.run(["--data", str(data), "--person", "Ana"]) == 0
    assert cli.run(["--data", str(data), "--pictures", str(tmp_path)]) == 0
    assert cli.run(["--data", str(data), str(tmp_path / "new.tipack")]) == 0

    assert asked == [
        (data, None, None, None),
        (data, "Ana", None, None),
        (data, None, tmp_path, None),
        (data, None, None, tmp_path / "new.tipack"),
    ]


def test_a_missing_part_of_the_window_is_said_calmly(tell, monkeypatch):
    monkeypatch.setitem(sys.modules, "tiapp.app", None)
    code, _, err = tell()

    assert code == 2
    assert calm(err)
    assert "no-window" in err


# --- calm errors --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--nonsense"],
        ["modules", "--nonsense"],
        ["modules", "extra"],
        ["progress", "--person"],
        ["--data"],
        ["--data", ""],
        ["--data", " "],
        ["--pers", "x", "modules"],
        ["modules", "--js"],
        ["two\nlines"],
        ["\x1b[31mred"],
    ],
)
def test_wrong_usage_is_one_calm_line_and_exit_code_2(capsys, arguments):
    code = cli.run(arguments)
    said = capsys.readouterr()

    assert (code, said.out) == (2, "")
    assert calm(said.err)
    assert "(usage)" in said.err
    assert "\x1b" not in said.err


def test_help_and_version_are_no_errors(capsys):
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out == f"Steady {tiapp.__version__}\n"
    assert cli.run(["--help"]) == 0
    assert "progress" in capsys.readouterr().out
    assert cli.run(["progress", "--help"]) == 0


def test_a_bug_is_one_calm_line_and_its_place_is_noted_without_its_words(tell, data, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("a phrase that nobody may read")

    monkeypatch.setattr(cli.progress, "_progress", broken)
    code, out, err = tell("progress")

    assert (code, out) == (2, "")
    assert calm(err)
    noted = (data / "logs" / "errors.log").read_text()
    assert "builtins.RuntimeError" in noted
    assert "test_cli.py" in noted
    assert "nobody may read" not in noted + err


def test_a_damaged_record_is_said_calmly_and_left_alone(tell, services, data):
    person = services.people.add("Ana")
    record = data / "people" / person.id / "record.db"
    record.write_bytes(b"this is no database, whatever its name says" * 50)
    before = record.read_bytes()
    code, out, err = tell("progress")

    assert (code, out) == (2, "")
    assert calm(err)
    assert "(damaged)" in err
    assert record.read_bytes() == before


def test_a_damaged_name_is_worked_round_and_said(tell, services, data):
    person = services.people.add("Ana")
    (data / "people" / person.id / "person.json").write_text("{")
    code, out, err = tell("progress", "--json")

    assert code == 0
    assert json.loads(out)["person"] == {"id": person.id, "name": ""}
    assert calm(err)
    assert "(person-damaged)" in err


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_ends_quietly(tmp_path):
    """The signal comes while the command waits for a lock, at a moment the test can see."""
    script = """
import sys
from tiapp import cli
def wait(*_, **__):
    print("waiting", flush=True)
    sys.stdin.read()
from tiapp.cli import progress
progress._progress = wait
sys.exit(cli.run(["--data", sys.argv[1], "progress"]))
"""
    program = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout.readline() == "waiting\n"
    program.send_signal(signal.SIGINT)
    program.wait()
    _, err = program.communicate()

    assert program.returncode == 130
    assert calm(err)
    assert not (tmp_path / "logs").exists()


def run_in_shell(line, data, **environment):
    return subprocess.run(
        ["sh", "-c", line],
        capture_output=True,
        text=True,
        env={
            **os.environ,
            "TIAPP": " ".join(COMMAND),
            "TIAPP_DATA": str(data),
            "PYTHONPATH": str(Path(tiapp.__file__).parents[1]),
            **environment,
        },
    )


def test_a_closed_pipe_is_no_error(data):
    reader, writer = os.pipe()
    os.close(reader)
    answer = subprocess.run(
        [*COMMAND, "--data", str(data), "modules"], stdout=writer, stderr=subprocess.PIPE, text=True
    )
    os.close(writer)

    assert (answer.returncode, answer.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_answer_that_cannot_be_written_is_said_calmly(data):
    answer = run_in_shell("$TIAPP modules > /dev/full", data)

    assert answer.returncode == 2
    assert calm(answer.stderr)
    assert "(output)" in answer.stderr


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell")
def test_closed_streams_are_no_trouble(data):
    assert run_in_shell("$TIAPP modules >&- 2>&-", data).returncode == 0
    assert run_in_shell("$TIAPP nonsense >&- 2>&-", data).returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell")
def test_a_terminal_that_knows_only_ascii_gets_an_answer(services, data):
    services.people.add("Zoë Łódź")
    answer = run_in_shell("$TIAPP progress", data, PYTHONIOENCODING="ascii")

    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith("Progress of Zo? ??d?")
    for_programs = run_in_shell("$TIAPP progress --json", data, PYTHONIOENCODING="ascii")
    assert json.loads(for_programs.stdout)["person"]["name"] == "Zoë Łódź"


# --- what is not imported -----------------------------------------------------------------


@pytest.mark.parametrize("command", ["--version", "nonsense", "modules", "progress"])
def test_no_answer_imports_qt_or_what_it_does_not_need(data, command):
    heavy = ("PySide6", "sqlalchemy", "alembic", "asyncio", "platformdirs")
    script = (
        "import sys\nfrom tiapp import cli\n"
        f"cli.run({['--data', str(data), command]!r})\n"
        f"sys.stderr.write('loaded ' + repr([n for n in {heavy!r} if n in sys.modules]))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert answer.stderr.endswith("loaded []")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask to speak of")
def test_files_are_private_from_birth_whatever_the_account_is_set_to(services, data):
    """The umask comes before the first file."""
    run_in_shell("umask 000; $TIAPP modules", data)

    made = [entry for entry in data.rglob("*")]
    assert made
    assert [str(entry) for entry in made if entry.stat().st_mode & 0o077] == []


def test_the_installed_command_is_this_one():
    import tomllib

    project = tomllib.loads((Path(tiapp.__file__).parents[1] / "pyproject.toml").read_text())
    assert project["project"]["scripts"] == {"tiapp": "tiapp.__main__:main"}
