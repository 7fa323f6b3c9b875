"""What keeps a draft from being saved, in one sentence, and where it is mended."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.core.facts import WITH_MOMENT, AgreementKind
from assistant.ui.form.draft import Draft, FormKind, address, numbers
from assistant.words.catalogue import tr


class Where(StrEnum):
    """A part of the form."""

    NUMBER = "number"
    EMAIL = "email"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a draft cannot be saved yet."""

    sentence: str
    where: Where


def refusal(draft: Draft, region: str, now: datetime) -> Refusal | None:
    """Return what must be mended first, from the top of the form; nothing when it can be saved."""
    missed = draft.kind is FormKind.MISSED_CALL
    if draft.number and not numbers(draft.number, region):
        wrong = tr("{text} is no telephone number.").format(text=draft.number)
        return Refusal(wrong, Where.NUMBER)
    if missed and not draft.number:
        return Refusal(tr("A missed call needs a number to call back."), Where.NUMBER)
    if draft.email and not address(draft.email):
        wrong = tr("{text} is no e-mail address.").format(text=draft.email)
        return Refusal(wrong, Where.EMAIL)
    if not draft.says_who:
        return Refusal(
            tr("There is no customer yet: a number, a name or a question."), Where.NUMBER
        )
    if draft.kind is FormKind.MESSAGE and not (draft.number or draft.email):
        return Refusal(tr("A lead needs a number or an e-mail address to answer to."), Where.NUMBER)
    return None if missed else _outcome_refusal(draft, now)


def _outcome_refusal(draft: Draft, now: datetime) -> Refusal | None:
    chosen = draft.next_step
    if chosen is None:
        return None
    if chosen.kind is AgreementKind.LOST and chosen.reason is None:
        return Refusal(tr("Choose why the lead is lost."), Where.OUTCOME)
    if chosen.kind in WITH_MOMENT and chosen.moment is None:
        return Refusal(tr("Choose a day and a time."), Where.OUTCOME)
    if chosen.moment is not None and chosen.moment <= now:
        return Refusal(tr("The agreed moment has passed: choose another."), Where.OUTCOME)
    return None
