"""What Steady says when something it listed cannot be opened."""

from tiapp.core.errors import AppError
from tiapp.learning.model import ModuleEntry


def not_there() -> AppError:
    """A module that is not in any pack now."""
    return AppError(
        "This module is no longer here.",
        "Its pack may have been changed or removed. What you have done in it is kept."
        " Choose another module in Learn.",
        code="module-missing",
    )


def not_readable(entry: ModuleEntry) -> AppError:
    """A module whose file has a problem now."""
    return AppError(
        f"{entry.title} cannot be opened at the moment.",
        "Its file has changed or cannot be read; your progress is safe. Choose another module,"
        " and tell the person who looks after Steady: Learn shows the details.",
        code="module-unreadable",
    )


def no_picture(name: str) -> AppError:
    """A picture that is missing, or is no picture now."""
    return AppError(
        f"The picture {name[:60]} cannot be shown.",
        "You can read on without it. Tell the person who looks after the content.",
        code="picture",
    )


def no_sheet() -> AppError:
    """A sheet that is missing, or cannot be read now."""
    return AppError(
        "This sheet cannot be shown.",
        "Its file may have been changed or removed. Tell the person who looks after the"
        " content; everything else works as before.",
        code="sheet",
    )
