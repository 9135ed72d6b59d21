"""The ids that documents have in TinyDB."""

from __future__ import annotations

import hashlib
import re


def document_id(record_id: str) -> str:
    """The document id of a card or a change: the same on every machine, and never that of another one."""
    if re.fullmatch(r"[0-7][0-9a-f]{15}", record_id):
        return str(int(record_id, 16))
    return digest_id(record_id.encode(errors="surrogatepass"))


def digest_id(data: bytes) -> str:
    """63 bits that stand for the data, as the decimal number that TinyDB wants."""
    return str(int.from_bytes(hashlib.blake2b(data, digest_size=8).digest()) >> 1)
