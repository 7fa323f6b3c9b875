from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from assistant.core.facts import (
    AgreementKind,
    AppointmentEvent,
    Fact,
    HandOverReason,
    LostReason,
    Outcome,
)
from assistant.core.milestones import Interest, Milestones
from assistant.core.plan import FirstClock
from assistant.core.request import Condition, Door, RequestKind
from tests.conftest import MOBILE, RULES, local
from tests.core.facts import (
    agreed,
    asked,
    called,
    came_back,
    changed,
    course,
    mailed,
    planned,
    sent_on,
    taken_back,
)

ASKED = "2026-03-02 10:00"
MUCH_LATER = "2026-05-04 10:00"
NOTHING = Milestones()


def milestones(*facts: Fact) -> Milestones:
    return course(*facts).milestones


def test_a_lead_passes_each_milestone_once() -> None:
    visit = agreed("2026-03-02 10:40", AgreementKind.APPOINTMENT, "2026-03-03 14:00")
    facts = (
        asked(ASKED, source="AutoTrack", plate=""),
        called("2026-03-02 10:01"),
        called("2026-03-02 10:35", Outcome.SPOKE),
        visit,
        changed("2026-03-02 10:41", visit, AppointmentEvent.CONFIRMED),
        changed("2026-03-02 16:00", visit, AppointmentEvent.MOVED, "2026-03-04 14:00"),
        changed("2026-03-02 16:01", visit, AppointmentEvent.CONFIRMED),
        changed("2026-03-04 14:05", visit, AppointmentEvent.SHOW),
        agreed("2026-03-04 15:00", AgreementKind.SOLD),
    )

    assert milestones(*facts) == Milestones(
        asked_at=local(ASKED),
        door=Door.WEB,
        source="AutoTrack",
        clock=local(ASKED),
        responded_at=local("2026-03-02 10:01"),
        tries=1,
        reached_at=local("2026-03-02 10:35"),
        agreed_at=local("2026-03-02 10:40"),
        starts_at=local("2026-03-04 14:00"),
        confirmed_at=local("2026-03-02 10:41"),
        show_at=local("2026-03-04 14:05"),
        sold_at=local("2026-03-04 15:00"),
    )


def test_of_each_step_the_first_time_counts() -> None:
    first, second, third, fourth = (
        agreed(f"2026-03-0{day} 10:40", AgreementKind.APPOINTMENT, f"2026-03-0{day} 14:00")
        for day in (3, 4, 5, 6)
    )
    walked_in = {"door": Door.SHOWROOM, "plate": ""}
    facts = (
        asked(ASKED, condition=Condition.NEW, **walked_in),
        asked("2026-03-02 11:00", condition=Condition.USED, **walked_in),
        agreed("2026-03-02 12:00", AgreementKind.FOLLOW_UP, "2026-03-03 10:00"),
        agreed("2026-03-03 10:00", AgreementKind.FOLLOW_UP, "2026-03-04 10:00"),
        first,
        changed("2026-03-03 14:10", first, AppointmentEvent.NO_SHOW),
        second,
        changed("2026-03-04 14:10", second, AppointmentEvent.NO_SHOW),
        third,
        changed("2026-03-05 14:10", third, AppointmentEvent.SHOW),
        agreed("2026-03-05 15:00", AgreementKind.SOLD),
        fourth,
        changed("2026-03-06 14:10", fourth, AppointmentEvent.SHOW),
        agreed("2026-03-06 15:00", AgreementKind.SOLD),
    )

    known = milestones(*facts)

    assert known.reached_at == local(ASKED)
    assert known.interest is Interest.NEW
    assert known.follow_up_at == local("2026-03-02 12:00")
    assert known.no_show_at == local("2026-03-03 14:10")
    assert known.show_at == local("2026-03-05 14:10")
    assert known.sold_at == local("2026-03-05 15:00")


def test_a_name_on_a_list_that_wants_to_be_left_alone_does_not_count_when_word_comes_of_it() -> (
    None
):
    passive = asked(ASKED, kind=RequestKind.PASSIVE, door=Door.LIST, consent="2026")
    alone = agreed("2026-03-03 10:00", AgreementKind.DO_NOT_CONTACT)

    assert milestones(passive, alone, came_back("2026-03-05 10:00")) == NOTHING


def test_a_late_first_call_stays_late_though_he_asks_again_and_is_called_at_once() -> None:
    facts = (
        asked(ASKED),
        called("2026-03-02 10:30"),
        asked("2026-03-02 11:00"),
        called("2026-03-02 11:01"),
    )

    known, first = milestones(*facts), planned(*facts).first_clock

    assert first is not None
    assert known.responded_at is not None
    assert (first.due_at, known.responded_at) == (
        local("2026-03-02 10:02"),
        local("2026-03-02 10:30"),
    )


def test_the_first_clock_of_who_asks_by_night_begins_with_the_opening() -> None:
    first = planned(asked("2026-03-07 22:00")).first_clock

    assert first is not None
    assert (first.opens_at, first.due_at) == (local("2026-03-09 09:00"), local("2026-03-09 09:02"))


def test_who_the_bdc_calls_after_hours_has_no_first_call_here_until_he_comes_back() -> None:
    by_night = (asked("2026-03-07 22:00"),)
    sent = sent_on("2026-03-07 22:01", HandOverReason.AFTER_HOURS, "2026-03-07 22:00")
    back, again = came_back("2026-03-10 10:00"), asked("2026-03-10 11:00")
    answered = mailed("2026-03-08 10:00", Outcome.ANSWERED)

    assert planned(*by_night, sent).first_clock is None
    assert planned(*by_night, sent, called("2026-03-09 12:00")).first_clock is None
    assert planned(*by_night, sent, taken_back(sent)).first_clock is not None
    assert milestones(*by_night, sent, back, again).clock == local("2026-03-10 10:00")
    assert milestones(*by_night, sent, again).clock == local("2026-03-10 11:00")
    assert milestones(*by_night, sent, answered, again).clock is None


def test_who_nobody_called_stays_late_though_the_bdc_gets_him() -> None:
    escalated = sent_on("2026-03-02 11:03", HandOverReason.ESCALATION, "2026-03-02 11:02")
    called_first = called("2026-03-07 22:00")
    by_night = sent_on("2026-03-07 22:01", HandOverReason.AFTER_HOURS, "2026-03-07 22:00")

    assert milestones(asked(ASKED), escalated).clock == local(ASKED)
    assert milestones(asked(ASKED), called_first, by_night).clock == local(ASKED)


def test_who_can_only_be_called_at_his_own_moment_is_in_time_then() -> None:
    first = planned(
        asked(
            ASKED,
            emails=(),
            phones=(replace(MOBILE, mobile=False),),
            wanted_at=local("2026-03-02 15:00"),
        )
    ).first_clock

    assert first is not None
    assert first.due_at == local("2026-03-02 15:00")


def test_who_walks_in_was_reached_at_once_and_has_no_clock() -> None:
    facts = (asked(ASKED, door=Door.SHOWROOM),)

    known = milestones(*facts)

    assert (known.clock, known.reached_at) == (None, local(ASKED))
    assert planned(*facts).first_clock is None


def test_who_comes_himself_before_he_was_called_stops_the_clock() -> None:
    known = milestones(asked(ASKED), asked("2026-03-02 10:05", door=Door.SHOWROOM))

    assert known.responded_at == known.reached_at == local("2026-03-02 10:05")


def test_a_message_to_who_can_be_called_is_no_try() -> None:
    assert milestones(asked(ASKED), mailed("2026-03-02 10:01")).tries == 0


def test_tries_after_the_first_conversation_count_no_longer() -> None:
    facts = asked(ASKED), called("2026-03-02 10:01", Outcome.SPOKE), called("2026-03-02 12:00")

    assert milestones(*facts).tries == 0


def test_what_was_taken_back_was_never_passed() -> None:
    spoken = called("2026-03-02 10:01", Outcome.SPOKE)

    known = milestones(asked(ASKED), spoken, taken_back(spoken))

    assert (known.responded_at, known.reached_at) == (None, None)


def test_a_sale_that_falls_through_is_none() -> None:
    facts = (
        asked(ASKED),
        agreed("2026-03-02 10:30", AgreementKind.SOLD),
        agreed("2026-03-05 10:30", AgreementKind.LOST, reason=LostReason.PRICE),
    )

    assert milestones(*facts).sold_at is None


def test_a_lost_lead_that_nobody_spoke_to_was_not_reached() -> None:
    lost = agreed("2026-03-02 10:30", AgreementKind.LOST, reason=LostReason.UNREACHABLE)

    assert milestones(asked(ASKED), lost).reached_at is None


def test_a_name_on_a_list_counts_from_when_it_becomes_active() -> None:
    passive = asked(ASKED, kind=RequestKind.PASSIVE, door=Door.LIST, consent="2026")

    assert milestones(passive) == NOTHING
    assert milestones(passive, came_back("2026-03-05 10:00")).asked_at == local("2026-03-05 10:00")
    assert milestones(passive, asked("2026-03-06 10:00")).asked_at == local("2026-03-06 10:00")


def test_who_is_revived_from_a_list_is_that_lists() -> None:
    passive = asked(ASKED, kind=RequestKind.PASSIVE, door=Door.LIST, source="Leaselijst")

    known = milestones(passive, came_back("2026-03-05 10:00"))

    assert (known.door, known.source) == (Door.LIST, "Leaselijst")
    assert milestones(passive, taken_back(passive), came_back("2026-03-05 10:00")) == NOTHING


@pytest.mark.parametrize(
    ("asks", "interest"),
    [
        ({"door": Door.PHONE, "plate": "XX-123-X"}, Interest.PHONE),
        ({"plate": "XX-123-X"}, Interest.USED),
        ({"plate": "", "condition": Condition.NEW}, Interest.NEW),
        ({"plate": ""}, Interest.OTHER),
    ],
)
def test_the_sales_target_goes_by_the_car_and_the_telephone(
    asks: dict[str, object], interest: Interest
) -> None:
    assert milestones(asked(ASKED, **asks)).interest is interest


def test_a_wish_that_had_passed_when_he_asked_is_no_more_than_the_two_minutes() -> None:
    facts = (asked(ASKED, wanted_at=local(ASKED) - timedelta(minutes=5)),)

    assert course(*facts).wish is None
    assert planned(*facts).prompts[0].due_at == local("2026-03-02 10:02")
    assert RULES.first_call == timedelta(minutes=2)


def test_what_was_done_with_a_name_on_a_list_does_not_count_once_he_asks() -> None:
    passive = asked(ASKED, kind=RequestKind.PASSIVE, door=Door.LIST, consent="2026")

    known = milestones(passive, called("2026-03-03 10:00", Outcome.SPOKE), asked(MUCH_LATER))

    assert (known.asked_at, known.reached_at) == (local(MUCH_LATER), None)


def test_a_lead_that_is_only_set_to_lost_was_not_called() -> None:
    lost = agreed("2026-03-02 10:01", AgreementKind.LOST, reason=LostReason.OTHER)

    assert milestones(asked(ASKED), lost).responded_at is None
    assert milestones(asked(ASKED), lost, called(MUCH_LATER)).responded_at == local(MUCH_LATER)


def test_an_appointment_still_to_come_is_off_when_its_lead_is_lost() -> None:
    visit = agreed("2026-03-02 10:40", AgreementKind.APPOINTMENT, "2026-03-03 14:00")
    before = agreed("2026-03-02 16:00", AgreementKind.LOST, reason=LostReason.PRICE)
    after = agreed("2026-03-03 14:00", AgreementKind.LOST, reason=LostReason.PRICE)

    assert milestones(asked(ASKED), visit, before).starts_at is None
    assert milestones(asked(ASKED), visit, after).starts_at == local("2026-03-03 14:00")


def test_the_time_that_an_appointment_has_now_must_be_confirmed() -> None:
    first, second = local("2026-03-03 14:00"), local("2026-03-04 14:00")
    visit = agreed("2026-03-02 10:40", AgreementKind.APPOINTMENT, "2026-03-03 14:00")
    confirmed = changed("2026-03-02 10:41", visit, AppointmentEvent.CONFIRMED)
    moved = changed("2026-03-02 16:00", visit, AppointmentEvent.MOVED, "2026-03-04 14:00")
    no_show = changed("2026-03-03 14:30", visit, AppointmentEvent.NO_SHOW)
    came = changed("2026-03-03 14:30", visit, AppointmentEvent.SHOW)
    cancelled = changed("2026-03-03 10:00", visit, AppointmentEvent.CANCELLED)
    lost = agreed("2026-03-03 16:00", AgreementKind.LOST, reason=LostReason.PRICE)
    bought = agreed("2026-03-03 16:00", AgreementKind.SOLD)

    def unconfirmed(*facts: Fact) -> datetime | None:
        return milestones(asked(ASKED), visit, *facts).unconfirmed_at

    assert unconfirmed() == unconfirmed(no_show) == unconfirmed(lost) == first
    assert unconfirmed(moved) == unconfirmed(confirmed, moved) == second
    settled = [(confirmed,), (moved, confirmed), (came,), (cancelled,), (bought,), (moved, lost)]
    assert {unconfirmed(*facts) for facts in settled} == {None}


def test_a_wish_for_before_the_two_minutes_end_is_due_with_them_and_not_after_hours() -> None:
    only_by_phone = {"emails": (), "phones": (replace(MOBILE, mobile=False),)}
    hasty = planned(asked(ASKED, wanted_at=local("2026-03-02 10:01"), **only_by_phone)).first_clock
    later = planned(asked(ASKED, wanted_at=local("2026-03-02 15:00"), **only_by_phone)).first_clock
    by_night = asked("2026-03-02 22:00", wanted_at=local("2026-03-02 23:00"), **only_by_phone)

    assert hasty == FirstClock(local(ASKED), local("2026-03-02 10:02"), is_after_hours=False)
    assert later is not None
    assert not later.is_after_hours
    assert planned(by_night).clock_due_at == local("2026-03-03 09:02")
