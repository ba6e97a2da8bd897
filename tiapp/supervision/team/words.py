"""What an import says about a file, in words: what is the matter, and what to do."""

from tiapp.supervision.refusals import Outcome, Refused
from tiapp.supervision.team.model import Reject, Trouble

_OF_OUTCOME = {
    Outcome.ALTERED: Trouble.ALTERED,
    Outcome.DAMAGED: Trouble.DAMAGED,
    Outcome.NEWER: Trouble.NEWER,
    Outcome.NOT_OURS: Trouble.NOT_OURS,
}
_OF_CODE = {"large": Trouble.TOO_LARGE, "unreachable": Trouble.UNREACHABLE}


def of_refusal(file: str, refusal: Refused) -> Reject:
    """A file that is not a sound completion file."""
    trouble = _OF_CODE.get(refusal.code, _OF_OUTCOME[refusal.outcome])
    return Reject(file, trouble, refusal.reason, refusal.advice)


def unknown_module(file: str, module_ids: list[str]) -> Reject:
    """A file about modules that this computer does not have."""
    named = ", ".join(module_ids[:3]) + (" and others" if len(module_ids) > 3 else "")
    return Reject(
        file,
        Trouble.UNKNOWN_MODULE,
        f"This file names a module that is not on this computer: {named}.",
        "Install the content that has it and add the file again, or choose to add modules "
        "that are not on this computer.",
    )


def new_key(file: str, name: str, installation: str) -> Reject:
    """A key that is new for somebody who has another."""
    who = name or "This person"
    return Reject(
        file,
        Trouble.NEW_KEY,
        f"{who} has saved files before, and this one comes from another installation: "
        f"{installation}.",
        "Working at more than one computer is normal. Ask them, then decide about the key. The "
        "file is kept until then.",
    )


def duplicate(file: str, of: str) -> Reject:
    """The same bytes under another name."""
    return Reject(
        file,
        Trouble.DUPLICATE,
        f"This is the same file as {of}." if of else "Nothing in this file is new.",
        "It can be left out. Nothing is counted twice.",
    )


def older(file: str) -> Reject:
    """Saved before what we have of the same person and computer, and nothing new in it."""
    return Reject(
        file,
        Trouble.OLDER,
        "A newer file from this person and the same computer is here already, and nothing "
        "in this one is new.",
        "It can be left out.",
    )


def removed(file: str) -> Reject:
    """Of somebody whose data was removed on purpose."""
    return Reject(
        file,
        Trouble.REMOVED,
        "The data of this person was removed from this team, and files saved for it are no "
        "longer added.",
        "Delete the file from its folder. If they have come back, choose Accept their files "
        "again, under Data.",
    )


def odd_date(file: str, earliest: str, latest: str) -> Reject:
    """A clock that was wrong."""
    days = earliest if earliest == latest else f"{earliest} to {latest}"
    return Reject(
        file,
        Trouble.ODD_DATE,
        f"The file was added, but a date in it is unlikely: {days}.",
        "The clock of that computer was probably wrong. The days stay as they were signed. Once "
        "its clock is right, new completions will have the right day.",
    )


def went_away(read: int, total: int) -> str:
    """A share or a stick that was there and is not any more."""
    return (
        f"The folder could no longer be reached after {read:,} of {total:,} files. What was "
        f"read by then has been added. Connect it again and add the folder once more: "
        f"nothing is counted "
        "twice."
    )


def no_way_in(folder: str) -> str:
    """A folder that may not be looked through."""
    return f"The folder {folder} could not be searched, so files in it may be missing."


CLOCK_HERE = (
    "The clock of this computer shows an unlikely date. Set it right, so that dates in files can "
    "be judged."
)
