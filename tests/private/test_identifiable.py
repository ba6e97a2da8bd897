from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiapp.private.identifiable import Kind, check_digit_fits, find

TODAY = date(2026, 11, 27)
# made up; nobody's: only their check digits are right
CHI = "3112991130"
NHS = "9434765919"


def kinds(text, names=()):
    return [(text[f.start : f.end], f.kind) for f in find(text, TODAY, names)]


def test_check_digits_are_worked_out():
    assert check_digit_fits(NHS)
    assert not check_digit_fits("9434765918")
    assert not check_digit_fits("٣٤٥٦٧٨٩٠١٢")


def fitting(first_nine):
    return next(f"{first_nine}{n}" for n in range(10) if check_digit_fits(f"{first_nine}{n}"))


def test_a_chi_number_begins_with_a_date_and_its_check_digit_fits():
    chi = fitting("010190123")
    assert kinds(f"CHI {chi}, seen") == [(chi, Kind.CHI)]
    assert kinds(f"{chi[:6]} {chi[6:]}") == [(f"{chi[:6]} {chi[6:]}", Kind.CHI)]


def test_ten_digits_whose_check_digit_does_not_fit_are_left_alone():
    chi = fitting("310190124")
    other = chi[:9] + str((int(chi[9]) + 1) % 10)
    assert kinds(f"reference {other}") == []


def test_an_nhs_number_is_no_date():
    assert kinds("943 476 5919") == [("943 476 5919", Kind.NHS)]


@pytest.mark.parametrize("number", ["AB123456C", "ab 12 34 56 c", "JG-10-37-59-A"])
def test_national_insurance_numbers(number):
    assert kinds(f"It was {number}.") == [(number, Kind.NATIONAL_INSURANCE)]


@pytest.mark.parametrize("text", ["QQ123456C", "GB123456A", "AB123456E", "XAB123456C"])
def test_what_only_resembles_a_national_insurance_number(text):
    assert kinds(text) == []


@pytest.mark.parametrize(
    "day",
    ["14/03/1987", "14.3.87", "1987-03-14", "14 March 1987", "14th of Mar 1987", "2 May 1960"],
)
def test_a_day_long_ago_could_be_a_date_of_birth(day):
    assert kinds(f"on {day} there") == [(day, Kind.BIRTH)]


def test_a_day_of_this_year_is_left_alone_unless_it_says_born():
    assert kinds("on 22 November 2026 we met") == []
    assert kinds("born 2 November 2025") == [("2 November 2025", Kind.BIRTH)]
    assert kinds("DOB: 03/02/2024") == [("03/02/2024", Kind.BIRTH)]


def test_impossible_and_future_days_are_left_alone():
    assert kinds("31/02/1987 and 14/03/2090 and 14/03/1087") == []


@pytest.mark.parametrize(
    "code", ["EH1 3DG", "G2 1DY", "AB101XG", "iv30 1hb", "W1A 0AX", "SW1A 2AA"]
)
def test_postcodes(code):
    assert kinds(f"near {code}, I think") == [(code, Kind.POSTCODE)]


@pytest.mark.parametrize("text", ["at 10 5pm", "room B12", "M8 7 miles", "A1 5 km", "in 2 1st"])
def test_what_is_no_postcode(text):
    assert kinds(text) == []


@pytest.mark.parametrize(
    "number",
    [
        "0131 496 0123",
        "07700 900123",
        "+44 7700 900123",
        "+44 (0)131 496 0123",
        "(0131) 496 0123",
        "0131-496-0123",
    ],
)
def test_phone_numbers(number):
    assert kinds(f"ring {number} after nine") == [(number, Kind.PHONE)]


@pytest.mark.parametrize("text", ["999", "116 123", "£1,000,000", "2026", "in 1234567890123 steps"])
def test_short_lines_and_sums_are_no_phone_numbers(text):
    assert kinds(text) == []


def test_e_mail_addresses():
    assert kinds("to a.person+x@example.org, today") == [("a.person+x@example.org", Kind.EMAIL)]


def test_names_of_ones_own_list_are_found_as_whole_words():
    text = "Ana and ANA, with Mary\nJane. Anaesthetic, Banana, Ana's"
    assert kinds(text, ["ana", "Mary Jane"]) == [
        ("Ana", Kind.NAME),
        ("ANA", Kind.NAME),
        ("Mary\nJane", Kind.NAME),
        ("Ana", Kind.NAME),
    ]


def test_a_name_may_hold_any_signs():
    assert kinds("with J.(B) today", ["J.(B)"]) == [("J.(B)", Kind.NAME)]


def test_nothing_is_reported_twice():
    chi = fitting("010190123")
    findings = find(f"born 01/01/1990, {chi}, 0131 496 0123", TODAY)
    assert [f.kind for f in findings] == [Kind.BIRTH, Kind.CHI, Kind.PHONE]


def test_every_kind_says_why():
    from tiapp.private.identifiable import Finding

    for kind in Kind:
        assert Finding(0, 1, kind).why.endswith(".")


@given(st.text(max_size=300), st.lists(st.text(max_size=8), max_size=4))
def test_findings_are_in_order_inside_the_text_and_never_overlap(text, names):
    end = 0
    for finding in find(text, TODAY, names):
        assert end <= finding.start < finding.end <= len(text)
        end = finding.end
