"""Real softphones on loopback: baresip, registered nowhere, its keys pressed by its console.

Each has a loopback address of its own, so that all use the ports that baresip always uses.
How the dealer's is tied to the assistant stands in docs/telephone.md, and is read from there.
"""

import re
import secrets
import shutil
import socket
import tempfile
import tomllib
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen
from typing import Any

from tests.journeys.packages import command
from tests.journeys.processes import CHECKOUT, end, start
from tests.journeys.waiting import Patience

PAGE = CHECKOUT / "docs" / "telephone.md"
LINE = "0201234567"
_CONSOLE, _EVENTS = 5555, 4444
_ACCEPT, _HANG_UP = "a", "b"
_RATE = 8_000

_SETTINGS = """
sip_listen {host}:5060
net_interface 127.0.0.1
cons_listen {host}:{console}
call_max_calls 4
audio_source aufile,{root}/silence.wav
audio_player aufile,{root}/heard.wav
audio_alert aufile,{root}/heard.wav
module_path /usr/lib/baresip/modules
module g711.so
module aufile.so
module cons.so
module_tmp account.so
module_app menu.so
"""


def on_page(language: str, host: str) -> str:
    """Return the one block in this language of the page, for a telephone at ``host``."""
    page = PAGE.read_text("utf-8")
    (block,) = re.finditer(rf"```{language}\n(.*?)```", page, re.DOTALL)
    assert block[1].count("127.0.0.1") == 1
    return str(block[1].replace("127.0.0.1", host))


def dialled_by(way: str, phone: "Softphone", other: "Softphone") -> dict[str, Any]:
    """Return the page's settings by which the assistant dials ``other`` with baresip."""
    page = PAGE.read_text("utf-8")
    blocks = [block[1] for block in re.finditer(r"```toml\n(.*?)```", page, re.DOTALL)]
    (text,) = [each for each in blocks if "127.0.0.1" in each and f'"{way}"' in each]
    text = text.replace("127.0.0.1", phone.host).replace("pbx.example", other.host)
    settings: dict[str, Any] = tomllib.loads(text)["telephone"]
    return settings


class Softphone:
    """One telephone.

    Args:
        account: Who it is: ``"Sanne" <sip:0612345678@pbx.example>``.
    """

    def __init__(self, account: str) -> None:
        self.host = ".".join(["127", *(str(1 + secrets.randbelow(254)) for _ in range(3))])
        (self.user,) = re.findall(r"sip:([^@]+)@", account)
        self._root = Path(tempfile.mkdtemp(prefix="softphone-"))
        self._log = self._root / "output.log"
        self._seen = 0
        self._process: Popen[bytes] | None = None
        settings = _SETTINGS.format(host=self.host, root=self._root, console=_CONSOLE)
        as_on_page = on_page("text", self.host) + on_page("conf", self.host)
        (self._root / "config").write_text(settings + as_on_page)
        (self._root / "accounts").write_text(f"{account};regint=0\n")
        (self._root / "contacts").touch()
        self._record_silence()

    def start(self) -> None:
        """Start, and wait until it can be called."""
        words = [command("baresip"), "-f", str(self._root)]
        self._process = start(words, {"PATH": "/usr/bin", "HOME": str(self._root)}, self._log)
        self._says("baresip is ready")

    def stop(self) -> None:
        """End it, and every call."""
        if self._process is not None:
            end(self._process)
        if self._root.exists():  # else it was ended before
            shutil.rmtree(self._root)

    def dial(self, other: "Softphone") -> None:
        """Call another telephone, and wait until it rings."""
        self._press(f"/dial sip:{other.user}@{other.host}\n")
        other.rings()

    def rings(self) -> None:
        """Wait until somebody calls."""
        self._says("Incoming call from")

    def answer(self) -> None:
        """Take the call that rings, and wait until both can speak."""
        self._press(_ACCEPT)
        self._says("Call established")

    def hang_up(self) -> None:
        """End the call, or refuse the one that rings."""
        self._press(_HANG_UP)

    def is_heard(self) -> bool:
        """Say whether somebody listens to its events."""
        mine = f"{socket.inet_aton(self.host)[::-1].hex().upper()}:{_EVENTS:04X}"
        rows = [row.split() for row in Path("/proc/net/tcp").read_text().splitlines()]
        return any(row[1] == mine and row[3] == "01" for row in rows)

    def _press(self, keys: str) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as console:
            console.sendto(keys.encode(), (self.host, _CONSOLE))

    def _says(self, words: str) -> None:
        """Wait until it says so, after what it said when this was last asked."""
        Patience(self._said).until(
            lambda: words in self._said()[self._seen :], f"{words!r} of baresip"
        )
        self._seen = len(self._said())

    def _said(self) -> str:
        return self._log.read_text(errors="replace")

    def _record_silence(self) -> None:
        with wave.open(str(self._root / "silence.wav"), "wb") as file:
            file.setparams((1, 2, _RATE, 0, "NONE", "not compressed"))
            file.writeframes(bytes(2 * _RATE * 60))


@contextmanager
def softphone(account: str) -> Iterator[Softphone]:
    """Run a telephone."""
    phone = Softphone(account)
    try:
        phone.start()
        yield phone
    finally:
        phone.stop()
