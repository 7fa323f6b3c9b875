"""Every message says what it is for."""

import pytest

from assistant.core.request import Channel
from assistant.outreach.texts import Moment
from assistant.ui.action.writing import heading


@pytest.mark.parametrize("moment", Moment)
def test_every_moment_has_a_heading(moment: Moment) -> None:
    assert heading(moment, Channel.MAIL)
    assert heading(moment, Channel.WHATSAPP)
