"""The commands backup and restore, as a salesperson and a scheduled task call them."""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from assistant.cli.program import run
from assistant.folders import DataFolder
from tests.cli.conftest import Followup, Mail
from tests.conftest import FakeClock

LOOK_AT_IT, WRONG_CALL, COULD_NOT = 1, 2, 3
HIM = "sanne.hoekstra@example.com"


@pytest.fixture
def known(followup: Followup, mail: Mail) -> Callable[[], None]:
    def take_in() -> None:
        assert followup("intake", mail()).status == 0

    return take_in


@pytest.fixture
def backed_up(followup: Followup, known: Callable[[], None], tmp_path: Path) -> Path:
    """Return the backup of a log with one lead; since then there is another."""
    known()
    followup("backup", tmp_path / "b.db")
    followup("log", "call", "--number", "06 20000001", "--name", "Els Bakker")
    return tmp_path / "b.db"


def names(followup: Followup) -> list[str]:
    return [row["name"] for row in followup("agenda", "--json").rows]


def test_a_backup_says_where_it_is_and_how_much_is_in_it(
    followup: Followup, known: Callable[[], None], tmp_path: Path
) -> None:
    known()
    file = tmp_path / "b.db"

    said = followup("backup", file)
    again = followup("backup", "--json", file)
    dutch = followup("backup", file, lang="nl")

    assert (said.status, said.err) == (0, "")
    assert said.out == f"Backup written to {file}: 1 lead, 1 entry.\n"
    assert again.row == {"file": str(file), "leads": 1, "facts": 1}
    assert dutch.out == f"Reservekopie geschreven naar {file}: 1 lead, 1 regel.\n"


def test_in_a_folder_a_backup_is_named_after_the_dealers_day(
    followup: Followup, known: Callable[[], None], tmp_path: Path, clock: FakeClock
) -> None:
    known()
    clock.advance(hours=14, minutes=30)  # after midnight in Amsterdam
    place = tmp_path / "copies"
    place.mkdir()

    path = Path(followup("backup", "--json", place).row["file"])

    assert path.parent == place
    assert path.name.startswith("followup-2026-03-03-")
    assert path.exists()


def test_a_backup_is_read_beside_another_desks_log(
    backed_up: Path, tmp_path: Path, clock: FakeClock, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["--data", str(tmp_path / "els"), "--lang", "en", "inspect", "--from", "2026-03-02"]
    capsys.readouterr()

    status = run([*call, "--json", "--with", str(backed_up)], clock)

    printed = capsys.readouterr()
    assert (status, printed.err) == (0, "")
    assert '"row": "figures", "of": "period"' in printed.out
    assert '"requests": 1,' in printed.out
    assert not list(tmp_path.glob("b.db-*"))


def test_where_there_is_no_log_nothing_is_backed_up(
    followup: Followup, data: Path, tmp_path: Path
) -> None:
    said = followup("backup", tmp_path / "b.db")

    assert (said.status, said.out) == (COULD_NOT, "")
    assert said.err == f"There is no log in {data} yet.\n"
    assert not data.exists()


def test_a_folder_that_is_not_there_is_not_made(
    followup: Followup, known: Callable[[], None], tmp_path: Path
) -> None:
    known()

    said = followup("backup", tmp_path / "typo" / "b.db")

    assert (said.status, said.err) == (COULD_NOT, f"There is no folder {tmp_path / 'typo'}.\n")


def test_a_restore_says_what_stands_there_now_and_where_the_other_is(
    followup: Followup, backed_up: Path, data: Path
) -> None:
    said = followup("restore", backed_up)

    kept = data / "followup-before-restore-2026-03-02-100000.db"
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines() == [
        f"Restored from {backed_up}: 1 lead, 1 entry.",
        "What came in or was done after 10:00 is not in it.",
        f"The log until now is kept as {kept}.",
    ]
    assert names(followup) == ["Sanne Hoekstra"]
    assert followup("restore", "--json", kept).row == {
        "file": str(kept),
        "leads": 2,
        "facts": 2,
        "newest": "2026-03-02T09:00:00.000Z",
        "kept": str(data / "followup-before-restore-2026-03-02-100000-2.db"),
        "forgotten": 0,
        "emptied": 0,
        "asking": 0,
        "erasures_known": True,
    }
    assert len(names(followup)) == 2


def test_a_restore_tells_in_dutch_who_was_forgotten_again_and_where_he_still_stands(
    followup: Followup, backed_up: Path
) -> None:
    followup("forget", HIM)

    said = followup("restore", backed_up, lang="nl")

    assert said.status == LOOK_AT_IT
    assert said.out.splitlines()[-2:] == [
        "Sindsdien vergeten, en nu opnieuw: 1 lead, 1 bericht.",
        f"Kijk naar {backed_up}: de klant staat er nog in.",
    ]
    assert names(followup) == []
    assert followup("file", HIM).out == f"Nobody with {HIM} is known.\n"


def test_forgetting_reaches_the_log_that_was_kept_too(followup: Followup, backed_up: Path) -> None:
    kept = Path(followup("restore", "--json", backed_up).row["kept"])

    followup("forget", "06 20000001")  # whom only that one knows

    assert not kept.exists()


def test_a_damaged_log_gives_way_and_a_person_is_told_to_look(
    followup: Followup, backed_up: Path, data: Path
) -> None:
    (data / "followup.db").write_bytes(b"a letter " * 1_000)

    said = followup("restore", backed_up)

    assert said.status == LOOK_AT_IT
    assert said.out.splitlines()[-1] == (
        "It is too damaged to say who was forgotten since then: forget him again."
    )
    assert names(followup) == ["Sanne Hoekstra"]


def test_a_new_computer_is_told_what_nobody_there_can_know(
    followup: Followup, backed_up: Path, data: Path
) -> None:
    shutil.rmtree(data)

    said = followup("restore", backed_up)

    assert said.status == 0
    assert said.out.splitlines()[-1] == (
        "No log was here to say who was forgotten since then: forget him again."
    )
    assert names(followup) == ["Sanne Hoekstra"]


def test_beside_the_running_app_nothing_is_restored_and_a_backup_is_made(
    followup: Followup, backed_up: Path, data: Path
) -> None:
    lock = QLockFile(str(DataFolder(data).lock))
    assert lock.tryLock(0)
    try:
        said = followup("restore", backed_up)
        made = followup("backup", backed_up)
    finally:
        lock.unlock()

    assert (said.status, said.out) == (COULD_NOT, "")
    assert said.err == "The app is running: quit it (Ctrl+Q) and restore then.\n"
    assert made.status == 0
    assert len(names(followup)) == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("command", ["backup", "restore"])
def test_one_that_is_stopped_leaves_nothing_half_done(
    followup: Followup,
    backed_up: Path,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    number: signal.Signals,
) -> None:
    before = backed_up.read_bytes()
    ends = signal.signal(signal.SIGTERM, signal.SIG_IGN)  # not the tests themselves
    monkeypatch.setattr(
        "assistant.store.backups._amount_in", lambda _db: os.kill(os.getpid(), number)
    )

    said = followup(command, backed_up)

    monkeypatch.undo()
    signal.signal(signal.SIGTERM, ends)
    assert (said.status, said.out, said.err.strip()) == (COULD_NOT, "", "Stopped.")
    assert backed_up.read_bytes() == before
    assert not list(backed_up.parent.glob(".*"))
    assert not (data / "restoring").exists()
    assert len(names(followup)) == 2


@pytest.mark.parametrize(
    ("name", "status", "sentence"),
    [
        ("letter.txt", COULD_NOT, "is not a database of this program.\n"),
        ("empty.db", COULD_NOT, "is not a database of this program.\n"),
        ("missing.db", WRONG_CALL, "does not exist.\n"),
        ("", WRONG_CALL, "is a directory.\n"),
    ],
)
@pytest.mark.usefixtures("backed_up")
def test_what_is_no_backup_is_refused(
    followup: Followup, tmp_path: Path, name: str, status: int, sentence: str
) -> None:
    (tmp_path / "letter.txt").write_text("Dag " * 1_000)
    (tmp_path / "empty.db").touch()

    said = followup("restore", tmp_path / name)

    assert (said.status, said.out) == (status, "")
    assert said.err.endswith(sentence)
    assert len(names(followup)) == 2
