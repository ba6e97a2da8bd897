"""Keys under which anything can be forged are refused; real ones never are."""

from random import Random

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tiapp.supervision.signing import Signer, installation_name, is_sound, verifies

P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P


def _x(y):
    """An x of the curve for that y, or None."""
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    return None if (x * x - square) % P else x


def _add(one, two):
    (x1, y1), (x2, y2) = one, two
    both = D * x1 * x2 * y1 * y2 % P
    x = (x1 * y2 + x2 * y1) * pow(1 + both, -1, P) % P
    return x, (y1 * y2 + x1 * x2) * pow(1 - both, -1, P) % P


def _times(number, point):
    made = (0, 1)
    while number:
        if number & 1:
            made = _add(made, point)
        point, number = _add(point, point), number >> 1
    return made


def _small_order_points():
    """All eight, found by taking points of the curve times the order of its large subgroup."""
    order = 2**252 + 27742317777372353535851937790883648493
    found = {(0, 1)}
    for y in range(2, 200):
        if (x := _x(y)) is not None:
            found.add(_times(order, (x, y)))
    return found


def test_every_point_of_small_order_is_refused_however_it_is_written():
    points = _small_order_points()
    assert len(points) == 8
    for _, y in points:
        for sign in (0, 1):
            for written in (y, y + P):
                if written < 2**255:
                    key = (written | sign << 255).to_bytes(32, "little")
                    assert not is_sound(key), key.hex()


def test_the_library_alone_accepts_forgeries_under_such_keys_and_we_do_not():
    key = (1).to_bytes(32, "little")
    signature = key + bytes(32)
    Ed25519PublicKey.from_public_bytes(key).verify(signature, b"anything at all")
    assert not verifies(key, b"anything at all", signature)


def test_keys_as_they_come_are_never_refused():
    random = Random(7)
    for _ in range(500):
        signer = Signer(random.randbytes(32))
        assert is_sound(signer.public)
        assert verifies(signer.public, b"words", signer.sign(b"words"))
        assert not verifies(signer.public, b"other words", signer.sign(b"words"))


@pytest.mark.parametrize("key", [b"", b"short", bytes(33), b"\xff" * 32])
def test_what_is_no_key_verifies_nothing(key):
    assert not verifies(key, b"words", bytes(64))


def test_the_tests_own_signature_check_can_fail():
    with pytest.raises(InvalidSignature):
        Ed25519PublicKey.from_public_bytes(Signer(bytes(32)).public).verify(bytes(64), b"words")


def test_installations_have_names_to_compare_by_eye():
    name = installation_name(Signer(bytes(range(32))).public)
    assert [len(group) for group in name.split("-")] == [4, 4, 4, 4]
    assert not set(name) & set("ILOU")
    assert name != installation_name(Signer(bytes(32)).public)
