"""ADF as it arrives: every oddity that a sender was seen to produce is still a lead."""

import base64
import html
import quopri

import pytest

from assistant.core.request import Request, RequestKind
from tests.intake.reading.messages import mail, numbers, prospect, readings, request

PLAIN = prospect(
    '<id sequence="1" source="Portal">7</id>',
    "<requestdate>2026-05-12T10:14:31+02:00</requestdate>",
    "<vehicle><make>Kia</make><model>Ceed</model></vehicle>",
    customer='<phone type="cellphone">0612345678</phone><email>jo@example.com</email>',
)


def broken_lines(text: str) -> str:
    return text.replace("><", "><br />\n<")


ODDITIES = {
    "as it should be": f'<?xml version="1.0"?>\n<?adf version="1.0"?>\n{PLAIN}',
    "no prolog": PLAIN,
    "the adf instruction first": f'<?adf version="1.0"?>\n<?xml version="1.0"?>\n{PLAIN}',
    "an instruction in capitals": f'<?ADF VERSION "1.0"?>\n{PLAIN}',
    "an instruction without =": f'<?xml version "1.0"?><?adf version "1.0"?>{PLAIN}',
    "curly quotes": f"<?adf version=“1.0”?>{PLAIN.replace(chr(34), '”')}",
    "an instruction left unclosed": f'<?xml version="1.0"\n<?adf version="1.0"\n{PLAIN}',
    "capital tags": PLAIN.replace("adf>", "ADF>").replace("prospect>", "PROSPECT>"),
    "on one line": PLAIN.replace("\n", ""),
    "a break after each line": broken_lines(PLAIN),
    "escaped": html.escape(PLAIN),
    "escaped twice": html.escape(html.escape(PLAIN)),
    "escaped with breaks": html.escape(PLAIN).replace("&gt;&lt;", "&gt;<br />\n&lt;"),
    "in a comment": f"<html><body>New lead<!-- {PLAIN} --></body></html>",
    "quoted-printable that nobody decoded": quopri.encodestring(PLAIN.encode()).decode(),
    "stray text around": f"Dear dealer,\n\n{PLAIN}\n\nKind regards, the portal",
    "stray text between": PLAIN.replace("<customer>", "what is this? <customer>"),
    "cut off in the vendor": f"{PLAIN[: -len('</prospect></adf>')]}<vendor><vendorname>Gar",
    "the beginning is missing": PLAIN.removeprefix("<adf>"),
    "no prospect element": PLAIN.replace("<prospect>", "").replace("</prospect>", ""),
    "a raw ampersand": PLAIN.replace("Ceed", "Ceed & more"),
    "a space that XML does not know": PLAIN.replace("Ceed", "Ceed&nbsp;"),
    "a namespace": PLAIN.replace("<adf>", '<adf xmlns="http://www.adfxml.info/">'),
    "prefixes": PLAIN.replace("<adf>", "<a:adf>").replace("</adf>", "</a:adf>"),
    "a document type": f'<!DOCTYPE adf SYSTEM "http://evil.example/adf.dtd">\n{PLAIN}',
    "an unclosed phone": PLAIN.replace("</phone>", ""),
    "elements nobody specified": PLAIN.replace("<customer>", "<score>9</score><customer>"),
}


@pytest.mark.parametrize("oddity", ODDITIES)
def test_an_odd_document_is_read(oddity: str) -> None:
    asked = request(ODDITIES[oddity], "lead.xml")

    assert (asked.name, numbers(asked), asked.emails) == (
        "Jo",
        ["+31612345678"],
        ("jo@example.com",),
    )
    assert asked.vehicle.startswith("Kia Ceed")


@pytest.mark.parametrize("oddity", ODDITIES)
def test_an_odd_document_is_read_from_a_mail(oddity: str) -> None:
    asked = request(mail("leads@portal.example", "New lead", ODDITIES[oddity]))

    assert (asked.name, numbers(asked)) == ("Jo", ["+31612345678"])


@pytest.mark.parametrize(
    "encoded",
    [
        pytest.param(PLAIN.encode("utf-16"), id="UTF-16 with a mark"),
        pytest.param(PLAIN.encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(PLAIN.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(
            b'<?xml version="1.0" encoding="UTF-8"?>' + PLAIN.encode("latin-1"),
            id="Latin-1 that says it is UTF-8",
        ),
        pytest.param(
            b'<?xml version="1.0" encoding="ISO-8859-1"?>' + PLAIN.encode(),
            id="UTF-8 that says it is Latin-1",
        ),
        pytest.param(
            b'<?xml version="1.0" encoding="x-unknown"?>' + PLAIN.encode("cp1252"),
            id="an encoding that does not exist",
        ),
        pytest.param(PLAIN.encode() + b"\x00\x00", id="zeros behind it"),
    ],
)
def test_bytes_count_and_not_what_they_say_they_are(encoded: bytes) -> None:
    assert numbers(request(encoded, "lead.xml")) == ["+31612345678"]


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp1252", "utf-16"])
def test_a_name_with_accents_survives(encoding: str) -> None:
    document = f'<?xml version="1.0" encoding="UTF-8"?>{prospect(name="Chloë Müller")}'

    assert request(document.encode(encoding), "lead.xml").name == "Chloë Müller"


def test_external_entities_are_never_resolved() -> None:
    evil = (
        '<?xml version="1.0"?><!DOCTYPE adf [<!ENTITY x SYSTEM "file:///etc/passwd">'
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        + prospect(customer="<phone>0612345678</phone>", name="&x;&b;Jo")
    )
    asked = request(evil, "lead.xml")

    assert asked.name == "Jo"
    assert "root:" not in repr(asked)


def test_two_prospects_are_two_readings() -> None:
    second = PLAIN.replace("0612345678", "0687654321").replace("jo@", "an@")
    together = PLAIN.replace("</adf>", "") + second.replace("<adf>", "")
    in_a_row = f"{PLAIN}\n\nand another one:\n{second}"

    for text in (together, in_a_row):
        asked = readings(text, "leads.xml")
        assert [numbers(one) for one in asked if isinstance(one, Request)] == [
            ["+31612345678"],
            ["+31687654321"],
        ]


def test_a_mail_that_says_the_same_twice_is_one_request() -> None:
    attached = base64.b64encode(PLAIN.encode()).decode()
    both = "\n".join(
        [
            "--x",
            "Content-Type: text/plain",
            "",
            PLAIN,
            "--x",
            "Content-Type: text/html",
            "",
            f"<pre>{html.escape(PLAIN)}</pre>",
            "--x",
            'Content-Type: application/octet-stream; name="lead.adf"',
            "Content-Transfer-Encoding: base64",
            "",
            attached,
            "--x--",
        ]
    )
    message = mail("leads@portal.example", "Lead", both, kind='multipart/mixed; boundary="x"')

    assert numbers(request(message)) == ["+31612345678"]


def test_a_document_without_a_customer_does_not_hide_the_text_that_has_one() -> None:
    parts = f"--x\nContent-Type: text/xml\n\n{prospect(customer='')}\n--x\n\n{PLAIN}\n--x--"
    message = mail("leads@portal.example", "Lead", parts, kind="multipart/mixed; boundary=x")

    assert numbers(request(message)) == ["+31612345678"]


def test_adf_in_an_attached_mail_is_found() -> None:
    inner = mail("leads@portal.example", "Lead", PLAIN).decode()
    outer = f"--x\nContent-Type: message/rfc822\n\n{inner}\n--x--"
    message = mail("jan@example.com", "kijk", outer, kind="multipart/mixed; boundary=x")

    assert numbers(request(message)) == ["+31612345678"]


def test_adf_wins_from_the_text_around_it() -> None:
    body = f"Naam: Somebody Else\nTelefoonnummer: 0699999999\n\n{PLAIN}"

    assert request(mail("noreply@autotrack.nl", "Vraag over", body)).name == "Jo"


def test_labels_help_where_adf_names_no_customer() -> None:
    empty = prospect(customer="")
    body = f"Naam: Els\nTelefoonnummer: 0612345678\n\n{empty}"

    assert request(mail("noreply@site.example", "Proefrit", body)).kind is RequestKind.TEST_DRIVE


def test_many_prospects_are_read_up_to_a_limit_that_is_said() -> None:
    many = "".join(
        prospect(customer=f"<phone>06{number:08}</phone>")
        for number in range(10_000_000, 10_000_150)
    )
    found = readings(many.replace("</adf><adf>", ""), "leads.xml")

    assert len(found) == 101
    assert not isinstance(found[-1], Request)
