import random

import pytest

from tests.private.words import read, write
from tests.vaults import PASSPHRASE
from tiapp.core.errors import AppError
from tiapp.private.journal_model import Draft

WORDS = [f"word {number} " * 30 for number in range(300)]


@pytest.fixture
def filled(room, home):
    """A closed vault with 300 rows over many pages; its database file."""
    with room.sessions.driver() as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "INSERT INTO reminder_text (place, words) VALUES (?, ?)", list(enumerate(WORDS))
        )
        connection.execute("COMMIT")
    room.close()
    return home / "vault" / "vault.db"


def spoil(file, *pages):
    data = bytearray(file.read_bytes())
    for page in pages:
        for byte in range(page * 4096 + 100, page * 4096 + 108):
            data[byte] ^= 0xFF
    file.write_bytes(data)
    return bytes(data)


def test_most_of_a_damaged_vault_is_saved_and_the_damaged_one_kept(filled, vault):
    pages = filled.stat().st_size // 4096
    before = spoil(filled, pages - 8)

    rescued = vault.rescue(PASSPHRASE)

    assert (rescued.kept / "vault.db").read_bytes() == before
    room = vault.unlock(PASSPHRASE)
    saved = read(room)
    assert set(saved) <= set(WORDS)
    assert len(saved) >= len(WORDS) - 40
    assert rescued.lost >= len(WORDS) - len(saved) > 0
    room.verify()
    room.close()


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_damaged_no_wrong_word_is_read(filled, vault, seed):
    chance = random.Random(seed)
    pages = filled.stat().st_size // 4096
    before = spoil(filled, *chance.sample(range(pages), k=chance.randint(1, 4)))
    try:
        vault.rescue(PASSPHRASE)
    except AppError as error:
        assert error.code == "vault-beyond-rescue"
        assert filled.read_bytes() == before
        return
    room = vault.unlock(PASSPHRASE)
    assert set(read(room)) <= set(WORDS)
    room.close()


def test_a_vault_whose_beginning_is_gone_is_left_as_it_is(filled, vault):
    before = spoil(filled, 0)
    with pytest.raises(AppError) as caught:
        vault.unlock(PASSPHRASE)
    assert caught.value.code == "vault-damaged"
    with pytest.raises(AppError) as caught:
        vault.rescue(PASSPHRASE)
    assert caught.value.code == "vault-beyond-rescue"
    assert filled.read_bytes() == before


def test_the_code_is_still_asked_for_by_the_same_group(room, vault):
    asked = room.asked_group
    write(room, "one")
    room.close()
    vault.rescue(PASSPHRASE)
    again = vault.unlock(PASSPHRASE)
    assert again.asked_group == asked
    again.close()


def test_damage_met_while_reading_is_said_in_the_words_of_the_room(filled, vault):
    pages = filled.stat().st_size // 4096
    before = spoil(filled, *range(pages - 12, pages - 5))
    room = vault.unlock(PASSPHRASE)
    with pytest.raises(AppError) as caught:
        read(room)
    assert caught.value.code == "vault-damaged"
    with pytest.raises(AppError) as caught:
        room.back_up()
    room.close()
    assert filled.read_bytes() == before


# --- A journal, whose numbers are microseconds --------------------------------------------

ENTRIES = {f"entry {number} " * 30 for number in range(200)}


@pytest.fixture
def journal_file(room, home, fixed_clock):
    """A closed vault with two hundred entries, hours apart; its database file."""
    for words in sorted(ENTRIES):
        entry = room.journal.begin(Draft(words))
        room.journal.settle(entry.id)
        fixed_clock.move(hours=5)
    room.close()
    return home / "vault" / "vault.db"


@pytest.mark.parametrize("seed", range(4))
def test_the_journal_is_saved_but_for_what_stood_on_the_damaged_pages(journal_file, vault, seed):
    chance = random.Random(seed)
    pages = journal_file.stat().st_size // 4096
    spoil(journal_file, *chance.sample(range(1, pages), k=4))
    try:
        rescued = vault.rescue(PASSPHRASE)
    except AppError as error:
        assert error.code == "vault-beyond-rescue"
        return
    room = vault.unlock(PASSPHRASE)
    saved = {entry.body for entry in room.journal.every()}
    assert saved <= ENTRIES
    assert len(saved) >= len(ENTRIES) - 4 * 16
    assert rescued.lost >= len(ENTRIES) - len(saved) or rescued.lost > 0
    # what was saved is found, and nothing twice
    assert len(room.journal.find("entry", most=1000).lines) == len(saved)
    room.verify()
    room.close()


def test_deleted_entries_stay_deleted(room, vault):
    gone = room.journal.begin(Draft("written and deleted"))
    room.journal.begin(Draft("written and kept"))
    room.journal.delete(gone.id)
    room.close()
    vault.rescue(PASSPHRASE)
    again = vault.unlock(PASSPHRASE)
    assert [line.heading for line in again.journal.find("written").lines] == ["written and kept"]
    assert [line.id for line in again.journal.deleted()] == [gone.id]
    again.close()
