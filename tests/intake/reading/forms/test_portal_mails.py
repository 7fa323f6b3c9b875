"""Mails of portals and sites: what their labels say becomes a request, field by field."""

from datetime import datetime
from typing import Any

import pytest

from assistant.core.request import Channel, Door, NotALead, Request, RequestKind, Unreadable
from assistant.intake.reading import reasons
from tests.intake.reading.messages import AMSTERDAM, mail, numbers, reading, request

AUTOTRACK = "AutoTrack <noreply@autotrack.nl>"
MARKTPLAATS = "Marktplaats <noreply@mail.marktplaats.nl>"
CALLS = "Marktplaats <noreply@call.marktplaats.nl>"
SCOUT = "AutoScout24 <no-reply@autoscout24.com>"
SCOUT_CALLS = "AutoScout24 <no-reply@rtm.autoscout24.com>"
SITE = "Website <noreply@site.example>"
HTML = "text/html; charset=utf-8"


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


TEST_DRIVE = mail(
    AUTOTRACK,
    "Proefritaanvraag voor Volkswagen Golf - AutoTrack",
    """Proefritaanvraag

Naam: De heer J.P. de Boer
E-mailadres: jp.deboer@example.com
Telefoonnummer: 06-23456789
Gewenste dag: zaterdag
Gewenste tijd: 10:00 - 12:00

Bericht:
Ik rijd graag een proefrit.

Mvg,
Jan Peter

Het gaat om de volgende advertentie:
Volkswagen Golf 1.4 TSI Highline
Prijs: € 15.495
Kilometerstand: 98.000 km
Kenteken: K-123-BB
https://www.autotrack.nl/a/volkswagen-golf-87654321
© AutoTrack
autotrack is onderdeel van een groep, Postbus 1, Telefoon: 088-1234567""",
    "Reply-To: jp.deboer@example.com",
)
CALL_BACK = mail(
    AUTOTRACK,
    "Terugbelverzoek voor Ford Fiesta - AutoTrack",
    """*Naam:* Mevrouw A. Yilmaz
*Telefoonnummer:* +31 (0)6 3456 7890
*Gewenste dag:* morgen
*Gewenste tijd:* tussen 14:00 en 16:00

Het gaat om de volgende advertentie:
Ford Fiesta 1.0 EcoBoost
Prijs: € 9.950
© AutoTrack""",
)
TRADE_IN = mail(
    AUTOTRACK,
    "Inruilaanvraag voor Kia Niro - AutoTrack",
    """*Naam:* Piet Bakker
*E-mailadres:* piet@example.com
*Telefoonnummer:* 0645678901

*Kenteken:* AB-123-C
*Kilometerstand:* 145.000
*Staat van inruilauto:* Goed
*Beschrijving inruilauto:*
Opel Astra 2012, lichte schade
achterbumper

Het gaat om de volgende advertentie:
Kia Niro 1.6 GDi Hybrid
Prijs: € 19.950
Kenteken: XX-999-X
© AutoTrack""",
)
PRIVATE_SELLER = mail(
    "Jan via Marktplaats <noreply@mail.marktplaats.nl>",
    "Vraag over je advertentie Toyota Aygo 1.0",
    """Hallo,

Naam: Jan
E-mailadres: jan.m@example.com

Vraag:
Wat is uw beste prijs?
Groetjes Jan

Verkoper
Autobedrijf Dealer
Telefoon: 020-9998887
E-mail: info@garage.example

Bekijk advertentie
https://link.marktplaats.nl/m123456
""",
    "Reply-To: jan.m@example.com",
)
HTML_TABLE = mail(
    MARKTPLAATS,
    "Vraag over je advertentie 'Volkswagen Golf 1.2 TSI'",
    "<html><body><table><tr><td><h2>Je hebt een vraag</h2></td></tr>"
    "<tr><td><b>Naam</b></td><td>Mohammed El Amrani</td></tr>"
    '<tr><td><b>Telefoonnummer</b></td><td><a href="tel:0612345678">06-12345678</a></td></tr>'
    '<tr><td><b>E-mailadres</b></td><td><a href="mailto:mo@example.com">mail</a></td></tr>'
    "<tr><td colspan=2><b>Vraag:</b></td></tr>"
    "<tr><td colspan=2>Hallo,<br><br>Kan ik morgen kijken?<br><br>Groeten,<br>Mohammed</td></tr>"
    '<tr><td><a href="https://www.marktplaats.nl/v/auto-s/golf/m2100">Bekijk advertentie</a></td>'
    "</tr><tr><td>Marktplaats is onderdeel van iets. Telefoon: 088-0000000</td></tr></table>",
    kind=HTML,
)
SCOUT_DIVS = mail(
    SCOUT,
    "Interesse in Tesla Model 3 voor uw Tesla Model 3 - € 32.950",
    "<div>Nieuwe aanvraag van: <strong>W. van 't Hoff</strong></div>"
    '<div>Telefoon: <a href="tel:+31612345678">+31 6 1234 5678</a></div><div>&nbsp;</div>'
    "<div><b>Bericht van de koper</b></div><div>Beste,<br/>Ik heb interesse in uw Tesla.<br/>"
    "Prijs: is daar nog iets mogelijk?<br/>Met vriendelijke groet,<br/>W. van 't Hoff</div>"
    '<div>Antwoorden op: <a href="mailto:w.hoff@example.com?subject=Re">klik hier</a></div>'
    "<div>Uw voertuig</div><div>Tesla Model 3 Long Range AWD</div><div>€ 32.950,-</div>"
    "<div>Kenteken</div><div>K-123-LM</div>"
    '<div><a href="https://www.autoscout24.nl/aanbod/tesla-abc?x=1&amp;y=2">Bekijk</a></div>',
    kind=HTML,
)
SCOUT_PLAIN = mail(
    SCOUT,
    "Interesse in Volkswagen Polo voor uw Volkswagen Polo - € 11.500",
    """Nieuwe aanvraag van Kees de Vries voor uw Volkswagen Polo

Telefoon: 0687654321
Bericht van de koper
Is de prijs onderhandelbaar?
Met vriendelijke groet,
Kees de Vries
Antwoorden op: kees@example.com
Advertentienr. 1234567
Kenteken AB-12-CD
""",
)
SCOUT_GERMAN = mail(
    "AutoScout24 <no-reply@autoscout24.de>",
    "Anfrage zu Ihrem BMW 118i",
    """Name: Herr Jürgen Groß
Telefon: +49 151 23456789
E-Mail: j.gross@example.de
Nachricht:
Ist das Fahrzeug noch verfügbar?
Mit freundlichen Grüßen
Jürgen Groß

Fahrzeug: BMW 118i Sport
Preis: 14.900 €
""",
)
SITE_TRADE_IN = mail(
    SITE,
    "Inruilaanvraag via website",
    """Inruilaanvraag via website
Naam: Jan de Wit
Telefoonnummer: 0612121212
E-Mailadres: jan@example.com
Merk: Opel
Model: Corsa
Bouwjaar: 2014
Kenteken: 8-ABC-12
Kilometerstand: 112.000
Eventuele opmerkingen: Nieuwe APK
""",
)
LEASE = mail(
    "FinancialLease.nl <info@financiallease.nl>",
    "Nieuwe aanvraag: Mercedes-Benz Vito",
    """Naam: De heer K. Smit
Bedrijfsnaam: Smit BV
E-mail: k.smit@example.com
Telefoonnummer: 0610203040
Voertuig: Mercedes-Benz Vito 114
""",
)
STACKED = mail(
    "Elementor <wordpress@garage.example>",
    'Nieuw bericht van "Garage"',
    """Naam
Sara Vos

E-mail
sara@example.com

Telefoonnummer
06-19887766

Bericht
Hebben jullie nog een Up?
En in het rood?

---
Datum: 12 mei 2026
Tijd: 10:14
Pagina URL: https://garage.example/occasions/vw-up-123
Extern IP: 1.2.3.4
Powered by: Elementor
""",
)
ENGLISH = mail(
    "AutoTrader <leads@autotrader.example>",
    "New enquiry for Ford Focus",
    """You have received a new enquiry.

Customer Name: Mr John Smith
Customer Email: john.smith@example.com
Customer Phone: +44 7911 123456
Vehicle: Ford Focus 1.0 ST-Line
Price: £12,995
Registration: AB12 CDE
Message: Hi, is this still available? Please don't call me, email only.

Kind regards
John

View listing: https://www.autotrader.example/car-details/123456
""",
)
ENGLISH_TABLE = mail(
    "Dealer Site <forms@dealersite.example>",
    "New test drive request",
    "<table><tr><th>Name</th><td>Mary O&#39;Neil</td></tr>"
    '<tr><th>E-mail</th><td><a href="mailto:mary@example.com">mary@example.com</a></td></tr>'
    "<tr><th>Phone</th><td>+44 7911 123456</td></tr><tr><th>Vehicle</th><td>Volvo V60</td></tr>"
    "<tr><th>Message</th><td>Can I try it on Friday?<br>After 5 pm</td></tr></table>",
    kind=HTML,
)
GERMAN = mail(
    "Webseite <noreply@autohaus.example>",
    "Probefahrt Anfrage",
    """Anrede: Frau
Vorname: Petra
Nachname: Müller
Telefon: +49 171 1234567
E-Mail: petra@example.de
Fahrzeug: VW Tiguan 2.0 TDI
Wunschtermin: Samstag
Uhrzeit: 10:00
Nachricht: Ich möchte gerne Probe fahren.

Mit freundlichen Grüßen
Ihre Webseite
Tel: 089 123456
""",
)
GERMAN_CALL_BACK = mail(
    "Webseite <noreply@autohaus.example>",
    "Rückrufbitte",
    "Name: Hans Meier\nTelefonnummer: 0049 171 1234567\nRückruf am: morgen\nUhrzeit: 14 Uhr\n",
)
COLUMNS = mail(
    SITE,
    "Aanvraag",
    "<table><tr><td>Naam</td><td>Telefoon</td><td>E-mail</td></tr>"
    "<tr><td>Jan</td><td>0612345678</td><td>j@example.com</td></tr></table>",
    kind=HTML,
)
DUTCH_FORM7 = mail(
    "WordPress <wordpress@garage.example>",
    'Garage "Inruil mijn auto"',
    """Van: Els Bos <els@example.com>
Onderwerp: Inruil mijn auto

Bericht:
Wat krijg ik voor mijn Suzuki Swift 2010? Bel 06-12345678

--
Deze e-mail is verzonden via het contactformulier op Garage (https://garage.example)""",
)

EXPECTED: dict[str, tuple[bytes, dict[str, Any]]] = {
    "AutoTrack test drive": (
        TEST_DRIVE,
        {
            "kind": RequestKind.TEST_DRIVE,
            "source": "AutoTrack",
            "name": "J.P. de Boer",
            "numbers": ["+31623456789"],
            "emails": ("jp.deboer@example.com",),
            "vehicle": "Volkswagen Golf 1.4 TSI Highline",
            "plate": "K-123-BB",
            "price": "€ 15.495",
            "link": "https://www.autotrack.nl/a/volkswagen-golf-87654321",
            "question": "Ik rijd graag een proefrit.\n\n"
            "Gewenste dag: zaterdag\nGewenste tijd: 10:00 - 12:00",
            "wanted_at": None,
        },
    ),
    "AutoTrack call back": (
        CALL_BACK,
        {
            "kind": RequestKind.CALL_BACK,
            "door": Door.WEB,
            "name": "A. Yilmaz",
            "numbers": ["+31634567890"],
            "vehicle": "Ford Fiesta 1.0 EcoBoost",
            "wanted_at": local("2026-05-13 14:00"),
            "question": "",
        },
    ),
    "AutoTrack trade-in": (
        TRADE_IN,
        {
            "kind": RequestKind.TRADE_IN,
            "numbers": ["+31645678901"],
            "vehicle": "Kia Niro 1.6 GDi Hybrid",
            "plate": "XX-999-X",
            "price": "€ 19.950",
            "own_vehicle": "AB-123-C, 145.000, Goed, Opel Astra 2012, lichte schade achterbumper",
        },
    ),
    "Marktplaats question": (
        PRIVATE_SELLER,
        {
            "source": "Marktplaats",
            "name": "Jan",
            "numbers": [],
            "emails": ("jan.m@example.com",),
            "vehicle": "Toyota Aygo 1.0",
            "link": "https://link.marktplaats.nl/m123456",
            "question": "Wat is uw beste prijs?",
        },
    ),
    "Marktplaats table": (
        HTML_TABLE,
        {
            "name": "Mohammed El Amrani",
            "numbers": ["+31612345678"],
            "emails": ("mo@example.com",),
            "vehicle": "Volkswagen Golf 1.2 TSI",
            "link": "https://www.marktplaats.nl/v/auto-s/golf/m2100",
            "question": "Hallo,\n\nKan ik morgen kijken?",
        },
    ),
    "AutoScout24 divisions": (
        SCOUT_DIVS,
        {
            "name": "W. van 't Hoff",
            "numbers": ["+31612345678"],
            "emails": ("w.hoff@example.com",),
            "vehicle": "Tesla Model 3 Long Range AWD",
            "plate": "K-123-LM",
            "price": "€ 32.950",
            "link": "https://www.autoscout24.nl/aanbod/tesla-abc?x=1&y=2",
            "question": "Beste,\nIk heb interesse in uw Tesla.\nPrijs: is daar nog iets mogelijk?",
        },
    ),
    "AutoScout24 plain": (
        SCOUT_PLAIN,
        {
            "name": "Kees de Vries",
            "numbers": ["+31687654321"],
            "emails": ("kees@example.com",),
            "vehicle": "Volkswagen Polo",
            "plate": "AB-12-CD",
            "price": "€ 11.500",
            "question": "Is de prijs onderhandelbaar?",
        },
    ),
    "AutoScout24 German": (
        SCOUT_GERMAN,
        {
            "source": "AutoScout24",
            "name": "Jürgen Groß",
            "numbers": ["+4915123456789"],
            "vehicle": "BMW 118i Sport",
            "price": "14.900 €",
            "question": "Ist das Fahrzeug noch verfügbar?",
        },
    ),
    "site trade-in": (
        SITE_TRADE_IN,
        {
            "kind": RequestKind.TRADE_IN,
            "source": "Website",
            "vehicle": "",
            "plate": "",
            "own_vehicle": "Opel Corsa (2014), 8-ABC-12, 112.000",
            "question": "Nieuwe APK",
        },
    ),
    "lease": (
        LEASE,
        {
            "kind": RequestKind.FINANCE,
            "source": "FinancialLease.nl",
            "name": "K. Smit",
            "vehicle": "Mercedes-Benz Vito 114",
        },
    ),
    "labels above their values": (
        STACKED,
        {
            "source": "Elementor",
            "name": "Sara Vos",
            "numbers": ["+31619887766"],
            "emails": ("sara@example.com",),
            "link": "https://garage.example/occasions/vw-up-123",
            "question": "Hebben jullie nog een Up?\nEn in het rood?",
        },
    ),
    "English portal": (
        ENGLISH,
        {
            "source": "AutoTrader",
            "name": "John Smith",
            "numbers": ["+447911123456"],
            "emails": ("john.smith@example.com",),
            "vehicle": "Ford Focus 1.0 ST-Line",
            "plate": "AB12 CDE",
            "price": "£12,995",
            "link": "https://www.autotrader.example/car-details/123456",
            "may_call": False,
            "wants": Channel.MAIL,
        },
    ),
    "English table": (
        ENGLISH_TABLE,
        {
            "kind": RequestKind.TEST_DRIVE,
            "source": "Dealer Site",
            "name": "Mary O'Neil",
            "numbers": ["+447911123456"],
            "vehicle": "Volvo V60",
            "question": "Can I try it on Friday?\nAfter 5 pm",
        },
    ),
    "German site": (
        GERMAN,
        {
            "kind": RequestKind.TEST_DRIVE,
            "name": "Petra Müller",
            "numbers": ["+491711234567"],
            "vehicle": "VW Tiguan 2.0 TDI",
            "question": "Ich möchte gerne Probe fahren.\n\nWunschtermin: Samstag\nUhrzeit: 10:00",
        },
    ),
    "German call back": (
        GERMAN_CALL_BACK,
        {
            "kind": RequestKind.CALL_BACK,
            "name": "Hans Meier",
            "wanted_at": local("2026-05-13 14:00"),
        },
    ),
    "a table with a row of labels": (
        COLUMNS,
        {"name": "Jan", "numbers": ["+31612345678"], "emails": ("j@example.com",)},
    ),
    "Dutch contact form": (
        DUTCH_FORM7,
        {
            "kind": RequestKind.TRADE_IN,
            "source": "Website",
            "name": "Els Bos",
            "numbers": ["+31612345678"],
            "emails": ("els@example.com",),
            "question": "Wat krijg ik voor mijn Suzuki Swift 2010? Bel 06-12345678",
        },
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_labelled_mail_is_read_field_by_field(name: str) -> None:
    content, expected = EXPECTED[name]
    asked = request(content)
    found = {field: getattr(asked, field) for field in expected if field != "numbers"}

    assert found | {"numbers": numbers(asked)} == {"numbers": numbers(asked)} | expected


@pytest.mark.parametrize(
    "subject",
    [
        "Vraag over advertentie voor BMW 116i - AutoTrack",
        "Vraag over je advertentie BMW 116i",
        'Vraag over je advertentie: "BMW 116i"',
        "FW: Vraag over uw advertentie BMW 116i - Marktplaats",
        "Interesse in BMW 116i",
        "Interesse in uw BMW 116i - € 9.950",
        "Ik heb interesse in een BMW 116i",
        "Terugbelverzoek voor BMW 116i",
        "Proefrit BMW 116i",
        "New enquiry for BMW 116i",
        "Anfrage zu Ihrem BMW 116i",
        "Neue Anfrage zu Ihrem Inserat: BMW 116i",
    ],
)
def test_the_subject_names_the_car(subject: str) -> None:
    asked = request(mail(SITE, subject, "Naam: Jan\nTelefoon: 0612345678\nBericht: hoi"))

    assert asked.vehicle == "BMW 116i"


def test_the_advert_names_the_car_more_fully_than_the_subject() -> None:
    body = "Naam: Jan\nTelefoon: 0612345678\n\nHet gaat om deze advertentie: BMW 116i Executive"

    assert request(mail(SITE, "Interesse in BMW 116i", body)).vehicle == "BMW 116i Executive"


SUBJECTS = {
    "Klantnr: 12345. Gemiste oproep voor BMW 320i (Plus/Basic)": (
        RequestKind.MISSED_CALL,
        "BMW 320i",
    ),
    "Klantnr: 12345. Aangenomen oproep voor BMW 320i (Plus/Basic)": (
        RequestKind.ANSWERED_CALL,
        "BMW 320i",
    ),
    "Klantnr.: 12345. Miste op 10:14 een oproep over deze Audi A3, uit (Plus) tier": (
        RequestKind.MISSED_CALL,
        "Audi A3",
    ),
    "Klantnr.: 12345. Beantwoordde op 10:14 een oproep over deze Audi A3, uit (Plus) tier": (
        RequestKind.ANSWERED_CALL,
        "Audi A3",
    ),
    "Knd.-Nr: 12345. Verpasster Anruf um 10:14, VW Polo (Plus/NFM)": (
        RequestKind.MISSED_CALL,
        "VW Polo",
    ),
    "Knd.-Nr: 12345. Angenommener Anruf um 10:14, VW Polo (Plus/NFM)": (
        RequestKind.ANSWERED_CALL,
        "VW Polo",
    ),
    "N° client : 12345. Appel manqué à 10:14, Fiat 500 (Plus)": (
        RequestKind.MISSED_CALL,
        "Fiat 500",
    ),
}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_notice_of_a_call_is_read_from_its_subject(subject: str) -> None:
    asked = request(mail(SCOUT_CALLS, subject, "Telefoonnummer: +31612349999\nTijdstip: 10:14"))

    assert (asked.kind, asked.vehicle) == SUBJECTS[subject]
    assert (asked.door, asked.source, asked.question) == (Door.PHONE, "AutoScout24", "")
    assert numbers(asked) == ["+31612349999"]


def test_the_number_may_stand_in_a_comment_for_programs() -> None:
    hidden = (
        "<p>U heeft een oproep gemist.</p><!-- <call><callerNumber>+31612345678</callerNumber>"
        "<calledNumber>+31201112223</calledNumber><listing><make>BMW</make><model>320i</model>"
        "</listing></call> -->"
    )
    asked = request(
        mail(SCOUT_CALLS, "Klantnr: 1. Gemiste oproep voor BMW 3 (A/B)", hidden, kind=HTML)
    )

    assert (numbers(asked), asked.vehicle) == (["+31612345678"], "BMW 320i")


@pytest.mark.parametrize(
    ("sender", "subject", "body", "kind", "number"),
    [
        (
            AUTOTRACK,
            "Oproep gemist voor Mazda 3 - AutoTrack",
            "Telefoonnummer: 0201112223",
            "missed_call",
            "+31201112223",
        ),
        (
            AUTOTRACK,
            "Oproep ontvangen",
            "Telefoonnummer: 0611122233\nGespreksduur: 2:31",
            "answered_call",
            "+31611122233",
        ),
        (
            AUTOTRACK,
            "Oproep gemist",
            "Oproep gemist van +31 6 12345678.\n\nAutoTrack, 088-1234567",
            "missed_call",
            "+31612345678",
        ),
        (
            CALLS,
            "Gesprek gevoerd over Aygo - Marktplaats",
            "Telefoonnummer: +31612349999",
            "answered_call",
            "+31612349999",
        ),
        (
            "PBX <pbx@voip.example>",
            "Gemiste oproep van 0612345678",
            "om 10:12",
            "missed_call",
            "+31612345678",
        ),
        (
            "KPN <noreply@kpn.example>",
            "Gemiste oproep",
            "van 0201112233 om 10:12",
            "missed_call",
            "+31201112233",
        ),
    ],
)
def test_a_call_is_read_from_its_notice(
    sender: str, subject: str, body: str, kind: str, number: str
) -> None:
    asked = request(mail(sender, subject, body))

    assert (asked.kind, asked.door, numbers(asked), asked.question) == (
        kind,
        Door.PHONE,
        [number],
        "",
    )


def test_a_missed_call_without_a_number_is_shown_to_a_person() -> None:
    withheld = mail(AUTOTRACK, "Oproep gemist voor Mazda 3", "Telefoonnummer: Anoniem")

    assert reading(withheld) == Unreadable(reasons.NUMBER_WITHHELD)


def test_an_answered_call_without_a_number_is_no_lead() -> None:
    assert reading(mail(CALLS, "Gesprek gevoerd", "")) == NotALead(reasons.CALL_WITHOUT_NUMBER)


@pytest.mark.parametrize(
    ("sender", "subject", "reason"),
    [
        (MARKTPLAATS, "Je hebt een reactie ontvangen op Toyota Aygo", reasons.CHAT_NOTICE),
        (SCOUT, "Nieuwe zoekresultaten voor uw zoekopdracht BMW", reasons.SAVED_SEARCH),
        (SCOUT, "Ihr Suchauftrag: 3 neue Angebote", reasons.SAVED_SEARCH),
        (AUTOTRACK, "Uw verkoopkansen deze week", reasons.ADVERT_REPORT),
        (AUTOTRACK, "Weekoverzicht", reasons.ADVERT_REPORT),
        (AUTOTRACK, "Advertentiekwaliteit: uw score", reasons.ADVERT_REPORT),
        (SITE, "Statistieken van uw advertenties", reasons.ADVERT_REPORT),
    ],
)
def test_a_notice_without_a_customer_is_no_lead(sender: str, subject: str, reason: str) -> None:
    body = "U had 123 bezoekers. Vragen? Bel 088-1234567 of mail support@autotrack.nl"

    assert reading(mail(sender, subject, body)) == NotALead(reason)


def test_a_chat_notice_with_a_number_is_a_lead() -> None:
    body = "Je hebt een reactie ontvangen van Kees:\n\nHoi, bel me 06-12345678\n\nTeam Marktplaats"
    asked = request(mail(MARKTPLAATS, "Je hebt een reactie ontvangen van Kees", body))

    assert (asked.name, numbers(asked), asked.question) == (
        "Kees",
        ["+31612345678"],
        "Hoi, bel me 06-12345678",
    )


def test_a_portals_own_address_answers_only_when_there_is_no_other() -> None:
    relay = "Reply-To: Kees <a1b2c3@mail.marktplaats.nl>"
    subject = "Vraag over je advertentie Opel Corsa"
    without = mail(MARKTPLAATS, subject, "Naam: Kees\nBericht: er nog?", relay)
    with_number = mail(
        MARKTPLAATS, subject, "Naam: Kees\nTelefoon: 0612345678\nBericht: er nog?", relay
    )

    assert request(without).emails == ("a1b2c3@mail.marktplaats.nl",)
    assert numbers(request(with_number)) == ["+31612345678"]


def test_an_answer_goes_to_the_customer_at_some_portals() -> None:
    asked = request(
        mail(
            AUTOTRACK,
            "Vraag over advertentie",
            "Naam: Bo\nBericht: hoi",
            "Reply-To: Bo Bos <bo@example.com>",
        )
    )

    assert asked.emails == ("bo@example.com",)


def test_the_dealers_own_address_is_nobodys_answer() -> None:
    body = "Naam: Jan\nTelefoon: 0612345678\nE-mail: verkoop@dealer.example"
    asked = request(mail(SITE, "Contact", body, "Reply-To: verkoop@dealer.example"))

    assert (asked.emails, numbers(asked)) == ((), ["+31612345678"])


@pytest.mark.parametrize(
    "body",
    [
        "Naam: Jan\nTelefoon: 0612345678",
        "NAAM : Jan\nTELEFOON : 0612345678",
        "*Naam:* Jan\n*Telefoon:* 0612345678",
        "**Naam**: Jan\n**Telefoon**: 0612345678",
        "_Naam:_ Jan\n_Telefoon:_ 0612345678",
        "> Naam: Jan\n> Telefoon: 0612345678",
        "- Naam: Jan\n- Telefoon: 0612345678",
        "• Naam: Jan\n• Tel.: 0612345678",
        "Naam:\nJan\nTelefoon:\n0612345678",
        "Naam:\n\nJan\n\nTelefoon:\n\n0612345678",
        "Naam\tJan\nTelefoon\t0612345678",
        "Naam = Jan\nTelefoon = 0612345678",
        "Naam - Jan\nTelefoonnummer - 0612345678",
        "Naam*: Jan\nTelefoon (verplicht): 0612345678",
        "Naam: Jan\nTelefoon 0612345678",
        "Naam: Jan Telefoon: 0612345678",
        "Voornaam: Jan\nGSM: 0612345678",
        "Wat is uw naam?: Jan\nOp welk telefoonnummer bent u bereikbaar?: 0612345678",
        "Dealer: Garage Bos\nNaam: Jan\nTelefoon: 0612345678",
        "Dit is een automatisch bericht.\nNaam: Jan\nTelefoon: 0612345678",
        "Bericht: hoi\n\nMet vriendelijke groet,\nJan\n\nTelefoon: 0612345678\nNaam: Jan",
        "Naam            Jan\nTelefoon        0612345678",
        "Naam..........: Jan\nTelefoon......: 0612345678",
        "👤 Naam: Jan\n📞 Telefoon: 0612345678",
        "Tel: 06-12345678 | E‑mail: jan@example.com | Naam: Jan",
        "Nom: Jan\nTéléphone: 0612345678",
        "Naam: Jan\nTelefoon: O612345678",
        "<p>Naam: Jan</p><p>Telefoon: <a href='tel:0612345678'>bel</a></p>",
        "<b>Naam</b><br>Jan<br><b>Telefoon</b><br>0612345678",
        "<dl><dt>Naam</dt><dd>Jan</dd><dt>Telefoon</dt><dd>0612345678</dd></dl>",
        "<ul><li>Naam: Jan</li><li>Telefoon:&nbsp;0612345678</li></ul>",
        "<TABLE><TR><TD>Naam<TD>Jan<TR><TD>Telefoon<TD>0612345678</TABLE>",
    ],
)
def test_labels_are_understood_in_every_layout(body: str) -> None:
    kind = HTML if body.startswith("<") else "text/plain"
    asked = request(mail(SITE, "Contact", body, kind=kind))

    assert (asked.name, numbers(asked)) == ("Jan", ["+31612345678"])


def test_colons_in_his_own_words_are_no_labels() -> None:
    words = "Hallo, ik wil graag weten:\n- prijs: kan die lager?\n- auto: is die gekeurd?"
    asked = request(mail(SITE, "Contact", f"Bericht:\n{words}\n\nNaam: Jan\nTelefoon: 0612345678"))

    assert (asked.question, asked.price, asked.vehicle) == (words, "", "")


def test_a_form_sent_from_the_customers_address_is_answered_there() -> None:
    body = "Naam: Lieke van den Berg\nTelefoon: 0612345678"

    assert request(mail("lieke@example.com", "Contact", body)).emails == ("lieke@example.com",)
    assert request(mail("info@builder.example", "Contact", body)).emails == ()


def test_a_plate_a_price_and_a_link_may_stand_beside_the_car() -> None:
    body = "Naam: Jan\nTelefoon: 0612345678\nAuto: Peugeot 208 (XX-123-X) - € 12.950"
    asked = request(mail(SITE, "Contact", body))
    linked = request(mail(SITE, "Contact", "Telefoon: 0612345678\nAuto: https://x.example/208"))

    assert (asked.vehicle, asked.plate, asked.price) == ("Peugeot 208", "XX-123-X", "€ 12.950")
    assert (linked.vehicle, linked.link) == ("", "https://x.example/208")


def test_two_messages_are_both_kept() -> None:
    asked = request(
        mail(
            SITE, "Contact", "Naam: Jan\nE-mail: j@example.com\nVraag: Er nog?\nOpmerkingen: Haast"
        )
    )

    assert asked.question == "Er nog?\nHaast"


def test_the_wished_channel_has_a_label() -> None:
    body = "Naam: Jan\nTelefoon: 0612345678\nVoorkeur contact: WhatsApp\nBericht: hoi"

    assert request(mail(SITE, "Contact", body)).wants is Channel.WHATSAPP


def test_a_stub_of_a_text_does_not_hide_the_page() -> None:
    parts = (
        "--z\nContent-Type: text/plain\n\nUw e-mailprogramma ondersteunt geen HTML.\n--z\n"
        "Content-Type: text/html\n\n"
        "<p>Naam: <b>Eva</b></p><p>Telefoon: <b>06 1234 5678</b></p>\n--z--\n"
    )
    asked = request(
        mail(SCOUT, "Interesse in uw Seat Leon", parts, kind="multipart/alternative; boundary=z")
    )

    assert (asked.name, numbers(asked), asked.vehicle) == ("Eva", ["+31612345678"], "Seat Leon")


def test_a_mail_passed_on_by_a_colleague_is_the_portals() -> None:
    body = """Pak jij deze op?
Groet Piet, 06-11111111

-----Oorspronkelijk bericht-----
Van: AutoTrack <noreply@autotrack.nl>
Verzonden: dinsdag 12 mei 2026 10:01
Aan: Verkoop <verkoop@dealer.example>
Onderwerp: Vraag over advertentie voor Peugeot 208 - AutoTrack

Naam: Sanne
Telefoonnummer: 0612345678
Bericht:
Beschikbaar?
"""
    asked = request(mail("Piet <piet@dealer.example>", "FW: Vraag over advertentie", body))

    assert (asked.source, asked.name, numbers(asked)) == ("AutoTrack", "Sanne", ["+31612345678"])
    assert asked.vehicle == "Peugeot 208"


def test_a_mail_attached_by_a_colleague_is_the_portals() -> None:
    parts = (
        "--z\nContent-Type: text/plain\n\nzie bijlage, Piet 06-11111111\n--z\n"
        f"Content-Type: message/rfc822\n\n{CALL_BACK.decode()}\n--z--"
    )
    asked = request(
        mail("Piet <piet@dealer.example>", "FW: lead", parts, kind="multipart/mixed; boundary=z")
    )

    assert (asked.kind, asked.name) == (RequestKind.CALL_BACK, "A. Yilmaz")


def test_a_saved_mail_without_headers_is_read_like_the_mail() -> None:
    body = TEST_DRIVE.partition(b"\n\n")[2]
    asked = request(body, "mail.txt")

    assert (asked.name, asked.vehicle) == ("J.P. de Boer", "Volkswagen Golf 1.4 TSI Highline")


def test_a_text_without_labels_is_shown_to_a_person() -> None:
    assert reading("Jan belde, 0612345678, wil de Golf", "note.txt") == Unreadable(
        reasons.NO_CUSTOMER
    )


@pytest.mark.parametrize("charset", ["utf-8", "x-unknown", "us-ascii", "windows-1252", ""])
def test_any_charset_is_read(charset: str) -> None:
    content = mail(
        AUTOTRACK,
        "Vraag",
        "Naam: René\nTelefoon: 0612345678",
        kind=f"text/plain; charset={charset}",
    )

    assert request(content).name == "René"
    assert request(content.decode().encode("cp1252")).name == "René"


def test_an_unreadable_date_of_a_form_is_flagged() -> None:
    asked = request("Naam: Jan\nTelefoon: 0612345678\nDatum: laatst", "form.txt")

    assert (asked.asked_at, [*asked.flags]) == (None, ["date_unreadable"])
    assert isinstance(asked, Request)


def test_an_address_in_the_field_for_the_name_is_not_lost_and_neither_is_the_name() -> None:
    found = request(
        mail(
            "Site <wordpress@dealer.example>",
            "Contactformulier",
            "Naam: Jan Jansen jan@example.com\nTelefoon: 0612345678\nBericht: hallo",
        )
    )

    assert (found.name, found.emails) == ("Jan Jansen", ("jan@example.com",))
