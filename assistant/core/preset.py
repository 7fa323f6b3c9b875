"""Which benchmark a manager goes by."""

from enum import StrEnum


class Preset(StrEnum):
    """Which benchmark the manager goes by. The values stand in the settings."""

    SIXTY = "sixty"
    DOES_IT = "does_it"
    FLOOR = "floor"
