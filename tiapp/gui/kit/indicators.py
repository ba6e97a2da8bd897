"""The small pictures that the style sheet needs: ticks, dots and arrows, in both themes.

A style sheet can only point at files. These are drawn from the tokens and kept in
resources/styles; a test compares. After a change: `python -m tiapp.gui.kit.indicators`.
"""

from tiapp.gui.kit.resources import resources
from tiapp.gui.kit.tokens import DARK, LIGHT, Tokens

_TICK = "M5.5 10.5 8.7 13.6 14.5 6.8"


def _svg(inside: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20"'
        f' fill="none" stroke-linecap="round" stroke-linejoin="round">{inside}</svg>\n'
    )


def _line(path: str, colour: str, width: float = 2) -> str:
    return f'<path d="{path}" stroke="{colour}" stroke-width="{width}"/>'


def _box(edge: str, fill: str, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="2.5 2.5" stroke-linecap="butt"' if dashed else ""
    return (
        f'<rect x="1" y="1" width="18" height="18" rx="4" fill="{fill}" stroke="{edge}"'
        f' stroke-width="1.5"{dash}/>'
    )


def _ring(edge: str, fill: str, width: float = 1.5, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="2.5 2.5" stroke-linecap="butt"' if dashed else ""
    return (
        f'<circle cx="10" cy="10" r="9" fill="{fill}" stroke="{edge}"'
        f' stroke-width="{width}"{dash}/>'
    )


def _dot(colour: str) -> str:
    return f'<circle cx="10" cy="10" r="5" fill="{colour}"/>'


def pictures(tokens: Tokens) -> dict[str, str]:
    """File name to SVG text."""
    t = tokens
    inside = {
        "check-off": _box(t.control, t.surface),
        "check-off-hover": _box(t.primary, t.primary_soft),
        "check-off-disabled": _box(t.control, "none", dashed=True),
        "check-on": _box(t.primary, t.primary) + _line(_TICK, t.on_primary, 2.2),
        "check-on-disabled": _box(t.control, "none", dashed=True) + _line(_TICK, t.control, 2.2),
        "check-part": _box(t.primary, t.primary) + _line("M6 10H14", t.on_primary, 2.2),
        "radio-off": _ring(t.control, t.surface),
        "radio-off-hover": _ring(t.primary, t.primary_soft),
        "radio-off-disabled": _ring(t.control, "none", dashed=True),
        "radio-on": _ring(t.primary, t.surface, 2) + _dot(t.primary),
        "radio-on-disabled": _ring(t.control, "none", dashed=True) + _dot(t.control),
        "tick": _line(_TICK, t.text),
        "arrow-down": _line("M5 7.5 10 12.5 15 7.5", t.text),
        "arrow-down-disabled": _line("M5 7.5 10 12.5 15 7.5", t.control),
        "arrow-up": _line("M5 12.5 10 7.5 15 12.5", t.text),
        "arrow-left": _line("M12.5 5 7.5 10 12.5 15", t.text),
        "arrow-right": _line("M7.5 5 12.5 10 7.5 15", t.text),
    }
    return {f"{name}.svg": _svg(drawn) for name, drawn in inside.items()}


def main() -> None:
    """Writes them all."""
    for folder, tokens in (("light", LIGHT), ("dark", DARK)):
        place = resources() / "styles" / folder
        place.mkdir(parents=True, exist_ok=True)
        for name, text in pictures(tokens).items():
            (place / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
