"""What a mail does to the board: its invitation, the interview that it sets in words, or the answer that it is."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from day12_data.board import Board
from day12_data.card import Card
from day12_data.dates.days import day_text, window_text
from day12_data.exchange.calendar_file import read_calendar
from day12_data.exchange.company import company_of, same_company
from day12_data.exchange.event import Guest
from day12_data.exchange.guests import bare_address, person_of
from day12_data.exchange.import_changes import MailAnswer, moment, replied
from day12_data.exchange.import_items import LEAVE, Context, Does, Item, Question, digest
from day12_data.exchange.invitations import plan_events
from day12_data.exchange.known_people import with_sender
from day12_data.exchange.mail_file import Mail
from day12_data.exchange.mail_rounds import plan_next_round
from day12_data.exchange.mail_times import day_sentence, events_in_words
from day12_data.exchange.meeting import Envelope
from day12_data.exchange.promises_in_mail import answer_wanted, promises_in, sentences
from day12_data.exchange.senders import domain_of, read_sender
from day12_data.exchange.sniff import ImportRefusedError
from day12_data.exchange.subject import read_subject
from day12_data.kinds import ReplyKind
from day12_data.text import fold

_NEWS, _PROMISE, _ROUND = "no news yet", "a new promise", "the next round"
_KINDS = (
    (
        ReplyKind.NO,
        "a no",
        r"regret to|not (?:be )?(?:moving|going|proceeding) (?:forward|ahead)|other candidates|"
        r"another candidate|"
        r"not (?:been )?selected|position (?:has been|is) filled|decided (?:not )?to (?:pursue|move|proceed|go)|"
        r"leider|absage",
    ),
    (
        ReplyKind.OFFER,
        "an offer",
        r"pleased to offer|offer letter|(?:extend|make) (?:you )?an offer|offer you|your offer|compensation package|"
        r"job offer|stellenangebot|vertragsangebot",
    ),
    (
        ReplyKind.NEXT_ROUND,
        _ROUND,
        r"next round|next stage|second round|final round|mov(?:e|ing) (?:you )?forward|invite you|availability|"
        r"schedule (?:a|an|the|your)|"
        r"onsite|on-site|meet the team|next interview|nächste runde|einladen",
    ),
)
_AUTOMATIC = re.compile(
    r"^(?:re: )?(?:out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?(?:reply|response)|abwesenheit|"
    r"automatische antwort|"
    r"undeliver|delivery status)",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:re-?schedul\w+|postpon\w+|(?:move|push|bring|shift)\w* (?:it|us|our|your|the|this)\b|new time|instead|"
    r"verschieb\w*|verschoben)\b",
    re.IGNORECASE,
)


def plan_mail(mail: Mail, name: str, board: Board, context: Context) -> list[Item]:
    """What a mail would do to the board.

    Raises:
        ImportRefusedError: the invitation in it can't be read.
    """
    own = frozenset(map(bare_address, context.settings.emails))
    if mail.passed_on and bare_address(mail.sender.email) in own:
        mail = replace(mail, sender=mail.passed_on, reply_to=None)
    mailbox = mail.delivered_to or tuple(guest.email for guest in mail.recipients if len(mail.recipients) == 1)
    own |= frozenset(map(bare_address, mailbox))
    senders = [mail.sender, *([mail.reply_to] if mail.reply_to else [])]
    envelope = Envelope(tuple(senders), mail.subject, mailbox, mail.text, mail.at)
    events = [event for data in mail.calendars for event in read_calendar(data, name)]
    if events:
        return plan_events(events, board, context, envelope)
    if _AUTOMATIC.search(mail.subject):
        return [Item(Does.NOTHING, f"“{mail.subject}” was sent by itself: nobody answered yet.")]
    if bare_address(mail.sender.email) in own:
        return [Item(Does.NOTHING, f"You wrote “{mail.subject}” yourself: only what others write is imported.")]
    if not mail.text.strip() and not mail.subject:
        raise ImportRefusedError(f"{name} has no words in it: save the whole message, or pipe it.")
    cards = _cards_of(mail, board, senders, own)
    near = not cards or bool(_MOVED.search(mail.text))  # else a weekday is when they let one know
    day_first = context.settings.day_first
    # Of a card's people a day alone sets an interview only in the words that move it.
    without_hour = not cards or bool(_MOVED.search(day_sentence(mail, context.now, day_first=day_first)))
    in_words = events_in_words(mail, context.now, day_first=day_first, near=near, without_hour=without_hour)
    if in_words:
        return plan_events(in_words, board, context, envelope)
    return _answer(mail, cards, board, context, envelope)


def _answer(mail: Mail, cards: list[Card], board: Board, context: Context, envelope: Envelope) -> list[Item]:
    key = digest(mail.subject, mail.sender.email, str(mail.at), mail.text)
    if not cards:
        who = read_sender(mail.sender.name).person or mail.sender.name or mail.sender.email or "its sender"
        return [Item(Does.NOTHING, f"“{mail.subject}”: no card is about {who} or their company, so nothing is done.")]
    card = cards[0]
    if len(cards) > 1:
        told = {
            f"{each.company}, {day_text(each.starts_at.date())}" + (f", {each.role}" if each.role else ""): each
            for each in cards
        }
        question = Question(f"{key}:card", f"Which interview is “{mail.subject}” about?", (*told, LEAVE))
        answer = context.answer(question)
        if answer == LEAVE:
            return [_left(mail)]
        if answer not in told:
            return [Item(Does.ASK, f"A mail: “{mail.subject}”.", question=question)]
        card = told[answer]
    at = min(mail.at or context.now, context.now)
    if any(reply.at == moment(at, card.zone) for reply in card.replies):
        return [Item(Does.NOTHING, f"{card.company}: this answer is on the card already.", card)]
    if at < card.starts_at:
        why = f"{card.company}: “{mail.subject}” was written before the interview, so it answers nothing."
        return [Item(Does.NOTHING, why, card)]
    return _reply_to(card, mail, at, key, board, context, envelope)


def _left(mail: Mail, card: Card | None = None) -> Item:
    return Item(Does.NOTHING, f"“{mail.subject}” was left out.", card)


def _reply_to(
    card: Card, mail: Mail, at: dt.datetime, key: str, board: Board, context: Context, envelope: Envelope
) -> list[Item]:
    """The answer that the mail is, once that is known; with a next round its card."""
    choices = _readings(card, mail, at, context)
    said = next(iter(choices.values())).said
    who = read_sender(mail.sender.name).person or mail.sender.name or mail.sender.email
    question = Question(
        f"{key}:reply", f"{who} wrote to you about {card.company}: “{said}” What is it?", (*choices, LEAVE)
    )
    answer = context.answer(question)
    if not answer:
        return [Item(Does.REPLY, f"{card.company}: they wrote “{mail.subject}”.", card, card.people, question)]
    if answer == LEAVE:
        return [_left(mail, card)]
    sender = person_of(mail.sender)
    people = with_sender(card.people, sender) if sender else card.people
    change = replied(card, choices[answer], at, context.now, people)
    items = [Item(Does.REPLY, f"{change.sentence}.", change.after, people, change=change)]
    if choices[answer].kind is ReplyKind.NEXT_ROUND:
        items.append(plan_next_round(change.after, mail, key, board, context, envelope))
    return items


def _readings(card: Card, mail: Mail, at: dt.datetime, context: Context) -> dict[str, MailAnswer]:
    """What the mail may be, the likeliest first, each with the words that say so."""
    promises = promises_in(mail.text, at, card, context.settings, asked=True)
    by = answer_wanted(mail.text, at, card, context.settings)
    choices: dict[str, MailAnswer] = {}
    said_so = [(kind, text, said) for kind, text, words in _KINDS if (said := _sentence(mail.text, words))]
    for kind, text, said in said_so:
        if kind is ReplyKind.OFFER:  # the day in its words is more likely the one for your answer
            choices[text] = MailAnswer(kind, said, answer_by=by)
    for promise in promises:
        if promise.earliest and promise.latest:
            text = f"{_PROMISE}: “{promise.said}” ({window_text(promise.earliest, promise.latest)})"
            choices[text] = MailAnswer(ReplyKind.PROMISE, promise.said, promise)
    for kind, text, said in said_so:
        choices.setdefault(text, MailAnswer(kind, said))
    round_said = day_sentence(mail, context.now, day_first=context.settings.day_first)
    if not choices and round_said:
        choices[_ROUND] = MailAnswer(ReplyKind.NEXT_ROUND, round_said[:300])
    if not choices:
        choices[_NEWS] = MailAnswer(ReplyKind.NO_NEWS, _first_words(mail))
    for kind, text, _ in _KINDS:
        answer_by = by if kind is ReplyKind.OFFER else None
        choices.setdefault(text, MailAnswer(kind, _first_words(mail), answer_by=answer_by))
    choices.setdefault(_NEWS, MailAnswer(ReplyKind.NO_NEWS, _first_words(mail)))
    return choices


def _cards_of(mail: Mail, board: Board, senders: list[Guest], own: frozenset[str]) -> list[Card]:
    """The cards that the mail is about: of somebody who wrote it, else of its company."""
    emails = {bare_address(sender.email) for sender in senders if sender.email} - own
    active = list(board.active)
    known = [
        card for card in active if any(bare_address(person.email) in emails for person in card.people if person.email)
    ]
    if not known:
        names = {fold(read_sender(sender.name).person) for sender in senders} - {""}
        home = {domain_of(email) for email in own}
        others = [email for email in emails if domain_of(email) not in home]
        subject = read_subject(mail.subject, lambda text: fold(text) in names)
        company = company_of(
            subject, [(each.name, each.email) for each in senders], others, (), [card.company for card in active]
        )
        candidates = (company.name, *company.choices, *subject.likely)
        known = [card for card in active if any(same_company(card.company, name) for name in candidates)]
        known = known or [card for card in active if any(fold(person.name) in names for person in card.people)]
        known = known or [card for card in active if _is_named_in(card.company, f"{mail.subject}\n{mail.sender.name}")]
    known.sort(key=lambda card: card.starts_at, reverse=True)
    past = [card for card in known if mail.at and card.starts_at <= mail.at]
    return past[:9] or known[:9]


def _is_named_in(company: str, text: str) -> bool:
    return len(company) > 2 and bool(re.search(rf"\b{re.escape(fold(company))}\b", fold(text)))


def _sentence(text: str, words: str) -> str:
    found = (each for each in sentences(text) if re.search(words, each, re.IGNORECASE))
    return next(found, "")[:300]


def _first_words(mail: Mail) -> str:
    found = [
        each
        for each in sentences(mail.text)
        if not re.match(r"(?:hi|hello|dear|hey|hallo|liebe)\b.{0,40}$", each, re.IGNORECASE)
    ]
    return (found[0] if found else mail.subject)[:300]
