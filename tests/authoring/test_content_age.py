"""tiapp content reading-age, as an author and as another program meet it."""

import json

import pytest

from tests.factories import module_text, write_pack
from tiapp import cli


@pytest.fixture
def tell(tmp_path, capsys):
    def run(*arguments):
        code = cli.run(["--data", str(tmp_path / "data"), *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_a_pack_is_told_module_by_module_and_part_by_part(tell, tmp_path):
    pack = write_pack(tmp_path / "content", {"01-a": module_text("Some text here. More of it.")})
    code, out, _ = tell("content", "reading-age", pack, "--json")
    assert code == 0
    facts = json.loads(out)["modules"]
    assert [part["id"] for part in facts[0]["parts"]]
    assert facts[0]["reading_age"] == pytest.approx(facts[0]["flesch_kincaid_grade"] + 5, abs=0.11)


def test_one_module_of_a_pack_can_be_asked_for_by_its_folder_or_file(tell, tmp_path):
    pack = write_pack(tmp_path / "content", {"01-a": module_text("Some text here. More of it.")})
    folder = next((pack / "modules").iterdir())
    by_folder = tell("content", "reading-age", folder)
    assert by_folder[0] == 0
    assert "reading age" in by_folder[1]
    assert tell("content", "reading-age", folder / "module.md") == by_folder


def test_a_folder_without_content_is_a_calm_sentence(tell, tmp_path):
    code, out, err = tell("content", "reading-age", tmp_path)
    assert (code, out) == (2, "")
    assert "There is no pack and no module here." in err


def test_a_pack_without_a_module_that_can_be_read_is_said_so(tell, tmp_path):
    (tmp_path / "modules").mkdir()
    code, _, err = tell("content", "reading-age", tmp_path)
    assert code == 2
    assert "There is no module here that can be read." in err
