"""Which blocks there are, what they take, and where they may stand."""

from dataclasses import dataclass, field

OPTIONS: dict[str, tuple[str, ...]] = {
    "callout": ("id", "kind"),
    "content-note": ("id",),
    "summary": (),
    "reflect": ("id",),
    "check": ("id",),
    "scenario": ("id",),
    "scene": ("id", "next", "ending"),
    "plan": ("id",),
}
"""Every block there is, with the options it takes."""

INSIDE: dict[str, tuple[str, ...]] = {
    "": ("callout", "content-note", "reflect", "check", "scenario", "plan"),
    "content-note": ("summary",),
    "scenario": ("scene",),
    "scene": ("callout",),
}
"""Which blocks may stand inside which; "" is the part itself."""


@dataclass(slots=True)
class Opening:
    """A block as its opening lines say it is."""

    number: int
    name: str
    title: str
    line: int
    slashes: int
    parent: "Opening | None"
    options: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The block's id, or nothing."""
        return self.options.get("id", "")
