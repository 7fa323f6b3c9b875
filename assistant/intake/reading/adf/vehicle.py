"""The cars of an ADF document: the one that is wanted, and the one that would be traded in.

A car is the customer's own when its interest is trade-in or sell. It never becomes the car
he asks about, even when it is the only one.
"""

from dataclasses import dataclass

from assistant.core.request import Condition
from assistant.intake.reading.markup.html_text import plain
from assistant.intake.reading.markup.xml_tree import Element
from assistant.intake.reading.words.car import car, first_filled, joined, make_and_model
from assistant.intake.reading.words.cleaning import one_line, paragraphs, web_address

_OWN = frozenset({"tradein", "sell", "trade", "inruil"})
_OWN_ELEMENTS = ("tradein", "trade-in", "trade_in", "tradeinvehicle")
_COMMENTS = ("comments", "comment")
_CURRENCIES = {"EUR": "€", "EURO": "€", "GBP": "£"}
_CONDITIONS = {"new": Condition.NEW, "used": Condition.USED, "cpo": Condition.USED}
"""What ``status`` says of a car; CPO is a used one with a warranty."""
_LONGEST_CAR_IN_A_COMMENT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class AdfCars:
    """The cars of a prospect; see the attributes of a request.

    Attributes:
        vehicle: The wanted car.
        condition: Whether it is new or used.
        price: Its price with its currency.
        link: Its advert.
        own_vehicle: The customer's own car.
        comments: What is said about the cars.
        test_drive: Whether a test drive is wanted.
    """

    vehicle: str = ""
    condition: Condition | None = None
    price: str = ""
    link: str = ""
    own_vehicle: str = ""
    comments: str = ""
    test_drive: bool = False


def adf_cars(prospect: Element) -> AdfCars:
    """Return the cars of a prospect."""
    vehicles = prospect.all("vehicle")
    own = [vehicle for vehicle in vehicles if _interest(vehicle) in _OWN]
    own += prospect.all(*_OWN_ELEMENTS)
    wanted = [vehicle for vehicle in vehicles if vehicle not in own]
    named = next((vehicle for vehicle in wanted if _named(vehicle)), Element(""))
    comments = [_comments(vehicle) for vehicle in (*wanted, *own)]
    in_comment = first_filled(comments[: len(wanted)])
    short = in_comment if len(in_comment) <= _LONGEST_CAR_IN_A_COMMENT else ""
    return AdfCars(
        vehicle=_named(named) or car(short),
        condition=_CONDITIONS.get(named.says("status")),
        price=first_filled(_price(vehicle) for vehicle in (named, *wanted)),
        link=first_filled(_link(vehicle) for vehicle in (named, *wanted)),
        own_vehicle=joined(*map(_described, own)),
        comments=paragraphs("\n\n".join(dict.fromkeys(filter(None, comments)))),
        test_drive=any(_interest(vehicle) == "testdrive" for vehicle in wanted),
    )


def _interest(vehicle: Element) -> str:
    written = vehicle.says("interest") or vehicle.says("type")
    return written.replace("-", "").replace("_", "").replace(" ", "")


def _named(vehicle: Element) -> str:
    parts = (vehicle.first(name).text for name in ("make", "model", "trim", "year"))
    return make_and_model(*parts)


def _described(vehicle: Element) -> str:
    """Return the customer's own car with what a valuer asks first."""
    odometer = vehicle.first("odometer")
    units = odometer.says("units") or odometer.says("unit") or "km"
    mileage = f"{odometer.text} {units}" if odometer.text else ""
    return joined(_named(vehicle), mileage, vehicle.first("condition").text)


def _comments(vehicle: Element) -> str:
    texts = (paragraphs(plain(element.whole_text())) for element in vehicle.all(*_COMMENTS))
    return paragraphs("\n\n".join(texts))


def _price(vehicle: Element) -> str:
    """Return the first price that is not zero, with its currency."""
    for element in vehicle.all("price"):
        amount = one_line(element.text)
        if not any(digit in "123456789" for digit in amount):
            continue
        currency = element.attributes.get("currency", "").strip().upper()
        sign = _CURRENCIES.get(currency, currency)
        return one_line(f"{sign} {amount}") if amount[0].isdigit() else amount
    return ""


def _link(vehicle: Element) -> str:
    elements = vehicle.all("url", "link", "imagetag")
    return first_filled(web_address(element.text) for element in elements)
