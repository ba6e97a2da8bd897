import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiapp.core.errors import AppError
from tiapp.private.recovery_code import LETTERS, RecoveryCode, look_at


def test_a_code_has_140_bits_of_chance_and_a_check():
    code = RecoveryCode.fresh()
    assert len(code.letters) * 5 == 140
    assert [len(group) for group in code.groups] == [4] * 8
    assert set("".join(code.groups)) <= set(LETTERS)
    assert RecoveryCode.fresh() != code


def test_it_is_read_however_it_is_typed():
    code = RecoveryCode.fresh()
    for typed in (
        str(code),
        str(code).lower(),
        str(code).replace("-", " "),
        str(code).replace("-", ""),
        f"  {code}\n",
        str(code).replace("0", "o").replace("1", "l"),
        str(code).replace("0", "O").replace("1", "I"),
        str(code).replace("-", "\u2013"),
    ):
        assert RecoveryCode.read(typed) == code


def test_every_slip_of_one_letter_shows_as_typed():
    code = str(RecoveryCode("0123456789ABCDEFGHJKMNPQRSTV"))
    for place, letter in enumerate(code):
        if letter == "-":
            continue
        for other in LETTERS:
            if other != letter:
                assert look_at(code[:place] + other + code[place + 1 :]).code is None


def test_neighbours_that_changed_places_show_as_typed():
    code = "".join(RecoveryCode("0123456789ABCDEFGHJKMNPQRSTV").groups)
    for place in range(len(code) - 1):
        if code[place] != code[place + 1]:
            swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            assert look_at(swapped).code is None


def test_what_is_amiss_is_said_while_typing():
    assert look_at("").words == "0 of 32 characters so far."
    assert look_at("ABCD-EF").words == "6 of 32 characters so far."
    assert look_at("ABCD-EFU").words == "Group 2 has a U, which no code contains."
    assert "longer" in look_at("A" * 33).words
    assert "is different" in look_at("A" * 32).words


def test_a_code_never_shows_itself_in_a_log():
    code = RecoveryCode.fresh()
    assert code.letters[:8] not in repr(code)


@given(st.text(max_size=60))
def test_anything_may_be_typed(text):
    look = look_at(text)
    assert look.code is None or str(look.code)
    if look.code is None:
        with pytest.raises(AppError) as caught:
            RecoveryCode.read(text)
        assert caught.value.code == "code-mistyped"


@given(st.integers(0, 2**32))
def test_a_code_reads_back_as_itself(seed):
    letters = "".join(random.Random(seed).choices(LETTERS, k=28))
    assert RecoveryCode.read(str(RecoveryCode(letters))).letters == letters
