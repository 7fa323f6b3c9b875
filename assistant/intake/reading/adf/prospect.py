"""An ADF document becomes requests: one reading for each prospect.

Only what stands in the customer's own element is the customer's. The vendor is the dealer
himself and the provider a portal; their numbers never get in, even where the customer
gave none.
"""

from collections.abc import Iterator
from dataclasses import replace

from assistant.core.request import Door, Flag, Reading, Request, RequestKind, Unreadable
from assistant.intake.reading import reasons
from assistant.intake.reading.adf.customer import AdfCustomer, adf_customer
from assistant.intake.reading.adf.vehicle import AdfCars, adf_cars
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.forms.portals import first_rule
from assistant.intake.reading.markup.xml_tree import Element
from assistant.intake.reading.words.cleaning import one_line
from assistant.intake.reading.words.contacts import emails_in, phones_in_fields
from assistant.intake.reading.words.dates import Moment, read_moment
from assistant.intake.reading.words.wishes import may_be_called

_MOST_PROSPECTS = 100
_HINTED_KINDS = frozenset({RequestKind.TEST_DRIVE, RequestKind.CALL_BACK, RequestKind.FINANCE})
_FINANCED = frozenset({"finance", "financing", "lease", "loan"})


def read_adf(root: Element, envelope: Envelope) -> Iterator[Reading]:
    """Yield a reading for each prospect of a document.

    Args:
        root: The document's tree.
        envelope: What is known of the message that held it.
    """
    prospects = [element for element in root.walk() if element.name == "prospect"]
    whole = prospects or [element for element in root.walk() if element.name == "adf"]
    for number, prospect in enumerate(whole):
        if number == _MOST_PROSPECTS:
            yield Unreadable(reasons.TOO_MANY)
            return
        yield _read_prospect(prospect, envelope)


def _read_prospect(prospect: Element, envelope: Envelope) -> Reading:
    vendor_numbers, vendor_addresses = _vendors_own(prospect, envelope)
    others = replace(
        envelope.others,
        numbers=envelope.others.numbers | vendor_numbers,
        addresses=envelope.others.addresses | vendor_addresses,
    )
    customer = adf_customer(prospect, others)
    if not customer.phones and not customer.emails:
        return Unreadable(reasons.NO_CUSTOMER_IN_REQUEST)
    cars = adf_cars(prospect)
    moment, flags = _asked_at(prospect, envelope)
    return Request(
        kind=_kind(prospect, cars, envelope),
        door=Door.WEB,
        source=_source(prospect),
        name=customer.name,
        phones=customer.phones,
        emails=customer.emails,
        vehicle=cars.vehicle,
        condition=cars.condition,
        price=cars.price,
        link=cars.link,
        own_vehicle=cars.own_vehicle,
        question=_question(customer, cars),
        asked_at=moment.at if moment else None,
        asked_at_has_zone=moment.has_zone if moment else False,
        wants=customer.wants,
        may_call=may_be_called(customer.words),
        reference=_reference(prospect),
        resend=prospect.says("status") == "resend",
        flags=flags,
    )


def _vendors_own(prospect: Element, envelope: Envelope) -> tuple[frozenset[str], frozenset[str]]:
    elements = [element for vendor in prospect.all("vendor") for element in vendor.walk()]
    phones = phones_in_fields((e.text for e in elements if e.name == "phone"), envelope.others)
    emails = emails_in((e.text for e in elements if e.name == "email"), envelope.others)
    return frozenset(phone.key for phone in phones), frozenset(emails)


def _question(customer: AdfCustomer, cars: AdfCars) -> str:
    return customer.words or cars.comments


def _asked_at(prospect: Element, envelope: Envelope) -> tuple[Moment | None, tuple[Flag, ...]]:
    """Return when the request was made; without a date, when the mail was written."""
    text = prospect.first("requestdate").text
    if not text:
        return envelope.written, envelope.flags
    moment = read_moment(text, envelope.dealer.zone)
    return moment, () if moment else (Flag.DATE_UNREADABLE,)


def _kind(prospect: Element, cars: AdfCars, envelope: Envelope) -> RequestKind:
    if cars.test_drive:
        return RequestKind.TEST_DRIVE
    if cars.own_vehicle and not cars.vehicle:
        return RequestKind.TRADE_IN
    for hint in _hints(prospect):
        found = first_rule(envelope.portals.rules, hint)
        if found and found[0].kind in _HINTED_KINDS:
            return found[0].kind
    return RequestKind.FINANCE if _is_financed(prospect) else RequestKind.QUESTION


def _hints(prospect: Element) -> Iterator[str]:
    """Yield what names the form that the customer filled in."""
    provider = prospect.first("provider")
    yield from (one_line(element.text) for element in provider.all("form", "service", "name"))
    yield from (one_line(element.attributes.get("source", "")) for element in prospect.all("id"))


def _is_financed(prospect: Element) -> bool:
    """Say whether the customer named a way to finance and an amount."""
    return any(
        finance.first("method").text.lower() in _FINANCED
        and any(digit in "123456789" for amount in finance.all("amount") for digit in amount.text)
        for vehicle in prospect.all("vehicle")
        for finance in vehicle.all("finance")
    )


def _source(prospect: Element) -> str:
    """Return who passed the request on, as the document names him."""
    provider = prospect.first("provider")
    names = " ".join(element.text for element in provider.all("name"))
    host = provider.first("url").text.partition("://")[2] or provider.first("url").text
    ids = (element.attributes.get("source", "") for element in prospect.all("id"))
    candidates = (names, provider.first("service").text, host.partition("/")[0], *ids, "ADF")
    return next(filter(None, map(one_line, candidates)))


def _reference(prospect: Element) -> str:
    for element in prospect.all("id"):
        source, number = one_line(element.attributes.get("source", "")), one_line(element.text)
        if source and number:
            return one_line(f"{source}:{number}")
    return ""
