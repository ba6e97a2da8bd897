"""Library hands out what packs hold besides modules."""

from pathlib import Path

import pytest

from tests.factories import module_text, write_pack
from tests.learning.practice import (
    test_check_in,
    test_exercises,
    test_guided,
    test_pathways,
    test_prompts,
    test_resources,
    test_sheets,
    test_templates,
)
from tiapp.core.errors import AppError
from tiapp.learning.library import Library

FILES = {
    "pathways.toml": test_pathways.CORE + test_pathways.BEYOND,
    "prompts.toml": test_prompts.TEXT,
    "guided.toml": test_guided.TEXT,
    "exercises.toml": test_exercises.TEXT + test_exercises.SENSES,
    "check-in.toml": test_check_in.TEXT,
    "resources.toml": test_resources.TEXT,
    "templates/lens.toml": test_templates.TEXT,
    "sheets/page.md": test_sheets.TEXT,
}


def put(pack: Path, files: dict[str, str]) -> None:
    """Write files of a pack."""
    for name, text in files.items():
        path = pack / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with one of each."""
    folder = tmp_path / "content" / "p"
    write_pack(folder, {"01": module_text(module_id="first")})
    put(folder, FILES)
    (folder / "modules" / "01" / "huddle.md").write_text(test_sheets.TEXT, encoding="utf-8")
    return folder


def test_the_library_hands_out_one_of_each(pack: Path) -> None:
    library = Library([pack.parent], None)
    assert library.problems() == ()
    (route,) = library.pathways().routes
    assert [module.id for module in route.modules] == ["first"]
    assert library.pathways().beyond
    assert len(library.prompts().prompts) == 2
    assert len(library.guided()) == 2
    assert len(library.exercises()) == 2
    check_in = library.check_in()
    assert check_in is not None and check_in.id == "today"
    assert len(library.resources()) == 2
    assert [template.id for template in library.templates()] == ["lens"]
    assert [sheet.id for sheet in library.sheets()] == ["page"]
    assert library.huddle("first").title == "Team huddle: Listening"


def test_a_pack_without_any_of_them_is_no_trouble(tmp_path: Path) -> None:
    write_pack(tmp_path / "content" / "p", {"01": module_text(module_id="first")})
    library = Library([tmp_path / "content"], None)
    assert library.problems() == ()
    assert library.pathways().routes == ()
    assert library.prompts().prompts == ()
    assert library.guided() == library.exercises() == library.resources() == ()
    assert library.templates() == library.sheets() == ()
    assert library.check_in() is None
    for module_id in ("first", "nowhere"):
        with pytest.raises(AppError) as told:
            library.huddle(module_id)
        assert told.value.advice


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_is_told_and_the_rest_works(pack: Path, name: str) -> None:
    put(pack, {name: "[[broken"})
    library = Library([pack.parent], None)
    assert [problem.file for problem in library.problems()] == [pack / name]
    left = [
        library.pathways().routes,
        library.prompts().prompts,
        library.guided(),
        library.exercises(),
        library.check_in(),
        library.resources(),
        library.templates(),
        library.sheets(),
    ]
    assert len([value for value in left if not value]) == 1
    assert len(library.entries()) == 1


def test_the_first_pack_stays_where_two_have_the_same_id(pack: Path) -> None:
    second = pack.parent / "q"
    write_pack(second, {"01": module_text(module_id="second")}, pack_id="q")
    own = test_prompts.TEXT.replace("Whom would", "Second: whom would")
    put(second, {**FILES, "prompts.toml": own.replace('"enough"', '"another"')})
    library = Library([pack.parent], None)
    prompts = library.prompts()
    assert [prompt.id for prompt in prompts.prompts] == ["thanks", "enough", "another"]
    assert prompts.prompts[0].text.startswith("Whom")
    assert [tag.id for tag in prompts.moods] == ["tired", "good"]
    (route,) = library.pathways().routes
    assert [module.id for module in route.modules] == ["first", "second"]
    assert len(library.templates()) == 1


def test_a_change_of_a_file_shows_after_a_refresh(pack: Path, tmp_path: Path) -> None:
    library = Library([pack.parent], tmp_path / "cache")
    assert library.entries()
    assert library.templates()[0].title == "A lens"
    assert not library.refresh()
    put(pack, {"templates/lens.toml": test_templates.TEXT.replace("A lens", "A new lens")})
    assert library.refresh()
    assert library.templates()[0].title == "A new lens"


def test_a_folder_that_leads_elsewhere_is_not_followed(pack: Path, tmp_path: Path) -> None:
    away = tmp_path / "away"
    (pack / "templates").rename(away)
    (pack / "templates").symlink_to(away)
    library = Library([pack.parent], None)
    assert library.templates() == ()
    assert [problem.file for problem in library.problems()] == [pack / "templates"]


@pytest.mark.expects_log("could not be read")
def test_a_gap_in_a_reader_is_a_problem_and_no_crash(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("tiapp.learning.practice.prompts._tag", breaks)
    library = Library([pack.parent], None)
    (problem,) = library.problems()
    assert problem.what == "The file could not be read (MemoryError)."
    assert library.prompts().prompts == ()
