from dataclasses import FrozenInstanceError, fields

import pytest

from tiapp.core.settings import (
    LINE_SPACINGS,
    READING_WIDTHS,
    TEXT_SIZES,
    Installation,
    Settings,
)


def test_every_setting_has_a_calm_default_that_can_be_chosen():
    settings = Settings()

    assert settings.text_size in TEXT_SIZES
    assert settings.reading_width in READING_WIDTHS
    assert settings.line_spacing in LINE_SPACINGS


def test_at_first_nobody_was_asked_anything():
    assert Installation() == Installation(shared_computer=None, last_person="", window="")


@pytest.mark.parametrize("value", [Settings(), Installation()])
def test_a_choice_is_replaced_and_never_changed_in_place(value):
    name = fields(value)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, None)
