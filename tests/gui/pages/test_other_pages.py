"""Welcome, glossary, help and About."""

import tomllib

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

import tiapp
from tests.window import Steady
from tiapp.core.settings import Theme
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.shell.commands import commands


def test_every_step_of_first_use_can_be_skipped(steady: Steady) -> None:
    steady.open()
    for _ in range(2):
        steady.click("welcome_skip")
    steady.click("welcome_continue")
    assert steady.screen is Screen.HOME
    [person] = steady.services.people.all()
    assert person.name == ""
    assert steady.services.installation.shared_computer is None


def test_what_is_chosen_at_first_use_is_kept(steady: Steady) -> None:
    steady.open()
    QTest.keyClicks(steady.find("welcome_name"), "Isla")
    steady.click("welcome_shared")
    steady.click("welcome_continue")
    box = steady.find("welcome_theme")
    box.setCurrentIndex(2)  # type: ignore[attr-defined]
    steady.click("welcome_continue")
    steady.click("welcome_continue")
    person = steady.services.people.find("Isla")
    assert steady.services.for_person(person).settings.theme is Theme.DARK
    assert steady.services.installation.shared_computer is True


def test_first_use_goes_back_a_step_with_esc_and_keeps_what_was_typed(steady: Steady) -> None:
    steady.open()
    QTest.keyClicks(steady.find("welcome_name"), "Isla")
    steady.click("welcome_continue")
    QTest.keyClick(steady.window, Qt.Key.Key_Escape)
    field = steady.find("welcome_name", QLineEdit)
    assert isinstance(field, QLineEdit) and field.text() == "Isla"


def test_nothing_is_written_before_first_use_is_over(steady: Steady) -> None:
    steady.open()
    QTest.keyClicks(steady.find("welcome_name"), "Isla")
    steady.click("welcome_continue")
    assert steady.services.people.all() == ()


def test_the_next_person_is_not_asked_about_sharing_again(steady: Steady) -> None:
    steady.open()
    steady.click("welcome_shared")
    steady.click("welcome_skip_all")
    steady.window.acts.switch_person()
    steady.click("who_new")
    assert not steady.is_there("welcome_shared")


def test_a_word_from_quick_search_is_in_view_in_the_glossary(steady: Steady) -> None:
    steady.open_as_someone()
    terms = sorted(steady.services.library.glossary(), key=lambda term: term.name.lower())
    last = terms[-1]
    assert steady.window.stage is not None
    steady.window.stage.go(Destination(Screen.GLOSSARY, term=last.name))
    steady.settle()
    bar = steady.page.scroll.verticalScrollBar()
    steady.until(lambda: bar.value() > 0)


def test_the_glossary_is_searched_as_one_types(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.GLOSSARY)
    QTest.keyClicks(steady.find("glossary_search"), "burnout")
    assert "Burnout" in steady.words()
    assert "Trauma champion" not in steady.words()
    QTest.keyClicks(steady.find("glossary_search"), "zzz")
    assert "Nothing matches" in steady.words()


def test_f1_opens_help_at_the_section_for_the_screen(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SUPPORT)
    QTest.keyClick(steady.window, Qt.Key.Key_F1)
    steady.settle()
    assert steady.screen is Screen.HELP
    bar = steady.page.scroll.verticalScrollBar()
    steady.until(lambda: bar.value() > 0)


def test_help_lists_every_key(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.HELP)
    words = steady.words()
    for command in commands():
        if command.keys:
            assert command.words in words and command.keys[0].split("+")[0] in words


def test_every_help_section_is_for_a_screen_that_exists(steady: Steady) -> None:
    text = steady.services.paths.resources / "text" / "help.toml"
    sections = tomllib.loads(text.read_text(encoding="utf-8"))["section"]
    names = {name for section in sections for name in section["screens"]}
    assert names <= {screen.value for screen in Screen}


def test_about_tells_version_review_and_licences(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.ABOUT)
    words = steady.words()
    assert tiapp.__version__ in words
    assert "not yet been reviewed by trauma specialists" in words
    for name in ("PySide6", "Atkinson Hyperlegible Next", "Lucide", "SQLAlchemy"):
        assert name in words


def test_a_licence_opens_in_full_where_it_is_named(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.ABOUT)
    buttons = [b for b in steady.window.findChildren(QLineEdit)]
    assert buttons == []
    licences = steady.services.paths.resources / "licences" / "third-party.toml"
    parts = tomllib.loads(licences.read_text(encoding="utf-8"))["part"]
    named = next(part for part in parts if part.get("text"))
    steady.click(f"licence_{named['name']}")
    [view] = [v for v in steady.page.findChildren(QPlainTextEdit) if v.isVisible()]
    assert view.isReadOnly() and len(view.toPlainText()) > 500
