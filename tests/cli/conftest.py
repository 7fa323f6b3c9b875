"""The command line, called in this process: what it printed, and how it ended."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.cli.program import run
from tests.conftest import FakeClock

MAIL = """From: AutoTrack <noreply@autotrack.nl>
To: verkoop@dealer.example
Reply-To: {email}
Subject: Vraag over advertentie voor Peugeot 208 - AutoTrack
Message-ID: <{email}@autotrack.nl>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

*Naam:* {name}
*E-mailadres:* {email}
*Telefoonnummer:* {phone}

*Bericht:*
Is deze auto nog beschikbaar?
"""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a call of the program left behind."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def row(self) -> dict[str, Any]:
        (row,) = self.rows
        return row


Followup = Callable[..., Printed]
Mail = Callable[..., Path]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def followup(data: Path, capsys: pytest.CaptureFixture[str], clock: FakeClock) -> Followup:
    def call(*arguments: str | Path, lang: str = "en") -> Printed:
        status = run(["--data", str(data), "--lang", lang, *map(str, arguments)], clock)
        printed = capsys.readouterr()
        return Printed(status, printed.out, printed.err)

    return call


@pytest.fixture
def mail(tmp_path: Path) -> Callable[..., Path]:
    def write(
        name: str = "Sanne Hoekstra",
        email: str = "sanne.hoekstra@example.com",
        phone: str = "06 12 34 56 78",
    ) -> Path:
        path = tmp_path / f"{email}.eml"
        path.write_text(MAIL.format(name=name, email=email, phone=phone), "utf-8")
        return path

    return write
