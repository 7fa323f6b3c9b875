"""Small numbers as people say them, in Dutch and English."""

_WORDS = {
    word: value
    for value, words in enumerate(
        (
            "een one",
            "twee two",
            "drie three",
            "vier four",
            "vijf five",
            "zes six",
            "zeven seven",
            "acht eight",
            "negen nine",
            "tien ten",
            "elf eleven",
            "twaalf twelve",
        ),
        start=1,
    )
    for word in words.split()
} | {"twintig": 20, "twenty": 20}

NUMERAL = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)})"
"""Matches a number of two figures, or the word of one to twelve, or of twenty."""


def number(said: str) -> int:
    """Return what a :data:`NUMERAL` stands for."""
    return int(said) if said.isdecimal() else _WORDS[said]
