"""What happened to a lead elsewhere while it was being worked here.

Several windows can work one lead, and so can the command line. Whoever is quicker is seen by
the others, so that nothing is done twice.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton

from assistant.core.facts import Agreed, AppointmentChanged, Attempt, Fact, Learnt, Skipped
from assistant.desk import LeadFile
from assistant.outreach.texts import Moment
from assistant.ui.action.flow import Page, Place, message_of
from assistant.ui.around import Around
from assistant.ui.look.banner import Banner
from assistant.ui.look.roles import State
from assistant.words.catalogue import tr
from assistant.words.history import in_words
from assistant.words.times import moment_in_words

_OF_APPOINTMENT = frozenset({Moment.CONFIRMATION, Moment.MOVED, Moment.REMINDER})


class Meanwhile(Banner):
    """Says what happened elsewhere, and leads on where what stands below it is done."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self.go_on = QPushButton(tr("Go on"))
        self.add(self.go_on)
        self.hide()

    def tell(self, last: Fact, *, done: bool) -> None:
        """Say what happened last, and offer to go on if that was what is asked for here."""
        now, zone = self._around.now(), self._around.zone
        title, _ = in_words(
            last,
            lambda moment: moment_in_words(moment, now, zone),
            self._around.settings.dealer.country,
        )
        when = moment_in_words(last.at, now, zone)
        said = tr("Meanwhile: {what}, {time}").format(what=title, time=when)
        self.show_text(said, State.WARM)
        self.go_on.setVisible(done)
        self.show()


def news(before: LeadFile, now: LeadFile) -> list[Fact]:
    """Return what was written down since, but for what was learnt: that changes no page."""
    known = {fact.id for fact in before.facts}
    return [fact for fact in now.facts if fact.id not in known and not isinstance(fact, Learnt)]


def is_done(place: Place, lead: LeadFile, happened: Sequence[Fact]) -> bool:
    """Say whether what a page asks for was done meanwhile, or has lost its reason.

    Args:
        place: The page.
        lead: The lead as it stands now.
        happened: What was written down since the page was shown.
    """
    if not happened:
        return False
    match place.page:
        case Page.MESSAGE:
            return _is_message_done(place, lead, happened)
        case Page.NEXT_STEP:
            return lead.course.spoken_at is None
        case Page.SHOW | Page.TELL:
            return any(isinstance(fact, AppointmentChanged | Agreed) for fact in happened)
        case Page.PROMPT | Page.CALL | Page.LATER | Page.HAND_ON:
            return False


def _is_message_done(place: Place, lead: LeadFile, happened: Sequence[Fact]) -> bool:
    channel = place.channels[0]
    went_out = any(
        isinstance(fact, Attempt | Skipped) and fact.channel is channel for fact in happened
    )
    if place.moment is Moment.CANCELLED:
        return went_out or lead.course.cancelled is None
    needed = message_of(lead, channel, happened[-1].at).moment
    return went_out or (place.moment in _OF_APPOINTMENT and needed != place.moment)
