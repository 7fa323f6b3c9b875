"""Choosing a moment: by two presses, or as one says it."""
