"""Dutch is whole: no sentence without its translation, no field lost on the way."""

import re
import string

import pytest
from babel.messages.catalog import Message

from assistant.core.errors import WrongCallError
from assistant.intake.reading import reasons
from assistant.words.catalogue import Tongue, explain, speak, system_tongue, tr
from tests.words.translations import MO, compiled, extracted, in_f_strings, kept


def sentences() -> list[Message]:
    return [message for message in kept() if message.id]


def forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text),)


def key(message: Message) -> tuple[str | None, tuple[str, ...]]:
    return message.context, forms(message.id)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_sentence_in_the_code_has_its_dutch() -> None:
    wanted = {key(message) for message in extracted() if message.id}
    have = {key(message) for message in sentences() if all(forms(message.string))}

    assert wanted - have == set()


def test_no_sentence_is_kept_that_the_code_no_longer_has() -> None:
    wanted = {key(message) for message in extracted() if message.id}

    assert {key(message) for message in sentences()} - wanted == set()


def test_every_field_survives_translation() -> None:
    for message in sentences():
        for english, dutch in zip(forms(message.id), forms(message.string), strict=True):
            assert fields(english) == fields(dutch), english


def test_what_the_program_reads_is_what_was_written() -> None:
    assert MO.read_bytes() == compiled(kept())


def test_the_readers_reasons_are_all_translated() -> None:
    have = {forms(message.id)[0] for message in sentences()}

    assert set(reasons.ALL) - have == set()


def test_no_translation_was_left_in_english() -> None:
    same = {forms(message.id)[0] for message in sentences() if message.id == message.string}

    long = {text for text in same if len(re.findall(r"[a-z]{3,}", text)) > 3}
    assert long == set()


def test_an_error_is_told_in_the_present_language() -> None:
    error = WrongCallError("There is no lead {lead}.", lead="{x}")
    try:
        speak(Tongue.DUTCH)
        assert explain(error) == "Er is geen lead {x}."
        assert tr("Later") == "Later"
    finally:
        speak(Tongue.ENGLISH)
    assert explain(error) == str(error) == "There is no lead {x}."


@pytest.mark.parametrize(
    ("names", "tongue"),
    [
        ({"LANG": "nl_NL.UTF-8"}, Tongue.DUTCH),
        ({"LANG": "nl_BE.UTF-8", "LC_ALL": "en_GB.UTF-8"}, Tongue.ENGLISH),
        ({"LANG": "de_DE.UTF-8"}, Tongue.ENGLISH),
        ({}, Tongue.ENGLISH),
    ],
)
def test_the_language_is_that_of_the_computer(
    names: dict[str, str], tongue: Tongue, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)

    assert system_tongue() is tongue


def test_a_sentence_within_an_f_string_is_found() -> None:
    source = "tell(f\"{'':21}→ {tr('Handed over: {reason}').format(reason=reason)}\")"

    assert list(in_f_strings(source)) == ["Handed over: {reason}"]
