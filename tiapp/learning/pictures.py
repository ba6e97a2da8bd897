"""A module's pictures: only from its own images folder, only what they claim to be."""

import io
import re
import warnings
from pathlib import Path
from typing import IO

from tiapp.learning import limits
from tiapp.learning.problems import Problems, shown
from tiapp.learning.text_file import LINK, kilobytes

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,75}\.(?:png|jpe?g|webp)")

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}


class PictureFolder:
    """The `images` folder of one module."""

    def __init__(self, module_folder: Path, root: Path) -> None:
        """`root` is the pack's folder, which no picture may leave."""
        self._folder = module_folder / "images"
        self._root = root
        self._checked: dict[str, tuple[str, str] | None] = {}

    def check(self, name: str, line: int, problems: Problems) -> bool:
        """True when a picture may be shown; a problem says why not. Reads its header alone."""
        if name not in self._checked:
            found = self._open(name, whole=False)
            self._checked[name] = None if isinstance(found, bytes) else found
        trouble = self._checked[name]
        if trouble:
            problems.add(line, *trouble)
        return trouble is None

    def read(self, name: str) -> bytes | tuple[str, str]:
        """The bytes of a picture, checked, or what is wrong and how to mend it."""
        return self._open(name, whole=True)

    def _open(self, name: str, *, whole: bool) -> bytes | tuple[str, str]:
        if not NAME.fullmatch(name) or ".." in name:
            return _name_trouble(name)
        path = self._folder / name
        try:
            links = (self._folder.is_symlink(), path.is_symlink())
            if any(links) or not path.resolve().is_relative_to(self._root.resolve()):
                return LINK
            if not path.is_file():
                return (
                    f"There is no picture {name} in the images folder.",
                    "Put it there, next to module.md, or mend the name.",
                )
            size = path.stat().st_size
            if size > limits.PICTURE_BYTES:
                return _too_big(name, size)
            with path.open("rb") as file:
                if not whole:
                    return header_trouble(name, file) or b""
                data = file.read(limits.PICTURE_BYTES + 1)
        except OSError as reason:
            return (
                f"The picture {name} cannot be opened ({reason.strerror or 'unknown reason'}).",
                "Check that you may read it.",
            )
        if len(data) > limits.PICTURE_BYTES:
            return _too_big(name, len(data))
        return header_trouble(name, io.BytesIO(data)) or data


def _too_big(name: str, size: int) -> tuple[str, str]:
    return (
        f"The picture {name} has {kilobytes(size)}; {kilobytes(limits.PICTURE_BYTES)} is the most.",
        "Save a smaller copy; 1600 points across is plenty for a screen.",
    )


def _name_trouble(name: str) -> tuple[str, str]:
    if "/" in name or "\\" in name or ":" in name:
        return (
            f"{shown(name)} is not in the module's images folder.",
            "Put a copy of the picture there and give its name alone, such as ![A desk](desk.png).",
        )
    return (
        f"{shown(name)} cannot be the name of a picture.",
        "Use small letters, digits and hyphens, and .png, .jpg or .webp.",
    )


def header_trouble(name: str, file: IO[bytes]) -> tuple[str, str] | None:
    """Look at the picture's own header; the picture itself is not unpacked."""
    from PIL import Image

    wanted = FORMATS[name[name.rindex(".") :]]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(file, formats=("PNG", "JPEG", "WEBP")) as picture:
                found, (width, height) = picture.format, picture.size
    except Image.DecompressionBombError:
        found, width, height = wanted, limits.PICTURE_PIXELS, limits.PICTURE_PIXELS
    except Exception:  # Pillow raises many kinds for a damaged header
        return (
            f"{name} cannot be read as a picture.",
            "Open it in a picture program and save it again as PNG or JPEG.",
        )
    if found != wanted:
        return (
            f"{name} is called a {wanted} picture but is {found}.",
            "Save it again in the format that its name says, or rename it.",
        )
    if width * height > limits.PICTURE_PIXELS:
        return (
            f"The picture {name} has more than {limits.PICTURE_PIXELS // 1_000_000}"
            " million points.",
            "Save a smaller copy; 1600 points across is plenty for a screen.",
        )
    return None
