"""Handing a lead on, sending it, and taking it back, at the desk."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.core.errors import WrongCallError
from assistant.core.facts import AgreementKind, HandOverReason, LeadId, LostReason
from assistant.core.handover import HandedOver
from assistant.core.request import NotALead, Reading, Request, Returned
from assistant.core.summary import State
from assistant.desk import Arrival, Desk, NextStep, OutboxMail, OutboxState, Result, Trouble
from assistant.store.store import Store
from tests.conftest import MONDAY_TEN, RULES, FakeClock, a_request

SOLD = NextStep(kind=AgreementKind.SOLD)
LOST = NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE)
FIVE_MINUTES = replace(RULES, escalate_after=timedelta(minutes=5))


@pytest.fixture
def impatient(store: Store, clock: FakeClock) -> Desk:
    return Desk(store, clock, FIVE_MINUTES, salesperson="Piet")


def ask(desk: Desk, **changes: object) -> LeadId:
    lead_id = desk.log_contact(a_request(**changes)).lead_id
    assert lead_id is not None
    return lead_id


def away(desk: Desk) -> list[LeadId]:
    return [lead.lead_id for lead in desk.handed_over()]


def here(desk: Desk) -> list[LeadId]:
    return [item.summary.lead_id for item in desk.agenda()]


def word(
    desk: Desk, clock: FakeClock, lead: str, identity: str = "mail:1", note: str = "thuis"
) -> Result:
    reading: Reading = Returned(lead=lead, note=note, otherwise=NotALead("nobody"))
    (taken,) = desk.take_in(
        Arrival(
            identity=identity,
            name="x.eml",
            arrived_at=clock(),
            content=b"x",
            readings=(reading,),
        )
    )
    return taken.result


def test_an_escalation_leaves_the_agenda_for_the_list_by_itself(
    impatient: Desk, clock: FakeClock
) -> None:
    lead = ask(impatient)
    clock.advance(minutes=6, seconds=59)
    assert (here(impatient), away(impatient)) == ([lead], [])
    assert impatient.waiting_counts()[0] == 0
    assert impatient.handovers.waiting() == []

    clock.advance(seconds=1)

    assert (here(impatient), away(impatient)) == ([], [lead])
    assert impatient.waiting_counts()[0] == 1
    (listed,) = impatient.handovers.waiting()
    assert listed.state_at(clock()) is State.HANDED_OVER
    assert impatient.lead(lead).prompt is None
    assert impatient.lead(lead).handed_over is not None


def test_the_agenda_says_when_an_escalation_changes_it(impatient: Desk, clock: FakeClock) -> None:
    ask(impatient)
    clock.advance(minutes=3)

    assert impatient.agenda_start(10).turns_at == MONDAY_TEN + timedelta(minutes=7)


def test_a_lead_is_handed_on_once(desk: Desk) -> None:
    lead = ask(desk)
    desk.handovers.hand_on(lead, "Els", "na vijven")

    with pytest.raises(WrongCallError, match="handed over already"):
        desk.handovers.hand_on(lead)
    assert away(desk) == [lead]


def test_a_closed_lead_is_not_handed_on(desk: Desk) -> None:
    lead = ask(desk)
    desk.agree(lead, SOLD)

    with pytest.raises(WrongCallError, match="is closed"):
        desk.handovers.hand_on(lead)


def test_a_hand_over_can_be_undone(desk: Desk) -> None:
    lead = ask(desk)

    desk.take_back(desk.handovers.hand_on(lead))

    assert (here(desk), away(desk)) == ([lead], [])


def test_the_same_hand_over_is_not_sent_twice(desk: Desk) -> None:
    lead = ask(desk)
    desk.handovers.hand_on(lead)
    waiting = desk.lead(lead).handed_over
    assert waiting is not None
    desk.handovers.sent(lead, waiting)

    with pytest.raises(WrongCallError, match="no longer waits"):
        desk.handovers.sent(lead, waiting)

    assert desk.lead(lead).handed_over == replace(waiting, sent_at=MONDAY_TEN)
    assert desk.handovers.waiting() == []
    assert away(desk) == [lead]
    assert desk.waiting_counts()[0] == 0


def test_what_never_waited_cannot_be_sent(desk: Desk) -> None:
    lead = ask(desk)

    with pytest.raises(WrongCallError, match="no longer waits"):
        desk.handovers.sent(lead, HandedOver(HandOverReason.UNREACHED, MONDAY_TEN))


def test_word_from_the_bdc_reopens_the_lead_of_the_same_salesperson(
    desk: Desk, store: Store, clock: FakeClock
) -> None:
    lead = ask(desk)
    desk.agree(lead, LOST)
    colleague = Desk(store, clock, RULES, salesperson="Els")
    clock.advance(hours=1)

    assert word(colleague, clock, lead) is Result.CAME_BACK

    (item,) = desk.agenda()
    assert (item.summary.lead_id, item.summary.owner) == (lead, "Piet")
    assert item.prompt.due_at == clock() + timedelta(minutes=2)
    assert item.rings(clock())
    (back,) = desk.handovers.back()
    assert (back.back_at, back.back_note) == (clock(), "thuis")
    assert len(desk.messages.of(lead)) == 1


def test_the_same_word_again_changes_nothing(desk: Desk, clock: FakeClock) -> None:
    lead = ask(desk)
    desk.handovers.hand_on(lead)
    word(desk, clock, lead)
    clock.advance(minutes=30)
    before = desk.lead(lead).facts

    assert word(desk, clock, lead) is Result.REPEAT

    assert desk.lead(lead).facts == before


def test_an_id_that_is_none_of_ours_is_what_it_is_otherwise(desk: Desk, clock: FakeClock) -> None:
    assert word(desk, clock, "nobody") is Result.NOT_A_LEAD
    reading = Returned(lead="nobody", note="", otherwise=a_request())

    (taken,) = desk.take_in(
        Arrival(identity="mail:2", name="x", arrived_at=clock(), content=b"", readings=(reading,))
    )

    assert taken.result is Result.NEW
    assert isinstance(taken.reading, Request)


def test_word_about_a_sold_lead_is_for_a_person_to_look_at(desk: Desk, clock: FakeClock) -> None:
    lead = ask(desk)
    desk.agree(lead, SOLD)

    assert word(desk, clock, lead) is Result.UNREADABLE

    assert len(desk.messages.unreadable()) == 1
    assert here(desk) == []


def test_word_about_a_merged_lead_reaches_its_home(desk: Desk, clock: FakeClock) -> None:
    part, home = ask(desk), ask(desk, phones=(), emails=("j@example.com",))
    desk.merge(home, part)
    desk.handovers.hand_on(home)

    word(desk, clock, part)

    assert (here(desk), away(desk)) == ([home], [])


def test_a_lead_comes_back_by_hand(desk: Desk, clock: FakeClock) -> None:
    lead = ask(desk)
    desk.handovers.hand_on(lead, "Els")
    clock.advance(hours=1)

    desk.handovers.came_back(lead, "Belt liever na vijven")

    assert (here(desk), away(desk)) == ([lead], [])
    assert desk.lead(lead).course.back_from == "Els"
    with pytest.raises(WrongCallError, match="is not handed over"):
        desk.handovers.came_back(lead)


def test_what_came_back_is_no_longer_listed_once_it_goes_again(
    desk: Desk, clock: FakeClock
) -> None:
    lead = ask(desk)
    desk.handovers.hand_on(lead)
    desk.handovers.came_back(lead)
    clock.advance(minutes=1)
    desk.handovers.hand_on(lead)

    assert desk.handovers.back() == []
    clock.advance(days=31)
    desk.handovers.came_back(lead)
    assert [one.lead_id for one in desk.handovers.back()] == [lead]
    clock.advance(days=31)
    assert desk.handovers.back() == []


def test_our_own_hand_over_in_our_own_mailbox_changes_nothing(desk: Desk, clock: FakeClock) -> None:
    lead = ask(desk)
    desk.handovers.hand_on(lead, "Els")
    echo = Returned(lead=lead, note="", otherwise=a_request(), is_echo=True)

    (taken,) = desk.take_in(
        Arrival(identity="mail:1", name="x", arrived_at=clock(), content=b"", readings=(echo,))
    )

    assert taken.result is Result.NOT_A_LEAD
    assert away(desk) == [lead]


def test_who_is_forgotten_is_gone_from_the_notes_and_from_the_list(
    desk: Desk, clock: FakeClock
) -> None:
    lead = ask(desk)
    desk.handovers.hand_on(lead, "Els", "Sanne zit thuis")
    desk.handovers.came_back(lead, "Sanne belt na vijven")
    desk.handovers.hand_on(lead, "Els", "Sanne wacht")

    desk.privacy.forget(desk.privacy.customer(frozenset({"sanne.hoekstra@example.com"})))

    assert (here(desk), away(desk), desk.handovers.back()) == ([], [], [])
    notes = [getattr(fact, "note", "") for fact in desk.lead(lead).facts]
    assert set(notes) == {""}
    assert word(desk, clock, lead) is Result.UNREADABLE


def mailed(desk: Desk, lead: LeadId, message_id: str = "<1@example.com>") -> OutboxMail:
    """Hand a lead on, by a mail that waits."""
    handed = desk.lead(lead).handed_over
    assert handed is not None
    return desk.outgoing.put(
        lead,
        b"raw",
        message_id=message_id,
        recipient="bdc@example.com",
        subject="Lead",
        hold=timedelta(0),
        hands_over=handed,
    )


def states(desk: Desk) -> dict[LeadId, OutboxState]:
    mails = desk.handovers.mails_of(desk.handed_over())
    return {lead: mail.state for lead, mail in mails.items()}


def test_a_hand_over_shows_how_its_mail_fares_until_it_has_left(
    desk: Desk, clock: FakeClock
) -> None:
    lead = ask(desk)
    desk.handovers.hand_on(lead)
    mail = mailed(desk, lead)
    assert states(desk) == {lead: OutboxState.WAITING}
    clock.advance(minutes=1)

    desk.outgoing.refused(mail.id, Trouble("x"))
    assert states(desk) == {lead: OutboxState.BOUNCED}
    assert [asked.id for asked in desk.outgoing.asking()] == [mail.id]
    assert desk.outgoing.counts().asking == 1

    desk.outgoing.send_again(mail.id)
    desk.outgoing.gone(mail.id)
    assert states(desk) == {}


def test_a_mail_that_belongs_to_an_earlier_hand_over_says_nothing_of_this_one(
    desk: Desk, clock: FakeClock
) -> None:
    lead = ask(desk)
    desk.handovers.hand_on(lead)
    desk.outgoing.failed(mailed(desk, lead).id, Trouble("x"))
    clock.advance(minutes=1)
    ask(desk)  # the customer asks again: it is ours
    desk.handovers.hand_on(lead)
    clock.advance(minutes=1)

    desk.outgoing.gone(mailed(desk, lead, "<2@example.com>").id)

    assert states(desk) == {}


def test_a_hand_over_that_did_not_arrive_is_taken_back_and_waits_to_be_sent(
    desk: Desk, clock: FakeClock, store: Store
) -> None:
    lead = ask(desk)
    desk.handovers.hand_on(lead)
    mail = mailed(desk, lead)
    clock.advance(minutes=1)
    desk.outgoing.failed(mail.id, Trouble("x"))

    desk.handovers.recall(lead)

    assert [waiting.lead_id for waiting in desk.handovers.waiting()] == [lead]
    assert store.outbox.one(mail.id) is None
    mailed(desk, lead, "<2@example.com>")


def test_what_has_left_is_not_taken_back(desk: Desk) -> None:
    lead = ask(desk)
    desk.handovers.hand_on(lead)
    desk.outgoing.gone(mailed(desk, lead).id)

    with pytest.raises(WrongCallError, match="cannot be taken back"):
        desk.handovers.recall(lead)

    assert desk.handovers.waiting() == []


def test_a_lead_that_comes_back_takes_its_mail_along_and_undo_leaves_it_unsent(
    desk: Desk, clock: FakeClock
) -> None:
    lead = ask(desk)
    desk.handovers.hand_on(lead)
    mailed(desk, lead)
    clock.advance(minutes=1)

    back = desk.handovers.came_back(lead)

    assert here(desk) == [lead]
    assert desk.outgoing.waiting() == []
    desk.take_back(back)
    assert [waiting.lead_id for waiting in desk.handovers.waiting()] == [lead]
