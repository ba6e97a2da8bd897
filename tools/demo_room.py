"""Isla's private room, for `make demo` and `make screens`. Everything in it is made up."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tiapp.private.check_in_model import Answer, CheckIn
from tiapp.private.journal_model import Draft
from tiapp.private.key_file import Cost
from tiapp.private.plan_model import Wording
from tiapp.private.vault import Vault
from tiapp.services import Services

if TYPE_CHECKING:
    from demo_data import ChosenClock

PASSPHRASE = "kettle garden seven lamps"
COST = Cost(memory=19_456, passes=1, lanes=1)
"""The least that a vault may have, so that no picture waits for a key. Never for people."""

_ENTRIES = (
    (12, "After the phones", "Two hard calls in a row. I asked the second caller where she would "
     "like to begin, and it went better than the form would have.", ("calls", "choice")),
    (6, "", "The waiting room was quieter with the radio off. Somebody said so.", ("reception",)),
    (1, "What helped this week", "Ten minutes with Morag before the team meeting. To say out loud "
     "that I was tired was enough.", ("team",)),
)  # fmt: skip


def fill_room(services: Services, person_id: str, clock: "ChosenClock") -> None:
    """Sets the room up, writes in it as the days went by, and locks it again."""
    vault = Vault(services.people.folder(person_id), clock, cost=COST)
    room = vault.create(PASSPHRASE).room
    now = clock.moment
    for days, title, body, tags in _ENTRIES:
        clock.moment = now - timedelta(days=days)
        entry = room.journal.begin(Draft(body, title=title, tags=tags))
        room.journal.settle(entry.id)
    clock.moment = now
    items = services.library.check_in()
    if items is not None:
        for days in range(40, 0, -2):
            room.check_ins.add(_check_in(now - timedelta(days=days), days, items.id, items.version))
    room.plan.add(
        Wording(
            when="someone looks lost at the desk",
            then="I ask which of the two seats they would like",
            on=now.date(),
        )
    )
    room.plan.add(Wording(then="Ask Morag how the new letters read to her"))
    done = room.plan.add(Wording(then="Move the chairs in the waiting room apart"))
    room.plan.done(done.id, "Two of us carried them")
    room.plan.let_go(room.plan.add(Wording(then="Rewrite all the letters")).id)
    room.reminders.keep(["A moment for yourself, if you want one."])
    vault.close()


def _check_in(at: datetime, days: int, instrument: str, version: int) -> CheckIn:
    """Ups and downs without a meaning."""
    answers = tuple(
        Answer(item, step=(days * factor // 3 + shift) % 5, steps=5)
        for item, factor, shift in (("energy", 2, 1), ("settledness", 1, 3), ("backed-up", 5, 2))
    )
    return CheckIn(at, instrument, version, answers)
