"""Word from the BDC: our id in a subject or an ADF document, and what was written beside it."""

import pytest

from assistant.core.request import NotALead, Reading, Request, Returned
from assistant.intake.reading import Original, read
from tests.intake.reading.messages import ARRIVED, DEALER, mail, prospect

LEAD = "abcdefgh234567ab"
SUBJECT = f"Re: Lead: Sanne Hoekstra, niet bereikt [followup {LEAD}]"
BDC = "KCC <bdc@example.com>"
ANSWER = """Sanne is nu thuis en wil zaterdag komen kijken.
Belt liever na vijven.

Op di 12 mei 2026 om 09:00 schreef Verkoop <verkoop@dealer.example>:
> Sanne Hoekstra
> Nummer: 06 12 34 56 78
"""


def readings(content: bytes, name: str = "x.eml") -> tuple[Reading, ...]:
    return read(Original(content=content, name=name, arrived_at=ARRIVED), DEALER).readings


def returned(content: bytes, name: str = "x.eml") -> Returned:
    (reading,) = readings(content, name)
    assert isinstance(reading, Returned)
    return reading


def document(comments: str, our_id: str = LEAD) -> str:
    made = prospect(f"<id source='followup'>{our_id}</id>")
    return made.replace("</customer>", f"<comments>{comments}</comments></customer>")


def test_an_answer_to_our_mail_brings_the_writers_own_words() -> None:
    reading = returned(mail(BDC, SUBJECT, ANSWER))

    assert reading.lead == LEAD
    assert reading.note == (
        "Sanne is nu thuis en wil zaterdag komen kijken.\nBelt liever na vijven."
    )


def test_a_new_mail_with_our_id_in_the_subject_counts_in_any_case_of_letters() -> None:
    assert returned(mail(BDC, f"Terug [FOLLOWUP {LEAD.upper()}]", "Belt u?")).lead == LEAD


def test_a_document_with_our_id_brings_its_comments_without_what_we_wrote() -> None:
    ours = "--- followup ---\nNiet bereikt\n--- followup ---"

    reading = returned(document(f"{ours}\nKlant is terug van vakantie.").encode(), "x.xml")

    assert (reading.lead, reading.note) == (LEAD, "Klant is terug van vakantie.")
    assert isinstance(reading.otherwise, Request)


def test_several_leads_in_one_document_each_come_back() -> None:
    second = "bbbbbbbbbbbbbbbb"
    both = document("een") + document("twee", second)

    found = readings(both.encode(), "x.xml")

    assert [(one.lead, one.note) for one in found if isinstance(one, Returned)] == [
        (LEAD, "een"),
        (second, "twee"),
    ]


@pytest.mark.parametrize("kind", ["application/xml", "text/plain; charset=utf-8"])
def test_a_mail_with_the_document_as_its_text_comes_back(kind: str) -> None:
    reading = returned(mail(BDC, "Lead", document("Belt u?"), kind=kind))

    assert (reading.lead, reading.note) == (LEAD, "Belt u?")


def test_each_lead_in_a_document_is_otherwise_its_own_request_and_others_stay() -> None:
    second = "bbbbbbbbbbbbbbbb"
    numbers = {LEAD: "0611111111", second: "0622222222", "": "0633333333"}
    text = "".join(
        document("", our_id).replace("0612345678", number) for our_id, number in numbers.items()
    )

    found = readings(text.encode(), "x.xml")

    otherwise = [one.otherwise if isinstance(one, Returned) else one for one in found]
    assert [one.phones[0].key for one in otherwise if isinstance(one, Request)] == [
        "+31611111111",
        "+31622222222",
        "+31633333333",
    ]
    assert [isinstance(one, Returned) for one in found] == [True, True, False]


def test_an_automatic_reply_is_no_word_from_anybody() -> None:
    absent = mail(BDC, f"Automatisch antwoord: [followup {LEAD}]", "Ik ben er niet.")
    marked = mail(BDC, SUBJECT, "Ik ben er niet.", "Auto-Submitted: auto-replied")

    for content in (absent, marked):
        (reading,) = readings(content)
        assert isinstance(reading, NotALead)


def test_our_own_mail_in_our_own_mailbox_is_an_echo_and_an_answer_from_there_is_not() -> None:
    ours, subject = "verkoop@dealer.example", f"Lead [followup {LEAD}]"

    assert returned(mail(ours, subject, document("Belt u?"))).is_echo
    assert not returned(mail(ours, f"Re: {subject}", ANSWER)).is_echo
    assert not returned(mail(BDC, subject, ANSWER)).is_echo


def test_another_programs_id_is_a_request_as_ever() -> None:
    made = prospect("<id source='followup'>12</id>").encode()

    (reading,) = readings(made, "x.xml")

    assert isinstance(reading, Request)
