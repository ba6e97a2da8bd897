"""Which data folder a command works on, and whose files in it."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tiapp.core.errors import AppError

if TYPE_CHECKING:
    from tiapp.services import Services
    from tiapp.storage.paths import Paths
    from tiapp.storage.people import Person


def chosen_paths(chosen: argparse.Namespace) -> "Paths":
    """From --data, else TIAPP_DATA, else the usual places. AppError when it is no folder."""
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


def services_of(paths: "Paths") -> "Services":
    """The services of that folder; nothing that is logged reaches the answers."""
    import logging

    from tiapp.core.clock import SystemClock
    from tiapp.services import Services

    # without a handler, Python would print what is logged, tracebacks too, between the answers
    logging.getLogger("tiapp").addHandler(logging.NullHandler())
    return Services(paths, SystemClock())


def whose(services: "Services", name: str | None) -> "Person | None":
    """The person named, or the only one; None when nobody has begun. AppError when unclear."""
    if name is not None:
        return services.people.find(name)
    people = services.people.all()
    if len(people) > 1:
        # nobody is named: who learns here is nobody else's business
        raise AppError(
            "More than one person uses Steady here.",
            "Nothing was changed. Say whose Steady you mean with --person NAME.",
            code="person-needed",
        )
    return people[0] if people else None
