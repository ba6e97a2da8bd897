"""The page about every rule, made from the rules' own docstrings: docs/checks.md."""

from tiapp.authoring.checks import RULES
from tiapp.authoring.findings import Group, Rule

_TOP = """\
# What the check looks for

`tiapp content check PATH`, and *Check* on the Author screen, go through a pack or module by these
rules. Each finding names its rule, file and line, the words, and how to put it right. An
**error** stops a pack from being made; a **warning** deserves a look; a **note** is good to know.

A pack can turn a rule off in its pack.toml, with a reason that is listed. `module` and `words`
narrow it down and may be left out:

    [[check_off]]
    rule = "unkind-word"
    module = "language-and-culture"
    words = "addict"
    reason = "The part is about this word."

It can also choose its own thresholds, and name the ids of parts and blocks that are gone for good:

    [check]
    reading_age = 11
    longest_sentence = 30
    retired_ids = ["what-trauma-is#types"]

This page is made from the rules themselves (`python tools/check_pages.py`).
"""

_GROUPS = {
    Group.STRUCTURE: "Structure: it holds together",
    Group.CARE: "Care: it is safe to read",
    Group.WORDS: "Words: they are plain",
    Group.ACCESS: "Access: everyone can use it",
    Group.FRESHNESS: "Freshness: it is up to date",
}


def page() -> str:
    """The whole page, as it stands in docs/checks.md."""
    lines = [_TOP]
    for group, title in _GROUPS.items():
        lines.append(f"## {title}\n")
        for rule in RULES:
            if rule.group is group:
                lines.append(_section(rule))
    return "\n".join(lines)


def _section(rule: Rule) -> str:
    return f"### {rule.code}\n\n*{str(rule.severity).capitalize()}.* {rule.explanation}\n"


def explanation(code: str) -> str:
    """What the page says about one rule; empty for a code that is none."""
    return next((rule.explanation for rule in RULES if rule.code == code), "")
