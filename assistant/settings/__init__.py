"""What the dealer can set: a typed value, loaded from a commented TOML file."""

from assistant.settings.file import Loaded, Problem, change, load, starting_values, write_defaults
from assistant.settings.values import Settings

__all__ = ["Loaded", "Problem", "Settings", "change", "load", "starting_values", "write_defaults"]
