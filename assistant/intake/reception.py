"""The reception: from the messages in the spool to leads at the desk.

It works on the thread that owns the database. A message leaves the spool only when the
database has it; a crash in between takes it in again, and nothing is then stored twice.
"""

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from assistant.core.clock import Clock
from assistant.core.contact import Phone, read_caller, read_phone
from assistant.core.errors import AssistantError, mark
from assistant.core.request import Door, Request, RequestKind, Unreadable
from assistant.desk import Arrival, Desk, Taken
from assistant.intake.original import Dealer, Original, ReadMessage
from assistant.intake.own_portals import OwnPortals
from assistant.intake.spool import Kind, Message, Spool
from assistant.names import in_text

logger = logging.getLogger(__name__)

STALE_CALL = timedelta(minutes=1)
"""After this an incoming call no longer raises a card: nobody is on the line (ours)."""


@dataclass(frozen=True, slots=True)
class IncomingCall:
    """A telephone rings.

    Attributes:
        number: Who calls; ``WITHHELD`` when he gives no number.
        called: The number that was called, if known.
    """

    number: str
    called: str


@dataclass(frozen=True, slots=True)
class OwnCall:
    """Something was told of a call that we made.

    Attributes:
        number: Who was called, as E.164, extension aside.
        at: When it was told.
        is_over: Whether it ended; else it was answered.
    """

    number: str
    at: datetime
    is_over: bool


@dataclass(slots=True)
class Received:
    """What one look at the spool brought."""

    taken: list[Taken] = field(default_factory=list)
    calls: list[IncomingCall] = field(default_factory=list)
    own_calls: list[OwnCall] = field(default_factory=list)


class Reception:
    """Empties the spool."""

    def __init__(
        self,
        spool: Spool,
        desk: Desk,
        dealer: Dealer,
        clock: Clock,
        sources: dict[str, str] | None = None,
        own_portals: OwnPortals | None = None,
    ) -> None:
        """Set up.

        Args:
            spool: Where the messages wait.
            desk: Who takes the leads in.
            dealer: What the readers must know.
            clock: For the age of an incoming call.
            sources: The source that each tracking number stands for.
            own_portals: What the dealer added to the portals.
        """
        self._spool = spool
        self._desk = desk
        self._dealer = dealer
        self._clock = clock
        self._sources = sources or {}
        self._own_portals = own_portals
        self._seen: Iterator[Message] = iter(())

    def empty_spool(self, enough: Callable[[], bool] = lambda: False) -> Received:
        """Take in what waits, oldest first.

        Args:
            enough: Asked after each message; if so, the rest is left for the next call, which
                need not look through the spool again.

        Raises:
            CouldNotError: If the database cannot be written; what is left waits on.
        """
        received = Received()
        message = next(self._seen, None)
        if message is None:
            self._seen = self._spool.waiting()
            message = next(self._seen, None)
        while message is not None:
            self._take_in(message, received)
            message = None if enough() else next(self._seen, None)
        return received

    def _take_in(self, message: Message, received: Received) -> None:
        """Bring one message to the desk and out of the spool."""
        try:
            self._receive(message, received)
        except AssistantError:
            self._seen = iter(())  # it is the first to be tried again
            raise
        except Exception:
            logger.exception("a bug: %s cannot be taken in", message.path)
            received.taken += self._keep(message)
        self._spool.done(message)

    def _keep(self, message: Message) -> list[Taken]:
        """Keep a message on which a reader failed, for a person to look at."""
        why = Unreadable(mark("The program made a mistake in reading this message."))
        return self._desk.take_in(
            Arrival(
                identity=f"spool:{message.path.stem}",
                name=in_text(message.name),
                arrived_at=message.arrived_at,
                content=message.content,
                readings=(why,),
            )
        )

    def read(self, message: Message) -> list[Taken]:
        """Take in one file's message now, past the spool."""
        found = self._found(
            Original(
                content=message.content,
                name=message.name,
                arrived_at=message.arrived_at,
                cut_off=message.cut_off,
            )
        )
        return self._desk.take_in(
            Arrival(
                identity=found.identity,
                name=message.name,
                arrived_at=message.arrived_at,
                content=message.content,
                readings=found.readings,
                letter=found.letter,
            )
        )

    def read_again(self, message_id: str) -> list[Taken]:
        """Read a stored message as the program reads it now; return the leads it gave."""
        stored = self._desk.messages.one(message_id)
        if stored is None:
            return []
        found = self._found(
            Original(content=stored.content, name=stored.name, arrived_at=stored.arrived_at)
        )
        return self._desk.messages.read_again(message_id, found.readings)

    def _found(self, original: Original) -> ReadMessage:
        from assistant.intake.reading import read  # noqa: PLC0415 - not needed to show a window

        own = self._own_portals
        return read(original, self._dealer, None if own is None else own.portals)

    def _receive(self, message: Message, received: Received) -> None:
        match message.kind:
            case Kind.FILE:
                received.taken += self.read(message)
            case Kind.MISSED_CALL:
                received.taken += self._missed_call(message)
            case Kind.INCOMING_CALL:
                received.calls += self._incoming_call(message)
            case Kind.OWN_CALL_ANSWERED | Kind.OWN_CALL_ENDED as kind:
                number, is_over = _said(message).get("number", ""), kind is Kind.OWN_CALL_ENDED
                received.own_calls.append(OwnCall(number, message.arrived_at, is_over))

    def _missed_call(self, message: Message) -> list[Taken]:
        said = _said(message)
        phone = read_phone(said.get("number", ""), self._dealer.region)
        reading = _without_number() if phone is None else self._call(said, phone)
        return self._desk.take_in(
            Arrival(
                identity=f"call:{message.path.stem}",
                name=message.name,
                arrived_at=message.arrived_at,
                content=message.content,
                readings=(reading,),
            )
        )

    def _call(self, said: dict[str, str], phone: Phone) -> Request:
        return Request(
            kind=RequestKind.MISSED_CALL,
            door=Door.PHONE,
            source=self.source_of(said.get("called", "")),
            name=said.get("name", ""),
            phones=(phone,),
            asked_at=datetime.fromisoformat(said["at"]) if said.get("at") else None,
            asked_at_has_zone=bool(said.get("at")),
        )

    def source_of(self, called: str) -> str:
        """Return the source that a called number stands for; the number itself if none."""
        phone = read_caller(called, self._dealer.region)
        return called if phone is None else self._sources.get(phone.key, phone.key)

    def _incoming_call(self, message: Message) -> Iterable[IncomingCall]:
        if self._clock() - message.arrived_at > STALE_CALL:
            return
        said = _said(message)
        yield IncomingCall(number=said.get("number", ""), called=said.get("called", ""))


def _without_number() -> Unreadable:
    from assistant.intake.reading.reasons import (  # noqa: PLC0415 - comes with the readers
        NUMBER_WITHHELD,
    )

    return Unreadable(NUMBER_WITHHELD)


def _said(message: Message) -> dict[str, str]:
    try:
        said = json.loads(message.content)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
