"""Not one byte of a forgotten customer is left in the data folder."""

import json
import sqlite3
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.core.contact import Phone
from assistant.core.errors import CouldNotError, WrongCallError
from assistant.core.facts import Outcome
from assistant.core.request import Channel, Unreadable
from assistant.core.spellings import Spellings
from assistant.desk import Arrival
from assistant.folders import DataFolder
from assistant.intake.files import file_message
from assistant.intake.spool import Kind, Message
from assistant.privacy.files import Wanted, older, traces
from assistant.privacy.forgetting import Forgotten, forget, identities_in
from assistant.start import Office, office, open_office
from tests.cli.conftest import MAIL as MAIL_FILE
from tests.conftest import FakeClock, a_request

ADDRESS = "sanne.hoekstra@example.com"
HIM = frozenset({ADDRESS})
TRACES = [
    b"hoekstra",
    b"sanne",
    b"623456789",
    b"6 23 45 67 89",
    b"6-23456789",
    b64encode(b"bel mij op 06-23456789 ")[:24],
    b"GOLF-01",
    b"Golf",
]


def forget_him(
    office: Office,
    identities: frozenset[str] = HIM,
    crossing: Callable[[], None] = lambda: None,
) -> Forgotten:
    return forget(office, office.desk.privacy.customer(identities), crossing)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


def mail(name: str = "Sanne Hoekstra", email: str = ADDRESS, phone: str = "06 23 45 67 89") -> str:
    return MAIL_FILE.format(name=name, email=email, phone=phone)


def encoded_mail() -> bytes:
    """Return a mail that nobody can read, with his number in base64."""
    body = b64encode(b"bel mij op 06-23456789 of niet, want ik weet het niet. Groet").decode()
    return (
        "From: x@example.org\nSubject: hallo\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n"
        f"\n{body}\n"
    ).encode()


@pytest.fixture
def filled(folder: DataFolder, clock: FakeClock) -> Iterator[Office]:
    """Return an office that knows him by many ways, and somebody else."""
    with office(folder, clock) as opened:
        taken = opened.inbox / "done"
        taken.mkdir()
        for number, content in enumerate(
            (mail().encode(), mail("Els Bakker", "els@example.com", "06 87 65 43 21").encode())
        ):
            path = taken / f"bericht-{number}.eml"
            path.write_bytes(content)
            opened.reception.read(file_message(path, clock()))
        (taken / "vreemd.eml").write_bytes(encoded_mail())
        opened.desk.take_in(
            Arrival(
                identity="sha256:1",
                name="vreemd.eml",
                arrived_at=clock(),
                content=encoded_mail(),
                readings=(Unreadable("nobody knows"),),
            )
        )
        (lead,) = {
            item.summary.lead_id for item in opened.desk.agenda() if "Sanne" in item.summary.name
        }
        opened.desk.record(
            lead, Channel.CALL, Outcome.VOICEMAIL, note="Sanne Hoekstra sprak in, 06-23456789"
        )
        opened.desk.learn(lead, name="S. Hoekstra", answers=(("Inruil?", "Golf, GOLF-01"),))
        opened.desk.log_contact(
            a_request(phones=(Phone("+31623456789"),), plate="GOLF-01", own_vehicle="Golf")
        )
        _files(folder, clock, opened)
        yield opened


def _files(folder: DataFolder, clock: FakeClock, opened: Office) -> None:
    folder.drafts.mkdir()
    (folder.drafts / "een.eml").write_text(f"To: {ADDRESS}\n\nBeste Sanne Hoekstra")
    (folder.drafts / "ander.eml").write_text("To: els@example.com\n\nBeste Els")
    folder.ringing.mkdir()
    (folder.ringing / "+31623456789").write_text(clock().isoformat())
    opened.spool.put(
        Message(
            kind=Kind.INCOMING_CALL,
            name="call",
            arrived_at=clock(),
            content=json.dumps({"number": "+31623456789", "called": ""}).encode(),
        )
    )
    (folder.logs / "followup.log").write_text(
        "2026-03-02 refused: The lead of Sanne Hoekstra is closed.\n2026-03-02 +31623456789\n"
    )
    copy = sqlite3.connect(folder.root / "followup.before-update.db")
    source = sqlite3.connect(folder.database)
    source.backup(copy)
    for db in (source, copy):
        db.close()


def bytes_below(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def found(root: Path) -> list[tuple[str, bytes]]:
    """Return in which files which trace of him stands, in UTF-8 or UTF-16."""
    return [
        (str(path.relative_to(root)), trace)
        for path, content in bytes_below(root).items()
        for trace in TRACES
        if trace.lower() in (f"{path.name}".encode() + content).lower()
        or trace.decode().encode("utf-16-le") in content
    ]


def test_not_one_byte_of_him_is_left(filled: Office) -> None:
    root = filled.folder.root
    assert {trace for _, trace in found(root)} == set(TRACES)

    done = forget_him(filled)

    assert found(root) == []
    assert (done.leads, done.messages, done.left, done.is_clean) == (1, 2, [], True)


def test_it_counts_while_another_program_has_the_database_open(filled: Office) -> None:
    beside = open_office(filled.folder, FakeClock())
    beside.desk.agenda()
    version = beside.store.data_version()

    forget_him(filled)

    assert found(filled.folder.root) == []
    assert beside.store.data_version() != version
    assert [item.summary.name for item in beside.desk.agenda()] == ["Els Bakker"]
    beside.close()


def test_somebody_else_keeps_everything(filled: Office) -> None:
    forget_him(filled)

    (item,) = filled.desk.agenda()
    assert (item.summary.name, item.summary.email) == ("Els Bakker", "els@example.com")
    assert (filled.folder.drafts / "ander.eml").exists()
    assert (filled.inbox / "done" / "bericht-1.eml").exists()
    (message_id,) = filled.desk.messages.of(item.summary.lead_id)
    message = filled.desk.messages.one(message_id)
    assert message is not None
    assert b"Els Bakker" in message.content


def test_what_another_customer_wrote_of_him_goes_too(filled: Office) -> None:
    other = mail("Els Bakker", "els@example.com", "06 87 65 43 21").replace("ID: <", "ID: <2")
    path = filled.inbox / "done" / "els.eml"
    path.write_text(other.replace("Is deze auto", "Bel mijn man op 06-23456789.\nIs deze auto"))
    filled.reception.read(file_message(path, FakeClock()()))

    forget_him(filled)

    assert found(filled.folder.root) == []
    (item,) = filled.desk.agenda()
    assert item.summary.email == "els@example.com"
    assert "Bel mijn man op …" in repr(filled.desk.lead(item.summary.lead_id).facts)


def test_a_crash_before_it_counts_leaves_the_database_as_it_was(filled: Office) -> None:
    def crash() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        forget_him(filled, crossing=crash)

    assert "Sanne Hoekstra" in filled.desk.known(HIM)[0].name
    assert forget_him(filled).leads == 1
    assert found(filled.folder.root) == []


def test_a_process_that_dies_in_the_middle_has_changed_nothing(filled: Office) -> None:
    dying = """
import os, sys
from pathlib import Path
from assistant.core.clock import utc_now
from assistant.folders import DataFolder
from assistant.privacy.forgetting import forget
from assistant.start import open_office
office = open_office(DataFolder(Path(sys.argv[1])), utc_now)
customer = office.desk.privacy.customer(frozenset({sys.argv[2]}))
forget(office, customer, crossing=lambda: os._exit(9))
"""
    command = [sys.executable, "-c", dying, str(filled.folder.root), ADDRESS]
    died = subprocess.run(command, timeout=60, check=False, cwd=Path(__file__).parents[2])  # noqa: S603
    assert died.returncode == 9

    assert "Sanne Hoekstra" in filled.desk.known(HIM)[0].name
    assert filled.store.problems() == []
    forget_him(filled)
    assert found(filled.folder.root) == []


def test_while_the_database_refuses_no_file_goes(
    filled: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise CouldNotError("The disk is full.")

    monkeypatch.setattr(filled.store.erasures, "empty_message", refuse)

    with pytest.raises(CouldNotError):
        forget_him(filled)

    assert (filled.folder.drafts / "een.eml").exists()


def test_what_lay_in_free_pages_since_long_goes_too(filled: Office) -> None:
    db = sqlite3.connect(filled.folder.database)
    db.execute("pragma secure_delete = off")
    db.execute("create table aside (text text)")
    db.executemany("insert into aside values (?)", [("Sanne Hoekstra",)] * 500)
    db.execute("drop table aside")
    db.commit()
    db.execute("pragma wal_checkpoint(truncate)")
    db.close()
    assert b"Sanne HoekstraSanne" in _letters(filled.folder.database.read_bytes())

    forget_him(filled)

    assert found(filled.folder.root) == []


def _letters(content: bytes) -> bytes:
    return bytes(byte for byte in content if chr(byte).isalpha() or byte == 32)


def test_a_crash_after_it_counts_is_made_good_the_next_time(
    filled: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash() -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(filled.store, "clean", crash)
        with pytest.raises(KeyboardInterrupt):
            forget_him(filled)

    assert filled.desk.known(HIM) == []
    forget_him(filled)
    assert found(filled.folder.root) == []


def test_a_reader_that_holds_on_to_the_past_leaves_the_cleaning_owed(filled: Office) -> None:
    filled.store._db.execute("pragma busy_timeout = 10")
    reader = sqlite3.connect(filled.folder.database, isolation_level=None)
    reader.execute("begin")
    reader.execute("select count(*) from facts").fetchone()

    done = forget_him(filled)
    assert not done.is_clean
    assert done.leads == 1

    reader.close()
    assert forget_him(filled).is_clean
    assert found(filled.folder.root) == []


def test_a_file_that_cannot_be_removed_is_named(
    filled: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = filled.folder.drafts / "een.eml"
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == draft:
            raise PermissionError(path)
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)

    done = forget_him(filled)

    assert done.left == [draft]
    assert filled.desk.known(HIM) == []


def test_a_file_that_is_none_of_ours_is_named_and_stays(filled: Office) -> None:
    notes = filled.folder.root / "mijn notities.txt"
    notes.write_text("Sanne bellen: 06-23456789")

    done = forget_him(filled)

    assert done.left == [notes]
    assert notes.exists()


def test_the_file_of_appointments_goes_and_is_made_anew_without_him(filled: Office) -> None:
    coming = filled.folder.appointments
    coming.write_text("SUMMARY:Sanne 06-23456789")

    done = forget_him(filled)

    assert done.left == []
    assert not coming.exists()


def test_the_sheet_that_was_opened_goes_because_names_stand_in_it(filled: Office) -> None:
    filled.folder.sheet.write_text("<td>Sanne Hoekstra</td>")

    done = forget_him(filled)

    assert done.left == []
    assert not filled.folder.sheet.exists()


def test_what_was_handed_over_of_him_goes_and_a_sheet_with_others_is_named(
    filled: Office,
) -> None:
    filled.tray.mkdir()
    document, sheet = filled.tray / "followup-1.xml", filled.tray / "handover-1.csv"
    document.write_text("<adf>06-23456789</adf>")
    sheet.write_text("Sanne;06-23456789\nEls;06-99999999\n")

    done = forget_him(filled)

    assert not document.exists()
    assert done.left == [sheet]


def test_of_a_watched_folder_elsewhere_only_what_was_put_there_goes(
    filled: Office, tmp_path: Path
) -> None:
    inbox = tmp_path / "Downloads"
    (inbox / "done").mkdir(parents=True)
    (inbox / "Administratie").mkdir()
    for place in (inbox, inbox / "done", inbox / "Administratie"):
        (place / "brief.txt").write_text("bel 06-23456789")
    wanted = Wanted(
        spellings=Spellings(HIM | {"+31623456789"}),
        named=Spellings(HIM),
        messages=frozenset(),
        is_known=True,
    )

    traced = traces(filled.folder, inbox, filled.tray, wanted)

    assert inbox / "brief.txt" in traced.files
    assert inbox / "done" / "brief.txt" in traced.files
    assert inbox / "Administratie" / "brief.txt" not in traced.files + traced.others


def test_a_copy_of_the_database_is_kept_a_month_by_the_term(filled: Office) -> None:
    copy = filled.folder.root / "followup.before-update.db"
    made = datetime.fromtimestamp(copy.stat().st_ctime, UTC)
    limit = made - timedelta(days=365)

    assert copy not in older(
        filled.folder, filled.inbox, filled.tray, limit, made + timedelta(days=30)
    )
    assert copy in older(filled.folder, filled.inbox, filled.tray, limit, made + timedelta(days=32))


def test_an_example_in_the_settings_is_nobody_and_a_value_is(filled: Office) -> None:
    settings = filled.folder.settings
    settings.write_text('own_numbers = []  # as "0623456789"\n', "utf-8")
    assert forget_him(filled).left == []

    settings.write_text('own_numbers = ["0623456789"]\n', "utf-8")
    assert forget_him(filled, frozenset({"+31623456789"})).left == [settings]


def test_who_is_not_known_is_nobody(filled: Office) -> None:
    before = bytes_below(filled.inbox)

    done = forget_him(filled, frozenset({"+31699999999"}))

    assert done == Forgotten()
    assert not done.was_anybody
    assert bytes_below(filled.inbox) == before
    assert (filled.folder.root / "followup.before-update.db").exists()


def test_a_copy_that_holds_him_goes_though_the_database_knows_him_no_more(filled: Office) -> None:
    copy = filled.folder.root / "followup.before-update.db"
    kept = copy.read_bytes()
    forget_him(filled)
    copy.write_bytes(kept)

    forget_him(filled)

    assert found(filled.folder.root) == []


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("06-12345678", "+31612345678"),
        ("+31 6 1234 5678", "+31612345678"),
        (" Sanne.Hoekstra@Example.com", ADDRESS),
    ],
)
def test_a_number_or_address_is_read_in_any_spelling(text: str, identity: str) -> None:
    assert identities_in(text, "NL") == frozenset({identity})


def test_a_name_is_no_number_and_no_address() -> None:
    with pytest.raises(WrongCallError, match="Sanne is no telephone number"):
        identities_in("Sanne", "NL")
