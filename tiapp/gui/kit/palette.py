"""The tokens as a QPalette, and, in high contrast, the system's palette as tokens."""

from PySide6.QtGui import QColor, QPalette

from tiapp.gui.kit.tokens import Tokens

_Role = QPalette.ColorRole

_ROLES = {
    _Role.Window: "page",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "sunken",
    _Role.Text: "text",
    _Role.PlaceholderText: "muted",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "on_primary",
    _Role.ToolTipBase: "surface",
    _Role.ToolTipText: "text",
    _Role.Highlight: "primary",
    _Role.HighlightedText: "on_primary",
    _Role.Accent: "primary",
    _Role.Link: "link",
    _Role.LinkVisited: "link",
    _Role.Light: "surface",
    _Role.Midlight: "sunken",
    _Role.Mid: "border",
    _Role.Dark: "control",
    _Role.Shadow: "focus_edge",
}

_DISABLED = {
    _Role.WindowText: "control",
    _Role.Text: "control",
    _Role.ButtonText: "control",
    _Role.PlaceholderText: "control",
    _Role.Base: "page",
    _Role.Highlight: "border",
    _Role.HighlightedText: "text",
}


def to_palette(tokens: Tokens) -> QPalette:
    """Every role from a token, so that nothing shows a colour of Qt's own."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(getattr(tokens, token)))
    for role, token in _DISABLED.items():
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(getattr(tokens, token)))
    return palette


def from_palette(palette: QPalette) -> Tokens:
    """The system's own colours, for high contrast: plain grounds, full-strength text and edges."""

    def name(role: QPalette.ColorRole, group: QPalette.ColorGroup | None = None) -> str:
        return palette.color(group or QPalette.ColorGroup.Active, role).name()

    window, text = name(_Role.Window), name(_Role.WindowText)
    base, link = name(_Role.Base), name(_Role.Link)
    chosen, on_chosen = name(_Role.Highlight), name(_Role.HighlightedText)
    return Tokens(
        dark=palette.color(_Role.Window).lightness() < palette.color(_Role.WindowText).lightness(),
        page=window,
        surface=base,
        sunken=window,
        text=text,
        muted=text,
        border=text,
        control=name(_Role.WindowText, QPalette.ColorGroup.Disabled),
        primary=chosen,
        primary_hover=chosen,
        on_primary=on_chosen,
        primary_soft=chosen,
        on_soft=on_chosen,
        link=link,
        ok=text,
        ok_soft=base,
        info=text,
        info_soft=base,
        care=text,
        care_soft=base,
        attn=text,
        attn_soft=base,
        focus=chosen,
        focus_edge=text,
        series_1=text,
        series_2=text,
        series_3=text,
        series_4=text,
        series_5=text,
    )
