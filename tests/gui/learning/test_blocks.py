"""What stands on a page: native blocks, the note, questions, scenarios, links and prompts."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAccessible, QDesktopServices, QGuiApplication

from tests.gui.learning.reader_window import Reader
from tiapp.gui.kit.reading import ListBox, TableBox
from tiapp.gui.learning.part_body import PartBody, Shows
from tiapp.gui.learning.picture_block import PictureBlock
from tiapp.gui.learning.table_block import TableBlock


def _role(widget: object) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()  # type: ignore[arg-type]


def _body(reader: Reader) -> PartBody:
    body = reader.page.view.content
    assert isinstance(body, PartBody)
    return body


def test_every_block_is_met_as_what_it_is(reader: Reader) -> None:
    reader.open()
    roles = [_role(widget) for widget in _body(reader).blocks]
    kinds = QAccessible.Role
    assert roles[:5] == [kinds.Note, kinds.Heading, kinds.List, kinds.BlockQuote, kinds.Table]
    assert _role(_body(reader).heading) == kinds.Heading
    assert reader.page.findChildren(ListBox)
    table = reader.page.findChildren(TableBox)[0]
    assert table.accessibleName() == "Kind, In plain words"


def test_a_picture_is_shown_with_its_description(reader: Reader) -> None:
    reader.open()
    picture = reader.page.findChildren(PictureBlock)[0]
    assert picture.accessibleName() == "A door that stands open"
    assert picture.size().width() > 0
    assert "Picture: A picture that cannot be opened" in reader.words()


def test_a_table_without_room_stacks_its_rows(reader: Reader) -> None:
    reader.open()
    table = reader.page.findChildren(TableBlock)[0]
    assert not table.stacked
    reader.window.resize(210, 600)
    reader.until(lambda: table.stacked)
    assert "Kind: Single event" in reader.words()
    reader.window.resize(1000, 600)
    reader.until(lambda: not table.stacked)


def test_the_note_offers_three_equal_ways(reader: Reader) -> None:
    reader.open("part-2")
    ways = [reader.find(name) for name in ("note_continue", "note_summary", "note_skip")]
    assert len({(way.width(), way.height()) for way in ways}) == 1
    assert reader.page.main_button() is ways[0]
    assert "Paragraph 1." not in reader.words()


def test_continue_shows_the_part(reader: Reader) -> None:
    reader.open("part-2").click("note_continue")
    assert "Paragraph 1." in reader.words()
    assert reader.focus() == "part_heading"
    reader.click("show_note")
    assert reader.is_there("content_note")


def test_a_summary_leads_on_and_back(reader: Reader) -> None:
    reader.open("part-2").click("note_summary")
    assert "Trauma may come from one event or from many." in reader.words()
    assert reader.page.escape()
    assert _body(reader).shows is Shows.NOTE
    reader.click("note_summary").click("summary_full")
    assert "Paragraph 40." in reader.words()
    reader.click("show_note").click("note_summary").click("summary_next")
    assert reader.part == "part-3"


def test_skip_and_next_are_the_same_size(reader: Reader) -> None:
    reader.open()
    assert reader.find("skip_part").size() == reader.find("next_part").size()


def test_a_check_asks_to_pick_first(reader: Reader) -> None:
    reader.open("part-3").click("check_answer")
    assert "Pick one answer first." in reader.words()
    reader.click("option_1")
    assert "Pick one answer first." not in reader.words()


def test_a_check_gives_feedback_and_never_says_wrong(reader: Reader) -> None:
    reader.open("part-3").click("option_1").click("check_answer")
    words = reader.words()
    assert "Have another look" in words
    assert "Strength is not what differs here." in words
    assert "wrong" not in words.lower()
    assert "incorrect" not in words.lower()
    reader.click("check_try_again")
    assert "Strength is not what differs here." not in reader.words()
    reader.click("option_2").click("check_answer")
    assert "This fits" in reader.words()
    assert "What it was like differs." in reader.words()
    assert not reader.is_there("check_show")


def test_a_check_can_show_what_fits(reader: Reader) -> None:
    reader.open("part-3").click("option_1").click("check_answer").click("check_show")
    assert "The same event was a different experience for each of them." in reader.words()


def test_a_check_can_be_skipped_and_taken_up_again(reader: Reader) -> None:
    reader.open("part-3").click("check_skip")
    assert "Skipped. That is fine, and nobody is told." in reader.words()
    assert not reader.is_there("option_1")
    reader.click("check_unskip")
    assert reader.is_there("option_1")


def test_questions_to_look_at_again_are_offered_at_the_end_and_kept_nowhere(
    reader: Reader,
) -> None:
    reader.open("part-3").click("option_1").click("check_answer")
    reader.click("part_part-4").click("finish_module").click("skip_and_finish")
    assert reader.is_there("look_at_part-3")
    assert b"same-flood" not in reader.record.read_bytes()
    reader.restart().open("part-4").click("finish_module")
    assert not reader.is_there("look_at_part-3")


def test_a_scenario_shows_what_comes_of_a_choice_and_goes_on(reader: Reader) -> None:
    reader.open("part-3").click("choice_1")
    words = reader.words()
    assert "You chose: Ask him to take a seat" in words
    assert "He looks for a chair." in words
    assert "By the window" in words
    assert reader.focus() == "scene_title"
    reader.click("scenario_next")
    assert "He has been seen." in reader.words()
    assert "What would you take from this?" in reader.words()


def test_a_scenario_goes_back_to_the_last_choice(reader: Reader) -> None:
    reader.open("part-3").click("choice_1").click("scenario_next").click("scenario_back")
    assert reader.is_there("choice_2")
    assert not reader.is_there("scenario_back")
    reader.click("choice_2")
    assert "He nods. Now he knows." in reader.words()
    assert reader.is_there("scenario_ending")
    reader.click("scenario_again")
    assert "The people are made up." in reader.words()


def test_a_scenario_can_be_skipped_and_tried_after_all(reader: Reader) -> None:
    reader.open("part-3").click("scenario_skip")
    assert not reader.is_there("choice_1")
    reader.click("scenario_unskip")
    assert reader.is_there("choice_1")


def test_prompts_say_that_nothing_is_kept(reader: Reader) -> None:
    reader.open("part-4")
    words = reader.words()
    assert "Something to think about" in words
    assert "Think it over. Steady keeps nothing you think or say here." in words
    assert "Say it to yourself, or write it somewhere only you see." in words
    reader.click("copy_pause-plan")
    assert QGuiApplication.clipboard().text() == "If I need a pause, then I will ..."


def test_a_link_to_a_part_goes_there(reader: Reader) -> None:
    reader.open()
    reader.page._follow("#part-2")
    reader.settle()
    assert reader.part == "part-2"
    reader.page._follow("#nowhere")
    reader.settle()
    assert reader.part == "part-2"


def test_a_link_out_shows_its_address_and_asks(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString())
    )
    reader.open().press("text_link")
    assert reader.find("link_address").accessibleName() == "https://example.org/a/long/address"
    assert "Open this page in your web browser? It needs the internet." in reader.words()
    reader.click("link_stay")
    assert opened == []
    assert reader.focus() == "text_link"
    reader.click("text_link").click("link_open")
    assert opened == ["https://example.org/a/long/address"]


@pytest.mark.parametrize("link", ["file:///etc/passwd", "javascript:x", "http://a.org", "x"])
def test_other_kinds_of_link_do_nothing(reader: Reader, link: str) -> None:
    reader.open()
    reader.page._follow(link)
    assert not reader.is_there("link_question")
