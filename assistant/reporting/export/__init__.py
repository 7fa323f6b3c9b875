"""Exports: tables of the log as a file that another program opens.

The database is read by a connection of its own, so that this can be done on any thread while
the desktop works. A file takes its place when it is whole.
"""

from assistant.reporting.export.writing import Form, StoppedError, Watch, to_file, to_stream

__all__ = ["Form", "StoppedError", "Watch", "to_file", "to_stream"]
