"""Which leads a choice leaves, in words."""

from assistant.core.figures import Choice
from assistant.core.request import Door
from assistant.names import harmless
from assistant.words.catalogue import tr
from assistant.words.figure_words import figure_name
from assistant.words.vocabulary import word


def name_of(value: str) -> str:
    """Return a salesperson's or source's name as it is shown; some leads have none."""
    return harmless(value) or tr("Not known")


def named_choice(choice: Choice) -> list[str]:
    """Return what others are left out for; nothing for the usual choice."""
    named = [name_of(value) for value in (choice.owner, choice.source) if value is not None]
    if choice.interest is not None:
        named.append(figure_name(choice.interest))
    if choice.doors == frozenset(Door):
        named.append(tr("All doors"))
    elif choice.doors != Choice().doors:
        named += [word(door) for door in sorted(choice.doors)]
    return named
