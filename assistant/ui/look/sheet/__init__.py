"""The style sheet of the whole program, made from the tokens.

Rules are kept by subject as text with ``$names``; a name that is no token is an error, so
no rule can carry a colour of its own.
"""

from dataclasses import asdict
from string import Template

from assistant.ui.look.sheet.buttons import BUTTONS
from assistant.ui.look.sheet.fields import FIELDS
from assistant.ui.look.sheet.frames import FRAMES
from assistant.ui.look.sheet.labels import LABELS
from assistant.ui.look.sheet.lists import LISTS
from assistant.ui.look.tokens import ICON_SIZE, RADIUS, SPACE, TYPE, Palette


def style_sheet(palette: Palette) -> str:
    """Return the style sheet for one palette.

    Pictures in it are named ``look:…``, a search path that
    :func:`assistant.ui.look.theme.apply` points at the icons.
    """
    rules = Template(LABELS + FRAMES + BUTTONS + FIELDS + LISTS)
    return rules.substitute(
        {name: str(colour) for name, colour in asdict(palette).items()},
        **{f"type_{name}": f"{size}px" for name, size in asdict(TYPE).items()},
        **{f"radius_{name}": f"{size}px" for name, size in asdict(RADIUS).items()},
        icon_size=f"{ICON_SIZE}px",
        icon_size_with_gap=f"{ICON_SIZE + SPACE.half}px {ICON_SIZE}px",
    )
