"""The About page can name everything that Steady is built from."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
LICENCES = ROOT / "resources" / "licences"
PARTS = tomllib.loads((LICENCES / "third-party.toml").read_text("utf-8"))["part"]


def test_every_package_that_is_installed_is_named():
    pins = (ROOT / "requirements" / "run.txt").read_text("utf-8")
    installed = set(re.findall(r"^([\w.-]+)==", pins, re.MULTILINE))
    named = {name.lower() for part in PARTS for name in part["packages"]}
    assert installed == named


def test_versions_match_the_pins():
    pins = (ROOT / "requirements" / "run.txt").read_text("utf-8")
    versions = dict(re.findall(r"^([\w.-]+)==(\S+)", pins, re.MULTILINE))
    for part in PARTS:
        for package in part["packages"]:
            assert versions[package.lower()].startswith(part["version"] + "."), package


def test_every_part_says_its_licence_and_what_it_is_for():
    for part in PARTS:
        assert re.fullmatch(r"[A-Za-z0-9.-]+", part["licence"]), part["name"]
        assert part["use"].endswith("."), part["name"]


def test_the_wording_of_each_licence_is_there():
    for part in PARTS:
        if text := part.get("text"):
            assert (LICENCES / text).stat().st_size > 500, text
