"""Several copies of logs as one: each lead once, with everything that any copy knows of it.

A fact is written once, into one file; every other file that has it is a copy of that one and
has all that stood before it. So the copy that knows the last fact of every other copy knows
the whole lead, and what is derived in it is taken as it is. Only where each copy knows
something that the other does not, their facts are put together and folded anew.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection, DatabaseError, connect

from assistant.core.facts import LeadId
from assistant.store.database import copy_uri, explained, open_database, open_reader
from assistant.store.log import HANDED
from assistant.store.store import new_id

_ENDS = f"""
    insert into ends
    select :copy, facts.lead_id, id, facts.lead_id in (select lead_id from c.erasures)
    from (select max(seq) as seq from c.facts group by lead_id) join c.facts using (seq);
    insert into ties select lead_id, other_lead, null from c.facts where kind = 'merged';
    insert into ties
    select lead_id, substr(reference, {len(HANDED) + 1}), at
    from c.requests join c.facts using (id)
    where reference >= '{HANDED}' and reference < '{HANDED[:-1]};' and seq = (
        select min(first.seq) from c.facts first
        where first.lead_id = facts.lead_id and first.kind = 'requested')
"""  # noqa: S608 - our own words
_READ_THROUGH = """
    select count(*) from c.facts not indexed;
    select count(*) from c.facts where moment >= '';
    select count(*) from c.requests not indexed
"""
"""What appointments are read from later, when it is too late to leave a damaged copy out."""
_KNOWS = """
    insert into knows
    select :copy, lead, last from differing join c.facts on facts.id = differing.last
"""
_SAME = """
    select lead, copy, max(erased) from ends group by lead having count(distinct last) = 1
"""
"""Of each lead of which all copies have the same, one; one in which the person is taken out."""

_WHOLE = """
    select lead, min(copy) from ends join (
        select lead, copy from (select copy, lead, last from ends
                                union select copy, lead, last from knows)
        where lead in (select lead from differing)
        group by lead, copy having count(*) = (
            select count(*) from differing all_of_it where all_of_it.lead = lead)
    ) using (lead, copy)
    where erased = (select max(erased) from ends any_copy where any_copy.lead = ends.lead)
    group by lead
"""
"""Of each other lead the copy that knows the last fact of them all, where there is one."""

_TAKEN = """
    insert into milestones select m.* from c.milestones m join taken on lead = lead_id
    where copy = :copy;
    insert into summaries select s.* from c.summaries s join taken on lead = lead_id
    where copy = :copy;
    insert into prompts select p.* from c.prompts p join taken on lead = lead_id
    where copy = :copy;
    insert or ignore into counted
    select facts.* from c.requests join c.facts using (id) join taken on lead = lead_id
    where copy = :copy and requests.kind in ('missed_call', 'answered_call');
    insert or ignore into counted
    select facts.* from c.facts join taken on lead = lead_id
    where copy = :copy and kind = 'merged';
    insert or ignore into counted select * from c.facts
    where kind = 'split' and refers_to in (select id from counted);
    insert or ignore into counted select * from c.facts
    where kind = 'retraction' and refers_to in (select id from counted);
    insert or ignore into requests select * from c.requests where id in (select id from counted)
"""
_GATHERED = """
    insert or {how} into gathered select * from c.facts where lead_id in ({which});
    insert or {how} into requests
    select requests.* from c.requests join c.facts using (id) where lead_id in ({which});
    insert or ignore into leads select * from c.leads where id in ({which});
    insert or ignore into asked_before select * from c.asked_before where lead_id in ({which});
    insert or ignore into erasures select * from c.erasures where lead_id in ({which});
    insert or ignore into pledges select * from c.pledges
"""
_ROUND = 10_000
"""After so many steps of SQLite's it is asked whether to go on: about a millisecond."""
_OURS = ("is full", "interrupted")
"""What is no copy's fault."""
_FOLDED = "select lead from folded"
_ERASED = "select lead from folded where lead in (select lead_id from c.erasures)"
_TABLES = """
    create temp table ends (copy integer, lead text, last text, erased integer);
    create temp table ties (lead text, home text, handed_at text);
    create temp table knows (copy integer, lead text, last text);
    create temp table differing (lead text, last text);
    create table taken (lead text primary key, copy integer) without rowid;
    create temp table folded (lead text primary key) without rowid;
    create temp table gathered as select * from facts;
    create unique index temp.gathered_by_id on gathered (id);
    create temp table counted as select * from facts;
    create unique index temp.counted_by_id on counted (id)
"""


class BrokenCopyError(Exception):
    """A copy that turned out unreadable on the way: which of them, and what SQLite said."""

    def __init__(self, number: int, error: DatabaseError) -> None:
        super().__init__(number, error)
        self.number = number
        self.error = error


def unite(copies: Sequence[Path], into: Path, is_wanted: Callable[[], bool]) -> list[LeadId]:
    """Write the union of copies of this version into a new file.

    It is asked again and again whether that is still wanted.

    Returns:
        The leads of which only facts stand there: they are to be planned.

    Raises:
        BrokenCopyError: If one cannot be read; then the file is worth nothing.
        CouldNotError: If the file cannot be written, or is not wanted any more.
    """
    with explained(into):
        open_database(into).close()
        with closing(connect(into, uri=True, isolation_level=None)) as db:
            db.set_progress_handler(lambda: not is_wanted(), _ROUND)
            db.execute("pragma synchronous = off")
            _run(db, _TABLES)
            return _united(db, copies)


def taken(made: Path, copy: int, leads: Iterable[LeadId]) -> set[LeadId]:
    """Return which of some leads stand in a union as one of its copies, by its place, has them."""
    with closing(open_reader(made)) as db:
        known = "select 1 from taken where lead = ? and copy = ?"
        return {lead for lead in leads if db.execute(known, [lead, copy]).fetchone()}


def _united(db: Connection, copies: Sequence[Path]) -> list[LeadId]:
    for number in _each(db, copies):
        _run(db, _READ_THROUGH, number)
        _run(db, _ENDS, number)
    db.execute(
        """insert into differing select distinct lead, last from ends where lead in (
               select lead from ends group by lead having count(distinct last) > 1)"""
    )
    if len(copies) > 1:
        db.execute("create index temp.ends_by_lead on ends (lead, copy)")
        db.execute("create index temp.differing_by_lead on differing (lead)")
        for number in _each(db, copies):
            _run(db, _KNOWS, number)
    _choose(db)
    for number in _each(db, copies):
        _run(db, _TAKEN, number)
        _run(db, _GATHERED.format(how="ignore", which=_FOLDED), number)
        _run(db, _GATHERED.format(how="replace", which=_ERASED), number)
    return _written(db)


def _choose(db: Connection) -> None:
    """Decide of every lead from which copy it is taken, or that it is folded."""
    db.execute("begin")
    db.execute(f"insert into taken select lead, copy from ({_SAME})")  # noqa: S608
    db.execute(f"insert into taken {_WHOLE}")
    db.execute(
        """insert into folded select distinct lead from differing
           where lead not in (select lead from taken)"""
    )
    for group in _tied(db):
        copies = [
            db.execute("select copy from taken where lead = ?", [lead]).fetchone() for lead in group
        ]
        if len(set(copies)) > 1 or None in copies:
            each = [(lead,) for lead in group]
            db.executemany("delete from taken where lead = ?", each)
            db.executemany("insert or ignore into folded values (?)", each)
    db.execute("commit")


def _tied(db: Connection) -> list[set[str]]:
    """Return the leads that hang together because one went on in another, group by group."""
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    known = "home in (select lead from ends)"
    for lead, home in db.execute(f"select distinct lead, home from ties where {known}"):  # noqa: S608
        neighbours[lead].add(home)
        neighbours[home].add(lead)
    groups, seen = [], set[str]()
    for lead in neighbours:
        group, found = set[str](), [] if lead in seen else [lead]
        while found:
            one = found.pop()
            group.add(one)
            found += neighbours[one] - group
        seen |= group
        groups.append(group)
    return [group for group in groups if group]


def _written(db: Connection) -> list[LeadId]:
    """Put the facts in their order; a lead that was handed on goes on in the sender's."""
    columns = ", ".join(row[1] for row in db.execute("pragma table_info(facts)") if row[1] != "seq")
    for table in ("gathered", "counted"):
        db.execute(
            f"""insert or ignore into facts ({columns})
                select {columns} from {table} order by at, seq"""  # noqa: S608 - our own names
        )
    handed = db.execute(
        """select lead, home, min(handed_at) from ties where handed_at is not null
           and lead <> home and home in folded and lead in folded group by lead"""
    ).fetchall()
    for lead, home, at in handed:
        db.execute(
            """insert into facts (id, lead_id, desk, at, by, kind, other_lead)
               values (?, ?, '', ?, '', 'merged', ?)""",
            [new_id(), lead, at, home],
        )
    return [LeadId(row[0]) for row in db.execute("select lead from folded order by lead")]


def _each(db: Connection, copies: Sequence[Path]) -> Iterator[int]:
    """Attach one copy after the other as ``c``, read-only; SQLite has few places for them."""
    for number, path in enumerate(copies):
        with _blamed(number):
            db.execute("attach ? as c", [copy_uri(path)])
        yield number
        db.execute("detach c")


def _run(db: Connection, script: str, copy: int | None = None) -> None:
    """Run statements in one transaction."""
    values = {} if copy is None else {"copy": copy}
    with _blamed(copy):
        db.execute("begin")
        for statement in script.split(";\n"):
            db.execute(statement, values)
        db.execute("commit")


@contextmanager
def _blamed(copy: int | None) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        if copy is None or any(word in str(error) for word in _OURS):
            raise
        raise BrokenCopyError(copy, error) from error
