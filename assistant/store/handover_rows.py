"""Hand-overs as rows of ``facts``, and back."""

from sqlite3 import Row
from typing import Any

from assistant.core.facts import CameBack, HandedOn, HandOverReason, HandOverSent
from assistant.store.columns import moment, moment_text


def handover_columns(fact: HandedOn | HandOverSent | CameBack) -> dict[str, object]:
    """Return the columns of a hand-over's own."""
    match fact:
        case HandedOn(to=to, note=note):
            return {"kind": "handed_on", "recipient": to, "note": note}
        case HandOverSent():
            return {
                "kind": "hand_over_sent",
                "what": fact.reason,
                "moment": moment_text(fact.since),
                "recipient": fact.to,
                "as_draft": fact.as_draft,
            }
        case CameBack(arrived_at=arrived_at, note=note):
            return {"kind": "came_back", "moment": moment_text(arrived_at), "note": note}


def handed_on(row: Row, common: dict[str, Any]) -> HandedOn:
    """Return the hand-over by hand that stands in a row."""
    return HandedOn(**common, to=row["recipient"], note=row["note"])


def hand_over_sent(row: Row, common: dict[str, Any]) -> HandOverSent:
    """Return the hand-over that left, as it stands in a row."""
    reason, since = HandOverReason(row["what"]), moment(row["moment"])
    return HandOverSent(
        **common,
        reason=reason,
        since=since,
        to=row["recipient"],
        as_draft=bool(row["as_draft"]),
    )


def came_back(row: Row, common: dict[str, Any]) -> CameBack:
    """Return what came back, as it stands in a row."""
    return CameBack(**common, arrived_at=moment(row["moment"]), note=row["note"])
