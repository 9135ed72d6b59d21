from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from day12_data.letters.template import TemplateError, fill, gaps, parse

KNOWN = ("first_name", "company", "reference", "name")


def filled(text: str, **values: str) -> str:
    return fill(parse(text, KNOWN), values).text


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("Hello {{first_name}},", {"first_name": "Jane"}, "Hello Jane,"),
        ("Hello {{ first_name }},", {"first_name": "Jane"}, "Hello Jane,"),
        ("Hello {{first_name|there}},", {}, "Hello there,"),
        ("Hello {{first_name|there}},", {"first_name": "Jane"}, "Hello Jane,"),
        ("Hello {{first_name|there}},", {"first_name": "  "}, "Hello there,"),
        ("Hello{{first_name?}},", {}, "Hello,"),
        ("Hello{{first_name|}},", {}, "Hello,"),
        ("{{name|a | b: $x {y} %s}}", {}, "a | b: $x {y} %s"),
        ("They offered $120k, {not} a gap, 100 % {0} $name", {}, "They offered $120k, {not} a gap, 100 % {0} $name"),
        ("{{name}}{{company}}", {"name": "a", "company": "b"}, "ab"),
        ("", {}, ""),
    ],
)
def test_a_gap_takes_its_value_or_its_fallback_and_all_else_stays(
    text: str, values: dict[str, str], expected: str
) -> None:
    assert filled(text, **values) == expected


@given(st.text(min_size=1).filter(str.strip))
def test_a_value_is_put_in_as_it_is_and_never_looked_at_again(value: str) -> None:
    assert filled("<{{name}}|{{company}}>", name=value, company="{{name}}") == f"<{value}|{{{{name}}}}>"


@pytest.mark.parametrize("value", ["$120k", "{{{{", "{{name}}", "{{name|x}}", "}}", r"\1 \g<0>", "%s {0}", "[[name]]"])
def test_a_value_may_look_like_any_template_language(value: str) -> None:
    assert filled("{{company}}", company=value, name="never") == value


@given(st.text(alphabet="{}|?name $\n"))
def test_every_text_is_a_template_or_one_sentence(text: str) -> None:
    refused: TemplateError | None = None
    try:
        fill(parse(text, KNOWN, "mine.txt"), {})
    except TemplateError as error:
        refused = error
    if refused:
        place = text.split("\n")[refused.line - 1][refused.column - 1 :]
        assert str(refused).startswith("mine.txt, line ")
        assert "\n" not in str(refused)
        assert place.startswith(("{{", "}}"))


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("Dear {{frist_name}},", (1, 6), "did you mean “first_name”?"),
        ("Hi,\n\n  {{First Name}}", (3, 3), "did you mean “first_name”?"),
        ("Hi {{zzzzz}}", (1, 4), "there is company, first_name, name, reference."),
        ("Hi {{}}", (1, 4), "{{}} is no placeholder"),
        ("Hi {{name", (1, 4), "“{{” stands without its “}}”"),
        ("Hi {{name}", (1, 4), "“{{” stands without its “}}”"),
        ("Hi {name}}", (1, 9), "“}}” stands without its “{{”"),
        ("Hi {{na\nme}}", (1, 4), "“{{” stands without its “}}”"),
        ("Hi {{name and {{company}}", (1, 4), "“{{” stands without its “}}”"),
        ("{{{{", (1, 1), "“{{” stands without its “}}”"),
        ("{{name}} {{company?|x}}", (1, 10), "write {{company?}} or {{company|x}}."),
        ("{{na\x1b[31m}}", (1, 1), "is no placeholder"),
    ],
)
def test_a_bad_template_says_the_place_and_the_nearest_right_name(
    text: str, place: tuple[int, int], words: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        parse(text, KNOWN, "mine.txt")
    assert (caught.value.line, caught.value.column) == place
    assert f"mine.txt, line {place[0]}, column {place[1]}: " in str(caught.value)
    assert words in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_what_is_needed_and_not_known_is_shown_and_named_once_in_reading_order() -> None:
    result = fill(parse("{{reference}} {{name|x}} {{company}} {{reference}}", KNOWN), {})
    assert result.text == "[[reference]] x [[company]] [[reference]]"
    assert result.missing == ("reference", "company")


def test_a_gap_left_in_a_text_edited_by_hand_is_still_found() -> None:
    assert gaps("I liked [[reference]], [[other]] and [[reference]].", KNOWN) == ("reference",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thanks,\n{{name?}}", "Thanks,"),
        ("a\n\n{{name?}}\n\nb", "a\n\nb"),
        ("a\n{{name?}}\nb", "a\nb"),
        ("{{name?}}\n\nb", "b"),
        ("a\n\n\n\nb", "a\n\n\n\nb"),
    ],
)
def test_a_line_that_held_only_an_empty_gap_leaves_no_hole(text: str, expected: str) -> None:
    assert filled(text) == expected
