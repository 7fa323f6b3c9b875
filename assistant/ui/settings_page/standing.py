"""Where the user stood on the settings page: saving makes new windows, and he stays there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where he stood, and what he saved.

    Attributes:
        scrolled: How far the page was scrolled, in pixels.
        account: Which card's account was saved, by its place on the page; ``None`` when the
            page was saved as a whole.
    """

    scrolled: int
    account: int | None = None
