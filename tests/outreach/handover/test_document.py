"""The ADF document of a hand-over: valid, whole, and text wherever a stranger wrote."""

from datetime import UTC
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.facts import LeadId
from assistant.core.request import Channel, RequestKind, Returned
from assistant.intake.original import Original
from assistant.intake.reading import read
from assistant.outreach.handover.document import adf_document
from assistant.settings import starting_values
from assistant.start import dealer
from tests.conftest import LAND_LINE, MOBILE, MONDAY_TEN
from tests.outreach.handover.adf import adf
from tests.outreach.handover.cases import HOSTILE, a_case, a_passive_case

TEXT = st.text(max_size=40) | st.sampled_from([HOSTILE, "--- followup ---", "]]>", "&amp;"])


def test_a_document_names_the_lead_the_customer_the_car_and_the_salesperson() -> None:
    case = a_case(vehicle="Peugeot 208 1.2 (2019)", price="€ 12.950")

    root = adf(adf_document(case))

    (our_id,) = root.findall("prospect/id")
    assert (our_id.get("source"), our_id.text) == ("followup", case.lead.lead_id)
    assert root.findtext("prospect/requestdate") == "2026-03-02T10:00:00+01:00"
    car = root.find("prospect/vehicle")
    assert [car.findtext(tag) for tag in ("year", "make", "model", "price", "comments")] == [
        "2019",
        "Peugeot",
        "208 1.2",
        "€ 12.950",
        "XX-123-X",
    ]
    assert [element.text for element in root.find("prospect/customer/contact")] == [
        "Sanne Hoekstra",
        "sanne.hoekstra@example.com",
        "+31612345678",
    ]
    assert root.findtext("prospect/vendor/contact/name") == "Piet"


def test_the_comments_tell_what_happened_in_words() -> None:
    comments = adf(adf_document(a_case(note="Belt het liefst na vijven"))).findtext(
        "prospect/customer/comments"
    )

    assert comments.splitlines() == [
        "--- followup ---",
        "Is deze auto nog beschikbaar?",
        "Escalation",
        "Belt het liefst na vijven",
        "Mon 02-03-2026 10:00 Question · AutoTrack (Piet): Is deze auto nog beschikbaar?",
        "Mon 02-03-2026 10:01 Call: voicemail (Piet)",
        "--- followup ---",
    ]


def test_strangers_words_stay_text() -> None:
    root = adf(adf_document(a_case(name=HOSTILE, question=HOSTILE, vehicle=HOSTILE)))

    name = root.findtext("prospect/customer/contact/name")
    assert name.startswith('Piet <img src=x> & "zoon"\n]]> ')
    assert root.findall(".//img") == []


def test_who_may_not_be_called_leaves_without_a_number() -> None:
    document = adf_document(a_case(may_call=False))

    assert adf(document).findall("prospect/customer/contact/phone") == []
    assert b"12345678" not in document


@settings(max_examples=100, deadline=None)
@given(
    changes=st.fixed_dictionaries(
        {
            "kind": st.sampled_from([RequestKind.QUESTION, RequestKind.TEST_DRIVE]),
            "name": TEXT,
            "vehicle": TEXT,
            "plate": TEXT,
            "price": TEXT,
            "own_vehicle": TEXT,
            "question": TEXT,
            "phones": st.sampled_from([(), (MOBILE,), (LAND_LINE, MOBILE)]),
            "emails": st.sampled_from([(), ("a@example.com",)]),
            "wants": st.none() | st.sampled_from(Channel),
        }
    ),
    note=TEXT,
)
def test_every_document_keeps_the_rules_of_adf_and_comes_back_without_our_words(
    changes: dict[str, Any], note: str
) -> None:
    case = a_case(note=note, **changes)
    lead = LeadId("abcdefgh234567ab")
    document = adf_document(case).replace(case.lead.lead_id.encode(), lead.encode())

    adf(document)

    original = Original(content=document, name="x.xml", arrived_at=MONDAY_TEN.astimezone(UTC))
    (returned,) = read(original, dealer(starting_values())).readings
    assert isinstance(returned, Returned)
    assert (returned.lead, returned.note) == (lead, "")


def test_a_passive_leads_own_car_is_the_one_that_he_may_trade_in() -> None:
    root = adf(adf_document(a_passive_case(own_vehicle="Toyota Yaris (2015)")))

    (car,) = root.findall("prospect/vehicle")
    assert car.get("interest") == "trade-in"
    assert [car.findtext(tag) for tag in ("year", "make", "model", "comments")] == [
        "2015",
        "Toyota",
        "Yaris",
        "AB-12-CD",
    ]


def test_a_passive_lead_of_whom_only_the_plate_is_known_keeps_it() -> None:
    (car,) = adf(adf_document(a_passive_case())).findall("prospect/vehicle")

    assert (car.get("interest"), car.findtext("comments")) == ("trade-in", "AB-12-CD")


def test_who_asks_about_a_car_and_trades_one_in_has_both() -> None:
    root = adf(adf_document(a_case(own_vehicle="Toyota Yaris")))

    cars = root.findall("prospect/vehicle")
    assert [(car.get("interest"), car.findtext("comments")) for car in cars] == [
        ("buy", "XX-123-X"),
        ("trade-in", None),
    ]
