"""The private room, from Enter on the passphrase until it stands there.

Held against the derivation of the key alone, which is slow by intent, and what an attacker pays for
each try; the rest only keeps the person waiting.
"""

import secrets
import time
from functools import cache

from benchmarks import journal_data
from benchmarks.cases.setting import Setting
from benchmarks.child import answer
from benchmarks.runner import Case
from tiapp.private.key_file import USUAL_COST
from tiapp.private.vault import Vault


def cases(setting: Setting) -> list[Case]:
    """With a hundred thousand entries; with --quick ten thousand."""
    entries = 10_000 if setting.quick else 100_000

    @cache
    def vault() -> Vault:
        kept = journal_data.journal_folder(entries)
        return journal_data.vault_in(journal_data.copied(kept, setting.folder / "unlocking"))

    @cache
    def in_the_window() -> list[str]:
        kept = journal_data.journal_folder(entries)
        copy = journal_data.copied(kept, setting.folder / "unlocking-window")
        return setting.drive("unlock", copy, passphrase=journal_data.PASSPHRASE)

    def unlocked() -> float:
        vault()
        begun = time.perf_counter()
        room = vault().unlock(journal_data.PASSPHRASE)
        taken = (time.perf_counter() - begun) * 1000
        room.close()
        return taken

    return [
        Case(
            "P3",
            f"Enter on the passphrase to Reflect painted, {entries:,} entries",
            "the key derivation alone",
            derivation,
            lambda: float(answer(in_the_window(), setting.environment)["ms"]),
            1.25,
            1.5,
        ),
        Case(
            "P3-room",
            f"the room alone, {entries:,} entries",
            "the key derivation alone",
            derivation,
            unlocked,
            1.1,
            1.25,
        ),
    ]


def derivation() -> float:
    """Argon2id as the vault has it, through the same library."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    derive = Argon2id(
        salt=secrets.token_bytes(16),
        length=32,
        iterations=USUAL_COST.passes,
        lanes=USUAL_COST.lanes,
        memory_cost=USUAL_COST.memory,
    )
    begun = time.perf_counter()
    derive.derive(journal_data.PASSPHRASE.encode())
    return (time.perf_counter() - begun) * 1000
