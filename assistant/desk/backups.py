"""Backups of the log, and one of them back in its place.

What happened since to persons and mails holds in the older log too: who was forgotten is
forgotten in it before it takes its place, and a mail that waited in it is not sent again.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path

from assistant.core.clock import Clock
from assistant.core.errors import CouldNotError, WrongCallError
from assistant.core.rules import Rules
from assistant.desk.desk import Desk
from assistant.desk.outgoing import Outgoing
from assistant.desk.privacy import Privacy
from assistant.names import in_text
from assistant.store.backups import Amount, HeldLog, copy_checked
from assistant.store.copies import Copy, look_at
from assistant.store.lasting import Lasting
from assistant.store.outbox import OutboxState
from assistant.store.store import Store

__all__ = ["Amount", "Restored", "back_up", "restore"]
_PLACE = "restoring"


@dataclass(slots=True, kw_only=True)
class Restored:
    """What was done.

    Attributes:
        amount: How much stands in the log now.
        newest: When the last thing was written down in it; ``None`` for an empty one.
        kept: Where the log is that stood there; ``None`` if there was none.
        leads: How many leads were forgotten in it, as they had been in that one.
        messages: How many messages likewise, those of the leads among them.
        mails: How many mails waited in it of which nobody knows whether they left since.
        is_told: Whether that log could say all this; not one that is damaged.
    """

    amount: Amount
    newest: datetime | None
    kept: Path | None = None
    leads: int = 0
    messages: int = 0
    mails: int = 0
    is_told: bool = True


def back_up(log: Path, file: Path, day: date) -> tuple[Path, Amount]:
    """Write a whole copy of a log, also while its desk writes; return where, and how much.

    Args:
        log: The log.
        file: Where to; in a folder the file is named after the day and the desk.
        day: Today.

    Raises:
        WrongCallError: If something else than an older backup of this desk stands there.
        CouldNotError: If the log is damaged, or the copy cannot be written.
    """
    if not log.exists():
        raise CouldNotError("There is no log in {path} yet.", path=in_text(log.parent))
    own = _readable(log)
    if file.is_dir():
        file /= f"followup-{day}-{own.desk[:4]}.db"
    _check_place(file, log, own.desk)
    return file, copy_checked(log, file)


def _readable(path: Path) -> Copy:
    found = look_at(path)
    if found.problem is not None:
        raise found.problem
    return found


def _check_place(file: Path, log: Path, desk: str) -> None:
    if not (folder := file.resolve().parent).is_dir():
        raise CouldNotError("There is no folder {folder}.", folder=in_text(folder))
    _check_other(file, log)
    if file.exists() and look_at(file).desk != desk:
        raise WrongCallError(
            "{path} is there already and is no backup of this desk; name another file.",
            path=in_text(file),
        )


def _check_other(file: Path, log: Path) -> None:
    """Check that a file is not the log, nor what SQLite keeps beside it."""
    own = {log.resolve().with_name(log.name + end) for end in ("", "-wal", "-shm", "-journal")}
    if file.resolve() in own or (file.exists() and log.exists() and file.samefile(log)):
        raise WrongCallError("{path} is the log itself; name another file.", path=in_text(file))


def restore(log: Path, file: Path, clock: Clock, rules: Rules, salesperson: str) -> Restored:
    """Put a backup in the place of a log, which is kept aside; all of it, or nothing.

    Args:
        log: The log; it need not be there, or can be damaged.
        file: A log or backup, which stays as it is.
        clock: The present moment.
        rules: The dealer's.
        salesperson: Who does this.

    Raises:
        WrongCallError: If the file is the log itself.
        CouldNotError: If the file is no whole log of this version or an older one, the log
            is open elsewhere, or there is no room.
    """
    _check_other(file, log)
    found = _readable(file)
    was_there = log.exists() and log.stat().st_size > 0
    kept = _unused(log, rules.hours.local(clock())) if was_there else None
    with closing(HeldLog(log)) as held, _work_place(log.parent / _PLACE) as place:
        made, lasting = place / log.name, held.lasting()
        done = Restored(amount=copy_checked(file, made), newest=found.newest, kept=kept)
        done.is_told = lasting is not None
        with closing(Store(made, clock())) as store:
            desk = Desk(store, clock, rules, salesperson=salesperson)
            if lasting is not None:
                done.leads, done.messages = _forget_again(store, desk.privacy, lasting)
            done.mails = _hold_back(desk.outgoing, {} if lasting is None else lasting.mails)
        if kept is not None:
            held.keep(kept)
        held.give_way_to(made)
    return done


def _forget_again(store: Store, privacy: Privacy, lasting: Lasting) -> tuple[int, int]:
    """Forget who was forgotten since; return how many leads that was, and messages."""
    kept = set(privacy.kept_messages())
    leads = [lead for lead in store.log.lead_ids() if lead in lasting.erased]
    leads = [lead for lead in leads if not store.log.is_forgotten(lead)]
    with store.transaction():
        store.erasures.take_over(lasting)
    for lead in leads:
        home = store.log.home(lead).lead_id
        if store.log.is_forgotten(home):
            continue  # with another lead of the same customer
        if lasting.erased[lead] == "asked":
            privacy.forget(privacy.customer_of(home))
        else:
            privacy.erase_past(home)
    privacy.empty_messages(lasting.emptied.keys() & set(privacy.kept_messages()))
    privacy.clean()
    return len(leads), len(kept) - len(privacy.kept_messages())


def _hold_back(outgoing: Outgoing, since: Mapping[str, OutboxState]) -> int:
    """Let no mail go that may have left since; return how many a person is asked about."""
    asked = 0
    for mail in outgoing.waiting():
        match since.get(mail.id):
            case OutboxState.WAITING:
                pass
            case OutboxState.SENT:
                outgoing.gone(mail.id)
            case _:
                outgoing.unsure(mail.id)
                asked += 1
    return asked


def _unused(log: Path, now: datetime) -> Path:
    """Return a name beside the log that says when it was kept, and that nothing has."""
    stem = f"{log.stem}-before-restore-{now:%Y-%m-%d-%H%M%S}"
    names = (log.with_name(f"{stem}{f'-{n}' if n > 1 else ''}.db") for n in count(1))
    return next(name for name in names if not name.exists())


@contextmanager
def _work_place(folder: Path) -> Iterator[Path]:
    """Make a folder for what is not finished; whatever one who was killed left there goes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
