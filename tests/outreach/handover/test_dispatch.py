"""Sending: by mail or to the folder, everything once, and nobody who may not be called."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from assistant.core.errors import CouldNotError
from assistant.core.facts import AgreementKind, HandOverReason, LeadId, LostReason
from assistant.core.handover import HandedOver
from assistant.core.request import Door, RequestKind
from assistant.desk import Desk, NextStep
from assistant.desk.handovers import HandOvers
from assistant.folders import DataFolder
from assistant.outreach.handover.dispatch import Dispatch, Dispatched, in_words
from assistant.outreach.handover.sheet import rows_of
from assistant.outreach.handover.tray import Tray
from assistant.outreach.mail import Mail
from assistant.outreach.outbox import Outbox
from assistant.settings import OutgoingSettings, Settings, starting_values
from assistant.store.store import Store
from tests.conftest import MOBILE, FakeClock, a_request
from tests.outreach.handover.adf import adf


class Box:
    """Takes mails; refuses from the ``full``th on."""

    def __init__(self, desk: Desk, full: int = 99) -> None:
        self.mails: list[tuple[Mail, LeadId]] = []
        self._desk = desk
        self._full = full

    def put(self, mail: Mail, lead_id: LeadId, away: HandedOver) -> None:
        if len(self.mails) >= self._full:
            raise CouldNotError("Nothing can be written to {path}.", path="outbox")
        self.mails.append((mail, lead_id))
        self._desk.handovers.sent(lead_id, away)


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


def settings(**bdc: Any) -> Settings:
    usual = starting_values()
    outgoing = OutgoingSettings(address="verkoop@example.com", host="mail.example.com")
    return replace(usual, bdc=replace(usual.bdc, **bdc), outgoing=outgoing)


def send(
    desk: Desk, clock: FakeClock, data: DataFolder, box: Box | None = None, **bdc: Any
) -> Dispatched:
    dispatch = Dispatch(desk, settings(**bdc), clock, data)
    for _ in dispatch.steps(None if box is None else box.put):
        pass
    return dispatch.done


def lose(desk: Desk, **changes: object) -> LeadId:
    lead_id = desk.log_contact(a_request(**changes)).lead_id
    assert lead_id is not None
    desk.agree(lead_id, NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))
    return lead_id


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_without_an_address_a_lead_is_written_as_adf_and_csv(
    desk: Desk, clock: FakeClock, data: DataFolder
) -> None:
    lead_id = lose(desk)

    sent = send(desk, clock, data)

    assert names(data.handover) == [
        f"followup-{lead_id}-20260302-100000.xml",
        f"handover-20260302-100000-{lead_id}.csv",
    ]
    document = next(data.handover.glob("*.xml")).read_bytes()
    assert adf(document).findtext("prospect/id") == lead_id
    assert in_words(sent) == [f"1 lead is written to {data.handover}."]


def test_what_was_sent_is_not_sent_again(desk: Desk, clock: FakeClock, data: DataFolder) -> None:
    lose(desk)
    send(desk, clock, data)
    clock.advance(days=1)

    assert in_words(send(desk, clock, data)) == []
    assert len(names(data.handover)) == 2
    (lead,) = desk.handed_over()
    assert lead.handed_over is not None
    assert lead.handed_over.sent_at == clock.now.replace(day=2)


def test_a_new_reason_is_sent_again(desk: Desk, clock: FakeClock, data: DataFolder) -> None:
    lead_id = desk.log_contact(a_request()).lead_id
    assert lead_id is not None
    desk.handovers.hand_on(lead_id)
    send(desk, clock, data)
    clock.advance(days=1)
    desk.agree(lead_id, NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))

    sent = send(desk, clock, data)

    (lead,) = sent.written
    assert lead.handed_over is not None
    assert lead.handed_over.reason is HandOverReason.SECOND_VOICE


def test_with_an_address_and_a_server_each_lead_is_a_mail_of_its_own(
    desk: Desk, clock: FakeClock, data: DataFolder
) -> None:
    first, second = lose(desk), lose(desk, phones=(), emails=("j@example.com",))
    box = Box(desk)

    sent = send(desk, clock, data, box, address="bdc@example.com")

    assert {lead_id for _, lead_id in box.mails} == {first, second}
    assert {mail.to for mail, _ in box.mails} == {"bdc@example.com"}
    assert in_words(sent) == ["2 leads go by mail."]
    assert not data.handover.exists()


def test_a_colleagues_lead_goes_to_his_own_address(
    desk: Desk, clock: FakeClock, data: DataFolder
) -> None:
    lead_id = desk.log_contact(a_request()).lead_id
    assert lead_id is not None
    desk.handovers.hand_on(lead_id, "Els", "Na vijven")
    box = Box(desk)

    send(desk, clock, data, box, colleagues={"Els": "els@example.com"})

    ((mail, _),) = box.mails
    assert mail.to == "els@example.com"
    assert "Note: Na vijven" in mail.body


def test_a_passive_lead_without_consent_is_never_sent(
    desk: Desk, clock: FakeClock, data: DataFolder
) -> None:
    listed = {"kind": RequestKind.PASSIVE, "door": Door.LIST}
    desk.log_contact(a_request(**listed))
    may = desk.log_contact(
        a_request(**listed, phones=(), emails=("may@example.com",), consent="ja")
    ).lead_id

    sent = send(desk, clock, data)

    assert [lead.lead_id for lead in sent.written] == [may]


def test_who_asked_not_to_be_called_and_has_no_address_is_not_sent(
    desk: Desk, clock: FakeClock, data: DataFolder
) -> None:
    lose(desk, may_call=False, phones=(MOBILE,), emails=())

    assert in_words(send(desk, clock, data)) == []


def test_a_box_that_is_full_leaves_the_rest_waiting(
    desk: Desk, clock: FakeClock, data: DataFolder
) -> None:
    lose(desk), lose(desk, phones=(), emails=("j@example.com",))

    with pytest.raises(CouldNotError):
        send(desk, clock, data, Box(desk, full=1), address="bdc@example.com")

    assert len(desk.handovers.waiting()) == 1


def test_nothing_is_written_where_it_would_come_back(
    desk: Desk, clock: FakeClock, data: DataFolder
) -> None:
    lose(desk)

    with pytest.raises(CouldNotError, match="is the watched folder"):
        send(desk, clock, data, folder=str(data.inbox))

    assert len(desk.handovers.waiting()) == 1


def test_a_folder_without_a_place_is_one_in_the_data_folder(
    desk: Desk, clock: FakeClock, data: DataFolder
) -> None:
    lose(desk)

    send(desk, clock, data, folder="kcc")

    assert len(names(data.root / "kcc")) == 2


def test_what_lies_in_the_outbox_has_the_document_whole(
    desk: Desk, store: Store, clock: FakeClock, data: DataFolder
) -> None:
    lead_id = lose(desk, name="Zoë <img src=x>")
    outgoing = OutgoingSettings(host="smtp.example.com", address="sales@example.com")
    dispatch = Dispatch(desk, settings(address="bdc@example.com"), clock, data)

    for _ in dispatch.steps(Outbox(desk, outgoing, clock).put):
        pass

    clock.advance(minutes=1)
    kept = desk.outgoing.begin_next()
    assert kept is not None
    assert (kept.lead_id, kept.recipient) == (lead_id, "bdc@example.com")
    mail = message_from_bytes(kept.content, policy=default)
    assert f"[followup {lead_id}]" in mail["Subject"]
    (attached,) = mail.iter_attachments()
    assert attached.get_content_type() == "application/xml"
    document = attached.get_payload(decode=True)
    assert isinstance(document, bytes)
    assert adf(document).findtext("prospect/customer/contact/name") == "Zoë <img src=x>"
    assert store.problems() == []


class Killed(BaseException):
    """The program was ended, in the midst of it."""


@pytest.mark.parametrize("nth", range(1, 7))
def test_whoever_is_ended_between_two_writings_hands_nobody_over_twice(
    desk: Desk, clock: FakeClock, data: DataFolder, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    """A sheet, and then a document and a fact for each of two leads: it ends after the nth."""
    leads = {lose(desk), lose(desk, phones=(), emails=("j@example.com",))}
    done: list[str] = []

    def dying(what: Callable[..., object]) -> Callable[..., object]:
        def do(*given: object) -> object:
            came = what(*given)
            done.append("")
            if len(done) == nth:
                raise Killed
            return came

        return do

    with monkeypatch.context() as patched, suppress(Killed):
        patched.setattr(Tray, "put", dying(Tray.put))
        patched.setattr(HandOvers, "sent", dying(HandOvers.sent))
        send(desk, clock, data)
    before = {path.name: path.read_bytes() for path in data.handover.iterdir()}
    clock.advance(minutes=1)
    leads.add(lose(desk, phones=(), emails=("new@example.com",)))
    send(desk, clock, data)

    documents = sorted(data.handover.glob("*.xml"))
    assert [path.name.split("-")[1] for path in documents] == sorted(leads)
    assert all((data.handover / name).read_bytes() == was for name, was in before.items())
    rows = [row[0] for path in data.handover.glob("*.csv") for row in rows_of(path.read_bytes())]
    assert sorted(rows) == sorted([*leads, *["Lead"] * len(list(data.handover.glob("*.csv")))])
    assert desk.handovers.waiting() == []


def test_a_mail_and_its_hand_over_are_written_down_both_or_neither(
    desk: Desk, clock: FakeClock, data: DataFolder, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose(desk)
    outgoing = OutgoingSettings(host="smtp.example.com", address="sales@example.com")
    dispatch = Dispatch(desk, settings(address="bdc@example.com"), clock, data)

    def dies(_mail: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(store.outbox, "add", dies)
        with pytest.raises(Killed):
            next(dispatch.steps(Outbox(desk, outgoing, clock).put))
    assert (len(desk.handovers.waiting()), desk.outgoing.waiting()) == (1, [])

    next(dispatch.steps(Outbox(desk, outgoing, clock).put))
    assert (desk.handovers.waiting(), len(desk.outgoing.waiting())) == ([], 1)


def test_somebody_elses_sheet_in_the_folder_hinders_nothing(
    desk: Desk, clock: FakeClock, data: DataFolder
) -> None:
    lose(desk)
    data.handover.mkdir()
    (data.handover / "handover-z.csv").write_bytes(b'"\x00' + b"x" * 200_000)

    assert len(send(desk, clock, data).written) == 1
