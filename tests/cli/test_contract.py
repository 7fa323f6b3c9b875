"""COMMANDS, word for word: fields, words, exit statuses."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.core.facts import OUTCOMES, LostReason
from tests.cli.conftest import Followup
from tests.conftest import FakeClock, local

INTAKE_FIELDS = {
    "file",
    "result",
    "reason",
    "lead",
    "request",
    "door",
    "name",
    "phone",
    "email",
    "vehicle",
    "question",
    "source",
    "asked_at",
    "wanted_at",
    "wants",
    "may_call",
}
AGENDA_FIELDS = {
    "lead",
    "step",
    "due_at",
    "late",
    "tries",
    "name",
    "phone",
    "email",
    "vehicle",
    "question",
    "source",
    "owner",
    "last_outcome",
}
Mail = Callable[..., Path]


def take(followup: Followup, mail: Mail, **customer: str) -> str:
    lead = followup("intake", "--json", mail(**customer)).row["lead"]
    assert isinstance(lead, str)
    return lead


def test_intake_prints_a_row_a_prospect(followup: Followup, mail: Mail) -> None:
    path = mail()
    printed = followup("intake", "--json", path)

    assert printed.status == 0
    assert set(printed.row) >= INTAKE_FIELDS
    expected = {
        "file": str(path),
        "result": "new",
        "reason": None,
        "request": "question",
        "door": "web",
        "name": "Sanne Hoekstra",
        "phone": "+31612345678",
        "email": "sanne.hoekstra@example.com",
        "vehicle": "Peugeot 208",
        "question": "Is deze auto nog beschikbaar?",
        "source": "AutoTrack",
        "asked_at": "2026-03-02T09:00:00.000Z",
        "wants": None,
        "may_call": True,
    }
    assert {key: printed.row[key] for key in expected} == expected


def test_the_same_file_again_is_a_repeat_and_the_customers_next_one_joins(
    followup: Followup, mail: Mail, tmp_path: Path
) -> None:
    lead = take(followup, mail)
    again = followup("intake", "--json", mail()).row
    other = tmp_path / "other.json"
    other.write_text('{"name": "Sanne", "phone": "+31 6 12345678", "message": "Nog iets"}')

    assert (again["result"], again["lead"]) == ("repeat", lead)
    joined = followup("intake", "--json", other).row
    assert (joined["result"], joined["lead"]) == ("joined", lead)


def test_a_folder_is_read_through_and_what_cannot_be_read_sets_the_status(
    followup: Followup, mail: Mail, tmp_path: Path
) -> None:
    folder = tmp_path / "in" / "deeper"
    folder.mkdir(parents=True)
    mail().rename(folder / "a.eml")
    (folder / "b.json").write_text("{}")
    (folder / "c.xlsx").write_bytes(b"not for us")
    (folder / "loop").symlink_to(folder.parent)
    (folder / "d.xml").symlink_to(folder / "d.xml")

    printed = followup("intake", "--json", folder.parent)

    assert printed.status == 1
    assert [(Path(row["file"]).name, row["result"]) for row in printed.rows] == [
        ("a.eml", "new"),
        ("b.json", "unreadable"),
        ("d.xml", "unreadable"),
    ]
    assert all(row["reason"] for row in printed.rows[1:])


def test_a_number_is_e164_also_with_an_extension(followup: Followup) -> None:
    followup("log", "call", "--number", "020 794 0001 ext. 12", "--name", "Jan Vos")

    assert followup("agenda", "--json").row["phone"] == "+31207940001"


def test_the_agenda_lists_what_is_open(followup: Followup, mail: Mail, clock: FakeClock) -> None:
    lead = take(followup, mail)
    clock.advance(minutes=5)

    printed = followup("agenda", "--json")

    assert printed.status == 0
    assert set(printed.row) >= AGENDA_FIELDS
    expected = {
        "lead": lead,
        "step": "call",
        "due_at": "2026-03-02T09:02:00.000Z",
        "late": 180,
        "tries": 0,
        "last_outcome": None,
    }
    assert {key: printed.row[key] for key in expected} == expected


def test_an_attempt_prints_the_next_step_and_when_it_is_due(followup: Followup, mail: Mail) -> None:
    lead = take(followup, mail)

    printed = followup(
        "attempt", lead, "--channel", "call", "--outcome", "voicemail", "--note", "x", "--json"
    )

    assert printed.status == 0
    assert printed.row["lead"] == lead
    assert (printed.row["step"], printed.row["due_at"]) == ("call", "2026-03-02T09:30:00.000Z")
    assert followup("agenda", "--json").row["last_outcome"] == "voicemail"


@pytest.mark.parametrize(
    ("channel", "outcome"),
    [(channel, outcome) for channel, outcomes in OUTCOMES.items() for outcome in outcomes],
)
def test_every_outcome_of_the_contract_can_be_logged(
    followup: Followup, mail: Mail, channel: str, outcome: str
) -> None:
    lead = take(followup, mail)

    printed = followup("attempt", lead, "--channel", channel, "--outcome", outcome, "--json")

    assert printed.status == 0


def test_five_tries_end_at_the_bdc(followup: Followup, mail: Mail, clock: FakeClock) -> None:
    lead = take(followup, mail)
    miss = ("attempt", lead, "--channel", "call", "--outcome", "no_answer", "--json")
    rows = []
    for _ in range(5):
        clock.advance(days=1)
        rows.append(followup(*miss).row)

    assert [row["step"] for row in rows] == [*["call"] * 4, "handed_over"]
    assert rows[-1]["due_at"] is None
    assert followup("agenda", "--json").out == ""
    waiting = followup("handover", "--json").row
    assert (waiting["lead"], waiting["reason"]) == (lead, "unreached")
    assert waiting["since"] == "2026-03-07T09:00:00.000Z"


def test_what_was_agreed_sets_the_next_step(followup: Followup, mail: Mail) -> None:
    lead = take(followup, mail)

    call_back = followup("agree", lead, "call-back", "--at", "2026-03-03T15:00", "--json").row
    assert (call_back["step"], call_back["due_at"]) == ("call_back", "2026-03-03T14:00:00.000Z")
    follow_up = followup("agree", lead, "follow-up", "--at", "2026-03-04T09:00Z", "--json").row
    assert (follow_up["step"], follow_up["due_at"]) == ("follow_up", "2026-03-04T09:00:00.000Z")
    booked = followup("agree", lead, "appointment", "--at", "2026-03-07 14:00", "--json").row
    assert booked["step"] == "confirm_appointment"
    confirmed = followup("appointment", booked["appointment"], "confirmed", "--json").row
    assert confirmed["step"] == "remind_appointment"
    sold = followup("agree", lead, "sold", "--json").row
    assert (sold["step"], sold["due_at"]) == (None, None)


@pytest.mark.parametrize("reason", LostReason)
def test_every_reason_of_the_contract_closes_the_lead(
    followup: Followup, mail: Mail, reason: str
) -> None:
    lead = take(followup, mail)

    assert followup("agree", lead, "lost", "--reason", reason).status == 0
    assert followup("agenda", "--json").out == ""


def test_an_appointments_life(followup: Followup, mail: Mail, clock: FakeClock) -> None:
    lead = take(followup, mail)
    booked = followup("agree", lead, "appointment", "--at", "2026-03-07T14:00", "--json").row
    appointment = booked["appointment"]

    followup("appointment", appointment, "confirmed")
    moved = followup("appointment", appointment, "moved", "--at", "2026-03-07T16:00", "--json")
    assert moved.row["step"] == "confirm_appointment"
    too_early = followup("appointment", appointment, "show")
    assert (too_early.status, too_early.err) == (2, "The appointment is on 2026-03-07 16:00.\n")
    clock.now = local("2026-03-07 17:05")
    assert followup("agenda", "--json").row["step"] == "ask_show"
    gone = followup("appointment", appointment, "no-show", "--json").row
    assert gone["step"] == "call"


def test_a_missed_call_is_a_lead_that_rings(followup: Followup, clock: FakeClock) -> None:
    assert followup("missed-call", "06-12345678", "--name", "Sanne").status == 0
    clock.advance(seconds=30)

    row = followup("agenda", "--json").row

    assert (row["step"], row["phone"], row["name"]) == ("call", "+31612345678", "Sanne")
    assert row["due_at"] == "2026-03-02T09:02:00.000Z"


def test_a_missed_calls_own_moment_starts_the_clock(followup: Followup) -> None:
    followup("missed-call", "0612345678", "--at", "2026-03-02T09:55")

    assert followup("agenda", "--json").row["due_at"] == "2026-03-02T08:57:00.000Z"


def test_a_tracking_number_names_the_source(followup: Followup, data: Path) -> None:
    data.mkdir()
    (data / "settings.toml").write_text('[tracking_numbers]\n"+31201234567" = "Google Ads"\n')

    followup("missed-call", "0612345678", "--called", "020 123 4567")

    assert followup("agenda", "--json").row["source"] == "Google Ads"


def test_a_walk_in_is_logged_with_what_it_ended_in(followup: Followup) -> None:
    printed = followup(
        "log", "walk-in", "--name", "Els de Wit", "--number", "0612345678", "--vehicle", "Kia",
        "--number-read-back", "--appointment", "2026-03-07T14:00", "--json",
    )  # fmt: skip

    assert printed.status == 0
    assert printed.row["step"] == "confirm_appointment"
    assert printed.row["missing"] == ["email"]


def test_a_note_without_what_was_agreed_is_refused_and_not_lost(followup: Followup) -> None:
    printed = followup("log", "call", "--number", "0612345678", "--note", "belt maandag")

    assert printed.status == 2
    assert "A note goes with what was agreed" in printed.err
    assert followup("agenda", "--json").out == ""


def test_an_answered_call_starts_no_clock(followup: Followup) -> None:
    printed = followup("log", "call", "--number", "0612345678", "--question", "Is hij er nog?")

    assert printed.status == 0
    assert "Missing to follow up: number asked and read back, e-mail" in printed.out
    assert followup("agenda", "--json").row["step"] == "follow_up"


def test_what_was_asked_for_and_read_back_is_told_by_its_own_option(followup: Followup) -> None:
    who = ["log", "call", "--number", "0612345678", "--email", "jan@example.com", "--json"]

    assert followup(*who, "--number-asked", "--email-read-back").row["missing"] == [
        "phone_read_back"
    ]
    assert followup(*who, "--number-read-back", "--email-asked").row["missing"] == [
        "email_read_back"
    ]


def test_rebuild_and_doctor(followup: Followup, mail: Mail) -> None:
    take(followup, mail)

    assert followup("rebuild").out == "1 lead planned anew.\n"
    checks = {row["check"]: row["ok"] for row in followup("doctor", "--json").rows}
    assert {"settings", "database", "mailbox", "clock", "notifications"} <= set(checks)
    assert checks["database"]


def test_a_text_that_cannot_be_used_is_named_by_the_doctor(followup: Followup, data: Path) -> None:
    data.mkdir()
    (data / "texts.toml").write_text('[nl.missed]\nmail = "Beste {naam}"', "utf-8")

    (found,) = (row for row in followup("doctor", "--json").rows if row["check"] == "texts")

    assert not found["ok"]
    assert "nl.missed.mail" in found["detail"]
    assert "{naam}" in found["detail"]


@pytest.mark.parametrize("name", ["texts", "portals"])
def test_a_file_of_ones_own_that_is_broken_is_told_by_the_doctor_alone(
    followup: Followup, data: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    data.mkdir()
    (data / f"{name}.toml").write_text("[nl.missed]\nmail = \n", "utf-8")

    printed = followup("doctor", "--json")

    assert (printed.err, caplog.records) == ("", [])  # a warning is printed where no log is kept
    (found,) = (row for row in printed.rows if row["check"] == name)
    assert not found["ok"]
    assert f"{name}.toml are not used" in found["detail"]


def test_a_person_reads_tables_in_his_own_language(
    followup: Followup, mail: Mail, clock: FakeClock
) -> None:
    take(followup, mail)
    clock.advance(minutes=5)

    english, dutch = followup("agenda").out, followup("agenda", lang="nl").out

    assert "3 min late" in english
    assert "3 min te laat" in dutch
    assert "06 12 34 56 78" in dutch


def test_a_lead_that_ends_says_that_its_appointment_is_still_to_be_called_off(
    followup: Followup, mail: Mail
) -> None:
    lead = followup("intake", "--json", mail()).row["lead"]
    made = followup("agree", lead, "appointment", "--at", "2026-03-03T14:00", "--json").row
    assert made["to_call_off"] is None
    followup("appointment", made["appointment"], "confirmed")

    printed = followup("agree", lead, "sold")

    assert (printed.status, printed.out) == (
        0,
        "Closed.\nThe customer still counts on tomorrow 14:00: "
        "the message that calls it off is on the page of lead " + lead + ".\n",
    )
    row = followup("attempt", lead, "--channel", "mail", "--outcome", "bounced", "--json").row
    assert row["to_call_off"] == "2026-03-03T13:00:00.000Z"
    row = followup("attempt", lead, "--channel", "whatsapp", "--outcome", "sent", "--json").row
    assert row["to_call_off"] is None
