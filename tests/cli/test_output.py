"""What commands print."""

import json

import pytest

from assistant.cli.output import print_many_json


def test_many_objects_stand_on_a_line_each_in_their_order(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_many_json({"number": number, "name": "é\n"} for number in range(1_201))

    lines = capsys.readouterr().out.split("\n")
    assert lines.pop() == ""
    assert [json.loads(line)["number"] for line in lines] == list(range(1_201))
    assert lines[0] == '{"number": 0, "name": "é\\n"}'


def test_no_objects_are_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_many_json([])

    assert capsys.readouterr().out == ""
