"""The sentences are constants, so that each can be translated."""

from assistant.core.request import NotALead, Unreadable
from assistant.intake.reading import reasons
from tests.intake.reading.messages import SAMPLES, readings


def test_every_sentence_is_listed_once_and_is_a_sentence() -> None:
    constants = {
        value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)
    }

    assert set(reasons.ALL) == constants
    assert len(reasons.ALL) == len(set(reasons.ALL))
    assert all(sentence.endswith(".") and "{" not in sentence for sentence in reasons.ALL)


def test_no_reason_is_put_together_from_a_message() -> None:
    for sample in SAMPLES.iterdir():
        for reading in readings(sample.read_bytes()[:200], sample.name):
            if isinstance(reading, NotALead | Unreadable):
                assert reading.reason in reasons.ALL
