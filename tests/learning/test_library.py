import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.factories import module_text, picture_bytes, write_pack
from tests.learning.test_support import CONTACT
from tiapp.core.errors import AppError
from tiapp.learning.library import KEPT_MODULES, Library
from tiapp.learning.support import FALLBACK


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with two packs and three modules."""
    first = {"01": module_text(module_id="a"), "02": module_text(module_id="b")}
    glossary = '[[term]]\nname = "Word"\nmeaning = "Meaning."\n'
    write_pack(tmp_path / "content" / "p", first, pack_id="p", glossary=glossary, support=CONTACT)
    write_pack(tmp_path / "content" / "q", {"01": module_text(module_id="c")}, pack_id="q")
    return tmp_path / "content"


@pytest.fixture
def library(content: Path, tmp_path: Path) -> Library:
    """The library of that folder, with an index."""
    return Library([content], tmp_path / "cache")


def test_entries_come_in_the_order_of_the_folders(library: Library) -> None:
    assert [entry.id for entry in library.entries()] == ["a", "b", "c"]
    assert [pack.id for pack in library.packs] == ["p", "q"]
    assert library.problems() == ()
    entry = library.entry("b")
    assert entry is not None
    assert entry.title == "A module"
    assert library.entry("nowhere") is None


def test_a_module_opens(library: Library) -> None:
    module = library.module("c")
    assert (module.id, module.entry.pack_id) == ("c", "q")
    assert module.entry == library.entry("c")


def test_the_second_start_reads_no_module(
    library: Library, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = library.entries()

    def must_not_read(*_: object) -> None:
        raise AssertionError("A module was read.")

    monkeypatch.setattr("tiapp.learning.module_reader.read_module", must_not_read)
    assert Library([content], tmp_path / "cache").entries() == before


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff" * 1000])
def test_a_damaged_index_is_made_again(
    library: Library, content: Path, tmp_path: Path, damage: bytes
) -> None:
    before = library.entries()
    (index,) = (tmp_path / "cache").iterdir()
    index.write_bytes(damage)
    assert Library([content], tmp_path / "cache").entries() == before
    assert index.stat().st_size > 100


def test_it_works_without_a_cache_folder(content: Path) -> None:
    assert len(Library([content], None).entries()) == 3


def test_a_missing_content_folder_is_told_and_help_still_works(tmp_path: Path) -> None:
    library = Library([tmp_path / "nowhere"], tmp_path / "cache")
    assert library.entries() == ()
    assert [problem.what for problem in library.problems()] == ["This folder is not there."]
    assert library.support() == FALLBACK
    assert library.glossary() == ()


def test_no_content_folder_at_all_is_told_too(tmp_path: Path) -> None:
    library = Library([], tmp_path)
    assert [problem.what for problem in library.problems()] == ["Steady found no content folder."]
    assert library.support() == FALLBACK


def test_one_missing_folder_leaves_the_other(content: Path, tmp_path: Path) -> None:
    library = Library([tmp_path / "nowhere", content], None)
    assert len(library.entries()) == 3
    assert len(library.problems()) == 1


@pytest.mark.parametrize("toml", ["", "[[contact", CONTACT.replace("number", "numbr"), "\x00"])
def test_a_broken_support_list_gives_the_numbers_in_the_program(content: Path, toml: str) -> None:
    (content / "p" / "support.toml").write_text(toml)
    library = Library([content], None)
    assert library.support() == FALLBACK
    assert any(problem.file.name == "support.toml" for problem in library.problems())
    assert len(library.entries()) == 3


def test_support_works_whatever_breaks(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("tiapp.learning.library.scan", breaks)
    assert library.support() == FALLBACK


def test_glossary_and_support_come_from_the_packs(library: Library) -> None:
    assert [term.name for term in library.glossary()] == ["Word"]
    assert [contact.id for contact in library.support().contacts] == ["samaritans"]


def test_an_unknown_module_is_an_error_with_advice(library: Library) -> None:
    with pytest.raises(AppError, match="no longer here") as caught:
        library.module("nowhere")
    assert caught.value.advice
    assert caught.value.code == "module-missing"


@pytest.mark.parametrize("damage", ["delete", "break", "swap"])
def test_a_module_that_went_wrong_since_is_an_error_with_advice(
    library: Library, content: Path, damage: str
) -> None:
    library.entries()
    path = content / "p" / "modules" / "01" / "module.md"
    if damage == "delete":
        path.unlink()
    elif damage == "break":
        path.write_text("nothing")
    else:
        path.write_text(module_text(module_id="swapped"))
    with pytest.raises(AppError, match="cannot be opened") as caught:
        library.module("a")
    assert "progress is safe" in caught.value.advice


def test_the_last_four_modules_are_kept(tmp_path: Path) -> None:
    texts = {f"{n}": module_text(module_id=f"m{n}") for n in range(KEPT_MODULES + 1)}
    write_pack(tmp_path / "content" / "p", texts)
    library = Library([tmp_path / "content"], None)
    opened = [library.module(f"m{n}") for n in range(KEPT_MODULES)]
    assert library.module("m0") is opened[0]
    library.module(f"m{KEPT_MODULES}")
    assert library.module("m0") is opened[0]
    assert library.module("m1") is not opened[1]


def test_refresh_says_whether_something_changed(library: Library, content: Path) -> None:
    library.entries()
    assert library.refresh() is False
    path = content / "q" / "modules" / "01" / "module.md"
    path.write_text(module_text("New text.", module_id="c", title='"Renamed"'))
    opened = library.module("c")
    assert library.refresh() is True
    assert library.refresh() is False
    entry = library.entry("c")
    assert entry is not None
    assert entry.title == "Renamed"
    assert library.module("c") is not opened


@pytest.mark.parametrize("change", ["add", "remove", "break", "glossary", "support", "text"])
def test_refresh_sees_every_kind_of_change(library: Library, content: Path, change: str) -> None:
    library.entries()
    module = content / "q" / "modules" / "01" / "module.md"
    if change == "add":
        write_pack(content / "r", {"01": module_text(module_id="r")}, pack_id="r")
    elif change == "remove":
        shutil.rmtree(content / "q")
    elif change == "break":
        module.write_text("nothing")
    elif change == "text":
        module.write_text(module_text("Other words here.", module_id="c"))
    elif change == "glossary":
        assert len(library.glossary()) == 1
        (content / "q" / "glossary.toml").write_text('[[term]]\nname = "A"\nmeaning = "a"\n')
    else:
        (content / "p" / "support.toml").write_text(CONTACT.replace("116 123", "0800 83 85 87"))
    assert library.refresh() is True
    if change == "glossary":
        assert len(library.glossary()) == 2
    if change == "support":
        assert library.support().contacts[0].number == "0800 83 85 87"


def test_refresh_on_a_first_start_reports_no_change(content: Path, tmp_path: Path) -> None:
    Library([content], tmp_path / "cache").entries()
    assert Library([content], tmp_path / "cache").refresh() is False


def test_pictures_are_handed_out_by_name_if_the_module_shows_them(
    content: Path, tmp_path: Path
) -> None:
    folder = content / "p" / "modules" / "01"
    (folder / "images").mkdir()
    for name in ("desk.png", "unused.png"):
        (folder / "images" / name).write_bytes(picture_bytes())
    (folder / "module.md").write_text(module_text("![A desk](desk.png)", module_id="a"))
    library = Library([content], None)
    assert library.picture("a", "desk.png") == picture_bytes()
    for name in ("unused.png", "../module.md", "/etc/passwd", "", "nothing.png"):
        with pytest.raises(AppError):
            library.picture("a", name)
    with pytest.raises(AppError):
        library.picture("nowhere", "desk.png")
    (folder / "images" / "desk.png").write_bytes(b"changed since")
    with pytest.raises(AppError, match="cannot be shown"):
        library.picture("a", "desk.png")


def test_two_threads_may_ask_at_once(content: Path, tmp_path: Path) -> None:
    library = Library([content], tmp_path / "cache")
    errors: list[BaseException] = []
    seen: list[tuple[str, ...]] = []

    def ask() -> None:
        try:
            for _ in range(10):
                seen.append(tuple(entry.id for entry in library.entries()))
                library.module("a")
                library.refresh()
                library.glossary()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert set(seen) == {("a", "b", "c")}


def test_lists_import_no_parser(content: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    Library([content], cache).entries()
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "import tiapp.learning.model, tiapp.learning.blocks, tiapp.learning.search\n"
        "from tiapp.learning.library import Library\n"
        f"library = Library([Path({str(content)!r})], Path({str(cache)!r}))\n"
        "assert len(library.entries()) == 3\n"
        "print(sorted({'markdown', 'pymdownx', 'yaml', 'PIL', 'tomllib', 'sqlalchemy'}"
        " & set(sys.modules)))\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
