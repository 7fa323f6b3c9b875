"""Cases for tests: a lead as it stands after some facts, on its way to the BDC."""

from typing import Any

from assistant.core.facts import Fact
from assistant.core.follow import follow
from assistant.core.plan import plan
from assistant.core.request import Door, RequestKind
from assistant.desk import LeadFile
from assistant.outreach.handover.case import Case
from assistant.settings import starting_values
from tests.conftest import RULES
from tests.core.facts import LEAD, asked, called, handed_on

HOSTILE = 'Piet <img src=x> & "zoon"\n]]> \x00\x1b\x0b=1+1 \ufffe'


def case_of(*facts: Fact) -> Case:
    course = follow(facts)
    planned = plan(course, RULES)
    assert planned.handed_over is not None
    lead = LeadFile(
        lead_id=LEAD,
        owner="Piet",
        facts=facts,
        course=course,
        plan=planned,
        prompt=None,
        handed_over=planned.handed_over,
    )
    return Case(lead=lead, away=planned.handed_over, settings=starting_values())


def a_case(*, to: str = "", note: str = "", **changes: Any) -> Case:
    """Return a lead that was called once in vain and then handed on."""
    return case_of(
        asked("2026-03-02 10:00", **changes),
        called("2026-03-02 10:01"),
        handed_on("2026-03-02 10:05", to, note),
    )


def a_passive_case(**changes: Any) -> Case:
    """Return a name on a list, who may be called and asked about no car."""
    listed = {"kind": RequestKind.PASSIVE, "door": Door.LIST, "consent": "ja"}
    car = {"vehicle": "", "plate": "AB-12-CD"}
    return case_of(asked("2026-03-02 10:00", **(listed | car | changes)))
