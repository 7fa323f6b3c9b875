"""The desktop put together: the only part that knows all the others.

PySide reads the source of every module that is imported after it and keeps it, 8 MB in the
end, to find who uses ``__feature__``. Nobody does here, so Python's own import is put back, and
what was read meanwhile is let go.
"""

import builtins
import linecache

import PySide6.QtCore  # noqa: F401 - it replaces the import

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
linecache.clearcache()
