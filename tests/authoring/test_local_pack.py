"""What an organisation adds about itself is found on the Support page after installing."""

from datetime import date

import pytest

from tests.factories import write_pack
from tiapp.authoring.installed import InstalledPacks
from tiapp.authoring.local_pack import make_local_pack
from tiapp.core.errors import AppError
from tiapp.learning.library import Library
from tiapp.learning.model import LocalContact

SUPPORT = """
note = "Calm."

[[contact]]
id = "emergency"
name = "Emergency services"
for_whom = "Anyone."
number = "999"
need = "immediate"
last_checked = 2026-11-22
source = "Public"

[[local]]
id = "manager"
name = "Manager"
what_for = "A break."
value = ""
ask = "Ask a colleague."

[[local]]
id = "protection-lead"
name = "Protection lead"
what_for = "A worry."
value = ""
ask = "Ask your manager."
"""

LEAD = LocalContact(
    "protection-lead", "Protection lead", "A worry.", "Room 4, 01234", "", date(2026, 11, 1)
)
HUB = LocalContact("hub", 'The "Hub" \\ café 🌿', "Tea.", "Ground floor", "", date(2026, 11, 1))


@pytest.fixture
def library(tmp_path):
    shipped = tmp_path / "content"
    write_pack(shipped / "p", {}, support=SUPPORT)
    packs = InstalledPacks(tmp_path / "packs", [shipped])

    def after(version, *details, organisation="Northshire Council"):
        file = tmp_path / f"{version}.tipack"
        make_local_pack(organisation, details, version, file)
        packs.install(file)
        return Library([shipped], None, packs.current).support()

    return after


def test_details_take_the_place_of_the_rows_they_fill_and_new_ones_come_last(library):
    rows = library(1, LEAD, HUB).local
    assert [row.id for row in rows] == ["manager", "protection-lead", "hub"]
    assert rows[0].ask == "Ask a colleague."
    assert rows[1:] == (LEAD, HUB)


def test_a_later_form_takes_the_place_of_the_one_before(library):
    library(1, LEAD, HUB)
    assert [row.id for row in library(2, HUB).local] == ["manager", "protection-lead", "hub"]


@pytest.mark.parametrize(
    ("detail", "why"),
    [
        (LocalContact("hub", "Hub", "Tea.", "", "", date(2026, 11, 1)), "value"),
        (LocalContact("hub", "Hub", "Tea.", "Here", ""), "last_checked"),
        (LocalContact("the hub", "Hub", "Tea.", "Here", "", date(2026, 11, 1)), "the hub"),
    ],
)
def test_a_detail_without_what_it_needs_is_named(library, detail, why):
    with pytest.raises(AppError) as told:
        library(1, detail)
    assert why in told.value.title


def test_two_organisations_do_not_overwrite_each_other_unnoticed(library):
    library(1, LEAD)
    with pytest.raises(AppError) as told:
        library(2, HUB, organisation="Southshire Council")
    assert "belongs to a pack of Northshire Council" in told.value.title
