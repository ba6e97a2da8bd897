from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tiapp.private.journal_model import (
    TAG_MOST,
    TAGS_MOST,
    Entry,
    clean_tag,
    clean_tags,
    heading_of,
    split_tags,
)


def test_a_heading_is_the_title_or_the_first_words():
    assert heading_of("  A long\nday ", "body") == "A long day"
    assert heading_of("", "\n\n## **Rain**\nmore") == "Rain"
    assert heading_of("", "> - 1. said") == "said"
    assert heading_of("", " \n ** \n") == ""


def test_a_long_heading_is_cut_between_words():
    assert heading_of("", "word " * 40) == "word " * 15 + "word…"


def test_tags_are_kept_once_whatever_their_capitals():
    assert split_tags("#Work, work;  self   care\nCafé, cafe, ,#") == ("Work", "self care", "Café")


def test_tags_have_bounds():
    assert len(clean_tag("x" * 500)) == TAG_MOST
    assert len(clean_tags([f"tag {n}" for n in range(100)])) == TAGS_MOST


@given(st.text())
def test_a_cleaned_tag_stays_as_it_is(text):
    once = clean_tag(text)
    assert clean_tag(once) == once
    assert "," not in once and "\n" not in once


def test_an_entry_of_spaces_is_blank():
    assert Entry("id", datetime(2026, 1, 1, tzinfo=UTC), " \n").blank
