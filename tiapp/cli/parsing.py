"""How arguments are taken apart: calm words for what is wrong, and what all commands accept."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from tiapp.core.errors import AppError

Commands = argparse._SubParsersAction  # argparse has no public name for it


class CalmParser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and how to see what is right."""

    def error(self, message: str) -> NoReturn:
        """Leave by AppError instead of printing the usage and exiting."""
        raise AppError(
            "Steady did not understand that command.",
            f"Nothing was changed. The reason: {' '.join(message.split())}. "
            "Try tiapp --help to see what it can do.",
            code="usage",
        )


def folder(text: str) -> Path:
    """The name of a folder, for `type=`."""
    if not text.strip():
        raise argparse.ArgumentTypeError("the name of the folder is empty")
    return Path(text)


def shared() -> CalmParser:
    """What is accepted before and after every command, as a parent of its parser."""
    # SUPPRESS keeps the second place from undoing the first
    parser = CalmParser(add_help=False, argument_default=argparse.SUPPRESS)
    parser.add_argument(
        "--data",
        type=folder,
        metavar="DIR",
        help="keep everything in this folder (or set TIAPP_DATA)",
    )
    parser.add_argument(
        "--person", metavar="NAME", help="whose Steady; needed only when two or more people use it"
    )
    return parser


def add_command(
    commands: "Commands[CalmParser]", name: str, words: str, *, json: bool = False
) -> CalmParser:
    """One command's parser, with what all of them accept; with `json`, also --json."""
    parser = commands.add_parser(name, parents=[shared()], help=words, allow_abbrev=False)
    if json:
        parser.add_argument(
            "--json", action="store_true", help="answer in a form for other programs"
        )
    return parser


def add_group(commands: "Commands[CalmParser]", name: str, words: str) -> "Commands[CalmParser]":
    """A word that other commands stand behind, as in `tiapp team import`."""
    group = commands.add_parser(name, help=words, description=words, allow_abbrev=False)
    return group.add_subparsers(
        dest="subcommand", metavar="command", required=True, parser_class=CalmParser
    )


_WITH_A_VALUE = ("--data", "--person", "--pictures")


def without_pack_file(arguments: Sequence[str]) -> tuple[list[str], Path | None]:
    """The arguments without a pack file that was opened, and that file.

    A desktop starts `tiapp FILE.tipack` when somebody opens the file: it stands where a command
    would, and is not one. After a command it is that command's own.
    """
    for number, argument in enumerate(arguments):
        if argument.startswith("-") or (number and arguments[number - 1] in _WITH_A_VALUE):
            continue
        if argument.lower().endswith(".tipack"):
            return [*arguments[:number], *arguments[number + 1 :]], Path(argument)
        break
    return list(arguments), None
