"""A keyring for one test."""

from keyring.backend import KeyringBackend
from typing_extensions import override

LONGEST = 1_280
"""What Windows holds at one place: 2,560 bytes of UTF-16."""


class PocketKeyring(KeyringBackend):
    """A keyring as small as that of Windows, which forgets everything at the end of the test."""

    priority = -1  # else it would be found and used where no test asks for it

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        assert len(password.encode("utf-16-le")) <= 2 * LONGEST, "Windows takes no more"
        self.kept[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]
