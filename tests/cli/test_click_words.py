"""A wrong call is told in the user's language, also where click is the one who tells it."""

import gettext
import os
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from assistant.cli.program import run
from assistant.resources import resource
from tests.cli.conftest import Followup
from tests.conftest import FakeClock
from tests.words.translations import compiled

CLICK = resource("translations/nl/LC_MESSAGES")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["nonsense"], "Er is geen opdracht 'nonsense'."),
        (["agenda", "--jsn"], "Er is geen optie '--jsn'. Bedoel je '--json'?"),
        (["agenda", "x"], "Dit argument hoort er niet bij: x"),
        (["agree"], "Er ontbreekt een argument: 'LEAD'."),
        (["attempt", "x"], "Er ontbreekt een optie: '--channel'. Kies uit: call, mail, whatsapp"),
        (["attempt", "x", "--note"], "Bij optie '--note' hoort een waarde."),
        (["agenda", "--json=1"], "Bij optie '--json' hoort geen waarde."),
        (["file", "x", "/"], "Ongeldige waarde voor '[FILE]': '/' is een map."),
        (["intake", ""], "Ongeldige waarde voor 'PATHS...': Het pad is leeg."),
        (
            ["attempt", "x", "--channel", "pigeon", "--outcome", "spoke"],
            "Ongeldige waarde voor '--channel': 'pigeon' is geen van 'call', 'mail', 'whatsapp'.",
        ),
    ],
)
def test_a_wrong_call_is_told_in_dutch(followup: Followup, call: list[str], said: str) -> None:
    printed = followup(*call, lang="nl")

    assert (printed.status, printed.out, printed.err) == (2, "", f"{said}\n")


def test_a_wrong_call_is_told_in_the_language_of_the_settings(
    data: Path, clock: FakeClock, capsys: pytest.CaptureFixture[str]
) -> None:
    data.mkdir()
    (data / "settings.toml").write_text('[desk]\nlanguage = "nl"\n')

    assert run(["--data", str(data), "nonsense"], clock) == 2

    assert capsys.readouterr().err == "Er is geen opdracht 'nonsense'.\n"


def test_a_help_has_its_headings_in_dutch(followup: Followup) -> None:
    printed = followup("forget", "--help", lang="nl")

    assert printed.status == 0
    assert "Gebruik: followup forget" in printed.out
    assert "Opties:" in printed.out
    assert "Opdrachten:" in followup("--help", lang="nl").out


def test_english_stays_english_and_nothing_is_left_behind(followup: Followup) -> None:
    before = os.environ.get("LANGUAGE")
    followup("nonsense", lang="nl")

    assert followup("nonsense").err == "No such command 'nonsense'.\n"
    assert os.environ.get("LANGUAGE") == before
    assert gettext.textdomain() == "messages"


def test_what_click_reads_is_what_was_written() -> None:
    with (CLICK / "click.po").open("rb") as file:
        written = read_po(file, locale="nl")

    assert all(message.string for message in written if message.id)
    assert (CLICK / "click.mo").read_bytes() == compiled(written)
