"""Finding a lead by any part of anything."""

import pytest

from assistant.desk import Desk
from tests.conftest import LAND_LINE, MOBILE, a_request


@pytest.mark.parametrize(
    "typed",
    [
        "hoek",
        "SANNE",
        "sanne hoekstra",
        "hoekstra peugeot",
        "208",
        "06 12 34 56",
        "0612345678",
        "+31 6 1234",
        "0031612345678",
        "345678",
        "06-12345678",
        "XX-123-X",
        "xx123x",
        "x-123",
        "sanne.hoekstra@",
    ],
)
def test_a_lead_is_found_by(desk: Desk, typed: str) -> None:
    desk.log_contact(a_request())
    desk.log_contact(a_request(name="Iemand Anders", phones=(), emails=(), plate="", vehicle="Kia"))

    assert [lead.name for lead in desk.find(typed)] == ["Sanne Hoekstra"]


@pytest.mark.parametrize("typed", ["cote", "Côté", "COTE"])
def test_accents_do_not_matter(desk: Desk, typed: str) -> None:
    desk.log_contact(a_request(name="Chantal Côté"))

    assert len(desk.find(typed)) == 1


@pytest.mark.parametrize("typed", ["%", "_", "\\", "", "   ", "' or 1=1 --", "hoekstra volvo"])
def test_nothing_is_found_by(desk: Desk, typed: str) -> None:
    desk.log_contact(a_request())

    assert desk.find(typed) == []


def test_a_second_number_is_found_too(desk: Desk) -> None:
    desk.log_contact(a_request(phones=(MOBILE, LAND_LINE)))

    assert len(desk.find("020 1234")) == 1
