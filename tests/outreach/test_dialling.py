"""Each way to dial, and the secret that goes with it."""

import sys
from pathlib import Path

import pytest

from assistant.core.errors import WrongCallError
from assistant.outreach.dialling import dial
from assistant.passwords import keep_password, telephone_place
from assistant.settings.values import TelephoneSettings
from tests.outreach.telephones import (
    Asked,
    DeskPhone,
    a_program,
    a_telephone,
    desk_phone,
)

MOBILE = "+31612345678"


def tied_to(phone: DeskPhone) -> TelephoneSettings:
    return a_telephone(url=f"{phone.url}/?n={{number}}", hosts=("127.0.0.1",), user="desk")


def asks_for_a_sign_in(asked: Asked) -> tuple[int, dict[str, str]]:
    if asked.headers["Authorization"]:
        return 200, {}
    return 401, {"WWW-Authenticate": 'Basic realm="phone"'}


@pytest.mark.parametrize(("typed", "given"), [("", "ZGVzazprZXB0"), ("new", "ZGVzazpuZXc=")])
@pytest.mark.usefixtures("pocket")
def test_a_desk_phone_gets_the_kept_secret_or_the_one_just_typed(typed: str, given: str) -> None:
    keep_password(telephone_place("desk", "127.0.0.1"), "kept")
    with desk_phone(asks_for_a_sign_in) as phone:
        dial(tied_to(phone), MOBILE, "NL", typed)

        assert phone.paths == ["/?n=%2B31612345678"] * 2
        assert phone.asked[1].headers["Authorization"] == f"Basic {given}"


def test_without_a_user_the_keyring_is_not_asked() -> None:
    with desk_phone() as phone:  # the keyring of the tests has no place: it would raise
        dial(a_telephone(url=f"{phone.url}/{{digits}}", hosts=("127.0.0.1",)), MOBILE, "NL")

        assert phone.paths == ["/0612345678"]


def test_a_program_is_run_with_the_number(tmp_path: Path) -> None:
    note = tmp_path / "note"
    write = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])"

    dial(a_program(sys.executable, "-c", write, str(note), "{number}"), MOBILE, "NL")

    assert note.read_text() == MOBILE


def test_a_host_that_is_not_named_is_not_asked() -> None:
    with desk_phone() as phone:
        with pytest.raises(WrongCallError):
            dial(a_telephone(url=f"{phone.url}/{{digits}}"), MOBILE, "NL")

        assert phone.asked == []
