"""What the tree promises as a whole: docs/architecture.md, and what may be in a committed file."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TIAPP = ROOT / "tiapp"
GUI_FOLDERS = sorted(p.parent.name for p in (TIAPP / "gui").glob("*/__init__.py"))
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
    "contracts"
]


def _committed_files() -> list[Path]:
    """Everything in git, or everything there is where this is no git checkout."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout.split("\0")
        return [ROOT / name for name in listed if name and (ROOT / name).is_file()]
    except (OSError, subprocess.CalledProcessError):
        made = {".git", ".venv", "build", "dist", "__pycache__"}
        return [
            path
            for path in ROOT.rglob("*")
            if path.is_file()
            and not any(p in made or p.endswith("_cache") for p in path.relative_to(ROOT).parts)
        ]


def _lines_with(pattern: str, files: list[Path]) -> list[str]:
    """Where the pattern is, as file:line."""
    found = []
    for path in files:
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a font
        found += [
            f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
            for number, line in enumerate(text.splitlines(), start=1)
            if re.search(pattern, line)
        ]
    return found


# --- Import contracts: what the linter cannot see by itself -------------------------------


def test_every_gui_folder_has_its_place_in_the_layers():
    layers = next(c for c in CONTRACTS if c.get("containers") == ["tiapp.gui"])["layers"]
    named = set(re.findall(r"\w+", " ".join(layers)))
    assert set(GUI_FOLDERS) <= named


def test_every_gui_folder_but_the_shell_and_private_is_kept_from_the_services_and_files():
    contract = next(c for c in CONTRACTS if "tiapp.services" in c.get("forbidden_modules", []))
    pages = {f"tiapp.gui.{name}" for name in GUI_FOLDERS if name not in {"shell", "private"}}
    assert pages <= set(contract["source_modules"])


def test_private_is_fenced_in_as_soon_as_it_exists():
    exists = [
        name
        for name, folder in {
            "tiapp.private": TIAPP / "private",
            "tiapp.gui.private": TIAPP / "gui" / "private",
        }.items()
        if (folder / "__init__.py").exists()
    ]
    kept_away = {"tiapp.record", "tiapp.learning", "tiapp.storage", "tiapp.core"}
    kept_away |= {f"tiapp.gui.{name}" for name in GUI_FOLDERS if name not in {"shell", "private"}}
    kept_away |= {
        f"tiapp.{name}"
        for name in ("supervision", "authoring", "printing")
        if (TIAPP / name / "__init__.py").exists()
    }
    for name in exists:
        fences = [
            c for c in CONTRACTS if c["type"] == "forbidden" and name in c["forbidden_modules"]
        ]
        assert any(
            kept_away <= set(c["source_modules"]) and not c.get("allow_indirect_imports")
            for c in fences
        ), f"pyproject.toml needs a contract that keeps {sorted(kept_away)} away from {name}"


def test_only_private_opens_encrypted_files_as_soon_as_there_are_any():
    if (TIAPP / "storage" / "encrypted.py").exists():
        assert any(
            c["type"] == "protected"
            and c["protected_modules"] == ["tiapp.storage.encrypted"]
            and c["allowed_importers"] == ["tiapp.private"]
            for c in CONTRACTS
        )


@pytest.mark.parametrize("module", ["tiapp.services", "tiapp.cli"])
def test_the_commands_start_without_anything_heavy(module):
    heavy = {"PySide6", "sqlalchemy", "alembic", "markdown", "yaml", "PIL", "asyncio", "numpy"}
    heavy |= {"sqlcipher3", "cryptography", "msgspec", "xlsxwriter", "typst", "pyphen"}
    code = f"import sys, json, {module}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert heavy & set(json.loads(done.stdout)) == set()


def test_only_tests_of_the_window_need_qt():
    strangers = []
    for path in (ROOT / "tests").rglob("test_*.py"):
        if path.relative_to(ROOT / "tests").parts[0] in {"gui", "journeys"}:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            if any(re.match(r"PySide6|shiboken6|pytestqt|tiapp\.gui", n) for n in names):
                strangers.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert strangers == []


# --- What is not to be found in the code --------------------------------------------------


def test_qt_is_imported_by_name():
    assert _lines_with(r"from PySide6\S* import \*", list(TIAPP.rglob("*.py"))) == []


def test_no_list_is_filtered_by_qts_own_proxy():
    # It calls back into Python for every row at every letter typed: 53 s to sort 100,000 rows.
    assert _lines_with("QSortFilter" + "ProxyModel", list(TIAPP.rglob("*.py"))) == []


# --- What is not to be found in any committed file ----------------------------------------


def test_no_file_holds_the_address_of_a_package_registry():
    addresses = [
        "/sim" + r"ple\b",
        r"pypi\." + "org",
        r"files\." + "pythonhosted",
        "registry" + r"\.npm",
    ]
    assert _lines_with("|".join(addresses), _committed_files()) == []


def test_no_file_holds_a_path_of_somebodys_machine():
    assert _lines_with(r"(?<![\w.~<])/(work|ro" + r"ot|home/\w+)/", _committed_files()) == []


def test_requirements_are_pinned_by_hash_and_nothing_else():
    for name in ("run", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
        text = text.replace("\\\n", " ")
        for line in text.splitlines():
            if line.strip() and not line.lstrip().startswith("#"):
                assert re.match(r"[\w.-]+==\S+( ;.*?)?\s+--hash=sha256:", line), line


def test_running_and_testing_use_the_same_versions():
    def pins(name: str) -> dict[str, str]:
        text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
        return dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))

    assert pins("run").items() <= pins("dev").items()
