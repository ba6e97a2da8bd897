"""How private pages are built, and what the private room adds to other pages: open, and shut.

Each private page has its case in `build_private`; what it adds elsewhere has a line in
`fill_slots`, or in `fill_slots_shut` for what is there without an open room. Imports are late: a
page costs nothing until somebody wants it.
"""

from typing import TYPE_CHECKING

from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.slots import Slots

if TYPE_CHECKING:
    from tiapp.gui.private.check_in_calls import CheckInCalls
    from tiapp.gui.private.reflect_moving import MovingView
    from tiapp.gui.private.reminder_settings import ReminderSection
    from tiapp.gui.private.vault_tools import VaultTools
    from tiapp.gui.shell.session import Session
    from tiapp.private.room import Room

PRIVATE = frozenset({Screen.REFLECT, Screen.CHECK_IN, Screen.TRENDS, Screen.PLAN})
"""Screens that exist only while the room is open; the door stands in their place otherwise."""

GONE_WHEN_LOCKED = PRIVATE | {Screen.VAULT}
"""Screens whose pages are deleted when the room locks."""


def needs_open(there: Destination, session: "Session") -> bool:
    """Whether the door comes first while the room is not open."""
    if there.screen is not Screen.VAULT:
        return there.screen in PRIVATE
    from tiapp.gui.private.vault_page import OPEN_ONLY

    return there.term in OPEN_ONLY and session.private.state == "locked"


def build_vault(session: "Session") -> Page:
    """The page about the room itself: setting up, passphrase, code, backups, erasing."""
    from tiapp.gui.private.vault_page import VaultPage

    return VaultPage(_vault_tools(session))


def _vault_tools(session: "Session") -> "VaultTools":
    from tiapp.gui.private.vault_tools import VaultTools

    private, services = session.private, session.services
    return VaultTools(
        state=lambda: private.state,
        vault=private.vault,
        hub=session.hub,
        resources=services.paths.resources,
        today=services.clock.today,
        room=lambda: private.room,
        worker=lambda: private.worker if private.is_open else session.worker,
        create=private.create,
        lock=private.lock,
        erase=private.erase,
    )


def _settings_sections(slots: Slots, session: "Session") -> None:
    """Privacy and lock is always there; what can be done with data, as soon as there is any."""
    from tiapp.gui.private.data_section import DataSection
    from tiapp.gui.private.privacy_section import PrivacySection

    tools = _vault_tools(session)
    slots.settings.append(
        PrivacySection(tools, lambda: session.person.settings, session.save_settings)
    )
    if session.private.state in ("locked", "open"):
        slots.settings.append(DataSection(tools))


def build_door(session: "Session") -> Page:
    """What stands where a private page would be, as long as the room is not open."""
    from tiapp.gui.private.door_calls import DoorCalls
    from tiapp.gui.private.door_page import DoorPage

    private = session.private
    return DoorPage(
        DoorCalls(
            state=lambda: private.state,
            vault=private.vault,
            worker=session.worker,
            unlock=private.unlock,
            unlock_with_code=private.unlock_with_code,
            wait_left=private.vault.waiting.left,
            trouble=lambda: private.trouble,
            try_again=private.try_again,
            let_go=private.let_go,
        )
    )


def build_private(screen: Screen, session: "Session", room: "Room") -> Page:
    """A private page, for as long as the room is open. It asks through `session.private.worker`."""
    match screen:
        case Screen.REFLECT:
            from tiapp.gui.private.reflect_page import ReflectPage

            library = session.services.library
            return ReflectPage(
                journal=room.journal,
                prompts=lambda: (library.prompts(), library.guided()),
                moving=lambda: _moving(session, room),
                worker=session.private.worker,
                hub=session.hub,
                now=session.services.clock.now,
            )
        case Screen.CHECK_IN:
            from tiapp.gui.private.check_in_page import CheckInPage

            return CheckInPage(_check_in_calls(session, room), session.hub)
        case Screen.TRENDS:
            from tiapp.gui.private.trends_page import TrendsPage

            return TrendsPage(_check_in_calls(session, room), session.hub)
        case Screen.PLAN:
            from tiapp.gui.private.plan_page import PlanCalls, PlanPage

            services = session.services
            resources = services.paths.resources
            calls = PlanCalls(room.plan, services.clock.now, resources, session.private.worker)
            return PlanPage(calls, session.hub)
    # Each owner gives a screen its case here; until then its page is bare.
    return Page(screen.value.capitalize(), f"{screen.value}_page")


def _moving(session: "Session", room: "Room") -> "MovingView":
    """Bringing entries in and taking them out, within Reflect."""
    from tiapp.gui.kit.dates import long_date
    from tiapp.gui.private.reflect_moving import MovingCalls, MovingView
    from tiapp.private.exporters.encrypted import copy_backup
    from tiapp.private.exporters.paper import write_pdf
    from tiapp.private.exporters.plain import write_json, write_markdown
    from tiapp.private.importers.text_folder import read_folder

    journal, resources = room.journal, session.services.paths.resources
    calls = MovingCalls(
        bring_in=lambda folder, dry: journal.bring_in(read_folder(folder), dry_run=dry),
        save_encrypted=lambda folder: copy_backup(room.back_up(), folder),
        save_markdown=lambda target: write_markdown(journal.every(), target),
        save_json=lambda target: write_json(journal.every(), target),
        save_pdf=lambda target, words: write_pdf(
            journal.every(), target, resources, words, long_date
        ),
    )
    return MovingView(calls, session.private.worker, session.hub)


def _check_in_calls(session: "Session", room: "Room") -> "CheckInCalls":
    from tiapp.gui.private.check_in_calls import CheckInCalls

    services = session.services
    return CheckInCalls(
        check_ins=room.check_ins,
        items=services.library.check_in,
        settings=lambda: session.person.settings,
        keep_settings=session.save_settings,
        support=services.library.support,
        now=services.clock.now,
        runner=session.private.worker,
    )


def fill_slots(slots: Slots, session: "Session", room: "Room") -> None:
    """What the open room adds to other pages."""
    from tiapp.gui.private.home_cards import CheckInHomeCard, PlanHomeCard
    from tiapp.gui.private.journal_search import JournalSearch
    from tiapp.gui.private.reader_plan import PlanReaderSlot
    from tiapp.gui.private.reader_reflection import ReflectionReaderSlot
    from tiapp.gui.private.reader_slots import ReaderSlots

    private = session.private
    plans = PlanReaderSlot(room.plan, private.worker, session.services.clock.today, private.closing)
    replies = ReflectionReaderSlot(room.journal, private.worker, private.closing)
    slots.reader = ReaderSlots(plans, replies)
    slots.search.append(JournalSearch(room.journal))
    _settings_sections(slots, session)
    slots.home.append(CheckInHomeCard(lambda: session.person.settings))
    slots.home.append(PlanHomeCard(room.plan, private.worker))
    slots.settings.append(_reminder_section(session, room))


def fill_slots_shut(slots: Slots, session: "Session") -> None:
    """What is added while the room is locked, or there is none: nothing private."""
    from tiapp.gui.private.reader_shut import ShutReaderSlot

    services = session.services
    slots.reader = ShutReaderSlot(
        lambda: session.private.state,
        lambda module_id: services.library.module(module_id),
        services.paths.resources,
        services.clock.today,
        session.worker,
    )
    _settings_sections(slots, session)
    slots.settings.append(_reminder_section(session))


def _reminder_section(session: "Session", room: "Room | None" = None) -> "ReminderSection":
    from tiapp.gui.private.reminder_settings import ReminderSection

    person, save, hub = session.person, session.save_settings, session.hub
    if room is None:
        return ReminderSection(lambda: person.settings, save, hub)
    private = session.private
    return ReminderSection(
        lambda: person.settings, save, hub, room.reminders, private.worker, private.closing
    )
