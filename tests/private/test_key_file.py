import base64
import hashlib
import json
import random

import pytest

from tests.vaults import PASSPHRASE, QUICK
from tiapp.core.errors import AppError
from tiapp.private import key_file
from tiapp.private.key_file import KeyFile, from_bytes, to_bytes
from tiapp.private.recovery_code import RecoveryCode
from tiapp.private.wrapping import (
    unwrap_with_code,
    unwrap_with_passphrase,
    wrap_for_code,
    wrap_for_passphrase,
)

ID = "2f1f3c2e-0000-4000-8000-000000000000"
KEY = bytes(range(32))
CODE = RecoveryCode("0123456789ABCDEFGHJKMNPQRSTV")


@pytest.fixture(scope="module")
def keys():
    return KeyFile(
        ID, (wrap_for_passphrase(ID, KEY, PASSPHRASE, QUICK), wrap_for_code(ID, KEY, CODE))
    )


@pytest.fixture
def file(tmp_path):
    return tmp_path / "vault.json"


def resealed(keys, change):
    """The file after an attacker changed it and made the sum right again."""
    table = json.loads(to_bytes(keys))
    change(table)
    table.pop("sum", None)
    canonical = json.dumps(table, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    table["sum"] = hashlib.sha256(canonical.encode()).hexdigest()
    return json.dumps(table).encode()


def test_it_reads_back_as_itself(keys, file):
    key_file.write(file, keys)
    assert key_file.read(file) == keys
    assert file.stat().st_size < 2000


def test_passphrase_and_code_each_give_the_key_back(keys):
    assert unwrap_with_passphrase(keys, PASSPHRASE) == KEY
    assert unwrap_with_code(keys, CODE) == KEY


def test_letters_composed_in_another_way_are_the_same_passphrase():
    slot = wrap_for_passphrase(ID, KEY, "Café über ﬁne", QUICK)
    keys = KeyFile(ID, (slot,))
    assert unwrap_with_passphrase(keys, "Cafe\u0301 u\u0308ber fine") == KEY


def test_salt_and_nonce_are_fresh_each_time():
    one, two = (wrap_for_passphrase(ID, KEY, PASSPHRASE, QUICK) for _ in range(2))
    assert one.salt != two.salt
    assert one.nonce != two.nonce
    assert one.wrapped != two.wrapped


def test_neither_key_nor_passphrase_stands_in_the_file(keys):
    data = to_bytes(keys)
    for secret in (KEY, base64.b64encode(KEY), KEY.hex().encode(), PASSPHRASE.encode()):
        assert secret not in data


def test_every_flipped_bit_is_damage_and_nothing_else(keys, file):
    good = to_bytes(keys)
    for place in range(len(good)):
        for bit in (0, 3, 6) if place % 3 else range(8):
            data = bytearray(good)
            data[place] ^= 1 << bit
            try:
                read = from_bytes(bytes(data), file)
            except AppError as error:
                assert error.code == "vault-keys-damaged"
            else:
                # white space, or capitals in the sum's hexadecimal digits
                assert read == keys


def test_every_cut_is_damage_and_nothing_else(keys, file):
    good = to_bytes(keys)
    for length in range(len(good) - 2):
        with pytest.raises(AppError):
            from_bytes(good[:length], file)


@pytest.mark.parametrize(
    "kdf",
    [
        {"name": "argon2id", "m": 19_455, "t": 3, "p": 4},
        {"name": "argon2id", "m": 67_108_864, "t": 3, "p": 4},
        {"name": "argon2id", "m": 131_072, "t": 0, "p": 4},
        {"name": "argon2id", "m": 131_072, "t": 1_000_000_000, "p": 4},
        {"name": "argon2id", "m": 131_072, "t": 3, "p": 0},
        {"name": "argon2id", "m": 131_072, "t": 3, "p": 17},
        {"name": "argon2id", "m": 131_072.0, "t": 3, "p": 4},
        {"name": "argon2id", "m": True, "t": 3, "p": 4},
        {"name": "argon2id", "m": "131072", "t": 3, "p": 4},
        {"name": "argon2id", "m": 131_072, "t": 3},
        {"name": "argon2id", "m": 131_072, "t": 3, "p": 4, "x": 1},
        {"name": "argon2d", "m": 131_072, "t": 3, "p": 4},
        {"name": "hkdf-sha256", "m": 1},
        {"name": "pbkdf2"},
        {},
        [],
        None,
        "argon2id",
    ],
)
def test_costs_beyond_the_limits_are_refused_before_deriving(keys, file, kdf, monkeypatch):
    monkeypatch.setattr("tiapp.private.wrapping._from_passphrase", pytest.fail)
    data = resealed(keys, lambda table: table["slots"][0].update(kdf=kdf))
    with pytest.raises(AppError) as caught:
        from_bytes(data, file)
    assert caught.value.code == "vault-keys-damaged"


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.update(format="tiapp-completion"),
        lambda t: t.update(version=0),
        lambda t: t.update(version=True),
        lambda t: t.update(version="1"),
        lambda t: t.update(extra=1),
        lambda t: t.update(vault_id="../../elsewhere"),
        lambda t: t.update(vault_id=7),
        lambda t: t.update(slots=[]),
        lambda t: t.update(slots={}),
        lambda t: t.update(slots=t["slots"] * 500),
        lambda t: t.update(slots=[t["slots"][0]] * 2),
        lambda t: t.pop("slots"),
        lambda t: t["slots"][0].update(type="recovery"),
        lambda t: t["slots"][0].update(type="keyring"),
        lambda t: t["slots"][0].update(id="A B"),
        lambda t: t["slots"][0].update(salt=""),
        lambda t: t["slots"][0].update(salt="****"),
        lambda t: t["slots"][0].update(nonce=7),
        lambda t: t["slots"][0].update(wrapped="QUJD"),
        lambda t: t["slots"][0].update(note="é"),
    ],
)
def test_what_no_vault_json_says_is_refused(keys, file, change):
    with pytest.raises(AppError) as caught:
        from_bytes(resealed(keys, change), file)
    assert caught.value.code == "vault-keys-damaged"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"7",
        b'"x"',
        b"\xff\xfe",
        b"{" * 50_000,
        b"[" * 50_000,
        b'{"sum": 7}',
        b'{"sum": "x", "sum": "y"}',
        b"9" * 10_000,
        b" " * (64 * 1024 + 1),
    ],
)
def test_whatever_else_stands_there_is_damage(file, data):
    with pytest.raises(AppError) as caught:
        from_bytes(data, file)
    assert caught.value.code == "vault-keys-damaged"


def test_a_newer_file_is_left_alone_and_the_person_told(keys, file):
    with pytest.raises(AppError) as caught:
        from_bytes(resealed(keys, lambda t: t.update(version=2)), file)
    assert caught.value.code == "newer"


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.update(vault_id="3" + ID[1:]),
        lambda t: t["slots"][0].update(id="another"),
        lambda t: t["slots"][0]["kdf"].update(t=2),
        lambda t: t["slots"][0].update(salt=t["slots"][1]["salt"]),
        lambda t: t["slots"][0].update(nonce=t["slots"][1]["nonce"]),
        lambda t: t["slots"][0].update(wrapped=t["slots"][1]["wrapped"]),
    ],
)
def test_the_key_is_tied_to_all_that_stands_around_it(keys, file, change):
    changed = from_bytes(resealed(keys, change), file)
    with pytest.raises(AppError) as caught:
        unwrap_with_passphrase(changed, PASSPHRASE)
    assert caught.value.code == "passphrase-differs"


def test_random_bytes_are_damage_and_nothing_else(file):
    chance = random.Random(1)
    for _ in range(500):
        with pytest.raises(AppError):
            from_bytes(chance.randbytes(chance.randrange(2000)), file)


def test_too_little_memory_is_said_and_nothing_is_weakened(monkeypatch):
    class Hungry:
        def __init__(self, **asked):
            assert asked["memory_cost"] == QUICK.memory

        def derive(self, _):
            raise MemoryError

    monkeypatch.setattr("cryptography.hazmat.primitives.kdf.argon2.Argon2id", Hungry)
    with pytest.raises(AppError) as caught:
        wrap_for_passphrase(ID, KEY, PASSPHRASE, QUICK)
    assert caught.value.code == "vault-memory"
