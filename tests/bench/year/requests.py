"""What customers ask, as the readers and the form would have it."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from assistant.core.request import Channel, Door, Request, RequestKind
from tests.bench.year.arrivals import Way
from tests.bench.year.people import QUESTIONS, Customer

_KINDS = {
    RequestKind.QUESTION: 55,
    RequestKind.TEST_DRIVE: 20,
    RequestKind.TRADE_IN: 10,
    RequestKind.CALL_BACK: 8,
    RequestKind.FINANCE: 5,
    RequestKind.OTHER: 2,
}


def request(chance: Random, who: Customer, kind: RequestKind, at: datetime) -> Request:
    """Return a request by web; of who wants to be called back, with a time."""
    wish = at + timedelta(hours=chance.randint(1, 30)) if kind is RequestKind.CALL_BACK else None
    return Request(
        kind=kind,
        door=Door.WEB,
        source=who.source,
        name=who.name,
        phones=() if who.phone is None else (who.phone,),
        emails=(who.email,) if who.email else (),
        vehicle=who.vehicle,
        plate=who.plate,
        own_vehicle="Volkswagen Polo 2014" if kind is RequestKind.TRADE_IN else "",
        question=chance.choice(QUESTIONS),
        wanted_at=wish,
        wants=chance.choice((None, None, *Channel)),
        may_call=chance.random() > 0.015,
    )


def first_request(chance: Random, who: Customer, way: Way, at: datetime) -> Request:
    """Return what a customer asks who comes in this way."""
    kind = chance.choices(list(_KINDS), list(_KINDS.values()))[0]
    asked = request(chance, who, kind, at)
    called = replace(asked, kind=RequestKind.MISSED_CALL, door=Door.PHONE, wanted_at=None)
    match way:
        case Way.WEB:
            return asked
        case Way.MISSED:
            return replace(called, name="", emails=(), question="", wants=None, may_call=True)
        case Way.ANSWERED:
            return _marked(chance, replace(called, kind=RequestKind.ANSWERED_CALL))
        case Way.WALK_IN:
            kind = RequestKind.QUESTION
            return _marked(chance, replace(called, kind=kind, door=Door.SHOWROOM))
        case Way.LIST:
            consent = "formulier 2025" if chance.random() < 0.4 else ""
            return replace(
                called, kind=RequestKind.PASSIVE, door=Door.LIST, consent=consent, wants=None
            )


def _marked(chance: Random, asked: Request) -> Request:
    """Return what was typed into the form: 29 of 100 are followable (PROCESS)."""
    asked = replace(asked, may_call=True, emails=asked.emails if chance.random() < 0.65 else ())
    care = chance.random()
    return replace(
        asked,
        phone_asked=bool(asked.phones) and care < 0.75,
        phone_read_back=bool(asked.phones) and care < 0.55,
        email_asked=bool(asked.emails) and care < 0.6,
        email_read_back=bool(asked.emails) and care < 0.45,
    )
