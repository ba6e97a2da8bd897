"""The reading age is what the published formulas say, over the text that people read through."""

from pathlib import Path

import pytest

from tests.factories import front_matter
from tiapp.authoring.passages import As, Passage
from tiapp.authoring.reading_age import ReadingAge, of_module, of_part, reading_age
from tiapp.authoring.sentences import sentences_of, split
from tiapp.learning.module_reader import read_module


def prose(text: str) -> Passage:
    return Passage(text, 1, As.PROSE)


def module(folder: Path, body: str):
    file = folder / "module.md"
    file.write_text(front_matter() + "\n## A part {#a-part}\n\n" + body, "utf-8")
    reading = read_module(file, "a-pack")
    assert reading.problems == ()
    return reading.module


# --- The formulas ---------------------------------------------------------------------------


def test_the_grade_is_that_of_flesch_and_kincaid():
    # 0.39 * 100/5 + 11.8 * 150/100 - 15.59
    assert ReadingAge(5, 100, 150, 10).grade == pytest.approx(9.91)
    assert ReadingAge(5, 100, 150, 10).years == pytest.approx(14.91)


def test_smog_is_that_of_mclaughlin():
    # 3.1291 + 1.0430 * sqrt(30 * 30 / 30)
    assert ReadingAge(30, 300, 400, 30).smog == pytest.approx(8.842, abs=0.001)


def test_there_is_no_smog_for_fewer_than_thirty_sentences():
    assert ReadingAge(29, 300, 400, 30).smog is None


def test_an_empty_text_has_the_lowest_grade_and_does_not_divide_by_nothing():
    assert reading_age([]).grade == 0
    assert reading_age([]).years == 5


def test_two_texts_together_are_counted_as_one():
    assert ReadingAge(1, 2, 3, 4) + ReadingAge(10, 20, 30, 40) == ReadingAge(11, 22, 33, 44)


def test_long_words_and_long_sentences_raise_it():
    easy = reading_age(sentences_of([prose("The man sat down. He was glad. She made him a tea.")]))
    hard = reading_age(
        sentences_of(
            [prose("Organisational responsibilities necessitate interdisciplinary collaboration.")]
        )
    )
    assert easy.years < 7 < 16 < hard.years


# --- What counts as a sentence -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One. Two. Three.", 3),
        ("Mr Reid waits. Mrs. Okafor waits, e.g. here.", 2),
        ("He said: “Not now. Later?” She nodded.", 3),
        ('"Aye. Go on, then." He sat.', 3),
        ("In 2019, 3.5 in 100 did.", 1),
        ("What now? Nothing! Well ... maybe.", 3),
        ("no capital. after the stop", 1),
        ("", 0),
    ],
)
def test_a_paragraph_is_divided_where_a_reader_would_stop(text, pieces):
    assert len(split(text)) == pieces


def test_headings_short_items_and_cells_that_are_no_sentences_are_left_out(tmp_path):
    made = module(
        tmp_path,
        "### A heading about organisational responsibilities\n\n"
        "This is one sentence.\n\n- a chair\n- a chair that faces the door\n\n"
        "| Kind | Words |\n|---|---|\n| Organisational | You could say this now. |\n",
    )
    counted = of_part(made.parts[0])
    assert (counted.sentences, counted.words) == (3, 4 + 6 + 5)


def test_questions_feedback_and_scenes_are_counted(tmp_path):
    made = module(
        tmp_path,
        "/// check\n    id: c\n\nWhat fits best here?\n\n- [x] You can ask him now.\n"
        "    > Yes, you can.\n- [ ] No.\n    > Why not ask him?\n///\n",
    )
    assert of_module(made).sentences == 4


def test_the_address_of_a_link_is_not_counted():
    words = [s.words for s in sentences_of([prose("See https://example.org/a-long-address now.")])]
    assert words == [("See", "now")]
