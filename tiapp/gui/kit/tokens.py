"""The colours of Steady, light and dark. A colour that is not a token is a defect."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours, as #RRGGBB. Soft grounds come with the ink that goes on them."""

    dark: bool
    page: str
    surface: str
    sunken: str
    text: str
    muted: str
    border: str
    control: str
    primary: str
    primary_hover: str
    on_primary: str
    primary_soft: str
    on_soft: str
    link: str
    ok: str
    ok_soft: str
    info: str
    info_soft: str
    care: str
    care_soft: str
    attn: str
    attn_soft: str
    focus: str
    focus_edge: str
    series_1: str
    series_2: str
    series_3: str
    series_4: str
    series_5: str


LIGHT = Tokens(
    dark=False,
    page="#F5F8F7",
    surface="#FFFFFF",
    sunken="#E9F0EF",
    text="#1B2A30",
    muted="#45575E",
    border="#C7D3D4",
    control="#5F7279",
    primary="#1B5E66",
    primary_hover="#134850",
    on_primary="#FFFFFF",
    primary_soft="#DCECEC",
    on_soft="#123F45",
    link="#0A558A",
    ok="#1A6138",
    ok_soft="#E2F1E7",
    info="#0A558A",
    info_soft="#E3EEF7",
    care="#714600",
    care_soft="#FBF0DC",
    attn="#7A2E5D",
    attn_soft="#F6E8F1",
    focus="#FDD522",
    focus_edge="#1B2A30",
    series_1="#1B6A73",
    series_2="#8A5300",
    series_3="#6A4C93",
    series_4="#2E6B34",
    series_5="#9A3B6B",
)

DARK = Tokens(
    dark=True,
    page="#131B1E",
    surface="#1B262A",
    sunken="#243238",
    text="#E8EFEF",
    muted="#B3C2C5",
    border="#3A4A50",
    control="#8C9FA5",
    primary="#86CFCF",
    primary_hover="#A6DEDE",
    on_primary="#0C2A2E",
    primary_soft="#1F3F44",
    on_soft="#C5E8E8",
    link="#8CC4EE",
    ok="#8FD3A8",
    ok_soft="#1D3828",
    info="#8CC4EE",
    info_soft="#1B3346",
    care="#EBC27A",
    care_soft="#3D3118",
    attn="#E6A9CC",
    attn_soft="#412536",
    focus="#FDD522",
    focus_edge="#131B1E",
    series_1="#7FD0D2",
    series_2="#EBBE73",
    series_3="#C3A8EA",
    series_4="#96D39C",
    series_5="#EFA3C8",
)
