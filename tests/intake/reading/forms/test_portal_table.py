"""The table of portals: the shipped one is right, and a wrong one is refused clearly."""

import pytest

from assistant.core.errors import WrongCallError
from assistant.core.request import Request, RequestKind
from assistant.intake.reading import Original, read
from assistant.intake.reading.forms.portal_table import read_portals
from assistant.intake.reading.forms.portals import Label, label_key
from assistant.resources import resource
from tests.intake.reading.messages import ARRIVED, DEALER, PORTALS, mail

SHIPPED = resource("portals.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("domain", "source"),
    [
        ("autotrack.nl", "AutoTrack"),
        ("mail.marktplaats.nl", "Marktplaats"),
        ("call.marktplaats.nl", "Marktplaats"),
        ("rtm.autoscout24.com", "AutoScout24"),
        ("autoscout24.nl", "AutoScout24"),
        ("mijnlease.nl", ""),
    ],
)
def test_a_portal_is_known_by_its_domain(domain: str, source: str) -> None:
    portal = PORTALS.of(domain)

    assert portal is not None
    assert portal.source == source


@pytest.mark.parametrize(
    "domain", ["", "notautotrack.nl", "autotrack.nl.evil.example", "example.com"]
)
def test_no_other_domain_is_a_portals(domain: str) -> None:
    assert PORTALS.of(domain) is None


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("*Naam:*", "naam"),
        ("Tel.", "tel"),
        ("Telefoon (optioneel) *", "telefoon"),
        ("E-mail\xa0 adres ?", "e-mail adres"),
    ],
)
def test_a_label_has_one_spelling(written: str, key: str) -> None:
    assert label_key(written) == key


def test_every_label_of_the_table_is_found_as_it_is_written() -> None:
    assert set(PORTALS.labels.values()) == set(Label)
    assert all(label_key(spelling) == spelling for spelling in PORTALS.labels)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[labels]", "[labels"),
        ("[common]", "[rare]"),
        ('kind = "test_drive"', 'kind = "joy_ride"'),
        ('reason = "saved_search"', 'reason = "boring"'),
        ('name = [\n    "naam",', 'name = [\n    "telefoon", "naam",'),
        ("[labels]", '[labels]\nshoe_size = ["schoenmaat"]'),
        ('text = "proefrit"', 'text = "{colour}"'),
        ("advert = [", "adverts = ["),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(old: str, new: str) -> None:
    assert old in SHIPPED
    with pytest.raises(WrongCallError, match="portals"):
        read_portals(SHIPPED.replace(old, new))


def test_a_dealer_can_add_a_portal_of_his_own() -> None:
    own = SHIPPED.replace(
        "[common]",
        '[[portal]]\nsource = "AutoBos"\ndomains = ["autobos.example"]\n'
        'kind = "call_back"\n\n[common]',
    )
    message = mail("x <noreply@autobos.example>", "Hallo", "Naam: Jan\nTelefoon: 0612345678")
    original = Original(content=message, name="x.eml", arrived_at=ARRIVED)
    (asked,) = read(original, DEALER, read_portals(own)).readings

    assert isinstance(asked, Request)
    assert (asked.source, asked.kind) == ("AutoBos", RequestKind.CALL_BACK)
