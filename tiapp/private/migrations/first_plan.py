"""The first tables of the plan and the reminders."""


def make() -> None:
    """Make them."""
