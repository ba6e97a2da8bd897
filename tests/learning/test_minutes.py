from pathlib import Path

from tests.factories import CHECK, PLAN, REFLECT, SCENARIO, module_text, paragraph
from tests.learning.reading import read
from tiapp.learning.blocks import Scenario
from tiapp.learning.minutes import minutes_of, words_in, words_of


def test_150_words_are_a_minute_and_the_nearest_minute_counts() -> None:
    assert minutes_of((paragraph("word " * 150),)) == 1
    assert minutes_of((paragraph("word " * 224),)) == 1
    assert minutes_of((paragraph("word " * 225),)) == 2


def test_a_part_takes_at_least_a_minute() -> None:
    assert minutes_of(()) == 1


def test_questions_take_one_minute_each_and_a_scenario_one_at_least(tmp_path: Path) -> None:
    body = "\n\n".join(["word " * 150, CHECK, REFLECT, PLAN, SCENARIO])
    part = read(tmp_path, module_text(body)).parts[0]
    assert part.minutes == 1 + 1 + 1 + 1 + 1


def test_all_running_text_counts(tmp_path: Path) -> None:
    body = "one two\n\n### three\n\n- four\n- five\n\n> six\n\n| seven | 8 |\n|---|---|\n| nine | |"
    assert words_in(read(tmp_path, module_text(body)).parts[0].blocks) == 9


def test_half_of_a_scenario_counts_since_one_way_meets_about_as_much(tmp_path: Path) -> None:
    longer = SCENARIO.replace("A man comes to the desk.", ("word " * 100 + "\n\n") * 12)
    (scenario,) = read(tmp_path, module_text(longer)).parts[0].blocks
    assert isinstance(scenario, Scenario)
    assert 1200 < words_of(scenario) < 1300
    assert minutes_of((scenario,)) == 4
