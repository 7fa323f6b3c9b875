"""The commands forget, retain and file, as scripts and managers call them."""

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.core.facts import LeadId
from assistant.folders import DataFolder
from assistant.outreach.mail import Mail as Written
from assistant.outreach.outbox import Outbox
from assistant.settings import OutgoingSettings
from assistant.start import office
from tests.cli.conftest import Followup, Mail
from tests.conftest import FakeClock

HIM = "sanne.hoekstra@example.com"


@pytest.fixture
def known(followup: Followup, mail: Mail) -> Callable[[], None]:
    def take_in() -> None:
        assert followup("intake", mail()).status == 0

    return take_in


def test_forget_says_what_was_done_and_the_agenda_is_empty(
    followup: Followup, known: Callable[[], None]
) -> None:
    known()

    said = followup("forget", "06-12345678")

    assert (said.status, said.err) == (0, "")
    assert said.out == "Forgotten: 1 lead, 1 message, 0 files. What was done still counts.\n"
    assert followup("agenda", "--json").out == ""


def test_forget_speaks_dutch(followup: Followup, known: Callable[[], None]) -> None:
    known()

    said = followup("forget", HIM, lang="nl")

    assert said.out == "Vergeten: 1 lead, 1 bericht, 0 bestanden. Wat er gedaan is telt nog mee.\n"


def test_forget_of_nobody_is_done_too(followup: Followup) -> None:
    said = followup("forget", "06-99999999")

    assert (said.status, said.out) == (0, "Nobody with 06-99999999 is known.\n")


@pytest.mark.parametrize("command", ["forget", "file"])
def test_what_is_no_number_or_address_is_a_wrong_call(followup: Followup, command: str) -> None:
    said = followup(command, "Sanne")

    assert (said.status, said.out) == (2, "")
    assert said.err == "Sanne is no telephone number and no e-mail address.\n"


def test_forget_names_what_a_person_must_look_at(
    followup: Followup, known: Callable[[], None], data: Path
) -> None:
    known()
    notes = data / "notes.txt"
    notes.write_text(f"mail {HIM}")

    said = followup("forget", HIM)

    assert said.status == 1
    assert said.out.endswith(f"Look at {notes}: the customer still stands in it.\n")


def test_a_sheet_that_still_names_who_was_forgotten_is_named_again(
    followup: Followup, data: Path, tmp_path: Path
) -> None:
    listed = tmp_path / "lijst.csv"
    listed.write_text(
        "Naam;Telefoon;Toestemming\nSanne;0612345678;form of 3 May\nEls;0687654321;form of 4 May\n"
    )
    followup("passive", listed)
    followup("handover", "--send")
    (sheet,) = (data / "handover").glob("*.csv")
    look = f"Look at {sheet}: the customer still stands in it.\n"
    assert followup("forget", "0612345678").out.endswith(look)

    again = followup("forget", "0612345678")

    assert (again.status, again.out) == (1, f"Nobody with 0612345678 is known.\n{look}")
    sheet.unlink()
    gone = followup("forget", "0612345678")
    assert (gone.status, gone.out) == (0, "Nobody with 0612345678 is known.\n")


def test_retain_forgets_who_is_past_the_term(
    followup: Followup, known: Callable[[], None], clock: FakeClock
) -> None:
    known()
    clock.advance(days=380)

    dry = followup("retain", "--dry-run")
    assert (dry.status, dry.out) == (
        0,
        "1 lead would be forgotten.\nThe last contact with the oldest was Mon 2 Mar 2026.\n",
    )
    assert len(followup("agenda", "--json").rows) == 1

    done = followup("retain")
    assert (done.status, done.out.splitlines()[0]) == (0, "1 lead forgotten.")
    assert followup("agenda", "--json").out == ""
    assert followup("retain", "--dry-run").out == "0 leads would be forgotten.\n"


def test_nobody_is_forgotten_where_no_term_is_set(
    followup: Followup, known: Callable[[], None], clock: FakeClock, data: Path
) -> None:
    known()
    settings = data / "settings.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("retention_months = 12", "retention_months = 0"), "utf-8")
    clock.advance(days=3_800)

    said = followup("retain")

    assert (said.status, said.out) == (0, "No term is set: nobody is forgotten.\n")
    assert len(followup("agenda", "--json").rows) == 1


def test_the_doctor_tells_of_the_term(followup: Followup, clock: FakeClock) -> None:
    def told() -> dict[str, object]:
        rows = followup("doctor", "--json").rows
        return next(row for row in rows if row["check"] == "retention")

    assert told()["detail"] == "Customers are forgotten after 12 months; not applied yet."

    followup("retain")
    assert told() == {
        "check": "retention",
        "ok": True,
        "detail": "Customers are forgotten after 12 months; "
        "last applied 2026-03-02 10:00: 0 leads forgotten.",
    }
    clock.advance(days=8)
    assert told()["ok"] is False


def test_a_persons_file_is_printed_whole(followup: Followup, known: Callable[[], None]) -> None:
    known()
    lead = followup("agenda", "--json").row["lead"]
    followup(
        "attempt", lead, "--channel", "call", "--outcome", "voicemail", "--note", "ring <b>later"
    )

    said = followup("file", "06 12345678")

    assert said.status == 0
    for text in (
        "Everything that is kept of you",
        "Sanne Hoekstra",
        "06 12 34 56 78",
        HIM,
        "Is deze auto nog beschikbaar?",
        "Peugeot 208",
        "Mon 2 Mar 2026 10:00",
        "Call: voicemail",
        "ring <b>later",
        "*Telefoonnummer:*",
    ):
        assert text in said.out


def test_a_persons_file_speaks_dutch(followup: Followup, known: Callable[[], None]) -> None:
    known()

    assert "Alles wat er van u bewaard wordt" in followup("file", HIM, lang="nl").out


def test_a_page_holds_his_words_as_text_and_needs_nothing_beside_it(
    followup: Followup, mail: Mail, tmp_path: Path
) -> None:
    followup("intake", mail(name="Sanne <script>alert(1)</script> & Zn"))
    page = tmp_path / "hij.html"

    said = followup("file", HIM, page)

    text = page.read_text("utf-8")
    assert said.status == 0
    assert "<script" not in text
    assert "src=" not in text
    assert "http" not in text.partition("</style>")[0]
    assert "&lt;script&gt;" in text


def test_another_customers_words_are_not_printed(followup: Followup, tmp_path: Path) -> None:
    listed = tmp_path / "lijst.csv"
    listed.write_text(
        "Naam;Telefoon;E-mail\nSanne Hoekstra;0612345678;\nEls Bakker;0687654321;\n", "utf-8"
    )
    followup("passive", listed)

    said = followup("file", "0612345678")

    assert "Sanne Hoekstra" in said.out
    assert "Bakker" not in said.out
    assert "holds other customers too" in said.out


def test_a_mail_in_another_spelling_is_printed_as_it_reads(
    followup: Followup, tmp_path: Path
) -> None:
    body = b64encode(b"Naam: Sanne\nE-mail: sanne.hoekstra@example.com\nVraag: Kan ik komen?\n")
    coded = tmp_path / "code.eml"
    coded.write_text(
        "From: x@example.org\nSubject: Aanvraag\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + body.decode()
    )
    followup("intake", coded)

    assert "As it reads            Naam: Sanne\n" in followup("file", HIM).out


def test_a_file_of_another_kind_is_a_wrong_call(followup: Followup, tmp_path: Path) -> None:
    said = followup("file", HIM, tmp_path / "hij.pdf")

    assert said.status == 2
    assert said.err.endswith("must end in .html or .txt.\n")


def test_the_list_for_the_bdc_says_why_somebody_may_not_be_called(
    followup: Followup, tmp_path: Path
) -> None:
    listed = tmp_path / "lijst.csv"
    listed.write_text("Naam;Telefoon\nSanne Hoekstra;0612345678\n", "utf-8")
    followup("passive", listed)

    assert followup("handover", "--json").row["call_note"] == "no_consent"
    assert "may not be called: no proof of consent" in followup("handover").out


def test_a_list_with_who_was_left_alone_and_forgotten_says_so(
    followup: Followup, known: Callable[[], None], tmp_path: Path
) -> None:
    known()
    lead = followup("agenda", "--json").row["lead"]
    assert followup("agree", lead, "do-not-contact").status == 0
    followup("forget", HIM)
    listed = tmp_path / "lijst.csv"
    listed.write_text("Naam;Telefoon;Toestemming\nSanne;0612345678;form of 3 May\n", "utf-8")

    said = followup("passive", listed)

    assert "1 may not be called: asked before not to be contacted." in said.out
    assert followup("handover", "--json").row["call_note"] == "left_alone"


def test_forget_says_that_an_appointment_stays_in_his_calendar(
    followup: Followup, mail: Mail
) -> None:
    lead = followup("intake", "--json", mail()).row["lead"]
    made = followup("agree", lead, "appointment", "--at", "2026-03-03T14:00", "--json").row
    followup("appointment", made["appointment"], "confirmed")

    printed = followup("forget", "06 12 34 56 78")

    assert "His appointment of tomorrow 14:00 stays in his own calendar." in printed.out


def test_a_persons_file_holds_the_mails_that_wait_for_him_and_about_him(
    followup: Followup, known: Callable[[], None], data: Path, clock: FakeClock
) -> None:
    known()
    lead = LeadId(followup("agenda", "--json").row["lead"])
    with office(DataFolder(data), clock) as opened:
        outgoing = OutgoingSettings(host="smtp.example.com", address="piet@example.com")
        outbox = Outbox(opened.desk, outgoing, clock)
        outbox.put(Written(to=HIM, subject="Uw <b>vraag", body="Dag, hij staat er nog.\n"), lead)
        sent = outbox.put(Written(to="bdc@example.com", subject="Lead", body="Belt graag"), lead)
        opened.desk.outgoing.gone(sent.id)

    said = followup("file", "06 12345678").out

    assert said.count("Mail from us of Mon 2 Mar 2026 10:00") == 2
    for text in ("Uw <b>vraag", "Dag, hij staat er nog.", "waits in the outbox", "Belt graag"):
        assert text in said
    assert "bdc@example.com" in said
