"""What the operating system refuses, in our own words for what people meet."""

import errno

from assistant.core.errors import CouldNotError
from assistant.names import in_text


def in_our_words(error: OSError) -> CouldNotError:
    """Return the sentence for an error; the system's own text for what seldom happens."""
    path = in_text(error.filename or "")
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return CouldNotError("The disk is full.")
        case errno.ENOENT if path:
            return CouldNotError("There is no {path}, or not the folder it is to be in.", path=path)
        case errno.EACCES | errno.EPERM | errno.EROFS if path:
            return CouldNotError("We may not open or write {path}.", path=path)
        case errno.EISDIR if path:
            return CouldNotError("{path} is a folder and not a file.", path=path)
        case errno.ENOTDIR if path:
            return CouldNotError("{path} cannot be: a part of it is no folder.", path=path)
        case _:
            why = f"{error.strerror or error}: {path}".rstrip(": ")
            return CouldNotError("The system says: {why}", why=why)
