"""Paper: each document is tagged, complete, and holds nothing but what stands in the content."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import FixedClock
from tests.factories import CHECK, NOTE, SCENARIO, module_text, picture_bytes, write_pack
from tests.learning.practice.test_templates import TEXT as TEMPLATE
from tiapp.core.errors import AppError
from tiapp.handouts.handouts import Document, Handouts
from tiapp.learning.library import Library

ROOT = Path(__file__).parents[2]
LIBRARY = Library([ROOT / "content"], None)
HANDOUTS = Handouts(LIBRARY, ROOT / "resources", FixedClock())
MODULES = [entry.id for entry in LIBRARY.entries()]
TEMPLATES = [template.id for template in LIBRARY.templates()]


def pages_of(document: Document) -> int:
    """How many pages; the document must say that it is PDF/UA and have a title and a language."""
    with pikepdf.open(io.BytesIO(document.data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang).lower() == "en-gb"
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert pdf.open_metadata()["dc:title"]
        return len(pdf.pages)


def text_of(document: Document) -> str:
    """What can be read in it, in reading order, on one line."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")
    made = subprocess.run(
        ["pdftotext", "-", "-"], input=document.data, capture_output=True, check=True
    )
    return " ".join(made.stdout.decode("utf-8").split())


def tags_of(document: Document) -> list[str]:
    """The roles of everything in the structure tree."""
    found: list[str] = []
    with pikepdf.open(io.BytesIO(document.data)) as pdf:
        waiting = [pdf.Root.StructTreeRoot]
        while waiting:
            node = waiting.pop()
            if isinstance(node, pikepdf.Array):
                waiting += list(node)  # type: ignore[call-overload]
            elif isinstance(node, pikepdf.Dictionary):
                if "/S" in node:
                    found.append(str(node.S))
                if "/K" in node:
                    waiting.append(node.K)
    return found


@pytest.mark.parametrize("module_id", MODULES)
def test_a_huddle_sheet_is_one_page_to_pin_up(module_id: str) -> None:
    document = HANDOUTS.huddle(module_id)
    assert pages_of(document) == 1
    assert document.name.startswith("Team huddle ")
    assert tags_of(document).count("/H2") == 4
    said = text_of(document)
    assert "pass" in said
    assert "999" in said and "116 123" in said


@pytest.mark.parametrize("template_id", TEMPLATES)
def test_a_template_is_a_blank_form_with_every_question(template_id: str) -> None:
    document = HANDOUTS.template(template_id)
    assert 1 <= pages_of(document) <= 6
    said = text_of(document)
    template = next(found for found in LIBRARY.templates() if found.id == template_id)
    for section in template.sections:
        for question in section.questions:
            first = " ".join(question.ask.split()[:2])
            assert first in said, question.ask
            assert all(option in said for option in question.options)


def test_the_page_to_hand_on_is_one_page() -> None:
    document = HANDOUTS.sheet("what-is-trauma-informed")
    assert pages_of(document) == 1
    assert document.name == "What is trauma-informed.pdf"
    assert "999" in text_of(document)


@pytest.mark.parametrize("module_id", ["starting-safely", "distress-and-disclosure"])
def test_a_module_on_paper_has_each_part_and_its_answers_at_the_end(module_id: str) -> None:
    document = HANDOUTS.module(module_id)
    assert pages_of(document) > 2
    said = text_of(document)
    module = LIBRARY.module(module_id)
    for part in module.parts:
        assert part.title in said
    assert said.rindex("The questions again, and why") > said.rindex(module.parts[-1].title)
    assert "has not been reviewed yet" in said
    assert {"/Table", "/TH", "/L", "/H1", "/H2"} <= set(tags_of(document))


def test_the_short_route_on_paper_is_short() -> None:
    whole = HANDOUTS.module("distress-and-disclosure")
    short = HANDOUTS.module("distress-and-disclosure", short=True)
    assert pages_of(short) < pages_of(whole) / 2
    assert short.name.endswith("short route.pdf") or "short" in short.name
    assert "short route" in text_of(short)
    with pytest.raises(AppError, match="no short route"):
        HANDOUTS.module("starting-safely", short=True)


def test_the_same_day_gives_the_same_bytes() -> None:
    assert HANDOUTS.huddle("starting-safely") == HANDOUTS.huddle("starting-safely")


@pytest.mark.parametrize("ask", ["module", "huddle", "sheet", "template"])
def test_what_is_not_there_is_a_calm_error(ask: str) -> None:
    with pytest.raises(AppError) as told:
        getattr(HANDOUTS, ask)("nowhere")
    assert told.value.advice


@pytest.fixture
def odd(tmp_path: Path) -> Handouts:
    """A pack whose words look like orders to the program that lays them out."""
    evil = 'Orders: #panic() #read("/etc/passwd") $x$ @ref \\\\* = no // comment'
    body = f"{evil}\n\n![A desk](desk.png)\n\n{CHECK}\n\n{SCENARIO}"
    pack = tmp_path / "content" / "p"
    write_pack(pack, {"01": module_text(f"{NOTE}\n\n{body}", module_id="odd", title='"#panic()"')})
    (pack / "modules" / "01" / "images").mkdir()
    (pack / "modules" / "01" / "images" / "desk.png").write_bytes(picture_bytes())
    (pack / "templates").mkdir()
    (pack / "templates" / "lens.toml").write_text(TEMPLATE.replace("A lens", "#panic()"))
    (pack / "modules" / "01" / "huddle.md").write_text("# #panic()\n\nText.\n\n## A\n\nB.\n")
    library = Library([tmp_path / "content"], None)
    assert library.problems() == ()
    return Handouts(library, ROOT / "resources", FixedClock())


def test_words_are_never_read_as_orders(odd: Handouts) -> None:
    for document in (odd.module("odd"), odd.huddle("odd"), odd.template("lens")):
        pages_of(document)
        assert "#panic()" in text_of(document)
        assert "root:" not in text_of(document)
    assert "Picture: A desk" in text_of(odd.module("odd"))


def test_a_scenario_on_paper_shows_its_first_scene_and_the_look_back(odd: Handouts) -> None:
    said = text_of(odd.module("odd"))
    assert "Ask him to take a seat" in said
    assert "He has been seen." in said
    assert "He looks for a chair." not in said, "what comes of a choice is for who chose it"


def test_a_document_is_saved_whole_and_never_over_another(tmp_path: Path) -> None:
    target = tmp_path / "huddle.pdf"
    HANDOUTS.save(HANDOUTS.huddle("starting-safely").data, target)
    before = target.read_bytes()
    assert before == HANDOUTS.huddle("starting-safely").data
    with pytest.raises(AppError):
        HANDOUTS.save(HANDOUTS.huddle("five-principles").data, target)
    assert target.read_bytes() == before
    HANDOUTS.save(HANDOUTS.huddle("five-principles").data, target, force=True)
    assert target.read_bytes() != before


def test_nothing_is_written_when_it_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(AppError):
        HANDOUTS.save(HANDOUTS.huddle("nowhere").data, tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_no_two_documents_have_the_same_name() -> None:
    names = [HANDOUTS.huddle(module_id).name for module_id in MODULES[:4]]
    names += [HANDOUTS.template(template_id).name for template_id in TEMPLATES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[\w -]+\.pdf", name) for name in names)
