"""Which page a lead needs."""

import pytest

from assistant.core.facts import AgreementKind, AppointmentEvent, Fact, Outcome
from assistant.core.follow import follow
from assistant.core.plan import current, plan
from assistant.core.request import Channel, Door
from assistant.desk import LeadFile
from assistant.outreach.texts import Moment
from assistant.ui.action.flow import PROMPT, Page, Place, message_of, place_of, primary_channel
from tests.conftest import LAND_LINE, RULES, local
from tests.core.facts import LEAD, agreed, asked, called, changed, texted

ASKED = "2026-03-02 10:00"
MISSED = called("2026-03-02 10:01")
SPOKE = called("2026-03-02 10:01", Outcome.SPOKE)
BOOKED = agreed("2026-03-02 10:05", AgreementKind.APPOINTMENT, "2026-03-04 14:00")
CONFIRMED = changed("2026-03-02 10:06", BOOKED, AppointmentEvent.CONFIRMED)
MOVED = changed("2026-03-02 10:07", BOOKED, AppointmentEvent.MOVED, "2026-03-05 14:00")
CANCELLED = changed("2026-03-02 10:08", BOOKED, AppointmentEvent.CANCELLED)
REMINDED = changed("2026-03-03 09:01", BOOKED, AppointmentEvent.REMINDED)


def file_of(*facts: Fact, now: str = "2026-03-02 10:10") -> LeadFile:
    course = follow(facts)
    planned = plan(course, RULES)
    prompt = current(planned.prompts, local(now))
    return LeadFile(
        lead_id=LEAD, owner="Piet", facts=facts, course=course, plan=planned, prompt=prompt
    )


@pytest.mark.parametrize(
    ("facts", "now", "place"),
    [
        pytest.param((asked(ASKED),), ASKED, PROMPT, id="new"),
        pytest.param(
            (asked(ASKED), MISSED),
            ASKED,
            Place(Page.MESSAGE, Moment.MISSED, (Channel.WHATSAPP,)),
            id="missed",
        ),
        pytest.param((asked(ASKED), SPOKE), ASKED, Place(Page.NEXT_STEP), id="spoke"),
        pytest.param(
            (asked(ASKED, door=Door.SHOWROOM),), ASKED, Place(Page.NEXT_STEP), id="walked in"
        ),
        pytest.param(
            (asked(ASKED), SPOKE, BOOKED),
            ASKED,
            Place(Page.MESSAGE, Moment.CONFIRMATION, (Channel.WHATSAPP, Channel.MAIL)),
            id="to confirm",
        ),
        pytest.param((asked(ASKED), SPOKE, BOOKED, CONFIRMED), ASKED, PROMPT, id="confirmed"),
        pytest.param(
            (asked(ASKED), SPOKE, BOOKED, CONFIRMED),
            "2026-03-03 09:00",
            Place(Page.MESSAGE, Moment.REMINDER, (Channel.WHATSAPP, Channel.MAIL)),
            id="to remind",
        ),
        pytest.param(
            (asked(ASKED), SPOKE, BOOKED, CONFIRMED, REMINDED),
            "2026-03-04 13:59",
            PROMPT,
            id="not come yet",
        ),
        pytest.param(
            (asked(ASKED), SPOKE, BOOKED, CONFIRMED, REMINDED),
            "2026-03-04 14:00",
            Place(Page.SHOW),
            id="may have come",
        ),
        pytest.param(
            (asked(ASKED), SPOKE, BOOKED, CONFIRMED),
            "2026-03-04 15:00",
            Place(Page.SHOW),
            id="to ask",
        ),
        pytest.param(
            (asked(ASKED, phones=(LAND_LINE,), emails=()), SPOKE, BOOKED),
            ASKED,
            Place(Page.TELL, Moment.CONFIRMATION),
            id="nothing to confirm by but the telephone",
        ),
        pytest.param(
            (asked(ASKED), SPOKE, BOOKED, CONFIRMED, MOVED),
            ASKED,
            Place(Page.MESSAGE, Moment.MOVED, (Channel.WHATSAPP, Channel.MAIL)),
            id="moved after it was confirmed",
        ),
        pytest.param(
            (asked(ASKED), SPOKE, BOOKED, MOVED),
            ASKED,
            Place(Page.MESSAGE, Moment.CONFIRMATION, (Channel.WHATSAPP, Channel.MAIL)),
            id="moved before anybody was told",
        ),
        pytest.param(
            (asked(ASKED), SPOKE, BOOKED, CONFIRMED, CANCELLED),
            ASKED,
            Place(Page.MESSAGE, Moment.CANCELLED, (Channel.WHATSAPP, Channel.MAIL)),
            id="cancelled after it was confirmed",
        ),
        pytest.param(
            (asked(ASKED), SPOKE, BOOKED, CANCELLED),
            ASKED,
            Place(Page.NEXT_STEP),
            id="cancelled before anybody was told",
        ),
        pytest.param(
            (asked(ASKED, phones=(LAND_LINE,), emails=()), SPOKE, BOOKED, CONFIRMED, CANCELLED),
            ASKED,
            Place(Page.NEXT_STEP),
            id="cancelled and only to be told by telephone",
        ),
    ],
)
def test_a_lead_needs(facts: tuple[Fact, ...], now: str, place: Place) -> None:
    assert place_of(file_of(*facts, now=now), local(now)) == place


def test_the_primary_button_is_what_the_rule_says_comes_next() -> None:
    assert primary_channel(file_of(asked(ASKED))) is Channel.CALL
    assert primary_channel(file_of(asked(ASKED, may_call=False))) is Channel.WHATSAPP
    assert primary_channel(file_of(asked(ASKED, phones=()))) is Channel.MAIL
    sold = agreed("2026-03-02 10:05", AgreementKind.SOLD)
    assert primary_channel(file_of(asked(ASKED), sold)) is None


def test_the_text_suits_the_moment() -> None:
    def moment(*facts: Fact) -> Moment | None:
        return message_of(file_of(*facts), Channel.MAIL).moment

    assert moment(asked(ASKED)) is Moment.FIRST
    assert moment(asked(ASKED), MISSED, texted("2026-03-02 10:02")) is Moment.MISSED
    assert moment(asked(ASKED, wanted_at=local("2026-03-03 15:00"))) is Moment.CALL_BACK
    assert moment(asked(ASKED), SPOKE, BOOKED) is Moment.CONFIRMATION
