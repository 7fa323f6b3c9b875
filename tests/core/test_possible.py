"""What no real day can bring is refused, and nothing else."""

import pytest

from assistant.core.errors import WrongCallError
from assistant.core.facts import OUTCOMES, AgreementKind, AppointmentEvent, LostReason, Outcome
from assistant.core.possible import check_agreement, check_appointment, check_attempt
from assistant.core.request import Channel
from tests.conftest import HOURS, LAND_LINE, local
from tests.core.facts import agreed, asked, course, mailed

MONDAY, STARTS = "2026-03-02 10:00", "2026-03-04 14:00"


@pytest.mark.parametrize("outcome", [Outcome.SENT, Outcome.BOUNCED])
def test_no_mail_goes_to_who_has_no_address(outcome: Outcome) -> None:
    with pytest.raises(WrongCallError, match="No e-mail address"):
        check_attempt(course(asked(MONDAY, emails=())), Channel.MAIL, outcome)


@pytest.mark.parametrize("outcome", [Outcome.SENT, Outcome.NOT_ON_WHATSAPP])
@pytest.mark.parametrize("phones", [(), (LAND_LINE,)])
def test_no_whatsapp_goes_to_who_has_no_mobile_number(
    outcome: Outcome, phones: tuple[object, ...]
) -> None:
    with pytest.raises(WrongCallError, match="No mobile number"):
        check_attempt(course(asked(MONDAY, phones=phones)), Channel.WHATSAPP, outcome)


@pytest.mark.parametrize(
    ("channel", "outcome"),
    [
        (Channel.MAIL, Outcome.ANSWERED),
        (Channel.WHATSAPP, Outcome.ANSWERED),
        *((Channel.CALL, outcome) for outcome in OUTCOMES[Channel.CALL]),
    ],
)
def test_what_a_customer_says_and_calls_by_a_number_we_do_not_hold_are_taken(
    channel: Channel, outcome: Outcome
) -> None:
    check_attempt(course(asked(MONDAY, phones=(), emails=())), channel, outcome)


def test_an_address_that_bounced_once_may_be_tried_again() -> None:
    bounced = course(asked(MONDAY), mailed("2026-03-02 10:05", Outcome.BOUNCED))

    check_attempt(bounced, Channel.MAIL, Outcome.SENT)


def test_a_lead_ends_in_one_way_once_and_a_new_request_opens_it_again() -> None:
    sold = agreed("2026-03-02 11:00", AgreementKind.SOLD)

    with pytest.raises(WrongCallError, match="closed in that way"):
        check_agreement(course(asked(MONDAY), sold), AgreementKind.SOLD, None)
    check_agreement(course(asked(MONDAY), sold), AgreementKind.LOST, LostReason.PRICE)
    check_agreement(
        course(asked(MONDAY), sold, asked("2026-03-09 10:00")), AgreementKind.SOLD, None
    )


def test_a_lost_lead_can_be_sold_and_its_reason_can_be_another() -> None:
    lost = agreed("2026-03-02 11:00", AgreementKind.LOST, reason=LostReason.PRICE)

    check_agreement(course(asked(MONDAY), lost), AgreementKind.SOLD, None)
    check_agreement(course(asked(MONDAY), lost), AgreementKind.LOST, LostReason.OTHER)
    with pytest.raises(WrongCallError, match="closed in that way"):
        check_agreement(course(asked(MONDAY), lost), AgreementKind.LOST, LostReason.PRICE)


@pytest.mark.parametrize("kind", AgreementKind)
def test_nothing_is_agreed_with_who_wants_to_be_left_alone(kind: AgreementKind) -> None:
    alone = agreed("2026-03-02 11:00", AgreementKind.DO_NOT_CONTACT)

    with pytest.raises(WrongCallError, match="left alone"):
        check_agreement(course(asked(MONDAY), alone), kind, None)


@pytest.mark.parametrize(
    ("event", "refused_at", "taken_at"),
    [
        (AppointmentEvent.SHOW, "2026-03-03 23:59", "2026-03-04 09:00"),
        (AppointmentEvent.NO_SHOW, "2026-03-04 13:59", STARTS),
    ],
)
def test_what_became_of_an_appointment_can_be_said_once_it_can_be_known(
    event: AppointmentEvent, refused_at: str, taken_at: str
) -> None:
    booked = agreed(MONDAY, AgreementKind.APPOINTMENT, STARTS)
    standing = course(asked(MONDAY), booked).appointment
    assert standing is not None

    with pytest.raises(WrongCallError, match=f"is on {STARTS}"):
        check_appointment(standing, event, local(refused_at), HOURS)
    check_appointment(standing, event, local(taken_at), HOURS)
    check_appointment(standing, AppointmentEvent.CANCELLED, local(refused_at), HOURS)
