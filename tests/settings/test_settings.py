"""The settings file: what can be used is used, what cannot is named by line and key."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.core.errors import CouldNotError
from assistant.core.hours import Span
from assistant.resources import resource
from assistant.settings import Loaded, Problem, change, load, write_defaults
from assistant.settings.file import Flaw, sentences
from assistant.settings.holidays import Holidays
from assistant.settings.rules import rules, rules_mark
from assistant.settings.values import DialWay, Method
from tests.conftest import NINE_TO_FIVE, NINE_TO_SIX, local


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def written(path: Path, text: str) -> Loaded:
    path.write_text(text, "utf-8")
    return load(path)


def test_out_of_the_box_a_dutch_dealer_is_open_from_monday_to_saturday(path: Path) -> None:
    settings = load(path).settings

    assert settings.dealer.zone.key == "Europe/Amsterdam"
    assert settings.dealer.country == "NL"
    assert settings.hours.week == ((NINE_TO_SIX,),) * 5 + ((NINE_TO_FIVE,), ())
    assert settings.hours.public_holidays_closed


def test_the_file_written_at_first_holds_every_setting_with_its_default(path: Path) -> None:
    missing = load(path)
    write_defaults(path)

    assert load(path) == Loaded(missing.settings, ())
    assert "#" in path.read_text("utf-8")


def test_an_existing_file_is_not_written_over(path: Path) -> None:
    path.write_text("# mine\n")

    write_defaults(path)

    assert path.read_text() == "# mine\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("[desk]\nsound = yes\n", Problem(2, "sound"), id="not TOML"),
        pytest.param("[desk]\nsound = 3\n", Problem(2, "desk.sound"), id="the wrong kind"),
        pytest.param(
            "[desk]\n\nsaund = true\n", Problem(3, "desk.saund", Flaw.UNKNOWN), id="a typo in a key"
        ),
        pytest.param(
            "[desks]\nsound = true\n", Problem(1, "desks", Flaw.SECTION), id="a typo in a section"
        ),
        pytest.param("desk = 3\n", Problem(1, "desk"), id="no section at all"),
        pytest.param(
            '[hours]\nmonday = ["9-18"]\n', Problem(2, "hours.monday"), id="no times of day"
        ),
        pytest.param(
            '[hours]\nmonday = ["18:00-09:00"]\n', Problem(2, "hours.monday"), id="turned around"
        ),
        pytest.param(
            '[hours]\nmonday = ["09:00-12:00", "11:00-13:00"]\n',
            Problem(2, "hours.monday"),
            id="overlapping",
        ),
        pytest.param('[dealer]\nzone = "Mars/Base"\n', Problem(2, "dealer.zone"), id="no zone"),
        pytest.param('[dealer]\nphone = "12"\n', Problem(2, "dealer.phone"), id="no own number"),
        pytest.param('[dealer]\nzone = "../etc"\n', Problem(2, "dealer.zone"), id="a path"),
        pytest.param('[dealer]\ncountry = "XX"\n', Problem(2, "dealer.country"), id="no country"),
        pytest.param(
            "[follow_up]\nbusy_minutes = 0\n", Problem(2, "follow_up.busy_minutes"), id="too small"
        ),
        pytest.param(
            '[tracking_numbers]\n"12" = "Google Ads"\n',
            Problem(2, "tracking_numbers.12"),
            id="no number",
        ),
        pytest.param('[telephone]\nway = "shell"\n', Problem(2, "telephone.way"), id="no way"),
        pytest.param(
            '[telephone]\nmethod = "PUT"\n', Problem(2, "telephone.method"), id="no method"
        ),
        pytest.param(
            '[telephone]\nhosts = ["http://a/"]\n', Problem(2, "telephone.hosts"), id="no host"
        ),
        pytest.param(
            '[telephone]\ncommand = "phone {number}"\n',
            Problem(2, "telephone.command"),
            id="a command line",
        ),
        pytest.param('[hours]\nmonday = ["09:00-18:00"\n', Problem(2, "monday"), id="unclosed"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_and_its_default_stands(
    path: Path, text: str, problem: Problem
) -> None:
    loaded = written(path, text)

    assert loaded.problems == (problem,)
    assert loaded.settings == load(path.with_name("missing.toml")).settings


def test_what_stands_below_a_broken_section_is_no_other_sections(path: Path) -> None:
    text = '[bdc]\nafter_hours = true\n[intake\nfolder = "/leads"\n[desk]\nsalesperson = "Piet"\n'

    loaded = written(path, text)

    assert loaded.problems == (Problem(3, "[intake", Flaw.HEADER),)
    assert (loaded.settings.bdc.folder, loaded.settings.intake.folder) == ("", "")
    assert loaded.settings.bdc.after_hours
    assert loaded.settings.desk.salesperson == "Piet"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[mailbox\nhost = "imap.example.com"\n',
            "Line 1 of s.toml begins no section as it stands ([mailbox); "
            "nothing below it is used, up to the next one.",
        ),
        (
            '[hours]\nsunday = []\ndesk]\nsalesperson = "Piet"\n',
            "Line 3 of s.toml begins no section as it stands (desk]); "
            "nothing below it is used, up to the next one.",
        ),
        (
            "[desk]\nsound = true\n[desk]\nsound = false\n",
            "Line 3 of s.toml begins no section as it stands ([desk]); "
            "nothing below it is used, up to the next one.",
        ),
        (
            "[foo.bar]\nx = 1\n",
            "Line 1 of s.toml: there is no section [foo]; nothing in it is used.",
        ),
        ("x = 1\n", "Line 1 of s.toml: there is no setting x; it is not used."),
        (
            "# mine\ndesk.sound = 5\n",
            "Line 2 of s.toml cannot be used (desk.sound); the starting value stands in for it.",
        ),
        (
            "# mine\ndesk = { sound = 5 }\n",
            "Line 2 of s.toml cannot be used (desk.sound); the starting value stands in for it.",
        ),
        (
            '["desk"]\nsound = 5\n',
            "Line 2 of s.toml cannot be used (desk.sound); the starting value stands in for it.",
        ),
    ],
)
def test_one_true_sentence_is_said_of_each_mistake(path: Path, text: str, said: str) -> None:
    problems = written(path, text).problems

    assert [str(error) for error in sentences(problems, Path("s.toml"))] == [said]


def test_out_of_the_box_call_dials_at_once_by_a_link(path: Path) -> None:
    telephone = load(path).settings.telephone

    assert (telephone.way, telephone.dial_at_once) == (DialWay.LINK, True)
    assert (telephone.hosts, telephone.command) == ((), ())


def test_a_desk_phone_and_a_program_are_read(path: Path) -> None:
    text = """
        [telephone]
        way = "url"
        dial_at_once = false
        url = "http://PBX/dial?number={number}"
        method = "POST"
        hosts = ["PBX", "192.168.1.20"]
        user = "desk"
        command = ["phone", "--dial", "{number}"]
    """
    loaded = written(path, text)

    telephone = loaded.settings.telephone
    assert loaded.problems == ()
    assert (telephone.way, telephone.method) == (DialWay.URL, Method.POST)
    assert telephone.hosts == ("pbx", "192.168.1.20")
    assert telephone.command == ("phone", "--dial", "{number}")
    assert not telephone.dial_at_once


def test_one_bad_line_does_not_cost_the_good_ones(path: Path) -> None:
    loaded = written(
        path, '[desk]\nsalesperson = "Piet\nlanguage = "nl"\n[bdc]\nafter_hours = true\n'
    )

    assert loaded.problems == (Problem(2, "salesperson"),)
    assert loaded.settings.desk.language == "nl"
    assert loaded.settings.bdc.after_hours


def test_a_week_without_an_open_day_is_not_taken(path: Path) -> None:
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
    loaded = written(path, "[hours]\n" + "".join(f"{day} = []\n" for day in days))

    assert loaded.problems == (Problem(1, "hours"),)
    assert loaded.settings.hours.monday == (NINE_TO_SIX,)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00bad", b"\x80\x81"])
def test_a_file_that_is_no_text_leaves_all_defaults(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    assert load(path).problems == (Problem(0, "settings.toml"),)


def test_a_byte_order_mark_is_no_problem(path: Path) -> None:
    path.write_bytes(b'\xef\xbb\xbf[desk]\nsalesperson = "Piet"\n')

    assert load(path).settings.desk.salesperson == "Piet"


def test_settings_of_a_newer_version_are_refused(path: Path) -> None:
    path.write_text("version = 99\n")

    with pytest.raises(CouldNotError, match="newer version"):
        load(path)


def test_a_change_keeps_comments_and_everything_else(path: Path) -> None:
    write_defaults(path)
    before = path.read_text("utf-8")

    change(path, "desk", {"salesperson": "Piet", "sound": False})
    change(path, "hours", {"monday": ["09:00-12:30", "13:00-18:00"]})

    after = load(path)
    assert after.problems == ()
    assert (after.settings.desk.salesperson, after.settings.desk.sound) == ("Piet", False)
    assert after.settings.hours.monday == (Span(540, 750), Span(780, 1080))
    assert path.read_text("utf-8").count("#") == before.count("#")


def test_a_change_of_a_broken_file_is_refused_and_loses_nothing(path: Path) -> None:
    path.write_text("[desk\nsalesperson = 3")

    with pytest.raises(CouldNotError, match="hold a line"):
        change(path, "desk", {"salesperson": "Piet"})

    assert path.read_text() == "[desk\nsalesperson = 3"


def test_dutch_holidays_are_closed_unless_set_open(path: Path) -> None:
    written(path, '[hours]\nopen_holidays = ["2026-04-27"]\nclosed_days = ["2026-12-24"]\n')
    hours = rules(load(path).settings).hours

    assert hours.is_open(local("2026-04-27 10:00"))  # King's Day, set open
    assert not hours.is_open(local("2026-05-25 10:00"))  # Whit Monday
    assert not hours.is_open(local("2026-12-24 10:00"))  # an own closing day
    assert hours.is_open(local("2026-12-23 10:00"))


def test_holidays_are_those_of_the_year() -> None:
    holidays = Holidays("NL")

    assert date(2026, 4, 6) in holidays  # Easter Monday
    assert date(2026, 5, 5) not in holidays  # a holiday every fifth year
    assert date(2030, 5, 5) in holidays
    assert date(2026, 4, 6) not in Holidays("XX")


def test_holidays_are_looked_up_once_and_kept(tmp_path: Path) -> None:
    kept = tmp_path / "holidays.json"
    assert date(2026, 4, 6) in Holidays("NL", kept)

    kept.write_text(kept.read_text().replace("2026-04-06", "2026-04-07"))

    assert date(2026, 4, 7) in Holidays("NL", kept)
    assert date(2028, 12, 25) in Holidays("NL", kept)
    assert date(2026, 4, 6) in Holidays("BE", kept)


@pytest.mark.parametrize("content", ["", "[]", '{"NL": []}', '{"NL": {"x": ["y"]}}', "null"])
def test_kept_holidays_that_are_damaged_are_looked_up_again(tmp_path: Path, content: str) -> None:
    kept = tmp_path / "holidays.json"
    kept.write_text(content)

    assert date(2026, 4, 6) in Holidays("NL", kept)


def test_the_mark_of_the_rules_changes_only_with_what_plans_follow_from(path: Path) -> None:
    start = rules_mark(load(path).settings)

    assert rules_mark(written(path, '[desk]\nsalesperson = "Piet"\n').settings) == start
    assert rules_mark(written(path, "[follow_up]\nbusy_minutes = 5\n").settings) != start


def test_the_defaults_can_be_read_without_a_problem() -> None:
    content = tomllib.loads(resource("settings.toml").read_text("utf-8"))

    assert content.pop("version") == 1
    assert load(resource("settings.toml")).problems == ()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(
            '[outgoing]\nhost = "smtp.example.com"\n', Problem(1, "outgoing"), id="from nobody"
        ),
        pytest.param(
            '[outgoing]\nhost = "h.example"\naddress = "a@example.com"\nsecurity = "plain"\n',
            Problem(1, "outgoing"),
            id="plain elsewhere",
        ),
        pytest.param(
            '[outgoing]\nhost = "h"\naddress = "a@example.com"\nsign_in = "google"\n',
            Problem(1, "outgoing"),
            id="a sign-in without a client id",
        ),
        pytest.param("[outgoing]\nport = 70000\n", Problem(2, "outgoing.port"), id="no port"),
        pytest.param('[outgoing]\nuser = "a\\nb"\n', Problem(2, "outgoing.user"), id="two lines"),
    ],
)
def test_outgoing_mail_that_cannot_be_is_named_and_left_to_the_own_mail_program(
    tmp_path: Path, content: str, problem: Problem
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(content)

    loaded = load(path)

    assert loaded.problems == (problem,)
    assert not loaded.settings.outgoing.is_set


def test_outgoing_mail_has_the_usual_port_and_the_address_as_its_user(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[outgoing]\nhost = "smtp.example.com"\naddress = "Piet@Example.com"\n')

    outgoing = load(path).settings.outgoing

    assert (outgoing.user, outgoing.address) == ("piet@example.com", "piet@example.com")
    assert (outgoing.server_port, outgoing.is_set) == (587, True)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", ""),
        (
            '[mailboxes.a]\nhost = "imap.example.com"\nuser = "leads@example.com"',
            "leads@example.com",
        ),
        ('[dealer]\nown_addresses = ["verkoop@example.com"]', "verkoop@example.com"),
        (
            '[dealer]\nown_addresses = ["verkoop@example.com"]\n'
            '[outgoing]\nhost = "smtp.example.com"\naddress = "piet@example.com"',
            "piet@example.com",
        ),
    ],
)
def test_invites_come_from_whom_mails_are_from_else_from_an_own_address(
    path: Path, text: str, address: str
) -> None:
    assert written(path, text).settings.own_address == address


def test_out_of_the_box_nothing_escalates_and_hand_overs_go_to_a_folder(path: Path) -> None:
    bdc = load(path).settings.bdc

    assert (bdc.escalate_after_minutes, bdc.address, bdc.folder, bdc.colleagues) == (0, "", "", {})
    assert rules(load(path).settings).escalate_after is None


@pytest.mark.parametrize(
    "colleagues",
    [
        'colleagues = { "Els Bakker" = "Els@example.com" }',
        '[bdc.colleagues]\n"Els Bakker" = "els@example.com"',
    ],
)
def test_the_bdc_and_colleagues_have_addresses(path: Path, colleagues: str) -> None:
    text = f'[bdc]\nescalate_after_minutes = 5\naddress = "bdc@example.com"\n{colleagues}\n'

    loaded = written(path, text)

    bdc = loaded.settings.bdc
    assert loaded.problems == ()
    assert rules(loaded.settings).escalate_after == timedelta(minutes=5)
    assert bdc.address_of("") == "bdc@example.com"
    assert bdc.address_of("Els Bakker") == "els@example.com"
    assert bdc.address_of("somebody who left") == ""


@pytest.mark.parametrize(
    "line",
    [
        "escalate_after_minutes = -1",
        "escalate_after_minutes = false",
        'address = "bdc"',
        'colleagues = ["Els"]',
        'colleagues = { "Els" = "els" }',
        'colleagues = { "" = "els@example.com" }',
    ],
)
def test_what_makes_no_sense_of_the_bdc_is_named(path: Path, line: str) -> None:
    loaded = written(path, f"[bdc]\n{line}\n")

    assert loaded.problems == (Problem(2, f"bdc.{line.partition(' ')[0]}"),)
    assert loaded.settings.bdc.colleagues == {}


def test_leads_are_planned_anew_for_another_escalation_not_for_another_address(path: Path) -> None:
    before = rules_mark(load(path).settings)

    change(path, "bdc", {"address": "bdc@example.com"})
    assert rules_mark(load(path).settings) == before
    change(path, "bdc", {"escalate_after_minutes": 5})
    assert rules_mark(load(path).settings) != before
