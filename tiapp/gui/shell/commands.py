"""Every action with its words, key and menu. Menus, keys, Quick search and Help share this list."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do from anywhere. `name` is the method of the window that does it."""

    name: str
    words: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    in_search: bool = True


def menu_names() -> list[str]:
    """The menus in their order, in the language in force."""
    tr = QCoreApplication.translate
    return [
        tr("Commands", "&Steady"),
        tr("Commands", "&Go"),
        tr("Commands", "&View"),
        tr("Commands", "&Help"),
    ]


def commands() -> list[Command]:
    """The commands in the order of the menus. Words are in the language in force."""
    tr = QCoreApplication.translate
    file, go, view, helping = menu_names()
    return [
        Command("new_reflection", tr("Commands", "New reflection"), ("Ctrl+N",), file),
        Command("hide_screen", tr("Commands", "Hide screen"), ("Ctrl+Shift+H",), file),
        Command("lock_room", tr("Commands", "Lock the private room"), ("Ctrl+L",), file),
        Command("switch_person", tr("Commands", "Change who is using Steady"), (), file),
        Command("show_settings", tr("Commands", "Open settings"), ("Ctrl+,",), file, False),
        Command("close", tr("Commands", "Close Steady"), ("Ctrl+Q",), file),
        Command("quick_search", tr("Commands", "Quick search"), ("Ctrl+K",), go, False),
        Command("back", tr("Commands", "Back"), ("Alt+Left",), go, False),
        Command("forward", tr("Commands", "Forward"), ("Alt+Right",), go, False),
        Command("next_part", tr("Commands", "Next part"), ("Ctrl+PgDown",), go, False),
        Command("previous_part", tr("Commands", "Previous part"), ("Ctrl+PgUp",), go, False),
        Command("next_pane", tr("Commands", "Next area of the screen"), ("F6",), go, False),
        Command(
            "previous_pane", tr("Commands", "Previous area of the screen"), ("Shift+F6",), go, False
        ),
        Command(
            "main_action",
            tr("Commands", "Main action on the screen"),
            ("Ctrl+Enter", "Ctrl+Return"),
            go,
            False,
        ),
        Command("find", tr("Commands", "Find on this screen"), ("Ctrl+F",), go, False),
        Command("show_tools", tr("Commands", "Open practice tools"), (), go),
        Command("show_resources", tr("Commands", "Open resources"), (), go),
        Command("larger", tr("Commands", "Larger text"), ("Ctrl++", "Ctrl+="), view),
        Command("smaller", tr("Commands", "Smaller text"), ("Ctrl+-",), view),
        Command("standard_size", tr("Commands", "Standard text size"), ("Ctrl+0",), view),
        Command("use_light", tr("Commands", "Use light colours"), (), view),
        Command("use_dark", tr("Commands", "Use dark colours"), (), view),
        Command("use_system", tr("Commands", "Use the computer's colours"), (), view),
        Command("help_here", tr("Commands", "Help for this screen"), ("F1",), helping),
        Command("immediate_help", tr("Commands", "Immediate help"), ("F2",), helping),
        Command("show_glossary", tr("Commands", "Open the glossary"), (), helping, False),
        Command("show_about", tr("Commands", "About and licences"), (), helping, False),
    ]
