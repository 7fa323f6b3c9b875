"""The names of months, days and times of day in Dutch, English and German.

A name is looked up by how it begins, so ``mei``, ``Mai`` and ``May`` or ``di``, ``dinsdag``
and ``Dienstag`` need no list of every spelling.
"""

from types import MappingProxyType

MONTHS = MappingProxyType(
    {
        beginning: number
        for number, beginnings in enumerate(
            (
                ("jan", "jän"),
                ("feb",),
                ("maa", "mar", "mär", "mrt", "mae"),
                ("apr",),
                ("mei", "may", "mai"),
                ("jun",),
                ("jul",),
                ("aug",),
                ("sep",),
                ("okt", "oct"),
                ("nov",),
                ("dec", "dez"),
            ),
            start=1,
        )
        for beginning in beginnings
    }
)
"""The first three letters of a month's name, and its number."""

MONTH = (
    r"(?:jan(?:uari|uary|uar)?|jän(?:ner)?|feb(?:ruari|ruary|ruar)?|maart|mrt|march|mar|märz|mär|maerz"
    r"|apr(?:il)?|mei|may|mai|june?|juni|july?|juli|aug(?:ustus|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?"
    r"|nov(?:ember)?|de[cz](?:ember)?)"
)
"""Matches the name of a month, in lower case."""

DAYS = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                "maandag monday montag ma mon mo",
                "dinsdag tuesday dienstag di tue tues",
                "woensdag wednesday mittwoch wo wed mi",
                "donderdag thursday donnerstag do thu thur thurs",
                "vrijdag friday freitag vr fri fr vrij",
                "zaterdag saturday samstag sonnabend za sat sa zat",
                "zondag sunday sonntag zo sun so",
            )
        )
        for name in names.split()
    }
)
"""A day's name or its abbreviation, and its number; Monday is 0."""

# Behind a time, or where the T should be. Those that mean two zones are read as American,
# because only American programs write them.
ZONE_HOURS = MappingProxyType(
    {
        "z": 0.0,
        "utc": 0.0,
        "gmt": 0.0,
        "wet": 0.0,
        "west": 1.0,
        "bst": 1.0,
        "cet": 1.0,
        "mez": 1.0,
        "cest": 2.0,
        "mesz": 2.0,
        "eet": 2.0,
        "eest": 3.0,
        "ast": -4.0,
        "edt": -4.0,
        "est": -5.0,
        "cdt": -5.0,
        "cst": -6.0,
        "mdt": -6.0,
        "mst": -7.0,
        "pdt": -7.0,
        "pst": -8.0,
    }
)
"""Abbreviations of time zones and their hours east of Greenwich."""
