"""Where support is. Immediate help never fails: three numbers stand in this file."""

from datetime import date
from pathlib import Path

from tiapp.learning.model import Contact, LocalContact, Pause, SupportList
from tiapp.learning.problems import Problems
from tiapp.learning.toml_file import open_toml
from tiapp.learning.toml_values import Table

# When these were last checked. Move the date when they are checked again for a release.
_CHECKED = date(2026, 11, 22)

FALLBACK = SupportList(
    note="The support list could not be read. These numbers are part of Steady itself.",
    contacts=(
        Contact(
            "emergency",
            "Emergency services",
            "You, or someone else, in danger now.",
            "999",
            "immediate",
            _CHECKED,
        ),
        Contact(
            "nhs-24",
            "NHS 24",
            "Anyone of any age who needs urgent help with their mental health."
            " Choose the mental health option.",
            "111",
            "health",
            _CHECKED,
            "Every day, 24 hours",
        ),
        Contact(
            "samaritans",
            "Samaritans",
            "Anyone who wants to talk. The call is free.",
            "116 123",
            "talk",
            _CHECKED,
            "Every day, 24 hours",
        ),
    ),
    local=(),
    pause=None,
)
"""What is shown when no support.toml can be read."""


def read_support(path: Path, problems: Problems) -> SupportList | None:
    """The list of a support.toml. What cannot be read is left out; None when nothing is left."""
    top = open_toml(path, problems)
    if top is None:
        return None
    top.only(("note", "contact", "local", "pause"))
    contacts = tuple(contact for table in top.tables("contact") if (contact := _contact(table)))
    local = tuple(place for table in top.tables("local") if (place := _local(table)))
    _no_id_twice(top, problems)
    if not contacts:
        top.fault(
            "contact",
            "There is no number to ring.",
            "Add at least one [[contact]]. Until then Steady shows 999, 111 and Samaritans.",
        )
        return None
    pause = _pause(top.table("pause")) if top.has("pause") else None
    return SupportList(top.text("note"), contacts, local, pause)


def _contact(table: Table) -> Contact | None:
    table.only(
        (
            "id",
            "name",
            "for_whom",
            "number",
            "hours",
            "confidential",
            "need",
            "last_checked",
            "source",
        )
    )
    contact_id = table.id()
    checked = table.day("last_checked", required=True)
    contact = Contact(
        id=contact_id,
        name=table.text("name", required=True, most=200),
        for_whom=table.text("for_whom", required=True),
        number=table.text("number", required=True, most=60),
        need=table.text("need", required=True, most=60),
        # Without a date it counts as long ago, so that the page says: may have changed.
        last_checked=checked or date.min,
        hours=table.text("hours"),
        confidential=table.text("confidential"),
    )
    return contact if contact.name and contact.number else None


def _local(table: Table) -> LocalContact | None:
    table.only(("id", "name", "what_for", "value", "ask", "last_checked"))
    local = LocalContact(
        id=table.id(),
        name=table.text("name", required=True, most=200),
        what_for=table.text("what_for", required=True),
        value=table.text("value"),
        ask=table.text("ask", required=True),
        last_checked=table.day("last_checked"),
    )
    return local if local.name else None


def _pause(table: Table) -> Pause | None:
    table.only(("title", "intro", "steps", "leave"))
    pause = Pause(
        title=table.text("title", required=True, most=200),
        intro=table.text("intro", required=True),
        steps=table.texts("steps", required=True),
        leave=table.text("leave", required=True),
    )
    return pause if pause.title and pause.steps else None


def _no_id_twice(top: Table, problems: Problems) -> None:
    for kind in ("contact", "local"):
        seen: set[str] = set()
        for table in top.tables(kind):
            value = table.raw("id")
            if isinstance(value, str) and value in seen:
                table.fault("id", f"The id {value[:60]} is used twice.", "Give each its own.")
            elif isinstance(value, str):
                seen.add(value)
