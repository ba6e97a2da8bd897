"""Builds the wheel, installs it where nothing else is, and uses it from another folder.

    python tools/check_wheel.py [--keep]

What `pip install .` gives people must find its content and its pictures inside the package,
name what it depends on, and open its window. Everything happens in build/wheel-check, which
is emptied first; --keep leaves it there to look at afterwards.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
import zipfile
from collections.abc import Sequence
from email.parser import Parser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "wheel-check"
WINDOWS = os.name == "nt"

# Nothing but code, content and what the window shows; no tests, tools or notes.
BELONGS = re.compile(r"tiapp/|tiapp-[^/]+\.dist-info/")


class WheelProblemError(Exception):
    """What is wrong with the wheel, in a sentence."""


def say(text: str) -> None:
    """Print one line of progress at once."""
    print(f"wheel check: {text}", flush=True)


def run(command: Sequence[str | Path], folder: Path, environment: dict[str, str]) -> str:
    """What the command prints. It must succeed and have nothing to complain about."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    words = " ".join(Path(command[0]).name if n == 0 else str(w) for n, w in enumerate(command))
    if done.returncode:
        raise WheelProblemError(
            f"`{words}` ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        )
    if "Traceback" in done.stderr or "qt." in done.stderr:
        raise WheelProblemError(f"`{words}` complained:\n{done.stderr}")
    return done.stdout


def build() -> Path:
    """The wheel, made by the build tool that pyproject.toml names."""
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", WORK], ROOT, own_env())
    (wheel,) = WORK.glob("*.whl")
    return wheel


def check_contents(wheel: Path) -> None:
    """Every file that belongs is inside, and nothing else."""
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
        (metadata_name,) = (n for n in inside if n.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(archive.read(metadata_name).decode("utf-8"))

    expected = {
        f"{target}{path.relative_to(ROOT / source).as_posix()}"
        for source, target in (
            ("tiapp", "tiapp/"),
            ("content", "tiapp/_shipped/content/"),
            ("resources", "tiapp/_shipped/resources/"),
        )
        for path in (ROOT / source).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    if missing := sorted(expected - inside):
        raise WheelProblemError("Not in the wheel: " + ", ".join(missing))
    strangers = [n for n in inside if not BELONGS.match(n) or n.endswith(".pyc")]
    if strangers:
        raise WheelProblemError("Does not belong in the wheel: " + ", ".join(sorted(strangers)))

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    asked = [Requirement(text) for text in metadata.get_all("Requires-Dist") or []]
    wanted = [Requirement(text) for text in project["dependencies"]]
    for extra, texts in project.get("optional-dependencies", {}).items():
        wanted += [Requirement(f'{text}; extra == "{extra}"') for text in texts]
    if sorted(map(comparable, asked)) != sorted(map(comparable, wanted)):
        raise WheelProblemError(f"It asks for {asked}, not for what pyproject.toml says.")
    for field, value in {
        "Name": project["name"],
        "Requires-Python": project["requires-python"],
        "License-Expression": project["license"],
    }.items():
        if metadata[field] != value:
            raise WheelProblemError(f"{field} is {metadata[field]!r}, not {value!r}.")
    say(f"{wheel.name}: {len(inside)} files, {wheel.stat().st_size // 1024} KB")


def comparable(requirement: Requirement) -> str:
    """The same text for the same requirement, however its name is spelt."""
    requirement.name = canonicalize_name(requirement.name)
    return str(requirement)


def own_env() -> dict[str, str]:
    """This process's environment, without anything that points Python elsewhere."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def install(wheel: Path) -> Path:
    """A new environment with the pinned requirements and the wheel; gives back its programs."""
    place = WORK / "environment"
    python = place / ("Scripts/python.exe" if WINDOWS else "bin/python")
    run([sys.executable, "-m", "venv", "--without-pip", place], WORK, own_env())
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", python]
    pip += [
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "--only-binary",
        ":all:",
        "--no-compile",
    ]
    requirements = ROOT / "requirements" / "run.txt"
    run([*pip, "--require-hashes", "-r", requirements], WORK, own_env())
    run([*pip, "--no-index", "--no-deps", wheel], WORK, own_env())
    # The pins must satisfy what the wheel asks for.
    run([sys.executable, "-m", "pip", "--python", python, "check"], WORK, own_env())
    return python.parent


def use(programs: Path) -> None:
    """The command works from an unrelated folder, for somebody with an empty home."""
    home = WORK / "somebody's home"
    home.mkdir()
    pictures = WORK / "pictures"
    keep = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")
    environment = {name: os.environ[name] for name in keep if name in os.environ}
    environment |= {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
    }
    tiapp = programs / ("tiapp.exe" if WINDOWS else "tiapp")
    data = home / "data"

    version = run([tiapp, "--version"], home, environment)
    expected = re.search(r'__version__ = "(.+)"', (ROOT / "tiapp" / "__init__.py").read_text())
    if expected is None or expected[1] not in version:
        raise WheelProblemError(f"`tiapp --version` says {version!r}.")

    modules = run([tiapp, "--data", data, "modules"], home, environment)
    shipped = len(list((ROOT / "content").glob("*/modules/*/module.md")))
    if len(modules.splitlines()) < shipped:
        raise WheelProblemError(f"`tiapp modules` does not list {shipped} modules:\n{modules}")

    started = time.monotonic()
    run([tiapp, "--data", data, "--pictures", pictures], home, environment)
    took = time.monotonic() - started
    drawn = sorted(pictures.glob("*.png"))
    if len(drawn) < 2:
        raise WheelProblemError(f"It drew {len(drawn)} pictures instead of Home and a module.")
    for path in drawn:
        check_picture(path)
    say(f"{shipped} modules listed; drew {', '.join(p.name for p in drawn)} in {took:.1f} s")


def check_picture(path: Path) -> None:
    """A screen's picture is of a window's size and shows something."""
    with Image.open(path) as picture:
        width, height = picture.size
        colours = picture.convert("RGB").getcolors(maxcolors=width * height) or []
    if width < 600 or height < 400:
        raise WheelProblemError(f"{path.name} is only {width} by {height}.")
    largest = max(count for count, _ in colours)
    # Text has soft edges, so a page that shows some has dozens of colours.
    if len(colours) < 30 or largest > 0.995 * width * height:
        raise WheelProblemError(f"{path.name} is blank.")


def main() -> int:
    """Do all of it; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description="Build, install and use the wheel.")
    parser.add_argument("--keep", action="store_true", help="leave build/wheel-check there")
    keep = parser.parse_args().keep
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    try:
        wheel = build()
        check_contents(wheel)
        use(install(wheel))
    except WheelProblemError as problem:
        say(str(problem))
        return 1
    if not keep:
        shutil.rmtree(WORK, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
