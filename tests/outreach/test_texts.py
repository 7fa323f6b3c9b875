"""What a customer reads has no gaps, and his own words are never read as fields."""

import pytest

from assistant.core.request import Channel
from assistant.outreach.texts import About, Moment, text
from assistant.words.catalogue import Tongue

FULL = About(
    name="Sanne Hoekstra",
    vehicle="Peugeot 208",
    salesperson="Piet",
    dealer="Autohuis Voorbeeld",
    moment="za 7 mrt 14:00",
)
KNOWN = [
    FULL,
    About(moment="za 7 mrt 14:00"),
    About(salesperson="Piet", moment="za 7 mrt 14:00"),
    About(dealer="Autohuis Voorbeeld", vehicle="Kia", moment="za 7 mrt 14:00"),
]


@pytest.mark.parametrize("tongue", Tongue)
@pytest.mark.parametrize("moment", Moment)
@pytest.mark.parametrize("channel", [Channel.MAIL, Channel.WHATSAPP])
@pytest.mark.parametrize("about", KNOWN)
def test_no_text_has_a_gap(tongue: Tongue, moment: Moment, channel: Channel, about: About) -> None:
    ready = text(moment, channel, about, tongue)

    for part in (ready.subject, ready.body):
        assert "{" not in part
        assert "  " not in part
        assert " ." not in part
        assert " ," not in part
        assert part == part.strip()
    assert bool(ready.subject) == (channel is Channel.MAIL)


def test_a_name_with_braces_stays_a_name() -> None:
    ready = text(Moment.MISSED, Channel.MAIL, About(name="{salesperson}"), Tongue.DUTCH)

    assert "Goedendag {salesperson}," in ready.body


def test_who_writes_and_about_what_is_said() -> None:
    ready = text(Moment.MISSED, Channel.WHATSAPP, FULL, Tongue.DUTCH)

    assert "Met Piet van Autohuis Voorbeeld." in ready.body
    assert "uw vraag over de Peugeot 208" in ready.body
