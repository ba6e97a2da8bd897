from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tiapp.private.search_language import parse, tag_word

TODAY = date(2026, 11, 27)


def test_words_are_all_wanted_and_the_last_one_counts_as_begun():
    assert parse("hard sh", TODAY).match == '"hard" AND "sh"*'


def test_a_word_with_a_space_after_it_is_finished():
    assert parse("hard shift ", TODAY).match == '"hard" AND "shift"'


def test_a_command_takes_words_as_they_are():
    assert parse("hard shift", TODAY, typing=False).match == '"hard" AND "shift"'


def test_a_phrase_stays_together():
    assert parse('"night shift" calm ', TODAY).match == '"night shift" AND "calm"'


def test_a_phrase_still_open_is_begun():
    assert parse('"night sh', TODAY).match == '"night sh"*'


def test_tags_are_words_of_their_own_in_the_index():
    assert parse("tag:Work ", TODAY).match == f'"{tag_word("work")}"'
    assert parse('tag:"self care"', TODAY).match == f'"{tag_word("Self Care")}"'
    assert parse("tag:wo", TODAY).match == f'"{tag_word("wo")}"*'


def test_capitals_and_accents_of_a_tag_do_not_count():
    assert tag_word("CAFÉ") == tag_word("cafe")


def test_dates_limit_to_a_year_a_month_or_a_day():
    for words, since, until in [
        ("on:2026", date(2026, 1, 1), date(2027, 1, 1)),
        ("on:2026-12", date(2026, 12, 1), date(2027, 1, 1)),
        ("on:2026-11-22", date(2026, 11, 22), date(2026, 11, 23)),
        ("on:today", TODAY, date(2026, 11, 28)),
        ("ON:Yesterday", date(2026, 11, 26), TODAY),
    ]:
        query = parse(words, TODAY)
        assert (query.match, query.since, query.until) == ("", since, until)


def test_before_and_after_leave_the_named_time_out():
    query = parse("after:2026-10 before:2026-11-20", TODAY)
    assert (query.since, query.until) == (date(2026, 11, 1), date(2026, 11, 20))


def test_several_dates_narrow_one_another():
    query = parse("on:2026 after:2026-03 before:2026-06", TODAY)
    assert (query.since, query.until) == (date(2026, 4, 1), date(2026, 6, 1))


def test_a_date_that_cannot_be_read_is_named_and_limits_nothing():
    query = parse("rain on:2026-13", TODAY)
    assert query.match == '"rain"'
    assert query.unread == ("on:2026-13",)
    assert (query.since, query.until) == (None, None)


def test_the_ends_of_the_calendar_are_no_error():
    assert parse("on:9999", TODAY).unread == ("on:9999",)
    assert parse("on:0000-01", TODAY).unread == ("on:0000-01",)


def test_marks_alone_ask_for_nothing():
    assert parse('--- "" * tag: "!!"', TODAY).empty


def test_what_a_tag_is_marked_with_cannot_be_typed():
    assert parse(tag_word("work"), TODAY).match == '" work"*'


@given(st.text(max_size=600))
def test_whatever_is_typed_quotes_come_in_pairs(text):
    query = parse(text, TODAY)
    assert query.match.count('"') % 2 == 0
    assert "\0" not in query.match
