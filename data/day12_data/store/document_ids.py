"""The ids that documents have in TinyDB, and the hash that names things."""

from __future__ import annotations

import re

try:
    from _blake2 import blake2b  # the same as hashlib's, which would load OpenSSL: 3 ms of `day12 due`
except ImportError:
    from hashlib import blake2b


def document_id(record_id: str) -> str:
    """The document id of a card or a change: the same on every machine, and never that of another one."""
    if re.fullmatch(r"[0-7][0-9a-f]{15}", record_id):
        return str(int(record_id, 16))
    return digest_id(record_id.encode(errors="surrogatepass"))


def digest_id(data: bytes) -> str:
    """63 bits that stand for the data, as the decimal number that TinyDB wants."""
    return str(int(name_of(data), 16) >> 1)


def name_of(data: bytes) -> str:
    """16 hexadecimal digits that stand for the data."""
    return blake2b(data, digest_size=8).hexdigest()
