"""The one style sheet, made from the tokens and the text size.

It is plain text with tokens in it: `@surface` is a colour, `{8}` pixels and `{12pt}` points at
100 %, `start` and `end` the sides where a line of reading begins and ends. Colour names that are
no tokens stop the program, so a stray colour cannot creep in.
"""

import re
from collections.abc import Callable
from dataclasses import asdict

from tiapp.gui.kit.stylesheet_controls import CONTROLS
from tiapp.gui.kit.tokens import Tokens

TEXT = """
QWidget { font-size: {12pt}; }
QLabel { background: transparent; color: @text; }
QLabel[textRole="h1"] { font-size: {24pt}; font-weight: 700; }
QLabel[textRole="h2"] { font-size: {18pt}; font-weight: 600; }
QLabel[textRole="h3"] { font-size: {15pt}; font-weight: 600; }
QLabel[textRole="h4"] { font-weight: 700; }
QLabel[textRole="number"] { font-size: {15pt}; font-weight: 600; }
QLabel[textRole="table_header"] { background: @sunken; font-weight: 600; padding: {8} {10}; }
QLabel[textRole="table_cell"] { border-top: 1px solid @border; padding: {8} {10}; }
QLabel[textRole="strong"] { font-weight: 700; }
QLabel[textRole="muted"] { color: @muted; }
QLabel[textRole="small"] { color: @muted; font-size: {10.5pt}; }
QLabel[textRole="brand"] { font-size: {14pt}; font-weight: 700; padding: {4} {10}; }
QLabel[textRole="ok"] { color: @ok; }
QLabel[textRole="care"] { color: @care; }
QLabel[textRole="attn"] { color: @attn; }
QLabel:disabled { color: @control; }
"""

BOXES = """
QMainWindow, QDialog, QWidget#page_body { background: @page; }
QFrame[box="card"], QFrame[box="row"], QPushButton[box="row"] {
    background: @surface; border: 1px solid @border; border-radius: {10};
}
QFrame[box="row"]:hover, QPushButton[box="row"]:hover {
    background: @sunken; border-color: @control;
}
QFrame[box="status"] { background: @surface; border: none; border-top: 1px solid @border; }
QFrame[box="nav"], QFrame[box="navigation"] {
    background: @surface; border: none; border-end: 1px solid @border;
}
QFrame[box="navigation"] QScrollArea, QWidget#nav_rows { background: @surface; }
QFrame[box="bar"] { background: @surface; border: none; border-bottom: 1px solid @border; }
QFrame[box="foot"], QFrame[box="footer"] {
    background: @page; border: none; border-top: 1px solid @border;
}
QFrame[box="sunken"] { background: @sunken; border: none; border-radius: {10}; }
QFrame[box="table"] { background: @surface; border: 1px solid @border; border-radius: {6}; }
QFrame[box="quote"] { background: transparent; border: none; border-start: {3} solid @primary; }
QFrame[box="line"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
"""

BUTTONS = """
QPushButton {
    background: @surface; color: @text; border: 1px solid @control; border-radius: {8};
    padding: {8} {17}; min-height: {22}; icon-size: {18}; outline: none;
}
QPushButton[box="row"] { text-align: left; }
QPushButton:hover { background: @sunken; }
QPushButton:pressed { background: @primary_soft; color: @on_soft; }
QPushButton:checked {
    background: @primary_soft; color: @on_soft; border: 1px solid @primary;
}
QPushButton:disabled, QPushButton[kind="primary"]:disabled {
    background: transparent; color: @control; border: 1px dashed @control;
}
QPushButton[kind="primary"] {
    background: @primary; color: @on_primary; border-color: @primary; font-weight: 600;
}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {
    background: @primary_hover; color: @on_primary; border-color: @primary_hover;
}
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; padding: {8} {9}; }
QPushButton[kind="quiet"]:hover { background: @sunken; color: @text; }
QPushButton[kind="quiet"]:pressed { background: @primary_soft; color: @on_soft; }
QPushButton[kind="quiet"]:checked {
    background: @primary_soft; color: @on_soft; border-color: @primary;
}
QPushButton[kind="quiet"]:disabled { background: transparent; border-color: transparent; }
QPushButton[kind="link"] {
    background: transparent; border: none; color: @link; text-decoration: underline;
    padding: {7} {3}; text-align: left;
}
QPushButton[kind="link"]:hover { color: @text; }
QPushButton[kind="link"]:disabled { color: @control; text-decoration: none; }
QPushButton[kind="nav"] {
    background: transparent; color: @text; border: none; border-start: {4} solid transparent;
    border-radius: {6}; padding: {9} {10}; min-height: {22}; text-align: left;
    icon-size: {20};
}
QPushButton[kind="nav"][narrow="true"] { padding: {9} {6}; }
QPushButton[kind="nav"]:hover { background: @sunken; color: @text; }
QPushButton[kind="nav"]:checked {
    background: @primary_soft; color: @on_soft; border-start: {4} solid @primary;
    border-top-start-radius: 0; border-bottom-start-radius: 0; font-weight: 600;
}
QPushButton[kind="chip"] {
    border-radius: {16}; padding: {4} {13}; min-height: {22};
}
QPushButton[kind="chip"]:checked { border: 1px solid @primary; }
QToolButton {
    background: transparent; color: @text; border: 1px solid transparent; border-radius: {8};
    padding: {7}; min-height: {22}; min-width: {22}; icon-size: {20}; outline: none;
}
QToolButton:hover { background: @sunken; }
QToolButton:pressed, QToolButton:checked {
    background: @primary_soft; color: @on_soft; border-color: @primary;
}
QToolButton:disabled { color: @control; }
"""

PLAIN_BOXES = """
QFrame[box="card"], QFrame[box="row"], QFrame[box="table"], QFrame[box="navigation"] {
    border: 1px solid palette(window-text); border-radius: {4};
}
"""

_PIXELS = re.compile(r"\{([\d.]+)\}")
_POINTS = re.compile(r"\{([\d.]+)pt\}")
_COLOUR = re.compile(r"@(\w+)")
_INKS = re.compile(r"\b(color|background|border-top): [^;]*(@\w+|transparent);")


def build(
    tokens: Tokens, px: Callable[[float], int], pt: Callable[[float], float], rtl: bool = False
) -> str:
    """The style sheet. KeyError for a colour that is not a token."""
    colours = asdict(tokens)
    sheet = _sides(TEXT + BOXES + BUTTONS + CONTROLS, rtl)
    sheet = sheet.replace("look:", "look:dark/" if tokens.dark else "look:light/")
    return _COLOUR.sub(lambda match: colours[match[1]], _sized(sheet, px, pt))


def build_plain(px: Callable[[float], int], pt: Callable[[float], float]) -> str:
    """The style sheet for high contrast: sizes, and boxes edged in the system's text colour."""
    return _sized(_INKS.sub("", TEXT) + PLAIN_BOXES, px, pt)


def _sized(sheet: str, px: Callable[[float], int], pt: Callable[[float], float]) -> str:
    sheet = _POINTS.sub(lambda match: f"{pt(float(match[1])):g}pt", sheet)
    return _PIXELS.sub(lambda match: f"{px(float(match[1]))}px", sheet)


def _sides(sheet: str, rtl: bool) -> str:
    """Qt mirrors alignments and positions by itself, but not borders, paddings and sliders."""
    start, end = ("right", "left") if rtl else ("left", "right")
    done = "add-page" if rtl else "sub-page"
    sheet = re.sub(r"(border|padding|margin)(-top|-bottom|)-start\b", rf"\1\2-{start}", sheet)
    sheet = re.sub(r"(border|padding|margin)(-top|-bottom|)-end\b", rf"\1\2-{end}", sheet)
    sheet = sheet.replace("arrow-end.svg", f"arrow-{end}.svg")
    return sheet.replace("::page-done", f"::{done}")
