"""A telephone is asked as the dealer wrote it, and whatever goes wrong is one sentence."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.core.errors import CouldNotError
from assistant.outreach import dial_request
from assistant.outreach.dial import DialRequest
from assistant.outreach.dial_request import ask
from assistant.settings.values import Method
from tests.outreach.telephones import Asked, DeskPhone, Respond, desk_phone
from tests.services.certificates import Authority

USER, SECRET = "desk", "pa55:word"


def wanted(phone: DeskPhone, method: Method = Method.GET) -> DialRequest:
    url = f"{phone.url}/dial?number=0612345678"
    return DialRequest(method=method, url=url, host="127.0.0.1", is_plain=url.startswith("http:"))


def asks_for(challenge: str) -> Respond:
    """Grant only what comes with a sign-in."""

    def respond(asked: Asked) -> tuple[int, dict[str, str]]:
        if asked.headers["Authorization"]:
            return 200, {}
        return 401, {"WWW-Authenticate": challenge}

    return respond


def says(status: int, **headers: str) -> Respond:
    return lambda _asked: (status, headers)


def sentence(request: DialRequest, **options: Any) -> str:
    with pytest.raises(CouldNotError) as refused:
        ask(request, **options)
    return str(refused.value)


@pytest.fixture
def deaf() -> Iterator[DialRequest]:
    """A telephone that takes the call for help and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        yield DialRequest(
            method=Method.GET, url=f"http://127.0.0.1:{port}/", host="127.0.0.1", is_plain=True
        )


@pytest.mark.parametrize("method", list(Method))
def test_a_telephone_is_asked_once_by_the_method_it_wants(method: Method) -> None:
    with desk_phone() as phone:
        ask(wanted(phone, method))

        (asked,) = phone.asked
        assert (asked.command, asked.path) == (method.value, "/dial?number=0612345678")
        assert asked.headers["User-Agent"] == "followup-assistant"
        assert asked.headers["Authorization"] is None


@pytest.mark.parametrize(
    "challenge", ['Basic realm="phone"', 'Digest realm="phone", nonce="abc", qop="auth"']
)
@pytest.mark.parametrize("method", list(Method))
def test_a_secret_is_given_to_who_asks_for_it(challenge: str, method: Method) -> None:
    with desk_phone(asks_for(challenge)) as phone:
        ask(wanted(phone, method), USER, SECRET)

        first, second = phone.asked
        assert first.headers["Authorization"] is None
        assert second.headers["Authorization"].startswith(challenge.partition(" ")[0])
        assert SECRET not in str(second.headers)


@pytest.mark.parametrize(
    ("respond", "said"),
    [
        (asks_for('Basic realm="x"'), "127.0.0.1 refuses: are the user and the password right?"),
        (says(403), "127.0.0.1 refuses: are the user and the password right?"),
        (
            says(302, Location="http://evil.example/"),
            "127.0.0.1 sends the request on to another address; that is not followed.",
        ),
        (says(500), "127.0.0.1 does not dial: it answers 500."),
        (says(404), "127.0.0.1 does not dial: it answers 404."),
    ],
)
def test_a_telephone_that_does_not_grant_it_is_named(respond: Respond, said: str) -> None:
    with desk_phone(respond) as phone:
        assert sentence(wanted(phone)) == said
        assert len(phone.asked) == 1


@pytest.mark.parametrize("answer", ["Basic", "Digest"])
def test_a_wrong_secret_is_refused_and_not_tried_on_and_on(answer: str) -> None:
    challenge = {"WWW-Authenticate": f'{answer} realm="x", nonce="1", qop="auth"'}
    with desk_phone(lambda _asked: (401, challenge)) as phone:
        assert sentence(wanted(phone), user=USER, secret=SECRET).startswith("127.0.0.1 refuses")
        assert len(phone.asked) == 2


def test_a_sign_in_that_nobody_knows_is_said_to_be_one() -> None:
    with desk_phone(asks_for("Negotiate")) as phone:
        said = sentence(wanted(phone), user=USER, secret=SECRET)

    assert said == "127.0.0.1 asks for a sign-in that this program cannot give."


def test_a_silent_telephone_is_given_up(deaf: DialRequest) -> None:
    began = time.monotonic()
    assert sentence(deaf, patience=0.05) == "127.0.0.1 does not answer within 0.05 seconds."
    assert time.monotonic() - began < dial_request.PATIENCE_S
    assert dial_request.PATIENCE_S == 5


def test_a_telephone_that_is_off_is_named() -> None:
    with desk_phone() as phone:
        off = wanted(phone)

    assert sentence(off) == "127.0.0.1 cannot be reached: is it on, and is the address right?"


def test_who_is_no_web_server_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        off = DialRequest(
            method=Method.GET,
            url=f"http://127.0.0.1:{server.getsockname()[1]}/",
            host="127.0.0.1",
            is_plain=True,
        )
        client_said = _answered_with(server, b"SIP/2.0 400 Bad Request\r\n\r\n", off)

    assert client_said == "127.0.0.1 answers, but not as a web server does."


def _answered_with(server: socket.socket, answer: bytes, request: DialRequest) -> str:
    def answer_one() -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(answer)

    thread = threading.Thread(target=answer_one)
    thread.start()
    try:
        return sentence(request)
    finally:
        thread.join()


def test_by_http_nothing_is_sent_outside_the_own_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dial_request, "is_in_house", lambda address: address != "127.0.0.1")
    with desk_phone() as phone:
        said = sentence(wanted(phone))
        assert phone.asked == []

    assert said == (
        "127.0.0.1 is not in your own network: ask it by https, http could be read by others."
    )


def test_no_proxy_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with desk_phone() as phone, desk_phone() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", "")
        ask(wanted(phone))

        assert (len(phone.asked), proxy.asked) == (1, [])


def test_a_certificate_is_checked(authority: Authority, tmp_path: Path) -> None:
    with desk_phone(certificate=authority.vouch(tmp_path)) as phone:
        assert "a certificate that is not to be trusted" in sentence(wanted(phone))
        assert phone.asked == []

        ask(wanted(phone), ca_file=str(authority.file))
        assert len(phone.asked) == 1


def test_a_certificate_of_another_host_is_not_trusted(authority: Authority, tmp_path: Path) -> None:
    elsewhere = authority.vouch(tmp_path, address="127.0.0.9")
    with desk_phone(certificate=elsewhere) as phone:
        said = sentence(wanted(phone), ca_file=str(authority.file))

    assert "a certificate that is not to be trusted" in said


def test_certificates_that_are_not_there_are_named(tmp_path: Path) -> None:
    missing = tmp_path / "ca.pem"
    request = DialRequest(
        method=Method.GET, url="https://127.0.0.1/", host="127.0.0.1", is_plain=False
    )

    assert sentence(request, ca_file=str(missing)) == (
        f"There is no file of certificates at {missing}."
    )
