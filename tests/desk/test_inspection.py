"""Figures counted from a real file, by what was really done on the desk."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import TypeVar

import pytest

from assistant.core.contact import Phone
from assistant.core.facts import (
    AgreementKind,
    AppointmentEvent,
    FactId,
    LeadId,
    LostReason,
    Outcome,
)
from assistant.core.figures import Broken, By, Choice, Figures, Part
from assistant.core.hours import Span
from assistant.core.period import Period
from assistant.core.request import Channel, Door, RequestKind
from assistant.desk import Desk, NextStep
from assistant.desk.inspection import Inspection, inspection
from assistant.store import migrations
from assistant.store.figures import FigureRows
from assistant.store.migrations import STEPS
from assistant.store.store import Store
from tests.conftest import HOURS, LAND_LINE, RULES, FakeClock, a_request, local

T = TypeVar("T")
WEEK = Period.of_week(2026, 10)
EVERYONE = Choice()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "followup.db"


@pytest.fixture
def log_file(path: Path) -> Path:
    return path


@pytest.fixture
def inspected(path: Path, desk: Desk, clock: FakeClock) -> Iterator[Inspection]:
    assert desk.agenda() == []
    with inspection(path, clock, RULES) as opened:
        yield opened


_numbers = iter(range(10**6))


def ask(desk: Desk, **changes: object) -> LeadId:
    phone = Phone(f"+3161{next(_numbers):07}", mobile=True)
    changes = {"phones": (phone,), "emails": (), **changes}
    lead = desk.log_contact(a_request(**changes)).lead_id
    assert lead is not None
    return lead


def call(desk: Desk, lead: LeadId, outcome: Outcome = Outcome.VOICEMAIL) -> None:
    desk.record(lead, Channel.CALL, outcome)


def book(
    desk: Desk, clock: FakeClock, lead: LeadId, moment: str, *events: AppointmentEvent
) -> None:
    desk.agree(lead, NextStep(kind=AgreementKind.APPOINTMENT, moment=local(moment)))
    for event in events:
        if event in {AppointmentEvent.SHOW, AppointmentEvent.NO_SHOW}:
            clock.now = max(clock.now, local(moment))
        desk.change_appointment(standing(desk, lead), event)


def standing(desk: Desk, lead: LeadId) -> FactId:
    appointment = desk.lead(lead).course.appointment
    assert appointment is not None
    return appointment.id


def counted(figures: Figures, *parts: Part) -> list[int]:
    return [figures.counts[part] for part in parts]


def test_the_leads_behind_a_figure_say_what_they_are_counted_by(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    missed = {"door": Door.PHONE, "kind": RequestKind.MISSED_CALL, "phones": (LAND_LINE,)}
    first, asked_at = ask(desk, **missed, source="Gids"), clock()
    clock.advance(minutes=5)
    second = ask(desk)
    call(desk, first)
    call(desk, first, Outcome.SPOKE)
    call(desk, first)
    call(desk, first)
    clock.advance(minutes=5)
    assert ask(desk, phones=(LAND_LINE,)) == first

    behind = inspected.behind(Part.REQUESTS, WEEK, EVERYONE)
    (caller,) = inspected.callers(RequestKind.MISSED_CALL, WEEK)

    assert [lead.lead_id for lead in behind] == [second, first]
    shown = behind[1]
    assert (shown.asked_at, shown.tries) == (asked_at, 1)
    assert (shown.door, shown.source) == (Door.PHONE, "Gids")
    assert (caller.asked_at, caller.tries) == (asked_at, 1)


def test_a_week_without_leads_has_nothing_in_it(inspected: Inspection) -> None:
    figures = inspected.figures(WEEK, EVERYONE)

    assert set(figures.counts.values()) == {0}
    assert (figures.open_hours.percentile(0.5), figures.telephone.reachability) == (None, None)
    assert inspected.broken(WEEK, EVERYONE) == []


def test_a_funnel_loses_at_each_step_who_can_be_named(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    never, late, spoken, vague, absent, came, bought = (
        ask(desk, name=f"Klant {n}") for n in range(7)
    )
    clock.advance(minutes=1)
    for lead in (spoken, vague, absent, came, bought):
        call(desk, lead, Outcome.SPOKE)
    clock.advance(minutes=10)
    call(desk, late)
    confirmed, show = AppointmentEvent.CONFIRMED, AppointmentEvent.SHOW
    book(desk, clock, vague, "2026-03-03 10:00")
    book(desk, clock, absent, "2026-03-03 10:00", confirmed)
    book(desk, clock, came, "2026-03-03 11:00", confirmed, show)
    book(desk, clock, bought, "2026-03-03 12:00", confirmed, show)
    desk.agree(bought, NextStep(kind=AgreementKind.SOLD))

    figures = inspected.figures(WEEK, EVERYONE)

    funnel = Part.REQUESTS, Part.IN_TIME, Part.SPOKEN, Part.APPOINTMENTS, Part.SHOWS, Part.SALES
    assert counted(figures, *funnel) == [7, 5, 5, 3, 2, 1]
    lost = Part.LATE, Part.NOT_SPOKEN, Part.NO_APPOINTMENT, Part.NOT_SHOWN, Part.NOT_SOLD
    assert [
        {summary.lead_id for summary in inspected.behind(part, WEEK, EVERYONE)} for part in lost
    ] == [{never, late}, {never, late}, {spoken, vague}, {absent}, {came}]


@pytest.mark.parametrize("part", Part)
def test_behind_each_figure_stand_as_many_leads_as_it_says(
    desk: Desk, inspected: Inspection, clock: FakeClock, part: Part
) -> None:
    lead = ask(desk)
    call(desk, lead, Outcome.SPOKE)
    call(desk, ask(desk), Outcome.VOICEMAIL)
    desk.agree(lead, NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))
    ask(desk)
    clock.advance(days=9)

    figures = inspected.figures(WEEK, EVERYONE)

    assert len(inspected.behind(part, WEEK, EVERYONE)) == figures.counts[part]


def test_a_lead_counts_where_it_came_in_and_walk_ins_only_when_asked_for(
    desk: Desk, inspected: Inspection
) -> None:
    ask(desk, source="AutoTrack")
    ask(desk, source="Marktplaats", door=Door.PHONE, kind=RequestKind.MISSED_CALL)
    ask(desk, source="Showroom", door=Door.SHOWROOM)

    figures = inspected.figures(WEEK, EVERYONE)
    walked_in = inspected.figures(WEEK, Choice(doors=frozenset({Door.SHOWROOM})))

    assert [*figures.by[By.SOURCE]] == ["AutoTrack", "Marktplaats"]
    assert counted(walked_in, Part.REQUESTS, Part.SPOKEN, Part.CLOCKS) == [1, 1, 0]
    chosen = inspected.figures(WEEK, Choice(source="Marktplaats"))
    assert counted(chosen, Part.REQUESTS) == [1]


def test_response_times_are_counted_from_the_opening_for_who_asked_by_night(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    call(desk, ask(desk))
    clock.now = local("2026-03-02 22:00")
    by_night = ask(desk)
    clock.now = local("2026-03-03 09:01:30")
    call(desk, by_night)

    figures = inspected.figures(WEEK, EVERYONE)

    assert figures.open_hours.counts == ((0, 1),)
    assert figures.after_hours.counts == ((90, 1),)


def test_missed_calls_stand_at_the_hour_of_the_dealers_clock_on_both_sides_of_a_change(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    for moment in ("2026-03-28 10:30", "2026-03-29 01:30", "2026-03-29 03:30", "2026-03-30 10:30"):
        clock.now = local(moment)
        ask(desk, door=Door.PHONE, kind=RequestKind.MISSED_CALL)
    ask(desk, door=Door.PHONE, kind=RequestKind.ANSWERED_CALL)
    fortnight = Period(first=Period.of_week(2026, 13).first, last=Period.of_week(2026, 14).last)

    telephone = inspected.figures(fortnight, EVERYONE).telephone

    assert telephone.missed == {(5, 10): 1, (6, 1): 1, (6, 3): 1, (0, 10): 1}
    assert telephone.reachability == 1 / 5


def test_a_merged_lead_counts_once_and_an_erased_one_still_counts(
    desk: Desk, inspected: Inspection
) -> None:
    first, second = ask(desk), ask(desk, plate="XX-123-X", phones=(), emails=("a@example.com",))
    desk.merge(second, first)
    gone = ask(desk, plate="XX-123-X", phones=(), emails=("b@example.com",))
    call(desk, gone, Outcome.SPOKE)
    before = inspected.figures(WEEK, EVERYONE)

    desk.privacy.forget(desk.privacy.customer(frozenset({"b@example.com"})))

    assert counted(before, Part.REQUESTS, Part.SPOKEN) == [2, 1]
    after = inspected.figures(WEEK, EVERYONE)
    assert (after.counts, after.by) == (before.counts, before.by)


def test_a_broken_rule_names_its_leads(desk: Desk, inspected: Inspection, clock: FakeClock) -> None:
    late, absent, planless, unconfirmed = (ask(desk, name=f"Klant {n}") for n in range(4))
    for lead in (absent, planless, unconfirmed):
        call(desk, lead, Outcome.SPOKE)
    book(desk, clock, unconfirmed, "2026-03-03 10:00")
    book(
        desk,
        clock,
        absent,
        "2026-03-03 11:00",
        AppointmentEvent.CONFIRMED,
        AppointmentEvent.NO_SHOW,
    )
    clock.advance(days=2)

    broken = {(lead.rule, lead.lead_id) for lead in inspected.broken(WEEK, EVERYONE)}

    assert (Broken.NOT_IN_TIME, late) in broken
    assert (Broken.NO_SHOW_NOT_CALLED, absent) in broken
    assert (Broken.NO_NEXT_STEP, planless) in broken
    assert (Broken.UNCONFIRMED, unconfirmed) in broken
    assert (Broken.FEWER_THAN_FIVE, late) in broken
    assert not any(lead_id == late for rule, lead_id in broken if rule is Broken.NO_NEXT_STEP)


def test_an_appointment_that_was_moved_is_to_be_confirmed_anew(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    confirmed, moved = AppointmentEvent.CONFIRMED, AppointmentEvent.MOVED
    anew, not_anew, again, came = (ask(desk) for _ in range(4))
    for lead in (anew, not_anew, again, came):
        call(desk, lead, Outcome.SPOKE)
        book(desk, clock, lead, "2026-03-03 11:00", confirmed)
    for lead in (anew, not_anew, came):
        desk.change_appointment(standing(desk, lead), moved, local("2026-03-04 11:00"))
    desk.change_appointment(standing(desk, anew), confirmed)
    book(desk, clock, again, "2026-03-04 12:00")

    clock.now = local("2026-03-04 12:00")
    desk.change_appointment(standing(desk, came), AppointmentEvent.SHOW)

    found = {
        lead.lead_id: lead.since
        for lead in inspected.broken(WEEK, EVERYONE)
        if lead.rule is Broken.UNCONFIRMED
    }
    assert found == {not_anew: local("2026-03-04 11:00"), again: local("2026-03-04 12:00")}
    assert inspected.figures(WEEK, EVERYONE).counts[Part.APPOINTMENTS] == 4


def test_a_log_from_before_moves_were_told_apart_is_counted_anew(
    store: Store, desk: Desk, clock: FakeClock
) -> None:
    moved, to_confirm, confirmed, merged, lost_after_all, again = (ask(desk) for _ in range(6))
    desk.agree(again, NextStep(kind=AgreementKind.SOLD))
    book(desk, clock, again, "2026-03-03 12:00")
    for lead in (moved, confirmed, merged):
        book(desk, clock, lead, "2026-03-03 11:00", AppointmentEvent.CONFIRMED)
    desk.merge(merged, ask(desk))
    desk.change_appointment(
        standing(desk, moved), AppointmentEvent.MOVED, local("2026-03-04 11:00")
    )
    book(desk, clock, to_confirm, "2026-03-03 11:00")
    book(desk, clock, lost_after_all, "2026-03-02 10:30")
    clock.advance(hours=1)
    desk.agree(lost_after_all, NextStep(kind=AgreementKind.SOLD))
    lost = NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE)
    desk.agree(lost_after_all, lost)
    all_rows = "select * from milestones order by lead_id"
    before = list(map(dict, store._db.execute(all_rows)))
    last = list(STEPS)[-1]
    with store.transaction():
        store._db.execute("alter table milestones drop column unconfirmed_at")
        for statement in STEPS[last].split(";"):
            store._db.execute(statement)
    assert store._db.execute("select count(*) from milestones").fetchone()[0] == 2

    for _ in desk.plans.count_older_leads():
        pass

    assert list(map(dict, store._db.execute(all_rows))) == before
    desk.plans.rebuild()
    assert list(map(dict, store._db.execute(all_rows))) == before


def test_who_asked_by_night_is_given_up_a_week_after_his_call_was_due(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    clock.now = local("2026-03-07 20:00")  # Saturday; the call is due on Monday at 9:02
    ask(desk)
    given_up = []

    for moment in ("2026-03-16 09:02", "2026-03-16 09:03"):
        clock.now = local(moment)
        given_up.append(inspected.figures(WEEK, EVERYONE).counts[Part.GIVEN_UP])

    assert given_up == [0, 1]


def test_given_up_before_the_third_try_is_told_from_given_up_before_the_fifth(
    desk: Desk, inspected: Inspection
) -> None:
    for tries in (1, 3):
        lead = ask(desk)
        for _ in range(tries):
            call(desk, lead)
        desk.agree(lead, NextStep(kind=AgreementKind.LOST, reason=LostReason.UNREACHABLE))

    figures = inspected.figures(WEEK, EVERYONE)

    parts = Part.GIVEN_UP, Part.GIVEN_UP_BEFORE_THIRD, Part.GIVEN_UP_BEFORE_FIFTH
    assert counted(figures, *parts) == [2, 1, 2]
    assert figures.lost_reasons == {"unreachable": 2}


def test_the_funnel_alone_is_that_of_all_figures(desk: Desk, inspected: Inspection) -> None:
    ask(desk)
    call(desk, ask(desk), Outcome.SPOKE)

    funnel, still_open = inspected.funnel(WEEK, EVERYONE)

    of_all = inspected.figures(WEEK, EVERYONE)
    assert (funnel[Part.REQUESTS], funnel[Part.SPOKEN]) == (2, 1)
    assert funnel == {part: of_all.counts[part] for part in funnel}
    assert still_open == of_all.still_open


def test_the_counts_are_split_while_the_rest_is_counted(
    desk: Desk, inspected: Inspection, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(desk)
    both_at_work = Barrier(2, timeout=20)
    for name in ("split", "responses"):
        count = getattr(FigureRows, name)
        monkeypatch.setattr(FigureRows, name, _met(count, both_at_work))

    figures = inspected.figures(WEEK, EVERYONE)

    assert figures.counts[Part.REQUESTS] == 1


def _met(count: Callable[..., T], others: Barrier) -> Callable[..., T]:
    def met(*given: object) -> T:
        others.wait()
        return count(*given)

    return met


def test_the_trend_has_the_twelve_weeks_up_to_now(desk: Desk, inspected: Inspection) -> None:
    ask(desk)

    trend = inspected.trend(WEEK.last, EVERYONE)

    assert [period.first.isocalendar().week for period, _ in trend][-2:] == [9, 10]
    assert [counts[Part.REQUESTS] for _, counts in trend] == [0] * 11 + [1]


def test_leads_from_before_the_inspection_are_counted_some_at_a_time(
    desk: Desk, store: Store, inspected: Inspection
) -> None:
    for _ in range(9):
        ask(desk)
    with store.transaction():
        store._db.execute("delete from milestones")

    steps = desk.plans.count_older_leads()
    next(steps)
    counted_so_far = counted(inspected.figures(WEEK, EVERYONE), Part.REQUESTS)
    assert [*steps] == [None]

    assert counted_so_far == [8]
    assert counted(inspected.figures(WEEK, EVERYONE), Part.REQUESTS) == [9]


def test_the_last_line_written_after_a_week_counts_and_an_empty_one_takes_it_back(
    desk: Desk,
) -> None:
    desk.pledging.write(WEEK, "Piet", "Meteen  bellen")
    desk.pledging.write(WEEK, "Piet", "Eerst bellen,\ndan opzoeken")
    desk.pledging.write(WEEK, "Els", "Vaker bellen")
    desk.pledging.write(WEEK, "Els", "")
    desk.pledging.write(WEEK.before, "Piet", "Iets anders")

    (line,) = desk.pledging.of_week(WEEK)

    assert (line.salesperson, line.line) == ("Piet", "Eerst bellen, dan opzoeken")
    assert (WEEK.week, WEEK.before.week) == ("2026-W10", "2026-W09")


def test_a_log_of_an_older_version_is_counted_as_if_it_had_always_been(
    desk: Desk, path: Path, inspected: Inspection, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead = ask(desk, plate="")
    call(desk, lead, Outcome.SPOKE)
    book(desk, clock, lead, "2026-03-02 12:00", AppointmentEvent.CONFIRMED, AppointmentEvent.SHOW)
    desk.merge(lead, ask(desk))
    now, older = inspected.figures(WEEK, EVERYONE), path.with_name("older.db")
    with monkeypatch.context() as released:
        earlier = [*STEPS][: [*STEPS].index("m0010_milestones")]
        released.setattr(migrations, "STEPS", {step: STEPS[step] for step in earlier})
        Store(older, clock()).close()
    copy_rows(path, older)

    store = Store(older, clock())
    steps = [*Desk(store, clock, RULES).plans.count_older_leads()]
    with inspection(older, clock, RULES) as opened:
        counted_anew = opened.figures(WEEK, EVERYONE)
    store.close()

    assert (len(steps), counted_anew) == (1, now)
    assert now.counts[Part.SHOWS] == 1


def copy_rows(path: Path, into: Path) -> None:
    """Copy what both files have; a column that the older one lacks is left behind."""
    with closing(sqlite3.connect(into)) as db:
        db.execute("attach ? as made", [str(path)])
        tables = db.execute(
            "select name from main.sqlite_master where type = 'table' and name not like '%sqlite%'"
        ).fetchall()
        for (table,) in tables:
            told = db.execute(f"pragma main.table_info({table})").fetchall()
            names = ", ".join(row[1] for row in told)
            db.execute(f"delete from main.{table}")  # noqa: S608 - our own names
            db.execute(f"insert into main.{table} select {names} from made.{table}")  # noqa: S608
        db.commit()


def test_other_hours_count_an_open_lead_at_once_and_one_that_ended_with_rebuild(
    desk: Desk, store: Store, inspected: Inspection, clock: FakeClock
) -> None:
    still_open, over = ask(desk), ask(desk)
    clock.advance(minutes=30)
    for lead in (still_open, over):
        call(desk, lead, Outcome.SPOKE)
    desk.agree(over, NextStep(kind=AgreementKind.SOLD))
    from_noon = (Span(12 * 60, 18 * 60),)
    later = Desk(store, clock, replace(RULES, hours=replace(HOURS, week=(from_noon,) * 7)))

    in_time = []
    for step in (lambda: None, lambda: later.plans.make_by("from noon"), later.plans.rebuild):
        step()
        in_time.append(inspected.figures(WEEK, EVERYONE).counts[Part.IN_TIME])

    assert in_time == [0, 1, 2]


def test_who_has_an_appointment_has_a_next_step_whatever_else_was_said(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    lead = ask(desk)
    call(desk, lead, Outcome.SPOKE)
    book(desk, clock, lead, "2026-03-06 10:00", AppointmentEvent.CONFIRMED)
    clock.advance(hours=1)
    call(desk, lead, Outcome.SPOKE)
    clock.advance(days=2)

    assert [lead.rule for lead in inspected.broken(WEEK, EVERYONE)] == []

    clock.now = local("2026-03-06 10:00")
    desk.change_appointment(desk.lead(lead).course.appointment.id, AppointmentEvent.SHOW)  # type: ignore[union-attr]
    clock.advance(days=2)

    assert Broken.NO_NEXT_STEP in [lead.rule for lead in inspected.broken(WEEK, EVERYONE)]


def test_a_rule_is_broken_once_its_time_is_over_in_its_own_week_and_while_the_lead_is_open(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    late, planless, absent, unconfirmed = (ask(desk) for _ in range(4))
    for lead in (planless, absent, unconfirmed):
        call(desk, lead, Outcome.SPOKE)
    book(desk, clock, unconfirmed, "2026-03-02 11:30")
    book(desk, clock, absent, "2026-03-02 11:00", AppointmentEvent.CONFIRMED)
    clock.now = local("2026-03-02 11:10")
    desk.change_appointment(standing(desk, absent), AppointmentEvent.NO_SHOW)
    timed = {
        (Broken.NOT_IN_TIME, late),
        (Broken.UNCONFIRMED, unconfirmed),
        (Broken.NO_SHOW_NOT_CALLED, absent),
        (Broken.NO_NEXT_STEP, planless),
    }

    def broken(week: Period) -> set[tuple[Broken, LeadId]]:
        return timed & {(lead.rule, lead.lead_id) for lead in inspected.broken(week, EVERYONE)}

    assert broken(WEEK) == {(Broken.NOT_IN_TIME, late)}
    clock.advance(days=2)
    after = Period.of_week(2026, 11)
    assert [broken(WEEK.before), broken(WEEK), broken(after)] == [set(), timed, set()]

    for lead in (planless, absent, unconfirmed):
        desk.agree(lead, NextStep(kind=AgreementKind.SOLD))
    call(desk, planless, Outcome.SPOKE)
    clock.advance(days=2)
    assert broken(WEEK) == {(Broken.NOT_IN_TIME, late)}


def test_of_a_choice_nobody_comes_who_never_asked_anything(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    listed = {"kind": RequestKind.PASSIVE, "door": Door.LIST, "consent": "2026", "source": ""}
    book(desk, clock, ask(desk, **listed), "2026-03-03 10:00")
    asked = ask(desk, source="")
    book(desk, clock, asked, "2026-03-03 11:00")

    comes = {
        choice: len(inspected.appointments(WEEK, choice))
        for choice in (EVERYONE, Choice(source=""))
    }

    assert comes == {EVERYONE: 2, Choice(source=""): 1}


def test_reasons_come_by_how_often_they_were_given(desk: Desk, inspected: Inspection) -> None:
    for reason in (LostReason.PRICE, LostReason.CAR_SOLD, LostReason.CAR_SOLD):
        lead = ask(desk)
        call(desk, lead, Outcome.SPOKE)
        desk.agree(lead, NextStep(kind=AgreementKind.LOST, reason=reason))

    assert list(inspected.figures(WEEK, EVERYONE).lost_reasons.items()) == [
        ("car_sold", 2),
        ("price", 1),
    ]


def test_a_prompt_is_ignored_once_it_is_late_for_more_than_a_day(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    ask(desk)
    planless = ask(desk)
    call(desk, planless, Outcome.SPOKE)
    absent = ask(desk)
    call(desk, absent, Outcome.SPOKE)
    events = AppointmentEvent.CONFIRMED, AppointmentEvent.NO_SHOW
    book(desk, clock, absent, "2026-03-02 10:10", *events)
    talked, due, no_show = "10:00", "10:02", "10:40"

    def new_at(moment: str) -> set[Broken]:
        found = []
        for seconds in (0, 1):
            clock.now = local(moment) + timedelta(seconds=seconds)
            found.append({lead.rule for lead in inspected.broken(WEEK, EVERYONE)})
        return found[1] - found[0]

    assert new_at(f"2026-03-02 {no_show}") == {Broken.NO_SHOW_NOT_CALLED}
    assert new_at(f"2026-03-03 {talked}") == {Broken.NO_NEXT_STEP, Broken.PROMPT_IGNORED}
    assert new_at(f"2026-03-03 {due}") == {Broken.FEWER_THAN_FIVE}


def test_of_who_is_anothers_or_forgotten_nothing_is_left_undone_here(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    planless, absent = (ask(desk) for _ in range(2))
    forgotten = ask(desk, phones=(LAND_LINE,))
    for lead in (planless, absent, forgotten):
        call(desk, lead, Outcome.SPOKE)
    events = AppointmentEvent.CONFIRMED, AppointmentEvent.NO_SHOW
    book(desk, clock, absent, "2026-03-02 11:00", *events)
    for lead in (planless, absent):
        desk.handovers.hand_on(lead, "Els")
    desk.privacy.forget(desk.privacy.customer(frozenset({LAND_LINE.key})))

    clock.advance(days=2)

    assert inspected.broken(WEEK, EVERYONE) == []


def test_a_lead_whose_request_was_taken_back_broke_no_rule(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    lead = ask(desk)
    desk.take_back(desk.lead(lead).facts[0])

    clock.advance(days=2)

    assert inspected.broken(WEEK, EVERYONE) == []


def test_a_call_that_a_colleague_took_within_a_minute_was_not_missed(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    rang = {"door": Door.PHONE, "kind": RequestKind.MISSED_CALL, "phones": (LAND_LINE,)}
    taken = {**rang, "kind": RequestKind.ANSWERED_CALL}
    other = ask(desk, door=Door.PHONE, kind=RequestKind.MISSED_CALL)
    for changes, seconds in ((rang, 60), (taken, 60), (rang, 61), (taken, 61)):
        ask(desk, **changes)
        clock.advance(seconds=seconds)
    lead = ask(desk, **rang)

    telephone = inspected.figures(WEEK, EVERYONE).telephone

    assert (telephone.answered, sum(telephone.missed.values())) == (2, 2)
    missed = inspected.callers(RequestKind.MISSED_CALL, WEEK)
    assert [caller.lead_id for caller in missed] == [lead, other]


def test_a_missed_call_stays_one_when_the_answered_one_was_taken_back(
    desk: Desk, inspected: Inspection
) -> None:
    ask(desk, door=Door.PHONE, kind=RequestKind.MISSED_CALL, phones=(LAND_LINE,))
    lead = ask(desk, door=Door.PHONE, kind=RequestKind.ANSWERED_CALL, phones=(LAND_LINE,))

    desk.take_back(desk.lead(lead).facts[-1])

    telephone = inspected.figures(WEEK, EVERYONE).telephone
    assert (telephone.answered, sum(telephone.missed.values())) == (0, 1)


def test_broken_leads_come_rule_by_rule_and_the_oldest_first(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    leads = []
    for _ in range(6):
        leads.append(ask(desk))
        clock.advance(minutes=5)
    clock.advance(days=2)

    found = [(lead.rule, lead.lead_id) for lead in inspected.broken(WEEK, EVERYONE)]

    rules = (Broken.NOT_IN_TIME, Broken.FEWER_THAN_FIVE)
    assert found == [(rule, lead) for rule in rules for lead in leads]


def test_who_called_twice_stands_once_with_his_last_call(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    rang = {"door": Door.PHONE, "kind": RequestKind.MISSED_CALL, "phones": (LAND_LINE,)}
    ask(desk, **rang)
    clock.advance(minutes=30)
    lead, last = ask(desk, **rang), clock()

    (caller,) = inspected.callers(RequestKind.MISSED_CALL, WEEK)

    assert (caller.lead_id, caller.asked_at) == (lead, last)


def test_who_called_before_his_lead_was_merged_twice_stands_behind_his_call(
    desk: Desk, inspected: Inspection
) -> None:
    first = ask(desk, door=Door.PHONE, kind=RequestKind.MISSED_CALL)
    second, third = ask(desk), ask(desk)
    desk.merge(second, first)
    desk.merge(third, second)

    (caller,) = inspected.callers(RequestKind.MISSED_CALL, WEEK)

    assert caller.lead_id == third
