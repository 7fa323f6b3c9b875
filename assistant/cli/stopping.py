"""A command that is asked to end ends as with Ctrl+C: it clears away what it began."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def ended_like_ctrl_c() -> Iterator[None]:
    """Leave nothing half-written when the process is asked to end.

    A database that was just calling us back makes an error of its own of that.
    """
    is_asked = False

    def end(number: int, frame: FrameType | None) -> None:
        nonlocal is_asked
        is_asked = True
        signal.default_int_handler(number, frame)

    before = {signal.SIGTERM: signal.signal(signal.SIGTERM, end)}
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # as in a shell's background
        before[signal.SIGINT] = signal.signal(signal.SIGINT, end)
    try:
        yield
    except Exception as error:
        if is_asked:
            raise KeyboardInterrupt from error
        raise
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)
