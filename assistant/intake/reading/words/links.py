"""Chooses the advert among the web addresses of a message."""

import re
from collections.abc import Iterable
from itertools import chain, islice

from assistant.intake.reading.markup.html_text import Link
from assistant.intake.reading.words.cleaning import web_address

_SEARCHED = 200_000
_MOST_ADDRESSES = 100
_LABEL = re.compile(
    r"bekijk|advertentie|inserat|anzeige|listing|view (?:the )?(?:ad|car|vehicle)|naar de auto"
    r"|zum fahrzeug|occasion",
    re.IGNORECASE,
)
_INVITES = re.compile(r"(?:bekijk|naar|view|see|zum|zur)\W[^\n]{0,40}[\s:<(]{1,6}\Z", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}]{1,2000}", re.IGNORECASE)
_ADVERT = re.compile(
    r"/(?:a|v|aanbod|angebote|offers?|occasions?|auto-?s?|cars?|voorraad|inventory|vehicles?|fahrzeuge?|detail\w*|adverts?"
    r"|listings?|tweedehands|gebruikt\w*|l)/[^?#]*[\w-]{3}",
    re.IGNORECASE,
)
_NOT_AN_ADVERT = re.compile(
    r"unsubscri|afmeld|uitschrijv|abmeld|optin|opt-out|preferences|privacy|voorwaarden|terms|disclaimer|impressum|datenschutz"
    r"|facebook\.|instagram\.|twitter\.|linkedin\.|youtube\.|play\.google|apps\.apple|w3\.org|schema\.org|aka\.ms|maps"
    r"|\.(?:png|jpe?g|gif|svg|css|js|ico|webp)(?:[?#]|$)|/(?:help|support|contact|login|account|faq)\b|wa\.me|tracking/open",
    re.IGNORECASE,
)


def advert_link(text: str, links: Iterable[Link]) -> str:
    """Return the web address of the advert, empty where none looks like one.

    Args:
        text: The message as text.
        links: The links of an HTML message, which its text does not show.
    """
    candidates = [(link.address, bool(_LABEL.search(link.label[:200]))) for link in links]
    candidates += _addresses(text[:_SEARCHED])
    ranked = chain(
        (address for address, invited in candidates if invited),
        (address for address, _ in candidates if _ADVERT.search(address)),
    )
    adverts = (one for one in ranked if not _NOT_AN_ADVERT.search(one[:2_000]))
    return next(filter(None, map(web_address, adverts)), "")


def _addresses(text: str) -> list[tuple[str, bool]]:
    """Return the addresses in a text, and whether the words before one invite to look."""
    found = islice(_ADDRESS.finditer(text), _MOST_ADDRESSES)
    return [
        (one.group(), bool(_INVITES.search(text[max(0, one.start() - 60) : one.start()])))
        for one in found
    ]
