from pathlib import Path

import pytest

from tests.factories import entry
from tests.learning.practice.reading import line_of, read
from tiapp.learning.practice.pathways import read_pathways, resolved

CORE = """\
[[pathway]]
id = "core"
title = "The core"
for_whom = "Everyone."
modules = ["first", "second"]
prepares_for = ["to begin"]
does_not = ["It is not therapy."]
"""
BEYOND = """\
[[beyond]]
id = "enhanced"
title = "Enhanced"
for_whom = "Some."
where = "Ask."
"""


def test_a_route_is_read_as_it_stands(tmp_path: Path) -> None:
    file, problems = read(tmp_path, CORE + BEYOND, read_pathways)
    assert problems == []
    (route,) = file.outlines
    assert route.module_ids == ("first", "second")
    assert (route.prepares_for, route.does_not) == (("to begin",), ("It is not therapy.",))
    assert file.beyond[0].where == "Ask."


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('does_not = ["It is not therapy."]\n', "", "does_not is missing."),
        ('for_whom = "Everyone."\n', "", "for_whom is missing."),
        ('modules = ["first", "second"]', "modules = []", "modules is empty."),
        ('"second"', '"first"', "modules names something twice."),
        ('"second"', '"Second one"', "Second one cannot be an id."),
        ('"core"', '"The Core"', "The Core cannot be an id."),
    ],
)
def test_a_route_with_a_fault_is_left_out_and_the_others_stay(
    tmp_path: Path, old: str, new: str, what: str
) -> None:
    other = CORE.replace('"core"', '"other"')
    file, problems = read(tmp_path, CORE.replace(old, new) + other, read_pathways)
    assert [outline.id for outline in file.outlines] == ["other"]
    assert what in [words for _, words in problems]


def test_an_id_used_twice_is_told_where_it_comes_again(tmp_path: Path) -> None:
    file, problems = read(tmp_path, CORE + CORE, read_pathways)
    assert len(file.outlines) == 1
    assert problems == [(line_of(CORE, "does_not") + 2, "The id core is used twice.")]


def test_minutes_are_those_of_its_modules_and_a_missing_module_is_left_out(tmp_path: Path) -> None:
    file, _ = read(tmp_path, CORE, read_pathways)
    entries = [entry("second", minutes=12), entry("first", minutes=20)]
    route = resolved(file.outlines[0], entries)
    assert [module.id for module in route.modules] == ["first", "second"]
    assert route.minutes == 32
    assert resolved(file.outlines[0], entries[:1]).minutes == 12
