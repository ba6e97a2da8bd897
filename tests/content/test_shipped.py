"""Every pack that ships with Steady reads without a problem and keeps the promises of a module."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tiapp.learning.blocks import Block, Callout, Check, Plan, Reflect, Scenario, plain
from tiapp.learning.model import Module
from tiapp.learning.module_reader import inner_blocks
from tiapp.learning.pack_reader import PackReading, read_pack

CONTENT = Path(__file__).parents[2] / "content"
PACKS = sorted(path.parent for path in CONTENT.glob("*/pack.toml"))
READINGS = {path.name: read_pack(path) for path in PACKS}
MODULES = [module for reading in READINGS.values() for module in reading.modules]

every_pack = pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS.keys())
every_module = pytest.mark.parametrize("module", MODULES, ids=[module.id for module in MODULES])


def blocks_of(module: Module) -> Iterator[Block]:
    """Every block of a module, at any depth."""
    for part in module.parts:
        waiting: list[Block] = [*part.blocks]
        if part.note:
            waiting += [*part.note.blocks, *part.note.summary]
        while waiting:
            block = waiting.pop()
            yield block
            waiting += inner_blocks(block)


def test_there_is_something_to_learn() -> None:
    assert PACKS
    assert MODULES


@every_pack
def test_a_pack_reads_without_a_problem(reading: PackReading) -> None:
    assert [str(problem) for problem in reading.problems] == []
    assert reading.pack is not None


def test_module_ids_are_unique_across_packs() -> None:
    ids = [module.id for module in MODULES]
    assert len(ids) == len(set(ids))


def test_there_is_a_support_list_with_immediate_help_first_and_a_glossary() -> None:
    lists = [reading.support for reading in READINGS.values() if reading.support]
    assert lists
    for support in lists:
        assert support.contacts[0].number == "999"
        assert support.pause is not None
    assert any(reading.glossary for reading in READINGS.values())


@every_module
def test_a_module_says_what_it_is_for_and_where_it_comes_from(module: Module) -> None:
    assert module.entry.outcomes
    assert module.entry.audience
    assert module.entry.topics
    assert module.sources
    assert all(source.title and source.used_for for source in module.sources)
    assert module.entry.version in [change.version for change in module.changes]


@every_module
def test_the_version_is_the_newest_change(module: Module) -> None:
    assert max(change.version for change in module.changes) == module.entry.version


@every_module
def test_content_notes_say_what_comes_and_have_a_summary(module: Module) -> None:
    for part in module.parts:
        if part.note:
            assert part.note.title
            assert part.note.blocks
            assert part.note.summary


@every_module
def test_every_option_of_a_check_has_feedback_and_one_fits(module: Module) -> None:
    for block in blocks_of(module):
        if isinstance(block, Check):
            assert 2 <= len(block.options) <= 5
            assert any(option.fits for option in block.options)
            assert all(option.feedback and plain(option.text) for option in block.options)


@every_module
def test_every_scenario_can_be_walked_to_each_of_its_endings(module: Module) -> None:
    for block in blocks_of(module):
        if isinstance(block, Scenario):
            assert walk(block) == {scene.id for scene in block.scenes}
            for scene in block.scenes:
                assert all(choice.consequence for choice in scene.choices)


def walk(scenario: Scenario) -> set[str]:
    """Every scene that somebody who tries everything gets to see."""
    seen: set[str] = set()
    waiting = [scenario.scenes[0].id]
    while waiting:
        scene = scenario.scene(waiting.pop())
        if scene.id not in seen:
            seen.add(scene.id)
            waiting += [choice.next for choice in scene.choices]
            waiting += [scene.next] if scene.next else []
            assert scene.ending == (not scene.choices and not scene.next)
    return seen


@every_module
def test_who_skips_everything_still_comes_to_the_end(module: Module) -> None:
    """No part asks for an answer before the next: they are reached one after another."""
    visited = [module.part_number(part.id) for part in module.parts]
    assert visited == list(range(1, len(module.entry.parts) + 1))
    for part in module.parts:
        assert part.note or part.blocks
        optional = [b for b in part.blocks if isinstance(b, Check | Scenario | Reflect | Plan)]
        assert len(optional) < len(part.blocks), f"{part.id} has nothing but questions"


@every_module
def test_a_part_takes_at_most_eight_minutes(module: Module) -> None:
    assert all(1 <= part.minutes <= 8 for part in module.parts)


@every_module
def test_ids_of_blocks_are_unique(module: Module) -> None:
    ids = [
        block.id
        for block in blocks_of(module)
        if isinstance(block, Callout | Check | Reflect | Plan | Scenario)
    ]
    ids += [part.note.id for part in module.parts if part.note]
    assert len(ids) == len(set(ids))


@every_module
def test_it_ends_gently(module: Module) -> None:
    kinds = [block.kind for block in blocks_of(module) if isinstance(block, Callout)]
    assert "settle" in kinds


@every_module
def test_the_minutes_promised_are_the_minutes_it_takes(module: Module) -> None:
    counted = sum(part.minutes for part in module.parts)
    assert abs(counted - module.entry.minutes) <= 0.15 * module.entry.minutes


@every_module
def test_a_long_module_has_a_short_route_of_ten_minutes(module: Module) -> None:
    minutes = {part.id: part.minutes for part in module.parts}
    if module.entry.minutes > 20:
        assert module.short_route
        assert len(module.short_route) < len(module.parts)
    assert sum(minutes[part_id] for part_id in module.short_route) <= 10


@every_module
def test_a_huddle_sheet_of_one_page_stands_beside_it(module: Module) -> None:
    sheet = module.entry.path.with_name("huddle.md").read_text(encoding="utf-8")
    assert sheet.startswith("# Team huddle: ")
    assert "pass" in sheet
    assert len(sheet.split()) <= 320
