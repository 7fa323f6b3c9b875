"""What a lead tells of how far it came, so that every figure can be counted in a spreadsheet.

Names and meanings are those of ``v_leads``; the last six say where the process broke.
"""

from assistant.core.errors import mark
from assistant.store.exports.columns import Column, Kind

_NEXT = """
    (select {} from prompts
     where lead_id = s.lead_id and (expires_at is null or expires_at > :now)
     order by due_at, step limit 1)
"""
_STEPS = mark(
    "What is to be done next: call, mail, whatsapp, call_back, follow_up, confirm_appointment, "
    "remind_appointment, ask_show."
)


def _moment(name: str, meaning: str) -> Column:
    return Column(name, Kind.MOMENT, f"m.{name}", meaning)


PASSED = (
    Column("interest", Kind.WORD, "m.interest", mark("What he is for: new, used, phone, other.")),
    _moment(
        "due_at",
        mark(
            "When the first call was due here; empty when he was spoken to at once, or the BDC "
            "calls who asked after hours."
        ),
    ),
    Column(
        "after_hours",
        Kind.FLAG,
        "m.is_after_hours",
        mark("Whether he asked while you were closed."),
    ),
    _moment("responded_at", mark("When it was made, or he was reached otherwise.")),
    Column(
        "response_s",
        Kind.COUNT,
        "m.response_s",
        mark("The seconds to then, from when he asked or you opened."),
    ),
    Column("tries_before", Kind.COUNT, "m.tries", mark("Tries in vain before he was reached.")),
    _moment("reached_at", mark("The first conversation, or his answer.")),
    _moment("follow_up_at", mark("When a call-back or follow-up was first agreed.")),
    _moment("agreed_at", mark("When an appointment was first agreed.")),
    _moment("starts_at", mark("When the last appointment is, or was; empty if it was called off.")),
    _moment("confirmed_at", mark("When one was first confirmed to him.")),
    _moment("show_at", mark("When it was marked that he came.")),
    _moment("no_show_at", mark("When it was first marked that he did not.")),
    _moment("sold_at", mark("When he bought.")),
    Column(
        "followable",
        Kind.FLAG,
        "m.reached_at is not null and m.is_followable",
        mark("Whether he was spoken to, and a number and an address were asked for and read back."),
    ),
    _moment("handed_over_at", mark("When he left for the BDC or a colleague, who have him still.")),
    _moment("no_show_uncalled_at", mark("When he did not come, and was not called since.")),
    _moment("no_next_step_at", mark("When he was spoken to, and nothing was agreed since.")),
    Column("next_step", Kind.WORD, _NEXT.format("step"), _STEPS),
    Column("next_due_at", Kind.MOMENT, _NEXT.format("due_at"), mark("When that is due, or was.")),
    Column(
        "back_at",
        Kind.MOMENT,
        "s.back_at",
        mark("When he last came back from the BDC or a colleague, to be called."),
    ),
    _moment(
        "unconfirmed_at",
        mark("When the last appointment is, or was, if that time is not confirmed; until he came."),
    ),
)
