from itertools import pairwise

import pytest

from tiapp.private.strength import Level, _listed, bits_of_suggestion, strength_of, suggest


@pytest.mark.parametrize(
    ("passphrase", "level"),
    [
        ("", Level.TOO_SHORT),
        ("eleven char", Level.TOO_SHORT),
        ("aaaaaaaaaaaaaaaa", Level.EASY),
        ("abababababababab", Level.EASY),
        ("123456789012", Level.EASY),
        ("qwertyuiop123", Level.EASY),
        ("Password12345!", Level.EASY),
        ("Glasgow Rangers 1998", Level.EASY),
        ("correct horse battery staple", Level.EASY),
        ("monkey monkey monkey monkey", Level.EASY),
        ("kettle garden lamp", Level.FAIR),
        ("kettle garden seven tulip", Level.GOOD),
        ("kettle garden seven tulip walnut glade", Level.STRONG),
    ],
)
def test_what_is_said_of_a_passphrase(passphrase, level):
    assert strength_of(passphrase).level is level


def test_every_suggestion_is_good_and_none_like_the_other():
    offered = {suggest() for _ in range(50)}
    assert len(offered) == 50
    # the same word may come twice by chance
    levels = [strength_of(passphrase).level for passphrase in offered]
    assert sum(level in (Level.GOOD, Level.STRONG) for level in levels) >= 45
    assert all(len(passphrase.split()) == 4 for passphrase in offered)


def test_four_words_have_at_least_44_bits():
    assert bits_of_suggestion() >= 44


def test_the_word_list_is_plain():
    words = _listed()
    assert len(words) >= 2048
    assert list(words) == sorted(set(words))
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert all(4 <= len(word) <= 9 for word in words)
    # nobody should have to remember whether it was one or several
    assert [word for word in words if f"{word}s" in words] == []


def test_adding_to_a_passphrase_never_makes_it_much_weaker():
    text = "kettle garden seven tulip walnut glade 17 & más"
    bits = [strength_of(text[:end]).bits for end in range(len(text))]
    assert all(later >= earlier - 12 for earlier, later in pairwise(bits))


def test_anything_may_be_typed():
    for odd in ("\x00" * 20, "\ud800" * 12, "日本語の長いパスフレーズです", "🙂" * 300, " " * 40):
        assert strength_of(odd).words
