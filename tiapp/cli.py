"""The command line: opens the window, or answers without one. Qt is never imported for an answer.

Exit codes: 0 done; 2 anything that went wrong, wrong usage included; 130 stopped with Ctrl+C. What
went wrong stands on stderr, on one line, with what to do next.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

import tiapp
from tiapp.core.errors import AppError

if TYPE_CHECKING:
    from tiapp.learning.model import ModuleEntry
    from tiapp.record.model import Completion, ModuleProgress
    from tiapp.services import Services
    from tiapp.storage.paths import Paths
    from tiapp.storage.people import Person


STOPPED = "Stopped. What was saved before is safe."


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit code. No traceback reaches a person."""
    try:
        return _run(arguments)
    except AppError as error:
        _say(str(error))
        return 2
    except KeyboardInterrupt:
        _say(STOPPED)
        return 130
    except BrokenPipeError:
        # whoever was reading (`tiapp progress | head`) has seen enough: that is no error
        _discard_output()
        return 0
    except Exception:
        _say(
            "Something went wrong inside Steady. What was saved before is safe. "
            "Please tell whoever looks after it what you were doing. (bug)"
        )
        return 2


class _CalmParser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and how to see what is right."""

    def error(self, message: str) -> NoReturn:
        """Leave by AppError instead of printing the usage and exiting."""
        raise AppError(
            "Steady did not understand that command.",
            f"Nothing was changed. The reason: {' '.join(message.split())}. "
            "Try tiapp --help to see what it can do.",
            code="usage",
        )


def _run(arguments: Sequence[str]) -> int:
    parser = _parser()
    try:
        chosen = parser.parse_args(arguments)
    except SystemExit as leaving:  # --help and --version
        return leaving.code if isinstance(leaving.code, int) else 0
    paths = _paths(chosen)
    try:
        return _command(chosen, paths)
    except (AppError, BrokenPipeError):
        raise
    except Exception as error:
        from tiapp.core.clock import SystemClock
        from tiapp.storage.bug_log import note_bug

        note_bug(paths.logs, error, SystemClock().now())
        raise


def _command(chosen: argparse.Namespace, paths: "Paths") -> int:
    person: str | None = getattr(chosen, "person", None)
    match chosen.command:
        case "modules":
            return _modules(paths, as_json=chosen.json)
        case "progress":
            return _progress(paths, person, as_json=chosen.json)
        case _:
            return _window(paths, person, chosen.pictures)


def _window(paths: "Paths", person: str | None, pictures: Path | None) -> int:
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
    return main(paths, person, pictures=pictures)


def _parser() -> argparse.ArgumentParser:
    # accepted before and after the command; SUPPRESS keeps the second place from undoing the first
    shared = _CalmParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--data",
        type=_folder,
        metavar="DIR",
        help="keep everything in this folder (or set TIAPP_DATA)",
    )
    shared.add_argument(
        "--person", metavar="NAME", help="whose progress; needed only when there are two or more"
    )
    parser = _CalmParser(
        prog="tiapp",
        parents=[shared],
        description="Steady: a calm, private companion for trauma-informed practice. "
        "Without a command it opens the window.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Steady {tiapp.__version__}")
    parser.add_argument(
        "--pictures",
        type=_folder,
        metavar="DIR",
        help="draw the first screens to PNG files in DIR instead of opening a window",
    )
    commands = parser.add_subparsers(
        dest="command", metavar="command", required=False, parser_class=_CalmParser
    )
    modules = commands.add_parser(
        "modules", parents=[shared], help="list what there is to learn", allow_abbrev=False
    )
    progress = commands.add_parser(
        "progress", parents=[shared], help="show how far you are", allow_abbrev=False
    )
    for command in (modules, progress):
        command.add_argument("--json", action="store_true", help="answer for other programs")
    return parser


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("the name of the folder is empty")
    return Path(text)


def _paths(chosen: argparse.Namespace) -> "Paths":
    from tiapp.storage.faults import calmly
    from tiapp.storage.paths import Paths

    given: Path | None = getattr(chosen, "data", None)
    if given is None and os.environ.get("TIAPP_DATA"):
        given = Path(os.environ["TIAPP_DATA"])
    if given is None:
        return Paths.default()
    with calmly(given / "x"):
        if given.exists() and not given.is_dir():
            raise AppError(
                "The data folder that was chosen is not a folder.",
                "Nothing was changed. Give the name of a folder with --data or TIAPP_DATA.",
                code="not-a-folder",
            )
    return Paths.under(given)


def _services(paths: "Paths") -> "Services":
    import logging

    from tiapp.core.clock import SystemClock
    from tiapp.services import Services

    # without a handler, Python would print what is logged, tracebacks too, between the answers
    logging.getLogger("tiapp").addHandler(logging.NullHandler())
    return Services(paths, SystemClock())


# --- tiapp modules ------------------------------------------------------------------------


def _modules(paths: "Paths", *, as_json: bool) -> int:
    library = _services(paths).library
    entries = library.entries()
    # what can be read is listed all the same
    problems = [str(problem) for problem in library.problems()]
    for problem in problems:
        _say(problem)
    if as_json:
        _answer_json({"modules": [_module_facts(e) for e in entries], "problems": problems})
        return 0
    lines: list[str] = []
    for entry in entries:
        lines.append(entry.title)
        lines.append(
            f"    {entry.id}, version {entry.version}, {entry.level}, {entry.minutes} minutes"
        )
        for number, part in enumerate(entry.parts, start=1):
            lines.append(f"    {number}. {part.title} ({part.minutes} min)")
    _answer(lines or ["There are no modules to learn from yet."])
    return 0


def _module_facts(entry: "ModuleEntry") -> dict[str, Any]:
    return {
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


# --- tiapp progress -----------------------------------------------------------------------


def _progress(paths: "Paths", name: str | None, *, as_json: bool) -> int:
    services = _services(paths)
    person = _whose(services, name)
    states: dict[str, ModuleProgress] = {}
    completions: tuple[Completion, ...] = ()
    if person is not None:
        mine = services.for_person(person)
        states = mine.progress.states()
        completions = mine.progress.completions()
        mine.close()
    entries = services.library.entries()
    lines = [_progress_facts(entry, states.get(entry.id)) for entry in entries]
    lines += _gone(states, completions, {entry.id for entry in entries})
    for notice in services.take_notices():
        _say(str(notice))
    if as_json:
        who = {"id": person.id, "name": person.name} if person is not None else None
        done = [_completion_facts(c) for c in completions]
        _answer_json({"person": who, "modules": lines, "completions": done})
    else:
        _answer(_progress_lines(person, lines, completions))
    return 0


def _whose(services: "Services", name: str | None) -> "Person | None":
    if name is not None:
        return services.people.find(name)
    people = services.people.all()
    if len(people) > 1:
        # nobody is named: who learns here is nobody else's business
        raise AppError(
            "More than one person learns here.",
            "Nothing was changed. Say whose progress you would like with --person NAME.",
            code="person-needed",
        )
    return people[0] if people else None


def _progress_facts(entry: "ModuleEntry", state: "ModuleProgress | None") -> dict[str, Any]:
    from tiapp.record.model import ModuleProgress, ModuleState

    state = state or ModuleProgress(entry.id, ModuleState.NOT_STARTED)
    return {
        "id": entry.id,
        "title": entry.title,
        "state": str(state.state),
        "reached": min(state.reached, len(entry.parts)),
        "parts": len(entry.parts),
        "finished_on": state.finished_on.isoformat() if state.finished_on else None,
    }


def _gone(
    states: "dict[str, ModuleProgress]", completions: "tuple[Completion, ...]", known: set[str]
) -> list[dict[str, Any]]:
    """Modules that were begun and are no longer in the library: what was done stays."""
    titles = {completion.module_id: completion.title for completion in completions}
    return [
        {
            "id": state.module_id,
            "title": titles.get(state.module_id, state.module_id),
            "state": str(state.state),
            "reached": state.reached,
            "parts": None,
            "finished_on": state.finished_on.isoformat() if state.finished_on else None,
        }
        for state in states.values()
        if state.module_id not in known
    ]


def _completion_facts(completion: "Completion") -> dict[str, Any]:
    return {
        "record_id": completion.record_id,
        "module_id": completion.module_id,
        "title": completion.title,
        "version": completion.version,
        "level": completion.level,
        "finished_on": completion.finished_on.isoformat(),
    }


def _progress_lines(
    person: "Person | None", modules: list[dict[str, Any]], completions: "tuple[Completion, ...]"
) -> list[str]:
    lines: list[str] = []
    if person is None:
        lines.append("Nobody has begun here yet.")
    elif person.name:
        lines.append(f"Progress of {person.name}")
    for module in modules:
        if module["state"] == "finished":
            how = f"finished on {module['finished_on']}"
        elif module["state"] == "started":
            of = f" of {module['parts']}" if module["parts"] else ""
            how = f"{module['reached']}{of} parts reached"
            if module["finished_on"]:
                how += f"; finished before, on {module['finished_on']}"
        else:
            how = "not started"
        lines.append(f"  {module['title']}: {how}")
    if completions:
        lines.append("Finished:")
    for done in completions:
        lines.append(f"  {done.finished_on}  {done.title}, version {done.version}, {done.level}")
    return lines


# --- output -------------------------------------------------------------------------------


def _answer_json(answer: dict[str, Any]) -> None:
    import json

    # plain ASCII, so that it survives whatever the other program takes the letters to be
    _answer([json.dumps(answer, indent=2)])


def _answer(lines: list[str]) -> None:
    """The whole answer at once, on stdout. AppError when it can't be written (a full disk, say)."""
    out = sys.stdout
    if out is None:  # started without one, as pythonw is
        return
    _never_fail_on_letters(out)
    try:
        out.write(_harmless("\n".join(lines)) + "\n")
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _discard_output()
        raise AppError(
            "Steady could not write its answer.",
            "What was saved before is safe. Make some room where it should go, then try again.",
            code="output",
        ) from error


def _say(sentence: str) -> None:
    """On stderr and on one line. Without a stderr there is nobody to tell."""
    err = sys.stderr
    if err is None:
        return
    _never_fail_on_letters(err)
    try:
        err.write(_harmless(" ".join(sentence.split())) + "\n")
        err.flush()
    except OSError:
        pass


def _never_fail_on_letters(stream: TextIO) -> None:
    """A letter that the terminal can't show becomes "?": it is no reason to stop."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _harmless(text: str) -> str:
    """Without control characters, by which a file's name could order a terminal about."""
    return "".join(c if c.isprintable() or c == "\n" else "?" for c in text)


def _discard_output() -> None:
    """Python flushes stdout once more as it ends: give it somewhere to go."""
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
