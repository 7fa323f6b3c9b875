"""A real mail server on loopback: Dovecot with its own folder, users and certificate."""

import imaplib
import shutil
import smtplib
import socket
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

from tests.journeys.packages import command
from tests.journeys.processes import end, start
from tests.journeys.waiting import Patience
from tests.services.certificates import Authority
from tests.sign_in.tokens import Signer

USER, PASSWORD = "sales@example.com", "correct horse"
READY_WITHIN_S = 20.0

_SETTINGS = """
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/dovecot.log
protocols = imap lmtp
listen = {address}
mail_location = maildir:{root}/mail/%u
mail_uid = nobody
mail_gid = nogroup
first_valid_uid = 1
first_valid_gid = 1
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {root}/oauth2.conf
}}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {root}/users
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home={root}/mail/%u allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  mailbox Done {{
    auto = create
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {tls}
  }}
}}
service anvil {{
  chroot =
}}
service lmtp {{
  unix_listener {lmtp} {{
    mode = 0600
  }}
}}
"""

_SIGN_IN = """
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={root}/keys/
username_attribute = upn
"""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a server stands.

    Attributes:
        address: At which address it can be reached.
        words: What a command line begins with that is to run there.
    """

    address: str = "127.0.0.1"
    words: tuple[str, ...] = ()


LOOPBACK = Where()


class Dovecot:
    """One server; its mail outlives a :meth:`kill`.

    Mail is delivered through a socket in its folder, which no network has to lead to.
    """

    def __init__(self, root: Path, authority: Authority, where: Where) -> None:
        self.root = root
        self.address = where.address
        self._where = where
        self.plain, self.tls = free_ports(2)
        self._lmtp = root / "lmtp"
        self.certify(authority.vouch(root, address=where.address))
        self.add_user(USER)
        (root / "oauth2.conf").write_text(_SIGN_IN.format(root=root))
        (root / "mail").mkdir()
        shutil.chown(root / "mail", "nobody", "nogroup")
        self._process: Popen[bytes] | None = None

    def add_user(self, name: str) -> None:
        """Let a user in, with the same password as every other."""
        with (self.root / "users").open("a") as file:
            file.write(f"{name}:{PASSWORD}\n")

    def trust(self, signer: Signer) -> None:
        """Let in whoever brings a token of this signer's."""
        signer.publish(self.root / "keys")

    def certify(self, files: tuple[Path, Path]) -> None:
        """Use this certificate and key from the next start on."""
        certificate, key = files
        ports = {"plain": self.plain, "tls": self.tls, "lmtp": self._lmtp}
        names = {"root": self.root, "address": self.address}
        (self.root / "dovecot.conf").write_text(
            _SETTINGS.format(**names, certificate=certificate, key=key, **ports)
        )

    def start(self) -> None:
        """Start, and wait until mail can be delivered and read."""
        words = [*self._where.words, command("dovecot"), "-F", "-c", f"{self.root}/dovecot.conf"]
        self._process = start(words, {"PATH": "/usr/sbin:/usr/bin"}, self.root / "output.log")
        self._wait(answering=True)

    def kill(self) -> None:
        """End the server and every connection."""
        if self._process is not None:
            end(self._process)
            self._process = None
            self._wait(answering=False)

    def deliver(self, *mails: bytes, to: str = USER) -> None:
        """Deliver mail as a mail server does, by LMTP."""
        with smtplib.LMTP(str(self._lmtp)) as server:
            for mail in mails:
                server.sendmail("portal@example.com", [to], mail)

    def empty(self) -> None:
        """Delete every mail for good, as another client does."""
        with imaplib.IMAP4(self.address, self.plain) as client:
            client.login(USER, PASSWORD)
            client.select()
            client.store("1:*", "+FLAGS", r"\Deleted")
            client.expunge()

    def files(self, folder: str = "") -> list[Path]:
        """Return the mails of the user's folder; flags stand behind the comma of their names."""
        place = self.root / "mail" / USER / folder
        return [file for part in ("new", "cur") for file in (place / part).glob("*")]

    def _wait(self, *, answering: bool) -> None:
        doors = ((self.address, self.plain), (self.address, self.tls), str(self._lmtp))
        Patience((self.root / "dovecot.log").read_text).until(
            lambda: all(_answers(door) is answering for door in doors),
            "Dovecot to come" if answering else "Dovecot to go",
            READY_WITHIN_S,
        )

    def forget_numbers(self) -> None:
        """Lose the numbers of all mails, as a server restored from a backup does."""
        self.kill()
        for file in (self.root / "mail" / USER).glob("dovecot*"):
            if file.is_file():
                file.unlink()
        for file in (self.root / "mail" / USER).glob("dovecot-uidvalidity*"):
            file.unlink(missing_ok=True)
        self.start()


@contextmanager
def dovecot(authority: Authority, where: Where = LOOPBACK) -> Iterator[Dovecot]:
    """Run a server in a folder that its own users may enter."""
    root = Path(tempfile.mkdtemp(prefix="dovecot-"))
    root.chmod(0o755)
    server = Dovecot(root, authority, where)
    try:
        server.start()
        yield server
    finally:
        server.kill()
        shutil.rmtree(root, ignore_errors=True)


def free_ports(count: int) -> list[int]:
    """Return ports of loopback at which nobody listens."""
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def _answers(door: tuple[str, int] | str) -> bool:
    kind = socket.AF_UNIX if isinstance(door, str) else socket.AF_INET
    with closing(socket.socket(kind)) as probe:
        return probe.connect_ex(door) == 0
