"""The chime: small, soft, and never the cause of an error."""

import wave
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.resources import resource
from assistant.ui.look import sound

CHIME = resource("sounds/new-lead.wav")


@pytest.fixture
def beeps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    return heard


def a_player(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a player on an otherwise empty path, which writes down what it is given."""
    player, note = folder / name, folder / "played"
    player.write_text(f'#!/bin/sh\necho "$0 $@" > "{note}.part"\n/bin/mv "{note}.part" "{note}"\n')
    player.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return note


def test_the_chime_is_a_short_quiet_file() -> None:
    with wave.open(str(CHIME)) as chime:
        assert (chime.getnchannels(), chime.getsampwidth(), chime.getframerate()) == (1, 2, 44_100)
        assert chime.getnframes() < 2 * 44_100
    assert CHIME.stat().st_size < 150_000


def test_a_player_of_the_system_is_started(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    beeps: list[str],
    qtbot: QtBot,
) -> None:
    note = a_player(tmp_path, "aplay", monkeypatch)

    sound.play(CHIME)

    qtbot.waitUntil(note.exists)
    assert note.read_text() == f"{tmp_path}/aplay {CHIME.resolve()}\n"
    assert beeps == []


def test_without_a_player_there_is_a_beep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beeps: list[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    sound.play(CHIME)

    assert beeps == ["beep"]


def test_a_player_that_cannot_be_started_is_a_beep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beeps: list[str]
) -> None:
    a_player(tmp_path, "aplay", monkeypatch).with_name("aplay").write_bytes(b"\x7fELF no program")

    sound.play(CHIME)

    assert beeps == ["beep"]


def test_a_missing_sound_is_a_beep(tmp_path: Path, beeps: list[str]) -> None:
    sound.play(tmp_path / "none.wav")

    assert beeps == ["beep"]
