"""The dealer's own texts: a file in the data folder with what differs from the program's.

A mistake in it never stops a message: then the original is used, and the mistake is told.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.core.errors import AssistantError, CouldNotError, WrongCallError, mark
from assistant.core.request import Channel
from assistant.outreach.fields import check
from assistant.outreach.texts import Moment, Text, original
from assistant.settings.lines import BrokenLine, read_toml
from assistant.settings.writing import write_whole
from assistant.words.catalogue import Tongue

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import String

_BODY = {Channel.MAIL: "mail", Channel.WHATSAPP: "whatsapp"}
_SUBJECT = "subject"
_PARTS = (_SUBJECT, *_BODY.values())
_HEAD = (
    "# Your own texts, where they differ from the program's. {fields} as the settings list them.\n"
)

Key = tuple[str, str, str]


class OwnTexts:
    """Reads the file once, when the first message or somebody asks, and writes it."""

    def __init__(self, path: Path | None = None) -> None:
        """Begin.

        Args:
            path: The file; without one there are only the program's texts.
        """
        self._path = path
        self._read: tuple[dict[Key, str], tuple[AssistantError, ...]] | None = None

    @property
    def problems(self) -> tuple[AssistantError, ...]:
        """Return what of the file is not used, and why."""
        return self._known()[1]

    def form(self, moment: Moment, channel: Channel, tongue: Tongue) -> Text:
        """Return the form in use for a message: the dealer's own, else the original."""
        own, usual = self._known()[0], original(moment, channel, tongue)
        return Text(
            own.get((tongue, moment, _SUBJECT), usual.subject) if usual.subject else "",
            own.get((tongue, moment, _BODY[channel]), usual.body),
        )

    def keep(self, moment: Moment, channel: Channel, tongue: Tongue, form: Text) -> None:
        """Use a form from now on. What is as in the original is not kept.

        Raises:
            WrongCallError: For a field that there is not, or a text that says nothing.
            CouldNotError: If the file cannot be written, or is no TOML.
        """
        usual = original(moment, channel, tongue)
        said = [(_BODY[channel], form.body, usual.body)]
        if usual.subject:
            said.insert(0, (_SUBJECT, " ".join(form.subject.split()), usual.subject))
        for _, own, _ in said:
            if not own.strip():
                raise WrongCallError("A text cannot be empty.")
            check(own)
        self._write((tongue, moment), {part: (own, first) for part, own, first in said})

    def _write(self, section: tuple[Tongue, Moment], said: dict[str, tuple[str, str]]) -> None:
        path = self._path
        if path is None:
            return
        document = _document(path)
        texts = document.setdefault(section[0].value, {}).setdefault(section[1].value, {})
        for part, (own, first) in said.items():
            if _plain(own) == first:
                texts.pop(part, None)
            else:
                texts[part] = _written(_plain(own))
        _drop_empty(document)
        write_whole(path, document.as_string())
        self._read = None

    def _known(self) -> tuple[dict[Key, str], tuple[AssistantError, ...]]:
        if self._read is None:
            self._read = ({}, ()) if self._path is None else _load(self._path)
        return self._read


def _load(path: Path) -> tuple[dict[Key, str], tuple[AssistantError, ...]]:
    try:
        content, _, broken = read_toml(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}, ()
    except (OSError, UnicodeDecodeError, RecursionError):
        sentence = mark("Your texts in {path} are not used: the file cannot be read as text.")
        return {}, (CouldNotError(sentence, path=path),)
    if broken:
        return {}, (_unreadable(path, broken[0]),)
    usable: dict[Key, str] = {}
    problems: list[AssistantError] = []
    for key, value in _entries(content):
        problem = _problem(key, value, path)
        if problem is None:
            tongue, moment, part = key
            usable[tongue, moment, part] = _plain(value)
        else:
            problems.append(problem)
    return usable, tuple(problems)


def _unreadable(path: Path, broken: BrokenLine) -> CouldNotError:
    return CouldNotError(
        "Your texts in {path} are not used: line {line} cannot be read ({key}).",
        path=path,
        line=broken.line,
        key=broken.key,
    )


def _entries(content: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if not isinstance(content, dict) or len(above) == 3:
        yield above, content
        return
    for key, value in content.items():
        yield from _entries(value, (*above, key))


def _problem(key: tuple[str, ...], value: Any, path: Path) -> AssistantError | None:
    known: tuple[set[str], ...] = (set(Tongue), set(Moment), set(_PARTS))
    is_ours = len(key) == 3 and all(name in names for name, names in zip(key, known, strict=True))
    named = ".".join(key)[:100]
    if not is_ours or not isinstance(value, str) or not value.strip():
        return CouldNotError(
            "{key} in {path} is no text of ours; it is not used.", key=named, path=path
        )
    try:
        check(value)
    except WrongCallError as error:
        return CouldNotError(
            "The text {key} in {path} is not used: there is no field {field}.",
            key=named,
            path=path,
            field=error.fields["field"],
        )
    return None


def _plain(text: str) -> str:
    return "\n".join(text.split("\r\n")).strip()


def _document(path: Path) -> "TOMLDocument":
    import tomlkit  # noqa: PLC0415 - only needed when something is changed
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

    try:
        return tomlkit.parse(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return tomlkit.parse(_HEAD)
    except (OSError, TOMLKitError, UnicodeDecodeError) as error:
        raise CouldNotError(
            "Your texts in {path} cannot be read; mend the file there first.", path=path
        ) from error


def _written(text: str) -> "String":
    """Return a text as a person would write it into TOML: a long one on lines of its own."""
    import tomlkit  # noqa: PLC0415

    if (
        "\n" not in text
        or "\\" in text
        or '"""' in text
        or not text.replace("\n", "").isprintable()
    ):
        return tomlkit.string(text)
    return tomlkit.string(f"\n{text}\n", multiline=True)


def _drop_empty(document: "TOMLDocument") -> None:
    for tongue in list(document):
        section = document[tongue]
        if not isinstance(section, dict):
            continue
        for moment in [name for name, texts in section.items() if texts == {}]:
            del section[moment]
        if section == {}:
            del document[tongue]
