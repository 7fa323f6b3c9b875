"""What a dealer adds to the portals is used; a mistake in it is told and stops nothing."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assistant.core.request import Reading, Request, RequestKind
from assistant.intake.original import Dealer, Original
from assistant.intake.own_portals import OwnPortals
from assistant.intake.reading import read
from tests.conftest import MONDAY_TEN

DEALER = Dealer(region="NL", zone=ZoneInfo("Europe/Amsterdam"))
MAIL = """From: Autodorp <noreply@autodorp.example>
Subject: Proefritje in een Kia Rio
Message-ID: <1@autodorp.example>

Uw naam voluit: Jan Vos
Te bereiken op: 06 20000001
Wat wilt u weten: is hij er nog?
"""
ADDED = """
[[portal]]
source = "Autodorp"
domains = ["autodorp.example"]
subjects = [{ text = "proefritje", kind = "test_drive" }]

[labels]
name = ["uw naam voluit"]
phone = ["te bereiken op"]
message = ["wat wilt u weten"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "portals.toml"


def reading(file: Path) -> Reading:
    original = Original(content=MAIL.encode(), name="1.eml", arrived_at=MONDAY_TEN)
    (found,) = read(original, DEALER, OwnPortals(file).portals).readings
    return found


def test_a_portal_and_its_labels_are_added(file: Path) -> None:
    before = reading(file)
    file.write_text(ADDED, "utf-8")
    asked = reading(file)

    assert isinstance(asked, Request)
    assert (asked.kind, asked.source, asked.name) == (RequestKind.TEST_DRIVE, "Autodorp", "Jan Vos")
    assert asked.question == "is hij er nog?"
    assert not isinstance(before, Request) or before.name != "Jan Vos"
    assert OwnPortals(file).problem is None


def test_a_label_of_the_dealer_wins(file: Path) -> None:
    file.write_text('[labels]\nmessage = ["naam"]\n', "utf-8")

    assert OwnPortals(file).problem is None


def test_without_a_file_there_is_nothing_to_say(file: Path) -> None:
    assert OwnPortals(file).portals is None
    assert OwnPortals(file).problem is None


@pytest.mark.parametrize(
    "content",
    [
        b"[[portal]",
        b'[[portal]]\nsource = "x"',
        b'[[portal]]\ndomains = ["x"]\nsubjects = [{ text = "a", kind = "nonsense" }]',
        b'[labels]\nnonsense = ["x"]',
        b"[nonsense]\na = 1",
        b'labels = "x"',
        b"\xff\xfe",
    ],
)
def test_a_mistake_is_told_and_stops_nothing(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    problem = OwnPortals(file).problem

    assert problem is not None
    assert str(file) in str(problem)
    assert OwnPortals(file).portals is None
    assert isinstance(reading(file), Reading)
