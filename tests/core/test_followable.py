"""Followable: what was asked for and read back belongs to a number, not to a customer."""

from typing import Any

import pytest

from assistant.core.contact import Phone
from assistant.core.course import Course
from assistant.core.facts import Fact, Learnt, Outcome
from assistant.core.follow import follow
from assistant.core.followable import Contact, Missing, contact_of, missing, missing_for
from tests.conftest import MOBILE, a_request
from tests.core.facts import asked, called, common, taken_back

NEW = Phone("+31612349999", mobile=True)
AT, LATER, LAST = "2026-03-02 10:00", "2026-03-02 10:05", "2026-03-02 10:10"
ADDRESS = "sanne@example.com"
HELD: dict[str, Any] = {"phones": (MOBILE,), "emails": (ADDRESS,)}


def learnt(at: str = LATER, **said: Any) -> Learnt:
    return Learnt(**common(at), **said)


def course(*facts: Fact) -> Course:
    return follow((asked(AT, **HELD), *facts))


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ({}, (Missing.PHONE_ASKED, Missing.PHONE_READ_BACK)),
        ({"phone_asked": True}, (Missing.PHONE_READ_BACK,)),
        ({"phone_asked": True, "phone_read_back": True}, ()),
        ({"phone_read_back": True}, ()),
    ],
)
def test_a_number_is_asked_for_and_then_read_back(
    said: dict[str, Any], lacks: tuple[Missing, ...]
) -> None:
    in_the_form = a_request(**HELD, **said)
    email = (Missing.EMAIL_ASKED, Missing.EMAIL_READ_BACK)

    assert missing(in_the_form) == (*lacks, *email)
    assert missing_for(follow((asked(AT, **HELD, **said),))) == (*lacks, *email)
    assert missing_for(course(learnt(**said))) == (*lacks, *email)


def test_who_has_nothing_lacks_a_number_and_an_address() -> None:
    nothing = a_request(phones=(), emails=())

    assert missing(nothing) == (Missing.PHONE, Missing.EMAIL)
    assert missing_for(Course(request=nothing)) == (Missing.PHONE, Missing.EMAIL)


def test_a_mark_stays_with_its_number_when_another_comes_in_front() -> None:
    after = course(learnt(phone_read_back=True), learnt(LAST, phone=NEW))

    assert contact_of(after, MOBILE.key) is Contact.READ_BACK
    assert contact_of(after, NEW.key) is Contact.HELD
    assert after.phones[0] == NEW
    assert after.request is not None
    assert not after.request.phone_read_back


def test_a_new_number_takes_the_marks_that_come_with_it() -> None:
    after = course(learnt(phone=NEW, phone_asked=True))

    assert contact_of(after, NEW.key) is Contact.ASKED
    assert contact_of(after, MOBILE.key) is Contact.HELD


def test_a_number_that_proved_wrong_and_is_told_again_takes_its_own_mark() -> None:
    held = asked(AT, phones=(MOBILE, NEW), emails=())
    wrong = called(LATER, Outcome.WRONG_NUMBER)
    after = follow((held, wrong, learnt(LAST, phone=MOBILE, phone_asked=True)))

    assert contact_of(after, MOBILE.key) is Contact.ASKED
    assert contact_of(after, NEW.key) is Contact.HELD


def test_a_number_that_proved_wrong_counts_no_longer() -> None:
    after = course(learnt(phone_read_back=True), called(LAST, Outcome.WRONG_NUMBER))

    assert Missing.PHONE in missing_for(after)


def test_a_later_request_takes_no_mark_away() -> None:
    again = asked(LAST, phones=(NEW,), emails=(ADDRESS,))
    after = course(learnt(phone_read_back=True, email_asked=True), again)

    assert contact_of(after, MOBILE.key) is Contact.READ_BACK
    assert contact_of(after, ADDRESS) is Contact.ASKED
    assert contact_of(after, NEW.key) is Contact.HELD


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ({"email_read_back": False}, Contact.ASKED),
        ({"email_asked": False}, Contact.HELD),
        ({"email_asked": True}, Contact.READ_BACK),
    ],
)
def test_a_mark_can_be_taken_off(said: dict[str, Any], left: Contact) -> None:
    after = course(learnt(email_read_back=True), learnt(LAST, **said))

    assert contact_of(after, ADDRESS) is left


def test_what_is_taken_back_marks_nothing() -> None:
    said = learnt(phone_read_back=True)

    assert contact_of(course(said, taken_back(said)), MOBILE.key) is Contact.HELD
