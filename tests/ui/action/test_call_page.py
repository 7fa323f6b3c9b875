"""The page of a call dials by what the desk has, and hears how the call went."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from assistant.core.errors import CouldNotError
from assistant.core.facts import Outcome
from assistant.intake.reception import OwnCall
from assistant.outreach.dialling import dial as really_dial
from assistant.settings.values import DialWay, TelephoneSettings
from assistant.ui.action.call_page import CallPage
from assistant.ui.around import Around
from assistant.ui.look.keyed import Tile
from tests.conftest import FakeClock
from tests.outreach.telephones import a_program, a_telephone
from tests.ui.conftest import Show, Switchboard
from tests.ui.seen import HOSTILE, nameless, rich_labels

MOBILE = "+31612345678"
Tell = Callable[..., None]


@pytest.fixture
def way() -> DialWay:
    """Parametrize a test with this name to dial otherwise."""
    return DialWay.COMMAND


@pytest.fixture
def at_once() -> bool:
    """Parametrize a test with this name to dial only by a press."""
    return True


@pytest.fixture
def page(around: Around, way: DialWay, at_once: bool, show: Show) -> CallPage:
    telephone = replace(around.settings.telephone, way=way, dial_at_once=at_once)
    page = CallPage(replace(around, settings=replace(around.settings, telephone=telephone)))
    show(page)
    return page


@pytest.fixture
def tell(around: Around, clock: FakeClock) -> Tell:
    """Return what tells, as a telephone program does, of an answer or an end."""

    def tell_of(*, over: bool, number: str = MOBILE) -> None:
        around.qt_desk.own_call_told.emit(OwnCall(number, clock(), over))

    return tell_of


def call(page: CallPage, number: str = MOBILE) -> None:
    """Begin, and wait until it is dialled or not."""
    page.start(number)
    finish(page)


def finish(page: CallPage) -> None:
    page.dialling.wait()
    QTest.qWait(0)


def likely(page: CallPage) -> list[str]:
    return [tile.text() for tile in page.outcomes if tile.property("likely") == "true"]


def tile(page: CallPage, outcome: Outcome) -> Tile:
    return next(tile for tile in page.outcomes if tile.property("outcome") == outcome)


@pytest.mark.parametrize("way", [DialWay.LINK])
def test_a_link_is_opened_at_once(
    page: CallPage, opened: list[str], switchboard: Switchboard
) -> None:
    page.start(MOBILE)

    assert opened == ["tel:+31612345678"]
    assert switchboard.dialled == []
    assert page.elapsed.text() == "Calling 0:00"
    assert page.dial_button.isHidden()


@pytest.mark.parametrize("way", [DialWay.URL, DialWay.COMMAND])
def test_another_way_dials_on_a_thread_and_opens_no_link(
    page: CallPage, opened: list[str], switchboard: Switchboard, way: DialWay
) -> None:
    switchboard.may_answer.clear()
    page.start(MOBILE)
    assert page.elapsed.text() == "Calling 0:00"
    assert page.number.text() == "06 12 34 56 78"

    switchboard.may_answer.set()
    finish(page)

    ((telephone, number, region, secret),) = switchboard.dialled
    assert (telephone.way, number, region, secret) == (way, MOBILE, "NL", "")
    assert opened == []
    assert page.problem.isHidden()


@pytest.mark.parametrize("way", list(DialWay))
@pytest.mark.parametrize("at_once", [False])
def test_nothing_is_dialled_before_dial_is_pressed_where_that_is_set(
    page: CallPage, opened: list[str], switchboard: Switchboard, clock: FakeClock
) -> None:
    call(page)
    assert (opened, switchboard.dialled) == ([], [])
    assert page.elapsed.text() == "Scan the code with your phone, or press Dial."
    assert page.code.isVisible()
    clock.advance(seconds=30)

    page.dial_button.click()
    finish(page)

    assert len(opened) + len(switchboard.dialled) == 1
    assert page.elapsed.text() == "Calling 0:00"
    assert page.dial_button.isHidden()


def test_what_goes_wrong_is_said_and_the_number_stays_to_be_dialled_otherwise(
    page: CallPage, switchboard: Switchboard, qtbot: QtBot
) -> None:
    switchboard.problem = CouldNotError("There is no program {program}.", program=HOSTILE)
    call(page)

    assert page.problem.message.text() == f"There is no program {HOSTILE}."
    assert page.elapsed.text() == "Not dialled. Scan the code, or dial the number yourself."
    assert page.problem.isVisible()
    assert page.code.isVisible()
    assert rich_labels(page) == []
    page.copy_button.click()
    assert QGuiApplication.clipboard().text() == MOBILE
    with qtbot.waitSignal(page.ended) as ended:
        QTest.keyClick(page, Qt.Key.Key_1)
    assert ended.args == [Outcome.SPOKE]


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (
            a_telephone(url="http://192.168.1.20/{name}"),
            "There is no field {name}: only {number} and {digits} are filled in.",
        ),
        (a_telephone(hosts=()), "192.168.1.20 is not among the hosts that may be asked."),
        (a_program("no-such-phone", "{number}"), "There is no program no-such-phone."),
        (
            a_program(sys.executable, "-c", "raise SystemExit(2)", "{number}"),
            f"{sys.executable} could not dial: it ended with status 2.",
        ),
        (
            a_telephone(url="http://127.0.0.1:1/{digits}", hosts=("127.0.0.1",)),
            "127.0.0.1 cannot be reached: is it on, and is the address right?",
        ),
    ],
)
def test_each_thing_that_can_be_wrong_is_a_sentence_on_the_page(
    around: Around, show: Show, by: TelephoneSettings, said: str
) -> None:
    page = CallPage(
        replace(
            around,
            settings=replace(around.settings, telephone=by),
            telephone=replace(around.telephone, dial=really_dial),
        )
    )
    show(page)

    call(page)

    assert page.problem.message.text() == said
    assert page.problem.isVisible()
    assert page.dial_button.isVisible()


def test_after_a_failure_it_can_be_tried_again(page: CallPage, switchboard: Switchboard) -> None:
    switchboard.problem = CouldNotError("There is no program {program}.", program="phone")
    call(page)
    switchboard.problem = None

    page.dial_button.click()
    finish(page)

    assert len(switchboard.dialled) == 2
    assert page.problem.isHidden()
    assert page.elapsed.text() == "Calling 0:00"


def test_a_mistake_of_the_program_is_a_sentence_too(
    around: Around, show: Show, caplog: pytest.LogCaptureFixture
) -> None:
    def make_a_mistake(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    command = replace(around.settings.telephone, way=DialWay.COMMAND)
    telephone = replace(around.telephone, dial=make_a_mistake)
    settings = replace(around.settings, telephone=command)
    page = CallPage(replace(around, settings=settings, telephone=telephone))
    show(page)

    call(page)

    assert page.problem.message.text() == "The program made a mistake in dialling."
    assert "ZeroDivisionError" in caplog.text


def test_a_failure_that_comes_after_the_call_was_left_is_not_told(
    page: CallPage, switchboard: Switchboard
) -> None:
    switchboard.problem = CouldNotError("There is no program {program}.", program="phone")
    switchboard.may_answer.clear()
    page.start(MOBILE)
    page.stop()

    switchboard.may_answer.set()
    finish(page)

    assert page.problem.isHidden()


def test_a_conversation_that_ended_is_timed_and_spoke_is_pointed_at(
    page: CallPage, tell: Tell, clock: FakeClock, qtbot: QtBot
) -> None:
    call(page)
    clock.advance(seconds=12)
    tell(over=False)
    assert page.elapsed.text() == "Speaking 0:00"
    clock.advance(seconds=84)

    with qtbot.assertNotEmitted(page.ended):
        tell(over=True)

    assert page.elapsed.text() == "The call lasted 1:24."
    assert likely(page) == ["Spoke"]
    assert tile(page, Outcome.SPOKE).hasFocus()
    assert tile(page, Outcome.SPOKE).accessibleDescription() == "Probably this"
    with qtbot.waitSignal(page.ended) as ended:
        QTest.keyClick(tile(page, Outcome.SPOKE), Qt.Key.Key_Space)
    assert ended.args == [Outcome.SPOKE]


def test_where_nobody_answered_no_answer_is_pointed_at(page: CallPage, tell: Tell) -> None:
    call(page)
    tell(over=True)

    assert page.elapsed.text() == "Nobody answered."
    assert likely(page) == ["No answer"]
    assert tile(page, Outcome.NO_ANSWER).hasFocus()


def test_the_next_call_points_at_nothing_yet(page: CallPage, tell: Tell) -> None:
    call(page)
    tell(over=True)
    page.stop()

    call(page)

    assert likely(page) == []
    assert tile(page, Outcome.NO_ANSWER).accessibleDescription() == ""
    assert page.elapsed.text() == "Calling 0:00"


def test_another_number_and_an_earlier_call_are_not_heard(
    page: CallPage, tell: Tell, around: Around, clock: FakeClock
) -> None:
    call(page, f"{MOBILE};ext=12")
    tell(over=True, number="+31620000001")
    around.qt_desk.own_call_told.emit(OwnCall(MOBILE, clock() - timedelta(seconds=1), True))
    assert likely(page) == []

    tell(over=True)

    assert likely(page) == ["No answer"]


def test_a_call_that_was_left_is_not_heard(page: CallPage, tell: Tell) -> None:
    call(page)
    page.stop()

    tell(over=True)

    assert likely(page) == []


def test_the_keyboard_is_not_taken_from_who_types_elsewhere(
    around: Around, show: Show, tell: Tell
) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    field, page = QLineEdit(), CallPage(around)
    column.addWidget(field)
    column.addWidget(page)
    show(window)
    call(page)
    field.setFocus()

    tell(over=True)

    assert field.hasFocus()
    assert likely(page) == ["No answer"]


def test_a_call_is_noted_while_it_lasts(page: CallPage, around: Around) -> None:
    calls = around.telephone.own_calls
    call(page)
    assert calls.since(MOBILE)

    page.stop()

    assert not calls.since(MOBILE)


@pytest.mark.parametrize("at_once", [False])
def test_a_call_that_was_not_dialled_is_not_noted(page: CallPage, around: Around) -> None:
    call(page)

    assert not around.telephone.own_calls.since(MOBILE)


def test_where_nothing_can_be_noted_it_is_dialled_all_the_same(
    page: CallPage, around: Around, switchboard: Switchboard, caplog: pytest.LogCaptureFixture
) -> None:
    around.telephone.own_calls._folder.touch()

    call(page)

    assert len(switchboard.dialled) == 1
    assert "is not noted" in caplog.text
    page.stop()


@pytest.mark.parametrize("at_once", [False])
def test_every_control_has_a_name_and_the_keyboard_reaches_dial(page: CallPage) -> None:
    call(page)

    assert nameless(page) == []
    assert page.dial_button.focusPolicy() & Qt.FocusPolicy.TabFocus
