"""A check as a whole: what it reports, what a pack may choose, what it never does."""

from datetime import date

import pytest

from tests.authoring.packs import (
    MODULE,
    SUPPORT,
    TODAY,
    findings,
    only,
    pack_with,
    report_on,
    spoiled,
    with_text,
)
from tiapp.authoring import check as checking
from tiapp.authoring.check import check
from tiapp.authoring.findings import Found, Group, Rule, Severity
from tiapp.core.errors import AppError


def test_a_sound_pack_passes_without_a_word(tmp_path):
    report = report_on(tmp_path, support=SUPPORT)
    assert [str(finding) for finding in report.findings] == []
    assert report.clean


def test_a_module_in_a_pack_is_checked_alone_with_the_choices_of_its_pack(tmp_path):
    long = "Here is a sentence that goes on for a little longer than the pack would like it to go."
    pack = pack_with(
        tmp_path, with_text(long), "not a module", more="\n[check]\nlongest_sentence = 15\n"
    )
    found = check(pack / "modules" / "01-a-module", TODAY).findings
    assert only(found, "long-sentence").line > 1


def test_a_module_without_a_pack_can_be_checked(tmp_path):
    (tmp_path / "module.md").write_text(MODULE, "utf-8")
    assert check(tmp_path / "module.md", TODAY).findings == ()


def test_a_folder_without_content_is_something_a_person_can_act_on(tmp_path):
    with pytest.raises(AppError, match="no pack and no module"):
        check(tmp_path, TODAY)


def test_a_finding_says_where_what_and_how_to_mend_it(tmp_path):
    found = only(findings(tmp_path, with_text("She is attention-seeking.")), "unkind-word")
    assert found.severity is Severity.WARNING
    assert found.file.name == "module.md"
    lines = found.file.read_text("utf-8").split("\n")
    assert "attention-seeking" in lines[found.line - 1]
    assert found.words == "attention-seeking"
    assert "asks for help" in found.mend
    assert found.module_id == "a-calm-start"
    assert str(found).startswith(f"{found.file}:{found.line}: warning unkind-word: ")


def test_findings_come_by_file_and_line(tmp_path):
    text = with_text("She is manipulative.\n\nShe is attention-seeking.")
    lines = [finding.line for finding in findings(tmp_path, text)]
    assert len(lines) == 2
    assert lines == sorted(lines)


# --- Turning a rule off ---------------------------------------------------------------------

OFF = '\n[[check_off]]\nrule = "unkind-word"\nreason = "We talk about this word."\n'


def test_a_rule_turned_off_with_a_reason_is_listed_with_it(tmp_path):
    report = check(pack_with(tmp_path, with_text("She is manipulative."), more=OFF), TODAY)
    assert report.findings == ()
    assert [(t.off.rule, t.off.reason, t.findings) for t in report.turned_off] == [
        ("unkind-word", "We talk about this word.", 1)
    ]


@pytest.mark.parametrize(
    ("narrowed", "left"),
    [
        ('module = "a-calm-start"', 0),
        ('module = "another"', 1),
        ('words = "Manipulative"', 0),
        ('words = "addict"', 1),
    ],
)
def test_it_can_be_turned_off_for_one_module_or_for_some_words(tmp_path, narrowed, left):
    pack = pack_with(tmp_path, with_text("She is manipulative."), more=OFF + narrowed + "\n")
    assert len(check(pack, TODAY).findings) == left


def test_without_a_reason_it_stays_on_and_that_is_an_error(tmp_path):
    more = '\n[[check_off]]\nrule = "unkind-word"\n'
    report = check(pack_with(tmp_path, with_text("She is manipulative."), more=more), TODAY)
    assert sorted(f.code for f in report.findings) == ["does-not-read", "unkind-word"]
    assert not report.clean


def test_a_rule_that_does_not_exist_cannot_be_turned_off(tmp_path):
    more = '\n[[check_off]]\nrule = "unkind-words"\nreason = "Why not."\n'
    found = only(check(pack_with(tmp_path, more=more), TODAY).findings, "does-not-read")
    assert "There is no rule called unkind-words." in found.what
    assert found.line == 9


@pytest.mark.parametrize(
    "more",
    [
        '\n[check]\nreading_age = "low"\n',
        "\n[check]\nreading_age = 99\n",
        "\n[check]\nlongest_sentences = 20\n",
        "\ncheck = 3\n",
        "\ncheck_off = 3\n",
        "\n[check]\nretired_ids = 3\n",
    ],
)
def test_a_choice_that_cannot_be_understood_is_said_and_learners_still_see_the_pack(tmp_path, more):
    from tiapp.learning.pack_reader import read_pack

    pack = pack_with(tmp_path, more=more)
    assert [f.code for f in check(pack, TODAY).findings] == ["does-not-read"]
    assert len(read_pack(pack).modules) == 1


# --- When a rule itself is broken -----------------------------------------------------------


@pytest.mark.expects_log("could not be followed")
def test_a_rule_that_breaks_is_a_finding_and_the_others_still_look(tmp_path, monkeypatch):
    def broken(text, subject):
        yield Found(1, "", "Something.", "Mend it.")
        raise ZeroDivisionError

    rule = Rule("broken", Group.WORDS, Severity.NOTE, "", of_module=broken)
    monkeypatch.setattr(checking, "RULES", (rule, *checking.RULES))
    found = findings(tmp_path, with_text("She is manipulative."))
    assert sorted({f.code for f in found}) == ["broken", "unkind-word"]
    assert any("could not be checked here" in f.what for f in found)


def test_nothing_is_written(tmp_path):
    pack = pack_with(tmp_path / "pack", spoiled(("minutes = 2", "minutes = 40")), support=SUPPORT)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    check(pack, date(2030, 1, 1))
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
