"""Is there a screen, and everything that Qt needs on it? Qt itself would just end the program."""

import ctypes
import os
import sys

from assistant.core.errors import CouldNotError

_EVERYWHERE = {
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
_ON_X = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def has_screen() -> bool:
    """Say whether windows can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def must_have_screen() -> None:
    """Check that windows can be shown, and prefer X where both are there.

    Wayland lets no program put a window in a place or on top, which the card needs.

    Raises:
        CouldNotError: Without a screen that answers, or with a library missing; names its
            package.
    """
    if not has_screen():
        raise CouldNotError(
            "There is no screen: set DISPLAY, or use a command such as agenda instead."
        )
    on_x = sys.platform.startswith("linux") and bool(os.environ.get("DISPLAY"))
    must_have_libraries(on_x=on_x)
    if on_x and not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "xcb"
    if on_x and os.environ["QT_QPA_PLATFORM"] == "xcb" and not _x_answers():
        raise CouldNotError("The screen {name} does not answer.", name=os.environ["DISPLAY"])


def must_have_libraries(*, on_x: bool) -> None:
    """Check that the system has the libraries of Qt.

    Raises:
        CouldNotError: Names the packages that bring what is missing.
    """
    if not sys.platform.startswith("linux"):
        return
    needed = _EVERYWHERE | (_ON_X if on_x else {})
    missing = [package for library, package in needed.items() if not _loads(library)]
    if missing:
        raise CouldNotError(
            "The windows need these packages: {packages}.", packages=" ".join(missing)
        )


def _x_answers() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    error: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return error == 0


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
