"""The colours, sizes and distances that everything on screen is made of.

A widget or style rule that needs a colour or a distance takes it from here. Colours are
named for their use; each pair in :data:`TEXT_PAIRS` keeps a contrast of 4.5:1 (WCAG 2 AA)
in both palettes, which a test computes.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one theme, as ``#RRGGBB``.

    A name that ends in ``_soft`` is a background for text in the colour it is called after;
    ``on_…`` is text upon that colour.
    """

    dark: bool
    window: str
    surface: str
    raised: str
    sunken: str
    hover: str
    control: str
    control_hover: str
    control_pressed: str
    line: str
    line_strong: str
    outline: str
    text: str
    text_muted: str
    text_disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    accent_text: str
    on_accent: str
    focus: str
    inverse: str
    inverse_hover: str
    inverse_accent: str
    on_inverse: str
    calm: str
    calm_soft: str
    warm: str
    warm_soft: str
    urgent: str
    urgent_soft: str
    late: str
    late_soft: str
    done: str
    done_soft: str


LIGHT = Palette(
    dark=False,
    window="#F5F6F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#E9ECF0",
    hover="#F0F2F5",
    control="#FFFFFF",
    control_hover="#F3F5F7",
    control_pressed="#E6E9EE",
    line="#E1E4E9",
    line_strong="#C9CED6",
    outline="#848C9A",
    text="#191D24",
    text_muted="#586070",
    text_disabled="#939AA6",
    accent="#3157D5",
    accent_hover="#294BBD",
    accent_pressed="#213E9F",
    accent_soft="#E7ECFC",
    accent_text="#2A4EC4",
    on_accent="#FFFFFF",
    focus="#3157D5",
    inverse="#22262E",
    inverse_hover="#383E49",
    inverse_accent="#B4C3FF",
    on_inverse="#F4F5F7",
    calm="#0B686C",
    calm_soft="#E0F1F1",
    warm="#835300",
    warm_soft="#FCEFD2",
    urgent="#AC3707",
    urgent_soft="#FDE6DA",
    late="#A51237",
    late_soft="#FBE4E9",
    done="#286C33",
    done_soft="#E2F2E4",
)

DARK = Palette(
    dark=True,
    window="#14161A",
    surface="#1B1E23",
    raised="#23272E",
    sunken="#2C313A",
    hover="#262A31",
    control="#2A2F38",
    control_hover="#333944",
    control_pressed="#3B424E",
    line="#2D323B",
    line_strong="#434A56",
    outline="#78818F",
    text="#E9EBEF",
    text_muted="#A6AEBB",
    text_disabled="#6D7582",
    accent="#4767DE",
    accent_hover="#4B6BE1",
    accent_pressed="#3C5ACB",
    accent_soft="#263154",
    accent_text="#A5B7FF",
    on_accent="#FFFFFF",
    focus="#8FA6FF",
    inverse="#363D49",
    inverse_hover="#48505E",
    inverse_accent="#C3CFFF",
    on_inverse="#F4F5F7",
    calm="#62CBC3",
    calm_soft="#16312F",
    warm="#EBB854",
    warm_soft="#3A2E13",
    urgent="#FF9A6E",
    urgent_soft="#42261A",
    late="#FF8FA3",
    late_soft="#46212B",
    done="#7FCF8B",
    done_soft="#1B3421",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """Distances in logical pixels: a grid of 8, with 4 as its half step."""

    half: int = 4
    one: int = 8
    two: int = 16
    three: int = 24
    four: int = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """The four sizes of type in logical pixels. More rank is weight, never a fifth size."""

    display: int = 32
    title: int = 20
    body: int = 14
    small: int = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Radius:
    """Corners in logical pixels: marks and menu rows, controls, cards, round ends."""

    small: int = 4
    control: int = 8
    card: int = 12
    pill: int = 16


SPACE = Space()
TYPE = Type()
RADIUS = Radius()
CONTROL_HEIGHT = 36
ICON_SIZE = 18

_GROUNDS = ("window", "surface", "raised")
_CONTROLS = ("control", "control_hover", "control_pressed")
_STATES = ("calm", "warm", "urgent", "late", "done")

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("text", "text_muted") for ground in (*_GROUNDS, "sunken", "hover")),
    *((ink, ground) for ink in ("accent_text", *_STATES) for ground in (*_GROUNDS, "hover")),
    *((state, f"{state}_soft") for state in _STATES),
    *(("text", f"{state}_soft") for state in _STATES),
    *(("text", control) for control in _CONTROLS),
    *(("late", control) for control in ("control", "control_hover")),
    ("text_muted", "control"),
    ("done", "control"),
    ("text", "accent_soft"),
    ("text_muted", "accent_soft"),
    ("accent_text", "accent_soft"),
    ("accent_text", "sunken"),
    ("late", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("on_inverse", "inverse"),
    ("on_inverse", "inverse_hover"),
    ("inverse_accent", "inverse"),
    ("inverse_accent", "inverse_hover"),
)
"""Every text colour with every background it may stand on."""

MARK_PAIRS: tuple[tuple[str, str], ...] = (
    *(
        (mark, ground)
        for mark in ("outline", "focus", "accent")
        for ground in ("window", "surface")
    ),
    *((state, ground) for state in _STATES for ground in (*_GROUNDS, "sunken")),
)
"""Shapes that mean something without text; 3:1 is enough for these (WCAG 1.4.11)."""
