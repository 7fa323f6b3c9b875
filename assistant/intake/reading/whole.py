"""Says whether a file in the watched folder is certainly written to its end.

Only a format that shows its end can be certain. Of any other file the folder waits until
it stands still.
"""

import re

from assistant.intake.reading.mail.mime import closing_boundary
from assistant.intake.reading.markup.decoding import decode
from assistant.intake.reading.read import is_mail
from assistant.intake.reading.structured.json_leads import is_json

_ADF_ENDS = re.compile(r"(?:<|&lt;)/adf\s{0,9}(?:>|&gt;)\s*\Z", re.IGNORECASE)
_LOOKED_AT = 2_000


def is_whole(content: bytes, name: str) -> bool:
    """Say whether a file parses whole, so that it may be taken at once.

    Args:
        content: What the file holds so far.
        name: The file's name; its ending is a hint, never more.

    Returns:
        Whether ADF ends with its end tag, JSON parses, or a multipart mail has its closing
        boundary. False also means that nobody can know.
    """
    if is_mail(content, name):
        boundary = closing_boundary(content)
        if boundary:
            return any(line.rstrip() == boundary for line in content[-_LOOKED_AT:].splitlines())
    text = decode(content).rstrip("\x00 \t\r\n")
    if _ADF_ENDS.search(text[-_LOOKED_AT:]):
        return True
    return text[-1:] in {"}", "]"} and is_json(text)
