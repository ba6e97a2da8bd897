"""Words are looked at in the rest of a pack too, not in modules alone."""

import pytest

from tests.authoring.packs import SUPPORT, TODAY, only, pack_with
from tiapp.authoring.check import check
from tiapp.authoring.other_texts import other_texts

GLOSSARY = '[[term]]\nname = "A word"\nmeaning = "Plain words.\\nSome say more."\n'


def test_a_word_in_a_huddle_sheet_is_found_on_its_line(tmp_path):
    pack = pack_with(tmp_path)
    sheet = pack / "modules" / "01-a-module" / "huddle.md"
    sheet.write_text("# Team huddle: A calm start\n\nA junkie came in.\n", "utf-8")
    found = only(check(pack, TODAY).findings, "unkind-word")
    assert (found.file, found.line, found.words) == (sheet, 3, "junkie")


def test_a_word_in_a_toml_file_is_found_on_its_line(tmp_path):
    pack = pack_with(tmp_path, support=SUPPORT.replace("in danger now", "in the center now"))
    found = only(check(pack, TODAY).findings, "american-spelling")
    assert (found.file.name, found.line, found.mend) == ("support.toml", 4, "Write centre.")


def test_what_somebody_says_and_the_names_of_others_are_left_alone(tmp_path):
    glossary = GLOSSARY.replace("Plain words", "Some say “junkie” for this")
    support = SUPPORT + 'source = "Center for behavior"\n'
    assert check(pack_with(tmp_path, glossary=glossary, support=support), TODAY).findings == ()


def test_a_rule_turned_off_is_off_there_too(tmp_path):
    more = '\n[[check_off]]\nrule = "american-spelling"\nreason = "We quote a form."\n'
    support = SUPPORT.replace("in danger now", "in the center now")
    report = check(pack_with(tmp_path, support=support, more=more), TODAY)
    assert report.findings == ()
    assert report.turned_off[0].findings == 1


@pytest.mark.parametrize("data", [b"\xff", b"= nonsense", b"a = " + b"[" * 5000, b""])
def test_a_file_that_cannot_be_read_is_left_to_its_reader(tmp_path, data):
    pack = pack_with(tmp_path)
    (pack / "glossary.toml").write_bytes(data)
    assert list(other_texts(pack)) == []


def test_one_module_alone_is_checked_without_the_rest(tmp_path):
    pack = pack_with(tmp_path, support=SUPPORT.replace("in danger now", "in the center now"))
    assert check(pack / "modules" / "01-a-module", TODAY).findings == ()
