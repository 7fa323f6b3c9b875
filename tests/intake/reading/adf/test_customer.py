"""Who asks, in an ADF document."""

import pytest

from assistant.core.request import Channel, Unreadable
from assistant.intake.reading import reasons
from tests.intake.reading.messages import numbers, prospect, reading, request

PHONE = "<phone>0612345678</phone>"
VENDOR = (
    "<vendor><contact><name>Piet</name><phone>0207654321</phone><email>v@v.example</email>"
    "</contact></vendor>"
)
PROVIDER = "<provider><name>P</name><phone>0301234567</phone><email>p@p.example</email></provider>"


def with_contact(contact: str, *more: str) -> str:
    inside = f"<customer><contact>{contact}</contact>{''.join(more)}</customer>"
    return f"<adf><prospect>{inside}{VENDOR}{PROVIDER}</prospect></adf>"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ('<name part="full">Jan de Wit</name>', "Jan de Wit"),
        ('<name part="first">Jan</name><name part="last">de Wit</name>', "Jan de Wit"),
        (
            '<name part="last">Wit</name><name part="middle">de</name>'
            '<name part="first">Jan</name>',
            "Jan de Wit",
        ),
        ('<name part="surname">Wit</name><name part="first">Jan</name>', "Jan Wit"),
        ('<name part="first">Jan</name><name part="full">Jan de Wit</name>', "Jan de Wit"),
        ("<name>Dhr. Jan de Wit</name>", "Jan de Wit"),
        ("<name><![CDATA[ Jan   de Wit ]]></name>", "Jan de Wit"),
        ('<name type="business">Wit BV</name>', "Wit BV"),
        ('<name type="business">Wit BV</name><name part="full">Jan</name>', "Jan"),
        ('<name part="first"></name>', ""),
        ("", ""),
    ],
)
def test_a_name_is_put_together(names: str, expected: str) -> None:
    assert request(with_contact(names + PHONE), "lead.xml").name == expected


def test_preferred_numbers_come_first_then_mobile_ones_and_no_fax() -> None:
    phones = (
        '<phone type="fax" preferredcontact="1">0101111111</phone>'
        '<phone type="voice">0102222222</phone>'
        '<phone type="cellphone">0612345678</phone>'
        '<phone type="pager">0103333333</phone>'
        '<phone type="PHONE" preferredcontact="1">0104444444</phone>'
        '<phone type="voice">010 222 2222</phone>'
    )

    assert numbers(request(with_contact(phones), "lead.xml")) == [
        "+31104444444",
        "+31612345678",
        "+31102222222",
    ]


@pytest.mark.parametrize(
    ("phone", "email", "wants"),
    [
        ("1", "0", Channel.CALL),
        ("0", "1", Channel.MAIL),
        ("1", "1", None),
        ("0", "0", None),
    ],
)
def test_the_marked_channel_is_wanted_when_only_one_is(
    phone: str, email: str, wants: Channel | None
) -> None:
    contact = (
        f'<phone preferredcontact="{phone}">0612345678</phone>'
        f'<email preferredcontact="{email}">jo@example.com</email>'
    )

    assert request(with_contact(contact), "lead.xml").wants is wants


@pytest.mark.parametrize(
    ("comment", "wants"),
    [
        ("Preferred contact method: Email.", Channel.MAIL),
        ("PreferredMethodOfContact - text(sms), more", Channel.WHATSAPP),
        ("Preferred Contact: Phone", Channel.CALL),
        ("I like your phone number", None),
    ],
)
def test_the_channel_may_stand_in_a_comment(comment: str, wants: Channel | None) -> None:
    contact = f"{PHONE}<comment>{comment}</comment>"

    assert request(with_contact(contact), "lead.xml").wants is wants


def test_the_time_at_which_he_is_at_home_is_no_wish() -> None:
    asked = request(with_contact('<phone time="evening">0612345678</phone>'), "lead.xml")

    assert (asked.wants, asked.wanted_at) == (None, None)


@pytest.mark.parametrize(
    "contact",
    [
        "",
        "<phone></phone><email/>",
        "<phone>none</phone>",
        "<name>Jan</name>",
        '<phone type="fax">0101234567</phone>',
    ],
)
def test_neither_vendor_nor_provider_ever_becomes_the_customer(contact: str) -> None:
    assert reading(with_contact(contact), "lead.xml") == Unreadable(reasons.NO_CUSTOMER_IN_REQUEST)


def test_the_vendors_number_given_as_the_customers_is_left_out() -> None:
    asked = request(with_contact("<phone>020-7654321</phone>" + PHONE), "lead.xml")

    assert numbers(asked) == ["+31612345678"]


def test_the_dealers_own_number_and_address_are_left_out() -> None:
    contact = "<phone>020 1234567</phone><email>VERKOOP@dealer.example</email>" + PHONE
    asked = request(with_contact(contact), "lead.xml")

    assert (numbers(asked), asked.emails) == (["+31612345678"], ())


@pytest.mark.parametrize(
    "contact",
    [
        "<phone>jo@example.com</phone>",
        "<email>jo@example.com</email>",
        "<note>mail jo@example.com</note>",
    ],
)
def test_an_address_in_the_wrong_place_is_not_lost(contact: str) -> None:
    assert request(with_contact(contact), "lead.xml").emails == ("jo@example.com",)


def test_a_number_in_a_comment_is_not_lost() -> None:
    asked = request(with_contact("", "<comments>Bel mij op 06-12345678</comments>"), "lead.xml")

    assert numbers(asked) == ["+31612345678"]


def test_a_contact_may_be_missing_around_the_details() -> None:
    direct = f"<adf><prospect><customer><name>Jo</name>{PHONE}</customer></prospect></adf>"

    assert request(direct, "lead.xml").name == "Jo"


def test_the_primary_contact_comes_first() -> None:
    two = (
        "<adf><prospect><customer><contact><name>An</name><phone>0687654321</phone></contact>"
        f'<contact primarycontact="1"><name>Jo</name>{PHONE}</contact></customer></prospect></adf>'
    )
    asked = request(two, "lead.xml")

    assert (asked.name, numbers(asked)) == ("Jo", ["+31612345678", "+31687654321"])


@pytest.mark.parametrize(
    "transcript",
    [
        "Agent: Emma\nHello!",
        "You are chatting with Emma",
        "Emma (agent): Hi there",
        "Medewerker Emma: Hoi",
        "[10:01] Emma: How can I help?\n[10:02] Visitor: Is it still there?",
    ],
)
def test_the_agents_name_in_a_chat_is_not_the_customers(transcript: str) -> None:
    contact = f"<name>Emma</name>{PHONE}<comment>{transcript}</comment>"

    assert request(with_contact(contact), "lead.xml").name == ""


def test_a_question_keeps_its_lines_and_loses_its_markup() -> None:
    contact = f"{PHONE}<comment><![CDATA[Hoi <br />\nis hij er nog?<br>\n<b>Groet</b>]]></comment>"
    asked = request(with_contact(contact, "<comments>En de prijs?</comments>"), "lead.xml")

    assert asked.question == "En de prijs?\n\nHoi\nis hij er nog?\nGroet"


def test_smaller_than_is_no_markup() -> None:
    comments = "<comments>&lt; 50.000 km &amp; 5 deurs</comments>"

    assert request(with_contact(PHONE, comments), "lead.xml").question == "< 50.000 km & 5 deurs"


@pytest.mark.parametrize("wish", ["Do not call, please", "Niet bellen aub", "Bitte nicht anrufen"])
def test_a_customer_may_ask_not_to_be_called(wish: str) -> None:
    assert not request(with_contact(PHONE, f"<comments>{wish}</comments>"), "lead.xml").may_call


def test_donotsend_is_about_mailings() -> None:
    assert request(with_contact(f"{PHONE}<donotsend>1</donotsend>"), "lead.xml").may_call


def test_fields_are_cleaned_and_cut() -> None:
    long = "J" * 500
    asked = request(prospect(name=f"\u202e{long}\u0085"), "lead.xml")

    assert asked.name == "J" * 200


def test_an_address_in_the_name_is_his_address_and_no_part_of_his_name() -> None:
    found = request(prospect(name="Jan de Wit jan@example.com"), "lead.xml")

    assert (found.name, found.emails) == ("Jan de Wit", ("jan@example.com",))


def test_a_number_in_his_words_is_called_though_he_left_an_address() -> None:
    found = request(
        with_contact(
            "<email>jan@example.com</email>", "<comments>Bel me op 06-12345678</comments>"
        ),
        "lead.xml",
    )

    assert (found.emails, numbers(found)) == (("jan@example.com",), ["+31612345678"])
