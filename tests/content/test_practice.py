"""What ships with Steady besides modules is complete, plain and its own."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.content.test_shipped import CONTENT, MODULES
from tiapp.authoring.passages import As, Passage
from tiapp.authoring.reading_age import reading_age
from tiapp.authoring.sentences import sentences_of
from tiapp.learning.library import Library
from tiapp.learning.practice.model import AnswerKind, ExerciseKind, ItemKind, ResourceKind

LIBRARY = Library([CONTENT], None)
CORE = ["starting-safely", "what-trauma-is", "how-trauma-shows-up", "five-principles"]
CORE += ["distress-and-disclosure", "how-work-affects-us", "intention-to-action"]


def age(*texts: str) -> float:
    """The reading age of some texts together, in years."""
    passages = [Passage(text, 1, As.PROSE) for text in texts]
    return reading_age(sentences_of(passages)).years


def test_there_are_five_pathways_of_modules_that_are_here() -> None:
    file = LIBRARY._shelf().pathways
    here = {module.id for module in MODULES}
    assert [outline.id for outline in file.outlines] == [
        "core",
        "public-facing",
        "supervisors",
        "leaders",
        "staff-wellbeing",
    ]
    for outline in file.outlines:
        assert set(outline.module_ids) <= here
        assert outline.module_ids[0] == "starting-safely"
        assert outline.module_ids[-1] == "intention-to-action"
        assert outline.prepares_for and outline.does_not
    assert list(file.outlines[0].module_ids) == CORE
    together = {module_id for outline in file.outlines for module_id in outline.module_ids}
    assert together == here, "Every module lies on some route."


def test_enhanced_and_specialist_are_signposted_and_not_taught() -> None:
    beyond = LIBRARY.pathways().beyond
    assert [level.title for level in beyond] == ["Enhanced", "Specialist"]
    assert all("does not teach" in level.where for level in beyond)


def test_some_sixty_prompts_cover_each_theme_on_each_kind_of_day() -> None:
    collection = LIBRARY.prompts()
    assert 55 <= len(collection.prompts) <= 80
    for theme in collection.themes:
        assert len(collection.fitting(theme=theme.id)) >= 6
        for mood in collection.moods:
            assert collection.fitting(theme=theme.id, mood=mood.id), f"{theme.id} on {mood.id}"
    assert len({prompt.text for prompt in collection.prompts}) == len(collection.prompts)


def test_a_prompt_asks_and_never_blames_or_digs() -> None:
    for prompt in LIBRARY.prompts().prompts:
        assert "?" in prompt.text, prompt.id
        assert not re.search(r"\b(why did(n't)? you|fail|your trauma|fault)\b", prompt.text, re.I)


def test_there_are_two_guided_reflections_of_three_and_of_six_steps() -> None:
    assert [len(model.steps) for model in LIBRARY.guided()] == [3, 6]
    assert all(model.after for model in LIBRARY.guided())


def test_there_are_eight_exercises_and_most_need_no_breath() -> None:
    kinds = Counter(exercise.kind for exercise in LIBRARY.exercises())
    assert sum(kinds.values()) >= 8
    assert kinds[ExerciseKind.SENSES] >= 2
    assert kinds[ExerciseKind.MOVEMENT] >= 2
    assert 1 <= kinds[ExerciseKind.BREATH] <= sum(kinds.values()) // 4
    for exercise in LIBRARY.exercises():
        assert 1 <= exercise.minutes <= 5
        said = " ".join((exercise.about, *exercise.steps, exercise.leave_out))
        assert not re.search(r"\b(heals?|cures?|must)\b", said), exercise.id


def test_the_check_in_has_the_six_questions_and_no_number() -> None:
    check_in = LIBRARY.check_in()
    assert check_in is not None
    assert [item.kind for item in check_in.items] == [ItemKind.SCALE] * 5 + [ItemKind.TEXT]
    ends = [(item.scale[0], item.scale[-1]) for item in check_in.items[:5]]
    assert ends == [
        ("Running on empty", "Plenty in the tank"),
        ("Unsettled", "Settled"),
        ("Hardly", "A lot"),
        ("On my own", "Well supported"),
        ("None", "Enough"),
    ]
    assert check_in.licence == "Apache-2.0"
    for item in check_in.items:
        assert not any(re.search(r"\d", word) for word in item.scale)


def test_resources_say_what_for_and_name_where_to_meet_others() -> None:
    kinds = Counter(resource.kind for resource in LIBRARY.resources())
    assert set(kinds) == set(ResourceKind)
    assert kinds[ResourceKind.MEET] >= 3
    for resource in LIBRARY.resources():
        assert "http" not in resource.what_for
    toolkit = next(found for found in LIBRARY.resources() if found.id == "toolkit-2021")
    assert "came after it" in toolkit.what_for


def test_each_template_of_the_plan_is_here_with_its_answers() -> None:
    templates = {template.id: template for template in LIBRARY.templates()}
    assert list(templates) == [
        "policy-lens",
        "walk-through",
        "multi-agency-plan",
        "self-assessment",
        "leadership-briefing",
        "pledge",
        "supervision-agenda",
        "training-plan",
    ]
    for template in templates.values():
        assert template.note
        kinds = {question.answer for section in template.sections for question in section.questions}
        assert kinds & {AnswerKind.DATE, AnswerKind.WHO}, f"{template.id} leads to nobody"


def test_the_policy_lens_has_its_sixteen_questions() -> None:
    lens = LIBRARY.templates()[0]
    fits = [q for section in lens.sections for q in section.questions if q.answer == "fit"]
    assert len(fits) == 16


def test_the_self_assessment_has_nine_drivers_no_score_and_its_history() -> None:
    assessment = next(t for t in LIBRARY.templates() if t.id == "self-assessment")
    drivers = [section for section in assessment.sections if re.match(r"\d\. ", section.title)]
    assert len(drivers) == 9
    assert "no score" in assessment.note
    assert "2021" in assessment.note and "Roadmap" in assessment.note
    for driver in drivers:
        assert [question.answer for question in driver.questions][:2] == ["choice", "text"]


def test_the_pledge_looks_back_after_two_and_six_weeks_and_shares_with_nobody_first() -> None:
    pledge = next(t for t in LIBRARY.templates() if t.id == "pledge")
    assert {"two-weeks", "six-weeks"} <= {section.id for section in pledge.sections}
    (who,) = [section for section in pledge.sections if section.id == "sharing"]
    assert who.questions[0].options[0] == "Nobody"


def test_the_page_to_hand_on_is_short_and_easy() -> None:
    (sheet,) = LIBRARY.sheets()
    text = (CONTENT / "steady" / "sheets" / f"{sheet.id}.md").read_text("utf-8")
    assert len(text.split()) <= 420
    assert age(*re.sub(r"[#*]", "", text).split("\n")) <= 11
    for number in ("999", "111", "116 123"):
        assert number in text


@pytest.mark.parametrize("kind", ["prompts", "exercises", "guided", "resources", "check-in"])
def test_it_reads_as_easily_as_signposting_should(kind: str) -> None:
    texts = {
        "prompts": [prompt.text for prompt in LIBRARY.prompts().prompts],
        "exercises": [
            text for e in LIBRARY.exercises() for text in (e.about, *e.steps, e.leave_out)
        ],
        "guided": [text for m in LIBRARY.guided() for s in m.steps for text in (s.ask, s.hint)],
        "resources": [resource.what_for for resource in LIBRARY.resources()],
        "check-in": [item.ask for item in LIBRARY.check_in().items],  # type: ignore[union-attr]
    }
    assert age(*texts[kind]) <= 11


def test_the_glossary_stands_in_the_order_of_the_alphabet() -> None:
    text = (CONTENT / "steady" / "glossary.toml").read_text("utf-8")
    names = re.findall(r'(?m)^name = "(.+)"', text)
    assert names == sorted(names, key=str.casefold)


def test_short_forms_that_modules_use_are_explained() -> None:
    known = {name for term in LIBRARY.glossary() for name in (term.name, *term.also)}
    plain_to_all = {"GP", "NHS", "UK", "HR", "COVID", "DNA", "OK", "FINAL", "GOV", "NICE"}
    for module in MODULES:
        text = module.entry.path.read_text("utf-8").split("+++", 2)[2]
        for short in set(re.findall(r"\b[A-Z][A-Za-z]*[A-Z]s?\b", text)) - plain_to_all:
            assert short in known or short.rstrip("s") in known, f"{module.id}: {short}"


def test_words_set_in_bold_as_terms_are_explained() -> None:
    known = {name.casefold() for t in LIBRARY.glossary() for name in (t.name, *t.also)}
    for term in ("warm handover", "coercive control", "compassion satisfaction", "adult at risk"):
        assert term in known


def test_the_places_inside_an_organisation_are_complete() -> None:
    assert {place.id for place in LIBRARY.support().local} == {
        "manager",
        "human-resources",
        "occupational-health",
        "employee-assistance",
        "trade-union",
        "trauma-champion",
        "trauma-coordinator",
        "protection-lead",
    }
    assert all(not place.value and place.ask for place in LIBRARY.support().local)


def test_nothing_is_said_to_be_endorsed_or_accredited() -> None:
    for path in Path(CONTENT).rglob("*.*"):
        if path.suffix in (".toml", ".md"):
            text = path.read_text("utf-8")
            assert not re.search(r"\b(endorsed by|accredited by|approved by)\b", text), path
