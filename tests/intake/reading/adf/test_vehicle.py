"""The cars of an ADF document."""

import pytest

from assistant.core.request import RequestKind
from tests.intake.reading.messages import prospect, request

GOLF = "<vehicle><year>2019</year><make>VW</make><model>Golf</model><trim>GTI</trim></vehicle>"
OWN = (
    '<vehicle interest="trade-in"><year>2009</year><make>Opel</make><model>Corsa</model></vehicle>'
)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (
            "<make>VW</make><model>Golf</model><trim>GTI</trim><year>2019</year>",
            "VW Golf GTI (2019)",
        ),
        ("<make>VW</make><model>VW Golf</model>", "VW Golf"),
        ("<make>Ford</make><model>F-150</model><trim>F-150 XLT</trim>", "Ford F-150 XLT"),
        ("<model>Golf</model>", "Golf"),
        ("<year>2019</year>", ""),
        ("", ""),
        ("<comments>Peugeot 208 1.2, 61.000 km</comments>", "Peugeot 208 1.2, 61.000 km"),
    ],
)
def test_a_car_is_one_line(inside: str, expected: str) -> None:
    assert request(prospect(f"<vehicle>{inside}</vehicle>"), "lead.xml").vehicle == expected


def test_no_vehicle_is_fine() -> None:
    assert request(prospect(), "lead.xml").vehicle == ""


@pytest.mark.parametrize("interest", ["trade-in", "TRADE-IN", "tradein", "Trade In", "sell"])
def test_his_own_car_never_becomes_the_one_he_asks_about(interest: str) -> None:
    own = OWN.replace("trade-in", interest)
    asked = request(prospect(own), "lead.xml")

    assert (asked.kind, asked.vehicle) == (RequestKind.TRADE_IN, "")
    assert asked.own_vehicle == "Opel Corsa (2009)"


def test_a_trade_in_beside_a_wanted_car_is_a_question() -> None:
    asked = request(prospect(OWN, GOLF), "lead.xml")

    assert (asked.kind, asked.vehicle) == (RequestKind.QUESTION, "VW Golf GTI (2019)")
    assert asked.own_vehicle == "Opel Corsa (2009)"


def test_a_trade_in_beside_an_empty_car_is_a_trade_in() -> None:
    assert request(prospect(OWN, "<vehicle/>"), "lead.xml").kind is RequestKind.TRADE_IN


def test_his_own_car_is_described() -> None:
    own = OWN.replace(
        "</vehicle>", '<odometer units="km">98000</odometer><condition>good</condition></vehicle>'
    )

    assert request(prospect(own), "lead.xml").own_vehicle == "Opel Corsa (2009), 98000 km, good"


@pytest.mark.parametrize("status", ["USED", "cpo", ""])
def test_any_status_is_fine(status: str) -> None:
    vehicle = GOLF.replace("<vehicle>", f'<vehicle status="{status}">')

    assert request(prospect(vehicle), "lead.xml").vehicle == "VW Golf GTI (2019)"


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        ('<price currency="EUR">12950</price>', "€ 12950"),
        ('<price currency="USD">26995</price>', "USD 26995"),
        ("<price>€ 12.950</price>", "€ 12.950"),
        ('<price currency="EUR">0.00</price>', ""),
        ('<price>0</price><price currency="eur">9950</price>', "€ 9950"),
        ('<option><price currency="EUR">500</price></option>', ""),
        ("<price></price>", ""),
    ],
)
def test_a_price_carries_its_currency(price: str, expected: str) -> None:
    assert (
        request(prospect(GOLF.replace("</vehicle>", f"{price}</vehicle>")), "lead.xml").price
        == expected
    )


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("<url>https://x.example/golf</url>", "https://x.example/golf"),
        ("<imagetag>http://x.example/golf.jpg</imagetag>", "http://x.example/golf.jpg"),
        ("<imagetag>javascript:alert(1)</imagetag>", ""),
        ("<url>file:///etc/passwd</url>", ""),
        ("<url>//x.example/share</url>", ""),
    ],
)
def test_only_a_web_address_is_a_link(link: str, expected: str) -> None:
    assert (
        request(prospect(GOLF.replace("</vehicle>", f"{link}</vehicle>")), "lead.xml").link
        == expected
    )


def test_comments_on_the_car_are_the_question_when_he_wrote_none() -> None:
    vehicle = GOLF.replace("</vehicle>", "<comments>Demo car</comments></vehicle>")

    assert request(prospect(vehicle), "lead.xml").question == "Demo car"
    commented = prospect(vehicle).replace("</customer>", "<comments>Er nog?</comments></customer>")
    assert request(commented, "lead.xml").question == "Er nog?"
