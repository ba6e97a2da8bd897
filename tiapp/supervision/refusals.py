"""Why a completion file is not taken, in words for the person who has to do something about it."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

LARGEST = 2 * 1024 * 1024
"""Bytes; 40 completions make about 11,000."""

FORMAT = "tiapp-completion"


class Outcome(StrEnum):
    """What is the matter with a file that is not intact."""

    ALTERED = "altered"
    DAMAGED = "damaged"
    NEWER = "newer format"
    NOT_OURS = "not a completion file"


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is not taken: `reason` says why, `advice` what to do; whole sentences."""

    outcome: Outcome
    code: str
    reason: str
    advice: str


_AGAIN = "Ask the person to save it again from their own Steady, then add the new file."

_WORDS: dict[str, tuple[str, str]] = {
    "signature": ("This file was changed after it was saved and signed.", _AGAIN),
    "installation": (
        "This file names a different installation from the one that signed it.",
        _AGAIN,
    ),
    "added": ("Something was added to this file after it was saved.", _AGAIN),
    "twice": ("The same entry is in this file twice. Steady never writes that.", _AGAIN),
    "float": ("A number in this file is written in a way that Steady never uses.", _AGAIN),
    "weak-key": ("The key in this file is one whose signatures can be forged.", _AGAIN),
    "signature-form": ("The signature in this file is damaged or missing.", _AGAIN),
    "cut": ("This file is damaged: it is cut short or cannot be read as text.", _AGAIN),
    "content": ("This file does not contain what a completion file should.", _AGAIN),
    "empty": ("This file is empty.", _AGAIN),
    "newer": (
        "This file was saved by a newer version of Steady.",
        "Install the newer version here too, then add the file again.",
    ),
    "large": (
        "This file is larger than any completion file.",
        "It can be left out. A completion file is seldom larger than a picture.",
    ),
    "other": ("This is not a Steady completion file.", "It can be left out."),
    "no-file": (
        "This is not a file that can be read.",
        "It can be left out, or copied somewhere else and added from there.",
    ),
    "unreachable": (
        "This file could not be read.",
        "Check that it is still there and that you may read it, then add it again.",
    ),
}


def refused(outcome: Outcome, code: str) -> Refused:
    """The refusal with its words."""
    return Refused(outcome, code, *_WORDS[code])


class _Twice(ValueError):
    pass


class _NoFloats(ValueError):
    pass


def why_unreadable(data: bytes) -> Refused | None:
    """What an unusual file breaks, found slowly and carefully; None if only its layout is unusual.

    Looks at the form alone: content and signature are the caller's.
    """
    if not data.strip():
        return refused(Outcome.DAMAGED, "empty")
    if len(data) > LARGEST:
        return refused(Outcome.NOT_OURS, "large")
    try:
        said = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_once,
            parse_float=_no_float,
            parse_constant=_no_float,
        )
    except _Twice:
        return _if_ours(data, Outcome.ALTERED, "twice")
    except _NoFloats:
        return _if_ours(data, Outcome.ALTERED, "float")
    except (ValueError, RecursionError):
        return _if_ours(data, Outcome.DAMAGED, "cut")
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        return refused(Outcome.NOT_OURS, "other")
    return _of_form(said)


def _of_form(said: dict[str, Any]) -> Refused | None:
    version = said.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > 1:
        return refused(Outcome.NEWER, "newer")
    if set(said) - {"format", "version", "payload", "signature"}:
        return refused(Outcome.ALTERED, "added")
    signature = said.get("signature")
    if not isinstance(signature, dict) or set(signature) != {"alg", "key", "value"}:
        return refused(Outcome.DAMAGED, "signature-form")
    if signature["alg"] != "Ed25519":
        return refused(Outcome.ALTERED, "signature-form")
    return None


def _if_ours(data: bytes, outcome: Outcome, code: str) -> Refused:
    if FORMAT.encode() in data:
        return refused(outcome, code)
    return refused(Outcome.NOT_OURS, "other")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _Twice
    return made


def _no_float(_: str) -> Any:
    raise _NoFloats
