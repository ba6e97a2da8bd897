"""tiapp content new: a pack or a module to start from."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tiapp.cli.answers import answer
from tiapp.cli.parsing import CalmParser, Commands, add_command, add_group

if TYPE_CHECKING:
    from tiapp.storage.paths import Paths


def add(commands: "Commands[CalmParser]") -> None:
    """Make the two commands known."""
    group = add_group(commands, "new", "make a pack or a module to start from")
    pack = add_command(group, "pack", "a new pack with one module")
    pack.add_argument("path", type=Path, metavar="PATH", help="the folder to make")
    pack.add_argument("--title", required=True, help="what the pack is called")
    pack.add_argument("--publisher", required=True, help="the organisation it comes from")
    pack.set_defaults(run=_pack)
    module = add_command(group, "module", "a new module in a pack")
    module.add_argument("path", type=Path, metavar="PATH", help="the folder of the pack")
    module.add_argument("--title", required=True, help="what the module is called")
    module.set_defaults(run=_module)


def _pack(chosen: argparse.Namespace, paths: "Paths") -> int:
    from tiapp.authoring.new import new_pack

    made = new_pack(chosen.path, chosen.title, chosen.publisher)
    answer([f"Made {made}", f"Check it at any time: tiapp content check {chosen.path}"])
    return 0


def _module(chosen: argparse.Namespace, paths: "Paths") -> int:
    from tiapp.authoring.new import new_module

    answer([f"Made {new_module(chosen.path, chosen.title)}"])
    return 0
