"""What the program hands over to others: a number to dial, a mail, a WhatsApp message.

On Linux that is a call of ``xdg-open``. A script of that name, found first, writes the
link down instead, so that nothing ever leaves the test.
"""

from collections.abc import Mapping
from pathlib import Path

from tests.journeys.waiting import Patience

# Written under another name first, so that no half-written one is ever read.
SCRIPT = """\
#!/bin/sh
part="$(mktemp '{folder}/.XXXXXX')"
printf '%s' "$1" > "$part"
mv "$part" "{folder}/link-$$"
"""


class Links:
    """The links that programs of one desktop handed over."""

    def __init__(self, folder: Path, patience: Patience) -> None:
        self._folder = folder / "links"
        self._programs = folder / "bin"
        self._patience = patience
        self._folder.mkdir()
        self._programs.mkdir()
        script = self._programs / "xdg-open"
        script.write_text(SCRIPT.format(folder=self._folder), encoding="utf-8")
        script.chmod(0o755)

    def environment(self, environment: Mapping[str, str]) -> dict[str, str]:
        """Return an environment in which the script is found before the system's own."""
        return {"PATH": f"{self._programs}:{environment['PATH']}"}

    def opened(self) -> list[str]:
        """Return all links so far, the oldest first."""
        paths = sorted(self._folder.glob("link-*"), key=lambda path: path.stat().st_mtime_ns)
        return [path.read_text(encoding="utf-8") for path in paths]

    def one(self, start: str) -> str:
        """Wait for a link that starts so; return the newest."""

        def look() -> list[str]:
            return [link for link in self.opened() if link.startswith(start)]

        return self._patience.until(look, f"a link {start!r}…")[-1]
