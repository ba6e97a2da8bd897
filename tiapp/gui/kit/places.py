"""Where a person can go. Pages emit a Destination; the shell takes them there."""

from dataclasses import dataclass
from enum import StrEnum


class Screen(StrEnum):
    """The screens that exist so far. More arrive with the features that need them."""

    HOME = "home"
    LEARN = "learn"
    MODULE = "module"
    REFLECT = "reflect"
    CHECK_IN = "check-in"
    TRENDS = "trends"
    PLAN = "plan"
    VAULT = "vault"
    SUMMARY = "summary"
    PROFILES = "profiles"
    TOOLS = "tools"
    RESOURCES = "resources"
    GLOSSARY = "glossary"
    SUPPORT = "support"
    AUTHOR = "author"
    TEAM = "team"
    SETTINGS = "settings"
    HELP = "help"
    ABOUT = "about"


NEW = "new"
"""As a Destination's item: not one that is there, but a new one."""

MOVING = "moving"
"""Likewise: where entries are brought in and taken out."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A screen, and within it a module, one of its parts, or a word of the glossary.

    `resume` asks the reader to go to the very place where the person stopped. `item` is the id of
    something private, never words: a Destination outlives the locking of the private room.
    `file` is a pack file that somebody opened from outside.
    """

    screen: Screen
    module_id: str = ""
    part_id: str = ""
    term: str = ""
    item: str = ""
    file: str = ""
    resume: bool = False
