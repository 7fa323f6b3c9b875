"""The course of a lead: everything the rules must know of where it stands."""

from dataclasses import dataclass
from datetime import datetime

from assistant.core.contact import Phone
from assistant.core.facts import (
    Agreed,
    AgreementKind,
    Attempt,
    CameBack,
    FactId,
    HandedOn,
    HandOverSent,
    LostReason,
)
from assistant.core.milestones import Milestones
from assistant.core.request import Channel, Request
from assistant.core.rules import Try


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """The appointment that stands, if any.

    Attributes:
        id: The fact that made it.
        starts_at: When the customer comes (UTC).
        changed_at: When it was made or last moved.
        confirmed_at: When the confirmation went out; ``None`` until then.
        reminded_at: When the customer last heard from us after that.
        came: Whether somebody marked that he came.
        was_told: Whether a confirmation of it ever went out, be it for an earlier time.
        invited: Whether that went by mail, which has an invite for his calendar with it.
        calendar_is_old: Whether he was told otherwise than by mail that it moved or is off, so
            that his calendar does not know.
        invited_as: Under which id calendars know it: its own, or that of the one whose place
            it took; empty for its own.
    """

    id: FactId
    starts_at: datetime
    changed_at: datetime
    confirmed_at: datetime | None = None
    reminded_at: datetime | None = None
    came: bool = False
    was_told: bool = False
    invited: bool = False
    calendar_is_old: bool = False
    invited_as: str = ""

    @property
    def uid(self) -> str:
        """Return the id under which calendars know it, for life."""
        return self.invited_as or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """How a lead ended."""

    kind: AgreementKind
    at: datetime
    reason: LostReason | None = None

    @property
    def asks_for_second_voice(self) -> bool:
        """Say whether somebody else calls once more: a lost lead, unless we had it twice."""
        return self.kind is AgreementKind.LOST and self.reason is not LostReason.DUPLICATE


_NONE_YET = Milestones()


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Where a lead stands.

    Attributes:
        asked_for: The numbers (their keys) and addresses that he was asked for.
        read_back: Those that were read back to him; each of them was asked for.
        bad: Numbers and addresses that proved wrong, and ``whatsapp:`` ones without it.
        request: What is known of him and his wishes: every number, address and name of all
            his requests, and of the rest the newest word. ``None`` before the first fact.
        clock: Start of the clock that runs; ``None`` when none does.
        asked_at: Start of the newest request's own clock, though an older one may run.
        last_clock: Start of the newest clock, running or not.
        stopped_at: When the newest clock was stopped by an attempt.
        wish: When he asked to be called back, until he was.
        tries: The unanswered tries in a row.
        owed: The messages that go beside the last missed call and did not go out yet.
        spoken_at: A conversation that has no next step yet.
        agreed: The call-back or follow-up that was agreed and not done yet.
        appointment: The appointment that stands.
        cancelled: One that does not any more, be it because the lead ended, of which the
            customer was told and not yet untold.
        no_show_at: When a no-show was marked, until he was called about it.
        end: How the lead ended.
        last: The last attempt.
        quiet_until: Until when the salesperson put the card off.
        last_at: When the last fact was written down.
        passive_since: Since when he is a name on a list, who asked for nothing yet.
        left_alone_since: When he asked to be left alone, before this lead was there.
        forgotten_at: When the person was taken out of it.
        handed_on: By which fact the salesperson gave the lead to another, who has it still.
        sent: The hand-over that left last, while they have the lead.
        back: The last time that the lead came back.
        back_from: The colleague from whom it did; empty for the BDC.
        had_second_voice: Whether the BDC once had it as second voice: then never again.
        milestones: How far it came, for the inspection; no rule goes by them.
    """

    asked_for: frozenset[str] = frozenset()
    read_back: frozenset[str] = frozenset()
    bad: frozenset[str] = frozenset()
    request: Request | None = None
    clock: datetime | None = None
    asked_at: datetime | None = None
    last_clock: datetime | None = None
    stopped_at: datetime | None = None
    wish: datetime | None = None
    tries: tuple[Try, ...] = ()
    owed: tuple[Channel, ...] = ()
    spoken_at: datetime | None = None
    agreed: Agreed | None = None
    appointment: Appointment | None = None
    cancelled: Appointment | None = None
    no_show_at: datetime | None = None
    end: End | None = None
    last: Attempt | None = None
    quiet_until: datetime | None = None
    last_at: datetime | None = None
    passive_since: datetime | None = None
    left_alone_since: datetime | None = None
    forgotten_at: datetime | None = None
    handed_on: HandedOn | None = None
    sent: HandOverSent | None = None
    back: CameBack | None = None
    back_from: str = ""
    had_second_voice: bool = False
    milestones: Milestones = _NONE_YET

    @property
    def name(self) -> str:
        """Return the customer's name; two of one household both."""
        return "" if self.request is None else self.request.name

    @property
    def phones(self) -> tuple[Phone, ...]:
        """Return all his numbers, the one to call first in front."""
        return () if self.request is None else self.request.phones

    @property
    def emails(self) -> tuple[str, ...]:
        """Return all his addresses, the preferred one in front."""
        return () if self.request is None else self.request.emails

    @property
    def wants(self) -> Channel | None:
        """Return the channel that he chose."""
        return None if self.request is None else self.request.wants

    @property
    def may_call(self) -> bool:
        """Say whether he may be called: not once he asked not to be."""
        return self.request is None or self.request.may_call

    @property
    def may_be_called(self) -> bool:
        """Say whether the law lets us call: who asked nothing must have consented."""
        asked = self.request
        if asked is None or self.passive_since is None:
            return self.may_call
        return asked.may_call and bool(asked.consent) and self.left_alone_since is None

    @property
    def may_be_sent(self) -> bool:
        """Say whether another may be asked to reach him: never a name on a list without consent.

        Who asked not to be called can be handed over to be written to.
        """
        return self.may_be_called or (self.passive_since is None and bool(self.emails))

    @property
    def word_from_bdc(self) -> CameBack | None:
        """Return what the BDC said when the lead came back, until we spoke to him ourselves."""
        back = self.back
        if back is None or self.agreed is not None or self.end is not None:
            return None
        last = self.last
        return None if last is not None and last.reached and last.at >= back.at else back

    @property
    def phone(self) -> Phone | None:
        """Return the number to call, or ``None`` when he cannot or may not be called."""
        if not self.may_call:
            return None
        return next((phone for phone in self.phones if phone.key not in self.bad), None)

    @property
    def whatsapp(self) -> Phone | None:
        """Return the number to send a WhatsApp message to, or ``None``."""
        usable = (
            phone
            for phone in self.phones
            if phone.mobile and not self.bad & {phone.key, not_on_whatsapp(phone)}
        )
        return next(usable, None)

    @property
    def email(self) -> str | None:
        """Return the address to write to, or ``None``."""
        return next((email for email in self.emails if email not in self.bad), None)

    @property
    def beside(self) -> tuple[Channel, ...]:
        """Return the messages that are owed beside the next step: also what his calendar lacks."""
        standing = self.appointment
        is_old = standing is not None and standing.calendar_is_old and self.email is not None
        if not is_old or Channel.MAIL in self.owed:
            return self.owed
        return (*self.owed, Channel.MAIL)

    @property
    def message_channels(self) -> tuple[Channel, ...]:
        """Return the channels for a written message, the one he chose first."""
        usable = []
        if self.whatsapp is not None:
            usable.append(Channel.WHATSAPP)
        if self.email is not None:
            usable.append(Channel.MAIL)
        return tuple(sorted(usable, key=lambda channel: channel is not self.wants))


def not_on_whatsapp(phone: Phone) -> str:
    """Return the mark under which a number without WhatsApp stands in ``Course.bad``."""
    return f"whatsapp:{phone.key}"
