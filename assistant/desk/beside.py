"""Two things at once: SQLite lets go of Python while it counts, and there are two processors."""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def beside(work: Callable[[], T]) -> Callable[[], T]:
    """Begin some work on a thread; the program's end does not wait for it.

    Returns:
        What waits for its end, and returns what it returned or raises what it raised.
    """
    came: list[T] = []
    failed: list[BaseException] = []

    def do() -> None:
        try:
            came.append(work())
        except BaseException as error:  # noqa: BLE001 - it is raised where the answer is wanted
            failed.append(error)

    thread = Thread(target=do, name="beside", daemon=True)
    thread.start()

    def answer() -> T:
        thread.join()
        for error in failed:
            raise error
        return came[0]

    return answer
