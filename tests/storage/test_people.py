import json
import os
import re
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiapp.core.errors import AppError
from tiapp.storage.people import People, Person, tidy_name


@pytest.fixture
def people(tmp_path):
    return People(tmp_path)


def test_at_first_there_is_nobody_and_looking_makes_nothing(people, tmp_path):
    assert people.all() == ()
    assert list(tmp_path.iterdir()) == []


def test_everybody_has_a_folder_and_an_id_of_their_own(people, tmp_path):
    ana = people.add("Ana")
    ben = people.add("Ben")

    assert people.all() == (ana, ben)
    assert ana.id != ben.id
    for person in (ana, ben):
        assert re.fullmatch("[0-9a-f]{32}", person.id)
        said = json.loads((tmp_path / "people" / person.id / "person.json").read_text())
        assert said == {"id": person.id, "name": person.name}


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps files private by the user profile")
def test_a_persons_files_are_for_this_account_alone(people, tmp_path):
    previous = os.umask(0)
    try:
        ana = people.add("Ana")
    finally:
        os.umask(previous)

    folder = tmp_path / "people" / ana.id
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "person.json").stat().st_mode) == 0o600


def test_a_name_is_optional(people):
    person = people.add()

    assert person.name == ""
    assert people.get(person.id) == person


def test_people_come_in_the_order_of_their_names(people):
    for name in ("zoë", "Ana", "ben"):
        people.add(name)

    assert [person.name for person in people.all()] == ["Ana", "ben", "zoë"]


def test_somebody_can_be_renamed(people):
    ana = people.add("Ana")

    assert people.rename(ana.id, "  Ana\tMaria ") == Person(ana.id, "Ana Maria")
    assert people.all() == (Person(ana.id, "Ana Maria"),)
    assert people.rename(ana.id, "Ana maria").name == "Ana maria"


def test_two_people_never_share_a_name(people):
    people.add("Ana")
    ben = people.add("Ben")

    with pytest.raises(AppError) as again:
        people.add("ANA")
    with pytest.raises(AppError):
        people.rename(ben.id, "ana")

    assert again.value.code == "person-taken"
    assert [person.name for person in people.all()] == ["Ana", "Ben"]


def test_somebody_is_found_by_name_or_id_whatever_the_capitals(people):
    ana = people.add("Ana Ü")

    assert people.find("ana ü") == ana
    assert people.find(" ANA  U\u0308 ") == ana
    assert people.find(ana.id) == ana


@pytest.mark.parametrize("name", ["", "  ", "Nobody", "An"])
def test_an_unknown_name_is_said_calmly(people, name):
    people.add("Ana")
    people.add()

    with pytest.raises(AppError) as caught:
        people.find(name)

    assert caught.value.code == "person-unknown"
    assert "Ana" not in str(caught.value)


def test_two_of_one_name_need_the_id(people, tmp_path):
    ana = people.add("Ana")
    other = people.add("Ben")
    file = tmp_path / "people" / other.id / "person.json"
    file.write_text(json.dumps({"id": other.id, "name": "Ana"}))

    with pytest.raises(AppError) as caught:
        people.find("Ana")

    assert caught.value.code == "person-several"
    assert people.find(ana.id) == ana


@pytest.mark.parametrize("id_", ["", "x", "..", "../..", "0" * 32, "A" * 32])
def test_only_a_real_id_leads_to_a_person(people, id_):
    people.add("Ana")

    with pytest.raises(AppError) as caught:
        people.get(id_)
    assert caught.value.code == "person-unknown"


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"name": "Ana"}',
        b'{"id": "somebody else", "name": "Ana"}',
        b'{"id": 1}',
        b"\xff\xfe",
        b"[" * 60000,
        b'{"id": NAME, "name": 7}',
    ],
)
def test_a_damaged_person_file_is_kept_aside_and_the_person_goes_on(people, tmp_path, damage):
    ana = people.add("Ana")
    ben = people.add("Ben")
    file = tmp_path / "people" / ana.id / "person.json"
    damage = damage.replace(b"NAME", json.dumps(ana.id).encode())
    file.write_bytes(damage)
    (file.parent / "record.db").write_bytes(b"kept")

    assert people.all() == (Person(ana.id), ben)

    (notice,) = people.take_notices()
    assert notice.code == "person-damaged"
    assert "person.json.damaged" in notice.advice
    assert people.take_notices() == ()
    assert file.with_name("person.json.damaged").read_bytes() == damage
    assert (file.parent / "record.db").read_bytes() == b"kept"
    assert people.all() == (Person(ana.id), ben)
    assert people.take_notices() == ()


def test_a_missing_person_file_leaves_the_person_without_a_name(people, tmp_path):
    ana = people.add("Ana")
    (tmp_path / "people" / ana.id / "person.json").unlink()

    assert people.all() == (Person(ana.id),)
    assert people.take_notices() == ()


def test_other_things_in_the_folder_are_nobody(people, tmp_path):
    ana = people.add("Ana")
    (tmp_path / "people" / "lost+found").mkdir()
    (tmp_path / "people" / ("f" * 32)).touch()
    (tmp_path / "people" / "notes.txt").touch()

    assert people.all() == (ana,)


def test_a_missing_people_folder_means_that_nobody_has_begun(people, tmp_path):
    ana = people.add("Ana")
    for file in (tmp_path / "people" / ana.id).iterdir():
        file.unlink()
    (tmp_path / "people" / ana.id).rmdir()
    (tmp_path / "people").rmdir()

    assert people.all() == ()
    with pytest.raises(AppError):
        people.get(ana.id)
    assert people.add("Ana").name == "Ana"


def test_listing_people_opens_nothing_but_their_names(people, tmp_path):
    ana = people.add("Ana")
    folder = tmp_path / "people" / ana.id
    for name in ("record.db", "settings.toml", "vault.db"):
        os.mkfifo(folder / name)  # whoever opened one of these would wait for ever

    assert people.all() == (ana,)


@given(st.text())
def test_a_name_is_one_harmless_line(name):
    kept = tidy_name(name)

    assert len(kept) <= 60
    assert kept == kept.strip()
    assert not any(c in kept for c in "\n\r\t\x00\x1b\u202e\u2066")
    assert tidy_name(kept) == kept
