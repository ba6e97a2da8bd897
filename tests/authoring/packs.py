"""A small pack that passes the check without a word, and ways to spoil it."""

from datetime import date
from pathlib import Path

from tests.factories import write_pack
from tiapp.authoring.check import Report, check
from tiapp.authoring.findings import Finding

TODAY = date(2026, 11, 27)

MODULE = """\
+++
id = "a-calm-start"
title = "A calm start"
version = 2
level = "informed"
minutes = 2
audience = "Everyone"
topics = ["Basics"]
outcomes = ["begin a talk calmly"]
checked_against_sources = 2026-11-01
language = "en"

[reviewed_by]
specialist = "Somebody"
lived_experience = "Somebody else"

[[sources]]
title = "A toolkit"
publisher = "Somebody"
year = 2023
used_for = "the idea"

[[changes]]
version = 1
what = "First edition."

[[changes]]
version = 2
what = "Plainer words."
+++

## Say what comes next {#what-comes-next}

Say who you are. Say what will happen now. Then people can let their shoulders down.

/// check
    id: which-opening

What fits best at the desk?

- [ ] You again?
    > It may be kindly meant. He may hear that he is a nuisance.
- [x] Hello again.
    > This shows that you know him.
///

## Take it with you {#take-it-with-you}

Nobody manages this every time.

/// plan
    id: my-plan

If somebody comes to my desk, then I will first say who I am.
///

/// callout | Before you go
    id: close
    kind: settle

Look up from the screen for a moment.
///
"""

SUPPORT = """\
[[contact]]
id = "emergency"
name = "Emergency services"
for_whom = "You, or someone else, in danger now."
number = "999"
need = "immediate"
last_checked = 2026-11-01
"""

SCENARIO = """\
//// scenario | At the desk
    id: at-the-desk

The people are made up.

/// scene | The start
    id: start

A man comes in.

- [Say hello](#looking-back)
    > He nods.
- [Look away](#looking-back)
    > He waits.
///

/// scene | Looking back
    id: looking-back
    ending: yes

He has been seen.
///
////
"""

CHECK_BLOCK = MODULE[MODULE.index("/// check") : MODULE.index("## Take it")]


def spoiled(*pairs: tuple[str, str], text: str = MODULE) -> str:
    """The module with these words changed; each must be there exactly once."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def with_text(text: str) -> str:
    """The module with this text in its first part."""
    return spoiled(("Say what will happen now.", f"Say what will happen now.\n\n{text}\n\n"))


def pack_with(folder: Path, *modules: str, more: str = "", **files: str) -> Path:
    """A pack of these modules; `more` is TOML for pack.toml."""
    names = {f"{n:02}-a-module": text for n, text in enumerate(modules or (MODULE,), 1)}
    pack = write_pack(folder, names, **files)
    if more:
        file = pack / "pack.toml"
        file.write_text(file.read_text("utf-8") + more, "utf-8")
    return pack


def report_on(folder: Path, *modules: str, **files: str) -> Report:
    """The check of such a pack on the day of the tests."""
    return check(pack_with(folder, *modules, **files), TODAY)


def findings(folder: Path, *modules: str, **files: str) -> tuple[Finding, ...]:
    """What is found in it."""
    return report_on(folder, *modules, **files).findings


def only(found: tuple[Finding, ...], code: str) -> Finding:
    """The one finding there is, which is of this rule."""
    assert [finding.code for finding in found] == [code], [str(f) for f in found]
    return found[0]
