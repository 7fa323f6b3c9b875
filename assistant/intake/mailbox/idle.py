"""Waiting for mail: IDLE in slices, because connections die silently and lines get stuck.

A line that comes in one packet with the server's ``+ idling`` already lies in Python's buffer,
where nobody who waits on the socket sees it; so the buffer is looked at first. After each
slice the caller searches in any case. A search answers by what its server had told before it:
mail that comes meanwhile is told of beside the answer, and IDLE does not tell of it again.
"""

import ssl
from threading import Event
from typing import Any

from imap_tools.mailbox import BaseMailBox

from assistant.intake.mailbox.times import Times


def wait_for_mail(box: BaseMailBox, stopping: Event, times: Times) -> None:
    """Return when something may have arrived, after a slice of time, or when told to stop.

    Raises:
        OSError, imaplib.IMAP4.abort: If the connection is lost.
    """
    if _was_told_of_mail(box):
        return
    if "IDLE" not in box.client.capabilities:
        stopping.wait(times.poll)
        return
    idle: Any = box.idle  # its methods carry no types
    idle.start()
    waiting = 0.0 if _has_buffered(box) or stopping.is_set() else times.idle
    idle.poll(timeout=waiting)
    idle.stop()
    _was_told_of_mail(box)  # what IDLE told is searched for in any case


def _was_told_of_mail(box: BaseMailBox) -> bool:
    """Say whether the server told of other mail since it was last asked; begin anew from here."""
    told = box.client.untagged_responses.get("EXISTS", [])
    box.client.untagged_responses["EXISTS"] = told[-1:]
    return told[:1] != told[-1:]


def _has_buffered(box: BaseMailBox) -> bool:
    """Say whether a line of the server's was read already, without waiting for one."""
    sock = box.client.sock
    patience = sock.gettimeout()
    sock.settimeout(0)
    try:
        buffered: Any = box.client.file
        return bool(buffered.peek(1))
    except (BlockingIOError, ssl.SSLWantReadError):
        return False
    finally:
        sock.settimeout(patience)
