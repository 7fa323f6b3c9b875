"""Errors the program expects and can explain to its user in one sentence.

Anything else that escapes is a bug and is reported as one.
"""


def mark(sentence: str) -> str:
    """Mark a sentence for translation that is shown, and translated, elsewhere."""
    return sentence


class AssistantError(Exception):
    """Base of all errors whose message is meant for a person's eyes.

    Attributes:
        sentence: The English sentence with ``{fields}``; it is also the key under
            which its translation is found.
        fields: What fills the fields. Strangers' words stay here and never become
            part of a format string.
    """

    def __init__(self, sentence: str, **fields: object) -> None:
        super().__init__(sentence.format(**fields))
        self.sentence = sentence
        self.fields = fields


class WrongCallError(AssistantError):
    """What was asked cannot be done as it was asked: the asker can mend it."""


class CouldNotError(AssistantError):
    """What was asked is fine, but this computer or its files do not allow it."""


class RefusedError(CouldNotError):
    """Somebody's server does not let us in; asking again soon may lock the door for good."""
