"""Python's collector of cycles, on the main thread alone.

Left to itself it runs on whichever thread allocates, a mailbox's perhaps; and where it finds a
window that went, Qt destroys that on the wrong thread, which ends the program.
"""

import gc

from PySide6.QtCore import QObject, Slot


class Garbage(QObject):
    """Collects when it is told to, and from :meth:`start` to :meth:`stop` nobody else does."""

    def start(self) -> None:
        """Take collecting over."""
        gc.disable()

    @Slot()
    def collect_some(self) -> None:
        """Collect the oldest generation that is due by Python's own thresholds."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [number for number, (count, most) in enumerate(due) if count > most]
        if generations:
            gc.collect(generations[-1])

    @Slot()
    def collect_all(self) -> None:
        """Collect everything, and do not look again at what is left until the next time."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Leave collecting to Python again."""
        gc.unfreeze()
        gc.enable()
