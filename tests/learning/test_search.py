import pytest

from tests.factories import entry
from tiapp.learning.model import PartEntry, Term
from tiapp.learning.search import MOST_HITS, HitKind, fold, search

ENTRIES = (
    entry(
        "principles",
        title="Five principles in everyday contact",
        topics=("Everyday practice",),
        parts=(
            PartEntry("safety", "Safety", 4, ("What you can do", "When you are busy")),
            PartEntry("choice", "Choice and contact", 4, ("A café example",)),
        ),
    ),
    entry("trauma", title="What trauma is", topics=("Basics",), parts=()),
)
TERMS = (
    Term("Safety", "A principle.", ("being safe",)),
    Term("Adverse childhood experiences", "Hard things.", ("ACEs", "ACE")),
)


def found(query: str) -> list[tuple[HitKind, str]]:
    """Kinds and titles of what is found."""
    return [(hit.kind, hit.title) for hit in search(query, ENTRIES, TERMS)]


def test_titles_come_before_parts_headings_and_words() -> None:
    assert found("contact") == [
        (HitKind.MODULE, "Five principles in everyday contact"),
        (HitKind.PART, "Choice and contact"),
    ]
    assert found("safe") == [(HitKind.PART, "Safety"), (HitKind.TERM, "Safety")]
    assert found("wh") == [
        (HitKind.MODULE, "What trauma is"),
        (HitKind.HEADING, "What you can do"),
        (HitKind.HEADING, "When you are busy"),
    ]


@pytest.mark.parametrize("query", ["CAFE", "café", "cafe\u0301", "  cafe  exam "])
def test_capitals_and_accents_do_not_matter(query: str) -> None:
    assert found(query) == [(HitKind.HEADING, "A café example")]


def test_every_word_must_begin_a_word() -> None:
    assert found("trauma what") == [(HitKind.MODULE, "What trauma is")]
    assert found("trauma five") == []
    assert found("rauma") == []


@pytest.mark.parametrize("query", ["", "   ", "...", "[](*", "\\", "%", "'"])
def test_nothing_to_look_for_finds_nothing(query: str) -> None:
    assert found(query) == []


def test_a_hit_says_where_to_go() -> None:
    (heading,) = search("busy", ENTRIES, TERMS)
    assert (heading.module_id, heading.part_id) == ("principles", "safety")
    assert heading.detail == "Five principles in everyday contact: Safety"
    (term,) = search("aces", ENTRIES, TERMS)
    assert (term.term, term.detail) == ("Adverse childhood experiences", "Hard things.")


def test_topics_are_searched_with_the_title() -> None:
    assert found("basics") == [(HitKind.MODULE, "What trauma is")]


def test_at_most_thirty_are_shown() -> None:
    many = [entry(f"m{n}", title="Same") for n in range(MOST_HITS + 5)]
    assert len(search("same", many, ())) == MOST_HITS


def test_fold_makes_text_comparable() -> None:
    assert fold("Éire STRASSE") == "eire strasse"
    assert fold("Straße") == "strasse"
