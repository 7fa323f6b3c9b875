"""Lists of passive leads: a spreadsheet or a text with separators becomes requests, row by row."""

from assistant.intake.lists.passive import ListedRow, PassiveList, read_list

__all__ = ["ListedRow", "PassiveList", "read_list"]
