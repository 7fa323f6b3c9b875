"""What the opening hours mean for a lead that arrives now, shown while they are edited."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QFrame, QVBoxLayout

from assistant.core.facts import Outcome
from assistant.core.rules import TRIES, Rules, Try, next_try
from assistant.ui.around import Around
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Surface, Text, set_surface
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr
from assistant.words.times import moment_in_words


def example_tries(rules: Rules, now: datetime) -> list[datetime]:
    """Return when a lead that arrives ``now`` is called, each time in vain."""
    moments = [rules.first_due(now)]
    while len(moments) < TRIES:
        moments.append(next_try([Try(at, Outcome.NO_ANSWER) for at in moments], rules))
    return moments


class ExampleLead(QFrame):
    """Shows the five tries of an example lead."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        set_surface(self, Surface.INSET)
        self.lead = PlainLabel(role=Text.SMALL)
        self.first = PlainLabel(role=Text.HEADING)
        self.again = PlainLabel(role=Text.SMALL)
        self.others = PlainLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.two, SPACE.two, SPACE.two, SPACE.two)
        column.setSpacing(SPACE.half)
        column.addWidget(PlainLabel(tr("Example"), Text.CAPTION))
        for label in (self.lead, self.first):
            column.addWidget(label)
        column.addSpacing(SPACE.one)
        for label in (self.again, self.others):
            column.addWidget(label)
        column.addStretch(1)

    def show_rules(self, rules: Rules | None) -> None:
        """Show what rules make of a lead that arrives now; ``None`` when there are none yet."""
        now = self._around.now()
        if rules is None:
            self._say(tr("Once the hours can be read, they show here what they do."))
        elif rules.after_hours_to_bdc and not rules.hours.is_open(now):
            self._say(tr("A lead that arrives now goes to the BDC: we are closed."))
        else:
            try:
                first, *others = example_tries(rules, now)
            except ValueError:  # every day to come is a closing day
                self._say(tr("With these hours nobody is ever called."))
                return
            self._say(
                tr("A lead that arrives now is called by"),
                self._words(first),
                [self._words(moment) for moment in others],
            )

    def _say(self, sentence: str, first: str = "", others: Sequence[str] = ()) -> None:
        self.lead.setText(sentence)
        self.first.setText(first)
        self.again.setText(tr("If nobody answers, again at"))
        self.others.setText("\n".join(others))
        self.first.setVisible(bool(first))
        for label in (self.again, self.others):
            label.setVisible(bool(others))
        self.setAccessibleName(" ".join([sentence, first, *others]).strip())

    def _words(self, moment: datetime) -> str:
        return moment_in_words(moment, self._around.now(), self._around.zone)
