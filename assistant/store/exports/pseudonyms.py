"""Names for customers who may not be known: one a person, the same within one export only.

A person is all leads that have a number or address in common, and those that these have in
common with others. The key of an export is made for it and kept nowhere.
"""

import os
from collections.abc import Iterator
from sqlite3 import Connection

_ALIKE = """
    select identity, lead_id from identities where identity in (
        select identity from identities group by identity having count(*) > 1)
    order by identity
"""
_HOMES = """
    select id, exists (select 1 from erasures where lead_id = id) from leads
"""


def name_customers(db: Connection) -> None:
    """Fill the table ``persons`` with what stands for each lead and its customer."""
    db.executemany("insert into persons values (?, ?, ?)", _persons(db))


def _persons(db: Connection) -> Iterator[tuple[str, str, str]]:
    from hashlib import blake2b  # noqa: PLC0415 - it brings all of OpenSSL

    key, first = os.urandom(32), _first_leads(db)

    def hashed(word: str, lead: str) -> str:
        digest = blake2b(f"{word} {lead}".encode(), key=key, digest_size=6)
        return f"{word}-{digest.hexdigest().upper()}"

    for lead, is_erased in db.execute(_HOMES):
        customer = "" if is_erased else hashed("customer", _root(first, lead))
        yield lead, hashed("lead", lead), customer


def _first_leads(db: Connection) -> dict[str, str]:
    """Return, for each lead of a customer with several, one that stands for them."""
    first: dict[str, str] = {}
    known, of_known = None, ""
    for identity, lead in db.execute(_ALIKE):
        root = _root(first, lead)
        if identity == known:
            first[root] = _root(first, of_known)
        known, of_known = identity, lead
    return first


def _root(first: dict[str, str], lead: str) -> str:
    while first.get(lead, lead) != lead:
        lead = first[lead]
    return lead
