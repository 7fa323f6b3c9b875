"""What is to be done with a lead: PROCESS, sentence by sentence."""

from dataclasses import replace

import pytest

from assistant.core.facts import (
    AgreementKind,
    AppointmentEvent,
    Fact,
    HandOverReason,
    LostReason,
    Outcome,
    Retraction,
)
from assistant.core.handover import HandedOver
from assistant.core.plan import Step
from assistant.core.request import Channel, Door, RequestKind
from tests.conftest import LAND_LINE, MOBILE, RULES, local
from tests.core.facts import (
    agreed,
    asked,
    called,
    came_back,
    changed,
    common,
    course,
    handed_on,
    mailed,
    next_step,
    planned,
    sent_on,
    texted,
)

ASKED = "2026-03-02 10:00"
SECOND_NUMBER = replace(MOBILE, number="+31622223333")


def test_a_new_lead_is_called_within_two_minutes() -> None:
    assert next_step(asked(ASKED)) == (Step.CALL, "2026-03-02 10:02:00")


@pytest.mark.parametrize("wants", [Channel.MAIL, Channel.WHATSAPP])
def test_who_chose_mail_or_whatsapp_is_still_called(wants: Channel) -> None:
    assert next_step(asked(ASKED, wants=wants)) == (Step.CALL, "2026-03-02 10:02:00")


def test_only_a_call_stops_the_clock_of_who_can_be_called() -> None:
    facts = asked(ASKED), mailed("2026-03-02 10:01"), texted("2026-03-02 10:01")

    assert next_step(*facts) == (Step.CALL, "2026-03-02 10:02:00")
    assert course(*facts).stopped_at is None
    assert course(*facts, called("2026-03-02 10:05")).stopped_at == local("2026-03-02 10:05")


@pytest.mark.parametrize(
    ("changes", "steps"),
    [
        pytest.param(
            {"may_call": False}, [Step.WHATSAPP, Step.MAIL, Step.WHATSAPP], id="said not to"
        ),
        pytest.param(
            {"may_call": False, "wants": Channel.MAIL},
            [Step.MAIL, Step.WHATSAPP, Step.MAIL],
            id="said not to, chose mail",
        ),
        pytest.param({"phones": ()}, [Step.MAIL, Step.MAIL, Step.MAIL], id="no number"),
    ],
)
def test_who_cannot_be_called_is_written_to_and_that_stops_the_clock(
    changes: dict[str, object], steps: list[Step]
) -> None:
    facts: list[Fact] = [asked(ASKED, **changes)]
    seen = []
    for moment in ("2026-03-02 10:01", "2026-03-02 10:31", "2026-03-02 13:31"):
        step = next_step(*facts)
        assert step is not None
        seen.append(step[0])
        write = mailed if step[0] is Step.MAIL else texted
        facts.append(write(moment))

    assert seen == steps
    assert course(*facts).stopped_at == local("2026-03-02 10:01")
    assert len(course(*facts).tries) == 3


def test_after_a_miss_the_messages_are_owed_the_chosen_channel_first() -> None:
    missed = called("2026-03-02 10:01")

    assert planned(asked(ASKED), missed).beside == (Channel.WHATSAPP, Channel.MAIL)
    assert planned(asked(ASKED, wants=Channel.MAIL), missed).beside == (
        Channel.MAIL,
        Channel.WHATSAPP,
    )
    assert planned(asked(ASKED, phones=(LAND_LINE,)), missed).beside == (Channel.MAIL,)
    assert planned(asked(ASKED), missed, texted("2026-03-02 10:02")).beside == (Channel.MAIL,)


def test_messages_beside_a_call_are_no_tries_and_move_nothing() -> None:
    facts = (
        asked(ASKED),
        called("2026-03-02 10:01"),
        texted("2026-03-02 10:02"),
        mailed("2026-03-02 10:03"),
    )

    assert len(course(*facts).tries) == 1
    assert next_step(*facts) == (Step.CALL, "2026-03-02 10:31:00")


FIVE_MISSES = [
    called("2026-03-02 10:01"),
    called("2026-03-02 10:31", Outcome.NO_ANSWER),
    called("2026-03-02 13:31", Outcome.BUSY),
    called("2026-03-02 13:41"),
    called("2026-03-05 17:00"),
]


def test_five_tries_end_at_the_bdc() -> None:
    assert next_step(asked(ASKED), *FIVE_MISSES[:4]) is not None

    plan = planned(asked(ASKED), *FIVE_MISSES)

    assert plan.prompts == ()
    assert plan.handed_over == HandedOver(HandOverReason.UNREACHED, local("2026-03-05 17:00"))
    assert plan.beside == ()
    assert planned(asked(ASKED), *FIVE_MISSES, called("2026-03-09 10:00")) == plan


def test_a_conversation_starts_the_count_anew() -> None:
    facts = (
        asked(ASKED),
        *FIVE_MISSES[:4],
        called("2026-03-03 10:00", Outcome.SPOKE),
        agreed("2026-03-03 10:05", AgreementKind.CALL_BACK, "2026-03-04 11:00"),
        called("2026-03-04 11:00"),
    )

    assert len(course(*facts).tries) == 1
    assert next_step(*facts) == (Step.CALL, "2026-03-04 11:30:00")


def test_an_answer_by_mail_counts_as_reached() -> None:
    facts = asked(ASKED), *FIVE_MISSES[:2], mailed("2026-03-02 12:00", Outcome.ANSWERED)

    assert course(*facts).tries == ()
    assert next_step(*facts) == (Step.FOLLOW_UP, "2026-03-02 12:00:00")


def test_spoke_asks_for_the_next_step_at_once() -> None:
    facts = asked(ASKED), called("2026-03-02 10:01", Outcome.SPOKE)

    assert next_step(*facts) == (Step.FOLLOW_UP, "2026-03-02 10:01:00")


@pytest.mark.parametrize(
    ("kind", "step"),
    [(AgreementKind.CALL_BACK, Step.CALL_BACK), (AgreementKind.FOLLOW_UP, Step.FOLLOW_UP)],
)
def test_the_next_prompt_comes_at_the_agreed_moment_even_when_closed(
    kind: AgreementKind, step: Step
) -> None:
    facts = (
        asked(ASKED),
        called("2026-03-02 10:01", Outcome.SPOKE),
        agreed("2026-03-02 10:05", kind, "2026-03-08 20:30"),
    )

    assert next_step(*facts) == (step, "2026-03-08 20:30:00")


def test_a_call_too_early_leaves_the_agreed_moment_standing() -> None:
    facts = (
        asked(ASKED),
        called("2026-03-02 10:01", Outcome.SPOKE),
        agreed("2026-03-02 10:05", AgreementKind.CALL_BACK, "2026-03-03 14:00"),
        called("2026-03-03 09:30"),
    )

    assert next_step(*facts) == (Step.CALL_BACK, "2026-03-03 14:00:00")


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (AgreementKind.SOLD, None),
        (AgreementKind.LOST, LostReason.DUPLICATE),
        (AgreementKind.DO_NOT_CONTACT, None),
    ],
)
def test_an_end_ends_the_prompting(kind: AgreementKind, reason: LostReason | None) -> None:
    plan = planned(asked(ASKED), agreed("2026-03-02 10:05", kind, reason=reason))

    assert plan.prompts == ()
    assert plan.handed_over is None


@pytest.mark.parametrize("reason", set(LostReason) - {LostReason.DUPLICATE})
def test_a_lost_lead_gets_a_second_voice(reason: LostReason) -> None:
    plan = planned(asked(ASKED), agreed("2026-03-02 10:05", AgreementKind.LOST, reason=reason))

    assert plan.prompts == ()
    assert plan.handed_over == HandedOver(HandOverReason.SECOND_VOICE, local("2026-03-02 10:05"))


def test_a_wrong_number_asks_for_the_other_number_at_once() -> None:
    facts = (
        asked(ASKED, phones=(MOBILE, SECOND_NUMBER)),
        called("2026-03-02 10:01", Outcome.WRONG_NUMBER),
    )

    assert next_step(*facts) == (Step.CALL, "2026-03-02 10:01:00")
    assert course(*facts).phone == SECOND_NUMBER


def test_a_wrong_number_without_another_asks_for_a_mail() -> None:
    facts = asked(ASKED), called("2026-03-02 10:01", Outcome.WRONG_NUMBER)

    assert next_step(*facts) == (Step.MAIL, "2026-03-02 10:01:00")
    assert planned(*facts).beside == ()


def test_when_every_channel_proved_wrong_the_lead_goes_to_the_bdc() -> None:
    facts = (
        asked(ASKED),
        called("2026-03-02 10:01", Outcome.WRONG_NUMBER),
        mailed("2026-03-02 10:03", Outcome.BOUNCED),
    )

    handed_over = planned(*facts).handed_over

    assert handed_over is not None
    assert handed_over.reason is HandOverReason.UNREACHED


def test_a_bounce_asks_for_the_next_channel_at_once() -> None:
    facts = (
        asked(ASKED, may_call=False, wants=Channel.MAIL),
        mailed("2026-03-02 10:01"),
        mailed("2026-03-02 10:02", Outcome.BOUNCED),
    )

    assert next_step(*facts) == (Step.WHATSAPP, "2026-03-02 10:02:00")


def test_who_is_not_on_whatsapp_is_not_prompted_for_it_again() -> None:
    facts = (
        asked(ASKED),
        called("2026-03-02 10:01"),
        texted("2026-03-02 10:02", Outcome.NOT_ON_WHATSAPP),
        called("2026-03-02 10:31"),
    )

    assert planned(*facts).beside == (Channel.MAIL,)


def test_a_call_back_wish_sets_its_own_clock_and_is_confirmed_within_two_minutes() -> None:
    wish = asked(ASKED, kind=RequestKind.CALL_BACK, wanted_at=local("2026-03-03 15:00"))

    assert next_step(wish) == (Step.WHATSAPP, "2026-03-02 10:02:00")
    assert next_step(wish, texted("2026-03-02 10:01")) == (Step.CALL_BACK, "2026-03-03 15:00:00")
    assert course(wish, texted("2026-03-02 10:01")).stopped_at == local("2026-03-02 10:01")


def test_a_wish_nobody_confirmed_is_called_when_its_moment_comes() -> None:
    wish = asked(ASKED, kind=RequestKind.CALL_BACK, wanted_at=local("2026-03-03 15:00"))

    assert next_step(wish, now="2026-03-03 15:00") == (Step.CALL_BACK, "2026-03-03 15:00:00")


def test_a_wish_without_a_way_to_confirm_it_is_called_at_its_moment() -> None:
    wish = asked(
        ASKED,
        kind=RequestKind.CALL_BACK,
        wanted_at=local("2026-03-03 15:00"),
        phones=(LAND_LINE,),
        emails=(),
    )

    assert next_step(wish) == (Step.CALL_BACK, "2026-03-03 15:00:00")
    assert planned(wish).clock_due_at == local("2026-03-03 15:00")


def test_a_wish_that_has_passed_is_called_within_two_minutes() -> None:
    wish = asked(ASKED, kind=RequestKind.CALL_BACK, wanted_at=local("2026-03-02 09:30"))

    assert next_step(wish) == (Step.CALL, "2026-03-02 10:02:00")


@pytest.mark.parametrize(
    ("kind", "door"),
    [(RequestKind.ANSWERED_CALL, Door.PHONE), (RequestKind.QUESTION, Door.SHOWROOM)],
)
def test_a_conversation_that_took_place_starts_no_clock(kind: RequestKind, door: Door) -> None:
    visit = asked(ASKED, kind=kind, door=door)

    assert course(visit).clock is None
    assert next_step(visit) == (Step.FOLLOW_UP, "2026-03-02 10:00:00")


def test_a_visitor_without_number_or_address_still_has_a_next_step() -> None:
    assert next_step(asked(ASKED, phones=(), emails=())) == (
        Step.FOLLOW_UP,
        "2026-03-02 10:02:00",
    )


def test_a_repeat_request_rings_again_and_counts_from_nothing() -> None:
    facts = asked(ASKED), *FIVE_MISSES, asked("2026-03-09 11:00", question="Nog een vraag")

    assert next_step(*facts) == (Step.CALL, "2026-03-09 11:02:00")
    assert course(*facts).tries == ()
    assert planned(*facts).handed_over is None


@pytest.mark.parametrize(
    ("at", "rings"),
    [("2026-03-02 10:00:30", False), ("2026-03-02 10:02", True)],
)
def test_a_call_that_a_colleague_took_is_one_call(at: str, *, rings: bool) -> None:
    took = asked(ASKED, kind=RequestKind.ANSWERED_CALL, door=Door.PHONE)
    rang_in_vain = asked(at, kind=RequestKind.MISSED_CALL, door=Door.PHONE)

    assert (course(took, rang_in_vain).clock is not None) is rings
    assert course(rang_in_vain, took).clock is None


def test_what_a_repeat_does_not_say_stays_known() -> None:
    again = asked("2026-03-03 10:00", source="", vehicle="", question="")

    known = course(asked(ASKED, source="AutoTrack", vehicle="Peugeot 208"), again).request

    assert known is not None
    assert (known.source, known.vehicle) == ("AutoTrack", "Peugeot 208")


def test_a_repeat_after_a_conversation_without_next_step_is_called_like_any_other() -> None:
    facts = [
        asked(ASKED),
        called("2026-03-02 10:01", Outcome.SPOKE),
        asked("2026-03-03 10:00"),
    ]
    assert next_step(*facts) == (Step.CALL, "2026-03-03 10:02:00")

    facts += [called(f"2026-03-{day:02} 11:00") for day in (3, 4, 5, 6, 7)]
    handed_over = planned(*facts).handed_over
    assert handed_over is not None
    assert handed_over.reason is HandOverReason.UNREACHED


def test_a_repeat_before_the_first_call_leaves_the_older_clock_running() -> None:
    facts = asked(ASKED), asked("2026-03-02 10:10")

    assert next_step(*facts) == (Step.CALL, "2026-03-02 10:02:00")


def test_after_hours_goes_to_the_bdc_only_where_that_is_set() -> None:
    evening = asked("2026-03-02 20:00")
    to_bdc = replace(RULES, after_hours_to_bdc=True)

    assert next_step(evening) == (Step.CALL, "2026-03-03 09:02:00")
    assert planned(evening, rules=to_bdc).handed_over == HandedOver(
        HandOverReason.AFTER_HOURS, local("2026-03-02 20:00")
    )
    assert planned(asked(ASKED), rules=to_bdc).handed_over is None


def test_who_was_sent_to_the_bdc_after_hours_counts_among_no_calls_due() -> None:
    by_night = asked("2026-03-02 20:00")
    sent = sent_on("2026-03-02 20:01", HandOverReason.AFTER_HOURS, "2026-03-02 20:00")

    assert planned(by_night).clock_due_at == local("2026-03-03 09:02")
    assert planned(by_night, sent).clock_due_at is None
    assert planned(by_night, sent, came_back("2026-03-03 10:00")).clock_due_at == local(
        "2026-03-03 10:02"
    )


BOOKED = agreed("2026-03-02 10:05", AgreementKind.APPOINTMENT, "2026-03-07 14:00")
CONFIRMED = changed("2026-03-02 10:10", BOOKED, AppointmentEvent.CONFIRMED)
TO_APPOINTMENT = (asked(ASKED), called("2026-03-02 10:01", Outcome.SPOKE), BOOKED)


def test_an_appointment_is_to_be_confirmed_then_reminded_then_asked_about() -> None:
    assert next_step(*TO_APPOINTMENT) == (Step.CONFIRM_APPOINTMENT, "2026-03-02 10:05:00")
    assert next_step(*TO_APPOINTMENT, CONFIRMED) == (
        Step.REMIND_APPOINTMENT,
        "2026-03-06 09:00:00",
    )
    reminded = mailed("2026-03-06 09:10")
    assert next_step(*TO_APPOINTMENT, CONFIRMED, reminded) == (Step.ASK_SHOW, "2026-03-07 15:00:00")


@pytest.mark.parametrize("facts", [TO_APPOINTMENT, (*TO_APPOINTMENT, CONFIRMED)])
def test_an_appointment_nobody_confirmed_or_reminded_of_is_still_asked_about(
    facts: tuple[Fact, ...],
) -> None:
    assert next_step(*facts, now="2026-03-07 14:00") == (Step.ASK_SHOW, "2026-03-07 15:00:00")


def test_an_appointment_confirmed_the_day_before_needs_no_reminder() -> None:
    booked = agreed("2026-03-06 09:30", AgreementKind.APPOINTMENT, "2026-03-07 14:00")
    confirmed = changed("2026-03-06 09:31", booked, AppointmentEvent.CONFIRMED)

    assert next_step(asked(ASKED), booked, confirmed) == (Step.ASK_SHOW, "2026-03-07 15:00:00")


def test_a_moved_appointment_is_confirmed_anew() -> None:
    moved = changed("2026-03-03 11:00", BOOKED, AppointmentEvent.MOVED, "2026-03-10 16:00")

    assert next_step(*TO_APPOINTMENT, CONFIRMED, moved) == (
        Step.CONFIRM_APPOINTMENT,
        "2026-03-03 11:00:00",
    )


@pytest.mark.parametrize("event", [AppointmentEvent.CANCELLED, AppointmentEvent.SHOW])
def test_a_cancelled_appointment_and_a_show_ask_for_the_next_step(event: AppointmentEvent) -> None:
    over = changed("2026-03-07 14:30", BOOKED, event)

    assert next_step(*TO_APPOINTMENT, CONFIRMED, over) == (Step.FOLLOW_UP, "2026-03-07 14:30:00")


def test_a_no_show_is_called_within_thirty_minutes_and_followed_up_anew() -> None:
    missed = changed("2026-03-07 15:00", BOOKED, AppointmentEvent.NO_SHOW)
    facts = (*TO_APPOINTMENT, CONFIRMED, missed)

    assert next_step(*facts) == (Step.CALL, "2026-03-07 15:30:00")
    assert next_step(*facts, called("2026-03-07 15:20")) == (Step.CALL, "2026-03-07 15:50:00")


def test_a_new_request_beside_an_appointment_rings_and_the_appointment_stands() -> None:
    facts = (*TO_APPOINTMENT, CONFIRMED, asked("2026-03-03 12:00"))

    assert next_step(*facts) == (Step.CALL, "2026-03-03 12:02:00")
    spoke = called("2026-03-03 12:01", Outcome.SPOKE)
    assert next_step(*facts, spoke) == (Step.REMIND_APPOINTMENT, "2026-03-06 09:00:00")


def test_five_misses_beside_an_appointment_do_not_hand_it_over() -> None:
    misses = [called(f"2026-03-04 1{hour}:00") for hour in range(5)]
    facts = (*TO_APPOINTMENT, CONFIRMED, asked("2026-03-03 12:00"), *misses)

    assert planned(*facts).handed_over is None
    assert next_step(*facts) == (Step.REMIND_APPOINTMENT, "2026-03-06 09:00:00")


def test_what_was_taken_back_never_happened() -> None:
    missed = called("2026-03-02 10:01")
    undo = Retraction(**common("2026-03-02 10:01:05"), of=missed.id)

    assert next_step(asked(ASKED), missed, undo) == (Step.CALL, "2026-03-02 10:02:00")


APPOINTMENT = "2026-03-06 10:00"


def _booked(*, confirmed: bool = True) -> tuple[Fact, ...]:
    made = agreed("2026-03-02 10:06", AgreementKind.APPOINTMENT, APPOINTMENT)
    spoke = called("2026-03-02 10:05", Outcome.SPOKE)
    told = changed("2026-03-02 10:07", made, AppointmentEvent.CONFIRMED)
    return (asked(ASKED), spoke, made, *([told] if confirmed else []))


@pytest.mark.parametrize(
    "since",
    [
        pytest.param(
            (asked("2026-03-05 09:00"), called("2026-03-05 09:01", Outcome.NO_ANSWER)),
            id="asked again and not reached",
        ),
        pytest.param(
            (agreed("2026-03-04 09:00", AgreementKind.CALL_BACK, "2026-03-05 09:00"),),
            id="a call-back that nobody made",
        ),
    ],
)
def test_whether_he_came_is_asked_also_where_something_older_was_not_done(
    since: tuple[Fact, ...],
) -> None:
    facts = (*_booked(), *since)

    assert next_step(*facts, now="2026-03-06 10:30") != (Step.ASK_SHOW, "2026-03-06 11:00:00")
    assert next_step(*facts, now="2026-03-06 11:00") == (Step.ASK_SHOW, "2026-03-06 11:00:00")


def test_a_clock_that_runs_comes_before_the_question_whether_he_came() -> None:
    facts = (*_booked(), asked("2026-03-06 10:59"))

    assert next_step(*facts, now="2026-03-06 11:00") == (Step.CALL, "2026-03-06 11:01:00")


def test_a_lead_that_comes_back_is_called_before_its_appointment_is_confirmed() -> None:
    back = (*_booked(confirmed=False), handed_on("2026-03-02 10:10"), came_back("2026-03-02 13:00"))

    assert next_step(*back) == (Step.CALL, "2026-03-02 13:02:00")
    missed = (*back, called("2026-03-02 13:01", Outcome.NO_ANSWER))
    assert next_step(*missed) == (Step.CONFIRM_APPOINTMENT, "2026-03-02 13:00:00")
