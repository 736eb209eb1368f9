"""Every step that a chat can be in, by a name that people can read, and how to put somebody there."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from bot.domain.announcements import Audience, AudienceKind
from bot.domain.cases import Case, CaseKind, Closing, Status, Words
from bot.domain.city import CategoryId, WijkId
from bot.domain.drafts import Choice, DraftStep, Part, Why
from bot.domain.passings import Letter
from bot.services.announcements import Announcements
from bot.services.answers import Answers
from bot.services.cases import Cases, NewCase
from bot.services.closings import Closings
from bot.services.corrections import Corrections
from bot.services.desk_words import DeskWords
from bot.services.drafts import LAPSED, Drafts
from bot.services.held import Held
from bot.services.passing_on import PassingOn
from bot.services.passings import Passings
from bot.services.quick_answers import QuickAnswers
from bot.services.references import References
from bot.services.steps import Steps
from bot.services.turn import Turn
from storage.cases import set_status

HOME: Final = WijkId("waterschei-noord")
STORY: Final = "Er ligt afval"
Plant = Callable[[Turn], Awaitable[Any]]


async def own_case(turn: Turn, status: Status = Status.RECEIVED) -> Case:
    """A case of who acts."""
    parts = (Part(Words(STORY)),)
    case = await Cases(turn).open(
        NewCase(kind=CaseKind.SIGNAL, parts=parts, category=CategoryId("waste"), wijk=HOME)
    )
    return await set_status(turn.tx, case, status, now=turn.now) if status is not case.status else case


def _drafting(step: DraftStep) -> Plant:
    """In the middle of a report: at this screen, with what leads to it."""

    async def plant(turn: Turn) -> None:
        drafts = Drafts(turn)
        draft = await drafts.begin(CaseKind.QUESTION if step is DraftStep.COMMON else CaseKind.SIGNAL)
        if step is not DraftStep.WORDS:
            draft = replace(draft.told(Part(Words(STORY))), category=CategoryId("waste"), has_category=True)
        if step is DraftStep.PART:
            draft = draft.narrowed(Why.PART_OF, (Choice(HOME), Choice(WijkId("waterschei-zuid"))))
        if step in {DraftStep.SUMMARY, DraftStep.CHANGE, DraftStep.REWRITE}:
            draft = draft.at(HOME)
        typed = Part(Words("Nergensstraat")) if step is DraftStep.UNKNOWN else None
        common = turn.city.common_questions[0].id if step is DraftStep.COMMON else None
        await drafts.keep(replace(draft, step=step, typed=typed, common=common))

    return plant


async def _with_a_case(turn: Turn) -> None:
    await own_case(turn)


async def _held(turn: Turn) -> None:
    await own_case(turn)
    await Held(turn).hold(Part(Words(STORY)))


async def _adding(turn: Turn) -> None:
    await Steps(turn).interrupt("add", "words", case=(await own_case(turn)).id)


async def _missing(turn: Turn) -> None:
    await Steps(turn).interrupt("missing", "words", case=(await own_case(turn, Status.HANDLED)).id)


async def _lapsed(turn: Turn) -> None:
    await Steps(turn).start(LAPSED, "")


async def _nothing(_: Turn) -> None:
    """In no step."""


RESIDENTS: Final[Mapping[str, Plant]] = {
    "no step": _nothing,
    "no step but a case": _with_a_case,
    **{f"draft {step}": _drafting(step) for step in DraftStep},
    "held which": _held,
    "add words": _adding,
    "missing words": _missing,
    "lapsed": _lapsed,
}


def _announcing(step: str) -> Plant:
    async def plant(turn: Turn) -> None:
        assert turn.staff is not None
        announcements = Announcements(turn)
        draft = await announcements.begin(turn.staff, Audience(AudienceKind.WIJK, HOME))
        if step not in {"audience", "topic", "dutch"}:
            draft = await announcements.write(draft, "nl", "Zaterdag om 10 uur ruimen we op.")
        if step == "check":
            draft = await announcements.write(draft, "tr", "Cumartesi saat 9'da temizlik var.")
        await Steps(turn).interrupt("announce", step, announcement=draft.id, language="tr")

    return plant


def _answering(then: str) -> Callable[[Case], Plant]:
    def about(case: Case) -> Plant:
        async def plant(turn: Turn) -> None:
            await Answers(turn).begin(case.id)
            if then == "preview":
                await Answers(turn).add(Words("Bedankt, ik kom."), None)

        return plant

    return about


def _closing(then: str) -> Callable[[Case], Plant]:
    def about(case: Case) -> Plant:
        async def plant(turn: Turn) -> None:
            await Closings(turn).begin(case.id, Closing.SOLVED)
            if then == "preview":
                await Closings(turn).because(Words("Opgeruimd."))

        return plant

    return about


def _correcting(then: str) -> Callable[[Case], Plant]:
    def about(case: Case) -> Plant:
        async def plant(turn: Turn) -> None:
            sent = await DeskWords(turn).keep(case, Words("Bedankt, ik kom."))
            await Corrections(turn).begin(sent.id)
            if then == "preview":
                await Corrections(turn).write(Words("Bedankt, ik kom morgen."))

        return plant

    return about


def _proposing(then: str) -> Plant:
    async def plant(turn: Turn) -> None:
        await QuickAnswers(turn).begin()
        for words in ("We komen op DATUM.", "Langs")[: PROPOSING.index(then)]:
            await QuickAnswers(turn).write(Words(words))

    return plant


def _passing_on(then: str) -> Callable[[Case], Plant]:
    def about(case: Case) -> Plant:
        async def plant(turn: Turn) -> None:
            passing_on = PassingOn(turn)
            await Passings(turn).over(case)
            await passing_on.begin(case.id, "dienst-reiniging")
            if then == "pass":
                return
            step = turn.step
            assert step is not None
            passing = await passing_on.send(step.version, Letter("Wijklijn", STORY))
            await passing_on.ask_what(passing.id)
            if then == "said preview":
                await passing_on.heard(Words("Ze komen."))

        return plant

    return about


def _noting(case: Case) -> Plant:
    async def plant(turn: Turn) -> None:
        await Steps(turn).start("note", "note", case=case.id)

    return plant


def _referring(case: Case) -> Plant:
    async def plant(turn: Turn) -> None:
        await References(turn).begin(case.id)

    return plant


def _asking_the_team(case: Case) -> Plant:
    async def plant(turn: Turn) -> None:
        await Steps(turn).start("errand", "asking", case=case.id)

    return plant


def _placing_a_street(case: Case) -> Plant:
    async def plant(turn: Turn) -> None:
        await Steps(turn).start("street", "street", case=case.id, wijk=HOME, name="Nieuwstraat")

    return plant


def _going_away(step: str) -> Plant:
    async def plant(turn: Turn) -> None:
        assert turn.staff is not None
        days = {"from": "2026-11-24", "until": "2026-11-27", "instead": 0}
        await Steps(turn).interrupt("absence", step, staff=turn.staff.id, **days)

    return plant


def _anywhere(plant: Plant) -> Callable[[Case], Plant]:
    return lambda _case: plant


async def _loose(turn: Turn) -> None:
    await Answers(turn).keep_loose(Words("Ik kom morgen."), None)


ANNOUNCING: Final = (
    "audience",
    "topic",
    "dutch",
    "language",
    "own",
    "machine",
    "check",
    "preview",
    "when",
    "change",
)
PROPOSING: Final = ("text", "label", "preview")
STAFF: Final[Mapping[str, Callable[[Case], Plant]]] = {
    "no step": _anywhere(_nothing),
    **{f"announce {step}": _anywhere(_announcing(step)) for step in ANNOUNCING},
    "answer write": _answering("write"),
    "answer preview": _answering("preview"),
    "close reason": _closing("reason"),
    "close preview": _closing("preview"),
    "correct write": _correcting("write"),
    "correct preview": _correcting("preview"),
    **{f"propose {step}": _anywhere(_proposing(step)) for step in PROPOSING},
    "note note": _noting,
    "pass preview": _passing_on("pass"),
    "partner-said write": _passing_on("said"),
    "partner-said preview": _passing_on("said preview"),
    "street street": _placing_a_street,
    "reference reference": _referring,
    "errand asking": _asking_the_team,
    "loose loose": _anywhere(_loose),
    **{f"absence {step}": _anywhere(_going_away(step)) for step in ("from", "until", "instead", "sure")},
}
# Steps of whom neither table holds: tried where their own feature is.
ELSEWHERE: Final = {
    "absence who": "of coordinators: tests/handlers/test_away.py",
    "propose own": "of contact workers: tests/handlers/test_quick_answers.py",
    "refuse why": "of who approves: tests/handlers/test_four_eyes.py, tests/handlers/test_quick_answers.py",
    "partner write": "of people of a partner: tests/handlers/test_passing.py",
    "errand looking": "of team members: tests/handlers/test_errand.py",
    "relay writing": "of contact workers: tests/handlers/test_relay.py",
    "poster poster": "before a language is chosen: tests/handlers/test_start.py",
}
