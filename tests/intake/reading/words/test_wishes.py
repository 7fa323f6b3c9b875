"""How a customer wants to be reached, and when he may not be called."""

import pytest

from assistant.core.request import Channel
from assistant.intake.reading.words.wishes import channel_in, may_be_called, wanted_channel

REFUSALS = [
    "niet bellen",
    "Graag per mail, niet bellen aub.",
    "Bel mij niet",
    "bel me alsjeblieft niet",
    "ik word liever niet gebeld",
    "Ik wil niet gebeld worden",
    "gelieve niet te bellen",
    "geen telefoontjes",
    "Ik kan zaterdag. Niet bellen svp",
    "Niet bellen. Voor vragen kunt u mailen",
    "do not call",
    "Please don't call me",
    "please don’t call",
    "No phone calls please",
    "bitte nicht anrufen",
    "Rufen Sie mich nicht an",
    "Keine Anrufe bitte",
]
NO_REFUSALS = [
    "",
    "bel mij terug",
    "Kunt u mij bellen?",
    "niet bellen voor 10 uur",
    "niet bellen tijdens kantooruren",
    "bel mij niet voor 17.00",
    "Na 18:00 kan ik niet gebeld worden",
    "ik kon u niet bellen",
    "Waarom kan ik u niet bellen?",
    "u hoeft vandaag niet te bellen",
    "ik ben nog niet gebeld",
    "Please do not call after 8 pm",
    "don't call before 9am",
    "why don't you call me?",
    "I could not call you",
    "Bitte nicht vor 10 Uhr anrufen",
    "nicht anrufen vor 12 Uhr",
]


@pytest.mark.parametrize("text", REFUSALS)
def test_who_clearly_asks_is_not_called(text: str) -> None:
    assert not may_be_called(f"Hallo, is hij er nog? {text}")


@pytest.mark.parametrize("text", NO_REFUSALS)
def test_an_hour_or_a_complaint_is_no_refusal(text: str) -> None:
    assert may_be_called(f"Hallo, is hij er nog? {text}")


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Bel me niet, liever mailen.", Channel.MAIL),
        ("Liever mailen graag", Channel.MAIL),
        ("Stuur me liever een mailtje", Channel.MAIL),
        ("Kunt u mij liever appen?", Channel.WHATSAPP),
        ("Ik word liever niet gebeld", None),
        ("Preferred contact method: Email.", Channel.MAIL),
        ("PreferredMethodOfContact - text(sms), Interested", Channel.WHATSAPP),
        ("Preferred Contact: Phone", Channel.CALL),
        ("Contactvoorkeur: WhatsApp", Channel.WHATSAPP),
        ("Bevorzugte Kontaktart: Telefon", Channel.CALL),
        ("graag een reactie per mail", Channel.MAIL),
        ("Liever via WhatsApp", Channel.WHATSAPP),
        ("please reply by email", Channel.MAIL),
        ("bitte nur per E-Mail", Channel.MAIL),
        ("Email only!", Channel.MAIL),
        ("please text me", Channel.WHATSAPP),
        ("app me maar", Channel.WHATSAPP),
        ("Mijn mail is x en bel me", None),
        ("Kan ik via de mail de prijs krijgen", None),
        ("", None),
    ],
)
def test_a_wish_for_a_channel_is_heard(text: str, channel: Channel | None) -> None:
    assert wanted_channel(text) is channel


@pytest.mark.parametrize(
    ("answer", "channel"),
    [
        ("Per e-mail", Channel.MAIL),
        ("telefonisch", Channel.CALL),
        ("mail of telefoon", None),
        ("maakt niet uit", None),
    ],
)
def test_a_short_answer_names_one_channel(answer: str, channel: Channel | None) -> None:
    assert channel_in(answer) is channel
