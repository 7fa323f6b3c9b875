"""What is in each table: everything that counts, once, under the lead it belongs to."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from assistant.core.appointments import Booked, bookings
from assistant.core.contact import Phone
from assistant.core.facts import (
    AgreementKind,
    AppointmentEvent,
    LeadId,
    LostReason,
    Outcome,
    Requested,
)
from assistant.core.figures import Choice
from assistant.core.request import Channel, Door, Request, RequestKind
from assistant.desk import Desk, NextStep
from assistant.desk.exports import Exports, Style, Table
from assistant.store.exports import reading
from assistant.store.exports.passed import PASSED
from assistant.store.store import Store
from tests.conftest import LAND_LINE, MOBILE, RULES, FakeClock, a_request, local
from tests.desk.test_derived import ACTIONS, act
from tests.store.exports.conftest import Rows, cells, lines, wanted_of

SANNE = a_request()
JAN = a_request(name="Jan Bakker", phones=(LAND_LINE,), emails=())
OUTCOMES = {
    Booked.TO_CONFIRM: "open",
    Booked.CONFIRMED: "open",
    Booked.CAME: "show",
    Booked.NO_SHOW: "no-show",
    Booked.CANCELLED: "cancelled",
}


def ask(desk: Desk, request: Request = SANNE) -> LeadId:
    lead = desk.log_contact(request).lead_id
    assert lead is not None
    return lead


def call(desk: Desk, lead: LeadId, outcome: Outcome = Outcome.VOICEMAIL, note: str = "") -> None:
    desk.record(lead, Channel.CALL, outcome, note=note)


def test_an_attempt_stands_with_its_lead(desk: Desk, rows: Rows) -> None:
    lead = ask(desk)
    call(desk, lead, Outcome.SPOKE, "belt terug")

    (row,) = rows(Table.ATTEMPTS)

    assert row.pop("attempt")
    assert row == {
        "lead": lead,
        "at": "2026-03-02T09:00:00.000Z",
        "channel": "call",
        "outcome": "spoke",
        "reached": True,
        "by": "Piet",
        "note": "belt terug",
        "name": "Sanne Hoekstra",
        "phone": "+31612345678",
        "email": "sanne.hoekstra@example.com",
        "vehicle": "Peugeot 208 1.2",
        "source": "AutoTrack",
        "door": "web",
        "owner": "Piet",
    }


def test_what_was_taken_back_is_in_no_table(desk: Desk, rows: Rows) -> None:
    lead = ask(desk)
    desk.take_back(desk.record(lead, Channel.CALL, Outcome.BUSY))
    step = NextStep(kind=AgreementKind.APPOINTMENT, moment=local("2026-03-04 14:00"))
    desk.take_back(desk.agree(lead, step))
    lost = NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE)
    desk.take_back(desk.agree(lead, lost))

    assert rows(Table.ATTEMPTS) == rows(Table.APPOINTMENTS) == []
    (row,) = rows(Table.LEADS)
    assert (row["state"], row["lost_reason"], row["ended_at"]) == ("open", None, None)


def test_what_was_taken_back_twice_stops_no_export(desk: Desk, rows: Rows) -> None:
    lead = ask(desk)
    busy = desk.record(lead, Channel.CALL, Outcome.BUSY)
    for _ in range(2):
        desk.take_back(busy)

    assert rows(Table.ATTEMPTS) == []


def test_a_merged_lead_stands_under_the_id_of_its_home(desk: Desk, rows: Rows) -> None:
    sanne, jan, third = (
        ask(desk),
        ask(desk, JAN),
        ask(desk, a_request(phones=(), emails=("c@d.nl",))),
    )
    call(desk, jan)
    call(desk, third)
    desk.merge(jan, third)
    desk.merge(sanne, jan)

    assert {row["lead"] for row in rows(Table.ATTEMPTS)} == {sanne}
    assert {row["lead"] for row in rows(Table.REQUESTS)} == {sanne}
    assert [row["lead"] for row in rows(Table.LEADS)] == [sanne]


def test_a_merge_that_was_undone_parts_them(desk: Desk, rows: Rows) -> None:
    sanne, jan = ask(desk), ask(desk, JAN)
    desk.take_back(desk.merge(sanne, jan))

    assert {row["lead"] for row in rows(Table.LEADS)} == {sanne, jan}


def test_a_request_that_was_split_off_counts_once(desk: Desk, rows: Rows) -> None:
    sanne = ask(desk)
    ask(desk, replace(SANNE, name="Bo", question="Nog een?"))
    requests = [fact for fact in desk.lead(sanne).facts if isinstance(fact, Requested)]
    desk.split(sanne, requests[-1].id)

    found = rows(Table.REQUESTS)

    assert sorted(row["question"] for row in found) == [
        "Is deze auto nog beschikbaar?",
        "Nog een?",
    ]
    assert len({row["lead"] for row in found}) == 2


def test_a_period_holds_its_first_and_last_local_day(
    desk: Desk, clock: FakeClock, rows: Rows
) -> None:
    lead = ask(desk)
    moments = ["2026-03-28 23:59", "2026-03-29 00:00", "2026-03-30 23:59", "2026-03-31 00:00"]
    for moment in moments:
        clock.now = local(moment)
        call(desk, lead)

    found = rows(Table.ATTEMPTS, start=local("2026-03-29 00:00"), end=local("2026-03-31 00:00"))

    assert [row["at"] for row in found] == ["2026-03-28T23:00:00.000Z", "2026-03-30T21:59:00.000Z"]


def test_a_lead_is_in_the_period_in_which_it_first_asked(
    desk: Desk, clock: FakeClock, rows: Rows
) -> None:
    lead, first = ask(desk), clock()
    clock.advance(days=2)
    ask(desk)

    (row,) = rows(Table.LEADS, end=first + timedelta(days=1))

    assert row["lead"] == lead
    assert row["asked_at"] == "2026-03-02T09:00:00.000Z"


def test_a_lost_lead_has_its_reason_and_its_end(desk: Desk, rows: Rows) -> None:
    desk.agree(ask(desk), NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))

    (row,) = rows(Table.LEADS)

    assert (row["state"], row["lost_reason"]) == ("lost", "price")
    assert row["ended_at"] == "2026-03-02T09:00:00.000Z"


def test_a_lead_that_goes_to_the_bdc_is_handed_over_once_its_moment_has_come(
    store: Store, clock: FakeClock, rows: Rows
) -> None:
    escalating = replace(RULES, escalate_after=timedelta(minutes=20))
    ask(Desk(store, clock, escalating, salesperson="Piet"))
    assert rows(Table.LEADS)[0]["state"] == "open"

    clock.advance(hours=1)

    assert rows(Table.LEADS)[0]["state"] == "handed_over"


def test_a_name_on_a_list_is_marked_until_he_asks(desk: Desk, clock: FakeClock, rows: Rows) -> None:
    passive = a_request(kind=RequestKind.PASSIVE, door=Door.LIST, consent="ja")
    ask(desk, passive)
    clock.advance(days=1)
    (row,) = rows(Table.LEADS, end=clock())
    assert (row["passive"], row["asked_at"], row["door"]) == (True, None, "list")

    lead = ask(desk)
    call(desk, lead)

    (row,) = rows(Table.LEADS, start=clock())
    assert (row["passive"], row["asked_at"]) == (False, "2026-03-03T09:00:00.000Z")
    assert (row["door"], row["source"]) == ("web", "AutoTrack")


def test_a_name_on_a_list_that_the_bdc_brings_back_has_asked(
    desk: Desk, clock: FakeClock, rows: Rows
) -> None:
    lead = ask(desk, a_request(kind=RequestKind.PASSIVE, door=Door.LIST, consent="ja"))
    clock.advance(days=1)
    desk.handovers.came_back(lead, "wil een proefrit")

    (row,) = rows(Table.LEADS)

    assert (row["passive"], row["asked_at"]) == (False, "2026-03-03T09:00:00.000Z")


def test_a_lead_has_the_door_and_source_of_its_first_request(
    desk: Desk, clock: FakeClock, rows: Rows
) -> None:
    call(desk, ask(desk))
    clock.advance(minutes=5)
    ask(desk, replace(SANNE, door=Door.PHONE, kind=RequestKind.MISSED_CALL, source="Gids"))

    for table in (Table.LEADS, Table.ATTEMPTS):
        assert [(row["door"], row["source"]) for row in rows(table)] == [("web", "AutoTrack")]
    assert [row["door"] for row in rows(Table.REQUESTS)] == ["web", "phone"]


def test_a_log_that_was_not_counted_yet_has_its_leads(desk: Desk, store: Store, rows: Rows) -> None:
    lost = AgreementKind.LOST
    desk.agree(ask(desk), NextStep(kind=lost, reason=LostReason.PRICE))
    (before,) = rows(Table.LEADS)
    with store.transaction():
        store._db.execute("delete from milestones")

    (row,) = rows(Table.LEADS)

    names = set(row) - {column.name for column in PASSED}
    assert {name: row[name] for name in names} == {name: before[name] for name in names}
    assert (row["ended_at"], row["lost_reason"]) == ("2026-03-02T09:00:00.000Z", "price")


def test_an_erased_customer_stays_as_a_row_without_a_person(desk: Desk, rows: Rows) -> None:
    lead = ask(desk)
    call(desk, lead, note="Sanne belt terug")
    desk.privacy.forget(desk.privacy.customer(SANNE.identities))

    for table in (Table.ATTEMPTS, Table.LEADS, Table.REQUESTS):
        for pseudonyms in (False, True):
            (row,) = rows(table, pseudonyms=pseudonyms)
            assert (row["name"], row["phone"], row["email"]) == (None, None, None)
            assert "Sanne" not in str(row)


@settings(max_examples=60, deadline=None)
@given(ACTIONS)
def test_what_became_of_an_appointment_is_what_the_rules_say(
    actions: list[tuple[str, int, int]],
) -> None:
    clock = FakeClock()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "followup.db"
        store = Store(path, clock())
        desk = Desk(store, clock, RULES, salesperson="Piet")
        for kind, choice, minutes in [("appointment", 0, 0), *actions]:
            clock.advance(minutes=minutes)
            act(desk, clock, kind if kind != "away" else "agree", choice)
        expected = {}
        for lead in store.log.lead_ids():
            if store.log.home(lead).lead_id == lead:
                for each in bookings(lead, store.log.history(lead)):
                    expected[each.id] = (lead, each.starts_at, OUTCOMES[each.state])
        found = {
            row["appointment"]: (row["lead"], row["starts_at"], row["outcome"])
            for row in map(_parsed, lines(path, wanted_of(Table.APPOINTMENTS, clock), Style.JSON))
        }
        store.close()
    assert found == expected


def _parsed(line: str) -> dict[str, object]:
    row: dict[str, object] = json.loads(line)
    return row | {"starts_at": datetime.fromisoformat(str(row["starts_at"]))}


def test_an_appointment_that_was_moved_is_to_be_confirmed_anew(
    desk: Desk, rows: Rows, clock: FakeClock
) -> None:
    step = NextStep(kind=AgreementKind.APPOINTMENT, moment=local("2026-03-04 14:00"))
    made = desk.agree(ask(desk), step)
    desk.change_appointment(made.id, AppointmentEvent.CONFIRMED)
    assert rows(Table.APPOINTMENTS)[0]["confirmed_at"] == "2026-03-02T09:00:00.000Z"
    clock.advance(hours=1)

    desk.change_appointment(made.id, AppointmentEvent.MOVED, local("2026-03-05 14:00"))

    (row,) = rows(Table.APPOINTMENTS)
    assert (row["moved"], row["confirmed_at"]) == (1, None)
    assert row["starts_at"] == "2026-03-05T13:00:00.000Z"


def test_under_pseudonyms_a_person_is_one_and_unknown(desk: Desk, rows: Rows) -> None:
    second = a_request(name="S. Hoekstra", phones=(Phone("+31687654321"),), plate="YY-1")
    for request in (SANNE, second, JAN):
        lead = ask(desk, request)
        call(desk, lead, note="Sanne belt")
        desk.agree(lead, NextStep(kind=AgreementKind.SOLD))

    found = [row for table in Table for row in rows(table, pseudonyms=True)]

    words = str(found)
    known = ("Sanne", "Hoekstra", "Jan", "3161", "3168", "3120", "@", "XX-", "YY-", "beschik")
    assert [word for word in known if word in words] == []
    names = [row["name"] for row in rows(Table.LEADS, pseudonyms=True)]
    assert len(set(names)) == 2
    assert all(name.startswith("customer-") for name in names)


def test_pseudonyms_are_others_in_the_next_export(desk: Desk, rows: Rows) -> None:
    call(desk, ask(desk))

    (first,), (second,) = (rows(Table.ATTEMPTS, pseudonyms=True) for _ in range(2))

    assert first["name"] != second["name"]
    assert first["lead"] != second["lead"]


def test_customers_that_are_one_by_a_third_lead_have_one_pseudonym(desk: Desk, rows: Rows) -> None:
    chain = [Phone(f"+3161234567{number}", mobile=True) for number in range(5)]
    for first, second in pairwise(chain):
        lead = ask(desk, a_request(phones=(first, second), emails=()))
        desk.agree(lead, NextStep(kind=AgreementKind.SOLD))

    assert len({row["name"] for row in rows(Table.LEADS, pseudonyms=True)}) == 1


def test_a_sheet_has_the_wall_clock_as_days_and_numbers_as_text(
    desk: Desk, database: Path, clock: FakeClock
) -> None:
    clock.now = local("2026-07-01 12:00")
    call(desk, ask(desk, a_request(phones=(replace(MOBILE, number="+31612345678;ext=12"),))))

    (row,) = cells(database, wanted_of(Table.ATTEMPTS, clock))

    assert row["at"] == pytest.approx(46204.5)
    assert row["phone"] == "+31612345678"
    assert row["reached"] == 0


@pytest.mark.parametrize("table", Table)
def test_of_a_choice_only_its_leads_are_there(
    desk: Desk, database: Path, clock: FakeClock, rows: Rows, table: Table
) -> None:
    on_list = a_request(name="Kim", kind=RequestKind.PASSIVE, door=Door.LIST, phones=(), emails=())
    for request in (SANNE, replace(JAN, source="Marktplaats", door=Door.SHOWROOM), on_list):
        lead = ask(desk, request)
        call(desk, lead)
        desk.agree(
            lead, NextStep(kind=AgreementKind.APPOINTMENT, moment=clock() + timedelta(days=1))
        )
        clock.advance(minutes=1)

    def names(choice: Choice) -> list[str]:
        told = [row["name"] for row in rows(table, choice=choice)]
        wanted = wanted_of(table, clock, choice=choice)
        assert [row["name"] for row in cells(database, wanted)] == told
        return told

    assert names(Choice(source="Marktplaats")) == ["Jan Bakker"]
    assert names(Choice(doors=frozenset({Door.WEB}))) == ["Sanne Hoekstra"]
    assert names(Choice(owner="Piet")) == ["Sanne Hoekstra", "Jan Bakker", "Kim"]
    assert names(Choice(owner="Els")) == []


@pytest.mark.parametrize("table", Table)
def test_each_table_tells_beforehand_how_many_rows_there_are(
    desk: Desk, database: Path, clock: FakeClock, rows: Rows, table: Table
) -> None:
    for request in (SANNE, SANNE, JAN):
        call(desk, ask(desk, request))
        clock.advance(minutes=1)

    exports = Exports(database, wanted_of(table, clock))

    assert exports.size() == len(rows(table))
    exports.close()


def test_the_log_can_be_written_while_it_is_read(
    desk: Desk, database: Path, clock: FakeClock, rows: Rows
) -> None:
    lead = ask(desk)
    call(desk, lead)
    exports = Exports(database, wanted_of(Table.ATTEMPTS, clock))
    assert exports.size() == 1

    call(desk, lead)

    assert [count for _, count in exports.lines(Style.JSON)] == [1]
    exports.close()
    assert len(rows(Table.ATTEMPTS)) == 2


def test_the_attempts_come_in_pages_of_one_moment_each_once_and_in_their_order(
    desk: Desk, database: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "BATCH", 2)
    lead = ask(desk)
    for number in range(5):
        call(desk, lead, note=f"note {number}")
    desk.take_back(desk.record(lead, Channel.CALL, Outcome.BUSY))
    call(desk, lead, note="note 5")
    exports = Exports(database, wanted_of(Table.ATTEMPTS, clock))

    pages = exports.lines(Style.JSON)
    read = [next(pages)]
    call(desk, lead, note="meanwhile")
    read += pages
    exports.close()

    notes = [[json.loads(line)["note"] for line in joined.splitlines()] for joined, _ in read]
    assert notes == [["note 0", "note 1"], ["note 2", "note 3"], ["note 4", "note 5"]]
    assert [count for _, count in read] == [2, 2, 2]


def test_a_period_has_the_lines_that_the_whole_log_has_of_it(
    desk: Desk, clock: FakeClock, rows: Rows
) -> None:
    lead = ask(desk)
    for _ in range(3):
        call(desk, lead)
        clock.advance(hours=1)

    whole, since = rows(Table.ATTEMPTS), local("2026-03-02 10:30")

    assert rows(Table.ATTEMPTS, start=since) == whole[1:]
    assert rows(Table.ATTEMPTS, end=since) == whole[:1]
