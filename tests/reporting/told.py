"""A lead as it counts, in plain values: told by its story, and by its line of the export."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.core.figures import Part
from tests.reporting.slow_leads import Reach
from tests.reporting.slow_story import Story
from tests.reporting.slow_undone import no_next_step_at, no_show_uncalled_at

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Told:
    """How far a lead came. Moments are aware; ``None`` for what never was."""

    id: str
    owner: str
    door: str
    source: str
    interest: str
    asked_at: datetime
    after_hours: bool
    due_at: datetime | None
    responded_at: datetime | None
    response_s: int | None
    tries_before: int
    reached_at: datetime | None
    follow_up_at: datetime | None
    agreed_at: datetime | None
    starts_at: datetime | None
    confirmed_at: datetime | None
    unconfirmed_at: datetime | None
    show_at: datetime | None
    no_show_at: datetime | None
    sold_at: datetime | None
    ended_at: datetime | None
    lost_reason: str | None
    handed_over_at: datetime | None
    last_at: datetime | None
    followable: bool
    no_show_uncalled_at: datetime | None
    no_next_step_at: datetime | None
    next_due_at: datetime | None = None

    def is_in_time(self) -> bool:
        return self.due_at is not None and bool(self.responded_at) and not self.was_called_late()

    def was_called_late(self) -> bool:
        called, due = self.responded_at, self.due_at
        return called is not None and due is not None and called > due

    def is_late(self, now: datetime) -> bool:
        is_overdue = self.responded_at is None and self.due_at is not None and self.due_at <= now
        return self.was_called_late() or is_overdue

    def is_given_up(self, now: datetime) -> bool:
        last = max(filter(None, (self.last_at, self.due_at or self.asked_at)))
        is_left = self.ended_at is not None or last < now - A_WEEK
        return self.reached_at is None and self.handed_over_at is None and is_left


def told_by(story: Story) -> Told:
    """Return what became of a lead in plain values."""
    end = story.end
    reach = Reach(story.lead.facts)
    return Told(
        id=story.lead.id,
        owner=story.lead.owner,
        door=story.door,
        source=story.source,
        interest=story.interest,
        asked_at=story.asked_at,
        after_hours=story.asked_while_closed,
        due_at=story.due_at,
        responded_at=story.first_clock[1],
        response_s=story.response,
        tries_before=story.tries,
        reached_at=story.spoken_at,
        follow_up_at=story.agreed_at("call-back", "follow-up"),
        agreed_at=story.agreed_at("appointment"),
        starts_at=story.starts_at,
        confirmed_at=story.visited_at("confirmed"),
        unconfirmed_at=story.unconfirmed_at,
        show_at=story.visited_at("show"),
        no_show_at=story.visited_at("no-show"),
        sold_at=story.sold_at,
        ended_at=None if end is None else end["at"],
        lost_reason=end["reason"] if end is not None and end["what"] == "lost" else None,
        handed_over_at=story.handed_over_at,
        last_at=story.last_at,
        followable=story.spoken_at is not None and reach.followable,
        no_show_uncalled_at=no_show_uncalled_at(story),
        no_next_step_at=no_next_step_at(story),
    )


def parts(lead: Told, now: datetime) -> set[Part]:
    """Return the parts to which a lead belongs."""
    in_time, late, given_up = lead.is_in_time(), lead.is_late(now), lead.is_given_up(now)
    spoken, agreed = lead.reached_at is not None, lead.agreed_at is not None
    confirmed, came = lead.confirmed_at is not None, lead.show_at is not None
    sold = lead.sold_at is not None
    only_follow_up = lead.follow_up_at is not None and not agreed and not sold
    belongs = {
        Part.REQUESTS: True,
        Part.CLOCKS: in_time or late,
        Part.IN_TIME: in_time,
        Part.LATE: late,
        Part.SPOKEN: spoken,
        Part.NOT_SPOKEN: not spoken,
        Part.AGREED: agreed,
        Part.VAGUE: agreed and not confirmed,
        Part.ONLY_FOLLOW_UP: only_follow_up,
        Part.APPOINTMENTS: confirmed,
        Part.NO_APPOINTMENT: spoken and not (confirmed or came or sold),
        Part.SHOWS: came,
        Part.NOT_SHOWN: confirmed and not came and not sold,
        Part.SALES: sold,
        Part.NOT_SOLD: came and not sold,
        Part.FOLLOWABLE: lead.followable,
        Part.GIVEN_UP: given_up,
        Part.GIVEN_UP_BEFORE_THIRD: given_up and lead.tries_before < 3,
        Part.GIVEN_UP_BEFORE_FIFTH: given_up and lead.tries_before < 5,
        Part.LOST: lead.lost_reason is not None,
        Part.OPEN: lead.ended_at is None,
    }
    return {part for part, does in belongs.items() if does}
