import pytest

from tiapp.learning.limits import is_id, nesting, unwanted


@pytest.mark.parametrize("text", ["a", "in-short", "what-trauma-is", "m1", "2-doors"])
def test_plain_ids_are_taken(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "In-Short", "a b", "a_b", "-a", "a-", "a--b", "é", "../a", "a" * 61, "a\n"]
)
def test_other_ids_are_not(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\x00", "U+0000"),
        ("\x02", "U+0002"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\r", "U+000D"),
        ("\u2028", "U+2028"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\ufeff", "U+FEFF"),
    ],
)
def test_hidden_characters_are_named(character: str, code: str) -> None:
    assert unwanted(f"a{character}b") == code


def test_ordinary_text_in_any_language_is_wanted() -> None:
    assert unwanted("Fàilte, 你好, مرحبا, naïve\ttab\nline “quoted” – \u200d") == ""


@pytest.mark.parametrize(
    ("line", "depth"),
    [
        ("text", 0),
        ("- a", 1),
        ("- - a", 2),
        ("> - 1. a", 3),
        ("        - a", 3),
        (">>> a", 3),
        ("-no list", 0),
        ("**bold**", 0),
    ],
)
def test_nesting_counts_lists_and_quotations(line: str, depth: int) -> None:
    assert nesting(line) == depth
