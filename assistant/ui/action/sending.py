"""A message on its way out: by the post, with its invite, or by WhatsApp."""

from assistant.core.request import Channel
from assistant.desk import LeadFile
from assistant.outreach.links import whatsapp_link
from assistant.outreach.mail import Mail
from assistant.outreach.texts import Moment, Text
from assistant.ui.action.invitation import invitation
from assistant.ui.action.writing import address
from assistant.ui.around import Around


def hand_over(
    around: Around, lead: LeadFile, channel: Channel, message: Text, moment: Moment
) -> bool:
    """Let a message go; say why if it cannot even be tried.

    Args:
        around: The surroundings.
        lead: Whose customer it goes to.
        channel: Mail or WhatsApp.
        message: As the salesperson left it.
        moment: What it is for.
    """
    to = address(lead, channel)
    if channel is Channel.WHATSAPP:
        around.open_link(whatsapp_link(to, message.body))
        return True

    def send() -> bool:
        invite = invitation(around, lead, moment, channel)
        mail = Mail(to=to, subject=message.subject, body=message.body, invite=invite)
        around.post.send(mail, lead.lead_id)
        return True

    return around.qt_desk.do(send) is True
