"""A health check: one finding a subject, each with a sentence for a person."""

import os
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta

from assistant.core.clock import Clock
from assistant.core.errors import AssistantError, mark
from assistant.folders import DataFolder
from assistant.health import outward
from assistant.health.finding import Finding
from assistant.settings import MailboxSettings, load
from assistant.settings.file import sentences
from assistant.start import Office, open_office

_LEAST_FREE_BYTES = 200 * 1024 * 1024
_LONGEST_UNAPPLIED = timedelta(days=7)  # the desktop applies the term once a day
_SAFE_SQLITE = (3, 51, 3)  # before it, two connections that write and checkpoint at once can err


def check(folder: DataFolder, clock: Clock) -> list[Finding]:
    """Look at everything the program needs; never raises for what it finds."""
    try:
        office = open_office(folder, clock)
    except AssistantError as error:
        return [Finding("data", False, error.sentence, error.fields)]
    try:
        return list(_findings(office, clock))
    finally:
        office.close()


def _findings(office: Office, clock: Clock) -> Iterator[Finding]:
    yield _disk(office.folder)
    yield from _settings(office.folder)
    yield _portals(office)
    yield from _texts(office)
    yield _database(office)
    yield _inbox(office)
    yield _spool(office)
    yield from _mailboxes(office)
    yield from outward.outgoing(office)
    yield outward.telephone(office)
    yield outward.bdc(office.settings, office.folder)
    yield _clock(office, clock)
    yield _retention(office, clock)
    yield _notifications()


def _disk(folder: DataFolder) -> Finding:
    free = shutil.disk_usage(folder.root).free
    fields: dict[str, object] = {"path": folder.root, "free": free // 1_000_000}
    if free < _LEAST_FREE_BYTES:
        return Finding("disk", False, mark("Only {free} MB are free for {path}."), fields)
    return Finding("disk", True, mark("{path}: {free} MB free."), fields)


def _settings(folder: DataFolder) -> Iterator[Finding]:
    problems = load(folder.settings).problems
    for error in sentences(problems, folder.settings):
        yield Finding("settings", False, error.sentence, error.fields)
    if not problems:
        yield Finding(
            "settings", True, mark("Every line of {path} is in use."), {"path": folder.settings}
        )


def _portals(office: Office) -> Finding:
    problem = office.own_portals.problem
    if problem is not None:
        return Finding("portals", False, problem.sentence, problem.fields)
    if office.folder.portals.exists():
        fields: dict[str, object] = {"path": office.folder.portals}
        return Finding("portals", True, mark("{path} adds to the portals."), fields)
    return Finding("portals", True, mark("The portals of the program are used."))


def _texts(office: Office) -> Iterator[Finding]:
    problems = office.own_texts.problems
    for error in problems:
        yield Finding("texts", False, error.sentence, error.fields)
    if not problems:
        yield Finding("texts", True, mark("Every text can be used."))


def _database(office: Office) -> Finding:
    problems = office.store.problems()
    if problems:
        return Finding(
            "database", False, mark("The database is damaged: {problem}."), {"problem": problems[0]}
        )
    if office.store.sqlite_version < _SAFE_SQLITE:
        return Finding(
            "database",
            True,
            mark("Sound. SQLite {version} is old: let no other program write the file."),
            {"version": ".".join(map(str, office.store.sqlite_version))},
        )
    return Finding("database", True, mark("Sound."))


def _inbox(office: Office) -> Finding:
    fields: dict[str, object] = {"path": office.inbox}
    if not office.inbox.is_dir():
        return Finding("inbox", False, mark("The watched folder {path} is not there."), fields)
    if not os.access(office.inbox, os.R_OK | os.W_OK):
        return Finding("inbox", False, mark("The watched folder {path} is closed to us."), fields)
    return Finding("inbox", True, mark("{path} is watched while the app runs."), fields)


def _mailboxes(office: Office) -> Iterator[Finding]:
    if not office.settings.mailboxes:
        yield Finding("mailbox", True, mark("No mailbox is set up."))
        return
    from assistant.intake.mailbox import contact_of, reach  # noqa: PLC0415 - for who has one

    for mailbox in office.settings.mailboxes:
        try:
            reach(mailbox)
        except AssistantError as error:
            yield Finding("mailbox", False, error.sentence, error.fields)
        else:
            last = contact_of(office.folder.mailboxes, mailbox).message_at
            yield Finding("mailbox", True, *_reached(office, mailbox, last))


def _reached(
    office: Office, mailbox: MailboxSettings, last: datetime | None
) -> tuple[str, dict[str, object]]:
    fields: dict[str, object] = {"name": mailbox.name}
    if last is None:
        return mark("{name} is reached; no message came from it yet."), fields
    fields["moment"] = office.desk.rules.hours.local(last).strftime("%Y-%m-%d %H:%M")
    return mark("{name} is reached; the last message came {moment}."), fields


def _spool(office: Office) -> Finding:
    fields: dict[str, object] = {"path": office.folder.spool}
    if not os.access(office.folder.spool, os.R_OK | os.W_OK | os.X_OK):
        return Finding("spool", False, mark("Nothing can be written to {path}."), fields)
    if not office.spool.is_empty():
        return Finding("spool", True, mark("Messages wait in {path} for the app."), fields)
    return Finding("spool", True, mark("No message waits."))


def _clock(office: Office, clock: Clock) -> Finding:
    now, newest = clock(), office.store.newest_moment()
    if newest is not None and newest > now + timedelta(minutes=1):
        return Finding(
            "clock",
            False,
            mark("The clock was set back: the log goes on to {moment}."),
            {"moment": office.desk.rules.hours.local(newest).strftime("%Y-%m-%d %H:%M")},
        )
    zone = office.settings.dealer.zone
    return Finding(
        "clock",
        True,
        mark("It is {time} in {zone}."),
        {"time": now.astimezone(zone).strftime("%H:%M"), "zone": zone.key},
    )


def _retention(office: Office, clock: Clock) -> Finding:
    months, last = office.settings.privacy.retention_months, office.desk.privacy.last_run()
    if not months:
        return Finding("retention", True, mark("Customers are never forgotten by themselves."))
    fields: dict[str, object] = {"months": months, "forgotten": last.forgotten}
    if last.at is None:
        sentence = mark("Customers are forgotten after {months} months; not applied yet.")
        return Finding("retention", True, sentence, fields)
    fields["moment"] = office.desk.rules.hours.local(last.at).strftime("%Y-%m-%d %H:%M")
    sentence = mark(
        "Customers are forgotten after {months} months; "
        "last applied {moment}: {forgotten} leads forgotten."
    )
    return Finding("retention", clock() - last.at < _LONGEST_UNAPPLIED, sentence, fields)


def _notifications() -> Finding:
    if sys.platform in {"win32", "darwin"} or shutil.which("notify-send"):
        return Finding("notifications", True, mark("The desktop can show notices."))
    return Finding(
        "notifications",
        False,
        mark("The desktop's notices need the program notify-send (package libnotify-bin)."),
    )
