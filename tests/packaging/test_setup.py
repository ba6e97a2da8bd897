"""tools/setup.sh says calmly what is missing, and does nothing twice."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="a shell script, for Linux and macOS")


class Machine:
    """A checkout on a machine of which every command the script uses can be replaced."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "a checkout"
        self.programs = folder / "bin"
        self.programs.mkdir()
        for name in ("tools/setup.sh", "tools/system-packages.txt"):
            (self.checkout / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.checkout / name)
        (self.checkout / "requirements").mkdir()
        for name in ("run", "dev"):
            (self.checkout / f"requirements/{name}.txt").write_text("")
        for name in ("sh", "cat", "awk", "cksum", "dirname", "env", "grep", "mkdir", "rm", "sed"):
            self.borrow(name)
        for name in ("sort", "tr", "touch"):
            self.borrow(name)

    def borrow(self, name: str) -> None:
        """Let the machine have a command of this one."""
        found = shutil.which(name)
        assert found is not None
        (self.programs / name).symlink_to(found)

    def program(self, name: str, script: str) -> None:
        """Give the machine a command of its own."""
        path = self.programs / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def debian(self, *installed: str, offered: str = "") -> None:
        """Make it a Debian with these packages."""
        cases = "|".join(installed) or "none"
        self.program(
            "dpkg-query",
            f'for name; do :; done\ncase $name in {cases}) echo "ii " ;; *) exit 1 ;; esac',
        )
        self.program("apt-cache", "\n".join(f"echo Package: {n}" for n in offered.split()))
        self.program("apt-get", f'echo "apt-get $*" >>"{self.checkout}/apt.log"')

    def somebody(self, number: int) -> None:
        """Choose who is logged in; 0 is root."""
        self.program("id", f"echo {number}")

    def prepared(self) -> None:
        """Pretend that setting up for `run` was done: a Python that only says yes."""
        self.program("python3", self.PYTHON)

    # Stands for both the system's Python and the environment's: `-m venv` copies it there.
    PYTHON = """
case "$*" in
"-m venv --clear .venv")
    mkdir -p .venv/bin && cat "$0" >.venv/bin/python && chmod +x .venv/bin/python;;
"-m pip install"*) echo "pip $*" >>pip.log; [ ! -e offline ];;
*purelib*) echo .venv;;
*) cat >/dev/null </dev/null;;
esac"""

    def setup(self, purpose: str = "run", **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script, as make does."""
        return subprocess.run(
            [self.programs / "sh", "tools/setup.sh", purpose],
            cwd=self.checkout,
            env={"PATH": str(self.programs), **environment},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path)
    machine.borrow("chmod")
    machine.somebody(1000)
    return machine


def test_a_bare_machine_without_rights_is_told_the_one_line_to_run(machine: Machine):
    machine.debian()
    done = machine.setup()
    (line,) = done.stderr.splitlines()
    assert line.startswith("Steady: Some system packages are missing. Please run: sudo apt-get")
    assert "libegl1 " in line and "libxcb-cursor0 " in line
    assert line.endswith(" python3 python3-venv")
    assert done.returncode == 2
    assert not (machine.checkout / "apt.log").exists()


def test_tests_need_no_libraries_for_a_screen(machine: Machine):
    machine.debian()
    assert "libxcb" not in machine.setup("test").stderr


def test_renamed_packages_are_asked_for_by_the_name_of_this_release(machine: Machine):
    machine.debian(offered="libglib2.0-0t64 libegl1")
    words = machine.setup().stderr.split()
    assert "libglib2.0-0t64" in words
    assert "libglib2.0-0" not in words


def test_either_name_of_a_renamed_package_will_do(machine: Machine):
    machine.debian("libglib2.0-0t64")
    assert "libglib2.0" not in machine.setup().stderr


def test_root_gets_the_packages_installed(machine: Machine):
    machine.debian()
    machine.somebody(0)
    machine.setup("test")
    log = (machine.checkout / "apt.log").read_text().splitlines()
    assert log[0] == "apt-get update -qq"
    assert log[1].startswith("apt-get install -y --no-install-recommends libegl1 ")


def test_without_python_it_says_so_in_one_line(machine: Machine):
    done = machine.setup()
    assert done.stderr.splitlines() == [
        "Steady: Python 3.11 or newer is needed and was not found. "
        "PYTHON=/path/to/python chooses one."
    ]
    assert done.returncode == 2


def test_a_chosen_python_that_will_not_do_is_named(machine: Machine):
    done = machine.setup(PYTHON="/nowhere/python")
    assert done.stderr == "Steady: PYTHON=/nowhere/python is not a Python 3.11 or newer.\n"


def test_the_second_time_it_does_nothing_and_says_nothing(machine: Machine):
    machine.prepared()
    first = machine.setup()
    assert first.returncode == 0, first.stderr
    second = machine.setup()
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert len((machine.checkout / "pip.log").read_text().splitlines()) == 1


def test_running_after_testing_adds_what_a_window_needs(machine: Machine):
    machine.prepared()
    machine.setup("test")
    machine.debian()
    assert "libxcb-cursor0" in machine.setup("run").stderr


def test_an_interrupted_setup_is_done_again(machine: Machine):
    machine.prepared()
    (machine.checkout / "offline").touch()
    failed = machine.setup()
    assert failed.returncode == 2
    assert failed.stderr.splitlines()[-1].startswith("Steady: The packages could not be fetched.")
    (machine.checkout / "offline").unlink()
    assert machine.setup().returncode == 0
    assert len((machine.checkout / "pip.log").read_text().splitlines()) == 2


def test_changed_requirements_are_installed(machine: Machine):
    machine.prepared()
    machine.setup()
    (machine.checkout / "requirements" / "run.txt").write_text("something==1\n")
    machine.setup()
    assert len((machine.checkout / "pip.log").read_text().splitlines()) == 2
