"""The readers: turn the bytes of a message into requests.

``read`` makes readings of a message and never fails; ``is_whole`` says whether a file is
certainly written to its end. Both are pure: no clock, no network, and no file but the
table of portals.
"""

from assistant.intake.original import Dealer, Original, ReadMessage
from assistant.intake.reading.read import read
from assistant.intake.reading.whole import is_whole

__all__ = ["Dealer", "Original", "ReadMessage", "is_whole", "read"]
