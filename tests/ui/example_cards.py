"""The card, Today and the lead in each of their states, as the gallery shows them.

Each is there twice: with a usual customer, and with one of whom everything is long.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from assistant.core.contact import Phone
from assistant.core.errors import CouldNotError
from assistant.core.facts import AgreementKind, AppointmentEvent, LeadId, LostReason, Outcome
from assistant.core.request import Channel
from assistant.desk import NextStep
from assistant.ui.card.card import Card
from assistant.ui.lead.forgetting import Question
from assistant.ui.lead.page import LeadPage
from assistant.ui.today.page import TodayPage
from assistant.ui.today.same_customer import SameCustomer
from tests.conftest import local
from tests.ui.example_office import LONG_NAME, ExampleOffice

_QUESTION = "Is deze auto nog beschikbaar en mag ik zaterdag langskomen?"
_LONG_QUESTION = ("Is deze auto nog beschikbaar, en zo ja: wat is de inruilwaarde? " * 31)[:2_000]
_LONG_CAR = "Volvo V60 Cross Country T6 AWD Recharge Plug-in Hybrid Ultimate Dark Long Range"
_USUAL: dict[str, object] = {
    "question": _QUESTION,
    "price": "€ 12.950",
    "link": "https://a.example",
}
LONG: dict[str, object] = {
    "name": LONG_NAME,
    "question": _LONG_QUESTION,
    "vehicle": _LONG_CAR,
    "own_vehicle": _LONG_CAR,
    "price": "€ 112.950",
    "link": "https://a.example",
    "emails": ("maximiliaan-alexander.van.wolfeschlegelsteinhausen@autobedrijf.example",),
    "source": "Autobedrijf Wolfeschlegelsteinhausen occasions",
}
_NEITHER: dict[str, object] = {"phones": (Phone("+31201234567", mobile=False),), "emails": ()}

State = Callable[[ExampleOffice, Card, LeadId], None]
Customer = dict[str, object]


def _card(state: State, asked: Customer, office: ExampleOffice) -> QWidget:
    around = office.around
    bdc = replace(
        around.settings.bdc, colleagues={"Kim Mol": "kim@example.com", LONG_NAME: "m@example.com"}
    )
    around = replace(around, settings=replace(around.settings, bdc=bdc))
    card = Card(around, QSettings(str(office.folder.root / "w.ini"), QSettings.Format.IniFormat))
    lead = office.ask(**asked)
    _read(office)
    state(office, card, lead)
    return card


def _read(office: ExampleOffice) -> None:
    """Let the windows hear what was written down behind them."""
    office.around.qt_desk.step(lambda: None)


def _running(_office: ExampleOffice, card: Card, lead: LeadId) -> None:
    card.show_lead(lead)


def _late(office: ExampleOffice, card: Card, lead: LeadId) -> None:
    for name in ("Els Bakker", "Kim Mol", "J. de Haan"):
        office.ask(name=name, phones=(Phone(f"+3161000000{len(name)}", mobile=True),), emails=())
    office.clock.advance(minutes=73)
    _read(office)
    card.show_lead(lead)
    card._say_refusal(CouldNotError("There is no server {host}: check its name.", host="a.example"))


def _talking(_office: ExampleOffice, card: Card, lead: LeadId) -> None:
    card.show_lead(lead)
    card.panel.pages.prompt.call.click()


def _call(office: ExampleOffice, card: Card, lead: LeadId, outcome: Outcome) -> None:
    office.clock.advance(minutes=1)
    _talking(office, card, lead)
    for tile in card.panel.pages.call.outcomes:
        if tile.property("outcome") == outcome.value:
            tile.click()


def _missed(office: ExampleOffice, card: Card, lead: LeadId) -> None:
    _call(office, card, lead, Outcome.VOICEMAIL)


def _missed_mail(office: ExampleOffice, card: Card, lead: LeadId) -> None:
    _missed(office, card, lead)
    card.panel.pages.message.skip.click()


def _missed_over(office: ExampleOffice, card: Card, lead: LeadId) -> None:
    _missed_mail(office, card, lead)
    card.panel.pages.message.skip.click()


def _spoke(office: ExampleOffice, card: Card, lead: LeadId) -> None:
    _call(office, card, lead, Outcome.SPOKE)


def _stepping(number: int, office: ExampleOffice, card: Card, lead: LeadId) -> None:
    _spoke(office, card, lead)
    card.panel.pages.next_step.steps.button(number).click()


def _agreed(office: ExampleOffice, lead: LeadId, moment: str) -> None:
    office.clock.advance(minutes=1)
    office.desk.record(lead, Channel.CALL, Outcome.SPOKE)
    step = NextStep(kind=AgreementKind.APPOINTMENT, moment=local(moment))
    office.desk.agree(lead, step)


def _confirm(office: ExampleOffice, card: Card, lead: LeadId) -> None:
    _agreed(office, lead, "2026-02-28 10:30")
    card.show_lead(lead)


def _ask_show(office: ExampleOffice, card: Card, lead: LeadId) -> None:
    _agreed(office, lead, "2026-02-25 10:30")
    standing = office.desk.lead(lead).course.appointment
    assert standing is not None
    office.desk.change_appointment(standing.id, AppointmentEvent.CONFIRMED)
    office.clock.now = local("2026-02-25 11:40")
    card.show_lead(lead)


def _moved(office: ExampleOffice, card: Card, lead: LeadId) -> None:
    _ask_show(office, card, lead)
    card.panel.pages.came.moved.click()


def _came(office: ExampleOffice, card: Card, lead: LeadId) -> None:
    _ask_show(office, card, lead)
    card.panel.pages.came.came.click()


def _did_not_come(office: ExampleOffice, card: Card, lead: LeadId) -> None:
    _ask_show(office, card, lead)
    card.panel.pages.came.did_not_come.click()


def _later(_office: ExampleOffice, card: Card, lead: LeadId) -> None:
    card.show_lead(lead)
    card.panel.ask_later()


def _hand_on(_office: ExampleOffice, card: Card, lead: LeadId) -> None:
    card.show_lead(lead)
    card.panel.ask_hand_on()


def _handed_on(office: ExampleOffice, card: Card, lead: LeadId) -> None:
    _hand_on(office, card, lead)
    card.panel.pages.hand_on.takers[1].click()


def _small(office: ExampleOffice, card: Card, lead: LeadId) -> None:
    _late(office, card, lead)
    card.refusal.hide()
    card.small.click()


_CARDS: dict[str, State] = {
    "running": _running,
    "late": _late,
    "talking": _talking,
    "missed": _missed,
    "missed-mail": _missed_mail,
    "missed-over": _missed_over,
    "spoke": _spoke,
    "appointment": partial(_stepping, 0),
    "call-back": partial(_stepping, 1),
    "lost": partial(_stepping, 4),
    "confirm": _confirm,
    "ask-show": _ask_show,
    "moved": _moved,
    "came": _came,
    "did-not-come": _did_not_come,
    "later": _later,
    "hand-on": _hand_on,
    "handed-on": _handed_on,
    "small": _small,
}


def _work(office: ExampleOffice, asked: Customer) -> LeadId:
    """Let a morning go by: leads of every group, and one of which much is known."""
    office.fill()
    known = office.ask(**{"phones": (Phone("+31612340001", mobile=True),), **asked})
    office.clock.advance(minutes=1)
    office.desk.record(known, Channel.CALL, Outcome.VOICEMAIL)
    office.clock.advance(minutes=9)
    _agreed(office, known, "2026-03-04 10:30")
    office.ask(**{**asked, "phones": (Phone("+31612340002", mobile=True),), "emails": ()})
    office.clock.advance(minutes=5)
    for number, (kind, moment) in enumerate(_PLANNED):
        phone = Phone(f"+3161234010{number}", mobile=True)
        lead = office.ask(**{**asked, "phones": (phone,), "emails": (), "vehicle": "Kia Rio"})
        office.desk.record(lead, Channel.CALL, Outcome.SPOKE)
        office.desk.agree(lead, NextStep(kind=kind, moment=local(moment)))
    _read(office)
    return known


_PLANNED = (
    (AgreementKind.CALL_BACK, "2026-03-03 16:00"),
    (AgreementKind.FOLLOW_UP, "2026-03-05 11:30"),
    (AgreementKind.APPOINTMENT, "2026-03-14 10:30"),
    (AgreementKind.CALL_BACK, "2026-03-23 09:30"),
)


def _today_page(office: ExampleOffice) -> TodayPage:
    return TodayPage(office.around, office.search)


def _today(asked: Customer, office: ExampleOffice) -> QWidget:
    lead = _work(office, asked)
    page = _today_page(office)
    page.show_lead(lead)
    return page


def today_empty(office: ExampleOffice) -> QWidget:
    return _today_page(office)


def today_nobody(office: ExampleOffice) -> QWidget:
    page = _today_page(office)
    page.field.setText("Wolfeschlegelsteinhausen")
    page._typing.stop()
    page.read()
    return page


def _lead(asked: Customer, office: ExampleOffice) -> QWidget:
    lead = _work(office, asked)
    office.desk.handovers.hand_on(lead, to=LONG_NAME, note="Spreekt alleen Frysk.")
    page = LeadPage(office.around)
    page.show_lead(lead)
    page.reach.followable.open_button.click()
    return page


def lead_forgotten(office: ExampleOffice) -> QWidget:
    lead = office.ask()
    office.desk.agree(lead, NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))
    page = LeadPage(office.around)
    page.show_lead(lead)
    return page


def _unreachable(office: ExampleOffice) -> QWidget:
    return _card(_confirm, _USUAL | _NEITHER, office)


def _same_customer(asked: Customer, office: ExampleOffice) -> QWidget:
    lead = _work(office, asked)
    return SameCustomer(
        office.around, office.search, lead, str(asked.get("name", "Sanne")), _beneath()
    )


def _forget(asked: Customer, _office: ExampleOffice) -> QWidget:
    return Question(str(asked.get("name", "Sanne Hoekstra")), 2, _beneath())


def _beneath() -> QWidget:
    return _BENEATH.setdefault("window", QWidget())


_BENEATH: dict[str, QWidget] = {}

CARDS: dict[str, Callable[[ExampleOffice], QWidget]] = {
    f"card-{name}{ending}": partial(_card, state, asked)
    for name, state in _CARDS.items()
    for ending, asked in (("", _USUAL), ("-long", LONG))
}
CARDS |= {"card-tell": _unreachable, "today-empty": today_empty, "today-nobody": today_nobody}
for _ending, _asked in (("", _USUAL), ("-long", LONG)):
    CARDS |= {
        f"today{_ending}": partial(_today, _asked),
        f"lead{_ending}": partial(_lead, _asked),
        f"forget{_ending}": partial(_forget, _asked),
        f"same-customer{_ending}": partial(_same_customer, _asked),
    }
