"""A number becomes one value of an address or one argument of a program, and nothing else."""

import re
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import WrongCallError
from assistant.outreach.dial import arguments, check, host_of, is_in_house, request
from assistant.settings import load
from assistant.settings.values import DialWay, Method
from tests.outreach.telephones import ADDRESS, HOST, a_program, a_telephone

MOBILE = "+31612345678"
EVIL = (
    '"; rm -rf /',
    "+31612345678\r\nHost: evil.example",
    "+31612345678 --config evil",
    "-x",
    "$(reboot)",
    "+31612345678&number=0900",
    "@evil.example/",
    "{digits}",
    "+٣١٦١٢٣٤٥٦٧٨",
    "",
)
anything = st.text() | st.sampled_from(EVIL) | st.from_regex(r"\+?[0-9]{6,15}(;ext=[0-9]+)?")


@pytest.mark.parametrize(
    ("number", "region", "path"),
    [
        (MOBILE, "NL", "/command.htm?number=0612345678"),
        (f"{MOBILE};ext=12", "NL", "/command.htm?number=0612345678"),
        ("+4930123456", "NL", "/command.htm?number=004930123456"),
        (MOBILE, "US", "/command.htm?number=01131612345678"),
        ("123456", "NL", "/command.htm?number=123456"),
    ],
)
def test_the_digits_are_those_that_are_pressed_here(number: str, region: str, path: str) -> None:
    wanted = request(a_telephone(), number, region)

    assert wanted.url == f"http://{HOST}{path}"
    assert (wanted.method, wanted.host, wanted.is_plain) == (Method.GET, HOST, True)


def test_the_number_is_the_international_one_and_its_plus_is_written_as_addresses_need() -> None:
    phone = a_telephone(
        url="https://PBX.example:8089/ari/channels?extension={number}&priority=1#top",
        hosts=("pbx.example",),
        method=Method.POST,
    )

    wanted = request(phone, MOBILE, "NL")

    assert wanted.url == (
        "https://pbx.example:8089/ari/channels?extension=%2B31612345678&priority=1"
    )
    assert (wanted.method, wanted.is_plain) == (Method.POST, False)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://192.168.1.20/{number}",
        "file:///etc/passwd?{number}",
        "192.168.1.20/{number}",
        "http://{number}/dial",
        "http://192.168.1.20:{digits}/",
        "http://user:secret@192.168.1.20/{number}",
        "http://192.168.1.20\\@evil.example/{number}",
        "http://192.168.1.20:port/{number}",
        "http://192.168.1.20/a b{number}",
        "http://192.168.1.20/\n{number}",
        "http://[::1/{number}",
        "http:///{number}",
        "{number}",
        "javascript:{number}",
    ],
)
def test_an_address_that_could_lead_elsewhere_is_refused(url: str) -> None:
    with pytest.raises(WrongCallError, match="cannot be asked"):
        request(a_telephone(url=url), MOBILE, "NL")
    assert host_of(url) == ""


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"url": ""}, "There is no address yet that dials."),
        ({"hosts": ()}, f"{HOST} is not among the hosts that may be asked."),
        ({"hosts": ("192.168.1.2",)}, f"{HOST} is not among the hosts that may be asked."),
        (
            {"url": ADDRESS.replace("digits", "name")},
            "There is no field {name}: only {number} and {digits} are filled in.",
        ),
        (
            {"url": f"http://{HOST}/dial"},
            "The address has neither {number} nor {digits}, so it dials nobody.",
        ),
        ({"way": DialWay.COMMAND}, "There is no command yet that dials."),
        ({"way": DialWay.COMMAND, "command": ("", "{number}")}, "There is no command yet"),
        (
            {"way": DialWay.COMMAND, "command": ("phone", "{number}", "{digits}")},
            "One argument of the command must have {number} or {digits}, and only one.",
        ),
        ({"way": DialWay.COMMAND, "command": ("phone{digits}",)}, "One argument of the command"),
        ({"way": DialWay.COMMAND, "command": ("phone", "--dial")}, "One argument of the command"),
        ({"way": DialWay.COMMAND, "command": ("phone", "{}", "{number}")}, "no field {}"),
    ],
)
def test_a_template_that_cannot_be_used_says_why(changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(WrongCallError) as refused:
        check(a_telephone(**changes), "NL")

    assert sentence in str(refused.value)


def test_a_template_that_can_be_used_is_not_complained_of() -> None:
    check(a_telephone(), "NL")
    check(a_program("phone", "{number}"), "NL")
    check(a_telephone(way=DialWay.LINK, url="", command=()), "NL")


def test_every_template_of_the_page_can_be_used(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "telephone.md").read_text("utf-8")
    file = tmp_path / "settings.toml"
    templates = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert len(templates) == 7
    for template in templates:
        file.write_text(template, "utf-8")
        loaded = load(file)

        assert loaded.problems == ()
        assert loaded.settings.telephone.way is not DialWay.LINK
        check(loaded.settings.telephone, "NL")


def test_a_number_stands_inside_one_argument_and_what_looks_like_a_shells_stays() -> None:
    program = a_program("phone", "--call=sip:{number}@pbx", "; echo $HOME", '{"a": [1]')

    assert arguments(program, MOBILE, "NL") == (
        "phone",
        "--call=sip:+31612345678@pbx",
        "; echo $HOME",
        '{"a": [1]',
    )


@given(anything)
def test_no_number_adds_an_argument_or_an_option(number: str) -> None:
    with suppress(WrongCallError):
        words = arguments(a_program("phone", "--dial", "{number}"), number, "NL")

        assert words[:2] == ("phone", "--dial")
        assert len(words) == 3
        assert set(words[2]) <= set("+0123456789")


@given(anything)
def test_no_number_changes_whom_or_what_is_asked(number: str) -> None:
    template = f"https://{HOST}/dial/{{number}}?from=12&to={{digits}}"
    with suppress(WrongCallError):
        wanted = request(a_telephone(url=template), number, "NL")

        parts = urlsplit(wanted.url)
        assert (parts.scheme, parts.netloc, wanted.host) == ("https", HOST, HOST)
        assert wanted.url.isascii()
        assert wanted.url.isprintable()
        assert parts.path.count("/") == 2
        assert set(parse_qs(parts.query)) == {"from", "to"}
        assert parse_qs(parts.query)["from"] == ["12"]


@given(st.text(), anything)
def test_an_address_is_used_only_for_a_host_that_is_named(url: str, number: str) -> None:
    for template in (url, f"http://{url}/{{number}}", f"http://{HOST}{url}/{{number}}"):
        with suppress(WrongCallError):
            wanted = request(a_telephone(url=template), number, "NL")

            assert urlsplit(wanted.url).hostname == HOST


@pytest.mark.parametrize(
    ("address", "in_house"),
    [
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("172.31.255.255", True),
        ("172.32.0.1", False),
        ("192.168.1.20", True),
        ("169.254.3.4", True),
        ("::1", True),
        ("fe80::1%eth0", True),
        ("fd00::1", True),
        ("::ffff:192.168.1.20", True),
        ("::ffff:8.8.8.8", False),
        ("8.8.8.8", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to judge, bound by nobody
        ("2001:db8::1", False),
    ],
)
def test_in_house_is_this_computer_or_a_private_network(address: str, in_house: bool) -> None:
    assert is_in_house(address) is in_house
