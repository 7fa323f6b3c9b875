"""A person's file tells what happened as the screens do."""

from assistant.core.facts import Outcome
from assistant.core.request import Channel
from assistant.desk import Desk
from assistant.privacy.happened import happened
from tests.conftest import AMSTERDAM, a_request


def test_what_was_learnt_and_answered_is_told_in_full(desk: Desk) -> None:
    lead = desk.log_contact(a_request()).lead_id
    assert lead is not None
    desk.learn(lead, phone_asked=True, question_answered=False)
    desk.record(lead, Channel.MAIL, Outcome.ANSWERED, note="Ja, graag.")

    said = "\n".join(text for _, text in happened(desk.lead(lead), AMSTERDAM, "NL"))

    for words in ("Number asked", "Question not answered", "Answered by mail", "Ja, graag."):
        assert words in said
