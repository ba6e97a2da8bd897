"""The list of destinations: names, icons, and how each page is built when it is first wanted."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tiapp.core.settings import Settings
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Screen
from tiapp.gui.shell.paper_pages import paper_of_modules, paper_page
from tiapp.gui.shell.session import Session


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the navigation."""

    screen: Screen
    words: str
    icon: str


LAST_NUMBERED = 9
"""Rows beyond it have no Ctrl+number: Ctrl+0 is the standard text size."""


def entries() -> list[Entry]:
    """What the navigation shows, in order. What does not exist yet is not there."""
    tr = QCoreApplication.translate
    return [
        Entry(Screen.HOME, tr("Navigation", "Home"), "house"),
        Entry(Screen.LEARN, tr("Navigation", "Learn"), "book-open"),
        Entry(Screen.REFLECT, tr("Navigation", "Reflect"), "notebook-pen"),
        Entry(Screen.CHECK_IN, tr("Navigation", "Check-in"), "sun"),
        Entry(Screen.PLAN, tr("Navigation", "Plan"), "list-checks"),
        Entry(Screen.SUMMARY, tr("Navigation", "My summary"), "file-text"),
        Entry(Screen.GLOSSARY, tr("Navigation", "Glossary"), "book-a"),
        Entry(Screen.SUPPORT, tr("Navigation", "Support"), "life-buoy"),
        Entry(Screen.SETTINGS, tr("Navigation", "Settings"), "settings"),
        Entry(Screen.HELP, tr("Navigation", "Help"), "circle-help"),
    ]


def optional_entries() -> list[Entry]:
    """Rows below the others, each there for who has switched it on in Settings."""
    tr = QCoreApplication.translate
    return [
        Entry(Screen.TEAM, tr("Navigation", "Team"), "users"),
        Entry(Screen.AUTHOR, tr("Navigation", "Author"), "pencil"),
    ]


def is_on(screen: Screen, settings: Settings) -> bool:
    """Whether a person's settings show the row of an optional screen."""
    return {Screen.TEAM: settings.team, Screen.AUTHOR: settings.author_tools}.get(screen, True)


def rows_of(settings: Settings) -> list[Entry]:
    """Every row that a person sees."""
    return [*entries(), *(e for e in optional_entries() if is_on(e.screen, settings))]


PARENTS = {
    Screen.MODULE: Screen.LEARN,
    Screen.TOOLS: Screen.LEARN,
    Screen.RESOURCES: Screen.LEARN,
    Screen.TRENDS: Screen.CHECK_IN,
    Screen.VAULT: Screen.SETTINGS,
    Screen.PROFILES: Screen.SUMMARY,
    Screen.ABOUT: Screen.HELP,
}
"""Screens without a row of their own, and the row that stands for them."""


def build(screen: Screen, session: Session) -> Page:
    """Makes a page. Imports are late: a page costs nothing until somebody wants it."""
    services = session.services
    match screen:
        case Screen.HOME:
            from tiapp.gui.home.home_page import HomePage

            return HomePage(
                lambda: session.person.person.name,
                services.clock.now,
                session.home,
                session.worker,
                session.slots,
            )
        case Screen.LEARN:
            from tiapp.gui.learning.learn_page import LearnPage

            return LearnPage(session.shelf, session.worker, session.hub)
        case Screen.MODULE:
            from tiapp.gui.learning.module_page import ModulePage

            return ModulePage(
                services.library,
                session.person.progress,
                session.worker,
                session.hub,
                services.clock.now,
                session.slots,
                paper_of_modules(session),
            )
        case Screen.SUMMARY:
            from tiapp.gui.record.summary_page import SummaryPage

            return SummaryPage(
                lambda: session.person.export, session.files, session.worker, session.hub
            )
        case Screen.PROFILES:
            from tiapp.gui.record.profiles_page import ProfilesPage

            return ProfilesPage(
                lambda: session.person.export,
                lambda: services.profiles,
                lambda: {entry.id: entry.title for entry in services.library.entries()},
                session.files,
                session.worker,
                session.hub,
            )
        case Screen.TOOLS | Screen.RESOURCES:
            return paper_page(screen, session)
        case Screen.GLOSSARY:
            from tiapp.gui.learning.glossary_page import GlossaryPage

            return GlossaryPage(services.library.glossary, session.worker)
        case Screen.SUPPORT:
            return support_page(session)
        case Screen.SETTINGS:
            from tiapp.gui.settings.settings_page import SettingsPage

            return SettingsPage(
                lambda: session.person.settings,
                session.save_settings,
                lambda: session.person.person.name,
                session.rename,
                lambda: bool(services.installation.shared_computer),
                session.save_shared,
                services.paths.data,
                session.hub,
                session.slots,
            )
        case Screen.AUTHOR:
            return author_page(session)
        case Screen.TEAM:
            return team_page(session)
        case Screen.VAULT:
            from tiapp.gui.shell.private_pages import build_vault

            return build_vault(session)
        case Screen.HELP:
            from tiapp.gui.help.help_page import HelpPage
            from tiapp.gui.shell.commands import commands

            keys = [(key, c.words) for c in commands() for key in c.keys[:1]]
            return HelpPage(services.paths.resources / "text" / "help.toml", keys)
        case Screen.REFLECT | Screen.CHECK_IN | Screen.TRENDS | Screen.PLAN:
            raise ValueError(f"{screen} is built by private_pages")
        case Screen.ABOUT:
            from tiapp.gui.help.about_page import AboutPage

            return AboutPage(
                services.paths.resources / "licences", services.paths.data, session.hub
            )


def team_page(session: Session) -> Page:
    """Team, with the calls for what holds on this installation."""
    from tiapp.gui.supervision.rules import Rules
    from tiapp.gui.supervision.team_page import TeamPage

    services = session.services
    rules = Rules(
        lambda: services.installation.summary_purpose,
        services.keep_purpose,
        services.use_team_place,
    )
    return TeamPage(
        lambda: services.team, rules, services.clock, session.files, session.worker, session.hub
    )


def author_page(session: Session) -> Page:
    """Author, with the reader's own widgets for its preview."""
    import os

    from tiapp.authoring.installed import InstalledPacks
    from tiapp.authoring.opener import opener_here
    from tiapp.gui.authoring.author_calls import AuthorCalls
    from tiapp.gui.authoring.author_page import AuthorPage
    from tiapp.gui.learning.preview import ReaderPreview
    from tiapp.gui.shell.paper_pages import paper_of_drafts

    services = session.services
    calls = AuthorCalls(
        services.clock.today,
        lambda: InstalledPacks(services.paths.packs, services.paths.content),
        lambda: services.library.refresh(),
        services.paths.content[0] / "AUTHORING.md" if services.paths.content else Path(),
        lambda: opener_here(services.paths, os.environ, Path.home()),
    )
    return AuthorPage(calls, session.worker, session.hub, ReaderPreview, paper_of_drafts(session))


def support_page(session: Session) -> Page:
    """Support, which also works before anybody has said who they are."""
    from tiapp.gui.support.support_page import SupportPage

    services = session.services
    library = services.library
    return SupportPage(library.support, library.exercises, services.clock.today, session.hub)
