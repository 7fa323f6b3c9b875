"""The command inspect, as a manager and a scheduled task call it."""

import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from assistant.desk import Desk
from assistant.store.store import Store
from tests.cli.conftest import Followup, Mail
from tests.conftest import RULES, FakeClock, a_request, local
from tests.desk.test_union import damage


@pytest.fixture
def week(followup: Followup, mail: Mail, clock: FakeClock) -> None:
    """Two requests on Monday, one called in time; then it is the Monday after."""
    followup("intake", mail())
    lead = followup("agenda", "--json").row["lead"]
    followup("attempt", lead, "--channel", "call", "--outcome", "spoke")
    followup("intake", mail("Els <b> Bakker", "els@example.com", "06 20000001"))
    clock.now = local("2026-03-09 08:00")


@pytest.mark.usefixtures("week")
def test_the_last_whole_week_is_printed_as_a_table(followup: Followup) -> None:
    said = followup("inspect")

    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("Inspection · Week 10\nMon 2 Mar 2026 – Sun 8 Mar 2026")
    assert re.search(r"^Requests +2 +0$", said.out, re.MULTILINE)
    in_time = r"^Called in time +1 \(50%, 9–91%\) +– +2 \(100%\) +1, 1 still open$"
    assert re.search(in_time, said.out, re.MULTILINE)
    assert re.search(r"^Not called in time +Els <b> Bakker", said.out, re.MULTILINE)


@pytest.mark.usefixtures("week")
def test_a_script_gets_the_same_figures(followup: Followup) -> None:
    rows = followup("inspect", "--week", "2026-W10", "--json").rows

    now = next(row for row in rows if row["row"] == "figures")
    assert (now["requests"], now["in_time"], now["late"]) == (2, 1, 1)
    assert [row["name"] for row in rows if row["row"] == "broken"][:1] == ["Els <b> Bakker"]


@pytest.mark.usefixtures("week")
def test_the_sheet_is_written_as_a_page(followup: Followup, tmp_path: Path) -> None:
    page = tmp_path / "blad.html"

    said = followup("inspect", page, lang="nl")

    assert (said.status, said.out) == (0, f"Geschreven naar {page}.\n")
    text = page.read_text("utf-8")
    assert "Inspectie · Week 10" in text
    assert "Els &lt;b&gt; Bakker" in text


@pytest.mark.usefixtures("week")
def test_the_sheet_is_written_as_a_pdf(followup: Followup, tmp_path: Path) -> None:
    paper = tmp_path / "blad.pdf"

    assert followup("inspect", paper).status == 0

    assert paper.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["blad.html", "blad.pdf"])
def test_a_folder_that_is_not_there_is_not_made(
    followup: Followup, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "typo" / "map"

    said = followup("inspect", folder / name)

    assert (said.status, said.out, said.err) == (3, "", f"There is no folder {folder}.\n")
    assert not folder.parent.exists()


@pytest.mark.usefixtures("week")
def test_a_morning_shows_what_came_since_the_last_opening_day(
    followup: Followup, clock: FakeClock
) -> None:
    clock.now = local("2026-03-03 08:00")

    said = followup("inspect", "--day", "today")

    assert said.status == 0
    assert "Requests of Mon 2 Mar 2026: 2\n" in said.out
    assert re.search(r"Els .* not in time$", said.out, re.MULTILINE)
    assert followup("inspect", "--day", "2026-03-03").out == said.out


@pytest.mark.usefixtures("week")
def test_one_salespersons_sheet(followup: Followup, data: Path) -> None:
    settings = data / "settings.toml"
    text = settings.read_text("utf-8").replace('salesperson = ""', 'salesperson = "Kim"')
    settings.write_text(text, "utf-8")
    followup("log", "call", "--number", "06 20000009", "--name", "J. de Haan")

    said = followup("inspect", "--week", "2026-W11", "--owner", "Kim")

    assert said.out.startswith("Inspection · Week 11 · Kim\n")
    assert re.search(r"^Requests +1 ", said.out, re.MULTILINE)


def logged_by(data: Path, clock: FakeClock, *salespeople: str) -> None:
    with closing(Store(data / "followup.db", clock())) as store:
        for name in salespeople:
            Desk(store, clock, RULES, salesperson=name).log_contact(a_request(phones=(), emails=()))


@pytest.mark.usefixtures("week")
@pytest.mark.parametrize("typed", ["Rene\u0301 Bos", "rené bos", "  RENÉ BOS "])
def test_a_name_is_taken_in_whatever_case_it_was_typed(
    followup: Followup, data: Path, clock: FakeClock, typed: str
) -> None:
    logged_by(data, clock, "René Bos")

    assert followup("inspect", "--owner", typed).out.startswith("Inspection · Week 10 · René Bos\n")


@pytest.mark.usefixtures("week")
def test_of_two_names_that_differ_in_case_only_the_typed_one_is_meant(
    followup: Followup, data: Path, clock: FakeClock
) -> None:
    logged_by(data, clock, "Piet", "PIET")

    assert followup("inspect", "--owner", "PIET ").out.startswith("Inspection · Week 10 · PIET\n")
    unclear = followup("inspect", "--owner", "piet")
    assert (unclear.status, unclear.out) == (2, "")
    assert unclear.err == "piet has no leads here. There are: PIET, Piet.\n"


@pytest.mark.usefixtures("week")
def test_who_is_not_there_is_told_of_some_who_are(
    followup: Followup, data: Path, clock: FakeClock
) -> None:
    nobody = followup("inspect", "--owner", "Nobody")
    logged_by(data, clock, *(f"Kim {number:02}" for number in range(12)))
    of_many = followup("inspect", "--owner", "Nobody", lang="nl")

    assert (nobody.status, nobody.err) == (2, "Nobody has no leads here.\n")
    assert of_many.err.startswith("Nobody heeft hier geen leads. Wel: Kim 00, Kim 01, Kim 02, ")
    assert of_many.err.endswith(", Kim 09, en nog 2.\n")


def test_a_week_without_leads_says_so(followup: Followup) -> None:
    said = followup("inspect")

    assert (said.status, "No leads yet" in said.out) == (0, True)


def test_week_53_is_there_in_years_that_have_it(followup: Followup) -> None:
    assert "Mon 28 Dec 2026 – Sun 3 Jan 2027" in followup("inspect", "--week", "2026-W53").out

    said = followup("inspect", "--week", "2027-W53")
    assert (said.status, said.err) == (2, "2027 has no week 53.\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--week", "W47"], "W47 is no week; write it as 2026-W47."),
        (["--week", "9999-W01"], "9999-W01 is too far away."),
        (["--from", "yesterday"], "yesterday is no day; write it as 2026-11-02."),
        (["--day", "0001-01-01"], "0001-01-01 is too far away."),
        (["--from", "2026-03-02", "--to", "2026-03-01"], "2026-03-01 is before 2026-03-02."),
        (["--from", "2026-03-03"], "2026-03-02 is before 2026-03-03."),
        (["--to", "2026-03-01"], "--to goes with --from."),
        (["--week", ""], "--week is empty."),
        (["--from", "2026-03-01", "--to", " "], "--to is empty."),
        (["--day", ""], "--day is empty."),
        (["--owner", ""], "--owner is empty."),
        (
            ["--week", "2026-W10", "--day", "today"],
            "Choose one: --week, --from with --to, or --day.",
        ),
        (["sheet.txt"], "sheet.txt must end in .html or .pdf."),
        (
            ["--json", "sheet.html"],
            "--json prints the figures of a period; it takes no file and no day.",
        ),
    ],
)
def test_a_wrong_call_is_refused_in_one_sentence(
    followup: Followup, arguments: list[str], sentence: str
) -> None:
    said = followup("inspect", *arguments)

    assert (said.status, said.out, said.err) == (2, "", f"{sentence}\n")


@pytest.mark.usefixtures("week")
def test_another_benchmark_can_be_chosen_or_set(followup: Followup, data: Path) -> None:
    chosen = followup("inspect", "--benchmark", "floor").out
    settings = data / "settings.toml"
    text = settings.read_text("utf-8").replace('benchmark = "sixty"', 'benchmark = "floor"')
    settings.write_text(text, "utf-8")

    assert re.search(r"Week 10 +Week 9 +Floor +Not this far$", chosen, re.MULTILINE)
    assert followup("inspect").out == chosen


@pytest.mark.usefixtures("week")
def test_a_log_from_before_the_inspection_is_counted_first(
    followup: Followup, data: Path, clock: FakeClock
) -> None:
    store = Store(data / "followup.db", clock())
    with store.transaction():
        store._db.execute("delete from milestones")
    store.close()

    assert re.search(r"^Requests +2 ", followup("inspect").out, re.MULTILINE)


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """A folder with the data folder of Els, who worked on Tuesday, and a letter called a log."""
    folder = tmp_path / "copies"
    (folder / "els").mkdir(parents=True)
    then = FakeClock(local("2026-03-03 10:00"))
    with closing(Store(folder / "els" / "followup.db", then())) as store:
        Desk(store, then, RULES, salesperson="Els").log_contact(a_request())
    (folder / "jan.db").write_text("Dear Kim, " * 500, "utf-8")
    return folder


@pytest.mark.usefixtures("week")
def test_colleagues_copies_are_counted_and_each_said_how_old(
    followup: Followup, copies: Path
) -> None:
    said = followup("inspect", "--with", copies / "els")

    assert (said.status, said.err) == (0, "")
    assert re.search(r"^Requests +3 +0$", said.out, re.MULTILINE)
    assert said.out.splitlines()[2] == (
        "With colleagues' copies: Els: up to 5 days ago, ask for a newer copy (els)"
    )


@pytest.mark.usefixtures("week")
@pytest.mark.parametrize(
    "days", [["--week", "2026-W10"], ["--week", "2026-W11"], ["--day", "today"]]
)
def test_of_many_copies_each_is_said_how_old_at_the_end(
    followup: Followup, copies: Path, days: list[str]
) -> None:
    for number in range(9):
        shutil.copytree(copies / "els", copies / f"els {number}")

    said = followup("inspect", *days, "--with", copies).out.replace("\u00a0", " ")

    (each,) = re.findall("^How old each copy is: (.*)$", said, re.MULTILINE)
    assert each.split(" · ")[:2] == ["jan.db cannot be read", "Els (els) 5 days, old"]
    assert len(each.split(" · ")) == 11
    assert "Bars:" not in said


@pytest.mark.usefixtures("week")
def test_a_copy_that_cannot_be_read_is_named_and_the_others_count(
    followup: Followup, copies: Path, tmp_path: Path
) -> None:
    page = tmp_path / "sheet.html"
    sentence = f"The file {copies / 'jan.db'} is not a database of this program."

    said = followup("inspect", "--with", copies, page)

    assert (said.status, said.err) == (1, f"{sentence}\n")
    assert said.out == f"Written to {page}.\n"
    assert sentence in page.read_text("utf-8")


@pytest.mark.usefixtures("week")
@pytest.mark.parametrize(
    ("part", "beside"),
    [("milestones", ()), ("summaries", ()), ("summaries", ("els",)), ("facts", ("els",))],
)
def test_ones_own_damaged_log_is_no_copy_and_makes_no_sheet(
    followup: Followup, copies: Path, data: Path, part: str, beside: tuple[str, ...]
) -> None:
    own = damage(data / "followup.db", part)

    said = followup("inspect", *(f"--with={copies / name}" for name in beside))

    assert (said.status, said.out) == (3, "")
    assert said.err == f"The database {own} is damaged; restore a backup.\n"


@pytest.mark.usefixtures("week")
def test_a_script_gets_an_object_of_each_copy(followup: Followup, copies: Path) -> None:
    said = followup("inspect", "--json", "--with", copies / "jan.db", "--with", copies / "els")

    jan, els = (row for row in said.rows if row["row"] == "copy")
    now = next(row for row in said.rows if row["row"] == "figures")
    assert (said.status, now["requests"]) == (1, 3)
    assert (els["salespeople"], els["newest"]) == (["Els"], "2026-03-03T09:00:00.000Z")
    assert (els["old"], els["problem"]) == (True, None)
    assert (jan["desk"], "not a database" in jan["problem"]) == (None, True)


@pytest.mark.usefixtures("week")
def test_the_folder_of_the_settings_is_read_unless_copies_are_named(
    followup: Followup, copies: Path, data: Path
) -> None:
    settings = data / "settings.toml"
    head, inspection = settings.read_text("utf-8").split("[inspection]")
    told = inspection.replace('folder = ""', f"folder = '{copies}'", 1)
    settings.write_text(f"{head}[inspection]{told}", "utf-8")

    by_setting = followup("inspect")
    named = followup("inspect", "--with", copies / "els")
    morning = followup("inspect", "--day", "2026-03-04", "--with", copies / "els")

    assert (by_setting.status, named.status) == (1, 0)
    assert re.search(r"^Requests +3 ", by_setting.out, re.MULTILINE)
    assert (morning.status, "Requests of Tue 3 Mar 2026: 1\n" in morning.out) == (0, True)


@pytest.mark.usefixtures("week")
def test_a_folder_that_is_away_leaves_this_desks_figures(followup: Followup, copies: Path) -> None:
    said = followup("inspect", "--with", copies / "nowhere")

    assert (said.status, len(said.err.splitlines())) == (1, 1)
    assert re.search(r"^Requests +2 ", said.out, re.MULTILINE)


@pytest.mark.usefixtures("week")
def test_ones_own_log_named_as_a_copy_counts_once(followup: Followup, data: Path) -> None:
    said = followup("inspect", "--with", data)

    assert (said.status, said.out) == (0, followup("inspect").out)
