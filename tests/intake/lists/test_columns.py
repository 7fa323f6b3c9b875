"""What columns hold: told by headings, guessed from what stands below, or said by a person."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.intake.lists import Columns, Meaning, guess_columns
from assistant.intake.lists.columns import find_columns

ROWS = st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=15)
MEANINGS = st.none() | st.sampled_from(Meaning)


def test_headings_in_three_languages_are_known() -> None:
    for row in (
        ["Klant", "Mobiel", "E-mailadres", "Kenteken", "Toestemming"],
        ["Name", "Phone", "Email", "License plate", "Consent"],
        ["Name", "Telefon", "E-Mail", "Kennzeichen", "Einwilligung"],
    ):
        columns = find_columns([["Klanten 2026"], row])
        assert columns is not None
        assert columns.heading == 1
        assert list(columns.meaning.values()) == [
            Meaning.NAME,
            Meaning.PHONE,
            Meaning.EMAIL,
            Meaning.PLATE,
            Meaning.CONSENT,
        ]


def test_headings_that_nobody_knows_are_guessed_from_what_stands_below() -> None:
    rows = [
        ["Export"],
        ["Nr", "Wie", "Bereikbaar", "Post"],
        ["1", "Jan", "06-20000001", "jan@example.com"],
        ["2", "Els", "620000002", ""],
        ["3", "Kim", "", "kim@example.com"],
    ]

    columns = guess_columns(rows)

    assert columns.heading == 1
    assert columns.meaning == {2: Meaning.PHONE, 3: Meaning.EMAIL}
    assert columns.names == rows[1]
    assert columns.reach_customers


def test_a_heading_that_is_known_beats_a_guess() -> None:
    columns = guess_columns([["Nr", "Naam"], ["0620000001", "0620000002"]])

    assert columns.meaning == {0: Meaning.PHONE, 1: Meaning.NAME}


def test_a_list_without_headings_loses_no_customer() -> None:
    columns = guess_columns([["Jan", "06-20000001"], ["Els", "06-20000002"]])

    assert (columns.heading, columns.meaning) == (-1, {1: Meaning.PHONE})
    assert columns.name(1) == ""


def test_a_date_is_no_number() -> None:
    assert guess_columns([["Wie", "Wanneer"], ["Jan", "2026-03-01"]]).meaning == {}


@given(ROWS)
def test_every_table_has_columns(rows: list[list[str]]) -> None:
    columns = guess_columns(rows)

    assert -1 <= columns.heading < len(rows)
    assert (find_columns(rows) or columns) == columns


@given(st.lists(st.tuples(st.integers(0, 9), MEANINGS)))
def test_the_last_word_on_each_column_counts(changes: list[tuple[int, Meaning | None]]) -> None:
    columns = Columns(0, {1: Meaning.PHONE}, ["a", "b"])
    for place, meaning in changes:
        columns = columns.changed(place, meaning)

    said = {1: Meaning.PHONE} | dict(changes)
    assert columns.meaning == {place: held for place, held in said.items() if held is not None}
