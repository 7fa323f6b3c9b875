"""A dealer's own text, from the settings to the message that goes out."""

from tests.journeys.customers import SANNE
from tests.journeys.office import MAIN, Office


def test_an_own_text_is_written_seen_and_sent(office: Office) -> None:
    office.open()
    office.arrive()
    office.card(SANNE.name)
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)
    screen.key("ctrl+8")
    main.press("Change the texts")
    main.shows(f"With the newest lead: {SANNE.name}")

    main.press("Not reached")
    main.press("Channel: WhatsApp")
    main.field("Text").focus()
    screen.key("ctrl+a")
    screen.type("Even bellen? Ik had je net aan de lijn over de ")
    main.press("Put in: Car")
    main.press("Save")

    main.shows("Saved. It is used from now on.")
    assert "[en.missed]" in (office.data / "texts.toml").read_text("utf-8")
    office.press("Call", "Voicemail")
    office.card().shows("Ik had je net aan de lijn over de Peugeot 208")


def test_a_field_that_there_is_not_is_named_and_the_keyboard_alone_mends_it(
    office: Office,
) -> None:
    office.open()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)
    screen.key("ctrl+8")
    main.press("Change the texts")
    main.has_keyboard("Text")
    main.assert_all_named()
    screen.key("ctrl+a")
    screen.type("Beste {naam},")

    screen.key("ctrl+Return")
    main.shows("There is no field {naam}.")
    screen.key("ctrl+a")
    screen.type("Beste {name},")
    screen.key("ctrl+Return")
    main.shows("Saved. It is used from now on.")
    screen.key("Escape")

    main.shows("Opening hours")
