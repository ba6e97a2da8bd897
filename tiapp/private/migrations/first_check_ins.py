"""The first tables of check-ins."""


def make() -> None:
    """Make them."""
