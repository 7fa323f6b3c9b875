"""The dealer's own texts are used and kept; a mistake in them is told and stops nothing."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.errors import CouldNotError, WrongCallError
from assistant.core.request import Channel
from assistant.outreach.own_texts import OwnTexts
from assistant.outreach.texts import Moment, Text, original
from assistant.words.catalogue import Tongue

MISSED_MAIL = (Moment.MISSED, Channel.MAIL, Tongue.DUTCH)
MISSED_WHATSAPP = (Moment.MISSED, Channel.WHATSAPP, Tongue.DUTCH)
OWN = Text("Gebeld over de {vehicle}", "{salutation}\n\nIk belde u.\n\n{signature}")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "texts.toml"


def test_without_a_file_the_programs_texts_are_used(file: Path) -> None:
    assert OwnTexts(file).form(*MISSED_MAIL) == original(*MISSED_MAIL)
    assert OwnTexts().form(*MISSED_MAIL) == original(*MISSED_MAIL)
    assert OwnTexts(file).problems == ()


def test_an_own_text_is_used_at_once_and_after_a_restart(file: Path) -> None:
    texts = OwnTexts(file)
    texts.form(*MISSED_MAIL)
    texts.keep(*MISSED_MAIL, OWN)

    assert texts.form(*MISSED_MAIL) == OWN
    assert OwnTexts(file).form(*MISSED_MAIL) == OWN


def test_only_what_differs_is_kept(file: Path) -> None:
    usual = original(*MISSED_MAIL)
    OwnTexts(file).keep(*MISSED_MAIL, Text("Anders", usual.body))

    assert tomllib.loads(file.read_text("utf-8")) == {"nl": {"missed": {"subject": "Anders"}}}


def test_the_original_comes_back_and_nothing_of_the_own_text_stays(file: Path) -> None:
    texts = OwnTexts(file)
    texts.keep(*MISSED_MAIL, OWN)
    texts.keep(*MISSED_MAIL, original(*MISSED_MAIL))

    assert texts.form(*MISSED_MAIL) == original(*MISSED_MAIL)
    assert tomllib.loads(file.read_text("utf-8")) == {}


def test_the_other_channel_and_what_a_person_wrote_into_the_file_stay(file: Path) -> None:
    file.write_text('# van Piet\n[nl.missed]\nwhatsapp = "Ik belde u. {name}" # kort\n', "utf-8")

    OwnTexts(file).keep(*MISSED_MAIL, OWN)

    assert "# van Piet" in file.read_text("utf-8")
    assert "# kort" in file.read_text("utf-8")
    assert OwnTexts(file).form(*MISSED_WHATSAPP).body == "Ik belde u. {name}"


def test_an_unknown_field_is_refused_and_nothing_is_written(file: Path) -> None:
    with pytest.raises(WrongCallError, match=r"There is no field \{naam\}\."):
        OwnTexts(file).keep(*MISSED_MAIL, Text("Voor {naam}", "x"))

    assert not file.exists()


@pytest.mark.parametrize("text", [Text("", "x"), Text("x", " \n")])
def test_an_empty_text_is_refused(file: Path, text: Text) -> None:
    with pytest.raises(WrongCallError, match="A text cannot be empty"):
        OwnTexts(file).keep(*MISSED_MAIL, text)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ('[nl.missed]\nmail = "Beste {naam}"', "nl.missed.mail"),
        ('[nl.missed]\nmail = "Beste {name"', "the braces of {name do not match"),
        ("[nl.missed]\nmail = 3", "nl.missed.mail"),
        ('[nl.missed]\nmail = ""', "nl.missed.mail"),
        ('[nl.mist]\nmail = "x"', "nl.mist.mail"),
        ('[de.missed]\nmail = "x"', "de.missed.mail"),
        ('[nl.missed]\nfax = "x"', "nl.missed.fax"),
        ('nl = "x"', "nl"),
        ('[nl.missed.mail.x]\na = "x"', "nl.missed.mail"),
    ],
)
def test_what_cannot_be_used_is_named_and_the_original_stands_in(
    file: Path, content: str, named: str
) -> None:
    file.write_text(f'[en.missed]\nwhatsapp = "Mine"\n{content}\n', "utf-8")
    if content.startswith("nl ="):
        file.write_text(f'{content}\n[en.missed]\nwhatsapp = "Mine"\n', "utf-8")
    texts = OwnTexts(file)

    (problem,) = texts.problems

    assert named in str(problem)
    assert str(file) in str(problem)
    assert texts.form(*MISSED_MAIL) == original(*MISSED_MAIL)
    assert texts.form(Moment.MISSED, Channel.WHATSAPP, Tongue.ENGLISH).body == "Mine"


@pytest.mark.parametrize("content", [b"[nl", b"\xff\xfe", b"a = " + b"[" * 5_000])
def test_a_broken_file_is_told_whole_and_is_not_written_over(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    texts = OwnTexts(file)

    assert "are not used" in str(texts.problems[0])
    assert texts.form(*MISSED_MAIL) == original(*MISSED_MAIL)
    with pytest.raises(CouldNotError, match="mend the file there first"):
        texts.keep(*MISSED_MAIL, OWN)
    assert file.read_bytes() == content


def test_a_broken_file_is_told_by_line_and_key_and_in_no_log(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file.write_text('[nl.missed]\nsubject = "Gebeld\nmail = "Ik belde u."\n', "utf-8")

    (problem,) = OwnTexts(file).problems

    assert str(problem) == f"Your texts in {file} are not used: line 2 cannot be read (subject)."
    assert caplog.records == []


_LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"))


@settings(deadline=None)  # a file is written and synced each time
@given(body=_LINES.filter(lambda text: text.strip() and not {"{", "}"} & {*text}))
def test_a_text_comes_back_as_it_was_typed(
    tmp_path_factory: pytest.TempPathFactory, body: str
) -> None:
    texts = OwnTexts(tmp_path_factory.mktemp("own") / "texts.toml")
    texts.keep(*MISSED_WHATSAPP, Text("", body))

    assert texts.problems == ()
    assert texts.form(*MISSED_WHATSAPP).body == body.strip()
