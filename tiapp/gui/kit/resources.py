"""Where the files that ship with Steady are: icons, fonts, the style sheet's pictures."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]


@cache
def resources() -> Path:
    """The folder `resources`: inside the package when installed, beside it in a checkout."""
    shipped = _PACKAGE / "_shipped" / "resources"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "resources"
