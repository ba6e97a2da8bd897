"""What the hands do in the window, plan by plan. Each plan is a generator of things to wait for."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from benchmarks.drive import Step, give, mark
from benchmarks.hands import Hands, Painted

Chosen = dict[str, str]

SEARCHED = 100
"""Key presses that count, at least."""

SCREENS = ("learn", "glossary", "support", "settings", "help", "home")

# --- Start --------------------------------------------------------------------------------


def home(hands: Hands, chosen: Chosen) -> Iterator[Step]:
    """Until Home stands there with its true data: with the button named in `button`."""
    # Watched from the start: the window is painted before it is filled.
    painted = Painted(hands.window, lambda: hands.there(chosen["button"]) is not None)
    yield painted
    mark("home_painted")


def carry_on(hands: Hands, chosen: Chosen) -> Iterator[Step]:
    """*Carry on* as soon as it can be seen, until the right part stands there, scrolled to."""
    yield from home(hands, {"button": "carry_on"})
    hands.press("carry_on")
    ground = hands.ground("reading_view")
    scroll = hands.window.findChild(QScrollArea, "reading_view").verticalScrollBar()
    yield Painted(
        ground, lambda: hands.text("part_heading") == chosen["part"] and scroll.value() > 0
    )
    mark("part_painted")


# --- Unlocking ----------------------------------------------------------------------------


def unlock(hands: Hands, chosen: Chosen) -> Iterator[Step]:
    """Enter on the passphrase, until Reflect stands there with its entries."""
    yield lambda: hands.button("nav_reflect") is not None
    hands.press("nav_reflect")
    yield lambda: hands.there("unlock_passphrase") is not None
    # what is imported in the background comes while a person types
    yield hands.calm(1.0)
    field = hands.there("unlock_passphrase")
    field.setFocus()
    QTest.keyClicks(field, chosen["passphrase"])
    yield hands.calm(0.3)

    def stands() -> bool:
        entries = hands.there("reflect_entries")
        return entries is not None and bool(entries.settled) and entries.list.model().rowCount() > 0

    painted = Painted(hands.window, stands)
    begun = time.monotonic()
    QTest.keyClick(field, Qt.Key.Key_Return)
    yield painted
    give({"ms": (painted.at - begun) * 1000})


# --- Searching the journal ----------------------------------------------------------------


def search_journal(hands: Hands, chosen: Chosen) -> Iterator[Step]:
    """Types words into Reflect's search, a letter at a time; key press to settled list."""
    yield lambda: hands.button("nav_reflect") is not None
    private = hands.window.arrivals.session.private
    private.unlock(chosen["passphrase"])
    yield lambda: private.is_open
    hands.press("nav_reflect")
    yield lambda: hands.there("reflect_search") is not None
    yield hands.calm(0.3)
    field, entries = hands.there("reflect_search"), hands.there("reflect_entries")
    field.setFocus()
    taken: list[float] = []
    while len(taken) < SEARCHED:
        for word in chosen["words"].split(","):
            field.clear()
            yield hands.calm()
            for letter in word:
                painted = Painted(entries.list.viewport(), lambda: entries.settled)
                begun = time.monotonic()
                QTest.keyClick(field, letter)
                yield painted
                taken.append((painted.at - begun) * 1000)
                yield hands.calm(0.01)
    give({"taken": taken})


# --- Turning parts ------------------------------------------------------------------------


def turns(hands: Hands, chosen: Chosen) -> Iterator[Step]:
    """Turns to `part` of `module` again and again from its neighbour; click to painted."""
    yield from _open_module(hands, chosen["module"])
    there, neighbour = chosen["title"], chosen["neighbour"]
    onward, back = ("next_part", "previous_part")
    if chosen["first"] == "yes":
        onward, back = back, onward
    yield from _read_on_to(hands, neighbour)
    taken: list[float] = []
    for _ in range(int(chosen["times"])):
        if hands.button("note_continue"):
            hands.press("note_continue")
            yield hands.calm()
        yield from _turn(hands, onward, there, taken if not _has_note(chosen) else [])
        if _has_note(chosen):
            yield from _past_note(hands, taken)
        yield from _turn(hands, back, neighbour, [])
    give({"taken": taken})


def _turn(hands: Hands, button: str, title: str, taken: list[float]) -> Iterator[Step]:
    painted = Painted(hands.ground("reading_view"), lambda: hands.text("part_heading") == title)
    begun = time.monotonic()
    hands.press(button)
    yield painted
    taken.append((painted.at - begun) * 1000)
    yield hands.calm()


def _past_note(hands: Hands, taken: list[float]) -> Iterator[Step]:
    painted = Painted(hands.ground("reading_view"), lambda: hands.there("show_note") is not None)
    begun = time.monotonic()
    hands.press("note_continue")
    yield painted
    taken.append((painted.at - begun) * 1000)
    yield hands.calm()


def _has_note(chosen: Chosen) -> bool:
    return chosen["note"] == "yes"


def _open_module(hands: Hands, module_id: str) -> Iterator[Step]:
    yield lambda: hands.button("nav_learn") is not None
    hands.press("nav_learn")
    yield lambda: hands.button(f"open_{module_id}") is not None
    hands.press(f"open_{module_id}")
    yield lambda: hands.there("part_heading") is not None
    yield hands.calm()


def _read_on_to(hands: Hands, title: str) -> Iterator[Step]:
    """Next, and past content notes, until the part of that title is open."""
    while (here := hands.text("part_heading")) != title:
        if hands.button("note_continue"):
            hands.press("note_continue")
            yield hands.calm()
        hands.press("next_part")
        yield lambda here=here: hands.text("part_heading") != here
        yield hands.calm()


# --- A walk through a whole module --------------------------------------------------------


def walk(hands: Hands, chosen: Chosen) -> Iterator[Step]:
    """Everything that can be pressed in a module, from the first part to the closing page."""
    beat = _heartbeat(hands)
    yield from _open_module(hands, chosen["module"])
    opened = beat.take()
    titles: list[str] = []
    for _ in range(int(chosen["parts"])):
        titles.append(hands.text("part_heading"))
        yield from _meet_note(hands)
        for card in _cards(hands, "check_"):
            yield from _try_question(hands, card)
        for card in _cards(hands, "scenario_"):
            yield from _play(hands, card)
        yield from _scroll_through(hands, "reading_view")
        if hands.button("next_part"):
            hands.press("next_part")
            yield lambda: hands.text("part_heading") != titles[-1]
            yield hands.calm()
    hands.press("finish_module")
    yield lambda: hands.there("closing_page") is not None
    yield hands.calm(0.3)
    yield from _scroll_through(hands, "reading_view")
    yield from _answer(hands, beat, opened, {"parts": titles})


def _meet_note(hands: Hands) -> Iterator[Step]:
    """The summary first, then the whole part."""
    if hands.button("note_summary"):
        hands.press("note_summary")
        yield lambda: hands.button("summary_full") is not None
        yield hands.calm()
        hands.press("summary_full")
        yield lambda: hands.there("show_note") is not None
        yield hands.calm()


def _cards(hands: Hands, prefix: str) -> list[str]:
    """The names of the cards of a kind in the part that is open."""
    page = hands.ground("reading_view")
    cards = [w for w in page.findChildren(QWidget) if w.metaObject().className().endswith("Card")]
    return [w.objectName() for w in cards if w.objectName().startswith(prefix) and w.isVisible()]


def _inside(hands: Hands, card: str, name: str) -> Callable[[], Any]:
    """The button of that name inside a card, looked for anew each time."""

    def find() -> Any:
        holder = hands.there(card)
        found = [] if holder is None else holder.findChildren(QWidget, name)
        return next((w for w in found if w.isVisible() and w.isEnabled()), None)

    return find


def _press_inside(hands: Hands, card: str, name: str) -> Iterator[Step]:
    find = _inside(hands, card, name)
    yield lambda: find() is not None
    hands.label = f"press {name} in {card}"
    find().click()
    yield hands.calm()


def _try_question(hands: Hands, card: str) -> Iterator[Step]:
    """Every option in turn, each checked and tried again; then skipped, and tried after all."""
    number = 1
    while _inside(hands, card, f"option_{number}")() is not None:
        yield from _press_inside(hands, card, f"option_{number}")
        yield from _press_inside(hands, card, "check_answer")
        if _inside(hands, card, "check_show")() is not None:
            yield from _press_inside(hands, card, "check_show")
        yield from _press_inside(hands, card, "check_try_again")
        number += 1
    yield from _press_inside(hands, card, "check_skip")
    yield from _press_inside(hands, card, "check_unskip")


def _play(hands: Hands, card: str) -> Iterator[Step]:
    """Each first choice of a scenario until its end; then again with the second ones."""
    for taken in ("choice_1", "choice_2"):
        for _ in range(40):
            if _inside(hands, card, "scenario_ending")() is not None:
                break
            names = (taken, "choice_1", "scenario_next")
            name = next((n for n in names if _inside(hands, card, n)() is not None), None)
            if name is None:
                break
            yield from _press_inside(hands, card, name)
        if _inside(hands, card, "scenario_again")() is not None:
            yield from _press_inside(hands, card, "scenario_again")


def _scroll_through(hands: Hands, name: str) -> Iterator[Step]:
    """A screen at a time to the end."""
    area = hands.there(name)
    if not isinstance(area, QScrollArea):
        return
    bar = area.verticalScrollBar()
    while bar.value() < bar.maximum():
        hands.label = f"scroll {name}"
        bar.setValue(bar.value() + max(1, bar.pageStep()))
        yield hands.calm(0.02)


# --- A tour of every page -----------------------------------------------------------------


def tour(hands: Hands, chosen: Chosen) -> Iterator[Step]:
    """Every page, twice: the first time it is built, the second time it is only shown."""
    beat = _heartbeat(hands) if chosen.get("beat") == "yes" else None
    yield hands.calm(0.05)
    opened = beat.take() if beat else None
    for _ in range(2):
        yield from _every_page(hands, chosen["module"])
    if beat and opened:
        yield from _answer(hands, beat, opened, {})
        return
    yield hands.calm(1.0)
    give({"anonymous": anonymous_kib(), "proportional": proportional_kib()})


def _every_page(hands: Hands, module_id: str) -> Iterator[Step]:
    for screen in SCREENS:
        hands.press(f"nav_{screen}")
        yield hands.calm(0.1)
        page = hands.window.stage.page()
        yield from _scroll_through(hands, page.scroll.objectName())
    yield from _open_module(hands, module_id)
    yield from _scroll_through(hands, "reading_view")
    hands.act("show_about")
    yield hands.calm(0.1)
    yield from _quick_search(hands)
    hands.press("hide_screen")
    yield hands.calm(0.1)
    hands.press("hidden_back")
    yield hands.calm(0.1)
    hands.press("immediate_help")
    yield hands.calm(0.1)


def _quick_search(hands: Hands) -> Iterator[Step]:
    """Letter by letter, as somebody types."""
    hands.act("quick_search")
    yield hands.calm(0.1)
    dialog = QApplication.activeModalWidget()
    for typed in ("t", "tr", "tra", "trau", "traum", "trauma"):
        hands.label = f"search for {typed}"
        dialog.field.setText(typed)
        yield hands.calm(0.05)
    dialog.reject()
    yield hands.calm(0.05)


# --- What they share ----------------------------------------------------------------------


def _heartbeat(hands: Hands) -> Any:
    from benchmarks.heartbeat import Heartbeat

    return Heartbeat(lambda: hands.label)


def _answer(
    hands: Hands, beat: Any, opened: tuple[float, list[Any]], more: dict[str, Any]
) -> Iterator[Step]:
    """What was late, with the idle lateness of the same process for comparison."""
    worst, gaps = beat.take()
    hands.label = "idle"
    yield hands.calm(1.5)
    idle, _ = beat.take()
    beat.stop()
    give(
        {
            "worst": max(worst, opened[0]),
            "idle": idle,
            "gaps": [*opened[1], *gaps],
            **more,
        }
    )


def anonymous_kib() -> int:
    """Memory that only this process has: what it would give back if it ended."""
    return _rollup("Anonymous:")


def proportional_kib() -> int:
    """Its own memory and its share of what several processes use."""
    return _rollup("Pss:")


def _rollup(name: str) -> int:
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


# --- Author -------------------------------------------------------------------------------


def author(hands: Hands, chosen: Chosen) -> Iterator[Step]:
    """Saves a module as another editor does, some times over: until the page shows it.

    Each time beside that, in the same process: reading the module once and building the part.
    """
    from tiapp.gui.kit.places import Destination, Screen

    pack, file = Path(chosen["pack"]), Path(chosen["file"])
    yield hands.calm(0.5)
    hands.label = "go to Author"
    hands.window.stage.go(Destination(Screen.AUTHOR))
    yield hands.calm()
    hands.label = "open the pack"
    hands.window.stage.page().open_pack(pack)
    yield lambda: hands.there("preview") is not None and bool(hands.all("part_heading"))
    yield hands.calm(0.3)
    preview = hands.there("preview")
    hands.window.stage.page().ensure_visible(preview)
    yield hands.calm(0.3)
    text = file.read_text("utf-8")
    heading = text.index("\n## ") + 4
    floors, taken = [], []
    for number in range(int(chosen["times"])):
        title = f"Saved {number} "
        painted = Painted(
            preview.view.widget(), lambda title=title: hands.text("part_heading").startswith(title)
        )
        beside = file.with_name("module.md~")
        beside.write_text(f"{text[:heading]}{title}{text[heading:]}", "utf-8")
        begun = time.monotonic()
        hands.label = f"save {number}"
        beside.replace(file)
        yield painted
        taken.append((painted.at - begun) * 1000)
        yield hands.calm(0.2)
        floors.append(_read_and_build(file, pack) * 1000)
        yield hands.calm(0.1)
    give({"taken": taken[1:], "floors": floors[1:]})


def _read_and_build(file: Path, pack: Path) -> float:
    """Seconds that the first part of a module takes from its file to widgets with a size."""
    from tiapp.gui.learning.block_context import BlockContext
    from tiapp.gui.learning.block_widgets import fill
    from tiapp.gui.learning.part_body import PartBody
    from tiapp.learning.module_reader import read_module

    begun = time.monotonic()
    module = read_module(file, "", pack).module
    part = module.parts[0]
    body = PartBody(part, BlockContext(fill, module_id=module.id, part_id=part.id))
    body.ensurePolished()
    body.layout().activate()
    ended = time.monotonic()
    body.deleteLater()
    return ended - begun


PLANS: dict[str, Callable[[Hands, Chosen], Iterator[Step]]] = {
    "home": home,
    "carry_on": carry_on,
    "search_journal": search_journal,
    "unlock": unlock,
    "turns": turns,
    "walk": walk,
    "tour": tour,
    "author": author,
}
