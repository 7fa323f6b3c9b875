"""What is measured with a mail server: from delivery by LMTP to the popup."""

import shutil
import tempfile
import threading
from pathlib import Path
from time import perf_counter

from assistant.folders import DataFolder
from assistant.settings import MailboxSettings, Security, keep_mailbox
from tests.bench.report import Row
from tests.bench.screen import Maps, maps
from tests.journeys.desktop import Desktop
from tests.journeys.keyring import keep_in_keyring, unlocked_keyring
from tests.journeys.program import Program
from tests.services.certificates import make_authority
from tests.services.conftest import a_mail
from tests.services.dovecot import PASSWORD, USER, Dovecot, dovecot

RUNS = 10
_SETTLED_S = 5.0


def delivered(desktop: Desktop, folder: DataFolder) -> Row:
    """Compare the time from delivery to the popup with that of a bare client.

    The figure is the slowest run but one of ours over that of the peer: nine of ten runs.
    """
    ours, bare = [], []
    environment = desktop.environment()
    with (
        tempfile.TemporaryDirectory() as scratch,
        maps(desktop) as seen,
        dovecot(make_authority(Path(scratch))) as server,
        unlocked_keyring(environment, Path(scratch) / "keyring.log"),
    ):
        keep_in_keyring(environment, f"imap://{USER}@127.0.0.1", PASSWORD)
        for number in range(RUNS):
            words = ["127.0.0.1", str(server.plain), USER, PASSWORD]
            peer = desktop.python("-m", "tests.bench.peers.mailbox", *words)
            bare.append(_popup(seen, peer, server, 2 * number))
            copy = DataFolder(Path(scratch) / f"ours-{number}")
            shutil.copytree(folder.root, copy.root)
            keep_mailbox(copy.settings, _mailbox(server))
            run = desktop.installation(copy.root).run()
            ours.append(_popup(seen, run, server, 2 * number + 1))
    more = sorted(ours)[-2] - sorted(bare)[-2]
    shown = f"{more * 1000:+.0f} ms"
    return Row("mail delivered to popup, over a bare client", more * 1000, 100, shown)


def _mailbox(server: Dovecot) -> MailboxSettings:
    return MailboxSettings(
        name="sales", host="127.0.0.1", user=USER, port=server.plain, security=Security.PLAIN
    )


def _popup(seen: Maps, program: Program, server: Dovecot, number: int) -> float:
    threading.Event().wait(_SETTLED_S)
    before, since = seen.count(), perf_counter()
    server.deliver(a_mail(number))
    took = seen.wait(before) - since
    program.stop()
    return took
