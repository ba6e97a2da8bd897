from hypothesis import given
from hypothesis import strategies as st

from tiapp.private.marking import LINE_MOST, Style, marked


def styled(line):
    return [(line[r.start : r.start + r.length], r.style) for r in marked(line)]


def test_a_heading_is_a_heading_as_a_whole():
    assert styled("## Today") == [("## Today", Style.HEADING), ("##", Style.MARK)]


def test_a_number_sign_without_a_space_is_a_word():
    assert styled("#today") == []


def test_strong_and_emphasis_keep_their_signs():
    assert styled("so **very** tired") == [
        ("**very**", Style.STRONG),
        ("**", Style.MARK),
        ("**", Style.MARK),
    ]
    assert styled("an *a* b")[0] == ("*a*", Style.EMPHASIS)
    assert styled("_quiet_ here")[0] == ("_quiet_", Style.EMPHASIS)


def test_signs_in_sums_and_names_are_left_alone():
    assert styled("2 * 3 * 4") == []
    assert styled("a_file_name and 5*6*7") == []


def test_quotes_and_lists_have_their_sign_marked():
    assert styled("> she said")[0] == ("> she said", Style.QUOTE)
    assert styled("- one") == [("-", Style.MARK)]
    assert styled("12. twelve") == [("12.", Style.MARK)]


def test_nothing_inside_code_is_marked():
    assert [style for _, style in styled("`a *b* c`")] == [Style.CODE, Style.MARK, Style.MARK]


def test_very_long_lines_stay_plain():
    assert marked("# " + "a" * LINE_MOST) == ()


@given(st.text(alphabet="*_`# >-a1. \t", max_size=200))
def test_runs_stay_inside_the_line(line):
    for run in marked(line):
        assert run.start >= 0 and run.length > 0
        assert run.start + run.length <= len(line)
