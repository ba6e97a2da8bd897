"""Makes a vault as the present version does, to be kept for ever and opened by every later one.

    python tests/data/databases/make_vault.py tests/data/databases/vault-0001

Run once for each new migration, with its number; a vault that is kept is never made again. Its
passphrase and its contents stand below: nothing in it is anybody's. Its key is cheaply derived (the
least that is accepted), so that the tests are quick.
"""

import sys
from datetime import date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.vaults import QUICK
from tiapp.learning.model import PromptRef
from tiapp.private.check_in_model import Answer, CheckIn
from tiapp.private.journal_model import Asked, Draft
from tiapp.private.plan_model import Wording
from tiapp.private.recovery_code import RecoveryCode
from tiapp.private.room import Room
from tiapp.private.vault import Vault

PASSPHRASE = "kept for ever and a day"
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-"
"""The first seven groups; the check follows from them."""
MOMENT = datetime(2026, 3, 7, 18, 45)
PROMPT = PromptRef("steady", "trust", "one", "first", "What helps you trust somebody?")


class _Moment:
    """A clock that stands still."""

    def now(self) -> datetime:
        return MOMENT

    def today(self) -> date:
        return MOMENT.date()


def fill(room: Room) -> None:
    """Something in every part."""
    entry = room.journal.begin(
        Draft("A first line.\n\nÜber *alles* Mögliche.", "A title", ("calm",))
    )
    room.journal.settle(entry.id)
    reply = room.journal.begin(Draft("Being listened to.", asked=Asked(PROMPT.text, PROMPT)))
    room.journal.settle(reply.id)
    gone = room.journal.begin(Draft("Written and deleted."))
    room.journal.delete(gone.id)
    room.journal.set_names(["Alex Example"])
    answers = (Answer("energy", 3, 5), Answer("own", None, 0, "Tired, and glad to be home."))
    room.check_ins.add(CheckIn(MOMENT, "steady-items", 1, answers, "A long shift."))
    step = room.plan.add(Wording("before a home visit", "sit for a moment", on=date(2026, 3, 9)))
    room.plan.add(Wording(then="ask how they would like to talk"), PROMPT)
    room.plan.done(step.id, "leaving five minutes earlier")
    room.reminders.keep(["A quiet minute?"])


if __name__ == "__main__":
    target = Path(sys.argv[1])
    if target.exists():
        raise SystemExit(f"{target} is kept for ever; nothing was changed.")
    home = target.with_name(f"{target.name}-making")
    fresh = RecoveryCode.fresh
    RecoveryCode.fresh = classmethod(  # type: ignore[assignment,method-assign]
        lambda _: RecoveryCode(CODE.replace("-", ""))
    )
    vault = Vault(home, _Moment(), cost=QUICK)
    room = vault.create(PASSPHRASE).room
    fill(room)
    with room.sessions.driver() as connection:
        connection.execute("VACUUM")
    room.close()
    (home / "vault").rename(target)
    (home / "vault.lock").unlink()
    home.rmdir()
