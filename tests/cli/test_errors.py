"""Every error is one clear sentence on standard error, with the status of COMMANDS."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from assistant.core.facts import LeadId
from assistant.folders import DataFolder
from assistant.passwords import keep_password, place_of
from assistant.settings import (
    MailboxSettings,
    OutgoingSettings,
    SignIn,
    keep_mailbox,
    keep_outgoing,
)
from assistant.start import office
from tests.cli.conftest import Followup, Mail
from tests.conftest import FakeClock

LOOK_AT_IT, WRONG_CALL, COULD_NOT = 1, 2, 3


def is_one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and "Traceback" not in text and len(text) > 10


@pytest.mark.parametrize(
    "call",
    [
        ["nonsense"],
        ["attempt", "nobody", "--channel", "call", "--outcome", "spoke"],
        ["attempt", "nobody", "--channel", "pigeon", "--outcome", "spoke"],
        ["attempt", "nobody"],
        ["agree", "nobody", "sold"],
        ["agree", "nobody", "lost"],
        ["agree", "nobody", "sold", "--at", "2026-03-03T10:00"],
        ["agree", "nobody", "call-back"],
        ["agree", "nobody", "call-back", "--at", "half three"],
        ["appointment", "nothing", "confirmed"],
        ["appointment", "nothing", "moved"],
        ["missed-call", "12"],
        ["missed-call", "%CallerNumber%"],
        ["incoming-call", "nobody"],
        ["missed-call", "sip:verkoop@pbx.example"],
        ["missed-call", '"Piet" <sip:201@192.168.100.200>'],
        ["missed-call"],
        ["incoming-call", "sip:201@pbx.example"],
        ["log", "walk-in", "--number", "12"],
        ["log", "walk-in", "--email", "nobody"],
        ["log", "walk-in", "--sold", "--lost", "price"],
        ["intake"],
        ["--data"],
        ["--lang", "fr", "agenda"],
    ],
)
def test_a_wrong_call_is_told_in_one_sentence(followup: Followup, call: list[str]) -> None:
    printed = followup(*call)

    assert printed.status == WRONG_CALL
    assert is_one_sentence(printed.err)
    assert printed.out == ""


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            ["agree", "x", "appointment"],
            "--at is missing: appointment wants it, such as --at 2026-03-09T10:00.",
        ),
        (["agree", "x", "lost"], "--reason is missing: lost wants it, such as --reason price."),
        (["agree", "x", "sold", "--at", "2026-03-03T10:00"], "--at does not go with sold."),
        (["agree", "x", "sold", "--reason", "price"], "--reason does not go with sold."),
        (
            ["appointment", "x", "moved"],
            "--at is missing: moved wants it, such as --at 2026-03-09T10:00.",
        ),
        (
            ["appointment", "x", "show", "--at", "2026-03-03T10:00"],
            "--at does not go with show.",
        ),
    ],
)
def test_what_is_missing_or_too_much_is_named(
    followup: Followup, call: list[str], said: str
) -> None:
    printed = followup(*call)

    assert (printed.status, printed.err) == (WRONG_CALL, f"{said}\n")


@pytest.mark.parametrize("moment", ["2026-03-02T09:59", "2020-01-01T00:00"])
def test_a_moment_that_has_passed_is_refused(followup: Followup, mail: Mail, moment: str) -> None:
    lead = followup("intake", "--json", mail()).row["lead"]

    printed = followup("agree", lead, "appointment", "--at", moment)

    assert printed.status == WRONG_CALL
    assert "has passed" in printed.err


@pytest.mark.parametrize(
    "moment",
    ["2026-12-05", "2026-W49-1", "9999-12-31T23:59-10:00", "0001-01-01T00:00", "10:00", "tomorrow"],
)
def test_a_moment_that_is_vague_or_absurd_is_refused(
    followup: Followup, mail: Mail, moment: str
) -> None:
    lead = followup("intake", "--json", mail()).row["lead"]

    printed = followup("agree", lead, "call-back", "--at", moment)

    assert printed.status == WRONG_CALL
    assert is_one_sentence(printed.err)
    assert moment in printed.err


def test_a_missed_call_is_kept_though_its_moment_or_the_settings_are_not_understood(
    followup: Followup, data: Path
) -> None:
    printed = followup("missed-call", "0612345671", "--at", "02-03-2026 09:59")
    assert printed.status == LOOK_AT_IT
    assert "is no moment" in printed.err
    assert followup("agenda", "--json").row["phone"] == "+31612345671"

    settings = data / "settings.toml"
    kept = settings.read_text("utf-8")
    settings.write_text("version = 99\n", "utf-8")
    assert followup("missed-call", "0612345672").status == LOOK_AT_IT
    settings.write_text(kept, "utf-8")
    assert len(followup("agenda", "--json").rows) == 2


def test_an_empty_path_is_not_the_present_folder(followup: Followup) -> None:
    for call in (["intake", ""], ["--data", "", "agenda"]):
        printed = followup(*call)
        assert printed.status == WRONG_CALL
        assert "empty" in printed.err


def test_a_contact_about_which_nothing_is_said_is_refused(followup: Followup) -> None:
    assert followup("log", "call").status == WRONG_CALL
    assert followup("agenda", "--json").rows == []


def test_a_database_of_another_program_is_told(followup: Followup, data: Path) -> None:
    data.mkdir()
    with closing(sqlite3.connect(data / "followup.db")) as db:
        db.execute("create table facts (x)")

    printed = followup("agenda")

    assert printed.status == COULD_NOT
    assert "not a database of this program" in printed.err
    assert followup("doctor").status == LOOK_AT_IT


def test_settings_that_are_no_text_are_told(followup: Followup, data: Path) -> None:
    data.mkdir()
    (data / "settings.toml").write_bytes(b"\xff\xfe\x00")

    printed = followup("doctor", lang="nl")

    assert printed.status == LOOK_AT_IT
    assert "kunnen niet als tekst gelezen worden" in printed.out


def test_every_finding_of_the_doctor_is_told_in_dutch(followup: Followup) -> None:
    english = {line.split(maxsplit=2)[2] for line in followup("doctor").out.splitlines()}
    dutch = {line.split(maxsplit=2)[2] for line in followup("doctor", lang="nl").out.splitlines()}

    assert not english & dutch


def test_the_doctor_says_which_mailbox_cannot_be_read(followup: Followup, data: Path) -> None:
    followup("agenda")
    settings = data / "settings.toml"
    settings.write_text(
        settings.read_text("utf-8") + '[mailboxes.sales]\nhost = "127.0.0.1"\nuser = "nobody"\n',
        "utf-8",
    )

    printed = followup("doctor", "--json")

    assert printed.status == LOOK_AT_IT
    (row,) = [row for row in printed.rows if row["check"] == "mailbox"]
    assert not row["ok"]
    assert "password" in row["detail"]


@pytest.mark.usefixtures("pocket")
def test_the_doctor_says_which_mailbox_must_be_signed_in_to_again(
    followup: Followup, data: Path
) -> None:
    mailbox = MailboxSettings(
        name="sales", host="127.0.0.1", user="sales", sign_in=SignIn.MICROSOFT, client_id="1"
    )
    followup("agenda")
    keep_mailbox(data / "settings.toml", mailbox)
    keep_mailbox(data / "settings.toml", replace(mailbox, name="other", user="other"))
    keep_password(place_of(mailbox), "no longer whole")

    printed = followup("doctor", "--json")

    assert printed.status == LOOK_AT_IT
    assert [row["detail"] for row in printed.rows if row["check"] == "mailbox"] == [
        "The sign-in of sales no longer holds: sign in again in the settings.",
        "Nobody has signed in to other yet: do so in the settings.",
    ]


@pytest.mark.usefixtures("pocket")
def test_the_doctor_says_why_no_mail_can_leave(followup: Followup, data: Path) -> None:
    followup("agenda")
    outgoing = OutgoingSettings(host="127.0.0.1", port=9, address="piet@example.com")
    keep_outgoing(data / "settings.toml", outgoing)
    assert outgoing_findings(followup) == [
        "The password of piet@example.com is not known: type it in the settings."
    ]
    keep_password(place_of(outgoing), "secret")

    assert outgoing_findings(followup) == ["127.0.0.1, port 9, does not answer."]


def test_the_doctor_says_what_waits_for_a_server_and_for_a_person(
    followup: Followup, mail: Mail, data: Path, clock: FakeClock
) -> None:
    lead = LeadId(followup("intake", "--json", mail()).row["lead"])
    with office(DataFolder(data), clock) as opened:
        for number in range(2):
            opened.desk.outgoing.put(
                lead,
                b"",
                message_id=f"<{number}>",
                recipient="sanne@example.com",
                subject="x",
                hold=timedelta(0),
            )
        opened.desk.outgoing.unsure(opened.desk.outgoing.waiting()[0].id)

    assert outgoing_findings(followup) == [
        "Mails wait (1), but there is no server to send them.",
        "Mails need a person's answer (1): see the pages of their leads.",
    ]


def outgoing_findings(followup: Followup) -> list[str]:
    """Return what the doctor finds wrong with outgoing mail."""
    printed = followup("doctor", "--json")
    assert printed.status == LOOK_AT_IT
    return [row["detail"] for row in printed.rows if row["check"] == "outgoing" and not row["ok"]]


@pytest.mark.parametrize(
    ("lines", "is_ok", "said"),
    [
        ("", True, "Call opens the computer's telephone program."),
        ('way = "url"', False, "There is no address yet that dials."),
        (
            'way = "url"\nurl = "http://192.168.1.20/?n={digits}"\nhosts = ["192.168.1.20"]',
            True,
            "Call asks 192.168.1.20 to dial.",
        ),
        (
            'way = "url"\nurl = "http://192.168.1.20/?n={digits}"',
            False,
            "192.168.1.20 is not among the hosts that may be asked.",
        ),
        ('way = "command"\ncommand = ["true", "{number}"]', True, "Call runs true."),
        (
            'way = "command"\ncommand = ["no-such-softphone", "{number}"]',
            False,
            "There is no program no-such-softphone.",
        ),
    ],
)
def test_the_doctor_says_whether_call_can_dial(
    followup: Followup, data: Path, lines: str, is_ok: bool, said: str
) -> None:
    assert finding(followup, data, "telephone", f"[telephone]\n{lines}\n") == (is_ok, said)


def test_the_doctor_says_where_hand_overs_go(followup: Followup, data: Path) -> None:
    assert finding(followup, data, "bdc", "") == (
        True,
        f"Leads for the BDC are written to {data / 'handover'}.",
    )
    (data / "file").touch()
    assert finding(followup, data, "bdc", '[bdc]\nfolder = "file/below"\n') == (
        False,
        f"Nothing can be written to {data / 'file' / 'below'}.",
    )
    ok, said = finding(followup, data, "bdc", '[bdc]\nfolder = "inbox"\n')
    assert not ok
    assert "is the watched folder" in said


def test_the_doctor_says_that_hand_overs_by_mail_want_a_server(
    followup: Followup, data: Path
) -> None:
    by_mail = '[bdc]\naddress = "bdc@example.com"\n'
    assert finding(followup, data, "bdc", by_mail) == (
        False,
        "Leads for bdc@example.com leave only when you send each yourself: no mail server is set.",
    )
    server = '[outgoing]\nhost = "127.0.0.1"\nport = 9\naddress = "piet@example.com"\n'
    assert finding(followup, data, "bdc", by_mail + server) == (
        True,
        "Leads for the BDC are mailed to bdc@example.com.",
    )


def finding(followup: Followup, data: Path, check: str, settings: str) -> tuple[bool, str]:
    """Return what the doctor finds about a subject with these settings."""
    data.mkdir(exist_ok=True)
    (data / "settings.toml").write_text(settings, "utf-8")
    (row,) = [row for row in followup("doctor", "--json").rows if row["check"] == check]
    return row["ok"], row["detail"]


def test_the_doctor_remembers_that_the_clock_was_set_back(
    followup: Followup, mail: Mail, clock: FakeClock
) -> None:
    lead = followup("intake", "--json", mail()).row["lead"]
    clock.now -= timedelta(days=1)
    followup("attempt", lead, "--channel", "call", "--outcome", "busy")

    printed = followup("doctor")

    assert printed.status == LOOK_AT_IT
    assert "The clock was set back" in printed.out


def test_an_hour_that_the_clocks_skip_is_refused(followup: Followup, mail: Mail) -> None:
    lead = followup("intake", "--json", mail()).row["lead"]

    printed = followup("agree", lead, "call-back", "--at", "2026-03-29T02:30")

    assert printed.status == WRONG_CALL
    assert "clocks skip" in printed.err


def test_a_data_folder_that_is_a_file_is_told(followup: Followup, data: Path) -> None:
    data.write_text("")

    printed = followup("agenda")

    assert printed.status in {WRONG_CALL, COULD_NOT}
    assert is_one_sentence(printed.err)


def test_a_database_that_is_none_is_told_and_left_alone(followup: Followup, data: Path) -> None:
    data.mkdir()
    (data / "followup.db").write_bytes(b"a letter " * 1_000)

    printed = followup("agenda")

    assert printed.status == COULD_NOT
    assert "is not a database of this program" in printed.err
    assert (data / "followup.db").read_bytes() == b"a letter " * 1_000


def test_the_app_without_a_screen_says_what_to_do(
    followup: Followup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    for call in (["run"], []):
        printed = followup(*call)
        assert printed.status == COULD_NOT
        assert "DISPLAY" in printed.err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.eml", b""),
        ("empty.xml", b""),
        ("half.xml", b"<?xml version='1.0'?><adf><prospect><customer><cont"),
        ("nothing.json", b"{}"),
        ("broken.json", b'{"name": "Sanne", '),
        ("picture.eml", bytes(range(256)) * 40),
        ("zeros.txt", b"\x00" * 10_000),
    ],
)
def test_a_file_that_is_no_lead_is_told_and_kept(
    followup: Followup, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    printed = followup("intake", "--json", path)

    assert printed.status == 1
    assert printed.row["result"] == "unreadable"
    assert printed.row["reason"]
    assert path.read_bytes() == content


def test_a_file_of_fifty_megabytes_still_gives_its_lead(
    followup: Followup, mail: Mail, tmp_path: Path
) -> None:
    large = tmp_path / "large.eml"
    with large.open("wb") as file:
        file.write(mail().read_bytes())
        file.truncate(50 * 1024 * 1024)

    printed = followup("intake", "--json", large)

    assert printed.row["result"] == "new"
    assert printed.row["phone"] == "+31612345678"
    assert "cut_off" in printed.row["flags"]


def test_a_file_that_is_not_there_does_not_stop_the_others(
    followup: Followup, mail: Mail, tmp_path: Path
) -> None:
    printed = followup("intake", "--json", tmp_path / "missing.eml", mail())

    assert printed.status == 1
    assert [row["result"] for row in printed.rows] == ["unreadable", "new"]
    assert "cannot be read" in printed.rows[0]["reason"]


def test_a_settings_file_with_a_typo_is_named_by_the_doctor(followup: Followup, data: Path) -> None:
    data.mkdir()
    (data / "settings.toml").write_text("[desk]\nsaund = true\n")

    printed = followup("doctor", "--json")

    assert printed.status == 1
    (settings,) = [row for row in printed.rows if row["check"] == "settings"]
    assert not settings["ok"]
    assert "Line 2" in settings["detail"]
    assert "desk.saund" in settings["detail"]
    assert followup("agenda").status == 0


def test_a_bug_is_written_down_and_told_in_one_sentence(
    followup: Followup, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("assistant.desk.Desk.agenda", lambda _self: 1 // 0)

    printed = followup("agenda")

    assert printed.status == COULD_NOT
    assert is_one_sentence(printed.err)
    (report,) = tmp_path.glob("followup-error-*.txt")
    assert "ZeroDivisionError" in report.read_text()
