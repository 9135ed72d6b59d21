"""The companies of cards, by which an import finds what is on the board already."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from day12_data.exchange.company import ByCompany, same_company
from kit import card

_WORDS = (
    "",
    "Acme",
    "acme",
    "A",
    "Ac",
    "The",
    "GmbH",
    "Inc",
    "Group",
    "Globex",
    "Corp",
    "Müller",
    "&",
    "I.B.M.",
    "日本",
)
_NAMES = st.lists(st.sampled_from(_WORDS), max_size=3).map(" ".join)


@given(st.lists(_NAMES, max_size=6), _NAMES)
def test_by_its_company_each_card_is_found_whose_name_means_the_same_and_no_other(names: list[str], asked: str) -> None:
    cards = [card(name, id=str(number)) for number, name in enumerate(names)]
    assert ByCompany(cards).of(asked) == [each for each in cards if same_company(each.company, asked)]
