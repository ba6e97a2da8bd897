from pathlib import Path

import pytest

from tests.learning.practice.reading import read
from tiapp.learning.practice.resources import read_resources

TEXT = """\
[[resource]]
id = "roadmap"
title = "Roadmap"
publisher = "A body"
year = 2023
what_for = "To plan."
kind = "change"

[[resource]]
id = "meeting"
title = "A network"
publisher = "Another body"
what_for = "To meet."
kind = "meet"
"""


def test_a_resource_may_have_no_year(tmp_path: Path) -> None:
    made, problems = read(tmp_path, TEXT, read_resources)
    assert problems == []
    assert [resource.year for resource in made] == [2023, None]
    assert [str(resource.kind) for resource in made] == ["change", "meet"]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('publisher = "A body"\n', "", "publisher is missing."),
        ("year = 2023", 'year = "2023"', "year is not a whole number."),
        ("year = 2023", "year = 23", "year is 23."),
        ('kind = "change"', 'kind = "chnge"', "kind cannot be chnge."),
        ('what_for = "To plan."', "what_for = 1", "what_for is not a text."),
        ('what_for = "To plan."', 'link = "http://x"', "Nothing is called link here."),
    ],
)
def test_a_resource_with_a_fault_is_left_out(tmp_path: Path, old: str, new: str, what: str) -> None:
    made, problems = read(tmp_path, TEXT.replace(old, new), read_resources)
    assert [resource.id for resource in made] == ["meeting"]
    assert what in [words for _, words in problems]
