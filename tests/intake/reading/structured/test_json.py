"""JSON of every shape becomes requests."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.core.request import Channel, Flag, Request, RequestKind, Unreadable
from assistant.intake.reading import reasons
from tests.intake.reading.messages import (
    WRITTEN,
    mail,
    numbers,
    prospect,
    reading,
    readings,
    request,
)

JAN = {"name": "Jan", "phone": "0612345678"}
ELS = {"name": "Els", "email": "els@example.com"}


def asked(data: Any) -> Request:
    return request(json.dumps(data), "lead.json")


@pytest.mark.parametrize(
    "data",
    [
        {"naam": "Jan", "telefoon": "06-12345678", "email": "jan@example.com"},
        {"Naam": "Jan", "Telefoonnummer": 612345678.0, "E-mailadres": "JAN@example.com"},
        {"full_name": "Jan", "phone_number": "+31612345678", "email_address": "jan@example.com"},
        {"fullName": "Jan", "phoneNumber": "+31612345678", "emailAddress": "jan@example.com"},
        {"voornaam": "Jan", "mobiel": "0612345678", "mailadres": "jan@example.com"},
        {"customer": {"name": "Jan", "phone": "0612345678", "email": "jan@example.com"}},
        {
            "lead": {
                "contact": {
                    "name": {"first": "Jan"},
                    "phones": ["0612345678"],
                    "emails": ["jan@example.com"],
                }
            }
        },
        {
            "contact": {
                "name": "Jan",
                "phones": [{"type": "mobile", "number": "0612345678"}],
                "mail": {"address": "jan@example.com"},
            }
        },
        {
            "customer_name": "Jan",
            "customer_phone": "0612345678",
            "customer_email": "jan@example.com",
        },
        {"data": {"attributes": {"name": "Jan", "tel": "0612345678", "email": "jan@example.com"}}},
        {
            "fields": [
                {"label": "Naam", "value": "Jan"},
                {"label": "Telefoon", "value": "0612345678"},
                {"label": "E-mail", "value": "jan@example.com"},
            ]
        },
        {
            "fields": {
                "name": {"id": "name", "title": "Naam", "value": "Jan"},
                "tel": {"value": "0612345678"},
                "email": {"value": "jan@example.com"},
            }
        },
        {
            "answers": {
                "3": {"name": "naam", "answer": "Jan"},
                "4": {"name": "tel", "answer": "0612345678"},
                "5": {"name": "mail", "answer": "jan@example.com"},
            }
        },
        [{"naam": "Jan", "telefoon": "0612345678", "email": "jan@example.com"}],
        {"from": "Jan <jan@example.com>", "text": "hoi", "phone": "0612345678"},
    ],
)
def test_a_customer_is_found_under_any_name(data: Any) -> None:
    found = asked(data)

    assert (found.name, numbers(found), found.emails) == (
        "Jan",
        ["+31612345678"],
        ("jan@example.com",),
    )


def test_everything_that_a_site_sends_is_read() -> None:
    found = asked(
        {
            "id": 99,
            "source": "AutoWeb",
            "createdAt": "2026-05-12T08:14:31Z",
            "type": "test_drive",
            "customer": JAN | {"id": "C1", "preferredContact": "whatsapp"},
            "vehicle": {
                "id": "V1",
                "make": "VW",
                "model": "Golf",
                "year": 2019,
                "price": "€ 12.950",
                "licensePlate": "XX-123-X",
                "url": "https://x.example/occasions/golf",
            },
            "tradeIn": {"make": "Opel", "model": "Corsa", "plate": "AB-12-CD", "mileage": 120000},
            "dealer": {"name": "Garage", "phone": "0207654321", "email": "info@garage.example"},
            "message": "Is hij er nog?",
        }
    )

    assert (found.kind, found.source, found.reference) == (
        RequestKind.TEST_DRIVE,
        "AutoWeb",
        "AutoWeb:99",
    )
    assert (found.asked_at, found.asked_at_has_zone) == (WRITTEN, True)
    assert (found.vehicle, found.plate, found.price) == ("VW Golf (2019)", "XX-123-X", "€ 12.950")
    assert found.link == "https://x.example/occasions/golf"
    assert found.own_vehicle == "Opel Corsa, AB-12-CD, 120000"
    assert (numbers(found), found.emails) == (["+31612345678"], ())
    assert (found.question, found.wants) == ("Is hij er nog?", Channel.WHATSAPP)


def test_facebook_answers_are_kept_and_its_own_names_are_not() -> None:
    found = asked(
        {
            "id": "123",
            "ad_name": "Zomer",
            "campaign_name": "Golf",
            "created_time": "2026-05-12T08:14:31+0000",
            "field_data": [
                {"name": "full_name", "values": ["Rajesh"]},
                {"name": "phone_number", "values": ["+31 6 12345678"]},
                {"name": "welk_model_heeft_je_interesse?", "values": ["MG4"]},
                {"name": "heb_je_een_auto_om_in_te_ruilen?", "values": ["ja"]},
                {"name": "wanneer_wil_je_rijden?", "values": ["zaterdag"]},
            ],
        }
    )

    assert (found.source, found.reference, found.name) == ("Facebook", "Facebook:123", "Rajesh")
    assert (found.vehicle, found.asked_at) == ("MG4", datetime(2026, 5, 12, 8, 14, 31, tzinfo=UTC))
    assert found.question == "heb je een auto om in te ruilen: ja\nwanneer wil je rijden: zaterdag"


@pytest.mark.parametrize(
    "data",
    [
        [JAN, ELS],
        {"leads": [JAN, ELS]},
        {"data": {"items": [JAN, ELS]}, "page": 1},
        {
            "entry": [
                {
                    "changes": [
                        {"value": {"field_data": [{"name": "phone", "values": ["0612345678"]}]}}
                    ]
                },
                {
                    "changes": [
                        {
                            "value": {
                                "field_data": [{"name": "email", "values": ["els@example.com"]}]
                            }
                        }
                    ]
                },
            ]
        },
    ],
)
def test_several_customers_are_several_requests(data: Any) -> None:
    first, second = readings(json.dumps(data), "leads.json")

    assert isinstance(first, Request)
    assert isinstance(second, Request)
    assert (numbers(first), second.emails) == (["+31612345678"], ("els@example.com",))


def test_one_without_a_number_is_shown_beside_the_others() -> None:
    found = readings(json.dumps([JAN, {"name": "Bo"}]), "leads.json")

    assert found[1:] == [Unreadable(reasons.NO_CUSTOMER_IN_REQUEST)]


def test_lines_of_json_are_several_requests() -> None:
    assert len(readings(f"{json.dumps(JAN)}\n{json.dumps(ELS)}\n", "leads.json")) == 2


@pytest.mark.parametrize("length", range(70, 112, 3))
def test_json_that_is_cut_off_keeps_its_number(length: int) -> None:
    text = json.dumps(
        {
            "id": 1,
            "phone": "0612345678",
            "full_name": "Jan",
            "vehicle": {"make": "Kia", "model": "Rio"},
            "message": "hoi",
        }
    )

    assert numbers(request(text[:length], "lead.json")) == ["+31612345678"]


def test_facebook_that_is_cut_off_keeps_its_number() -> None:
    text = (
        '{"id":"1","field_data":[{"name":"full_name","values":["Raj"]},'
        '{"name":"phone_number","values":["0612345678"]},{"na'
    )
    found = request(text, "lead.json")

    assert (found.source, found.name, numbers(found)) == ("Facebook", "Raj", ["+31612345678"])


def test_adf_in_json_is_adf() -> None:
    found = asked({"raw": prospect("<provider><name>P</name></provider>")})

    assert (found.source, numbers(found)) == ("P", ["+31612345678"])


def test_json_in_a_mail_is_read() -> None:
    found = request(mail("Zapier <noreply@zapier.example>", "New lead", json.dumps(JAN)))

    assert (found.source, numbers(found), found.asked_at) == ("Zapier", ["+31612345678"], WRITTEN)


def test_a_wish_not_to_be_called_may_be_a_field() -> None:
    found = asked(JAN | {"doNotCall": True})

    assert (found.may_call, found.wants) == (False, None)


def test_a_date_that_means_nothing_is_flagged() -> None:
    assert asked(JAN | {"date": "soon"}).flags == (Flag.DATE_UNREADABLE,)


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        "null",
        "12",
        '"0612345678"',
        '{"dealer": {"phone": "0612345678", "email": "a@b.example"}}',
        '{"campaign": {"phone": "0612345678"}}',
        '{"dealer_phone": "0612345678"}',
        '{"phone": "<test lead: dummy data for phone_number>"}',
        '{"phone": null, "email": ""}',
        "{" * 50_000,
        '{"a":' * 50_000,
        "[" * 100_000 + "]" * 100_000,
        '{"phone": 1' + "0" * 6_000 + "}",
    ],
)
def test_json_without_a_customer_is_unreadable(text: str) -> None:
    assert reading(text, "lead.json") == Unreadable(reasons.NO_CUSTOMER)


def test_half_a_surrogate_does_not_get_through() -> None:
    assert request('{"name": "Jan\\ud800", "phone": "0612345678"}', "lead.json").name == "Jan"


def test_xml_of_another_kind_is_read_too() -> None:
    found = request(
        "<?xml version='1.0'?><lead id='7'><klant><naam>Jan</naam>"
        "<telefoon>0612345678</telefoon></klant><voertuig><merk>Kia</merk><model>Rio</model></voertuig><opmerking>hoi</opmerking></lead>",
        "lead.xml",
    )

    assert (found.name, numbers(found), found.vehicle, found.question) == (
        "Jan",
        ["+31612345678"],
        "Kia Rio",
        "hoi",
    )


BREAKS = ["\n", "\r\n", "\t", "\u2028", "\x85", "\\n", "\\r\\n", "<br>", "<br />", "&#10;"]


@pytest.mark.parametrize("line_break", BREAKS)
def test_a_name_of_two_lines_is_one_name(line_break: str) -> None:
    assert asked(JAN | {"name": f"Jan{line_break}de Vries"}).name == "Jan de Vries"


@pytest.mark.parametrize("line_break", BREAKS)
def test_an_address_below_a_name_leaves_the_name_and_is_not_the_first(line_break: str) -> None:
    found = asked(
        {"name": f"Jan de Vries{line_break}ander@example.com", "email": "jan@example.com"}
    )

    assert (found.name, found.emails) == ("Jan de Vries", ("jan@example.com", "ander@example.com"))


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\t"])
def test_a_line_break_that_stands_in_a_text_unescaped_spoils_no_other_letter(
    line_break: str,
) -> None:
    written = f'{{"name": "Jan{line_break}C\\u00f4t\\u00e9", "phone": "0612345678"}}'

    assert request(written, "lead.json").name == "Jan Côté"


def test_words_with_tags_and_references_are_read_as_a_person_would() -> None:
    found = asked(JAN | {"name": "Jan &amp; Els", "message": "Hoi,<br>is hij er &eacute;cht?"})

    assert (found.name, found.question) == ("Jan & Els", "Hoi,\nis hij er écht?")
