"""Drafts: which question is open, what is before it, what one answer does to another."""

from dataclasses import replace

import pytest

from bot.domain.cases import CaseKind, Spot, Words
from bot.domain.city import CategoryId, WijkId
from bot.domain.drafts import MOST_PARTS, MOST_TEXT, Choice, Draft, DraftStep, Part, Why
from bot.domain.errors import TooLong

EMPTY = Draft(kind=CaseKind.SIGNAL, step=DraftStep.WORDS)
TOLD = EMPTY.told(Part(Words("Afval")))
WASTE, BRET, LANGERLO = CategoryId("waste"), WijkId("bret"), WijkId("langerlo")
HERE = Spot(50.97, 5.5)


@pytest.mark.parametrize(
    ("draft", "step"),
    [
        (EMPTY, DraftStep.WORDS),
        (TOLD, DraftStep.CATEGORY),
        (TOLD.about(None), DraftStep.PLACE),
        (TOLD.about(WASTE).at(None), DraftStep.SUMMARY),
        (TOLD.at(BRET), DraftStep.CATEGORY),
        (replace(TOLD, kind=CaseKind.QUESTION), DraftStep.PLACE),
        (replace(EMPTY, spot=HERE), DraftStep.CATEGORY),
        (replace(EMPTY, spot=HERE).about(WASTE), DraftStep.PLACE),
        (replace(EMPTY, spot=HERE).about(None), DraftStep.WORDS),
        (replace(EMPTY, spot=HERE, kind=CaseKind.IDEA), DraftStep.WORDS),
        (TOLD.narrowed(Why.NEAR, (Choice(BRET),), spot=HERE).about(WASTE), DraftStep.PART),
    ],
)
def test_the_first_open_question_is_next(draft: Draft, step: DraftStep) -> None:
    assert draft.onward().step is step


@pytest.mark.parametrize(
    ("draft", "before"),
    [
        (EMPTY, None),
        (replace(TOLD, step=DraftStep.CATEGORY), DraftStep.WORDS),
        (replace(TOLD, step=DraftStep.PLACE), DraftStep.CATEGORY),
        (replace(TOLD, step=DraftStep.PLACE, kind=CaseKind.IDEA), DraftStep.WORDS),
        (replace(TOLD, step=DraftStep.PLACE, changing=True), DraftStep.CHANGE),
        (replace(TOLD, step=DraftStep.LIST, changing=True), DraftStep.PLACE),
        (replace(TOLD, step=DraftStep.SUMMARY), DraftStep.PLACE),
        (replace(TOLD, step=DraftStep.REWRITE), DraftStep.CHANGE),
    ],
)
def test_back_leads_to_the_screen_before(draft: Draft, before: DraftStep | None) -> None:
    back = draft.backward()
    assert (back.step if back else None) is before


@pytest.mark.parametrize("step", [step for step in DraftStep if step is not DraftStep.WORDS])
def test_every_screen_but_the_first_has_one_before_it(step: DraftStep) -> None:
    assert replace(TOLD, step=step).backward() is not None


def test_a_street_and_a_location_stay_when_they_led_to_the_wijk() -> None:
    street = TOLD.narrowed(Why.PART_OF, (Choice(BRET),), place="Bretstraat 1", is_street=True).at(BRET)
    assert (street.place, street.wijk, street.spot) == ("Bretstraat 1", BRET, None)
    near = TOLD.narrowed(Why.NEAR, (Choice(BRET),), spot=HERE).at(BRET)
    assert (near.place, near.wijk, near.spot) == ("", BRET, HERE)


def test_a_wijk_chosen_afresh_leaves_nothing_of_the_place_before() -> None:
    near = TOLD.narrowed(Why.NEAR, (Choice(BRET),), spot=HERE).at(BRET)
    afresh = near.asked_where().at(LANGERLO)
    assert (afresh.wijk, afresh.spot, afresh.place) == (LANGERLO, None, "")
    after_back = TOLD.narrowed(Why.PART_OF, (Choice(BRET),), place="Bretstraat", is_street=True).backward()
    assert after_back is not None
    assert after_back.at(LANGERLO).place == ""


def test_a_name_of_several_wijken_is_kept_only_while_its_wijk_is_unknown() -> None:
    part = TOLD.narrowed(Why.PART_OF, (Choice(BRET),), place="Bret-Gelieren")
    assert part.at(None).place == "Bret-Gelieren"
    assert part.at(BRET).place == ""


def test_a_place_that_is_named_anew_no_longer_counts_until_it_is_settled() -> None:
    settled = TOLD.about(WASTE).at(BRET)
    assert settled.narrowed(Why.MEANT, (Choice(name="Bret"),)).onward().step is DraftStep.PART


def test_a_flood_is_cut_off_and_a_long_story_fits() -> None:
    draft = EMPTY
    for _ in range(MOST_PARTS):
        draft = draft.told(Part(Words("a")))
    with pytest.raises(TooLong):
        draft.told(Part(Words("a")))
    with pytest.raises(TooLong):
        EMPTY.told(Part(Words("a" * (MOST_TEXT + 1))))


def test_more_of_the_story_is_added_to_the_question_that_stays_open() -> None:
    asked = TOLD.onward()
    assert asked.told(Part(Words("Veel"))).added_to(asked)
    assert replace(asked, spot=HERE).added_to(asked)
    assert not asked.added_to(asked)
    assert not TOLD.added_to(EMPTY)
    assert not replace(asked, version=2).told(Part(Words("Veel"))).added_to(asked)


def test_a_poster_settles_the_place_only_where_none_was_given() -> None:
    assert TOLD.at_poster(BRET).wijk == BRET
    assert TOLD.at(LANGERLO).at_poster(BRET).wijk == LANGERLO
    near = TOLD.narrowed(Why.NEAR, (Choice(LANGERLO),), spot=HERE)
    assert near.at_poster(BRET).wijk is None


def test_the_wijk_of_a_poster_alone_is_nothing_to_lose() -> None:
    assert EMPTY.at_poster(BRET).empty
    assert not EMPTY.at_poster(BRET).told(Part(Words("Afval"))).empty


def test_what_came_since_is_a_report_of_its_own() -> None:
    both = TOLD.about(WASTE).at(BRET).told(Part(Words("Lawaai")))
    anew = both.since(1).onward()
    assert (anew.text, anew.step, anew.category, anew.wijk) == ("Lawaai", DraftStep.CATEGORY, None, None)
    assert not both.since(2).parts
