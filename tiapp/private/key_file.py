"""vault.json: the vault's key, wrapped once for each way in. Reads and writes it, strictly.

Nothing in it is secret without the passphrase or the code. What is read may come from anybody: all
of it is held against limits before anything costly is done. The format: docs/vault-format.md.
"""

import base64
import binascii
import hashlib
import hmac
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tiapp.private import troubles
from tiapp.storage.atomic import write_private

FORMAT = "tiapp-vault"
VERSION = 1
LARGEST = 64 * 1024
_MOST_SLOTS = 8
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


@dataclass(frozen=True, slots=True)
class Cost:
    """What Argon2id is to cost: memory in KiB, passes over it, lanes."""

    memory: int
    passes: int
    lanes: int

    def is_reasonable(self) -> bool:
        """Neither too cheap to protect anybody nor so dear that it stops the computer."""
        return (
            19_456 <= self.memory <= 1_048_576 and 1 <= self.passes <= 10 and 1 <= self.lanes <= 16
        )


USUAL_COST = Cost(memory=131_072, passes=3, lanes=4)
"""Two thirds of a second on a plain office computer. It may be raised: each slot says its own."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key, wrapped for one way in. `cost` for a passphrase, None for a recovery code."""

    id: str
    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: Cost | None

    @property
    def type(self) -> str:
        """The way in."""
        return "recovery" if self.cost is None else "passphrase"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All of vault.json."""

    vault_id: str
    slots: tuple[Slot, ...]

    def slot(self, type_: str) -> Slot | None:
        """The way in of that type, if there is one."""
        return next((slot for slot in self.slots if slot.type == type_), None)

    def with_slot(self, slot: Slot) -> "KeyFile":
        """The same with that slot in place of the one of its type."""
        others = tuple(one for one in self.slots if one.type != slot.type)
        return replace(self, slots=(*others, slot))


def bound_to(vault_id: str, slot: Slot) -> bytes:
    """What the wrapped key is tied to: change any of it and the key no longer unwraps."""
    header = {"format": FORMAT, "version": VERSION, "vault_id": vault_id}
    facts = _facts(slot)
    del facts["wrapped"]
    return _canonical({"header": header, "slot": facts})


def to_bytes(keys: KeyFile) -> bytes:
    """The file's content."""
    table: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "vault_id": keys.vault_id,
        "slots": [_facts(slot) for slot in keys.slots],
    }
    table["sum"] = hashlib.sha256(_canonical(table)).hexdigest()
    return json.dumps(table, indent=1).encode() + b"\n"


def from_bytes(data: bytes, file: Path) -> KeyFile:
    """Take it apart. AppError when it is damaged, oversized or newer; `file` is named in it."""
    try:
        if len(data) > LARGEST:
            raise ValueError
        table = json.loads(data.decode("ascii"), object_pairs_hook=_without_twins)
        given = table.pop("sum")
        if not hmac.compare_digest(hashlib.sha256(_canonical(table)).hexdigest(), given):
            raise ValueError
        if table["format"] != FORMAT or type(table["version"]) is not int:
            raise ValueError
        if table["version"] > VERSION:
            raise troubles.keys_newer(file)
        _only(table, {"format", "version", "vault_id", "slots"})
        if table["version"] != VERSION or not 1 <= len(table["slots"]) <= _MOST_SLOTS:
            raise ValueError
        slots = tuple(_slot(facts) for facts in table["slots"])
        if len({slot.type for slot in slots}) != len(slots):
            raise ValueError
        return KeyFile(_name(table["vault_id"]), slots)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        # binascii.Error, UnicodeDecodeError and JSONDecodeError are ValueErrors
        raise troubles.keys_damaged(file) from error


def read(file: Path) -> KeyFile:
    """Read it. AppError when it is missing or can't be read."""
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise troubles.keys_missing(file) from error
    return from_bytes(data, file)


def write(file: Path, keys: KeyFile) -> None:
    """Save it whole, for this account alone. AppError when it can't be saved."""
    write_private(file, to_bytes(keys))


def _facts(slot: Slot) -> dict[str, Any]:
    if slot.cost is None:
        kdf: dict[str, Any] = {"name": "hkdf-sha256"}
    else:
        kdf = {
            "name": "argon2id",
            "m": slot.cost.memory,
            "t": slot.cost.passes,
            "p": slot.cost.lanes,
        }
    return {
        "id": slot.id,
        "type": slot.type,
        "kdf": kdf,
        "salt": base64.b64encode(slot.salt).decode(),
        "nonce": base64.b64encode(slot.nonce).decode(),
        "wrapped": base64.b64encode(slot.wrapped).decode(),
    }


def _slot(facts: dict[str, Any]) -> Slot:
    _only(facts, {"id", "type", "kdf", "salt", "nonce", "wrapped"})
    slot = Slot(
        id=_name(facts["id"]),
        salt=_base64(facts["salt"], 16),
        nonce=_base64(facts["nonce"], 12),
        wrapped=_base64(facts["wrapped"], 48),
        cost=_cost(facts["kdf"]),
    )
    if slot.type != facts["type"]:
        raise ValueError
    return slot


def _cost(kdf: dict[str, Any]) -> Cost | None:
    if kdf["name"] == "hkdf-sha256":
        _only(kdf, {"name"})
        return None
    if kdf["name"] != "argon2id":
        raise ValueError
    _only(kdf, {"name", "m", "t", "p"})
    if any(type(kdf[part]) is not int for part in ("m", "t", "p")):
        raise ValueError
    cost = Cost(kdf["m"], kdf["t"], kdf["p"])
    if not cost.is_reasonable():
        raise ValueError
    return cost


def _base64(text: str, length: int) -> bytes:
    data = base64.b64decode(text.encode("ascii"), validate=True)
    if len(data) != length:
        raise binascii.Error
    return data


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise ValueError
    return text


def _only(table: dict[str, Any], allowed: set[str]) -> None:
    if set(table) != allowed:
        raise ValueError


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError
    return table


def _canonical(table: dict[str, Any]) -> bytes:
    """RFC 8785, for what stands in here: ASCII names and texts, and whole numbers."""
    return json.dumps(table, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
