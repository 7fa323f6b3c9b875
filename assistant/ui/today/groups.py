"""Which group of Today a lead stands in. Rules only: no widgets."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from assistant.core.plan import Step
from assistant.core.summary import AgendaItem
from assistant.words.catalogue import tr


class Group(StrEnum):
    """A stretch of the agenda, in the order in which they stand."""

    NOW = "now"
    TODAY = "today"
    LATER = "later"
    TO_CONFIRM = "to_confirm"


def group_of(item: AgendaItem, now: datetime, zone: ZoneInfo) -> Group:
    """Return a lead's group; an unconfirmed appointment stands by itself."""
    prompt = item.prompt
    if prompt.step is Step.CONFIRM_APPOINTMENT:
        return Group.TO_CONFIRM
    if item.has_come(now):
        return Group.NOW
    same_day = prompt.due_at.astimezone(zone).date() == now.astimezone(zone).date()
    return Group.TODAY if same_day else Group.LATER


def grouped(
    items: Iterable[AgendaItem], now: datetime, zone: ZoneInfo
) -> dict[Group, list[AgendaItem]]:
    """Return the leads of each group, in their order; every group is there, if empty."""
    groups: dict[Group, list[AgendaItem]] = {group: [] for group in Group}
    for item in items:
        groups[group_of(item, now, zone)].append(item)
    return groups


def group_word(group: Group) -> str:
    """Return what a group is called."""
    match group:
        case Group.NOW:
            return tr("Now")
        case Group.TODAY:
            return tr("Today")
        case Group.LATER:
            return tr("Later")
        case Group.TO_CONFIRM:
            return tr("To confirm")
