"""What comes back to a lead: a customer's answer, and a mail that did not arrive."""

from datetime import timedelta

import pytest

from assistant.core.errors import WrongCallError
from assistant.core.facts import AgreementKind, Attempt, LeadId, LostReason, Outcome
from assistant.core.letter import Letter, LetterKind
from assistant.core.plan import Step
from assistant.core.request import Channel, NotALead, Reading, Unreadable
from assistant.desk import Arrival, Desk, NextStep, OutboxMail, OutboxState, Result, Taken
from tests.conftest import LAND_LINE, MOBILE, FakeClock, a_request

SANNE = "sanne.hoekstra@example.com"
OURS = "<1@dealer.example>"
NO_LEAD = NotALead("This is a notice that an e-mail could not be delivered.")


def arrive(
    desk: Desk, clock: FakeClock, letter: Letter | None, reading: Reading | None = None, n: int = 2
) -> Taken:
    (taken,) = desk.take_in(
        Arrival(
            identity=f"mail:{n}",
            name=f"{n}.eml",
            arrived_at=clock(),
            content=b"raw",
            readings=(reading or a_request(phones=()),),
            letter=letter,
        )
    )
    return taken


def written(**changes: object) -> Letter:
    usual = {"kind": LetterKind.PERSON, "sender": SANNE, "text": "Ja, graag."}
    return Letter(**(usual | changes))  # type: ignore[arg-type]


def bounce(**changes: object) -> Letter:
    return written(**({"kind": LetterKind.BOUNCE, "sender": "", "text": ""} | changes))


def put(desk: Desk, lead: LeadId, recipient: str = SANNE) -> OutboxMail:
    return desk.outgoing.put(
        lead, b"raw", message_id=OURS, recipient=recipient, subject="x", hold=timedelta(0)
    )


def last(desk: Desk, lead: LeadId) -> tuple[Outcome, str, str]:
    attempt = desk.lead(lead).course.last
    assert attempt is not None
    return attempt.outcome, attempt.note, attempt.by


@pytest.fixture
def lead(desk: Desk, clock: FakeClock) -> LeadId:
    taken = arrive(desk, clock, None, a_request(), n=1)
    assert taken.lead_id is not None
    return taken.lead_id


def test_an_answer_to_our_mail_is_logged_on_its_lead_with_its_words_and_message(
    desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    put(desk, lead)
    letter = written(sender="sanne@work.example", refers_to=frozenset({OURS}))

    taken = arrive(desk, clock, letter)

    assert (taken.result, taken.lead_id) == (Result.JOINED, lead)
    assert last(desk, lead) == (Outcome.ANSWERED, "Ja, graag.", "")
    message = desk.messages.one(desk.messages.of(lead)[-1])
    assert message is not None
    assert message.name == "2.eml"


def test_an_answer_asks_for_the_next_step_and_ends_the_tries(
    desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    desk.record(lead, Channel.CALL, Outcome.NO_ANSWER)
    desk.record(lead, Channel.MAIL, Outcome.SENT)

    arrive(desk, clock, written())

    read = desk.lead(lead)
    assert (read.course.tries, read.plan.beside) == ((), ())
    assert read.prompt is not None
    assert read.prompt.step is Step.FOLLOW_UP


def test_the_same_answer_twice_is_logged_once(desk: Desk, lead: LeadId, clock: FakeClock) -> None:
    desk.record(lead, Channel.MAIL, Outcome.SENT)
    arrive(desk, clock, written())

    again = arrive(desk, clock, written())

    answered = [fact for fact in desk.lead(lead).facts if isinstance(fact, Attempt)]
    assert (again.result, again.lead_id) == (Result.REPEAT, lead)
    assert [fact.outcome for fact in answered] == [Outcome.SENT, Outcome.ANSWERED]


def test_a_mail_to_whom_we_never_wrote_is_a_request_that_joins_and_rings(
    desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    desk.record(lead, Channel.CALL, Outcome.NO_ANSWER)

    taken = arrive(desk, clock, written())

    prompt = desk.lead(lead).prompt
    assert taken.result is Result.JOINED
    assert desk.lead(lead).course.tries == ()
    assert prompt is not None
    assert prompt.step is Step.CALL


def test_a_form_is_a_request_though_we_wrote(desk: Desk, lead: LeadId, clock: FakeClock) -> None:
    desk.record(lead, Channel.MAIL, Outcome.SENT)

    arrive(desk, clock, written(kind=LetterKind.FORM))

    assert last(desk, lead)[0] is Outcome.SENT


def test_an_answer_to_a_closed_lead_is_a_new_request(
    desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    put(desk, lead)
    desk.record(lead, Channel.MAIL, Outcome.SENT)
    desk.agree(lead, NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))

    taken = arrive(desk, clock, written(refers_to=frozenset({OURS})))

    assert taken.result is Result.NEW
    assert taken.lead_id != lead


def test_a_new_number_in_an_answer_is_learnt(desk: Desk, lead: LeadId, clock: FakeClock) -> None:
    desk.record(lead, Channel.MAIL, Outcome.SENT)

    arrive(desk, clock, written(), a_request(phones=(LAND_LINE,)))

    assert desk.lead(lead).course.phones == (LAND_LINE, MOBILE)


def test_an_answer_in_which_the_readers_found_nobody_waits_for_nobody(
    desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    put(desk, lead)

    arrive(desk, clock, written(refers_to=frozenset({OURS})), Unreadable("x"))

    assert desk.waiting_counts() == (0, 0)
    assert last(desk, lead)[0] is Outcome.ANSWERED


@pytest.mark.parametrize("letter", [written(sender="jan@example.com"), written(sender="")])
def test_a_mail_of_a_stranger_is_what_it_was(
    desk: Desk, lead: LeadId, clock: FakeClock, letter: Letter
) -> None:
    desk.record(lead, Channel.MAIL, Outcome.SENT)

    taken = arrive(desk, clock, letter, a_request(phones=(), emails=("jan@example.com",)))

    assert taken.result is Result.NEW


@pytest.mark.parametrize(
    "letter", [bounce(refers_to=frozenset({OURS})), bounce(failed=frozenset({SANNE}))]
)
def test_a_bounce_is_logged_and_the_address_works_no_longer(
    desk: Desk, lead: LeadId, clock: FakeClock, letter: Letter
) -> None:
    put(desk, lead)
    desk.record(lead, Channel.MAIL, Outcome.SENT)

    taken = arrive(desk, clock, letter, NO_LEAD)

    assert (taken.result, taken.lead_id) == (Result.NOT_A_LEAD, lead)
    assert last(desk, lead)[0] is Outcome.BOUNCED
    assert desk.lead(lead).course.email is None


def test_a_bounce_of_a_mail_that_we_never_sent_changes_nothing(
    desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    taken = arrive(desk, clock, bounce(failed=frozenset({SANNE})), NO_LEAD)

    assert taken.lead_id is None
    assert desk.lead(lead).course.email == SANNE


def test_a_bounce_of_the_bdcs_mail_says_nothing_of_the_customer(
    desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    put(desk, lead, "bdc@example.com")
    desk.record(lead, Channel.MAIL, Outcome.SENT)

    arrive(desk, clock, bounce(refers_to=frozenset({OURS})), NO_LEAD)

    assert desk.lead(lead).course.email == SANNE


@pytest.mark.parametrize("kind", [LetterKind.PERSON, LetterKind.BOUNCE])
def test_what_comes_back_proves_that_a_doubtful_mail_had_left(
    desk: Desk, lead: LeadId, clock: FakeClock, kind: LetterKind
) -> None:
    mail = put(desk, lead)
    desk.record(lead, Channel.MAIL, Outcome.SENT)
    desk.outgoing.unsure(mail.id)
    assert [each.state for each in desk.outgoing.asking()] == [OutboxState.UNSURE]

    arrive(desk, clock, written(kind=kind, refers_to=frozenset({OURS})), NO_LEAD)

    assert desk.outgoing.asking() == []


def test_an_answer_goes_to_the_lead_in_which_its_lead_goes_on(
    desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    put(desk, lead)
    other = arrive(desk, clock, None, a_request(emails=("j@example.com",), phones=()), n=3).lead_id
    assert other is not None
    desk.merge(other, lead)

    taken = arrive(desk, clock, written(refers_to=frozenset({OURS})))

    assert taken.lead_id == other


def test_what_came_back_stands_after_a_rebuild(desk: Desk, lead: LeadId, clock: FakeClock) -> None:
    desk.record(lead, Channel.MAIL, Outcome.SENT)
    arrive(desk, clock, written())
    before = desk.agenda()

    desk.plans.rebuild()

    assert desk.agenda() == before


def test_who_is_forgotten_leaves_no_mail_and_no_answer(
    desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    put(desk, lead)
    desk.record(lead, Channel.MAIL, Outcome.SENT)
    arrive(desk, clock, written())
    messages = desk.messages.of(lead)
    assert len(messages) == 2

    desk.privacy.forget(desk.privacy.customer(frozenset({SANNE})))

    assert desk.outgoing.waiting() == []
    assert last(desk, lead)[:2] == (Outcome.ANSWERED, "")
    for message_id in messages:
        message = desk.messages.one(message_id)
        assert message is not None
        assert message.content == b""


def test_a_mail_about_another_lead_to_who_is_forgotten_goes_too(desk: Desk) -> None:
    desk.log_contact(a_request())
    other = desk.log_contact(a_request(phones=(LAND_LINE,), emails=("j@example.com",))).lead_id
    assert other is not None
    put(desk, other, SANNE)

    desk.privacy.forget(desk.privacy.customer(frozenset({SANNE})))

    assert desk.outgoing.waiting() == []


def test_a_forgotten_lead_gets_no_mail(desk: Desk, lead: LeadId) -> None:
    desk.privacy.forget(desk.privacy.customer(frozenset({SANNE})))

    with pytest.raises(WrongCallError):
        put(desk, lead)


def test_a_hand_over_that_comes_back_asks_what_is_to_be_done(
    desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    desk.handovers.hand_on(lead)
    away = desk.lead(lead).handed_over
    mail = desk.outgoing.put(
        lead,
        b"raw",
        message_id=OURS,
        recipient="bdc@example.com",
        subject="x",
        hold=timedelta(0),
        hands_over=away,
    )
    desk.outgoing.gone(mail.id)

    taken = arrive(desk, clock, bounce(refers_to=frozenset({OURS})), NO_LEAD)

    assert (taken.result, taken.lead_id) == (Result.NOT_A_LEAD, lead)
    (asked,) = desk.outgoing.asking_of(lead)
    assert (asked.state, asked.id) == (OutboxState.BOUNCED, mail.id)
    assert desk.lead(lead).course.last is None
