"""Whatever the bytes are: no reader fails, and no customer's number is lost.

The inner function is asked, which hides no error.
"""

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.core.request import Request
from tests.intake.reading.messages import SAMPLES, mail, numbers, prospect, readings, request

FILES = sorted(SAMPLES.iterdir())
NAMES = st.sampled_from(["x.eml", "x.xml", "x.json", "x.html", "x.txt", "x.adf", ""])
MOBILE = st.integers(10_000_000, 89_999_999).map(lambda number: f"06{number}")
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60).map(
    lambda text: text.replace("<", "(").replace("&", "en")
)
LABELS = st.sampled_from(
    [
        "Telefoonnummer",
        "*Telefoonnummer*",
        "Telefoon",
        "Tel.",
        "MOBIEL",
        "Phone",
        "Mobile number",
        "Telefon",
        "GSM",
    ]
)
OTHER_LINES = st.sampled_from(
    [
        "Naam: Jan de Wit",
        "E-mailadres: jan@example.com",
        "Bericht:\nIs hij er nog?\n",
        "Bericht: hallo\n\nMet vriendelijke groet,\nJan\n",
        "Kenteken: XX-123-X",
        "Het gaat om de volgende advertentie:\nKia Rio\nPrijs: € 9.950",
        "",
        "Dit bericht is automatisch verzonden.",
        "© AutoTrack",
        "Voertuig: Kia Rio",
        "Bekijk advertentie",
        "Contactgegevens",
    ]
)
SENDERS = st.sampled_from(
    [
        "AutoTrack <noreply@autotrack.nl>",
        "Site <noreply@site.example>",
        "Garage <info@garage.example>",
        "x@mail.marktplaats.nl",
    ]
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    content = draw(st.sampled_from(FILES)).read_bytes()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        until = min(len(content), at + draw(st.integers(0, 80)))
        content = content[:at] + draw(st.binary(max_size=8)) + content[until:]
    return content


@given(st.binary(max_size=3_000), NAMES)
@example(b"<adf", "x.xml")
@example(b"From: \nTo: \n\n", "x.eml")
@example(b"{", "x.json")
def test_any_bytes_are_read(content: bytes, name: str) -> None:
    assert readings(content, name)


@given(mutated(), NAMES)
def test_any_damaged_message_is_read(content: bytes, name: str) -> None:
    for found in readings(content, name):
        if isinstance(found, Request):
            assert found.phones or found.emails
            assert (
                max(map(len, (found.name, found.vehicle, found.plate, found.price, found.source)))
                <= 200
            )
            assert len(found.question) <= 20_000


@given(st.text(max_size=2_000), NAMES)
def test_any_text_is_read(text: str, name: str) -> None:
    assert readings(text.encode("utf-8", "surrogatepass"), name)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(["name", "phone", "value", "field_data", "a", "vehicle", ""]), inner
            )
        ),
        max_leaves=30,
    )
)
def test_any_json_is_read(value: object) -> None:
    assert readings(json.dumps(value), "x.json")


@given(MOBILE, LABELS, st.lists(OTHER_LINES, max_size=5), st.integers(0, 5), SENDERS)
def test_a_labelled_number_is_never_lost(
    number: str, label: str, lines: list[str], at: int, sender: str
) -> None:
    body = "\n".join([*lines[:at], f"{label}: {number}", *lines[at:]])
    asked = request(mail(sender, "Vraag over advertentie voor Kia Rio", body))

    assert number[1:] in "".join(numbers(asked))


@example("0660000000", "Telefoonnummer", ["E-mailadres: jan@example.com", "© AutoTrack"], 2)
@given(MOBILE, LABELS, st.lists(OTHER_LINES, max_size=5), st.integers(0, 5))
def test_a_labelled_number_is_never_lost_in_a_page(
    number: str, label: str, lines: list[str], at: int
) -> None:
    rows = [*lines[:at], f"{label}</td><td>{number}", *lines[at:]]
    page = "<table>" + "".join(f"<tr><td>{row}</td></tr>" for row in rows) + "</table>"
    asked = request(mail("Site <noreply@site.example>", "Contact", page, kind="text/html"))

    assert number[1:] in "".join(numbers(asked))


@given(MOBILE, WORDS, WORDS)
def test_a_number_in_adf_is_never_lost(number: str, name: str, comment: str) -> None:
    document = prospect(f"<id>{comment}</id>", customer=f"<phone>{number}</phone>", name=name)

    assert number[1:] in "".join(numbers(request(document, "x.xml")))


VALID = st.integers(10_000_000, 58_999_999).map(lambda number: f"06{number}")
NUMBER_KEYS = st.sampled_from(["phone", "phone_number", "telefoon", "mobile", "Telefoonnummer"])
VALUES = st.none() | st.booleans() | WORDS


@given(MOBILE, NUMBER_KEYS, st.dictionaries(st.sampled_from(["message", "a", "car"]), VALUES))
def test_a_number_in_json_is_never_lost(
    number: str, key: str, others: dict[str, str | bool | None]
) -> None:
    asked = request(json.dumps(others | {key: number}), "x.json")

    assert number[1:] in "".join(numbers(asked))


@given(MOBILE, st.lists(WORDS, max_size=4), st.integers(0, 4))
def test_a_number_in_a_form_of_facebook_is_never_lost(
    number: str, answers: list[str], at: int
) -> None:
    fields = [{"name": f"question_{i}", "values": [word]} for i, word in enumerate(answers)]
    fields.insert(at, {"name": "phone_number", "values": [number]})

    assert number[1:] in "".join(numbers(request(json.dumps({"field_data": fields}), "x.json")))


@given(MOBILE, NUMBER_KEYS, WORDS)
def test_a_number_in_other_xml_is_never_lost(number: str, key: str, comment: str) -> None:
    document = f"<lead><comment>{comment}</comment><{key}>{number}</{key}></lead>"

    assert number[1:] in "".join(numbers(request(document, "x.xml")))


@given(VALID, st.sampled_from(["Bel mij op {} a.u.b.", "06 nummer: {}", "tel {}", "{}"]), WORDS)
def test_a_number_that_a_person_typed_is_never_lost(number: str, said: str, words: str) -> None:
    body = f"Hallo,\n\nIs de Kia Rio er nog? {words}\n{said.format(number)}\n\nGroet, Jan\n"
    asked = request(mail("Jan <jan@example.com>", "Kia Rio", body))

    assert number[1:] in "".join(numbers(asked))


@given(MOBILE, st.lists(OTHER_LINES, max_size=3))
def test_the_number_of_a_missed_call_is_never_lost(number: str, lines: list[str]) -> None:
    sample = (SAMPLES / "nl_marktplaats_gemiste_oproep.eml").read_text("utf-8")
    content = re.sub(r"0[\s-]?6(?:[\s-]?\d){8}|\+31[\s-]?6(?:[\s-]?\d){8}", number, sample)

    assert number in content
    assert number[1:] in "".join(numbers(request("\n".join([content, *lines]))))


@pytest.mark.parametrize("sample", FILES, ids=lambda path: path.name)
def test_a_message_may_end_anywhere(sample: object) -> None:
    content = sample.read_bytes()  # type: ignore[attr-defined]
    for length in range(0, len(content), max(1, len(content) // 40)):
        assert readings(content[:length], sample.name)  # type: ignore[attr-defined]
