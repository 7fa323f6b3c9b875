"""What stands in a column, said to a person."""

from assistant.core.errors import mark
from assistant.desk.exports import Kind
from assistant.words.catalogue import tr

_KINDS = {
    Kind.ID: mark("letters and digits"),
    Kind.TEXT: mark("text"),
    Kind.PROSE: mark("text, perhaps of several lines"),
    Kind.WORD: mark("one of these words"),
    Kind.COUNT: mark("a whole number"),
    Kind.FLAG: mark("1 for yes, 0 for no"),
    Kind.MOMENT: mark("day and time, as your clock had it"),
    Kind.PHONE: mark("a telephone number, as text"),
}


def kind_in_words(kind: Kind) -> str:
    """Return what a kind of column holds."""
    return tr(_KINDS[kind])
