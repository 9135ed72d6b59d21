"""Reads, replaces, makes and locks files and folders that are the user's alone."""

from day12_data.files.atomic import (
    Signature,
    Snapshot,
    Written,
    copy,
    create,
    for_me,
    leftovers,
    put_unsynced,
    read,
    replace,
    signature,
)
from day12_data.files.errors import ChangedUnderneath, UnreadableFileError, unreadable, why
from day12_data.files.folders import free_name, identity, make_folder, make_private, sync, sync_folder
from day12_data.files.lock import FileLock

__all__ = [
    "ChangedUnderneath",
    "FileLock",
    "Signature",
    "Snapshot",
    "UnreadableFileError",
    "Written",
    "copy",
    "create",
    "for_me",
    "free_name",
    "identity",
    "leftovers",
    "make_folder",
    "make_private",
    "put_unsynced",
    "read",
    "replace",
    "signature",
    "sync",
    "sync_folder",
    "unreadable",
    "why",
]
