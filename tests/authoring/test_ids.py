"""Ids compared with the version before: people's places hang on them."""

import pytest

from tests.authoring.packs import MODULE, SCENARIO, TODAY, only, pack_with, spoiled, with_text
from tiapp.authoring.check import check

NEXT = MODULE.replace("version = 2\nlevel", "version = 3\nlevel").replace(
    'what = "Plainer words."',
    'what = "Plainer words."\n\n[[changes]]\nversion = 3\nwhat = "More."',
)


def compared(tmp_path, before, after, more=""):
    old = pack_with(tmp_path / "old", before)
    new = pack_with(tmp_path / "new", after, more=more)
    file = new / "pack.toml"
    file.write_text(file.read_text("utf-8").replace("version = 1", "version = 2"), "utf-8")
    return check(new, TODAY, old).findings


def test_the_same_pack_twice_has_nothing_to_say(tmp_path):
    assert compared(tmp_path, MODULE, MODULE) == ()


def test_new_words_under_the_old_ids_are_fine(tmp_path):
    text = spoiled(("Say who you are.", "Say your name."), text=NEXT)
    assert compared(tmp_path, MODULE, text) == ()


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("{#what-comes-next}", "{#something-else}", "part a-calm-start#what-comes-next"),
        ("id: which-opening", "id: an-opening", "check a-calm-start#which-opening"),
        ("id: my-plan", "id: a-plan", "plan a-calm-start#my-plan"),
        ("id: close", "id: the-close", "callout a-calm-start#close"),
    ],
)
def test_a_lost_id_is_an_error(tmp_path, old, new, lost):
    found = only(compared(tmp_path, MODULE, spoiled((old, new), text=NEXT)), "id-lost")
    assert f"The {lost} from the previous version" in found.what


def test_a_lost_scene_is_an_error(tmp_path):
    long = ("minutes = 2", "minutes = 5")
    before = spoiled(long, text=with_text(SCENARIO))
    after = before.replace("looking-back", "the-end")
    found = [f.words for f in compared(tmp_path, before, after) if f.code == "id-lost"]
    assert found == ["a-calm-start#at-the-desk#looking-back"]


def test_a_lost_module_is_one_finding_and_not_one_for_each_of_its_parts(tmp_path):
    text = spoiled(('id = "a-calm-start"', 'id = "another-start"'), text=NEXT)
    found = compared(tmp_path, MODULE, text)
    assert only(found, "id-lost").words == "a-calm-start"


def test_an_id_that_is_gone_for_good_is_named_in_the_pack(tmp_path):
    text = spoiled(("id: my-plan", "id: a-plan"), text=NEXT)
    more = '\n[check]\nretired_ids = ["a-calm-start#my-plan"]\n'
    assert compared(tmp_path, MODULE, text, more) == ()


def test_a_retired_id_is_not_used_again(tmp_path):
    more = '\n[check]\nretired_ids = ["a-calm-start#my-plan"]\n'
    found = only(check(pack_with(tmp_path, more=more), TODAY).findings, "id-reused")
    assert "was retired and has been used again" in found.what


def test_an_id_does_not_pass_to_another_kind_of_block(tmp_path):
    text = spoiled(("/// plan\n    id: my-plan", "/// reflect\n    id: my-plan"), text=NEXT)
    found = only(compared(tmp_path, MODULE, text), "id-reused")
    assert "was that of a plan and is now that of a reflection" in found.what


def test_a_changed_module_has_a_higher_version(tmp_path):
    text = spoiled(("Say who you are.", "Say your name."))
    assert only(compared(tmp_path, MODULE, text), "version-not-raised").line == 4


def test_a_changed_pack_has_a_higher_version(tmp_path):
    old = pack_with(tmp_path / "old", MODULE)
    new = pack_with(tmp_path / "new", spoiled(("Say who", "So say who"), text=NEXT))
    found = only(check(new, TODAY, old).findings, "version-not-raised")
    assert found.file.name == "pack.toml"


def test_one_module_can_be_compared_with_its_pack_before(tmp_path):
    old = pack_with(tmp_path / "old", MODULE, NEXT.replace("a-calm-start", "another"))
    assert check(old / "modules" / "01-a-module", TODAY, old).findings == ()
