"""Every sample is read right, field by field."""

from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.core.contact import Phone
from assistant.core.request import (
    Channel,
    Condition,
    Door,
    Flag,
    NotALead,
    Request,
    RequestKind,
    Unreadable,
)
from assistant.intake.reading import reasons
from tests.intake.reading.messages import SAMPLES, WRITTEN, readings


def mobile(number: str) -> Phone:
    return Phone(number, mobile=True)


def utc(*moment: int) -> datetime:
    year, month, day, hour, minute, second, microsecond = (*moment, *(0,) * (7 - len(moment)))
    return datetime(year, month, day, hour, minute, second, microsecond, tzinfo=UTC)


def asked(at: datetime, **fields: Any) -> Request:
    """Return an online question that came with a time zone, but for ``fields``."""
    usual: dict[str, Any] = {
        "kind": RequestKind.QUESTION,
        "door": Door.WEB,
        "asked_at": at,
        "asked_at_has_zone": True,
    }
    return Request(**(usual | fields))


LOAN_FORM = """\
Date of Birth: 1980-11-17
Monthly Payment: 1450
Rent_or_own: Rent
Time at address: 11 years 2 months
Occupation: Occupation1
Employer: EmployerName
Time with Employer: 2 years 2
Monthly Income: 5500
Lead Timestamp: 08/31/2019 04:30pm
IP Address: 70.25.4.55
Comments: looking for SUV, new to the country..."""
LOAN = asked(
    utc(2019, 1, 16, 0, 46, 36),
    source="PROSPECT",
    name="John Test01292019",
    phones=(Phone("1234567890"), Phone("9999999999")),
    emails=("testemail@domain.com",),
    vehicle="Hyundai i30 (2023)",
    condition=Condition.USED,
    question=LOAN_FORM,
)
VALUATION = """\
Pre-Inspection Trade-In Value Estimate
Rough Trade In Wholesale: $7,925
Clean Trade In Wholesale: $9,295
Average Retail: $11,915
Suggested List Price: $21,249
Prices Shown to Customer
Rough Trade In Wholesale: $7,925
Clean Trade In Wholesale: $9,295

Event Name: PowerSports TV Trade In
///Customer Information///
Language: EN

///Opt-In///
Email Opt-In: Yes
Phone Opt-In: Yes
Mail Opt-In: Yes"""
NO_CUSTOMER = Unreadable(reasons.NO_CUSTOMER_IN_REQUEST)

EXPECTED: dict[str, list[Request | NotALead | Unreadable]] = {
    "02_minimal_wellformed.xml": [
        asked(
            utc(2000, 3, 30, 23, 30, 20),
            source="ADF",
            name="John Doe",
            phones=(Phone("3939993922"),),
            vehicle="Chevrolet Blazer (1999)",
        )
    ],
    "03_approvalgenie_full.xml": [LOAN],
    "05_adf_version_attr.xml": [
        asked(
            utc(2024, 1, 15, 10, 30),
            source="ADF",
            name="John Doe",
            phones=(Phone("5551234567"),),
            emails=("john.doe@example.com",),
            vehicle="Honda Accord EX-L (2024)",
            condition=Condition.NEW,
        )
    ],
    "06_xxe_attack.xml": [
        asked(utc(2024, 1, 15, 10, 30), source="ADF", name="Test", emails=("test@example.com",))
    ],
    "08_stocknumber_primarycontact.xml": [
        asked(
            utc(2023, 9, 1, 14, 30),
            source="dealersite",
            name="John Doe",
            phones=(Phone("5551234567"),),
            emails=("john.doe@example.com",),
            vehicle="Honda Accord Sport (2023)",
            condition=Condition.NEW,
            question="I'm interested in the Honda Accord",
            reference="dealersite:test-123",
        )
    ],
    "10_missing_vehicle_and_name.xml": [
        asked(
            utc(2023, 9, 1, 14, 30),
            source="dealersite",
            phones=(Phone("5559876543"),),
            emails=("missing.fields@example.com",),
            reference="dealersite:test-789",
        )
    ],
    "11_buy_plus_tradein_comment_in_contact.xml": [
        asked(
            utc(2026, 5, 27, 18, 35, 40),
            source="Trade Accelerator - Trade In",
            name="Mark Visser",
            phones=(Phone("5855550134"),),
            emails=("mark.visser@example.com",),
            vehicle="HARLEY-DAVIDSON Street Glide Special (2021)",
            condition=Condition.USED,
            own_vehicle="HARLEY-DAVIDSON FLHCS Heritage Class (2018)",
            question=VALUATION,
            reference="Traffic Log Pro:11310",
        )
    ],
    "15_camelcase_preference_in_comment.xml": [
        asked(
            utc(2026, 7, 13, 18, 15, 51),
            source="HD.com Request a Quote",
            name="Talia Lodder",
            phones=(Phone("7165550166"),),
            emails=("talia.lodder@example.com",),
            vehicle="HARLEY-DAVIDSON Low Rider ST (2025)",
            condition=Condition.NEW,
            question="Customer Comments: PreferredMethodOfContact - text(sms), "
            "InterestedInCustomizingMotorcycle - yes, "
            "CustomizeOptions - customizeAudio, customize-Fit-",
            wants=Channel.WHATSAPP,
            reference="HD.com Request a Quote:11622",
        )
    ],
    "19_html_escaped_body.txt": [
        asked(
            utc(2026, 5, 30, 12, 0),
            source="Marketplace - Contact a Dealer",
            name="Email Lead",
            phones=(Phone("7165551111"),),
            emails=("email.lead@example.com",),
            vehicle="HARLEY-DAVIDSON Street Bob (2025)",
            condition=Condition.USED,
            question="Your inquiry: Can you send more photos?",
            reference="Marketplace - Contact a Dealer:90011",
        )
    ],
    "21_full_lead_with_extension.xml": [
        asked(
            utc(2000, 3, 30, 23, 30, 20),
            source="CarPoint",
            name="John Doe",
            phones=(Phone("3939993922"),),
            emails=("jdoe@example.com",),
            vehicle="Chevrolet Blazer (1997)",
            condition=Condition.USED,
            price="USD 26995",
            question="Can deliver by Thursday?",
            wants=Channel.MAIL,
            reference="Cobalt:38889",
        )
    ],
    "22_two_prospects_resend.xml": [
        Request(
            kind=RequestKind.QUESTION,
            door=Door.WEB,
            source="ADF",
            name="A",
            emails=("a@example.com",),
            vehicle="Toyota Camry (2024)",
            flags=(Flag.DATE_UNREADABLE,),
        ),
        NO_CUSTOMER,
    ],
    "25_activix_full_extensions.xml": [
        asked(
            utc(2020, 4, 28, 20, 30, 20),
            kind=RequestKind.FINANCE,
            source="Activix",
            name="Test Activix 2",
            phones=(mobile("+14382881008"),),
            emails=("test@activix.ca",),
            vehicle="Volvo XC90 R-Design (2020)",
            condition=Condition.NEW,
            price="CAD 59999.99",
            question="Can you deliver the car to my house?",
            reference="Activix:12345",
        )
    ],
    "28_bare_adf_7digit_fraction_cpo.xml": [
        asked(
            utc(2026, 3, 11, 3, 11, 42, 377_000),
            source="Harley-Davidson",
            name="Matthijs Murk",
            phones=(Phone("8705550164"),),
            emails=("m.murk@example.com",),
            vehicle="Harley-Davidson Nightster (2023)",
            condition=Condition.USED,
            question="Model Year: 2023, Model: Nightster, VIN: 1HD1ZH110PB000000, PreQual: N, "
            "PreQualified Amount; $0 Please note non-prequalified customers can still be "
            "considered for approval with a completed credit application. "
            "HDMC-Campaign-Tracking Code: HDFS PQ",
            reference="LeadID:0d405f1b-1440-4d1c-979e-e56b1558f54c",
        )
    ],
    "29_not_a_lead_autoresponse.html": [NotALead(reasons.AUTOMATIC_REPLY)],
    "31_smedia_broken_prolog_raw_amp.txt": [
        asked(
            utc(2018, 3, 5, 8, 7, 33),
            asked_at_has_zone=False,
            source="sMedia",
            name="Jan & Els de Wit",
            phones=(mobile("+31612345678"),),
            emails=("jan.dewit@example.com",),
            vehicle="Dodge Charger (2017)",
            condition=Condition.USED,
        )
    ],
    "34_wordpress_testdrive_space_date.xml": [
        asked(
            utc(2021, 11, 3, 15, 42, 5),
            kind=RequestKind.TEST_DRIVE,
            asked_at_has_zone=False,
            source="Schedule a Test Drive",
            name="Test Rijder",
            phones=(Phone("6045550123"),),
            emails=("test.rijder@example.com",),
            vehicle="Jeep Compass (2019)",
            condition=Condition.USED,
            wants=Channel.CALL,
            reference="Schedule a Test Drive:5f1e2d",
        )
    ],
    "37_latin1_declared_utf8.xml": [
        asked(
            utc(2014, 9, 15, 13, 14, 57),
            asked_at_has_zone=False,
            source="Nissan.ca",
            name="Chantal Côté",
            phones=(Phone("5145550188"),),
            emails=("c.cote@example.com",),
            vehicle="Nissan Sentra (2013)",
            condition=Condition.NEW,
            wants=Channel.CALL,
            reference="LeadId:8059",
        )
    ],
    "39_mail_option1_multipart_applicationxml.eml": [LOAN],
    "en_cf7_default.eml": [
        asked(
            WRITTEN,
            kind=RequestKind.TEST_DRIVE,
            source="Website",
            name="John Example",
            phones=(mobile("+31610101010"),),
            emails=("john@example.com",),
            question="I would like a test drive on Saturday. My number is +31 6 10101010.",
        )
    ],
    "facebook_leadgen.json": [
        asked(
            WRITTEN,
            source="Facebook",
            name="Rajesh Kumar",
            phones=(Phone("+31698765432"),),
            emails=("rajesh@example.com",),
            vehicle="MG4",
            reference="Facebook:1234567890123456",
        )
    ],
    "nl_autoscout24_aanvraag.eml": [
        asked(
            WRITTEN,
            source="AutoScout24",
            name="Pieter Jansen",
            phones=(mobile("+31622223333"),),
            emails=("pieter.jansen@example.com",),
            vehicle="BMW 320i",
            plate="GH-456-K",
            price="€ 18.950",
            link="https://www.autoscout24.nl/aanbod/bmw-320i-abc",
            question="Goedemiddag, staat de BMW er nog? Ik kan vanavond bellen na 18:00.",
        )
    ],
    "nl_autoscout24_call_subjects.txt": [Unreadable(reasons.NO_CUSTOMER)],
    "nl_autotrack_contact.eml": [
        asked(
            WRITTEN,
            source="AutoTrack",
            name="Sanne Hoekstra",
            phones=(mobile("+31612345678"),),
            emails=("sanne.hoekstra@example.com",),
            vehicle="Peugeot 208 1.2 PureTech Active",
            plate="XX-123-X",
            price="€ 12.950",
            link="https://www.autotrack.nl/a/peugeot-208-12345678",
            question="Is deze auto nog beschikbaar en mag ik zaterdag langskomen?",
        )
    ],
    "nl_marktplaats_gemiste_oproep.eml": [
        asked(
            WRITTEN,
            kind=RequestKind.MISSED_CALL,
            door=Door.PHONE,
            source="Marktplaats",
            phones=(mobile("+31612349999"),),
            vehicle="Toyota Yaris",
        )
    ],
    "nl_website_contact.eml": [
        asked(
            WRITTEN,
            source="Website",
            name="Lieke van den Berg",
            phones=(mobile("+31612121212"),),
            emails=("lieke@example.com",),
            vehicle="Opel Corsa 1.2 Edition",
            link="https://www.dealer.example/occasions/opel-corsa-123",
            question="Ik zoek een automaat, heeft u er nog een binnenkort?",
        )
    ],
}


def test_every_sample_has_an_expectation() -> None:
    assert {sample.name for sample in SAMPLES.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_sample_is_read_right(name: str) -> None:
    assert readings((SAMPLES / name).read_bytes(), name) == EXPECTED[name]
