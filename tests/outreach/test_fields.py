"""Fields come from a white list; what is not known is named, and customers' braces stay text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import WrongCallError
from assistant.core.request import Channel
from assistant.outreach.fields import About, Field, Lack, check, lacking
from assistant.outreach.texts import Moment, Text, filled, original
from assistant.words.catalogue import Tongue

FULL = About(
    name="Sanne Hoekstra",
    vehicle="Peugeot 208",
    question="Is hij er nog?",
    salesperson="Piet",
    dealer="Autohuis Voorbeeld",
    phone="020 123 4567",
    moment="za 7 mrt 14:00",
)
EVERY = " | ".join(f"{field}={{{field}}}" for field in Field)


def test_every_field_can_be_used() -> None:
    check(EVERY)

    ready = filled(Text("", EVERY), FULL, Tongue.DUTCH)

    assert "{" not in ready.body
    for known in ("Goedendag Sanne Hoekstra,", "phone=020 123 4567", "question=Is hij er nog?"):
        assert known in ready.body


@pytest.mark.parametrize("name", ["naam", "", " name", "Name", "name.__class__", "0"])
def test_an_unknown_field_is_named(name: str) -> None:
    with pytest.raises(WrongCallError) as refused:
        check(f"Beste {{name}}, {{{name}}}")

    assert str(refused.value) == f"There is no field {{{name}}}."


@pytest.mark.parametrize(
    ("form", "named"),
    [
        ("Beste {name", "{name"),
        ("Beste {name, {dealer}", "{name,"),
        ("{dealer} name} x", "}"),
        ("{{name}}", "{{name}}"),
        ("a { b", "{"),
        ("{\nname}", "{"),
    ],
)
def test_braces_that_do_not_match_are_named(form: str, named: str) -> None:
    with pytest.raises(WrongCallError) as refused:
        check(form)

    assert refused.value.fields["field"] == named
    assert named in form


@pytest.mark.parametrize("form", ["{", "}", "a { b", "{\n}", "100 % {"])
def test_a_single_brace_that_comes_to_be_filled_is_a_letter_like_any_other(form: str) -> None:
    assert filled(Text("", form), FULL, Tongue.DUTCH).body == form.strip()


@given(word=st.text(max_size=40))
def test_what_a_customer_wrote_is_never_a_field(word: str) -> None:
    about = About(name=f"{{dealer}}{word}{{phone}}", dealer="GEHEIM", phone="VERBORGEN")

    ready = filled(Text("{name}", "x {name} x"), about, Tongue.ENGLISH)

    assert "GEHEIM" not in ready.body + ready.subject
    assert "VERBORGEN" not in ready.body + ready.subject
    assert "\n" not in ready.subject


def test_the_dealers_number_stands_in_the_signature() -> None:
    ready = filled(Text("", "{signature}"), FULL, Tongue.DUTCH)

    assert ready.body == "Piet\nAutohuis Voorbeeld\n020 123 4567"


def test_a_field_without_a_value_leaves_a_gap_that_is_named() -> None:
    assert lacking("De {vehicle}: bel {phone}", About(name="x")) == (
        Lack(Field.VEHICLE, True),
        Lack(Field.PHONE, True),
    )


def test_a_phrase_that_does_without_is_named_too_but_leaves_no_gap() -> None:
    assert lacking("{salutation} {about} {introduction}", About(name="x")) == (
        Lack(Field.VEHICLE, False),
    )


def test_a_gap_is_named_once() -> None:
    assert lacking("{about} {vehicle} {vehicle}", About()) == (Lack(Field.VEHICLE, True),)


@pytest.mark.parametrize("tongue", Tongue)
@pytest.mark.parametrize("moment", Moment)
@pytest.mark.parametrize("channel", [Channel.MAIL, Channel.WHATSAPP])
def test_the_programs_own_texts_use_fields_that_there_are(
    tongue: Tongue, moment: Moment, channel: Channel
) -> None:
    form = original(moment, channel, tongue)

    check(form.subject)
    check(form.body)
    assert lacking(f"{form.subject} {form.body}", FULL) == ()
