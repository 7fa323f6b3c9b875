"""Ten thousand mails in a minute: every one is a lead once, at the time the server had it."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from assistant.core.clock import utc_now
from assistant.desk import Result
from assistant.settings import MailboxSettings
from tests.services.conftest import Desk, a_mail
from tests.services.dovecot import Dovecot

MAILS = 10_000
SENDERS = 4
READ_WITHIN_S = 240.0


def test_ten_thousand_mails_at_once_are_ten_thousand_leads(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    watch = desk.watch_until_idle(mailbox)
    taken: Counter[Result] = Counter()

    def all_are_taken() -> bool:
        received = desk.office.reception.empty_spool()
        taken.update(each.result for each in received.taken)
        return taken.total() >= MAILS

    before = utc_now() - timedelta(seconds=1)  # the server's own times have whole seconds
    with ThreadPoolExecutor(SENDERS) as senders:
        shares = [range(sender, MAILS, SENDERS) for sender in range(SENDERS)]
        sent = [
            senders.submit(server.deliver, *(a_mail(number) for number in share))
            for share in shares
        ]
        desk.patience.until(all_are_taken, "all mails", READ_WITHIN_S)
    for each in sent:
        each.result()
    after = utc_now()

    assert taken == {Result.NEW: MAILS}
    leads = [item.summary for item in desk.office.desk.agenda()]
    assert {lead.name for lead in leads} == {f"Klant {number}" for number in range(MAILS)}
    assert len(leads) == MAILS
    assert before <= min(lead.asked_at for lead in leads)
    assert max(lead.asked_at for lead in leads) <= after
    assert watch.problem is None
