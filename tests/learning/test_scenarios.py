from pathlib import Path

import pytest

from tests.factories import SCENARIO
from tests.learning.reading import blocks, only_problem
from tiapp.learning.blocks import Paragraph, Scenario, plain


def scenario(folder: Path, body: str) -> Scenario:
    """The one scenario of a part."""
    (made,) = blocks(folder, body)
    assert isinstance(made, Scenario)
    return made


def test_a_scenario_has_scenes_choices_and_consequences(tmp_path: Path) -> None:
    made = scenario(tmp_path, SCENARIO)
    assert (made.id, made.title, len(made.intro)) == ("waiting-room", "A full waiting room", 1)
    assert [scene.id for scene in made.scenes] == ["ten-past-nine", "seat", "told"]
    first, seat, told = made.scenes
    assert [(plain(c.text), c.next) for c in first.choices] == [
        ("Ask him to take a seat", "seat"),
        ("Tell him how long it will be", "told"),
    ]
    consequence = first.choices[1].consequence[0]
    assert isinstance(consequence, Paragraph)
    assert plain(consequence.text) == "He nods. Now he knows."
    assert (seat.next, seat.ending, seat.choices) == ("told", False, ())
    assert (told.next, told.ending, told.choices) == ("", True, ())
    assert made.scene("seat") is seat


def test_the_words_of_a_choice_are_no_link_any_more(tmp_path: Path) -> None:
    first = scenario(tmp_path, SCENARIO.replace("[Ask him", "[*Ask* him")).scenes[0]
    assert [span.link for choice in first.choices for span in choice.text] == ["", "", ""]
    assert first.choices[0].text[0].emphasis


def test_a_choice_may_go_without_a_consequence(tmp_path: Path) -> None:
    body = SCENARIO.replace("    > He looks for a chair.\n", "")
    assert scenario(tmp_path, body).scenes[0].choices[0].consequence == ()


def test_a_scene_may_hold_an_ordinary_list_and_a_callout(tmp_path: Path) -> None:
    callout = "/// callout\n    id: c\n    kind: info\n\nText.\n///"
    body = SCENARIO.replace("He has been seen.", f"- One\n- Two\n\n{callout}")
    body = body.replace("/// scene", "//// scene").replace("\n///\n\n////", "\n////\n\n////")
    body = body.replace("\n///\n////", "\n////\n////").replace("//// scenario", "///// scenario")
    body = body.removesuffix("////") + "/////"
    assert len(scenario(tmp_path, body).scenes[2].blocks) == 2


def test_a_path_back_is_fine_while_there_is_a_way_out(tmp_path: Path) -> None:
    made = scenario(tmp_path, SCENARIO.replace("next: told", "next: ten-past-nine"))
    assert made.scene("seat").next == "ten-past-nine"


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("(#told)", "(#tol)", 13, "no scene #tol"),
        ("next: told", "next: tol", 17, "no scene #tol"),
        ("    next: told\n", "", 17, "leads nowhere"),
        ("    ending: yes", "    next: seat", 1, "No scene of this scenario is an end"),
        ("    ending: yes\n", "", 24, "leads nowhere"),
        ("(#seat)", "(#told)", 17, "Nobody can get to the scene By the window"),
        ("    next: told\n", "    next: seat\n", 17, "no path comes to an end"),
        ("[Ask him to take a seat](#seat)", "Ask him to take a seat", 11, "choice leads nowhere"),
        ("(#seat)", "(https://example.org)", 11, "choice leads nowhere"),
        ("(#seat)", "(#seat) now", 11, "behind this choice's link"),
        ("    next: told\n", "    next: told\n    ending: yes\n", 17, "goes on in two ways"),
        ("    id: ten-past-nine\n", "    id: ten-past-nine\n    next: seat\n", 6, "two ways"),
        ("    ending: yes", "    ending: no", 24, "ending is no"),
        ("He has been seen.\n", "", 24, "This scene has no text"),
        ("/// scene | By", "In between.\n\n/// scene | By", 17, "between or after the scenes"),
        ("\n////", "\n\nAfter.\n////", 31, "between or after the scenes"),
    ],
)
def test_faults_of_scenarios(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    from tests.factories import module_text
    from tests.learning.reading import problems

    body = SCENARIO.replace(old, new)
    text = module_text(body)
    first = text[: text.index(body)].count("\n")
    found = [(problem.line - first, problem.what) for problem in problems(tmp_path, text)]
    assert any(at == line and what in said for at, said in found), found


def test_a_loop_of_two_without_a_way_out_is_reported_for_both(tmp_path: Path) -> None:
    from tests.factories import module_text
    from tests.learning.reading import problems

    scene = "/// scene | Round\n    id: round\n    next: seat\n\nText.\n///\n\n/// scene | Looking"
    body = SCENARIO.replace("next: told", "next: round").replace("/// scene | Looking", scene)
    said = [problem.what for problem in problems(tmp_path, module_text(body))]
    assert said == [
        "From the scene By the window no path comes to an end.",
        "From the scene Round no path comes to an end.",
    ]


def test_a_scenario_without_scenes_is_reported(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, "/// scenario | S\n    id: s\n\nText.\n///")
    assert problem.what == "This scenario has no scene."
