"""Which page a lead needs."""

import pytest

from assistant.core.facts import AgreementKind, AppointmentEvent, Fact, Outcome
from assistant.core.follow import follow
from assistant.core.plan import current, plan
from assistant.core.request import Channel, Door
from assistant.desk import LeadFile
from assistant.outreach.texts import Moment
from assistant.ui.action.flow import (
    PROMPT,
    Page,
    Place,
    message_of,
    offered_after,
    place_of,
    primary_channel,
)
from tests.conftest import LAND_LINE, RULES, local
from tests.core.facts import LEAD, agreed, asked, called, changed, taken_back, texted

ASKED = "2026-03-02 10:00"
MISSED = called("2026-03-02 10:01")
SPOKE = called("2026-03-02 10:01", Outcome.SPOKE)
BOOKED = agreed("2026-03-02 10:05", AgreementKind.APPOINTMENT, "2026-03-04 14:00")
CONFIRMED = changed("2026-03-02 10:06", BOOKED, AppointmentEvent.CONFIRMED)
MOVED = changed("2026-03-02 10:07", BOOKED, AppointmentEvent.MOVED, "2026-03-05 14:00")
CANCELLED = changed("2026-03-02 10:08", BOOKED, AppointmentEvent.CANCELLED)
SOLD = agreed("2026-03-02 10:09", AgreementKind.SOLD)
NO_SHOW = changed("2026-03-04 15:00", BOOKED, AppointmentEvent.NO_SHOW)
SHOW = changed("2026-03-04 15:00", BOOKED, AppointmentEvent.SHOW)
INFORMED = agreed("2026-03-02 10:05", AgreementKind.FOLLOW_UP, "2026-03-05 10:00")
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
            (asked(ASKED), SPOKE, BOOKED, CONFIRMED, SOLD),
            ASKED,
            Place(Page.MESSAGE, Moment.CANCELLED, (Channel.WHATSAPP, Channel.MAIL)),
            id="sold before he came",
        ),
        pytest.param(
            (asked(ASKED), SPOKE, BOOKED, CONFIRMED, SOLD),
            "2026-03-04 15:00",
            PROMPT,
            id="sold, and the appointment is past",
        ),
        pytest.param(
            (asked(ASKED, phones=(LAND_LINE,), emails=()), SPOKE, BOOKED, CONFIRMED, SOLD),
            ASKED,
            PROMPT,
            id="sold, and nothing to write to",
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
        return message_of(file_of(*facts), Channel.MAIL, facts[-1].at).moment

    assert moment(asked(ASKED)) is Moment.FIRST
    assert moment(asked(ASKED), MISSED, texted("2026-03-02 10:02")) is Moment.MISSED
    assert moment(asked(ASKED, wanted_at=local("2026-03-03 15:00"))) is Moment.CALL_BACK
    assert moment(asked(ASKED), SPOKE, BOOKED) is Moment.CONFIRMATION
    assert moment(asked(ASKED), SPOKE, INFORMED) is Moment.INFORMATION
    sent = texted("2026-03-02 10:06")
    assert moment(asked(ASKED), SPOKE, INFORMED, sent) is Moment.FIRST
    assert moment(asked(ASKED), SPOKE, INFORMED, sent, taken_back(sent)) is Moment.INFORMATION


def test_a_message_says_that_we_just_called_on_the_day_of_that_call_only() -> None:
    lead = file_of(asked(ASKED), MISSED)

    assert message_of(lead, Channel.MAIL, local("2026-03-02 17:55")).moment is Moment.MISSED
    assert message_of(lead, Channel.MAIL, local("2026-03-03 11:00")).moment is Moment.FIRST
    assert place_of(lead, local("2026-03-03 11:00")).moment is Moment.FIRST  # still owed


def test_who_stayed_away_first_reads_that_he_was_missed() -> None:
    missed_again = called("2026-03-04 15:10")
    away = (asked(ASKED), SPOKE, BOOKED, CONFIRMED, NO_SHOW)

    assert message_of(file_of(*away), Channel.MAIL, away[-1].at).moment is Moment.NO_SHOW
    after_a_call = place_of(file_of(*away, missed_again), local("2026-03-04 15:11"))
    assert after_a_call == Place(Page.MESSAGE, Moment.NO_SHOW, (Channel.WHATSAPP,))
    written = (*away, missed_again, texted("2026-03-04 15:12"))
    assert place_of(file_of(*written), local("2026-03-04 15:13")).moment is Moment.MISSED
    spoken = (*away, called("2026-03-04 15:10", Outcome.SPOKE))
    assert message_of(file_of(*spoken), Channel.MAIL, spoken[-1].at).moment is Moment.FIRST


def test_a_no_show_that_was_taken_back_is_none() -> None:
    lead = file_of(asked(ASKED), SPOKE, BOOKED, CONFIRMED, NO_SHOW, taken_back(NO_SHOW))

    assert message_of(lead, Channel.MAIL, NO_SHOW.at).moment is not Moment.NO_SHOW


@pytest.mark.parametrize(
    ("came", "kind", "moment"),
    [
        (False, AgreementKind.FOLLOW_UP, Moment.INFORMATION),
        (True, AgreementKind.FOLLOW_UP, Moment.THANK_YOU),
        (True, AgreementKind.CALL_BACK, Moment.THANK_YOU),
        (True, AgreementKind.SOLD, Moment.THANK_YOU),
        (True, AgreementKind.LOST, None),
        (False, AgreementKind.SOLD, None),
        (False, AgreementKind.CALL_BACK, None),
    ],
)
def test_after_an_agreement_is_offered(
    came: bool, kind: AgreementKind, moment: Moment | None
) -> None:
    shown = (BOOKED, CONFIRMED, SHOW) if came else ()

    assert offered_after(file_of(asked(ASKED), SPOKE, *shown), kind).moment is moment


def test_nothing_is_offered_to_who_cannot_be_written_to() -> None:
    lead = file_of(asked(ASKED, phones=(LAND_LINE,), emails=()), SPOKE)

    assert offered_after(lead, AgreementKind.FOLLOW_UP) == PROMPT
