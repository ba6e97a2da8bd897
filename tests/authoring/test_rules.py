"""Each rule finds what it is for, and leaves alone what is like it."""

import pytest

from tests.authoring.packs import (
    CHECK_BLOCK,
    MODULE,
    SCENARIO,
    SUPPORT,
    findings,
    only,
    spoiled,
    with_text,
)
from tests.factories import picture_bytes, write_pack
from tiapp.authoring.check import check
from tiapp.authoring.checks import CODES, RULES
from tiapp.authoring.findings import Severity

NOTE = """\
//// content-note | Before you read on
    id: a-note

This part names hard things. Nothing is described.

/// summary
It helps to be steady.
///
////
"""
FIRST = "## Say what comes next {#what-comes-next}\n"
LAST = "## Take it with you {#take-it-with-you}\n"
LONG = " ".join(["Word by word it goes on and on."] * 10)
HARD = (
    "Organisational responsibilities necessitate interdisciplinary collaboration. "
    "Multidisciplinary communication facilitates comprehensive understanding. "
) * 8


def codes(found):
    return [finding.code for finding in found]


# --- Structure ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        spoiled(('title = "A calm start"', 'title = "A calm start')),
        spoiled(('outcomes = ["begin a talk calmly"]', "outcomes = []")),
        spoiled(("- [x] Hello again.", "- [ ] Hello again.")),
        spoiled(("    > This shows that you know him.\n", "")),
        spoiled(("    id: my-plan", "    id: which-opening")),
        spoiled(("{#take-it-with-you}", "{#what-comes-next}")),
        with_text("[there](#nowhere)"),
        with_text(SCENARIO.replace("(#looking-back)", "(#start)")),
        with_text(SCENARIO.replace("    ending: yes", "    next: start")),
    ],
    ids=[
        "empty", "toml", "outcomes", "no answer fits", "no feedback", "block id twice",
        "part id twice", "link", "unreachable scene", "endless scenario",
    ],
)  # fmt: skip
def test_what_learners_could_not_open_is_an_error(tmp_path, text):
    found = findings(tmp_path, text)
    assert found
    assert set(codes(found)) == {"does-not-read"}
    assert all(finding.severity is Severity.ERROR and finding.mend for finding in found)


def test_minutes_far_from_the_text_are_found(tmp_path):
    found = only(findings(tmp_path, spoiled(("minutes = 2", "minutes = 9"))), "minutes-far-off")
    assert "its parts add up to 2" in found.what
    assert found.line == 6


def test_a_part_of_more_than_eight_minutes_is_found(tmp_path):
    text = spoiled(("Say who you are.", "\n\n".join([LONG] * 17)), ("minutes = 2", "minutes = 13"))
    assert "part-too-long" in codes(findings(tmp_path, text))


def test_a_part_of_questions_alone_is_found(tmp_path):
    text = spoiled(("\nNobody manages this every time.\n", "")).replace(
        MODULE[MODULE.index("/// callout") :], ""
    )
    assert "nothing-but-questions" in codes(findings(tmp_path, text))


def test_a_long_module_needs_a_short_route_and_a_short_one_at_that(tmp_path):
    more = "\n\n".join(f"## Part {n} {{#part-{n}}}\n\n{LONG}\n\n{LONG * 8}\n" for n in range(5))
    long = spoiled(("minutes = 2", "minutes = 24"), (LAST, f"{more}\n{LAST}"))
    assert codes(findings(tmp_path / "a", long)) == ["short-route"]
    ids = '["part-0", "part-1", "part-2"]'
    routed = long.replace('language = "en"', f'language = "en"\nshort_route = {ids}')
    found = only(findings(tmp_path / "b", routed), "short-route")
    assert "The short route takes 15 minutes" in found.what
    assert found.line == 12
    routed = routed.replace(', "part-2"]', "]")
    assert findings(tmp_path / "c", routed) == ()


def test_a_module_says_where_its_facts_come_from(tmp_path):
    sources = MODULE[MODULE.index("[[sources]]") : MODULE.index("[[changes]]\nversion = 1")]
    assert codes(findings(tmp_path / "a", spoiled((sources, "")))) == ["no-sources"]
    text = spoiled(('used_for = "the idea"\n', ""))
    assert (
        "does not say what it was used for"
        in only(findings(tmp_path / "b", text), "no-sources").what
    )


def test_a_version_is_told_of_to_learners(tmp_path):
    text = spoiled(('id = "a-calm-start"\ntitle', 'id = "a-calm-start"\ntitle')).replace(
        "version = 2\nlevel", "version = 3\nlevel"
    )
    assert only(findings(tmp_path, text), "change-not-told").line == 4


def test_files_without_a_place_in_a_pack_are_found_and_drafts_left_alone(tmp_path):
    pack = write_pack(tmp_path, {"01-a": MODULE})
    folder = pack / "modules" / "01-a"
    (folder / "images").mkdir()
    (folder / "images" / "desk.png").write_bytes(picture_bytes())
    (folder / "huddle.md").write_text("# Team huddle", "utf-8")
    (pack / "_drafts").mkdir()
    (pack / "_drafts" / "anything.docx").write_text("", "utf-8")
    from tests.authoring.packs import TODAY

    assert check(pack, TODAY).findings == ()
    (folder / "notes.docx").write_text("", "utf-8")
    (folder / "images" / "logo.svg").write_text("<svg/>", "utf-8")
    assert [f.words for f in check(pack, TODAY).findings] == ["logo.svg", "notes.docx"]


# --- Care -----------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["She talked of suicide.", "It was a sexual assault."])
def test_a_hard_theme_without_a_note_is_an_error(tmp_path, words):
    found = only(findings(tmp_path, with_text(words)), "theme-without-note")
    assert found.severity is Severity.ERROR


def test_a_lighter_theme_needs_a_note_when_a_part_keeps_coming_back_to_it(tmp_path):
    assert findings(tmp_path / "a", with_text("There was violence once.")) == ()
    often = "There was violence. The violence came back. It was violent."
    assert codes(findings(tmp_path / "b", with_text(often))) == ["theme-without-note"]


def test_with_a_note_a_part_may_be_about_it(tmp_path):
    text = with_text("She talked of suicide.").replace(FIRST, f"{FIRST}\n{NOTE}")
    assert findings(tmp_path, text) == ()


def test_a_list_of_where_to_turn_is_no_theme(tmp_path):
    table = "| Who | For whom |\n|---|---|\n| Helpline | Anyone affected by sexual violence |"
    assert findings(tmp_path, with_text(table)) == ()


def test_a_note_without_a_title_is_found(tmp_path):
    text = MODULE.replace(FIRST, f"{FIRST}\n{NOTE.replace(' | Before you read on', '')}")
    assert codes(findings(tmp_path, text)) == ["note-without-title"]


def test_a_module_that_ends_on_its_hardest_part_is_found(tmp_path):
    hard = f"{LAST}\n{NOTE}\nShe talked of suicide. It was suicide.\n"
    assert codes(findings(tmp_path, MODULE.replace(LAST, hard))) == ["ends-on-hardest"]


def test_a_module_without_a_gentle_close_in_its_last_part_is_an_error(tmp_path):
    text = spoiled(("kind: settle", "kind: key"))
    assert codes(findings(tmp_path / "a", text)) == ["no-settling-close"]
    text = f"{MODULE}\n## One more {{#one-more}}\n\nSome text.\n"
    assert "no-settling-close" in codes(findings(tmp_path / "b", text))


@pytest.mark.parametrize(
    "words",
    ["He is an addict.", "She committed suicide.", "They are hard to reach.", "A LAC came in."],
)
def test_words_that_hurt_or_blame_are_found_with_kinder_ones(tmp_path, words):
    found = [f for f in findings(tmp_path, with_text(words)) if f.code == "unkind-word"]
    assert len(found) == 1
    assert found[0].mend.startswith("Kinder: ")


@pytest.mark.parametrize(
    "words",
    [
        'Some still say "addict" for this.',
        "Some still say “attention-seeking” here.",
        "The note says *attention-seeking*.",
        "He lacks nothing. The addiction service is near.",
        "The deafening noise stopped.",
        CHECK_BLOCK.replace("which-opening", "other").replace("You again?", "He is an addict."),
        SCENARIO.replace("Look away", "Call him manipulative"),
    ],
    ids=["quoted", "curly", "italics", "other words", "longer words", "a slip", "a choice"],
)
def test_words_that_somebody_else_says_are_left_alone(tmp_path, words):
    assert "unkind-word" not in codes(findings(tmp_path, with_text(words)))


def test_a_story_that_is_said_to_be_real_is_found(tmp_path):
    found = findings(tmp_path / "a", with_text("This is a true story."))
    assert codes(found) == ["testimony-as-real"]
    assert findings(tmp_path / "b", with_text("He tells a story in his own words.")) == ()


def test_a_scenario_says_that_its_people_are_made_up(tmp_path):
    long = ("minutes = 2", "minutes = 3")
    sound = spoiled(long, text=with_text(SCENARIO))
    assert findings(tmp_path / "a", sound) == ()
    text = sound.replace("The people are made up.", "It is Monday.")
    assert codes(findings(tmp_path / "b", text)) == ["scenario-not-said-made-up"]


# --- Words ----------------------------------------------------------------------------------


def test_a_text_hard_to_read_is_found_in_part_and_module(tmp_path):
    found = findings(tmp_path, spoiled(("Say who you are.", HARD)))
    assert codes(found) == ["module-hard-to-read", "part-hard-to-read"]
    assert "the pack asks for 11 at most" in found[0].what


def test_a_long_sentence_is_found_where_it_begins(tmp_path):
    long = "This one begins here and " + "goes on and on " * 8 + "and then it ends."
    found = only(findings(tmp_path, with_text(f"Short.\n\n{long}")), "long-sentence")
    lines = found.file.read_text("utf-8").split("\n")
    assert lines[found.line - 1].startswith("This one begins")
    assert "has 41 words" in found.what


@pytest.mark.parametrize(
    "words",
    [
        "We use post-traumatic stress disorder (PTSD) here. PTSD is a name.",
        "PTSD (post-traumatic stress disorder) is a name.",
        "Medication assisted treatment, or MAT, helps.",
        "MAT stands for medication assisted treatment.",
        "The NHS and your GP know.",
        "GOV.UK says so.",
        'The letter says "FINAL" in red.',
        "I am here. A man waits.",
        "Ask about ACEs.",
    ],
)
def test_an_acronym_that_is_explained_or_known_is_left_alone(tmp_path, words):
    glossary = '[[term]]\nname = "Adverse childhood experiences"\nalso = ["ACEs"]\nmeaning = "M."\n'
    assert findings(tmp_path, with_text(words), glossary=glossary) == ()


def test_an_acronym_that_nothing_explains_is_found_once(tmp_path):
    found = findings(tmp_path, with_text("The XYZ is here. The XYZ is there."))
    assert only(found, "acronym-unexplained").words == "XYZ"


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("the organization", "organisation"),
        ("they recognized it", "recognised"),
        ("her behavior", "behaviour"),
        ("two neighbors", "neighbours"),
        ("the center", "centre"),
        ("a counselor", "counsellor"),
        ("the program", "programme"),
    ],
)
def test_american_spelling_is_found_with_ours(tmp_path, american, british):
    found = findings(tmp_path, with_text(f"We saw {american} there."))
    assert only(found, "american-spelling").mend == f"Write {british}."


@pytest.mark.parametrize(
    "words",
    [
        "The World Health Organization says so.",
        "What size was the prize? They seized it and resized it.",
        "The colour of the neighbourhood centre.",
        "Programmes and programming differ.",
        "She went to the Center for Victims.",
        "The labours were long and the grayling swam.",
    ],
)
def test_names_and_british_words_are_left_alone(tmp_path, words):
    assert findings(tmp_path, with_text(words)) == ()


def test_other_languages_are_not_looked_through_for_american_words(tmp_path):
    text = with_text("My color.").replace('language = "en"', 'language = "gd"')
    assert findings(tmp_path, text) == ()


# --- Access ---------------------------------------------------------------------------------


def with_picture(folder, description, picture=None):
    from tests.authoring.packs import TODAY

    pack = write_pack(folder, {"01-a": with_text(f"![{description}](desk.png)")})
    images = pack / "modules" / "01-a" / "images"
    images.mkdir()
    (images / "desk.png").write_bytes(picture or lined_picture())
    return check(pack, TODAY).findings


def lined_picture(ink="black", ground="white"):
    import io

    from PIL import Image, ImageDraw

    made = Image.new("RGB", (40, 40), ground)
    ImageDraw.Draw(made).rectangle((0, 0, 10, 40), fill=ink)
    file = io.BytesIO()
    made.save(file, "PNG")
    return file.getvalue()


def test_a_picture_without_a_description_is_noted(tmp_path):
    assert only(with_picture(tmp_path, ""), "picture-undescribed").severity is Severity.NOTE


@pytest.mark.parametrize("description", ["picture", "An image", "desk.png", "IMG_1234", "x" * 300])
def test_a_description_that_describes_nothing_is_found(tmp_path, description):
    assert codes(with_picture(tmp_path, description)) == ["poor-description"]


def test_a_faint_picture_is_noted_and_a_clear_one_is_not(tmp_path):
    described = "A reception desk with a chair beside it"
    faint = lined_picture("#dddddd")
    assert codes(with_picture(tmp_path / "a", described, faint)) == ["faint-picture"]
    assert with_picture(tmp_path / "b", described) == ()


def test_headings_leave_out_no_level(tmp_path):
    sound = "### One\n\nText.\n\n#### Smaller\n\nText."
    assert findings(tmp_path / "a", with_text(sound)) == ()
    found = findings(tmp_path / "b", with_text("#### Smaller\n\nText."))
    assert only(found, "heading-skipped").words == "Smaller"


def test_links_say_where_they_lead(tmp_path):
    link = "[{}](https://example.org/)"
    assert findings(tmp_path / "a", with_text(link.format("the housing page"))) == ()
    for number, words in enumerate(["here", "Click here", "read more", "this link"]):
        found = findings(tmp_path / str(number), with_text(link.format(words)))
        assert only(found, "vague-link").words == words


def test_every_column_has_a_heading(tmp_path):
    table = "| Kind | {} |\n|---|---|\n| A | B |"
    assert findings(tmp_path / "a", with_text(table.format("Words"))) == ()
    assert codes(findings(tmp_path / "b", with_text(table.format(" ")))) == ["table-header-empty"]


# --- Freshness ------------------------------------------------------------------------------


def test_facts_checked_more_than_a_year_ago_are_found(tmp_path):
    text = spoiled(("2026-11-01", "2025-11-26"))
    found = only(findings(tmp_path / "a", text), "review-past")
    assert "26 November 2025" in found.what
    assert findings(tmp_path / "b", spoiled(("2026-11-01", "2025-11-27"))) == ()


def test_a_check_dated_later_than_today_is_found(tmp_path):
    assert codes(findings(tmp_path, spoiled(("2026-11-01", "2026-11-28")))) == ["date-ahead"]


def test_what_nobody_has_reviewed_is_noted(tmp_path):
    text = spoiled(('lived_experience = "Somebody else"', 'lived_experience = ""'))
    found = only(findings(tmp_path / "a", text), "not-reviewed")
    assert found.severity is Severity.NOTE
    assert "by a person with lived experience" in found.what
    text = spoiled(("checked_against_sources = 2026-11-01\n", ""))
    assert codes(findings(tmp_path / "b", text)) == ["not-reviewed"]


def test_a_source_without_a_year_says_that_it_is_undated(tmp_path):
    text = spoiled(("year = 2023\n", ""))
    assert codes(findings(tmp_path / "a", text)) == ["source-without-year"]
    text = text.replace('"A toolkit"', '"A toolkit (undated)"')
    assert findings(tmp_path / "b", text) == ()


def test_a_superseded_source_is_found_unless_it_says_so(tmp_path):
    title = "Trauma-Informed Practice: A Toolkit for Scotland"
    text = MODULE.replace('"A toolkit"', f'"{title}"')
    assert "Roadmap" in only(findings(tmp_path / "a", text), "superseded").what
    text = text.replace(f'"{title}"', f'"{title} (superseded)"')
    assert findings(tmp_path / "b", text) == ()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-05-27", []),
        ("2026-05-26", ["number-not-checked"]),
        ("2026-11-28", ["number-not-checked"]),
    ],
)
def test_a_number_not_checked_within_six_months_is_found(tmp_path, day, expected):
    support = SUPPORT.replace("2026-11-01", day)
    found = findings(tmp_path, support=support)
    assert codes(found) == expected
    assert all(f.line == 2 and f.file.name == "support.toml" for f in found)


def test_freshness_is_never_an_error():
    groups = {rule.code: (rule.group, rule.severity) for rule in RULES}
    assert all(
        level is not Severity.ERROR for group, level in groups.values() if group == "freshness"
    )


def test_every_code_is_used_once():
    assert len(CODES) == len(RULES)
