"""The sixteen modules hold what a module is promised to hold, each of them."""

import heapq
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import FixedClock
from tests.content.test_shipped import MODULES, blocks_of, walk
from tiapp.authoring.reading_age import of_module, of_part
from tiapp.learning.blocks import Callout, CalloutKind, Check, Plan, Reflect, Scenario, plain
from tiapp.learning.minutes import WORDS_A_MINUTE
from tiapp.learning.model import Module
from tiapp.learning.module_reader import inner_blocks
from tiapp.learning.practice.sheets import read_sheet
from tiapp.learning.problems import Problems
from tiapp.record.progress import Progress
from tiapp.record.rules import can_finish, next_part

STEADY = {module.id: module for module in MODULES if module.entry.pack_id == "steady"}
WITHOUT_A_NOTE = {"leading-the-change", "intention-to-action"}
"""Nothing in these is harder than the everyday, so that a note would only alarm."""

every_module = pytest.mark.parametrize("module", STEADY.values(), ids=STEADY.keys())


def scenarios(module: Module) -> list[Scenario]:
    """The scenarios of a module."""
    return [block for block in blocks_of(module) if isinstance(block, Scenario)]


def words_of(module: Module) -> str:
    """A module's text as its author wrote it, without the front matter, on one line."""
    text = module.entry.path.read_text("utf-8").split("+++", 2)[2]
    return " ".join(text.split())


def fewest_choices(scenario: Scenario) -> int:
    """How many choices the shortest way to an end takes."""
    waiting = [(0, scenario.scenes[0].id)]
    done: set[str] = set()
    while waiting:
        made, scene_id = heapq.heappop(waiting)
        scene = scenario.scene(scene_id)
        if scene.ending:
            return made
        if scene_id not in done:
            done.add(scene_id)
            for choice in scene.choices:
                heapq.heappush(waiting, (made + 1, choice.next))
            if scene.next:
                heapq.heappush(waiting, (made, scene.next))
    raise AssertionError("No way leads to an end.")


def test_there_are_sixteen_in_their_order() -> None:
    assert len(STEADY) == 16
    folders = [module.entry.path.parent.name for module in STEADY.values()]
    assert [folder[:2] for folder in folders] == [f"{n:02}" for n in range(1, 17)]


@every_module
def test_a_content_note_stands_where_one_is_due(module: Module) -> None:
    assert module.entry.has_content_note == (module.id not in WITHOUT_A_NOTE)


@every_module
def test_an_ordinary_workplace_shows_how_it_is_done(module: Module) -> None:
    kinds = [block.kind for block in blocks_of(module) if isinstance(block, Callout)]
    assert CalloutKind.EXAMPLE in kinds


def test_the_examples_are_spread_over_many_workplaces() -> None:
    places = {
        "housing": r"housing office|landlord|tenant",
        "school": r"school",
        "surgery": r"GP surgery|GP reception",
        "custody": r"custody desk",
        "jobcentre": r"jobcentre",
        "library": r"library",
        "care home": r"care home",
        "phone line": r"phone line",
    }
    for place, pattern in places.items():
        found = [module.id for module in STEADY.values() if re.search(pattern, words_of(module))]
        assert len(found) >= 3, place


@every_module
def test_it_has_four_to_six_checks_two_reflections_and_one_plan(module: Module) -> None:
    found = list(blocks_of(module))
    assert 4 <= sum(isinstance(block, Check) for block in found) <= 6
    assert sum(isinstance(block, Reflect) for block in found) == 2
    assert sum(isinstance(block, Plan) for block in found) == 1


@every_module
def test_feedback_says_why_and_not_only_whether(module: Module) -> None:
    for block in blocks_of(module):
        if isinstance(block, Check):
            for option in block.options:
                said = " ".join(plain_blocks(option.feedback))
                assert len(said.split()) >= 8, f"{block.id}: {said}"
                assert said.rstrip(".") not in ("Yes", "No", "Not quite")


@every_module
def test_a_check_cannot_be_guessed_by_the_length_of_its_options(module: Module) -> None:
    checks = [block for block in blocks_of(module) if isinstance(block, Check)]
    longest = 0
    for check in checks:
        by_length = max(check.options, key=lambda option: len(plain(option.text)))
        longest += by_length.fits
    assert longest < len(checks)


@every_module
def test_its_scenario_has_three_choices_on_the_shortest_way_and_one_debrief(
    module: Module,
) -> None:
    """A slip is never the end: every way comes to the same last scene, after chances to mend."""
    assert scenarios(module)
    for scenario in scenarios(module):
        assert fewest_choices(scenario) >= 3
        endings = [scene for scene in scenario.scenes if scene.ending]
        assert len(endings) == 1
        assert len(" ".join(plain_blocks(endings[0].blocks)).split()) >= 40
        assert walk(scenario) == {scene.id for scene in scenario.scenes}


@every_module
def test_its_scenario_says_that_it_is_made_up(module: Module) -> None:
    for scenario in scenarios(module):
        assert re.search(r"made up", " ".join(plain_blocks(scenario.intro)))


@every_module
def test_every_choice_shows_the_other_side(module: Module) -> None:
    for scenario in scenarios(module):
        for scene in scenario.scenes:
            assert len(scene.choices) != 1
            for choice in scene.choices:
                assert len(" ".join(plain_blocks(choice.consequence)).split()) >= 4


@every_module
def test_its_last_words_are_the_gentle_close(module: Module) -> None:
    last = module.parts[-1].blocks[-1]
    assert isinstance(last, Callout)
    assert last.kind is CalloutKind.SETTLE


@every_module
def test_its_short_route_ends_with_the_gentle_close_too(module: Module) -> None:
    """Who has little time is not left standing in the middle."""
    if module.short_route:
        assert module.short_route[-1] == module.parts[-1].id


@every_module
def test_its_huddle_sheet_reads_and_has_the_same_four_parts(module: Module) -> None:
    path = module.entry.path.with_name("huddle.md")
    problems = Problems(path)
    sheet = read_sheet(path, problems)
    assert problems.found() == ()
    assert sheet is not None
    assert (
        sheet.title == f"Team huddle: {module.entry.title.removeprefix('Lens: ').capitalize()}"
        or (sheet.title.startswith("Team huddle: "))
    )
    assert [section.title for section in sheet.sections] == [
        "One idea",
        "Talk about it",
        "Try it this week",
        "Thank you",
    ]


@every_module
def test_its_reading_age_is_for_everyone(module: Module) -> None:
    assert of_module(module).years <= 12
    for part in module.parts:
        assert of_part(part).years <= 14, part.id


@every_module
def test_its_minutes_hold_for_who_reads_everything_at_an_easy_pace(module: Module) -> None:
    """The text outside questions at 150 words a minute never takes longer than was promised."""
    assert WORDS_A_MINUTE == 150
    for part in module.parts:
        own = [block for block in part.blocks if not isinstance(block, Check | Scenario)]
        read = sum(len(text.split()) for text in plain_blocks(own))
        assert read / WORDS_A_MINUTE <= part.minutes + 0.5


@every_module
@given(data=st.data())
def test_a_learner_who_always_skips_may_finish_when_each_part_was_come_to(
    module: Module, data: st.DataObject
) -> None:
    """In any order, and not before: no check, scenario, reflection or plan is ever touched."""
    ids = [part.id for part in module.parts]
    order = data.draw(st.permutations(ids))
    for count in range(len(ids)):
        assert not can_finish(ids, order[:count])
    assert can_finish(ids, order)


@every_module
def test_a_learner_who_always_skips_has_a_completion_on_the_disk(
    tmp_path: Path, module: Module
) -> None:
    progress = Progress(tmp_path / "record.db", FixedClock())
    while (at := progress.resume(module)).reached != {part.id for part in module.parts}:
        progress.reach(module, next_part([part.id for part in module.parts], at.reached))
    assert progress.finish(module).module_id == module.id
    progress.close()


def test_five_says_what_to_do_when_someone_talks_of_suicide_or_danger() -> None:
    module = STEADY["distress-and-disclosure"]
    (part,) = [part for part in module.parts if part.title.endswith("suicide or danger")]
    said = " ".join([*plain_blocks(part.blocks), *plain_blocks(part.note.summary)])  # type: ignore[union-attr]
    for words in ("ask", "stay", "999", "111", "116 123", "secre", "procedure", "record"):
        assert words in said.casefold(), words
    assert "you afterwards" in module.parts[-1].title.casefold()


@pytest.mark.parametrize("module_id", ["what-trauma-is", "leading-the-change"])
def test_two_and_twelve_set_covid_in_its_time_in_a_dated_sentence(module_id: str) -> None:
    said = words_of(STEADY[module_id])
    assert said.count("COVID") == 1
    around = said[said.index("COVID") - 80 : said.index("COVID") + 80]
    assert "2020-21" in around


def test_no_other_module_speaks_of_covid() -> None:
    for module in STEADY.values():
        if module.id not in ("what-trauma-is", "leading-the-change"):
            assert "COVID" not in words_of(module), module.id


def test_eleven_asks_whether_the_service_fits_what_people_need() -> None:
    assert "what people need" in words_of(STEADY["policy-place-process"])


def test_sixteen_follows_up_at_two_and_at_six_weeks() -> None:
    said = words_of(STEADY["intention-to-action"])
    assert "two weeks" in said
    assert "six weeks" in said


def plain_blocks(blocks: object) -> Iterator[str]:
    """All running text of some blocks, at any depth."""
    waiting = list(blocks)  # type: ignore[call-overload]
    while waiting:
        block = waiting.pop(0)
        if hasattr(block, "text"):
            yield plain(block.text)
        if hasattr(block, "rows"):
            yield from (plain(cell) for row in (block.header, *block.rows) for cell in row)
        waiting += inner_blocks(block)
