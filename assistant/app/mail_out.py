"""How mail leaves this desktop, as the settings say: by a server, or by the user's own program."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.core.errors import AssistantError, CouldNotError
from assistant.sign_in import Credentials
from assistant.start import Office
from assistant.ui.post import ByServer, OwnMailProgram, Post
from assistant.ui.qt_desk import QtDesk

if TYPE_CHECKING:
    from assistant.ui.sending import Sending


def post_of(office: Office, open_link: Callable[[str], None], drafts: Path) -> Post:
    """Return what the windows hand their mails to."""
    if office.outbox.is_set:
        return ByServer(office.outbox)
    return OwnMailProgram(open_link, drafts)


def sender_of(office: Office, qt_desk: QtDesk, credentials: Credentials) -> "Sending | None":
    """Return what empties the outbox; nothing where mail leaves by the user's own program."""
    if not office.outbox.is_set:
        return None
    from assistant.outreach.leaving import deliver_by  # noqa: PLC0415 - for who has a server
    from assistant.ui.sending import Sending  # noqa: PLC0415 - likewise

    return Sending(qt_desk, deliver_by(office.settings.outgoing, credentials))


def problems_of(office: Office, sending: "Sending | None") -> Iterator[AssistantError]:
    """Yield what keeps mail from leaving, and each mail about which a person must be asked."""
    if sending is not None and sending.problem is not None:
        yield sending.problem
    for mail in office.desk.outgoing.asking():
        yield CouldNotError(
            "A mail to {address} needs your answer: see the page of its lead.",
            address=mail.recipient,
        )
