"""The journal's first tables."""


def make() -> None:
    """Make them."""
