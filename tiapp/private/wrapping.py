"""Wraps the data key so that only the passphrase, or the recovery code, gives it back.

The work is done by the `cryptography` package; it is imported at the first call.
"""

import secrets
from typing import TYPE_CHECKING

from tiapp.private import troubles
from tiapp.private.key_file import Cost, KeyFile, Slot, bound_to
from tiapp.private.passphrase import as_bytes
from tiapp.private.recovery_code import RecoveryCode

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_KEY = 32
_CODE_PURPOSE = b"tiapp-vault recovery code v1"


def wrap_for_passphrase(vault_id: str, key: bytes, passphrase: str, cost: Cost) -> Slot:
    """A new slot with fresh salt and nonce. Slow by intent. AppError: memory, missing library."""
    blank = Slot("passphrase", secrets.token_bytes(16), secrets.token_bytes(12), b"", cost)
    return _wrapped(vault_id, blank, key, _from_passphrase(passphrase, blank, cost))


def wrap_for_code(vault_id: str, key: bytes, code: RecoveryCode) -> Slot:
    """A new slot with fresh salt and nonce."""
    blank = Slot("recovery", secrets.token_bytes(16), secrets.token_bytes(12), b"", None)
    return _wrapped(vault_id, blank, key, _from_code(code, blank))


def unwrap_with_passphrase(keys: KeyFile, passphrase: str) -> bytes:
    """The data key. AppError "passphrase-differs" when that is not the passphrase."""
    slot = keys.slot("passphrase")
    if slot is None or slot.cost is None:
        raise troubles.passphrase_differs()
    key = _unwrapped(keys.vault_id, slot, _from_passphrase(passphrase, slot, slot.cost))
    if key is None:
        raise troubles.passphrase_differs()
    return key


def unwrap_with_code(keys: KeyFile, code: RecoveryCode) -> bytes:
    """The data key. AppError "code-differs" when the code is of something else."""
    slot = keys.slot("recovery")
    key = _unwrapped(keys.vault_id, slot, _from_code(code, slot)) if slot is not None else None
    if key is None:
        raise troubles.code_differs()
    return key


def unwrap(keys: KeyFile, secret: str | RecoveryCode) -> bytes:
    """The data key, by whichever way in."""
    if isinstance(secret, RecoveryCode):
        return unwrap_with_code(keys, secret)
    return unwrap_with_passphrase(keys, secret)


def _from_passphrase(passphrase: str, slot: Slot, cost: Cost) -> bytes:
    secret = as_bytes(passphrase)
    try:
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
    except ImportError as error:
        raise troubles.cannot_encrypt() from error
    try:
        derive = Argon2id(
            salt=slot.salt,
            length=_KEY,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory,
        )
    except UnsupportedAlgorithm as error:
        raise troubles.cannot_encrypt() from error
    try:
        return derive.derive(secret)
    except MemoryError as error:
        # never with less: a cheaper key would protect less, and nobody would know
        raise troubles.too_little_memory() from error


def _from_code(code: RecoveryCode, slot: Slot) -> bytes:
    try:
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF
    except ImportError as error:
        raise troubles.cannot_encrypt() from error
    derive = HKDF(algorithm=SHA256(), length=_KEY, salt=slot.salt, info=_CODE_PURPOSE)
    return derive.derive(code.letters.encode("ascii"))


def _cipher(wrapping_key: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(wrapping_key)


def _wrapped(vault_id: str, blank: Slot, key: bytes, wrapping_key: bytes) -> Slot:
    wrapped = _cipher(wrapping_key).encrypt(blank.nonce, key, bound_to(vault_id, blank))
    return Slot(blank.id, blank.salt, blank.nonce, wrapped, blank.cost)


def _unwrapped(vault_id: str, slot: Slot, wrapping_key: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag

    try:
        return _cipher(wrapping_key).decrypt(slot.nonce, slot.wrapped, bound_to(vault_id, slot))
    except InvalidTag:
        return None
