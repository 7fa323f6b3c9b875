"""How long a mailbox's thread waits for what, in one place, so that a test can be quicker."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Patience with a mail server, all in seconds.

    The longest pause is a quarter of the two minutes. Who was refused waits longer, lest he be
    locked out.

    Attributes:
        answer: How long a server may take to answer anything.
        idle: The longest wait in one IDLE; renewing it so often keeps routers from
            forgetting us.
        poll: Between two looks at a server without IDLE.
        keep_alive: After this a silent connection is probed by the system.
        first_pause: How long to stay away after a first fault; each pause is twice the last.
        longest_pause: How long to stay away after many.
        refused_pause: How long to stay away after a refusal.
    """

    answer: float = 20.0
    idle: float = 25.0
    poll: float = 20.0
    keep_alive: int = 60
    first_pause: float = 2.0
    longest_pause: float = 30.0
    refused_pause: float = 300.0


USUAL = Times()
"""What the program uses."""
