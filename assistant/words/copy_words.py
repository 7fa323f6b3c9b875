"""What is said of the copies of desks' logs that an inspection read."""

from datetime import datetime

from assistant.desk.union import Copy, is_old
from assistant.names import in_text, shortened
from assistant.words.catalogue import tr
from assistant.words.times import span_in_words

_NAMES = 2
_LETTERS = 18
"""So much of a name stands where all copies are told of."""


def copy_in_words(copy: Copy, now: datetime) -> str:
    """Return one line: whose copy it is and how old, or why it does not count."""
    if copy.problem is not None:
        return tr(copy.problem.sentence).format(**copy.problem.fields)
    who, path = _who(copy), in_text(copy.place)
    if copy.newest is None:
        return tr("{who}: nothing written down yet ({path})").format(who=in_text(who), path=path)
    sentence = tr("{who}: up to {span} ago ({path})")
    if is_old(copy, now):
        sentence = tr("{who}: up to {span} ago, ask for a newer copy ({path})")
    return sentence.format(who=in_text(who), span=span_in_words(now - copy.newest), path=path)


def copy_shortly(copy: Copy, now: datetime) -> str:
    """Return a few words: whose copy it is and how old, or that it cannot be read."""
    path = shortened(in_text(copy.place), _LETTERS)
    if copy.problem is not None:
        return tr("{path} cannot be read").format(path=path)
    who = shortened(in_text(copy.salespeople[0] if copy.salespeople else copy.desk), _LETTERS)
    if copy.newest is None:
        return tr("{who} ({path}) empty").format(who=who, path=path)
    sentence = tr("{who} ({path}) {span}, old") if is_old(copy, now) else "{who} ({path}) {span}"
    return sentence.format(who=who, path=path, span=span_in_words(now - copy.newest))


def _who(copy: Copy) -> str:
    names = [*copy.salespeople[:_NAMES]]
    if len(copy.salespeople) > _NAMES:
        names.append(tr("and {count} more").format(count=len(copy.salespeople) - _NAMES))
    return ", ".join(names) or copy.desk
