"""Words that move nothing, such as “about” and “or so”, and those that only look like a day."""

from __future__ import annotations

from collections.abc import Sequence

from day12_data.times.spellings import listed
from day12_data.times.tokens import Token

# They may stand anywhere, inside a time too, and move nothing (C4).
_HEDGES = listed(
    "about around roughly approximately approx approximatively circa ca probably prob probs prolly likely hopefully "
    "presumably ideally realistically typically usually generally normally ish just only nearly almost sometime "
    "somewhere anytime either definitely surely exactly really actually basically honestly literally potentially "
    "tentatively def obvs estimated expected calendar toward towards anywhere apparently supposedly provisionally "
    "fairly pretty quite inclusive abt simply well certainly say allegedly"
)
# Whole phrases that move nothing.
_HEDGED = {
    "or so", "with any luck", "with luck", "any time", "some time", ", say ,", "at the end of the day ,",
    "or thereabouts", "or there abouts", "more or less", "all being well", "as well", "at some point",
    "most likely", "more likely", "very likely", "if not all", "all going well", "fingers crossed",
    "at this point", "i think", "i guess", "i believe", "i suppose", "i reckon", "i imagine",
    "in all likelihood", "of course", "kind of", "sort of", "best guess", "rough guess",
}  # fmt: skip
_LONGEST = 7  # words


def meant(words: Sequence[Token]) -> list[Token]:
    """The words without those that move nothing; a feast of two words is one."""
    kept: list[Token] = []
    at = 0
    while at < len(words):
        word, after = words[at], words[at + 1] if at + 1 < len(words) else None
        if word.text in _FIRSTS and (phrase := _phrase(words[at : at + _LONGEST])):
            at += phrase
            continue
        if after and (feast := f"{word.text} {after.text}") in _FEASTS:
            kept.append(Token(feast, "holiday", None, word.start, after.end))
            at += 1
        elif word.text == "-" and kept and _parts(kept[-1], word, words[at + 1 : at + 3]):
            kept.append(word._replace(text=","))
        elif not _is_hedge(word, kept[-1] if kept else None, after):
            kept.append(word)
        at += 1
    return kept


_FIRSTS = {phrase.split()[0] for phrase in _HEDGED}
_FEASTS = {
    "good friday", "easter monday", "easter sunday", "easter weekend", "boxing day", "black friday", "ash wednesday",
    "labor day", "labour day", "memorial day", "bank holiday", "may day", "presidents day", "columbus day",
    "golden week", "new year", "new years",
}  # fmt: skip
_AMOUNTS = listed("a an the early mid late next this by end couple few within")


def _is_hedge(word: Token, before: Token | None, after: Token | None) -> bool:
    if word.text == "say":  # “by, say, Friday”, not “they say Friday”
        return before is None or before.kind != "word" or before.text in ("in", "by", "within", "on", "of", "maybe")
    if word.text == "about" and after is not None and after.kind == "weekday":  # “news about Friday”
        return False
    if word.text == "like":
        return after is not None and (after.kind not in ("word", "mark") or after.text in _AMOUNTS)
    return word.text in _HEDGES


def _parts(before: Token, dash: Token, after: Sequence[Token]) -> bool:
    """Whether a dash between blanks is a pause: “Friday - March 13”, not “Monday - Wednesday”."""
    spaced = bool(after) and before.end < dash.start and dash.end < after[0].start
    follows = next((word.kind for word in after if word.text != "the"), "")
    return spaced and before.kind in ("weekday", "unit") and follows not in (before.kind, "number", "word", "unit")


def _phrase(words: Sequence[Token]) -> int:
    """How many words a phrase that moves nothing takes here."""
    texts = [word.text for word in words]
    return next((size for size in range(len(texts), 1, -1) if " ".join(texts[:size]) in _HEDGED), 0)
