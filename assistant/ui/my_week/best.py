"""The one step at which a change would bring most, in a few sentences."""

from assistant.core.figures import Part
from assistant.core.what_if import FEW, Interval, WhatIf
from assistant.words.catalogue import tr
from assistant.words.figure_words import figure_name, per_cent


def best_in_words(best: WhatIf | None) -> str:
    """Return what a better share would have brought, on what assumption, and how sure that is."""
    if best is None:
        return tr("In the last twelve weeks no step was below its target.")
    brought = [part for part in (Part.APPOINTMENTS, Part.SALES) if part in best.more]
    said = [
        tr("{step}: from {was} to {goal} would have brought in twelve weeks:").format(
            step=figure_name(best.step),
            was=per_cent(best.was),
            goal=per_cent(best.moved_to),
        ),
        ", ".join(f"{figure_name(part)} {_more(best.more[part])}" for part in brought or best.more)
        + ".",
        tr("If those went on as the others did."),
    ]
    if best.base < FEW:
        said.append(tr("There were few leads: this says little."))
    return " ".join(said)


def _more(interval: Interval) -> str:
    value, low, high = (round(each) for each in (interval.value, interval.low, interval.high))
    return f"{value:+}" if low == high else f"{value:+} ({low:+} … {high:+})"
