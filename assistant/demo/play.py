"""Two plays without a screen: from arrival to appointment, and from one try to five."""

from collections.abc import Callable
from datetime import datetime, timedelta

from assistant.core.facts import AgreementKind, AppointmentEvent, LeadId, Outcome
from assistant.core.plan import Prompt
from assistant.core.request import Channel
from assistant.demo.customers import OTHERS, SANNE
from assistant.demo.stage import SALESPERSON, Stage
from assistant.desk import NextStep
from assistant.words.catalogue import tr
from assistant.words.vocabulary import word

Tell = Callable[[str], None]


def to_an_appointment(stage: Stage, tell: Tell) -> None:
    """Play a lead from its arrival to a confirmed appointment."""
    lead_id = _arrive(stage, tell)
    stage.clock.advance(seconds=70)
    _call(stage, lead_id, Outcome.VOICEMAIL, tell)
    stage.clock.advance(seconds=30)
    stage.office.desk.record(lead_id, Channel.WHATSAPP, Outcome.SENT)
    _say(stage, tell, f"{word(Channel.WHATSAPP)}: {word(Outcome.SENT).lower()}")
    stage.office.desk.skip(lead_id, Channel.MAIL)
    _wait_for(stage, lead_id, tell)
    _call(stage, lead_id, Outcome.SPOKE, tell)
    moment = stage.clock() + timedelta(days=5)
    booked = stage.office.desk.agree(
        lead_id, NextStep(kind=AgreementKind.APPOINTMENT, moment=moment)
    )
    _say(stage, tell, tr("Appointment: {time}").format(time=_local(stage, moment)))
    _tell_next(stage, lead_id, tell)
    stage.clock.advance(minutes=2)
    stage.office.desk.change_appointment(booked.id, AppointmentEvent.CONFIRMED)
    _say(stage, tell, tr("The confirmation went out: it is an appointment now."))
    _tell_next(stage, lead_id, tell)


def to_the_fifth_try(stage: Stage, tell: Tell) -> None:
    """Play a lead nobody reaches, from one try to five."""
    customer = OTHERS[1]
    lead_id = stage.arrive(customer)
    _say(stage, tell, f"{tr('New lead')}: {customer.name}, {customer.car}")
    stage.clock.advance(seconds=60)
    while stage.office.desk.lead(lead_id).prompt is not None:
        _call(stage, lead_id, Outcome.NO_ANSWER, tell)
        if stage.office.desk.lead(lead_id).prompt is not None:
            _wait_for(stage, lead_id, tell)


def _arrive(stage: Stage, tell: Tell) -> LeadId:
    lead_id = stage.arrive(SANNE)
    _say(stage, tell, f"{tr('New lead')}: {SANNE.name}, {SANNE.car}, {SANNE.portal}")
    _say(stage, tell, f"“{SANNE.question}”")
    _tell_next(stage, lead_id, tell)
    return lead_id


def _call(stage: Stage, lead_id: LeadId, outcome: Outcome, tell: Tell) -> None:
    stage.call(lead_id, outcome)
    said = tr("{who} called: {outcome}").format(who=SALESPERSON, outcome=word(outcome).lower())
    _say(stage, tell, said)
    _tell_next(stage, lead_id, tell)


def _wait_for(stage: Stage, lead_id: LeadId, tell: Tell) -> None:
    prompt = stage.office.desk.lead(lead_id).prompt
    if prompt is None:
        return
    stage.clock.now = prompt.due_at
    _say(stage, tell, tr("Prompt: {step}").format(step=word(prompt.step)))


def _tell_next(stage: Stage, lead_id: LeadId, tell: Tell) -> None:
    lead = stage.office.desk.lead(lead_id)
    if lead.prompt is not None:
        tell(f"{'':21}→ {_next(stage, lead.prompt, len(lead.course.tries))}")
    elif lead.handed_over is not None:
        reason = word(lead.handed_over.reason)
        tell(f"{'':21}→ {tr('Handed over to the BDC: {reason}').format(reason=reason)}")


def _next(stage: Stage, prompt: Prompt, tries: int) -> str:
    said = f"{word(prompt.step)}, {_local(stage, prompt.due_at)}"
    return f"{said} ({tr('{count} of {all} tries').format(count=tries, all=5)})"


def _say(stage: Stage, tell: Tell, sentence: str) -> None:
    tell(f"{_local(stage, stage.clock())}  {sentence}")


def _local(stage: Stage, moment: datetime) -> str:
    return f"{stage.office.desk.rules.hours.local(moment):%Y-%m-%d %H:%M:%S}"
