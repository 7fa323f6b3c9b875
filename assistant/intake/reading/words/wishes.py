"""How a customer wants to be reached, and whether he may be called, from his own words.

Only a clear wish counts. "Niet bellen voor tien uur" is a wish about the hour, "ik kon u
niet bellen" is none at all; a lead that may not be called costs a sale when it was
misread.
"""

import re

from assistant.core.request import Channel

_LONGEST = 20_000

_CHANNELS = (
    (
        re.compile(r"whats\s?app|sms|text|\bapp(?:en)?\b|appje|tekst", re.IGNORECASE),
        Channel.WHATSAPP,
    ),
    (re.compile(r"mail|schriftelijk|written", re.IGNORECASE), Channel.MAIL),
    (re.compile(r"phone|tele|call|bel|anruf|mobiel|gsm|rückruf", re.IGNORECASE), Channel.CALL),
)
_STATED = re.compile(
    r"(?:preferred\s?method\s?of\s?contact|preferred\s?contact(?:\s?method)?|contact\s?preference"
    r"|preferred\s?method|best\s?contact\s?method|contactvoorkeur|voorkeur\s(?:voor\s)?contact\w{0,12}"
    r"|gewenste\scontact\w{0,12}|bevorzugte\s?kontakt\w{0,12}|bevorzugter\s?kontakt\w{0,12})"
    r"\s{0,3}[:=–-]?\s{0,3}(?:is\s|via\s|by\s|per\s|met\s)?\s?([\w()/-]{2,24})",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:(?:liever|liefst|graag|bij voorkeur|alleen)\s(?:een\s)?"
    r"(?:(?:reactie|antwoord|contact|bericht|informatie)\s)?(?:per|via|op)\s(?:de\s)?"
    r"|(?:prefer|rather|please)\s(?:reply|respond|answer|contact me|reach me|get back to me)?\s?"
    r"(?:by|via|through|over)\s"
    r"|(?:bitte|lieber|gerne|nur)\s(?:nur\s)?(?:per|über|via)\s)"
    r"(?:een\s)?(e-?mail|mail|whats\s?app|sms|text|app|telefoon|phone|telefon|call)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:(e-?mail|mail|whatsapp|text)\sonly|(?:alleen|only|nur)\s(?:(?:per|via|by)\s)?(e-?mail|mail|whatsapp))\b",
    re.IGNORECASE,
)
_RATHER = re.compile(
    r"\b(?:liever|liefst|graag)\s(?:(?:even|gewoon|alleen|een)\s){0,2}"
    r"(mailen|appen|whatsappen|mailtje|appje|bellen|telefonisch)\b|\b(mail|app|bel)\s(?:me|mij)\sliever\b",
    re.IGNORECASE,
)
_TEXT_ME = re.compile(
    r"\b(?:please\s(?:text|whatsapp)\sme|(?:app|whatsapp)\s(?:me|mij)\b|stuur\s(?:me|mij)\seen\s(?:app|whatsapp))",
    re.IGNORECASE,
)

_NO_CALL = re.compile(
    r"\b(?:niet\s(?:op\s|te\s)?bellen|niet\stelefonisch|bel\s(?:mij|me)\s(?:\w+\s){0,2}niet|bel\sniet"
    r"|(?:liever|wil|wens|hoef|graag)\s(?:\w+\s){0,3}niet\s(?:\w+\s)?gebeld|niet\sgebeld\sworden"
    r"|geen\s(?:telefoon|telefoontjes|telefonisch\scontact|belletjes)"
    r"|(?:do\snot|don['’]?t|please\sno|never)\s(?:call|phone|ring)(?!\s?back)|no\s(?:phone\s)?calls"
    r"|not\sby\s(?:tele)?phone|(?:bitte\s)?nicht\s(?:telefonisch|anrufen)|keine\s(?:telefon)?anrufe"
    r"|kein(?:en)?\s(?:telefon)?anruf|rufen\ssie\s(?:mich\s)?(?:bitte\s)?nicht\san)\b",
    re.IGNORECASE,
)
_ABOUT_THE_HOUR = re.compile(
    r"[^\w.!?]{0,3}(?:\w+[^\w.!?]{1,3}){0,2}?(?:voor|vóór|na|tussen|tijdens|tot|overdag|onder|before|after|between|during"
    r"|until|till|vor|nach|zwischen|während|bis|vandaag|today|heute|morgen|tomorrow|op\s\w+dag|on\s\w+day"
    r"|am\s\w+tag|(?:['’]?s\s)?(?:ochtends|avonds|middags|morgens)|if|als|wenn)\b",
    re.IGNORECASE,
)
_NOT_A_WISH = re.compile(
    r"(?:\b(?:kan|kon|kunnen|kunt|konden|waarom|why|could|can|kann|konnte|heb|heeft|hebben|had|i|we|they|you|hun"
    r"|vandaag|today|heute|nu|now)\b[^\w.!?]{1,3}(?:\w+[^\w.!?]{1,3}){0,3})$",
    re.IGNORECASE,
)


def channel_in(text: str) -> Channel | None:
    """Return the channel that a short answer names: ``text(sms)``, ``Per e-mail``."""
    named = {channel for form, channel in _CHANNELS if form.search(text[:100])}
    return named.pop() if len(named) == 1 else None


def wanted_channel(text: str) -> Channel | None:
    """Return the channel that a text asks for, as in ``Preferred contact method: Email``."""
    text = text[:_LONGEST]
    for form in (_STATED, _ASKED):
        if found := form.search(text):
            return channel_in(found.group(1))
    for either in (_ONLY, _RATHER):
        if found := either.search(text):
            return channel_in(found.group(1) or found.group(2))
    return Channel.WHATSAPP if _TEXT_ME.search(text) else None


def may_be_called(text: str) -> bool:
    """Say whether the customer did not ask, in so many words, not to be called."""
    text = " ".join(text[:_LONGEST].split())
    return not any(
        _ABOUT_THE_HOUR.match(text, found.end()) is None
        and _NOT_A_WISH.search(text[max(0, found.start() - 40) : found.start()]) is None
        for found in _NO_CALL.finditer(text)
    )
