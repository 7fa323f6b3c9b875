"""Opening the desk: what the readers of messages are told of the settings."""

from dataclasses import replace

from assistant.settings import OutgoingSettings, starting_values
from assistant.start import dealer


def test_the_address_from_which_we_send_is_never_a_customers() -> None:
    settings = starting_values()
    outgoing = OutgoingSettings(host="smtp.example.com", address="piet@example.com")

    assert dealer(settings).own_addresses == frozenset()
    assert dealer(replace(settings, outgoing=outgoing)).own_addresses == {"piet@example.com"}
    bdc = replace(settings.bdc, address="bdc@example.com", colleagues={"Els": "els@example.com"})
    assert dealer(replace(settings, bdc=bdc)).own_addresses == {
        "bdc@example.com",
        "els@example.com",
    }
