from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from day12_data.card import Person
from day12_data.letters.linkedin import facebook_advice, linkedin_url, profile_url

JANE = "https://www.linkedin.com/in/jane-doe"


@pytest.mark.parametrize(
    "text",
    [
        "https://www.linkedin.com/in/jane-doe/",
        "http://linkedin.com/in/jane-doe",
        "https://de.linkedin.com/in/jane-doe?trk=people#about",
        "linkedin.com/in/jane-doe",
        "www.LinkedIn.com/in/jane-doe/",
        "in/jane-doe",
        "/in/jane-doe/",
        "@jane-doe",
        "  https://www.linkedin.com/in/jane-doe\n",
    ],
)
def test_a_profile_is_understood_however_it_was_written(text: str) -> None:
    assert profile_url(text) == JANE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jane Doe",
        "jane-doe",
        "javascript:alert(1)//linkedin.com/in/x",
        "file:///etc/passwd",
        "data:text/html,linkedin.com",
        "https://evil.example/linkedin.com/in/x",
        "https://linkedin.com.evil.example/in/x",
        "https://notlinkedin.com/in/x",
        "https://linkedin.com@evil.example/in/x",
        "https://user@linkedin.com/in/x",
        "https://linkedin.com\\@evil.example/in/x",
        "https://evil.example\\.linkedin.com/in/x",
        "ftp://linkedin.com/in/x",
        "https://[::1/in/x",
        "https://www.linkedin.com/",
        "https://facebook.com/jane",
        "in/a b; rm -rf",
    ],
)
def test_anything_else_is_no_profile_and_a_search_for_the_name_is_opened(text: str) -> None:
    assert profile_url(text) == ""
    url = linkedin_url(Person(name="Jörg Müller & Co", linkedin=text), "Acme #1")
    assert url.startswith("https://www.linkedin.com/search/results/people/?keywords=")
    assert parse_qs(urlsplit(url).query) == {"keywords": ["Jörg Müller & Co Acme #1"]}


def test_a_known_profile_is_opened_and_other_scripts_are_encoded_once() -> None:
    assert linkedin_url(Person(name="Jane", linkedin="in/jane-doe"), "Acme") == JANE
    assert profile_url("https://www.linkedin.com/in/jörg") == "https://www.linkedin.com/in/j%C3%B6rg"
    assert profile_url("https://www.linkedin.com/in/j%C3%B6rg") == "https://www.linkedin.com/in/j%C3%B6rg"
    assert profile_url("@jörg") == "https://www.linkedin.com/in/j%C3%B6rg"


@given(st.text(max_size=80) | st.text(alphabet="htps:/.linkedcom@\\in?#%[]e", max_size=60))
def test_whatever_was_typed_only_linkedin_is_ever_opened(text: str) -> None:
    url = linkedin_url(Person(name=text, linkedin=text), text)
    parts = urlsplit(url)
    assert (parts.scheme, parts.netloc) == ("https", "www.linkedin.com")
    assert url.isascii()
    assert not any(char.isspace() for char in url)


@pytest.mark.parametrize(
    ("text", "advised"),
    [
        ("https://www.facebook.com/jane", True),
        ("see m.facebook.com/jane, please", True),
        ("FB.com/jane", True),
        ("m.me/jane", True),
        ("jane@fb.com", False),
        ("notfacebook.com", False),
        ("https://linkedin.com/in/jane", False),
        ("the Facebook role", False),
        ("", False),
    ],
)
def test_a_facebook_address_gets_the_articles_advice(text: str, advised: bool) -> None:
    advice = facebook_advice(text)
    assert (advice is not None) == advised
    assert not advice or advice.startswith("LinkedIn yes, Facebook never")
