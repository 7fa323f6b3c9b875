"""Whether the desktop runs on a data folder: then it sends, and nobody else need."""

import sys

from assistant.folders import DataFolder

if sys.platform != "win32":
    import fcntl


def desktop_runs(folder: DataFolder) -> bool:
    """Say whether a desktop holds the folder's lock; a lock that a dead one left does not count.

    Qt keeps the file locked (``flock``) while it holds it; on Windows nobody else may write it.
    """
    try:
        with folder.lock.open("r+b") as lock:
            if sys.platform != "win32":
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
