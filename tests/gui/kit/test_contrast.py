"""Everything can be read: WCAG contrast of the tokens, and of the style sheet made from them."""

import re
from dataclasses import asdict

import pytest

from tiapp.gui.kit import stylesheet
from tiapp.gui.kit.card import _LOOKS
from tiapp.gui.kit.stylesheet_controls import CONTROLS
from tiapp.gui.kit.tokens import DARK, LIGHT, Tokens

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])

SOURCE = stylesheet.TEXT + stylesheet.BOXES + stylesheet.BUTTONS + CONTROLS
RULE = re.compile(r"([^{}]+)\{((?:[^{}]|\{[\d.]+(?:pt)?\})*)\}")
GROUNDS = ("page", "surface", "sunken")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def rules() -> list[tuple[str, dict[str, str]]]:
    """Selector and declarations of every rule, tokens still by name."""
    found = []
    for selector, inside in RULE.findall(SOURCE):
        pairs = (part.split(":", 1) for part in inside.split(";") if ":" in part)
        found.append((" ".join(selector.split()), {key.strip(): v.strip() for key, v in pairs}))
    return found


def test_the_whole_sheet_was_understood() -> None:
    assert len(rules()) > 100
    assert sum(len(one) for _, one in rules()) == SOURCE.count(";")


@BOTH
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("text", "surface", 13.2),
        ("text", "page", 7),
        ("text", "sunken", 7),
        ("muted", "surface", 7.5),
        ("muted", "page", 7),
        ("muted", "sunken", 6.5),
        ("primary", "surface", 7.3),
        ("primary_hover", "surface", 10),
        ("on_primary", "primary", 7.3),
        ("on_primary", "primary_hover", 7),
        ("on_soft", "primary_soft", 8.6),
        ("link", "surface", 7.7),
        ("link", "page", 7),
        ("ok", "ok_soft", 6.3),
        ("info", "info_soft", 6.6),
        ("care", "care_soft", 7.1),
        ("attn", "attn_soft", 7.0),
        ("text", "ok_soft", 10.5),
        ("text", "info_soft", 10.5),
        ("text", "care_soft", 10.5),
        ("text", "attn_soft", 10.5),
        ("text", "primary_soft", 7),
        ("focus", "focus_edge", 10.3),
    ],
)
def test_words_can_be_read(tokens: Tokens, ink: str, ground: str, least: float) -> None:
    assert ratio(getattr(tokens, ink), getattr(tokens, ground)) >= least


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_controls_can_be_seen(tokens: Tokens, ground: str) -> None:
    for edge in ("control", "primary"):
        assert ratio(getattr(tokens, edge), getattr(tokens, ground)) >= 3


@BOTH
def test_one_colour_of_the_ring_stands_out_on_every_ground(tokens: Tokens) -> None:
    for name, ground in asdict(tokens).items():
        if name in GROUNDS or name.endswith("_soft") or name == "primary":
            best = max(ratio(tokens.focus, ground), ratio(tokens.focus_edge, ground))
            assert best >= 3, name


@BOTH
def test_every_pair_of_words_and_ground_in_the_sheet_can_be_read(tokens: Tokens) -> None:
    for selector, said in rules():
        inks = [v[1:] for k, v in said.items() if k in ("color", "placeholder-text-color")]
        ground = said.get("background", "transparent")
        grounds = [ground[1:]] if ground.startswith("@") else ["page", "surface"]
        for ink in inks or ["text"] if ground.startswith("@") and _holds_words(said) else inks:
            for under in grounds:
                found = ratio(getattr(tokens, ink), getattr(tokens, under))
                assert found >= 4.5, f"{ink} on {under} in {selector}: {found:.1f}"


def _holds_words(said: dict[str, str]) -> bool:
    """False for grounds that are strokes and fillings: scroll bars, sliders, lines."""
    return said["background"] not in ("@primary", "@border", "@control", "@primary_hover")


@BOTH
def test_selected_words_can_be_read(tokens: Tokens) -> None:
    for _, said in rules():
        if "selection-color" in said:
            ink, ground = said["selection-color"][1:], said["selection-background-color"][1:]
            assert ratio(getattr(tokens, ink), getattr(tokens, ground)) >= 7


@BOTH
@pytest.mark.parametrize("kind", sorted(_LOOKS))
def test_callouts_can_be_read(tokens: Tokens, kind: str) -> None:
    ground, ink, _ = _LOOKS[kind]
    assert ratio(tokens.text, getattr(tokens, ground)) >= 7
    assert ratio(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@BOTH
def test_the_sheet_has_no_colour_of_its_own(tokens: Tokens) -> None:
    assert "#" not in re.sub(r"#[a-z]\w*(?=[\s,{])", "", SOURCE), "a colour that is not a token"
    assert not re.search(r"\b(rgba?|hsl|gray|grey|black|white|red)\b", SOURCE)
    built = stylesheet.build(tokens, round, float)
    known = set(asdict(tokens).values())
    assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", built)) <= known
    assert not re.search(r"[@{]\w*[^\s\w.:;-]", built.replace("{\n", "").replace("{ ", ""))


def test_an_unknown_colour_stops_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stylesheet, "TEXT", "QLabel { color: @scarlet; }")
    with pytest.raises(KeyError):
        stylesheet.build(LIGHT, round, float)


@BOTH
def test_lines_of_a_chart_and_their_names_can_be_read_and_differ(tokens: Tokens) -> None:
    colours = [getattr(tokens, f"series_{number}") for number in range(1, 6)]
    assert len(set(colours)) == 5
    assert all(ratio(colour, tokens.surface) >= 4.5 for colour in colours)
