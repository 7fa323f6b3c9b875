"""What the doctor finds of the ways out: mail, the telephone, the BDC."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from assistant.core.errors import AssistantError, mark
from assistant.folders import DataFolder
from assistant.health.finding import Finding
from assistant.outreach.dial import check, host_of
from assistant.settings import Settings
from assistant.settings.values import DialWay
from assistant.sign_in import Credentials
from assistant.start import Office


def outgoing(office: Office) -> Iterator[Finding]:
    """Look at the way out of mail, and at what waits for it or for a person."""
    server, counts = office.settings.outgoing, office.desk.outgoing.counts()
    waiting: dict[str, object] = {"count": counts.waiting, "host": server.host}
    if not server.is_set:
        sentence = mark("Mail opens in your own mail program.")
        if counts.waiting:
            sentence = mark("Mails wait ({count}), but there is no server to send them.")
        yield Finding("outgoing", not counts.waiting, sentence, waiting)
    else:
        yield _way_out(office, waiting)
    if counts.asking:
        yield Finding(
            "outgoing",
            False,
            mark("Mails need a person's answer ({count}): see the pages of their leads."),
            {"count": counts.asking},
        )


def _way_out(office: Office, waiting: dict[str, object]) -> Finding:
    from assistant.outreach.delivery import reach  # noqa: PLC0415 - for who has a server

    server = office.settings.outgoing
    try:
        reach(server, Credentials().of(server))
    except AssistantError as error:
        return Finding("outgoing", False, error.sentence, error.fields)
    last = office.desk.outgoing.counts().last_sent_at
    if last is None:
        return Finding(
            "outgoing", True, mark("{host} takes mail; {count} wait, none was sent yet."), waiting
        )
    sent = office.desk.rules.hours.local(last).strftime("%Y-%m-%d %H:%M")
    sentence = mark("{host} takes mail; {count} wait, the last one was sent {moment}.")
    return Finding("outgoing", True, sentence, waiting | {"moment": sent})


def telephone(office: Office) -> Finding:
    """Look whether Call could dial as it is set; nobody is dialled."""
    settings = office.settings.telephone
    try:
        check(settings, office.settings.dealer.country)
    except AssistantError as error:
        return Finding("telephone", False, error.sentence, error.fields)
    match settings.way:
        case DialWay.LINK:
            return Finding("telephone", True, mark("Call opens the computer's telephone program."))
        case DialWay.URL:
            fields: dict[str, object] = {"host": host_of(settings.url)}
            return Finding("telephone", True, mark("Call asks {host} to dial."), fields)
        case DialWay.COMMAND:
            fields = {"program": settings.command[0]}
            if shutil.which(settings.command[0]) is None:
                return Finding("telephone", False, mark("There is no program {program}."), fields)
            return Finding("telephone", True, mark("Call runs {program}."), fields)


def bdc(settings: Settings, folder: DataFolder) -> Finding:
    """Look whether hand-overs can leave: by mail where that is set, else into their folder."""
    address, tray = settings.bdc.address, folder.placed(settings.bdc.folder, folder.handover)
    fields: dict[str, object] = {"address": address, "path": tray}
    if address and settings.outgoing.is_set:
        return Finding("bdc", True, mark("Leads for the BDC are mailed to {address}."), fields)
    if address:
        sentence = mark(
            "Leads for {address} leave only when you send each yourself: no mail server is set."
        )
        return Finding("bdc", False, sentence, fields)
    if tray.resolve() == Path(settings.intake.folder or folder.inbox).resolve():
        sentence = mark(
            "{path} is the watched folder: what lies there for the BDC would come back."
        )
        return Finding("bdc", False, sentence, fields)
    if not _can_be_written(tray):
        return Finding("bdc", False, mark("Nothing can be written to {path}."), fields)
    return Finding("bdc", True, mark("Leads for the BDC are written to {path}."), fields)


def _can_be_written(folder: Path) -> bool:
    """Say whether a folder takes files, or can be made where it is to stand."""
    there = next(place for place in (folder, *folder.parents) if os.path.lexists(place))
    return there.is_dir() and os.access(there, os.R_OK | os.W_OK | os.X_OK)
