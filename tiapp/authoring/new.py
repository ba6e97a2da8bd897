"""Makes a pack or a module to start from. Both pass the check as they are."""

import json
import os
import re
import shutil
import unicodedata
from pathlib import Path

from tiapp.core.errors import AppError
from tiapp.learning import limits
from tiapp.storage.faults import calmly

STARTER = "Write here"
"""How the text begins that an author should put their own in the place of."""

_TEMPLATE = Path(__file__).parent / "data" / "new_module.md"
_LONGEST_TITLE = 200


def new_pack(folder: Path, title: str, publisher: str) -> Path:
    """A pack with one module in `folder`, which must be new or empty; returns the folder.

    AppError when it can't be made; nothing is left behind then.
    """
    title, publisher = _fit(title, "title"), _fit(publisher, "publisher")
    folder = folder.absolute()
    with calmly(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise AppError(
                "That folder is not empty.",
                "Nothing was changed. Choose a new folder or an empty one.",
                code="not-empty",
            )
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = folder.with_name(f".{folder.name}.new")
        try:
            (beside / "modules").mkdir(parents=True)
            facts: dict[str, str | int] = {
                "id": id_from(title, "our-training"),
                "title": title,
                "publisher": publisher,
                "version": 1,
                "language": "en",
                "description": f"Modules of {publisher}.",
            }
            _write(beside / "pack.toml", "".join(_line(*fact) for fact in facts.items()))
            new_module(beside, "A first module")
            if folder.is_dir():
                folder.rmdir()
            os.replace(beside, folder)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
    return folder


def new_module(pack: Path, title: str) -> Path:
    """A module in the pack's folder, after the last; returns the path of its module.md.

    Its id is made from the title, and no other module of the pack has it. AppError when it
    can't be made.
    """
    title = _fit(title, "title")
    pack = pack.absolute()
    if not (pack / "pack.toml").is_file():
        raise AppError(
            "There is no pack here.",
            "Nothing was changed. Make a pack first, or give the folder that holds pack.toml.",
            code="no-pack",
        )
    modules = pack / "modules"
    with calmly(modules):
        modules.mkdir(exist_ok=True)
        taken = [child.name for child in modules.iterdir() if child.is_dir()]
        module_id = _free_id(id_from(title, "module"), taken)
        folder = modules / f"{_next_number(taken):02}-{module_id}"
        beside = modules / f".{folder.name}.new"
        text = _TEMPLATE.read_text("utf-8")
        text = text.replace("{id}", _toml(module_id)).replace("{title}", _toml(title))
        try:
            (beside / "images").mkdir(parents=True)
            _write(beside / "module.md", text)
            os.replace(beside, folder)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
    return folder / "module.md"


def id_from(title: str, otherwise: str) -> str:
    """An id made of the letters and digits of a title."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    made = "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))[: limits.ID_CHARS - 10]
    return made.strip("-") or otherwise


def _free_id(wanted: str, folders: list[str]) -> str:
    """The id, or with a number where a folder of the pack has that name already."""
    names = {re.sub(r"^\d+-", "", name) for name in folders}
    number, found = 1, wanted
    while found in names:
        number += 1
        found = f"{wanted}-{number}"
    return found


def _next_number(folders: list[str]) -> int:
    numbers = [int(match[1]) for name in folders if (match := re.match(r"(\d{1,4})-", name))]
    return max(numbers, default=0) + 1


def _fit(text: str, what: str) -> str:
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST_TITLE or limits.unwanted(text):
        raise AppError(
            f"This {what} cannot be used.",
            f"Nothing was changed. Use 1 to {_LONGEST_TITLE} letters that can be seen.",
            code="not-fit",
        )
    return text


def _line(name: str, value: str | int) -> str:
    return f"{name} = {value if isinstance(value, int) else _toml(value)}\n"


def _toml(text: str) -> str:
    """A text as TOML writes it, which for what can be seen is the way of JSON."""
    return json.dumps(text, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
