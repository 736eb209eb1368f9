"""Sealing: what waits and what is sensitive can be read only with the city's key."""

import hmac
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_NONCE_BYTES = 12
_VERSION = b"\x01"


class KeyWrong(Exception):
    """The key is malformed, or it is not the one that sealed this."""


class Sealer:
    """AES-256-GCM with a random nonce; sealed bytes are version, nonce, ciphertext."""

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise KeyWrong("the key must be 32 bytes, written as 44 characters of URL-safe base64")
        self._cipher = AESGCM(key)
        # A key of its own: what one use gives away says nothing of the other.
        self._marking = hmac.digest(key, b"wijklijn marks", "sha256")

    def seal(self, plain: bytes) -> bytes:
        nonce = os.urandom(_NONCE_BYTES)
        return _VERSION + nonce + self._cipher.encrypt(nonce, plain, None)

    def unseal(self, sealed: bytes) -> bytes:
        """The bytes that were sealed. Raises KeyWrong when the key or the bytes are not theirs."""
        try:
            return self._cipher.decrypt(sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :], None)
        except (InvalidTag, ValueError):
            raise KeyWrong("the key does not open what this database holds") from None

    def apart(self, whose: str) -> "Sealer":
        """A sealer whose seals no other opens: with a key of its own, made of this one."""
        return Sealer(hmac.digest(self._marking, f"apart {whose}".encode(), "sha256"))

    def mark(self, plain: bytes) -> str:
        """64 hexadecimal digits by which the same bytes are known again, and from which they cannot be read."""
        return hmac.digest(self._marking, plain, "sha256").hex()


def key_of(text: str) -> bytes:
    """The 32 bytes written as URL-safe base64. Raises KeyWrong."""
    try:
        return urlsafe_b64decode(text.strip() + "=" * (-len(text.strip()) % 4))
    except ValueError:
        raise KeyWrong("the key must be 32 bytes, written as 44 characters of URL-safe base64") from None


def new_key() -> str:
    return urlsafe_b64encode(os.urandom(KEY_BYTES)).decode()


def keep_new_key(path: Path) -> str:
    """Write a new key to a file that only its owner may read. Raises FileExistsError rather than lose a key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    key = new_key()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(key + "\n")
    return key
