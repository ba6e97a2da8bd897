"""tiapp content double-click: pack files open with Steady, or no longer."""

import argparse
from typing import TYPE_CHECKING

from tiapp.cli.answers import answer
from tiapp.cli.parsing import CalmParser, Commands, add_command

if TYPE_CHECKING:
    from tiapp.storage.paths import Paths


def add(commands: "Commands[CalmParser]") -> None:
    """Make the command known."""
    parser = add_command(commands, "double-click", "have pack files open with Steady, or no longer")
    parser.add_argument("wanted", choices=("on", "off"))
    parser.set_defaults(run=_double_click)


def _double_click(chosen: argparse.Namespace, paths: "Paths") -> int:
    import os
    from pathlib import Path

    from tiapp.authoring.opener import opener_here

    opener = opener_here(paths, os.environ, Path.home())
    if chosen.wanted == "off":
        opener.take_back()
        answer(["Pack files no longer open with Steady when somebody double-clicks them."])
        return 0
    at_once = opener.set()
    answer(["For this account, pack files open with Steady now when somebody double-clicks them."])
    if not at_once:
        answer(["Your desktop may see it only after you have signed in again."])
    return 0
