"""Where the program's data files lie: icons, sounds, translations, texts, portals.

A checkout keeps them in ``resources/`` beside the package, an installed wheel inside it.
"""

from pathlib import Path

_IN_WHEEL = Path(__file__).parent / "resources"
_IN_CHECKOUT = Path(__file__).parent.parent / "resources"


def resource(name: str) -> Path:
    """Return the path of a file in ``resources/``, such as ``icons/call.svg``."""
    folder = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT
    return folder / name
