"""The way in: from the bytes of a file, a board and a clock to what was found and what would be done.

Pure: the same bytes, board, moment and answers give the same items. Where something isn't sure, an item carries a
question; with the answers, keyed by the question's own key, the same call goes further.
"""

from __future__ import annotations

from collections.abc import Iterable

from day12_data.board import Board
from day12_data.exchange.calendar_file import read_calendar
from day12_data.exchange.calendar_out import PRODUCT
from day12_data.exchange.contacts import plan_contacts
from day12_data.exchange.files import File
from day12_data.exchange.holiday_calendar import plan_holidays
from day12_data.exchange.import_items import Context, Does, Item, after
from day12_data.exchange.invitations import plan_events
from day12_data.exchange.mail_file import read_mails
from day12_data.exchange.mails import plan_mail
from day12_data.exchange.own_export import plan_cards, plan_export
from day12_data.exchange.own_sheet import own_card
from day12_data.exchange.sheet import Sheet, read_sheet
from day12_data.exchange.sniff import ImportRefusedError, Kind, kind_of
from day12_data.exchange.trackers import contacts_in, is_address_book, plan_tracker
from day12_data.exchange.vcard import read_vcards


def plan(data: bytes, name: str, board: Board, context: Context) -> list[Item]:
    """What a file holds, and what it would do to the board.

    Args:
        data: The file's bytes.
        name: What to call the file in a sentence.
        board: The board as it is; it isn't changed.
        context: The moment, the local zone, the settings, and the answers given so far.

    Raises:
        ImportRefusedError: nothing in the file can be imported, with one sentence that says what to do instead.
    """
    match kind_of(data, name):
        case Kind.CALENDAR:
            if f"PRODID:{PRODUCT}".encode() in data:  # or each of its interviews would be on the board twice
                raise ImportRefusedError(f"{name} was written by day12 for a calendar: import `day12 export --json`.")
            events = read_calendar(data, name)
            return plan_holidays(events, name, context) or plan_events(events, board, context)
        case Kind.MAIL:
            return _plan_mails(data, name, board, context)
        case Kind.CONTACTS:
            return _plan_vcards(data, name, board, context)
        case Kind.JSON:
            return plan_export(data, name, board, context)
        case Kind.SHEET:
            sheet = read_sheet(data, name)
            if sheet.own:
                return _plan_own(sheet, name, board, context)
            if is_address_book(sheet):
                return plan_contacts(contacts_in(sheet), board, context)
            if not sheet.columns & {"company", "name"}:
                raise ImportRefusedError(f"{name} has no column for the company: call one of them “Company”.")
            return plan_tracker(sheet, board, context)


def plan_all(files: Iterable[File], board: Board, context: Context) -> list[Item]:
    """What several files would do, each to the board as those before it leave it."""
    found: list[Item] = []
    for file in files:
        items = plan(file.data, file.name, board, context)
        found += items
        board = after(board, items)
    return found


def _plan_mails(data: bytes, name: str, board: Board, context: Context) -> list[Item]:
    items: list[Item] = []
    for mail in read_mails(data):
        found = plan_mail(mail, name, board, context)
        for vcards in mail.contacts if all(item.does is Does.NOTHING for item in found) else ():
            found += _plan_vcards(vcards, name, board, context)
        items += found
        board = after(board, found)
    return items


def _plan_own(sheet: Sheet, name: str, board: Board, context: Context) -> list[Item]:
    """Our own spreadsheet; a row that was added to it by hand has no id, and is one of a tracker's."""
    cards = [card for cells in sheet.own if (card := own_card(cells, context))]
    if not cards:
        raise ImportRefusedError(f"{name} is an export of day12's that can't be read any more: export it again.")
    items = plan_cards(cards, name, board, context)
    if left := len(sheet.own) - len(cards):
        items.append(Item(Does.NOTHING, f"{left} of {len(sheet.own)} rows can't be read any more: left out."))
    return [*items, *plan_tracker(sheet, after(board, items), context)] if sheet.rows else items


def _plan_vcards(data: bytes, name: str, board: Board, context: Context) -> list[Item]:
    contacts = read_vcards(data, name)
    if not contacts:
        raise ImportRefusedError(f"{name} holds no contact with a name: export it again.")
    return plan_contacts(contacts, board, context)
