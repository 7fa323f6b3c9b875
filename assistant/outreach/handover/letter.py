"""A hand-over as a mail: a part that one reads, and the ADF document for the BDC's program."""

from collections.abc import Iterator

from assistant.core.contact import national
from assistant.outreach.handover.case import Case
from assistant.outreach.handover.document import OUR_ID, adf_document
from assistant.outreach.mail import Attachment, Mail
from assistant.words.catalogue import tr
from assistant.words.vocabulary import word

_SHORT_NAME = 60


def letter(case: Case, to: str) -> Mail:
    """Return the mail that hands a lead over.

    Args:
        case: The lead.
        to: The address of the BDC or the colleague.
    """
    name = " ".join(case.request.name.split())[:_SHORT_NAME] or tr("Unknown customer")
    subject = tr("Lead: {name}, {reason}").format(name=name, reason=word(case.away.reason).lower())
    document = Attachment(
        f"{OUR_ID}-{case.lead.lead_id}.xml", "application/xml", adf_document(case)
    )
    return Mail(
        to=to,
        subject=f"{subject} {tag(case)}",
        body="\n".join(_lines(case)),
        attachments=(document,),
    )


def tag(case: Case) -> str:
    """Return what names our lead in a subject, so that an answer finds it."""
    return f"[{OUR_ID} {case.lead.lead_id}]"


def _lines(case: Case) -> Iterator[str]:
    asked, country = case.request, case.settings.dealer.country
    yield asked.name or tr("Unknown customer")
    for phone in case.phones:
        yield f"{tr('Number')}: {national(phone.number, country)}"
    for email in asked.emails:
        yield f"{tr('E-mail')}: {email}"
    if not case.lead.course.may_be_called:
        yield tr("May not be called: please write.")
    plate, own_plate = case.plates
    if car := " · ".join(filter(None, (asked.vehicle, asked.price, plate))):
        yield f"{tr('Car')}: {car}"
    if drives := " · ".join(filter(None, (asked.own_vehicle, own_plate))):
        yield f"{tr('Drives')}: {drives}"
    if asked.link:
        yield asked.link
    if asked.question:
        yield from ("", f"{tr('Question')}:", asked.question)
    yield from _about(case)


def _about(case: Case) -> Iterator[str]:
    since = f"{word(case.away.reason)}, {case.told(case.away.since)}"
    yield from ("", f"{tr('Why')}: {since}")
    if case.salesperson:
        yield f"{tr('Salesperson')}: {case.salesperson}"
    if case.note:
        yield f"{tr('Note')}: {case.note}"
    yield from ("", f"{tr('What happened')}:", *(f"- {line}" for line in case.history()), "")
    yield tr("Answer this mail when the customer wants to go on: then he is called at once.")
    yield tr("Leave {tag} in the subject.").format(tag=tag(case))
