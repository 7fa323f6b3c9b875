"""Links carry strangers' words without letting one of them out."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.outreach.links import LONGEST_MAIL_LINK, call_link, mail_link, whatsapp_link
from assistant.outreach.qr import call_code


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("+31612345678", "tel:+31612345678"),
        ("+31201234567;ext=12", "tel:+31201234567,12"),
        ("393 999 3922", "tel:3939993922"),
    ],
)
def test_a_number_is_dialled(number: str, link: str) -> None:
    assert call_link(number) == link


def test_whatsapp_wants_the_international_digits_only() -> None:
    link = whatsapp_link("+31612345678", "Dag & tot zo? #1\nGroet")

    assert link == "https://wa.me/31612345678?text=Dag%20%26%20tot%20zo%3F%20%231%0AGroet"


@given(st.text(max_size=60), st.text(max_size=300))
def test_a_mail_has_one_receiver_whatever_the_words(subject: str, body: str) -> None:
    subject = subject.encode("utf-8", "ignore").decode()
    body = body.encode("utf-8", "ignore").decode()
    parts = urlsplit(mail_link("sanne@example.com", subject, body))

    assert (parts.scheme, parts.path) == ("mailto", "sanne@example.com")
    fields = parse_qs(parts.query, keep_blank_values=True)
    assert set(fields) <= {"subject", "body"}
    assert fields["subject"] == [subject]


def test_an_address_cannot_smuggle_in_a_second_one() -> None:
    link = mail_link("a@example.com?bcc=b@example.com", "x", "y")

    assert "bcc" not in parse_qs(urlsplit(link).query)


def test_a_long_mail_keeps_its_subject_and_leaves_its_body_to_the_clipboard() -> None:
    link = mail_link("sanne@example.com", "Uw vraag", "é" * 1_000)

    assert len(link) <= LONGEST_MAIL_LINK
    assert "body=" not in link
    assert "subject=Uw%20vraag" in link


def test_the_code_is_a_square_with_its_three_corners() -> None:
    rows = call_code("+31612345678")

    assert {len(row) for row in rows} == {len(rows)}
    for corner in (rows[0][:7], rows[0][-7:], rows[-1][:7]):
        assert all(corner)
