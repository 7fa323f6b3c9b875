"""What is measured of the readers: mails in a second, the slowest message, and a flood."""

import os
import subprocess
import sys
from collections.abc import Iterator
from email import message_from_bytes, policy
from time import perf_counter, process_time

from assistant.folders import DataFolder
from tests.bench.report import Row, ratio
from tests.intake.reading.messages import SAMPLES, mail, readings
from tests.intake.reading.test_bounded_work import MIB, PIECES, of_one_mib

RUNS = 9
_ROUNDS = 20


def mails() -> Row:
    """Compare reading the mails among the samples with parsing them by the standard library."""
    contents = [file.read_bytes() for file in sorted(SAMPLES.glob("*.eml"))]
    ours, peer = [], []
    for _ in range(RUNS):
        since = perf_counter()
        for content in contents * _ROUNDS:
            readings(content)
        ours.append(perf_counter() - since)
        since = perf_counter()
        for content in contents * _ROUNDS:
            _parse(content)
        peer.append(perf_counter() - since)
    a_second = len(contents) * _ROUNDS / sorted(ours)[RUNS // 2]
    return ratio(f"mail read ({a_second:,.0f} a second) / email.message + get_body", ours, peer, 2)


def hostile() -> Row:
    """Measure the slowest message of 1 MiB that was made to be slow, in processor time."""
    slowest = max(min(_seconds(*message), _seconds(*message)) for message in _hostile())
    shown = f"{slowest * 1000:.0f} ms"
    return Row("slowest hostile message of 1 MiB", slowest * 1000, 100, shown)


def flooded(folder: DataFolder) -> Row:
    """Measure for how long the window stands still while 10,000 mails come in a minute."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.bench.flood", str(folder.root)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
    )
    longest = float(done.stdout)
    return Row("10,000 mails in a minute: window still, at most", longest, 50, f"{longest:.0f} ms")


def _hostile() -> Iterator[tuple[bytes, str]]:
    for piece in PIECES:
        body = of_one_mib(piece)
        yield body.encode()[:MIB], "x.txt"
        for kind in ("text/plain", "text/html", "multipart/mixed; boundary=b"):
            yield mail("noreply@autotrack.nl", "Vraag", body, kind=kind)[:MIB], "x.eml"
        yield mail("jan@example.com", body.replace("\n", " "), "hoi")[:MIB], "x.eml"


def _seconds(content: bytes, name: str) -> float:
    since = process_time()
    readings(content, name)
    return process_time() - since


def _parse(content: bytes) -> str:
    parsed = message_from_bytes(content, policy=policy.default)
    body = parsed.get_body(("plain", "html"))
    return "" if body is None else str(body.get_content())
