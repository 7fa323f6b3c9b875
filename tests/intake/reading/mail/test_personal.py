"""Mails that a customer wrote himself."""

import pytest

from assistant.core.request import Channel, RequestKind, Unreadable
from assistant.intake.reading import reasons
from tests.intake.reading.messages import WRITTEN, mail, numbers, reading, request

SOPHIE = "Sophie de Jong <sophie@example.com>"
QUOTED = """
> Beste Sophie,
> Bel ons op 020-7777777
> Groet, Piet 06-18888888
"""


def test_the_sender_is_the_customer() -> None:
    body = """Goedemorgen,

Is de Clio nog te koop? Ik word liever niet gebeld, graag een reactie per mail.

Met vriendelijke groet,
Sophie de Jong
T: 06-12312312
"""
    asked = request(mail(SOPHIE, "Vraag over de Renault Clio XX-123-X", body))

    assert (asked.kind, asked.source) == (RequestKind.QUESTION, "E-mail")
    assert (asked.name, asked.emails, numbers(asked)) == (
        "Sophie de Jong",
        ("sophie@example.com",),
        ["+31612312312"],
    )
    assert (asked.vehicle, asked.plate) == ("Renault Clio", "XX-123-X")
    assert asked.question.startswith("Goedemorgen,\n\nIs de Clio nog te koop?")
    assert (asked.may_call, asked.wants) == (False, Channel.MAIL)
    assert (asked.asked_at, asked.asked_at_has_zone) == (WRITTEN, True)


@pytest.mark.parametrize(
    ("subject", "vehicle", "question"),
    [
        ("Peugeot 208", "Peugeot 208", "Er nog?"),
        ("vw polo", "vw polo", "Er nog?"),
        ("Is de Polo er nog", "", "Is de Polo er nog\n\nEr nog?"),
        ("Interesse in Kia Niro", "Kia Niro", "Er nog?"),
        ("Vraag", "", "Er nog?"),
        ("", "", "Er nog?"),
    ],
)
def test_the_subject_names_the_car_or_belongs_to_the_question(
    subject: str, vehicle: str, question: str
) -> None:
    asked = request(mail(SOPHIE, subject, "Er nog?"))

    assert (asked.vehicle, asked.question) == (vehicle, question)


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("Proefrit Kia Niro", RequestKind.TEST_DRIVE),
        ("Graag teruggebeld", RequestKind.QUESTION),
        ("Terugbelverzoek", RequestKind.CALL_BACK),
        ("Inruil Opel", RequestKind.TRADE_IN),
        ("Test drive please", RequestKind.TEST_DRIVE),
        ("please call", RequestKind.QUESTION),
        ("Probefahrt", RequestKind.TEST_DRIVE),
    ],
)
def test_the_subject_tells_what_is_asked(subject: str, kind: RequestKind) -> None:
    assert request(mail(SOPHIE, subject, "Hallo, kan dat?")).kind is kind


@pytest.mark.parametrize(
    "divider",
    [
        "Op di 12 mei 2026 om 10:00 schreef Verkoop <verkoop@dealer.example>:",
        "Op di 12 mei 2026 om 10:00 schreef Verkoop\n<verkoop@dealer.example>:",
        "On Tue, 12 May 2026 at 10:00, Sales <verkoop@dealer.example> wrote:",
        "Am 12.05.2026 um 10:00 schrieb Verkauf <verkoop@dealer.example>:",
        "-----Oorspronkelijk bericht-----",
        "-----Original Message-----",
        "________________________________",
        "Van: Verkoop <verkoop@dealer.example>\nVerzonden: dinsdag\nAan: Sophie\nOnderwerp: Clio",
        "From: Sales <verkoop@dealer.example>\nSent: Tuesday\nTo: Sophie\nSubject: Clio",
    ],
)
def test_what_he_quotes_is_not_his(divider: str) -> None:
    body = f"Ja graag, bel me op 0612312312\n\n{divider}\n{QUOTED.replace('> ', '')}"
    asked = request(mail(SOPHIE, "Re: Uw vraag over Renault Clio", body))

    assert (asked.question, numbers(asked)) == ("Ja graag, bel me op 0612312312", ["+31612312312"])


def test_a_quoted_form_is_not_asked_again() -> None:
    quoted = "Naam: Jo\nTelefoonnummer: 0612345678\nBericht: kan ik komen?\nTel: 020-7654321"
    body = f"Zaterdag is prima!\n\nOp di 12 mei 2026 schreef Verkoop:\n\n{quoted}"
    asked = request(mail("Jo <jo@example.com>", "Re: Uw aanvraag", body))

    assert (asked.question, asked.emails, numbers(asked)) == (
        "Zaterdag is prima!",
        ("jo@example.com",),
        [],
    )


def test_a_signature_gives_numbers_but_no_fax_and_no_register() -> None:
    body = """Is deze nog beschikbaar?

Met vriendelijke groet,

Jan de Wit
Bouwbedrijf De Wit
M: 06-12345678
T: 010-1234567
F: 010-7654321
KvK 24123456 | BTW NL001234567B01 | IBAN NL91 ABNA 0417 1643 00
"""
    asked = request(mail("jan@example.com", "Peugeot 208", body))

    assert (asked.name, numbers(asked)) == ("Jan de Wit", ["+31612345678", "+31101234567"])
    assert asked.question == "Is deze nog beschikbaar?"


def test_labels_in_his_own_mail_do_not_hide_the_sender() -> None:
    asked = request(
        mail("Jan <jan@example.com>", "Golf", "Vraag: is hij er nog?\nTelefoon: 0612345678")
    )

    assert (asked.emails, numbers(asked)) == (("jan@example.com",), ["+31612345678"])


def test_a_page_is_read_like_a_text() -> None:
    page = (
        "<html><head><style>p{color:red}</style></head><body><p>Is de Yaris er nog?</p>"
        "<p>0612345678</p><div>Op ma 11 mei 2026 om 09:00 schreef Verkoop:<br>"
        "<blockquote>Bel 020-7654321</blockquote></div>"
    )
    asked = request(mail("Ali <ali@example.com>", "auto", page, kind="text/html"))

    assert (asked.question, numbers(asked)) == (
        "auto\n\nIs de Yaris er nog?\n\n0612345678",
        ["+31612345678"],
    )


@pytest.mark.parametrize("sender", ["Ali <ali@example.com>", "x <noreply@autotrack.nl>"])
def test_what_outlook_hides_is_no_form(sender: str) -> None:
    page = (
        '<!--[if gte mso 9]><xml><w:Style Name="Normal"></w:Style></xml><![endif]-->'
        "<p>Is de Yaris er nog?</p><p>Tel.: 0612345678</p>"
    )
    asked = request(mail(sender, "auto", page, kind="text/html"))

    assert asked.name != "Normal"
    assert numbers(asked) == ["+31612345678"]


def test_a_mail_that_a_colleague_passed_on_is_the_customers() -> None:
    body = """
---------- Forwarded message ---------
Van: Emma Vos <emma@example.com>
Date: di 12 mei 2026 om 09:50
Subject: Vraag over Volvo V40
To: <verkoop@dealer.example>

Hoi, is de V40 er nog? Bel me op 0687654321.
"""
    asked = request(mail("Piet <piet@dealer.example>", "Fwd: Vraag over Volvo V40", body))

    assert (asked.name, asked.emails, numbers(asked)) == (
        "Emma Vos",
        ("emma@example.com",),
        ["+31687654321"],
    )
    assert asked.vehicle == "Volvo V40"


def test_an_empty_mail_still_has_a_sender() -> None:
    assert (
        request(mail(SOPHIE, "Geaccepteerd: Proefrit Kia", "")).question
        == "Geaccepteerd: Proefrit Kia"
    )


@pytest.mark.parametrize(
    "sender",
    ["Leverancier <noreply@lev.example>", "verkoop@dealer.example", "Portaal <info@autotrack.nl>"],
)
def test_a_sender_who_is_no_customer_is_not_taken_for_one(sender: str) -> None:
    body = "Beste klant, hierbij uw factuur. Vragen? Bel 088-1234567."

    assert reading(mail(sender, "Uw factuur 2026-123", body)) == Unreadable(reasons.NO_CUSTOMER)


def test_a_machine_may_write_about_a_customer() -> None:
    asked = request(
        mail(
            "Site <noreply@site.example>", "Bericht", "Een bezoeker vraagt: bel mij op 06-12345678"
        )
    )

    assert numbers(asked) == ["+31612345678"]


def test_a_number_in_the_subject_alone_is_his() -> None:
    found = request(mail("Jan <jan@example.com>", "Bel mij 06-12345678 over de Kia", ""))

    assert numbers(found) == ["+31612345678"]


def test_what_a_mailing_list_adds_to_a_sender_is_no_part_of_his_name() -> None:
    found = request(
        mail(
            "'Jan de Vries' via Verkoop <verkoop@dealer.example>",
            "Vraag over Kia",
            "Is hij er nog?",
            "Reply-To: Jan de Vries <jan@example.com>",
        )
    )

    assert (found.name, found.emails) == ("Jan de Vries", ("jan@example.com",))
