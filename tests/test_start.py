"""Opening the desk: what the readers of messages are told, and a database that is damaged."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.core.errors import CouldNotError
from assistant.core.facts import LeadId
from assistant.folders import DataFolder
from assistant.settings import OutgoingSettings, starting_values
from assistant.start import dealer, office
from assistant.store.store import Store
from tests.conftest import FakeClock
from tests.desk.test_union import damage


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


def test_a_database_that_proves_damaged_on_the_way_is_said_to_be_so(
    tmp_path: Path, clock: FakeClock
) -> None:
    folder = DataFolder(tmp_path)
    with closing(Store(folder.database, clock())):
        pass
    damage(folder.database, "sqlite_autoindex_leads_1")

    with (
        pytest.raises(CouldNotError, match="is damaged; restore a backup"),
        office(folder, clock) as opened,
    ):
        opened.desk.lead(LeadId("of nobody"))
