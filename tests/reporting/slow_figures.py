"""Every figure of the inspection counted slowly, to hold the fast ones against.

No SQL, no course, no milestones: the lines of an export, gone through anew for every figure, as
who has them in a spreadsheet does.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from assistant.core.figures import Broken, By, Choice, Part
from assistant.core.period import Period
from assistant.core.rules import Rules
from tests.reporting.exported import Exported, Happening
from tests.reporting.told import Told, parts

A_DAY, HALF_AN_HOUR = timedelta(days=1), timedelta(minutes=30)


class SlowInspection:
    """Answers as ``desk.inspection`` does, from the lines of an export."""

    def __init__(self, exported: Exported, now: datetime, rules: Rules) -> None:
        self._now = now
        self.rules = rules
        self.exported = exported
        self.groups: dict[By, Callable[[Told], str]] = {
            By.OWNER: lambda lead: lead.owner,
            By.SOURCE: lambda lead: lead.source,
            By.DOOR: lambda lead: lead.door,
            By.INTEREST: lambda lead: lead.interest,
            By.RESPONSE: self._response,
        }

    def asked_in(self, period: Period, choice: Choice) -> list[Told]:
        """Return the leads that asked in a period, of those that are chosen."""
        return [lead for lead in self.chosen(choice) if self.is_in(period, lead.asked_at)]

    def chosen(self, choice: Choice) -> list[Told]:
        """Return the leads that are chosen, whenever they asked."""
        return [
            lead
            for lead in self.exported.leads
            if choice.owner in {None, lead.owner}
            and choice.source in {None, lead.source}
            and choice.interest in {None, lead.interest}
            and lead.door in choice.doors
        ]

    def behind(self, period: Period, choice: Choice) -> dict[Part, set[str]]:
        """Return which leads each part has."""
        found: dict[Part, set[str]] = {part: set() for part in Part}
        for lead in self.asked_in(period, choice):
            for part in parts(lead, self._now):
                found[part].add(lead.id)
        return found

    def counts(self, period: Period, choice: Choice) -> dict[Part, int]:
        """Return how many leads each part has."""
        return {part: len(leads) for part, leads in self.behind(period, choice).items()}

    @staticmethod
    def newest(leads: Iterable[Told]) -> list[str]:
        """Return leads as lists show them: who asked last comes first."""
        return [
            lead.id
            for lead in sorted(leads, key=lambda lead: (-lead.asked_at.timestamp(), lead.id))
        ]

    def trend(self, last: date, choice: Choice) -> list[tuple[Period, dict[Part, int]]]:
        """Return the counts of the twelve weeks up to a day that is not to come."""
        monday = min(last, self.day(self._now))
        while monday.weekday() != 0:
            monday -= A_DAY
        mondays = [monday - week * 7 * A_DAY for week in range(11, -1, -1)]
        weeks = [Period(first=monday, last=monday + 6 * A_DAY) for monday in mondays]
        return [(week, self.counts(week, choice)) for week in weeks]

    def choices(self, by: Callable[[Told], str]) -> list[str]:
        """Return what there is to choose from."""
        return sorted({by(lead) for lead in self.exported.leads})

    def split(
        self, period: Period, choice: Choice, by: Callable[[Told], str]
    ) -> dict[str, dict[Part, int]]:
        """Return how many leads each part has, by what each lead is."""
        found: dict[str, dict[Part, int]] = {}
        for lead in self.asked_in(period, choice):
            counts = found.setdefault(by(lead), dict.fromkeys(Part, 0))
            for part in parts(lead, self._now):
                counts[part] += 1
        return found

    def _response(self, lead: Told) -> str:
        """Return how a lead's first call was made."""
        belongs = parts(lead, self._now)
        return next((p for p in (Part.IN_TIME, Part.LATE) if p in belongs), "no_clock")

    def responses(self, period: Period, choice: Choice, *, closed: bool) -> list[int]:
        """Return the response times of who asked while we were open, or closed, in order."""
        found = [s for s in self.asked_in(period, choice) if s.after_hours is closed]
        return sorted(lead.response_s for lead in found if lead.response_s is not None)

    def tries(self, period: Period, choice: Choice) -> tuple[tuple[int, int], ...]:
        """Return how many leads were spoken to after so many tries in vain."""
        spoken = (s for s in self.asked_in(period, choice) if s.reached_at is not None)
        return counted(lead.tries_before for lead in spoken)

    def calls(self, period: Period, kind: str) -> list[tuple[str, datetime]]:
        """Return whose calls of a kind came in, and when by the dealer's clock."""
        return [
            (call.lead, self._local(call.at))
            for call in self.exported.calls
            if call.kind == kind and self.is_in(period, call.at) and not self._was_taken(call)
        ]

    def _was_taken(self, call: Happening) -> bool:
        """Say whether a colleague took a call that rang in vain elsewhere."""
        return call.kind == "missed_call" and any(
            other.kind == "answered_call"
            and other.number == call.number is not None
            and abs(other.at - call.at) <= timedelta(minutes=1)
            for other in self.exported.calls
        )

    def missed(self, period: Period) -> dict[tuple[int, int], int]:
        """Return the missed calls by weekday and hour."""
        calls = self.calls(period, "missed_call")
        return dict(Counter((at.weekday(), at.hour) for _, at in calls))

    def lost_reasons(self, period: Period, choice: Choice) -> dict[str, int]:
        """Return why leads were lost."""
        reasons = (lead.lost_reason for lead in self.asked_in(period, choice))
        return dict(Counter(reason for reason in reasons if reason is not None))

    def broken(self, period: Period, choice: Choice) -> set[tuple[Broken, str, datetime]]:
        """Return which leads broke which rule, and since when."""
        late = [each for each in self.asked_in(period, choice) if each.is_late(self._now)]
        found = {(Broken.NOT_IN_TIME, lead.id, lead.due_at) for lead in late}
        for lead in self.chosen(choice):
            found |= {
                (rule, lead.id, since)
                for rule, since in self._broken_by(lead).items()
                if since is not None and self.is_in(period, since)
            }
        return {(rule, lead, since) for rule, lead, since in found if since is not None}

    def _broken_by(self, lead: Told) -> dict[Broken, datetime | None]:
        few = lead.reached_at is None and lead.tries_before < 5
        prompt = Broken.FEWER_THAN_FIVE if few else Broken.PROMPT_IGNORED
        return {
            prompt: self._over(lead.next_due_at, A_DAY),
            Broken.NO_NEXT_STEP: self._over(lead.no_next_step_at, A_DAY),
            Broken.NO_SHOW_NOT_CALLED: self._over(lead.no_show_uncalled_at, HALF_AN_HOUR),
            Broken.UNCONFIRMED: self._past(lead.unconfirmed_at),
        }

    def _over(self, moment: datetime | None, span: timedelta) -> datetime | None:
        """Return a moment that is longer ago than ``span``."""
        return moment if moment is not None and moment < self._now - span else None

    def _past(self, moment: datetime | None) -> datetime | None:
        return moment if moment is not None and moment <= self._now else None

    def is_in(self, period: Period, moment: datetime) -> bool:
        """Say whether a moment is in a period by the dealer's calendar."""
        return period.first <= self.day(moment) <= period.last

    def day(self, moment: datetime) -> date:
        """Return the day of the dealer's calendar."""
        return self._local(moment).date()

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.rules.hours.zone)


def counted(values: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return each value with how often it occurs, in order."""
    return tuple(sorted(Counter(values).items()))
