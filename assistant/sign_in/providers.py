"""Which provider belongs to a mailbox; its libraries are loaded when it is first asked for."""

from assistant.settings import Account, SignIn
from assistant.sign_in.terms import Provider


def provider_of(mailbox: Account) -> Provider:
    """Return who signs a mailbox's users in.

    Raises:
        ValueError: For a mailbox that is opened by its password.
    """
    match mailbox.sign_in:
        case SignIn.MICROSOFT:
            from assistant.sign_in.microsoft import Microsoft  # noqa: PLC0415 - see above

            return Microsoft()
        case SignIn.GOOGLE:
            from assistant.sign_in.google import Google  # noqa: PLC0415 - see above

            return Google()
        case SignIn.PASSWORD:
            raise ValueError(mailbox.sign_in)
