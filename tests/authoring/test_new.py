"""What is made to start from passes the check as it is, and never stands in anybody's way."""

import pytest

from tests.authoring.packs import TODAY
from tiapp.authoring.check import check
from tiapp.authoring.findings import Severity
from tiapp.authoring.new import id_from, new_module, new_pack
from tiapp.core.errors import AppError
from tiapp.learning.pack_reader import read_pack


def passes(path):
    report = check(path, TODAY)
    worth_a_look = [str(f) for f in report.findings if f.severity is not Severity.NOTE]
    return worth_a_look == []


def test_a_new_pack_passes_the_check(tmp_path):
    pack = new_pack(tmp_path / "new" / "pack", "Our training", "Our council")
    assert passes(pack)
    read = read_pack(pack)
    assert read.pack.id == "our-training"
    assert read.pack.publisher == "Our council"
    assert [module.id for module in read.modules] == ["a-first-module"]


def test_modules_come_one_after_another_with_ids_of_their_own(tmp_path):
    pack = new_pack(tmp_path / "pack", "Our training", "Our council")
    for _ in range(2):
        new_module(pack, "Trauma & “home visits”")
    assert passes(pack)
    assert [(m.id, m.entry.path.parent.name) for m in read_pack(pack).modules] == [
        ("a-first-module", "01-a-first-module"),
        ("trauma-home-visits", "02-trauma-home-visits"),
        ("trauma-home-visits-2", "03-trauma-home-visits-2"),
    ]


def test_what_is_still_to_be_written_is_noted_until_it_is_written(tmp_path):
    pack = new_pack(tmp_path / "pack", "Our training", "Our council")
    codes = [finding.code for finding in check(pack, TODAY).findings]
    assert codes.count("starter-text") == 7
    file = next(pack.glob("modules/*/module.md"))
    file.write_text(file.read_text("utf-8").replace("Write here: ", ""), "utf-8")
    codes = [finding.code for finding in check(pack, TODAY).findings]
    assert "starter-text" not in codes


@pytest.mark.parametrize(
    "title", ['A "quoted" title', "back\\slash", "Zoë’s café", "山田", "{id} {title}", "x" * 200]
)
def test_any_title_that_can_be_seen_can_be_given(tmp_path, title):
    pack = new_pack(tmp_path / "pack", title, title)
    new_module(pack, title)
    read = read_pack(pack)
    assert read.problems == ()
    assert read.pack.title == title
    assert read.modules[1].entry.title == title


@pytest.mark.parametrize("title", ["", "  ", "x" * 201, "turned \u202e round", "a\x00b"])
def test_other_titles_are_refused_and_nothing_is_made(tmp_path, title):
    with pytest.raises(AppError, match="This title cannot be used"):
        new_pack(tmp_path / "pack", title, "Our council")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(AppError, match="That folder is not empty"):
        new_pack(tmp_path, "Our training", "Our council")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    file = tmp_path / "letter.txt"
    with pytest.raises(AppError):
        new_pack(file, "Our training", "Our council")
    assert file.read_text("utf-8") == "mine"


def test_an_empty_folder_may_be_chosen(tmp_path):
    assert passes(new_pack(tmp_path, "Our training", "Our council"))


def test_a_module_needs_a_pack(tmp_path):
    with pytest.raises(AppError, match="There is no pack here"):
        new_module(tmp_path, "A module")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("What's next?", "whats-next"),
        ("  Ä Ö ü  ", "a-o-u"),
        ("日本", "module"),
        ("a--b__c", "a-b-c"),
        ("w" * 100, "w" * 50),
    ],
)
def test_an_id_is_made_of_the_titles_letters(title, made):
    assert id_from(title, "module") == made
