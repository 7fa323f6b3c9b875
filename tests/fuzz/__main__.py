"""``python -m tests.fuzz [SECONDS] [FOLDER...]``: feed the readers with ever stranger messages.

It needs ``pip install atheris``. The seeds are the samples of the tests and the files of any
folder named. What it finds lies in ``/tmp/followup-fuzz``: a message on which a reader fails,
breaks a promise of its own, or takes longer than :data:`SLOWEST_S`.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["assistant.intake"], enable_loader_override=False):
    from assistant.core.request import Request
    from assistant.intake.reading import is_whole
    from tests.intake.reading.messages import SAMPLES, readings

FOUND = Path(tempfile.gettempdir()) / "followup-fuzz"
USUAL_S = 600
SLOWEST_S = 1
LONGEST = 16_384
NAMES = ("x.eml", "x.xml", "x.json", "x.html", "x.txt", "x.adf", "")
WORDS = (
    *("Naam: ", "Telefoon: 0612345678", "E-mail: a@b.example", "Bericht:", "<adf>", "<prospect>"),
    *("Content-Type: multipart/mixed; boundary=b", "Content-Type: text/html; charset=", "--b"),
    *("Content-Transfer-Encoding: base64", "=?utf-8?q?", "From: ", "Subject: ", "Date: "),
    *(
        "<!--",
        "<![CDATA[",
        "<!DOCTYPE",
        "&#x",
        "&lt;",
        "<table><tr><td>",
        '{"phone":',
        "field_data",
    ),
)


def read(data: bytes) -> None:
    """Read one message: its first byte chooses the file's name."""
    name, content = NAMES[data[0] % len(NAMES)] if data else "", data[1:]
    is_whole(content, name)
    found = readings(content, name)
    assert found
    for each in found:
        if isinstance(each, Request):
            assert each.phones or each.emails
            assert len(each.question) <= 20_000
            assert max(map(len, (each.name, each.vehicle, each.plate, each.source))) <= 200


def main() -> None:
    """Fuzz for so many seconds."""
    seconds, *folders = [*sys.argv[1:]] or [str(USUAL_S)]
    seeds = FOUND / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for folder in (SAMPLES, *map(Path, folders)):
        for file in filter(Path.is_file, folder.rglob("*")):
            for number in range(len(NAMES)):
                (seeds / f"{number}-{file.name}").write_bytes(bytes([number]) + file.read_bytes())
    words = FOUND / "words.txt"
    escaped = [word.replace("\\", "\\\\").replace('"', '\\"') for word in WORDS]
    words.write_text("".join(f'"{word}"\n' for word in escaped))
    options = {
        "max_total_time": seconds,
        "timeout": SLOWEST_S,
        "max_len": LONGEST,
        "dict": words,
        "artifact_prefix": f"{FOUND}/found-",
    }
    written = [f"-{name}={value}" for name, value in options.items()]
    corpus = FOUND / "corpus"
    shutil.rmtree(corpus, ignore_errors=True)
    corpus.mkdir()
    atheris.Setup([sys.argv[0], *written, str(corpus), str(seeds)], read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
