"""Says who signed in: an id token, and the key by which anybody can check it."""

import base64
import hashlib
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import lcm
from typing import Any

_BITS, _EXPONENT, _ROUNDS = 2048, 65537, 24
_VALID_SECONDS = 3600
_SIEVE = 2000
# What stands before a SHA-256 in a signature (RFC 8017, section 9.2).
_SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")
_KEY_ID = "sample"


@dataclass
class Identity:
    """The issuer of one run. Its key takes a second to make, and is made when it is first needed."""

    issuer: str
    _small: list[int] = field(default_factory=lambda: list(_primes(_SIEVE)))

    def token(self, client_id: str, subject: str, realm: str, now: int) -> str:
        """An id token for a client; `now` is in seconds since 1970."""
        head = {"alg": "RS256", "kid": _KEY_ID, "typ": "JWT"}
        told: dict[str, Any] = {"sub": subject, "aud": [client_id], "iss": self.issuer, "realmid": realm}
        told |= {"iat": now, "auth_time": now, "exp": now + _VALID_SECONDS}
        signed = ".".join(_coded(json.dumps(part).encode()) for part in (head, told))
        return f"{signed}.{_coded(self._signature(signed.encode()))}"

    def keys(self) -> dict[str, Any]:
        """The public key, as a set of keys is published."""
        modulus, _ = self._key
        told = {"n": _coded(_bytes(modulus)), "e": _coded(_bytes(_EXPONENT))}
        return {"keys": [{"kty": "RSA", "alg": "RS256", "use": "sig", "kid": _KEY_ID} | told]}

    @cached_property
    def _key(self) -> tuple[int, int]:
        """The modulus and the secret exponent."""
        while True:
            one, other = self._prime(), self._prime()
            if one != other and (one - 1) % _EXPONENT and (other - 1) % _EXPONENT:
                return one * other, pow(_EXPONENT, -1, lcm(one - 1, other - 1))

    def _signature(self, text: bytes) -> bytes:
        modulus, secret = self._key
        size = (modulus.bit_length() + 7) // 8
        digest = _SHA256 + hashlib.sha256(text).digest()
        padded = b"\x00\x01" + b"\xff" * (size - len(digest) - 3) + b"\x00" + digest
        return pow(int.from_bytes(padded, "big"), secret, modulus).to_bytes(size, "big")

    def _prime(self) -> int:
        half = _BITS // 2
        while True:
            # Both highest bits are set, so that two of them make a modulus of full length.
            number = secrets.randbits(half) | 3 << half - 2 | 1
            if all(number % small for small in self._small) and _is_prime(number):
                return number


def _primes(limit: int) -> Iterator[int]:
    for number in range(3, limit, 2):
        if all(number % divisor for divisor in range(3, int(number**0.5) + 1, 2)):
            yield number


def _is_prime(number: int) -> bool:
    """Whether it is a prime, by Miller and Rabin: wrong once in more runs than there will ever be."""
    halvings = ((number - 1) & -(number - 1)).bit_length() - 1
    odd = (number - 1) >> halvings
    for _ in range(_ROUNDS):
        power = pow(secrets.randbelow(number - 3) + 2, odd, number)
        if power in (1, number - 1):
            continue
        for _ in range(halvings - 1):
            power = power * power % number
            if power == number - 1:
                break
        else:
            return False
    return True


def _bytes(number: int) -> bytes:
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def _coded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
