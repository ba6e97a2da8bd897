"""Signs with Ed25519 and checks signatures; tells installations apart by their public key.

A signature shows that nothing was changed since it was made. It does not show who sat at the
computer: whoever holds the file with the key can sign, and no secret in an open program could
change that, so there is none.
"""

from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SEED_BYTES = 32
KEY_BYTES = 32
SIGNATURE_BYTES = 64

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PAIRS = [first + second for first in _CROCKFORD for second in _CROCKFORD]
_PRIME = 2**255 - 19
_SMALL_ORDER = frozenset(
    {
        0,
        1,
        _PRIME - 1,
        0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826,
        0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7,
    }
)
"""The y of all points whose order divides 8. Under such a key, forged signatures pass."""


class Signer:
    """One person's key on one installation."""

    def __init__(self, seed: bytes) -> None:
        """`seed` is 32 random bytes, kept with the record."""
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """The signature: 64 bytes, the same each time for the same message."""
        return self._key.sign(message)


def is_sound(public: bytes) -> bool:
    """Whether that is a public key at all: 32 bytes, written in the one way, and of full order."""
    if len(public) != KEY_BYTES:
        return False
    y = int.from_bytes(public, "little") & (2**255 - 1)
    return y < _PRIME and y not in _SMALL_ORDER


def verifies(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature is this key's over just this message. Weak keys never verify."""
    if not is_sound(public):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def installation_name(public: bytes) -> str:
    """A short name for the holder of a key, to compare by eye: as in 3HSJ-AZES-S46B-PDAM.

    80 bits of its SHA-256, in letters that are not mistaken for one another.
    """
    bits = int.from_bytes(sha256(public).digest()[:10], "big")
    a, b, c, d, e, f, g, h = (_PAIRS[bits >> shift & 1023] for shift in range(70, -1, -10))
    return f"{a}{b}-{c}{d}-{e}{f}-{g}{h}"
