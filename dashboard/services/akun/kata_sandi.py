"""Hashing of passwords: argon2id with the library's parameters (RFC 9106, second recommended choice)."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()


def hash_sandi(sandi: str) -> str:
    """The hash to store, salt and parameters in it."""
    return _HASHER.hash(sandi)


def cocok(tersimpan: str | None, sandi: str) -> bool:
    """Whether the password is the one stored. Where there is none the same time is spent on another hash."""
    try:
        return _HASHER.verify(tersimpan or _no_ones(), sandi) and tersimpan is not None
    except (VerificationError, InvalidHashError):
        return False


def usang(tersimpan: str) -> bool:
    """Whether it was made with weaker parameters than today's and should be made again at this login."""
    return _HASHER.check_needs_rehash(tersimpan)


@cache
def _no_ones() -> str:
    return _HASHER.hash("")
