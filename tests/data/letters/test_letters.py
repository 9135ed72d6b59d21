from __future__ import annotations

import datetime as dt

import pytest

from day12_data.card import Card, Person, Sent, replace
from day12_data.edits import archive, check_in, edit, reply
from day12_data.kinds import Occasion, Outcome, ReplyKind, Stage, Via
from day12_data.letters.draft import (
    Draft,
    character_count,
    length_note,
    not_ready,
    preview,
    still_missing,
    too_long,
    word_count,
)
from day12_data.letters.letter import Letter, occasion_for, parse_letter
from day12_data.letters.library import best_letter, letters_for, load_letters
from day12_data.letters.placeholders import PLACEHOLDERS, values_for
from day12_data.letters.template import TemplateError
from kit import later

SHIPPED = load_letters()


def named(name: str) -> Letter:
    letter = SHIPPED.named(name)
    assert letter is not None
    return letter


@pytest.fixture
def values(card: Card, met: dt.datetime) -> dict[str, str]:
    reference = "how your team moved the billing tables without a night of downtime"
    now = later(met, days=12)
    return values_for(card, card.people[0], now=now, reference=reference, anchor="Thinking in Systems", me="Sam Rivera")


def filled(letter: Letter, values: dict[str, str]) -> Draft:
    draft, missing = preview(letter, values)
    assert not missing
    return draft


def test_there_is_a_letter_for_every_occasion() -> None:
    assert not SHIPPED.problems
    for occasion in Occasion:
        assert letters_for(SHIPPED.letters, occasion), occasion


@pytest.mark.parametrize("letter", SHIPPED.letters, ids=lambda letter: letter.name)
def test_a_shipped_letter_is_complete_and_of_its_usual_length(letter: Letter, values: dict[str, str]) -> None:
    ready = filled(letter, values)
    assert "{{" not in ready.body
    assert "[[" not in ready.body
    assert not too_long(letter, ready.body)
    assert ": short" not in length_note(letter, ready.body)
    assert ": long" not in length_note(letter, ready.body)
    assert bool(ready.subject) == (letter.via is Via.EMAIL)


@pytest.mark.parametrize("letter", SHIPPED.letters, ids=lambda letter: letter.name)
def test_a_shipped_letter_reads_well_when_role_and_names_are_unknown(letter: Letter, values: dict[str, str]) -> None:
    body = filled(letter, {**values, "role": "", "first_name": "", "name": "", "my_name": ""}).body
    assert not any(hole in body for hole in (" ,", " .", "the the", "\n\n\n\n\n"))
    assert body == body.strip()


@pytest.mark.parametrize(
    ("name", "needs"),
    [
        ("thank-you", "reference"),
        ("paper-note", "reference"),
        ("linkedin-invitation", "reference"),
        ("check-in", "told_me"),
        ("check-in-again", "told_me"),
        ("keep-warm", "anchor"),
    ],
)
def test_a_letter_without_its_point_is_not_ready_and_says_what_it_needs(
    name: str, needs: str, values: dict[str, str]
) -> None:
    missing = preview(named(name), {**values, needs: ""})[1]
    assert missing == (needs,)
    assert f"[[{needs}]]" in not_ready(missing)
    assert PLACEHOLDERS[needs].instead in not_ready(missing)


def test_the_check_in_quotes_their_own_words(values: dict[str, str]) -> None:
    assert "“7-10 days”" in filled(named("check-in"), values).body


def test_the_preview_shows_the_gap_and_an_edited_draft_that_kept_it_is_found_out(values: dict[str, str]) -> None:
    shown, missing = preview(named("thank-you"), {**values, "reference": ""})
    assert missing == ("reference",)
    assert "I keep thinking about [[reference]]." in shown.body
    assert still_missing(shown) == ("reference",)
    assert still_missing(filled(named("thank-you"), values)) == ()


def test_a_name_can_bring_no_second_line_into_a_subject(values: dict[str, str]) -> None:
    letter = parse_letter("---\nfor: emailed\nvia: email\nsubject: For {{name}}\n---\nHi", "x")
    ready = filled(letter, {**values, "name": "A\r\nBcc: b@c.example", "email": "a@b.example\r\nBcc: b@c.example"})
    assert ready.subject == "For A Bcc: b@c.example"
    assert ready.to == ""


def test_length_is_words_against_the_usual_or_characters_against_the_limit() -> None:
    letter = parse_letter("---\nfor: emailed\nvia: email\nsubject: s\nwords: 2-3\n---\nx", "x")
    assert word_count("Well - I'm  here,\n\nagain — 2") == 5
    assert length_note(letter, "one two") == "2 words, usually 2 to 3"
    assert length_note(letter, "one") == "1 word: short, usually 2 to 3"
    assert length_note(letter, "one two three four") == "4 words: long, usually 2 to 3"
    invitation = named("linkedin-invitation")
    assert length_note(invitation, "x" * 300) == "300 of at most 300 characters"
    assert length_note(invitation, "x" * 299 + "🐳") == "301 of at most 300 characters: cut 1"
    assert too_long(invitation, "x" * 301)
    assert not too_long(letter, "x " * 1000)
    assert character_count("🐳") == 2


def test_the_second_check_in_under_one_promise_is_another_letter(card: Card, met: dt.datetime) -> None:
    assert occasion_for(card, Stage.ASKED) is None
    assert occasion_for(card, Stage.EMAILED) is Occasion.EMAILED
    assert occasion_for(card, Stage.CHECKED_IN) is Occasion.CHECKED_IN
    once = check_in(card, later(met, days=12), "mail")
    assert occasion_for(once, Stage.CHECKED_IN) is Occasion.CHECK_IN_AGAIN
    answered = reply(once, ReplyKind.NO_NEWS, later(met, days=13))
    assert occasion_for(answered, Stage.CHECKED_IN) is Occasion.CHECKED_IN


def test_a_no_is_thanked_for_once_and_kept_warm_after(card: Card, met: dt.datetime, person: Person) -> None:
    ended = reply(card, ReplyKind.NO, later(met, days=20))
    assert occasion_for(ended, Stage.CHECKED_IN) is Occasion.AFTER_NO
    sent = Sent(letter="after-a-no", at=later(met, days=21))
    thanked = edit(ended, later(met, days=21), people=(Person(name=person.name, email=person.email, sent=(sent,)),))
    assert occasion_for(thanked, Stage.CHECKED_IN) is Occasion.KEEP_WARM
    assert occasion_for(archive(card, Outcome.SILENT, met), Stage.CHECKED_IN) is Occasion.KEEP_WARM
    assert occasion_for(archive(card, Outcome.ACCEPTED, met), Stage.CHECKED_IN) is None


def test_letters_come_by_mail_first_and_one_that_lacks_no_fact_is_best(values: dict[str, str]) -> None:
    fits = letters_for(SHIPPED.letters, Occasion.CHECKED_IN)
    assert [letter.name for letter in fits] == ["check-in", "check-in-no-date", "check-in-by-phone"]
    assert fits[2].via is Via.PHONE
    assert best_letter(fits, values) == fits[0]
    assert best_letter(fits, {**values, "told_me": ""}) == fits[1]
    assert best_letter(fits, {**values, "reference": ""}) == fits[0]
    assert best_letter((), values) is None


FRONT = "---\nfor: emailed\nvia: email\nsubject: Hi\n---\n"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", (1, 1), "the file is empty"),
        (" \n\n", (1, 1), "the file is empty"),
        ("Dear {{name}},", (1, 1), "begins with its front matter"),
        ("---\nfor: emailed\nvia: email\n\nDear", (1, 1), "begins with its front matter"),
        ("---\nvia: email\n---\nx", (1, 1), "lacks “for:”"),
        ("---\nfor: emailed\n---\nx", (1, 1), "lacks “via:”"),
        ("---\nfor: emailed\nvia: email\n---\nx", (1, 1), "lacks “subject:”"),
        ("---\nfor: thankyou\nvia: email\n---\nx", (2, 6), "there is emailed, mailed"),
        ("---\nfor: emailed, check in agan\nvia: email\n---\nx", (2, 6), "did you mean “check_in_again”?"),
        ("---\nfor: emailed\nvia: mail\n---\nx", (3, 6), "did you mean “email”?"),
        ("---\nfro: emailed\n---\nx", (2, 1), "did you mean “for”?"),
        ("---\nfor: emailed\nfor: mailed\n---\nx", (3, 1), "is there twice"),
        ("---\njust words\n---\nx", (2, 1), "write it as a word, a colon and a value"),
        (FRONT, (5, 1), "the letter has no text"),
        (FRONT + "\nDear\n{{nmae}}", (8, 1), "did you mean “name”?"),
        ("---\nfor: emailed\nvia: email\nsubject: Hi {{name\n---\nx", (4, 13), "stands without its"),
        ("---\nfor: mailed\nvia: paper\nwords: many\n---\nx", (4, 8), "50-120"),
        ("---\nfor: mailed\nvia: paper\ncharacters: -3\n---\nx", (4, 13), "as a number"),
    ],
)
def test_a_letter_that_cannot_be_used_says_where_and_what_to_write(
    text: str, place: tuple[int, int], words: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        parse_letter(text, "mine")
    assert words in str(caught.value)
    assert (caught.value.line, caught.value.column) == place
    assert str(caught.value).startswith(f"mine.txt, line {place[0]}, column {place[1]}: ")


def test_front_matter_is_forgiving_about_case_spaces_and_line_ends() -> None:
    text = "---\r\n# mine\r\nFor: Checked in, check-in-again\r\nvia:Phone\r\nWords: 10 – 20\r\n---\r\n\r\nHi\r\n"
    letter = parse_letter(text, "my_own-call")
    assert letter.title == "My own call"
    assert letter.occasions == (Occasion.CHECKED_IN, Occasion.CHECK_IN_AGAIN)
    assert (letter.via, letter.words) == (Via.PHONE, (10, 20))


def test_no_invitation_may_be_longer_than_linkedin_allows() -> None:
    text = "---\nfor: connected\nvia: linkedin\ncharacters: 900\n---\nHi"
    assert parse_letter(text, "x").characters == 300
    assert parse_letter(text.replace("900", "200"), "x").characters == 200


def test_an_unknown_email_address_leaves_the_draft_without_one(card: Card, met: dt.datetime) -> None:
    nobody = replace(card, people=())
    ready = filled(named("thank-you"), values_for(nobody, None, now=met, reference="the whale"))
    assert ready.to == ready.name == ""
    assert ready.body.startswith("Hello,")
