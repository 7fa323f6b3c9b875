"""What of the log can leave for other programs: read beside the desk, on a thread of its own."""

from assistant.store.exports.columns import Column, Kind
from assistant.store.exports.reading import Exports, Table, Wanted
from assistant.store.exports.values import Style

__all__ = ["Column", "Exports", "Kind", "Style", "Table", "Wanted"]
