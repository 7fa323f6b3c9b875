"""What the doctor finds about one subject."""

from dataclasses import dataclass, field

from assistant.words.catalogue import tr


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about one subject.

    Attributes:
        check: The subject's name, the same in every language.
        ok: False when a person must look at it.
        sentence: What was found, in English with ``{fields}``.
        fields: What fills them.
    """

    check: str
    ok: bool
    sentence: str
    fields: dict[str, object] = field(default_factory=dict)

    def detail(self) -> str:
        """Return what was found in the present language."""
        return tr(self.sentence).format(**self.fields)
