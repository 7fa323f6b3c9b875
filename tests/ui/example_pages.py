"""Each page as the gallery shows it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from assistant.core.contact import Phone
from assistant.core.errors import CouldNotError
from assistant.core.facts import AgreementKind, AppointmentEvent, LeadId, Outcome
from assistant.core.letter import Letter, LetterKind
from assistant.core.period import Period
from assistant.core.request import Channel
from assistant.desk import Arrival, Desk, NextStep, Trouble
from assistant.intake.reading import reasons
from assistant.intake.reception import OwnCall
from assistant.settings import OutgoingSettings, Problem, SignIn
from assistant.sign_in import Invitation
from assistant.store.store import Store
from assistant.ui.action.call_page import CallPage
from assistant.ui.appointments.page import AppointmentsPage
from assistant.ui.around import Around
from assistant.ui.form.draft import Draft, FormKind
from assistant.ui.form.log_form import LogForm
from assistant.ui.inspection.page import InspectionPage
from assistant.ui.inspection.scope import Span
from assistant.ui.lead.page import LeadPage
from assistant.ui.lists.handed_over import HandedOver
from assistant.ui.lists.unreadable import UnreadablePage
from assistant.ui.look.scroll import ScrollArea
from assistant.ui.my_week.page import MyWeekPage
from assistant.ui.passive.page import ListPage
from assistant.ui.sending import Sending
from assistant.ui.settings_page.page import SettingsPage
from assistant.ui.settings_page.welcome import Welcome
from assistant.ui.texts.page import TextsPage
from assistant.words.catalogue import tr
from tests.conftest import RULES, a_request, local
from tests.ui.appointments.booking import book
from tests.ui.example_cards import CARDS
from tests.ui.example_office import LONG_NAME, ExampleOffice
from tests.ui.inspection.example_weeks import NOW, ExampleWeeks

_MAIL = """\
From: Website <noreply@dealer.example>
To: verkoop@dealer.example
Subject: Contactformulier website
Date: Tue, 24 Feb 2026 08:41:12 +0100
Content-Type: text/plain; charset=utf-8

Naam: Lieke van den Berg
Bereikbaar: na vijf uur, of via mijn man op 06 12 12 12 12

Ik zoek een automaat, heeft u er binnenkort nog een? Liefst een Opel Corsa
of iets van die maat, tot € 12.000. De inruil is een Toyota Yaris uit 2011.
""".encode()
_CALL = "Gemiste oproep om 09:31. Nummer: anoniem.\r\nDuur: 0:21\r\n".encode("cp1252")


def _form(office: ExampleOffice) -> LogForm:
    office.fill()
    form = LogForm(office.around)
    form.start(FormKind.WALK_IN)
    return form


def form_known(office: ExampleOffice) -> QWidget:
    form = _form(office)
    form.bring_in(
        Draft(
            kind=FormKind.CALL,
            number="0612345678",
            phone_read_back=True,
            name="Sanne Hoekstra",
            question="Is de Peugeot er nog, en mag de Clio worden ingeruild?",
            vehicle="Peugeot 208 1.2",
            email="sanne.hoekstra@example.com",
            called="+31201234567",
            next_step=NextStep(kind=AgreementKind.APPOINTMENT, moment=local("2026-03-07 10:30")),
        )
    )
    return form


def form_lost(office: ExampleOffice) -> QWidget:
    form = _form(office)
    form.bring_in(
        Draft(
            number="0622223331",
            phone_read_back=True,
            name=LONG_NAME,
            email="maximiliaan@example.com",
            email_read_back=True,
            next_step=NextStep(kind=AgreementKind.LOST),
        )
    )
    form.save()
    return form


def form_missed(office: ExampleOffice) -> QWidget:
    form = _form(office)
    form.start(FormKind.MISSED_CALL, "0612349999")
    return form


def form_wrong(office: ExampleOffice) -> QWidget:
    form = _form(office)
    form.bring_in(Draft(number="06 12 34", email="sanne@voorbeeld"))
    form.save()
    return form


def form_saved(office: ExampleOffice) -> QWidget:
    form = _form(office)
    form.start(FormKind.CALL, "0612345678")
    form.save()
    return form


def settings(office: ExampleOffice) -> QWidget:
    return SettingsPage(office.around, office.folder, ())


def settings_wrong(office: ExampleOffice) -> QWidget:
    problems = (Problem(12, "hours.monday"), Problem(31, "follow_up.busy_minutes"))
    page = SettingsPage(office.around, office.folder, problems)
    page.display.notice_test.show_button.click()
    field = page.hours.days[2]
    field.setText("9-12.30, 12:00-18:00")
    field.textEdited.emit(field.text())
    page.save()
    return page


def settings_filled(office: ExampleOffice) -> QWidget:
    page = SettingsPage(office.around, office.folder, ())
    for line, text in ((page.salesperson, LONG_NAME), (page.dealer, "Autobedrijf De Brug")):
        line.setText(text)
    field = page.hours.days[0]
    field.setText("09:00-12:30, 13:00-18:00")
    field.textEdited.emit(field.text())
    page.display.notice_test.show_button.click()
    page.display.notice_test.no.click()
    page.folder.show_folder(str(office.folder.root / "een-map" / "met-een-lange-naam"))
    return page


def settings_phone(office: ExampleOffice) -> QWidget:
    page = SettingsPage(office.around, office.folder, ())
    card = page.telephone
    card.way.buttons.button(1).click()
    card.url.url.setText("http://192.168.1.20/command.htm?number={digits}")
    card.url.user.setText("desk")
    card.test_number.setText("0612345678")
    card.test.click()
    return page


def settings_command(office: ExampleOffice) -> QWidget:
    page = SettingsPage(office.around, office.folder, ())
    page.telephone.way.buttons.button(2).click()
    return page


def call_by_hand(office: ExampleOffice) -> QWidget:
    page = CallPage(_by_a_press(office))
    page.start("+31612345678")
    return page


def call_failed(office: ExampleOffice) -> QWidget:
    page = CallPage(office.around)
    page.start("+31612345678")
    said = "{host} cannot be reached: is it on, and is the address right?"
    page.dialling.failed.emit(CouldNotError(said, host="telefoon-verkoop.autobedrijf.example"))
    return page


def call_ended(office: ExampleOffice) -> QWidget:
    page = CallPage(office.around)
    page.start("+31612345678")
    for seconds, over in ((9, False), (84, True)):
        office.clock.advance(seconds=seconds)
        office.around.qt_desk.own_call_told.emit(OwnCall("+31612345678", office.clock(), over))
    return page


def _by_a_press(office: ExampleOffice) -> Around:
    settings = office.around.settings
    telephone = replace(settings.telephone, dial_at_once=False)
    return replace(office.around, settings=replace(settings, telephone=telephone))


def settings_microsoft(office: ExampleOffice) -> QWidget:
    invitation = Invitation("https://login.example.com/device", "ABCD-EFGH")
    return _signing_in(office, SignIn.MICROSOFT, invitation)


def settings_google(office: ExampleOffice) -> QWidget:
    return _signing_in(office, SignIn.GOOGLE, Invitation("https://accounts.example.com/auth?a=b"))


def _signing_in(office: ExampleOffice, way: SignIn, invitation: Invitation) -> QWidget:
    page = SettingsPage(office.around, office.folder, ())
    page.mailboxes.add.click()
    page.mailboxes.form.user.setText("verkoop@example.com")
    fields = page.mailboxes.form.sign_in
    fields.choice.buttons.button(list(SignIn).index(way)).click()
    fields.client_id.setText("1b2c3d4e-0000-4000-8000-123456789abc")
    fields.show_running(running=True)
    page.mailboxes.key.run.invited.emit(invitation)
    return page


def texts(office: ExampleOffice) -> QWidget:
    office.fill()
    return TextsPage(office.around)


def texts_own(office: ExampleOffice) -> QWidget:
    page = TextsPage(office.around)
    page.moments.button(1).click()
    page.channel.buttons.button(1).click()
    page.editor.body.setPlainText("{salutation}\n\nBel me op {phone} over de {naam}.")
    page.save()
    return page


def settings_outgoing(office: ExampleOffice) -> QWidget:
    page = SettingsPage(office.around, office.folder, ())
    _settle(page)
    page.outgoing.begin.click()
    page.outgoing.form.address.setText("verkoop@example.com")
    page.outgoing.form.port.setText("70000")
    page.outgoing.keep.click()
    QTest.qWait(50)
    return page


def settings_sending(office: ExampleOffice) -> QWidget:
    outgoing = OutgoingSettings(host="smtp.example.com", address="verkoop@example.com")
    settings = replace(office.around.settings, outgoing=outgoing)
    lead = office.ask()
    for number in range(3):
        _put(office, lead, number)
    sent, lost, _ = office.desk.outgoing.waiting()
    office.desk.outgoing.gone(sent.id)
    office.desk.outgoing.unsure(lost.id)
    sending = Sending(office.around.qt_desk, lambda _mail, _gate: None)
    sending.problem = CouldNotError(
        "There is no server {host}: check its name and the network.", host="smtp.example.com"
    )
    page = SettingsPage(
        replace(office.around, settings=settings), office.folder, (), sending=sending
    )
    sending.setParent(page)
    _settle(page)
    page.findChildren(ScrollArea)[0].ensureWidgetVisible(page.outgoing)
    return page


def lead_mail(office: ExampleOffice) -> QWidget:
    """A lead whose customer answered one mail, while nobody knows whether another left."""
    lead = office.ask(name=LONG_NAME)
    office.desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)
    _put(office, lead, 1)
    office.desk.record(lead, Channel.MAIL, Outcome.SENT)
    (mail,) = office.desk.outgoing.waiting()
    trouble = Trouble(
        "{host} got the mail, but did not say that it will send it.", {"host": "smtp.example.com"}
    )
    office.desk.outgoing.unsure(mail.id, trouble)
    office.clock.advance(minutes=12)
    office.desk.take_in(
        Arrival(
            identity="mail:answer",
            name="answer.eml",
            arrived_at=office.clock(),
            content=b"raw",
            readings=(a_request(phones=()),),
            letter=Letter(
                kind=LetterKind.PERSON,
                sender="sanne.hoekstra@example.com",
                text="Ja, graag. Kan het zaterdag om half elf?\n\nDan neem ik de Clio mee.",
            ),
        )
    )
    page = LeadPage(office.around)
    page.show_lead(lead)
    return page


def _settle(page: QWidget) -> None:
    """Let a page find its sizes, so that it can be scrolled."""
    page.resize(1100, 700)
    page.show()
    QTest.qWait(50)


def _put(office: ExampleOffice, lead: LeadId, number: int) -> None:
    office.desk.outgoing.put(
        lead,
        b"raw",
        message_id=f"<{number}@example.com>",
        recipient="sanne.hoekstra@example.com",
        subject="Uw vraag over de Peugeot 208 1.2",
        hold=timedelta(0),
    )


def welcome(office: ExampleOffice) -> QWidget:
    return Welcome(office.around, office.folder)


def welcome_hours(office: ExampleOffice) -> QWidget:
    page = Welcome(office.around, office.folder)
    page.skip.click()
    return page


def welcome_folder(office: ExampleOffice) -> QWidget:
    page = Welcome(office.around, office.folder)
    page.skip.click()
    page.next.click()
    page.folder.folder.show_folder("/srv/leads")
    page.next.click()
    return page


def appointments(office: ExampleOffice) -> AppointmentsPage:
    office.clock.now = local("2026-03-02 08:00")
    confirmed = AppointmentEvent.CONFIRMED
    els = book(office.desk, "2026-03-02 10:00", "Els Bakker", confirmed)
    kim = book(office.desk, "2026-03-02 14:00", "Kim Mol", confirmed)
    book(office.desk, "2026-03-03 11:00", "J. de Haan", confirmed)
    book(office.desk, "2026-03-05 13:30", LONG_NAME, confirmed, vehicle="Volvo V60 T6 Recharge")
    book(office.desk, "2026-03-05 14:00", "Lieke van den Berg")
    office.clock.now = local("2026-03-03 13:10")
    office.desk.change_appointment(els, AppointmentEvent.SHOW)
    office.desk.change_appointment(kim, AppointmentEvent.NO_SHOW)
    return AppointmentsPage(office.around, office.folder.appointments)


def appointments_moved(office: ExampleOffice) -> QWidget:
    page = appointments(office)
    page.show()
    page.week.tiles[-1].click()
    page.chosen.panel.pages.came.moved.click()
    return page


def appointments_empty(office: ExampleOffice) -> QWidget:
    return AppointmentsPage(office.around, office.folder.appointments)


def handed_over(office: ExampleOffice) -> QWidget:
    office.fill()
    return HandedOver(office.around, office.folder)


def handed_over_drafts(office: ExampleOffice) -> QWidget:
    page = handed_over(office)
    assert isinstance(page, HandedOver)
    desk = office.around.qt_desk.desk
    for lead in desk.handovers.waiting(1):
        if lead.handed_over is not None:
            desk.handovers.sent(lead.lead_id, lead.handed_over, as_draft=True)
    page.show()
    page.table.selectRow(page.model.rowCount() - 1)
    page.say(tr("The mail is opened in your mail program: press Send there."))
    return page


def handed_over_empty(office: ExampleOffice) -> QWidget:
    return HandedOver(office.around, office.folder)


def _list(office: ExampleOffice, name: str, text: str) -> ListPage:
    """Open a list, and wait until it is read."""
    path = office.folder.root / name
    path.write_text(text, "cp1252")
    page = ListPage(office.around)
    page.open(path)
    while page.is_busy:
        QTest.qWait(10)
    return page


def list_page(office: ExampleOffice) -> QWidget:
    return _list(office, "klanten vier jaar dezelfde auto - vestiging Apeldoorn.csv", _LIST)


def list_unknown(office: ExampleOffice) -> QWidget:
    return _list(office, "export.csv", "Klantnr;Bedrag\n12;€ 20\n13;€ 30\n")


def list_fine(office: ExampleOffice) -> QWidget:
    return _list(office, "lijst.csv", "Naam;Mobiel\nSanne;0612345678\nJan;0620000001\n")


def list_refused(office: ExampleOffice) -> QWidget:
    return _list(office, "offerte.xlsx", "PK\x03\x04 no zip")


def unreadable(office: ExampleOffice) -> QWidget:
    for name, reason, content in UNREADABLE:
        office.add_unreadable(name, reason, content)
    page = UnreadablePage(office.around)
    page.show()
    page.list.setCurrentIndex(page.model.index(2))
    page.show_problems(["The file scan.pdf cannot be read: another program holds it."])
    return page


def unreadable_empty(office: ExampleOffice) -> QWidget:
    return UnreadablePage(office.around)


def my_week(office: ExampleOffice) -> MyWeekPage:
    store = Store(office.folder.database, office.clock())
    desk = Desk(store, office.clock, RULES, salesperson="Piet")
    for number in range(9):
        phone = Phone(f"+3162222444{number}", mobile=True)
        name = LONG_NAME if number == 1 else f"Klant {number}"
        lead = desk.log_contact(a_request(name=name, phones=(phone,), emails=())).lead_id
        assert lead is not None
        if number % 3 == 0:
            desk.record(lead, Channel.CALL, Outcome.SPOKE)
            moment = office.clock() + timedelta(days=1)
            desk.agree(lead, NextStep(kind=AgreementKind.CALL_BACK, moment=moment))
    desk.pledging.write(Period.of_week(2026, 8), "Piet", "Eerst bellen, dan pas de auto opzoeken")
    store.close()
    office.clock.now = local("2026-03-02 08:30")
    return _my_week(office)


def my_week_empty(office: ExampleOffice) -> QWidget:
    Store(office.folder.database, office.clock()).close()
    return _my_week(office)


def _my_week(office: ExampleOffice) -> MyWeekPage:
    """Show the page, and wait until all of it is there."""
    desk = replace(office.around.settings.desk, salesperson="Piet")
    settings = replace(office.around.settings, desk=desk)
    page = MyWeekPage(replace(office.around, settings=settings), office.folder)
    _settle(page)
    while page.errand.is_running:
        QTest.qWait(10)
    return page


def _inspection(office: ExampleOffice, span: Span = Span.THIS_MONTH) -> InspectionPage:
    """Show the page, and wait until all of it is there."""
    office.clock.now = NOW
    places = QSettings(str(office.folder.root / "window.ini"), QSettings.Format.IniFormat)
    places.setValue("inspection/span", span.value)
    page = InspectionPage(office.around, office.folder, places)
    _settle(page)
    while page.is_busy:
        QTest.qWait(10)
    return page


def inspection(office: ExampleOffice) -> InspectionPage:
    ExampleWeeks(office.folder.database).tell()
    return _inspection(office)


def inspection_below(office: ExampleOffice) -> QWidget:
    page = inspection(office)
    _scroll_to(page, page.sections.response)
    return page


def inspection_telephone(office: ExampleOffice) -> QWidget:
    page = inspection(office)
    _scroll_to(page, page.sections.telephone)
    return page


def inspection_trend(office: ExampleOffice) -> QWidget:
    page = inspection(office)
    _scroll_to(page, page.sections.trend)
    return page


def inspection_splits(office: ExampleOffice) -> QWidget:
    page = inspection(office)
    _scroll_to(page, page.sections.agreements)
    return page


def _scroll_to(page: InspectionPage, section: QWidget) -> None:
    QTest.qWait(50)
    page.area.verticalScrollBar().setValue(section.y())


def inspection_few(office: ExampleOffice) -> QWidget:
    ExampleWeeks(office.folder.database).tell()
    page = _inspection(office, Span.LAST_WEEK)
    page.filter.owner.setCurrentIndex(page.filter.owner.count() - 1)
    while page.is_busy:
        QTest.qWait(10)
    return page


def inspection_leads(office: ExampleOffice) -> QWidget:
    page = inspection(office)
    page.sections.funnel.steps[1].lost.click()
    while page.is_busy:
        QTest.qWait(10)
    return page


def inspection_empty(office: ExampleOffice) -> QWidget:
    Store(office.folder.database, office.clock()).close()
    return _inspection(office)


UNREADABLE = (
    ("foto.jpg", reasons.NOT_TEXT, bytes(range(256)) * 20),
    ("aanvraag-website-2026-02-24-contactformulier-voorraad.eml", reasons.NO_CUSTOMER, _MAIL),
    ("offerte \N{RIGHT-TO-LEFT OVERRIDE}fdp.exe", reasons.EMPTY, b""),
    ("oproep.txt", reasons.NUMBER_WITHHELD, _CALL),
)


_HEADINGS = (
    "Relatienummer;Voornaam;Tussenvoegsel;Achternaam;Mobiel;E-mailadres;Merk;Type;Kenteken;"
    "Datum aankoop;Toestemming;Opmerking"
)
_FIRST, _, _LAST = LONG_NAME.rpartition(" ")
_CUSTOMERS = (
    "10021;Jan;de;Vries;06-12345678;jan@example.com;Opel;Corsa;XX-123-X;12-3-2022;ja, 2024;",
    "10022;Zoë;;Côté;0612349999;;Kia;Rio;XX-124-X;1-4-2022;ja;belt liever na vijven",
    f"10023;{_FIRST};;{_LAST};0622223331;;Volvo;V60;;;nee;",
    "10024;Els;;Bakker;;;Fiat;500;;;ja;",
    "10025;Piet;;Smit;onbekend;;Fiat;Panda;;;ja;",
    "10026;J.;de;Vries;06 12345678;;Opel;Astra;XX-125-X;5-5-2022;ja;tweede auto",
    "10027;Kim;;Mol;;kim.mol@example.com;Mazda;2;;;;",
)
_LIST = "\n".join((_HEADINGS, *_CUSTOMERS)) + "\n"

PAGES: dict[str, Callable[[ExampleOffice], QWidget]] = {
    **CARDS,
    "form-known": form_known,
    "form-lost": form_lost,
    "form-missed": form_missed,
    "form-wrong": form_wrong,
    "form-saved": form_saved,
    "settings": settings,
    "settings-phone": settings_phone,
    "settings-command": settings_command,
    "call-by-hand": call_by_hand,
    "call-failed": call_failed,
    "call-ended": call_ended,
    "settings-microsoft": settings_microsoft,
    "settings-google": settings_google,
    "settings-outgoing": settings_outgoing,
    "settings-sending": settings_sending,
    "settings-filled": settings_filled,
    "lead-mail": lead_mail,
    "settings-wrong": settings_wrong,
    "appointments": appointments,
    "appointments-moved": appointments_moved,
    "appointments-empty": appointments_empty,
    "handed-over": handed_over,
    "handed-over-drafts": handed_over_drafts,
    "handed-over-empty": handed_over_empty,
    "my-week": my_week,
    "my-week-empty": my_week_empty,
    "inspection": inspection,
    "inspection-below": inspection_below,
    "inspection-telephone": inspection_telephone,
    "inspection-splits": inspection_splits,
    "inspection-trend": inspection_trend,
    "inspection-few": inspection_few,
    "inspection-leads": inspection_leads,
    "inspection-empty": inspection_empty,
    "list": list_page,
    "list-fine": list_fine,
    "list-refused": list_refused,
    "list-unknown": list_unknown,
    "unreadable": unreadable,
    "unreadable-empty": unreadable_empty,
    "texts": texts,
    "texts-own": texts_own,
    "welcome": welcome,
    "welcome-hours": welcome_hours,
    "welcome-folder": welcome_folder,
}
