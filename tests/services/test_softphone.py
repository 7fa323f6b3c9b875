"""A real softphone, tied to the assistant as docs/telephone.md says: who is missed is a lead."""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.core.clock import utc_now
from assistant.core.facts import Requested
from assistant.core.plan import Step
from assistant.core.request import RequestKind
from assistant.demo.stage import furnish
from assistant.desk import LeadFile
from assistant.folders import DataFolder
from assistant.intake.reading.reasons import NUMBER_WITHHELD
from assistant.start import office
from tests.journeys.packages import require
from tests.journeys.processes import end, run, start
from tests.journeys.waiting import Patience
from tests.services.softphone import LINE, Softphone, on_page, softphone

SANNE = '"Sanne Hoekstra" <sip:+31612345678@127.0.0.1>'
JAN = "<sip:0620000001@127.0.0.1>"


_ONLY_ENDS = """
COMMANDS = {"CALL_ESTABLISHED": "call-answered", "CALL_CLOSED": "call-ended"}
with socket.create_connection(("%s", 4444)) as connection:
    for event in events(connection.makefile("rb")):
        if event.get("type") == "CALL_INCOMING":
            tell("incoming-call", event)
        elif event.get("type") in COMMANDS:
            tell(COMMANDS[event["type"]], event)
"""
"""Tells of every call's end, and not whether it was missed, as MicroSIP does."""


@dataclass(frozen=True, slots=True)
class Shop:
    """The dealer's telephone, and the assistant beside it."""

    phone: Softphone
    folder: DataFolder

    @property
    def program(self) -> list[str]:
        return [sys.executable, "main.py", "--data", str(self.folder.root)]

    def followup(self, *words: str) -> list[dict[str, Any]]:
        """Run a command; return the rows it prints."""
        done = run([*self.program, *words, "--json"], os.environ)
        assert (done.returncode, done.stderr) == (0, "")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def numbers(self) -> list[str]:
        """Return the numbers of the open leads."""
        return [row["phone"] for row in self.followup("agenda")]

    def kept(self) -> list[str]:
        """Return why messages wait for a person."""
        with office(self.folder, utc_now) as opened:
            return [message.reason for message in opened.desk.messages.unreadable()]

    def lead(self) -> LeadFile:
        """Return the one lead there is."""
        with office(self.folder, utc_now) as opened:
            (item,) = opened.desk.agenda()
            return opened.desk.lead(item.summary.lead_id)

    def is_told(self) -> None:
        """Wait until the telephone has called the assistant, which has not looked yet."""
        Patience().until(lambda: list(self.folder.spool.glob("*.msg")), "a message of a call")

    def has(self, *numbers: str) -> None:
        """Wait until exactly these callers are leads."""
        Patience().until(lambda: sorted(self.numbers()) == sorted(numbers), f"{numbers}")


@pytest.fixture
def tells_of_missed_calls() -> bool:
    """Parametrize a test with this name to have a telephone that tells of ends only."""
    return True


@pytest.fixture
def shop(tmp_path: Path, tells_of_missed_calls: bool) -> Iterator[Shop]:
    require("services")
    with softphone(f"<sip:{LINE}@127.0.0.1>") as phone:
        shop = Shop(phone, DataFolder(tmp_path / "data"))
        furnish(shop.folder, always_open=True)
        script = tmp_path / "baresip-calls.py"
        as_the_page_says = on_page("python", phone.host)
        events = as_the_page_says.partition("answered = ")[0] + _ONLY_ENDS % phone.host
        script.write_text(as_the_page_says if tells_of_missed_calls else events)
        words = [sys.executable, str(script), *shop.program]
        hook = start(words, os.environ, tmp_path / "hook.log")
        try:
            Patience().until(phone.is_heard, "the script of the page to listen")
            yield shop
        finally:
            end(hook)


@pytest.fixture
def sanne(shop: Shop) -> Iterator[Softphone]:  # noqa: ARG001 - skips when nothing is installed
    with softphone(SANNE) as phone:
        yield phone


@pytest.fixture
def jan(shop: Shop) -> Iterator[Softphone]:  # noqa: ARG001 - likewise
    with softphone(JAN) as phone:
        yield phone


either_telephone = pytest.mark.parametrize("tells_of_missed_calls", [True, False])


@either_telephone
def test_who_hangs_up_before_anybody_answers_is_a_lead(shop: Shop, sanne: Softphone) -> None:
    sanne.dial(shop.phone)
    sanne.hang_up()

    shop.has("+31612345678")
    (row,) = shop.followup("agenda")
    assert (row["step"], row["tries"]) == ("call", 0)


@either_telephone
def test_who_is_refused_is_a_lead(shop: Shop, sanne: Softphone) -> None:
    sanne.dial(shop.phone)
    shop.phone.hang_up()

    shop.has("+31612345678")


@either_telephone
def test_who_is_answered_or_called_is_no_lead(shop: Shop, sanne: Softphone, jan: Softphone) -> None:
    sanne.dial(shop.phone)
    shop.phone.answer()
    sanne.hang_up()
    shop.phone.dial(sanne)
    shop.phone.hang_up()

    jan.dial(shop.phone)
    jan.hang_up()

    shop.has("+31620000001")


@pytest.mark.parametrize(
    "account",
    [
        '"0612345678" <sip:0612345678@192.168.100.200>',
        "<sip:0031612345678@pbx.example;user=phone>",
        "<sip:31612345678@pbx.example>",
        '"0612345678" <sip:trunk@192.168.100.200>',
    ],
)
def test_a_caller_is_one_number_however_his_exchange_writes_it(shop: Shop, account: str) -> None:
    with softphone(account) as caller:
        caller.dial(shop.phone)
        caller.hang_up()

        shop.has("+31612345678")


@pytest.mark.parametrize(
    "account",
    ['"Anonymous" <sip:anonymous@anonymous.invalid>', "<sip:anonymous@192.168.100.200>"],
)
def test_who_hides_his_number_is_kept_for_a_person(shop: Shop, account: str) -> None:
    with softphone(account) as caller:
        caller.dial(shop.phone)
        caller.hang_up()

        Patience().until(lambda: shop.kept() == [NUMBER_WITHHELD], "the call without a number")
        assert shop.numbers() == []


@pytest.mark.parametrize("colleague_is_first", [False, True])
def test_missed_here_and_answered_by_a_colleague_is_one_call(
    shop: Shop, sanne: Softphone, colleague_is_first: bool
) -> None:
    answered = ("log", "call", "--number", "0612345678")
    sanne.dial(shop.phone)
    shop.is_told()

    if colleague_is_first:
        shop.followup(*answered)
        sanne.hang_up()
        shop.is_told()
    else:
        sanne.hang_up()
        shop.has("+31612345678")
        shop.followup(*answered)

    lead = shop.lead()
    asked = {fact.request.kind for fact in lead.facts if isinstance(fact, Requested)}
    assert asked == {RequestKind.MISSED_CALL, RequestKind.ANSWERED_CALL}
    assert [prompt.step for prompt in lead.plan.prompts] == [Step.FOLLOW_UP]
