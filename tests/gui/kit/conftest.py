"""The look in force for these tests, and put back afterwards."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tiapp.core.settings import Settings
from tiapp.core.settings import Theme as ThemeChoice
from tiapp.gui.kit import roles
from tiapp.gui.kit.theme import Theme, theme


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """The light look at 100 %."""
    roles.install()
    theme().apply(qapp, Settings(theme=ThemeChoice.LIGHT))
    yield theme()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme().apply(qapp, Settings(theme=ThemeChoice.LIGHT))
