"""From the arguments to an exit code, calmly."""

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import tiapp
from tiapp.cli.answers import discard_output, say
from tiapp.cli.folders import chosen_paths
from tiapp.cli.parsing import CalmParser, folder, shared, without_pack_file
from tiapp.core.errors import AppError

if TYPE_CHECKING:
    from tiapp.storage.paths import Paths

STOPPED = "Stopped. What was saved before is safe."


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit code. No traceback reaches a person."""
    try:
        return _run(arguments)
    except AppError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        say(STOPPED)
        return 130
    except BrokenPipeError:
        # whoever was reading (`tiapp progress | head`) has seen enough: that is no error
        discard_output()
        return 0
    except Exception:
        say(
            "Something went wrong inside Steady. What was saved before is safe. "
            "Please tell the person who looks after it what you were doing. (bug)"
        )
        return 2


def _run(arguments: Sequence[str]) -> int:
    arguments, pack_file = without_pack_file(arguments)
    try:
        chosen = _parsed(arguments)
    except SystemExit as leaving:  # --help and --version
        return leaving.code if isinstance(leaving.code, int) else 0
    chosen.pack_file = pack_file
    paths = chosen_paths(chosen)
    command: Callable[[argparse.Namespace, Paths], int] = getattr(chosen, "run", _window)
    try:
        return command(chosen, paths)
    except (AppError, BrokenPipeError):
        raise
    except Exception as error:
        from tiapp.core.clock import SystemClock
        from tiapp.storage.bug_log import note_bug

        note_bug(paths.logs, error, SystemClock().now())
        raise


def _window(chosen: argparse.Namespace, paths: "Paths") -> int:
    try:
        # late: this is the only way to Qt
        from tiapp.app import main
    except ImportError as error:
        raise AppError(
            "Steady cannot open its window, because something it needs is missing here: "
            f"{error.name or 'a system library'}.",
            "What was saved before is safe. Install Steady again, or use tiapp progress.",
            code="no-window",
        ) from error
    return main(
        paths,
        getattr(chosen, "person", None),
        pictures=chosen.pictures,
        pack_file=chosen.pack_file,
    )


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments taken apart. The window is not kept waiting for the commands' parsers."""
    if not {"-h", "--help"}.intersection(arguments):
        chosen, rest = _window_parser().parse_known_args(arguments)
        if not rest:
            return chosen
    return _with_commands(_window_parser()).parse_args(arguments)


def _window_parser() -> CalmParser:
    parser = CalmParser(
        prog="tiapp",
        parents=[shared()],
        description="Steady: a calm, private companion for trauma-informed practice. "
        "Without a command it opens the window; with FILE.tipack alone it offers that pack there.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Steady {tiapp.__version__}")
    parser.add_argument(
        "--pictures",
        type=folder,
        metavar="DIR",
        help="draw the first screens to PNG files in DIR instead of opening a window",
    )
    return parser


def _with_commands(parser: CalmParser) -> CalmParser:
    # late: each brings a parser of its own, and most starts open the window
    from tiapp.cli import content, journal, modules, progress, summary, team, vault, verify

    commands = parser.add_subparsers(
        dest="command", metavar="command", required=False, parser_class=CalmParser
    )
    for command in (modules, progress, content, summary, verify, team, vault, journal):
        command.add(commands)
    return parser
