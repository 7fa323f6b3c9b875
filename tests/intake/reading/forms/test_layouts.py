"""However a form sets its labels apart from what was filled in, it is read the same."""

import pytest

from assistant.core.request import Request
from tests.intake.reading.messages import mail, numbers, request

FILLED_IN = [
    ("Naam", "Mevrouw Els Bos"),
    ("E-Mailadres", "els@example.com"),
    ("Tel.", "0612345678"),
    ("Opmerkingen / vraag", "Regel een\nRegel twee"),
    ("Interesse in", "Kia Rio"),
    ("Beschrijving inruilauto", "Opel Corsa"),
    ("Mankementen", "Geen"),
    ("Kenteken", "AB-12-CD"),
    ("Gewenste dag", "vrijdag"),
]
LAYOUTS = [
    "{}: {}",
    "*{}*: {}",
    "*{}:* {}",
    "*{}* {}",
    "{}\t{}",
    "{}:\n{}",
    "*{}*\n{}",
    "{}\n{}",
    "{}\n\n{}\n",
    "*{}*\n\n{}\n",
]


def sent(body: str, *, html: bool = False) -> Request:
    kind = f"text/{'html' if html else 'plain'}; charset=utf-8"
    return request(mail("Site <web@site.example>", "Inruilaanvraag via website", body, kind=kind))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_of_labels_gives_the_same_request(layout: str) -> None:
    found = sent("\n".join(layout.format(label, value) for label, value in FILLED_IN))

    assert (found.name, numbers(found), found.emails, found.vehicle, found.own_vehicle) == (
        "Els Bos",
        ["+31612345678"],
        ("els@example.com",),
        "Kia Rio",
        "AB-12-CD, Opel Corsa",
    )
    assert found.question == "Regel een\nRegel twee\n\nGewenste dag: vrijdag"


@pytest.mark.parametrize(
    "row",
    [
        "<b>{}</b> {}<br>",
        "<p><strong>{}</strong> {}</p>",
        "<div><span>{}</span> <span>{}</span></div>",
        "<dt>{}</dt><dd>{}</dd>",
    ],
)
def test_a_page_without_colons_is_a_form_and_not_the_sites_own_letter(row: str) -> None:
    filled_in = [*FILLED_IN[:2], ("Telefoon", "0612345678"), ("Bericht", "Is hij er nog?")]

    found = sent("".join(row.format(label, value) for label, value in filled_in), html=True)

    assert (found.name, numbers(found), found.emails, found.question) == (
        "Els Bos",
        ["+31612345678"],
        ("els@example.com",),
        "Is hij er nog?",
    )


def test_a_word_that_is_a_label_stays_in_a_customers_own_sentence() -> None:
    found = sent("Naam: Els\nTelefoon: 0612345678\nBericht: Hoi,\nKenteken\nweet ik niet meer.")

    assert found.question == "Hoi,\nKenteken\nweet ik niet meer."


def test_an_address_in_angle_brackets_on_a_page_is_not_taken_for_a_tag() -> None:
    found = sent("<p>Naam: Els Bos <els@example.com><br>Tel: 0612345678</p>", html=True)

    assert (found.name, found.emails) == ("Els Bos", ("els@example.com",))


def test_character_references_in_plain_text_are_read() -> None:
    found = sent("Naam: Jan &amp; Els\nTelefoon: 0612345678\nBericht: Ren&eacute; wil &lt; 5")

    assert (found.name, found.question) == ("Jan & Els", "René wil < 5")


@pytest.mark.parametrize("nothing", ["n.v.t.", "nvt", "geen", "Geen.", "n/a", "none"])
def test_what_says_that_there_is_nothing_is_no_name_no_car_and_no_question(nothing: str) -> None:
    found = sent(
        f"Naam: {nothing}\nE-mail: els@example.com\nVoertuig: {nothing}\n"
        f"Inruilauto: {nothing}\nMankementen: {nothing}\nBericht: {nothing}"
    )

    assert (found.name, found.vehicle, found.own_vehicle, found.question) == ("", "", "", "")


@pytest.mark.parametrize(
    "written", ["els @ example.com", "els(at)example.com", "els [at] example.com"]
)
def test_an_address_that_is_written_apart_is_an_address(written: str) -> None:
    assert sent(f"Naam: Els\nE-mail: {written}\nBericht: hoi").emails == ("els@example.com",)
