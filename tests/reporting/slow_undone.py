"""What was left undone with one lead, slowly: a no-show not called, a talk with no next step."""

from datetime import datetime, timedelta

from tests.reporting.slow_leads import (
    ENDS,
    Reach,
    Row,
    is_talk,
    next_opening,
    reached,
    talked_at,
    wish,
)
from tests.reporting.slow_story import Story

A_MINUTE, A_QUARTER = timedelta(minutes=1), timedelta(minutes=15)


def is_elsewhere(story: Story) -> bool:
    """Whether there is nothing to do here: it ended, or another has it."""
    away = False
    for fact in story.lead.facts:
        if fact["kind"] in {"handed_on", "hand_over_sent"}:
            away = True
        elif fact["kind"] in {"came_back", "agreed", "requested"} or reached(fact):
            away = False
    return away or story.end is not None or story.lead.is_forgotten or waits_for_bdc(story)


def waits_for_bdc(story: Story) -> bool:
    """Whether nobody called since he asked while we were closed, and the BDC is to."""
    asked: list[datetime | None] = []
    wishes, away = False, False
    for place, fact in enumerate(story.lead.facts, start=1):
        kind, what = fact["kind"], fact["what"]
        asks = kind == "requested" and fact["request_kind"] != "passive"
        ended = kind == "agreed" or fact["channel"] == "call" or (asks and is_talk(fact))
        wishes = (wishes and not (asks and away)) or (asks and wish(fact) is not None)
        wishes = wishes and not ended and kind != "came_back"
        no_call = wishes or Reach(story.lead.facts[:place]).callable_number is None
        if ended or (what == "sent" and no_call) or (what == "answered" and away):
            asked = []
        elif kind == "came_back":
            asked = [None]
        elif asks:
            asked = [*([] if away else asked), fact["clock_from"]]
        went = kind in {"handed_on", "hand_over_sent"}
        away = went or (away and not (ended or asks or kind == "came_back" or reached(fact)))
    by_night = all(at and next_opening(at, story.rules) != at for at in (asked[:1] + asked[-1:]))
    return story.rules.after_hours_to_bdc and bool(asked) and by_night


def no_show_uncalled_at(story: Story) -> datetime | None:
    """Since when he should be called because he did not come."""
    since: datetime | None = None
    for place, fact in enumerate(story.lead.facts, start=1):
        no_call = Reach(story.lead.facts[:place]).callable_number is None
        tried = fact["channel"] == "call" or (fact["what"] == "sent" and no_call)
        if fact in story.all_visits and fact["what"] == "no-show":
            since = fact["at"]
        elif tried or reached(fact) or fact["kind"] in {"agreed", "came_back"}:
            since = None
    return None if is_elsewhere(story) else since


def no_next_step_at(story: Story) -> datetime | None:
    """Since when he was spoken to with nothing to follow."""
    since: datetime | None = None
    for fact in story.later if not is_talk(story.first) else (story.first, *story.later):
        talk = fact["kind"] in {"attempt", "requested"} and reached(fact)
        ended_visit = fact in story.all_visits and fact["what"] in {"show", "cancelled"}
        goes_on = fact in story.all_visits and fact["what"] in {"moved", "no-show"}
        asks = fact["kind"] == "requested" and fact["request_kind"] != "passive"
        if talk or ended_visit:
            since = talked_at(fact)
        elif (
            fact["kind"] in {"agreed", "came_back"} or goes_on or (asks and not _rang(fact, since))
        ):
            since = None
    return None if is_elsewhere(story) or has_next_step(story) else since


def _rang(request: Row, talked: datetime | None) -> bool:
    """Whether it is the call that a colleague took, as it rang in vain elsewhere."""
    is_missed = request["request_kind"] == "missed_call"
    return is_missed and talked is not None and abs(request["clock_from"] - talked) <= A_MINUTE


def has_next_step(story: Story) -> bool:
    """Whether a moment stands at which he is called, or comes."""
    call: datetime | None = None
    visit = False
    for fact in story.lead.facts:
        if fact["kind"] == "agreed":
            call = fact["moment"] if fact["what"] in {"call-back", "follow-up"} else None
            visit = fact["what"] == "appointment" or (visit and fact["what"] not in ENDS)
        elif fact["kind"] == "came_back" or reached(fact):
            call = None
        elif fact["kind"] == "attempt" and fact["channel"] == "call":
            call = None if call and fact["at"] >= call - A_QUARTER else call
        elif fact in story.all_visits:
            over = fact["what"] in {"show", "no-show", "cancelled"}
            visit = (visit or fact["what"] == "moved") and not over
    return visit or call is not None
