"""What the commands say: the answer on stdout, what went wrong on stderr, both harmless."""

import os
import sys
from typing import Any, TextIO

from tiapp.core.errors import AppError


def answer_json(facts: dict[str, Any]) -> None:
    """The whole answer for another program. AppError as for `answer`."""
    import json

    # plain ASCII, so that it survives whatever the other program takes the letters to be
    answer([json.dumps(facts, indent=2)])


def answer(lines: list[str]) -> None:
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
        discard_output()
        raise AppError(
            "Steady could not write its answer.",
            "What was saved before is safe. Free some space where it should go, then try again.",
            code="output",
        ) from error


def say(sentence: str) -> None:
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


def discard_output() -> None:
    """Python flushes stdout once more as it ends: give it somewhere to go."""
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
