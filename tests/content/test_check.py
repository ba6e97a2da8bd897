"""The packs that ship with Steady pass their own check."""

from datetime import date
from pathlib import Path

import pytest

from tiapp.authoring.check import check
from tiapp.authoring.findings import Severity

CONTENT = Path(__file__).parents[2] / "content"
PACKS = sorted(path.parent for path in CONTENT.glob("*/pack.toml"))


@pytest.mark.parametrize("pack", PACKS, ids=[pack.name for pack in PACKS])
def test_a_shipped_pack_passes_its_own_check_with_nothing_turned_off(pack: Path) -> None:
    # freshness moves with the calendar, so it is looked at on the day of this release
    report = check(pack, date(2026, 11, 27))
    worth_a_look = [str(f) for f in report.findings if f.severity is not Severity.NOTE]
    assert worth_a_look == []
    assert report.turned_off == ()


@pytest.mark.parametrize("pack", PACKS, ids=[pack.name for pack in PACKS])
def test_what_is_noted_is_that_nobody_has_reviewed_it_yet(pack: Path) -> None:
    report = check(pack, date(2026, 11, 27))
    assert {finding.code for finding in report.findings} <= {"not-reviewed"}
