"""What a labelled mail is about: its kind and the car that its subject names.

The subject is asked first, then the form's own subject and the heading above the form; a
heading that says more than "a question" wins over a subject that does not.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.core.request import RequestKind
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.forms.form import Form
from assistant.intake.reading.forms.portals import Label, Rule, first_phrase, first_rule
from assistant.intake.reading.words.car import car, first_filled

_MOST_HEADINGS = 6
_LONGEST_HEADING = 80
PHONE_KINDS = frozenset({RequestKind.MISSED_CALL, RequestKind.ANSWERED_CALL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a mail is about.

    Attributes:
        kind: What the customer asks, if there is one.
        reason: Why it would be no lead, empty when nothing says so.
        vehicle: The car that the subject or a heading names.
        stated: Whether a known phrase says what the mail is.
    """

    kind: RequestKind
    reason: str = ""
    vehicle: str = ""
    stated: bool = False


def meaning_of(form: Form, envelope: Envelope) -> Meaning:
    """Return what a mail is about, from its subject and the words around its labels."""
    own = envelope.portal.rules if envelope.portal else ()
    general = envelope.portal.kind if envelope.portal else RequestKind.QUESTION
    topics = [envelope.subject, *form.values(Label.TOPIC)]
    headings = [line for line in form.headings[:_MOST_HEADINGS] if len(line) <= _LONGEST_HEADING]
    said = [_said(line, own, envelope) for line in topics]
    reason = next((rule.reason for rule, _ in said if rule and rule.reason), "")
    rules = [rule for rule, _ in said] + [_said(line, own, envelope)[0] for line in headings]
    kinds = [rule.kind for rule in rules if rule and rule.kind]
    special = [kind for kind in kinds if kind is not RequestKind.QUESTION]
    return Meaning(
        kind=next(iter([*special, *_own_car(form, kinds, general), *kinds]), general),
        reason=reason,
        vehicle=first_filled([*(vehicle for _, vehicle in said), _topic_as_car(form)]),
        stated=bool(kinds),
    )


def _said(line: str, own: Iterable[Rule], envelope: Envelope) -> tuple[Rule | None, str]:
    """Return the rule that a line meets and the car that it names."""
    for rules in (own, envelope.portals.rules):
        if found := first_rule(rules, line):
            rule, held = found
            return rule, _car(held.get("vehicle", ""), envelope) or _named_car(line, envelope)
    return None, _named_car(line, envelope)


def _named_car(line: str, envelope: Envelope) -> str:
    named = first_phrase(envelope.portals.vehicles, line).get("vehicle", "")
    if not named and envelope.portal is not None:
        _, found, named = line.partition(" voor ")
        named = named if found else ""
    return _car(named, envelope)


def _car(text: str, envelope: Envelope) -> str:
    return car(text, envelope.source, *(portal.source for portal in envelope.portals.known))


def _topic_as_car(form: Form) -> str:
    """Return the form's subject when it names a car and nothing else."""
    topic = form.first(Label.TOPIC)
    return car(topic) if any(digit.isdigit() for digit in topic) and len(topic) <= 60 else ""


def _own_car(form: Form, kinds: list[RequestKind], general: RequestKind) -> Iterable[RequestKind]:
    """Yield trade-in for a form that speaks of the customer's own car only."""
    speaks = form.has(Label.OWN_VEHICLE, Label.OWN_PLATE, Label.OWN_CONDITION)
    wants = form.has(Label.VEHICLE, Label.MESSAGE)
    if speaks and not wants and not kinds and general is RequestKind.QUESTION:
        yield RequestKind.TRADE_IN
