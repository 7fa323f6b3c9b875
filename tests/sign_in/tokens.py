"""Access tokens (JWT) that a mail server can check with a public key."""

import time
from pathlib import Path

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

ALGORITHM = "RS256"


class Signer:
    """Signs tokens with a key of its own."""

    def __init__(self) -> None:
        self._key = rsa.generate_private_key(public_exponent=65_537, key_size=2_048)

    def token(self, user: str, *, lasts: int = 3_600) -> str:
        """Return a token of a user; one that lasts less than nothing has expired."""
        now = int(time.time())  # noqa: TID251 - what the mail server compares it with
        claims = {"sub": user, "upn": user, "iat": now - 7_200, "exp": now + lasts}
        return jwt.encode(claims, self._key, ALGORITHM)

    def publish(self, folder: Path) -> None:
        """Write the public key where Dovecot looks for it."""
        place = folder / "default" / ALGORITHM
        place.mkdir(parents=True)
        (place / "default").write_bytes(
            self._key.public_key().public_bytes(
                serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
            )
        )
