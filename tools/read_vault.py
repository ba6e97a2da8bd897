"""Reads a Steady vault without Steady, and prints the journal in it as Markdown.

    python read_vault.py FOLDER [--with-code] > journal.md

FOLDER holds vault.db and vault.json: a vault, a backup or an encrypted copy. It needs Python 3.11
and the packages sqlcipher3 and cryptography, and nothing of Steady. With --with-code it asks for
the recovery code instead of the passphrase. It changes nothing, and does not open a database whose
latest changes still stand in a -wal file beside it: let Steady close the vault first, or take a
backup. The format is described in docs/journal-format.md.
"""

import argparse
import base64
import getpass
import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlcipher3 import dbapi2

COLUMNS = ("written", "title", "tags", "asked", "body")


def wrapping_key(slot: dict[str, Any], secret: str) -> bytes:
    """The key under which a slot keeps the vault's own key."""
    salt = base64.b64decode(slot["salt"])
    if slot["type"] == "recovery":
        letters = "".join(c for c in secret.upper() if c.isalnum())
        letters = letters.translate(str.maketrans("OIL", "011"))[:28]
        info = b"tiapp-vault recovery code v1"
        return HKDF(SHA256(), 32, salt, info).derive(letters.encode("ascii"))
    kdf = slot["kdf"]
    derive = Argon2id(
        salt=salt, length=32, iterations=kdf["t"], lanes=kdf["p"], memory_cost=kdf["m"]
    )
    return derive.derive(unicodedata.normalize("NFKC", secret).encode("utf-8"))


def data_key(keys: dict[str, Any], kind: str, secret: str) -> bytes:
    """The vault's key. SystemExit when the secret is another's."""
    slot = next(slot for slot in keys["slots"] if slot["type"] == kind)
    header = {name: keys[name] for name in ("format", "version", "vault_id")}
    facts = {name: value for name, value in slot.items() if name != "wrapped"}
    bound = json.dumps(
        {"header": header, "slot": facts}, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    nonce, wrapped = (base64.b64decode(slot[name]) for name in ("nonce", "wrapped"))
    try:
        return AESGCM(wrapping_key(slot, secret)).decrypt(nonce, wrapped, bound.encode("utf-8"))
    except InvalidTag:
        raise SystemExit("That does not open it. Nothing was changed.") from None


def entries(database: Path, key: bytes) -> list[dict[str, str]]:
    """Everything that is not deleted, the oldest first."""
    if database.with_name(f"{database.name}-wal").exists():
        raise SystemExit("The vault is open, or was not closed. Close Steady, or use a backup.")
    connection = dbapi2.connect(f"{database.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        rows = connection.execute(
            f"SELECT {', '.join(COLUMNS)} FROM journal_entry WHERE deleted IS NULL ORDER BY moment"
        )
        return [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    finally:
        connection.close()


def markdown(entry: dict[str, str]) -> str:
    """One entry as people read it."""
    lines = [f"# {entry['written']}"]
    if entry["title"]:
        lines.append(f"## {entry['title']}")
    if entry["asked"]:
        lines.append(f"> {entry['asked']}")
    lines.append(entry["body"])
    if entry["tags"]:
        lines.append(f"Tags: {', '.join(entry['tags'].splitlines())}")
    return "\n\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Asks for the passphrase or the code on the terminal, and prints the journal."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--with-code", action="store_true", help="use the recovery code")
    chosen = parser.parse_args(arguments)
    keys = json.loads((chosen.folder / "vault.json").read_text(encoding="ascii"))
    kind, words = "passphrase", "Passphrase: "
    if chosen.with_code:
        kind, words = "recovery", "Recovery code: "
    key = data_key(keys, kind, getpass.getpass(words))
    for entry in entries(chosen.folder / "vault.db", key):
        sys.stdout.write(markdown(entry) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
