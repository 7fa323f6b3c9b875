"""What a prospect asks, when, through whom."""

import pytest

from assistant.core.request import Flag, RequestKind
from tests.intake.reading.messages import WRITTEN, mail, prospect, request


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ('<vehicle interest="buy"><make>Kia</make></vehicle>', RequestKind.QUESTION),
        ('<vehicle interest="lease"><make>Kia</make></vehicle>', RequestKind.QUESTION),
        ('<vehicle interest="test-drive"><make>Kia</make></vehicle>', RequestKind.TEST_DRIVE),
        ('<vehicle interest="Test Drive"><make>Kia</make></vehicle>', RequestKind.TEST_DRIVE),
        ('<id source="Schedule a Test Drive">1</id>', RequestKind.TEST_DRIVE),
        ("<provider><form>Financing request</form></provider>", RequestKind.FINANCE),
        ("<provider><service>Terugbelverzoek</service></provider>", RequestKind.CALL_BACK),
        (
            "<vehicle><make>Kia</make><finance><method>lease</method><amount>300</amount></finance></vehicle>",
            RequestKind.FINANCE,
        ),
        (
            "<vehicle><make>Kia</make><finance><method>cash</method><amount>300</amount></finance></vehicle>",
            RequestKind.QUESTION,
        ),
        (
            "<vehicle><make>Kia</make><finance><method>finance</method><amount>0</amount></finance></vehicle>",
            RequestKind.QUESTION,
        ),
    ],
)
def test_what_is_asked_follows_from_interest_and_form(inside: str, kind: RequestKind) -> None:
    assert request(prospect(inside), "lead.xml").kind is kind


@pytest.mark.parametrize(
    ("inside", "source"),
    [
        ("<provider><name>Car Portal</name></provider>", "Car Portal"),
        (
            '<provider><name part="first">Car</name><name part="last">Portal</name></provider>',
            "Car Portal",
        ),
        ("<provider><name> <![CDATA[Car Portal]]> </name></provider>", "Car Portal"),
        ("<provider><service>Used Cars</service></provider>", "Used Cars"),
        ("<provider><url>https://portal.example/x</url></provider>", "portal.example"),
        ('<id source="LeadBox">1</id>', "LeadBox"),
        ("", "ADF"),
    ],
)
def test_the_source_is_who_passed_it_on(inside: str, source: str) -> None:
    assert request(prospect(inside), "lead.xml").source == source


@pytest.mark.parametrize(
    ("ids", "reference"),
    [
        ('<id source="A">1</id>', "A:1"),
        ('<id source="A"></id><id source="B">2</id>', "B:2"),
        ("<id>3</id>", ""),
        ("", ""),
    ],
)
def test_the_reference_names_its_source(ids: str, reference: str) -> None:
    assert request(prospect(ids), "lead.xml").reference == reference


def test_a_resend_is_marked() -> None:
    again = prospect().replace("<prospect>", '<prospect status="resend">')

    assert request(again, "lead.xml").resend
    assert not request(prospect(), "lead.xml").resend


def test_an_unreadable_date_is_flagged_and_not_guessed() -> None:
    asked = request(prospect("<requestdate>someday</requestdate>"), "lead.xml")

    assert (asked.asked_at, asked.flags) == (None, (Flag.DATE_UNREADABLE,))


def test_a_date_without_a_zone_is_the_dealers() -> None:
    asked = request(prospect("<requestdate>2026-05-12T10:14:31</requestdate>"), "lead.xml")

    assert (asked.asked_at, asked.asked_at_has_zone) == (WRITTEN, False)


def test_a_document_without_a_date_was_written_when_its_mail_was() -> None:
    asked = request(mail("leads@portal.example", "Lead", prospect()))

    assert (asked.asked_at, asked.asked_at_has_zone, asked.flags) == (WRITTEN, True, ())
    assert request(prospect(), "lead.xml").asked_at is None
