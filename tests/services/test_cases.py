"""Cases and drafts as services: what the screens never offer, and anybody can craft."""

import sqlite3
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.domain.cases import Case, CaseKind, Solved, Spot, Status, Words
from bot.domain.city import CategoryId, WijkId
from bot.domain.drafts import MOST_TEXT, Draft, DraftStep, Part
from bot.domain.errors import ButtonExpired, CaseUnknown, NothingWritten, NotPossibleNow, TooLong, WijkUnknown
from bot.domain.people import ChatId
from bot.services.cases import Cases, NewCase
from bot.services.common_questions import CommonQuestions
from bot.services.drafts import Drafts
from bot.services.held import MOST_HELD, Held
from bot.services.occurrences import Occurrences
from bot.services.people import People
from bot.services.steps import Steps
from bot.services.turn import Turn
from storage.cases import list_history, set_status
from tests.line import Line, file_of

SOME = Part(Words("Er is iets"), 7)


def _as(chat: int, work: Callable[[Turn], Awaitable[object]]) -> Callable[[Turn], Awaitable[object]]:
    async def turn(turn: Turn) -> object:
        await People(turn).meet(ChatId(chat))
        return await work(turn)

    return turn


async def _opened(turn: Turn, **about: object) -> Case:
    return await Cases(turn).open(NewCase(kind=CaseKind.SIGNAL, parts=(SOME,), **about))  # type: ignore[arg-type] # values of the test


async def test_a_case_is_kept_whole_with_its_history_and_due_date(line: Line) -> None:
    async def work(turn: Turn) -> None:
        case = await _opened(turn, category=CategoryId("housing"), wijk=WijkId("bret"), urgent=True, run=5)
        assert (case.status, case.sensitive, case.urgent) == (Status.RECEIVED, True, True)
        assert case.due_on is not None
        assert case.due_on > turn.now.date()
        ((act, by, detail, _),) = await list_history(turn.tx, case.id)
        assert (act, by, detail) == ("opened", None, {"run": "5"})
        assert await Cases(turn).words_of(case) == [SOME.words]
        assert (await Cases(turn).replied_to(7)) == case
        assert (await Cases(turn).sent_by(5)) == case
        assert await Cases(turn).sent_by(6) is None

    await line.turn(_as(5_500_000_701, work))


@pytest.mark.parametrize(
    ("new", "refusal"),
    [
        (NewCase(kind=CaseKind.SIGNAL, parts=()), NothingWritten),
        (NewCase(kind=CaseKind.QUESTION, parts=(), category=CategoryId("waste")), NothingWritten),
        (NewCase(kind=CaseKind.SIGNAL, parts=(SOME,), wijk=WijkId("zz")), WijkUnknown),
        (NewCase(kind=CaseKind.SIGNAL, parts=(SOME,), category=CategoryId("zz")), ButtonExpired),
    ],
)
async def test_a_case_that_says_nothing_or_lies_nowhere_is_refused(
    line: Line, new: NewCase, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await line.turn(_as(5_500_000_701, lambda turn: Cases(turn).open(new)))
    assert await line.read(lambda tx: tx.all("SELECT 1 FROM cases")) == []


async def test_nothing_can_be_done_with_a_case_that_was_taken_back(line: Line) -> None:
    async def work(turn: Turn) -> None:
        cases = Cases(turn)
        gone = await cases.withdraw(await _opened(turn))
        assert await cases.withdraw(gone) == gone
        assert await cases.replied_to(7) == gone
        for act in (
            cases.add(gone, SOME),
            Occurrences(turn).note(gone),
            cases.make_urgent(gone),
            cases.talk(gone),
            cases.say_solved(gone, Solved.YES),
        ):
            with pytest.raises(NotPossibleNow):
                await act
        with pytest.raises(NothingWritten):
            await cases.add(gone, Part(Words()))

    await line.turn(_as(5_500_000_701, work))


async def test_a_question_does_not_happen_again_and_a_handled_case_is_not_taken_back(line: Line) -> None:
    async def work(turn: Turn) -> None:
        cases = Cases(turn)
        question = await cases.open(NewCase(kind=CaseKind.QUESTION, parts=(SOME,)))
        with pytest.raises(NotPossibleNow):
            await Occurrences(turn).note(question)
        handled = await set_status(turn.tx, await _opened(turn), Status.HANDLED, now=turn.now)
        with pytest.raises(NotPossibleNow):
            await cases.withdraw(handled)

    await line.turn(_as(5_500_000_701, work))


async def test_urgent_and_talk_are_said_once(line: Line) -> None:
    async def work(turn: Turn) -> None:
        case = await _opened(turn)
        await Cases(turn).make_urgent(case)
        urgent = await Cases(turn).own(case.id)
        await Cases(turn).make_urgent(urgent)
        for _ in range(2):
            await Cases(turn).talk(urgent)
        acts = [act for act, *_ in await list_history(turn.tx, case.id)]
        assert (acts.count("urgent"), acts.count("talk"), acts.count("added")) == (1, 1, 0)

    await line.turn(_as(5_500_000_701, work))


async def test_yes_may_become_no_while_it_is_handled(line: Line) -> None:
    async def work(turn: Turn) -> None:
        cases = Cases(turn)
        case = await set_status(turn.tx, await _opened(turn), Status.HANDLED, now=turn.now)
        assert (await cases.say_solved(case, Solved.YES)).status is Status.HANDLED
        reopened = await cases.say_solved(case, Solved.NO)
        assert (reopened.status, reopened.urgent, reopened.reopened) == (Status.REOPENED, True, 1)
        assert await cases.say_solved(reopened, Solved.NO) == reopened
        with pytest.raises(NotPossibleNow):
            await cases.say_solved(reopened, Solved.YES)

    await line.turn(_as(5_500_000_701, work))


async def test_somebody_elses_case_does_not_exist(line: Line) -> None:
    case = await line.turn(_as(5_500_000_701, _opened))

    async def work(turn: Turn) -> None:
        with pytest.raises(CaseUnknown):
            await Cases(turn).own(case.id)
        assert await Cases(turn).mine() == []
        assert await Cases(turn).sent_by(0) is None

    await line.turn(_as(5_500_000_702, work))
    with pytest.raises(CaseUnknown):
        await line.turn(lambda turn: Cases(turn).mine())


async def test_a_draft_refuses_what_no_button_offers(line: Line) -> None:
    async def work(turn: Turn) -> None:
        drafts = Drafts(turn)
        draft = await drafts.receive(SOME)
        for act in (
            lambda: drafts.choose_category(draft, "zz"),
            lambda: drafts.choose_said(draft, 99),
            lambda: drafts.choose_meant(draft, 0),
            lambda: drafts.choose_guess(draft),
            lambda: drafts.note_as_typed(draft),
            lambda: drafts.typed_is_story(draft),
            lambda: CommonQuestions(turn).show(draft, "zz"),
            lambda: CommonQuestions(turn).ask(draft, "nl"),
            lambda: CommonQuestions(turn).report(draft),
            lambda: CommonQuestions(turn).report_anyway(draft),
            lambda: CommonQuestions(turn).helped(draft),
            lambda: drafts.make_urgent(draft.version + 1),
        ):
            with pytest.raises(ButtonExpired):
                await act()
        with pytest.raises(WijkUnknown):
            await drafts.choose_wijk(draft, "zz")
        with pytest.raises(NothingWritten):
            await drafts.receive(Part(Words()))
        with pytest.raises(TooLong):
            await drafts.receive(Part(Words("a" * (MOST_TEXT + 1))))

    await line.turn(_as(5_500_000_701, work))


async def test_a_name_that_may_have_been_meant_leads_to_the_place(line: Line) -> None:
    async def work(turn: Turn) -> None:
        drafts = Drafts(turn)
        await drafts.choose_category(await drafts.receive(SOME), None)
        meant = await drafts.receive(Part(Words("Hoevezavel")))
        assert meant.choices[0].name == "Hoevenzavel"
        assert (await drafts.choose_meant(meant, 0)).wijk == "hoevenzavel"
        near = await drafts.receive(Part(Words(spot=Spot(51.0002, 5.5279))))
        assert (await drafts.choose_meant(near, 0)).wijk == "waterschei-noord"

    await line.turn(_as(5_500_000_701, work))


async def test_a_known_wijk_is_not_asked_for(line: Line) -> None:
    async def work(turn: Turn) -> Draft:
        drafts = Drafts(turn)
        await drafts.begin(CaseKind.SIGNAL, wijk=WijkId("bret"))
        return await drafts.choose_category(await drafts.receive(SOME), None)

    draft = await line.turn(_as(5_500_000_701, work))
    assert (draft.step, draft.wijk) == (DraftStep.SUMMARY, "bret")


async def test_words_of_a_draft_that_were_edited_are_changed(line: Line) -> None:
    async def work(turn: Turn) -> None:
        drafts = Drafts(turn)
        assert not await drafts.change_words(7, SOME)
        await drafts.receive(SOME)
        assert not await drafts.change_words(8, SOME)
        assert await drafts.change_words(7, Part(Words("Anders"), 7))
        draft = drafts.now()
        assert draft is not None
        assert draft.text == "Anders"

    await line.turn(_as(5_500_000_701, work))


async def test_a_draft_lapses_a_day_after_its_last_change_and_keeps_nothing(line: Line) -> None:
    await line.turn(_as(5_500_000_701, lambda turn: Drafts(turn).receive(SOME)))

    async def lapse(turn: Turn) -> str | None:
        await Drafts(turn).lapse()
        row = await turn.tx.one("SELECT kind FROM steps")
        return row["kind"] if row else None

    async def a_day_later(turn: Turn) -> str | None:
        turn.now += timedelta(hours=25)
        return await lapse(turn)

    assert await line.turn(_as(5_500_000_701, lapse)) == "draft"
    assert await line.turn(_as(5_500_000_701, a_day_later)) == "lapsed"
    assert await line.turn(_as(5_500_000_701, a_day_later)) == "lapsed"
    await line.turn(_as(5_500_000_701, lambda turn: Drafts(turn).begin(CaseKind.SIGNAL)))
    assert await line.turn(_as(5_500_000_701, a_day_later)) is None
    assert await line.turn(_as(5_500_000_701, a_day_later)) is None


async def test_what_is_held_is_given_once_and_has_an_end(line: Line) -> None:
    async def work(turn: Turn) -> None:
        version = await Held(turn).hold(SOME)
        for _ in range(MOST_HELD - 1):
            assert await Held(turn).hold(SOME) == version
        with pytest.raises(TooLong):
            await Held(turn).hold(SOME)
        assert len(await Held(turn).take(version)) == MOST_HELD
        with pytest.raises(ButtonExpired):
            await Held(turn).take(version)

    await line.turn(_as(5_500_000_701, work))


async def test_what_was_interrupted_comes_back_once(line: Line) -> None:
    async def work(turn: Turn) -> None:
        draft = await Drafts(turn).receive(SOME)
        await Steps(turn).interrupt("add", "words", case=1)
        await Steps(turn).interrupt("missing", "words", case=1)
        assert Drafts(turn).now() is None
        await Steps(turn).end()
        assert Drafts(turn).now() == draft
        await Steps(turn).end()
        assert turn.step is None

    await line.turn(_as(5_500_000_701, work))


@pytest.mark.sqlite
async def test_a_draft_is_sealed_on_disk(line: Line) -> None:
    await line.turn(_as(5_500_000_701, lambda turn: Drafts(turn).receive(Part(Words("Zeldzaamwoord")))))
    folder = file_of(line.running.database).parent
    with sqlite3.connect(file_of(line.running.database)) as other:
        other.execute("PRAGMA wal_checkpoint(PASSIVE)")
    assert not any(b"Zeldzaamwoord" in file.read_bytes() for file in folder.iterdir() if file.is_file())
