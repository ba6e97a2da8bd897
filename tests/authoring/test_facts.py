"""The top of a module as a form: what is filled in gets into the text, and nothing else moves."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.packs import MODULE
from tiapp.authoring.facts import (
    Facts,
    NewSource,
    read_facts,
    with_change,
    with_facts,
    with_source,
)
from tiapp.learning.module_reader import read_module

SHIPPED = sorted((Path(__file__).parents[2] / "content").glob("*/modules/*/module.md"))
SOURCE = NewSource("A new source", "Somebody", 2024, "a fact")


def test_every_field_is_read():
    assert read_facts(MODULE) == Facts(
        title="A calm start",
        version=2,
        level="informed",
        minutes=2,
        topics=("Basics",),
        audience="Everyone",
        outcomes=("begin a talk calmly",),
        checked_against_sources="2026-11-01",
        specialist="Somebody",
        lived_experience="Somebody else",
    )


@pytest.mark.parametrize("path", SHIPPED, ids=[path.parent.name for path in SHIPPED])
def test_writing_back_what_is_there_changes_nothing(path):
    text = path.read_text("utf-8")
    facts = read_facts(text)
    assert facts is not None
    assert with_facts(text, facts) == text


@pytest.mark.parametrize("path", SHIPPED[:3], ids=[path.parent.name for path in SHIPPED[:3]])
def test_every_field_can_be_changed_and_the_module_still_reads(path, tmp_path):
    text = path.read_text("utf-8")
    new = Facts(
        title='A "new" title',
        version=7,
        level="skilled",
        minutes=33,
        topics=("One", "Two"),
        audience="Some",
        outcomes=("first", "second", "third"),
        checked_against_sources="2026-11-27",
        specialist="Dr Reid",
        lived_experience="Ms Laing",
    )
    changed = with_facts(text, new)
    assert read_facts(changed) == new
    (tmp_path / "module.md").write_text(changed, "utf-8")
    assert read_module(tmp_path / "module.md", "a-pack").problems == ()
    assert changed[changed.index("[[sources]]") :] == text[text.index("[[sources]]") :]


def test_comments_and_unknown_lines_stay():
    text = MODULE.replace("minutes = 2", "minutes = 2  # really\n# a remark\nother = 3")
    changed = with_facts(text, replace(read_facts(text), title="Another"))
    assert changed == text.replace('"A calm start"', '"Another"')


def test_fields_that_are_missing_are_put_where_they_belong():
    text = MODULE.replace('audience = "Everyone"\n', "").replace(
        '[reviewed_by]\nspecialist = "Somebody"\nlived_experience = "Somebody else"\n\n', ""
    )
    facts = replace(read_facts(text), audience="Some", specialist="Dr Reid")
    changed = with_facts(text, facts)
    assert read_facts(changed) == facts
    assert changed.index("audience") < changed.index("[[sources]]")


@pytest.mark.parametrize("text", ["", "+++", "no top", "+++\nid = \n+++\n", "+++\n" + "[" * 9000])
def test_a_top_that_cannot_be_understood_has_no_form_and_is_left_alone(text):
    assert read_facts(text) is None
    assert with_facts(text, Facts(title="x")) == text


def test_a_source_comes_after_the_last_one():
    changed = with_source(MODULE, SOURCE)
    assert changed.index("A toolkit") < changed.index("A new source") < changed.index("[[changes]]")
    assert (
        changed.replace(
            '\n[[sources]]\ntitle = "A new source"\npublisher = "Somebody"\nyear = 2024\n'
            'used_for = "a fact"\n',
            "",
            1,
        )
        == MODULE
    )


def test_a_first_source_and_one_without_a_year_are_fine(tmp_path):
    start, end = MODULE.index("[[sources]]"), MODULE.index("[[changes]]")
    text = with_source(MODULE[:start] + MODULE[end:], replace(SOURCE, year=0))
    (tmp_path / "module.md").write_text(text, "utf-8")
    module = read_module(tmp_path / "module.md", "a-pack").module
    assert [(source.title, source.year) for source in module.sources] == [("A new source", None)]


def test_what_a_version_brought_is_added(tmp_path):
    text = with_change(MODULE, 3, "More examples.")
    (tmp_path / "module.md").write_text(text, "utf-8")
    module = read_module(tmp_path / "module.md", "a-pack").module
    assert [change.version for change in module.changes] == [1, 2, 3]


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=4))
def test_whatever_is_typed_the_top_still_reads(title, outcomes):
    text = with_facts(MODULE, replace(read_facts(MODULE), title=title, outcomes=tuple(outcomes)))
    facts = read_facts(text)
    assert facts is not None
    assert facts.title == " ".join(title.encode("utf-8", "replace").decode().split())
