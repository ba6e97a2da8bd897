"""Guards against a Qt for Python that takes references off None (decision 001)."""

import re
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_void_calls_keep_none():
    core = pytest.importorskip("PySide6.QtCore")
    timer = core.QTimer()
    timer.setInterval(5)
    before = sys.getrefcount(None)
    for _ in range(500):
        timer.setInterval(5)
    # 6.12.0 takes one reference off None in each call on Python 3.11: about -500 here.
    assert sys.getrefcount(None) - before > -50


def test_the_project_stays_below_qt_for_python_6_12():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "PySide6-Essentials>=6.11,<6.12" in project["dependencies"]
    for name in ("run", "dev"):
        pins = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
        assert re.search(r"^pyside6-essentials==6\.11\.\d+ ", pins, re.MULTILINE)


def test_the_installed_qt_for_python_is_the_pinned_one():
    pytest.importorskip("PySide6")
    assert version("PySide6-Essentials").startswith("6.11.")
    assert version("shiboken6") == version("PySide6-Essentials")
