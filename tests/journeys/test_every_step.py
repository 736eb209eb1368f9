"""Every kind of update in every step: a fitting answer to each, as docs/bad-input.md says in two tables."""

import ast
import importlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import orjson
import pytest

from bot.domain.cases import Case
from bot.domain.drafts import DraftStep
from bot.domain.people import ChatId, Places, Role
from bot.engine import sanitise
from bot.services.people import People
from bot.services.turn import Turn
from playground.people import Person
from storage.database import Transaction
from storage.staff import Invitation, find_staff_of_person, insert_staff
from tests.journeys.conftest import Opens
from tests.journeys.town import Town
from tests.journeys.transcript import WANTED
from tests.sent import KINDS, MESSAGES, OTHERS, send
from tests.steps import ELSEWHERE, HOME, RESIDENTS, STAFF, Plant, own_case

ROOT: Final = Path(__file__).parents[2]
FILE: Final = ROOT / "docs" / "bad-input.md"
Answers = dict[str, dict[str, str]]  # by kind, then by step
_SAID: Final = (
    "SELECT chat_id, name, vals FROM outbox WHERE id > :after AND act IN ('send', 'edit') ORDER BY id"
)
_NEWEST: Final = "SELECT COALESCE(MAX(id), 0) AS id FROM outbox"
# What Telegram tells without anybody speaking to the bot, and an edit of what was never kept: no answer is due.
SILENT: Final = frozenset(
    {
        "something pinned",
        "somebody joined",
        "somebody left",
        "a group was made",
        "a kind of tomorrow",
        "nothing at all",
        *OTHERS,
    }
)


async def asked(tx: Transaction, after: int) -> Sequence[Any]:
    return await tx.all(_SAID, after=after)


async def newest(tx: Transaction) -> int:
    row = await tx.one(_NEWEST)
    return int(row["id"]) if row else 0


def _named(name: str, values: str) -> str:
    """An answer by the name of its text; of what is odd also what it was taken for."""
    kind = orjson.loads(values).get("kind") if name == "odd" else None
    return f"{name}: {kind}" if kind else name


async def tried(town: Town, plants: Mapping[str, Plant], meet: Any, kind: str, first: int) -> dict[str, str]:
    """Let somebody new in each of these steps send this; what each of them is answered, by the step."""
    people = {
        step: town.line.telegram.person(first + at, "Planted", language_code="nl")
        for at, step in enumerate(plants)
    }

    async def prepared(turn: Turn) -> None:
        for step, plant in plants.items():
            turn.step = turn.staff = None
            await meet(turn, people[step])
            await plant(turn)

    for person in people.values():
        person.chat.standing = "member"
    await town.line.turn(prepared)
    await town.settles()
    before = await town.line.read(newest)
    for person in people.values():
        send(person, kind)
    await town.settles()
    said = await town.line.read(lambda tx: asked(tx, before))
    return {step: _answers_of(said, person) for step, person in people.items()}


def _answers_of(said: Iterable[Any], person: Person) -> str:
    return " + ".join(_named(row["name"], row["vals"]) for row in said if row["chat_id"] == person.user_id)


async def residents(town: Town, language: str, first: int) -> Answers:
    """What residents of one language are answered."""

    async def meet(turn: Turn, person: Person) -> None:
        people = People(turn)
        await people.meet(ChatId(person.user_id))
        await people.choose_language(language)
        await people.welcome()

    return {kind: await tried(town, RESIDENTS, meet, kind, first + 100 * at) for at, kind in enumerate(KINDS)}


async def staff(town: Town) -> Answers:
    """What wijkmanagers are answered."""

    async def meet(turn: Turn, person: Person) -> None:
        acting = await People(turn).meet(ChatId(person.user_id))
        await People(turn).choose_language("nl")
        invitation = Invitation(Role.WIJKMANAGER, Places((HOME,)), (), None)
        await insert_staff(turn.tx, acting.id, invitation, turn.now)
        turn.staff = await find_staff_of_person(turn.tx, acting.id)

    async def of_somebody(turn: Turn) -> Case:
        await People(turn).meet(ChatId(9_999))
        return await own_case(turn)

    town.line.telegram.person(9_999, "Planted", language_code="nl").chat.standing = "member"
    case = await town.line.turn(of_somebody)
    plants = {step: about(case) for step, about in STAFF.items()}
    return {kind: await tried(town, plants, meet, kind, 10_000 + 100 * at) for at, kind in enumerate(KINDS)}


def nothing_went_wrong(town: Town) -> None:
    assert [call.description for call in town.line.telegram.log if call.code == 400] == []
    assert '"level":"error"' not in town.search.logs.getvalue()


def unanswered(answers: Answers) -> list[tuple[str, str]]:
    """Kinds and steps in which nothing was said although somebody spoke."""
    return [
        (kind, step)
        for kind, steps in answers.items()
        if kind not in SILENT
        for step, said in steps.items()
        if not said
    ]


def table(title: str, answers: Answers) -> Iterator[str]:
    """What is sent, what is answered to it, and in which steps; kinds that are answered alike share their rows."""
    yield from (f"## {title}", "", "| what is sent | what is answered | in which steps |", "|---|---|---|")
    alike: dict[str, list[str]] = {}
    for kind, steps in answers.items():
        alike.setdefault(orjson.dumps(steps).decode(), []).append(kind)
    for kinds in alike.values():
        steps = answers[kinds[0]]
        for said, _ in sorted(Counter(steps.values()).items(), key=lambda found: (-found[1], found[0])):
            yield f"| {', '.join(kinds)} | {f'`{said}`' if said else '–'} | {_where(steps, said)} |"
    yield ""


def _where(steps: Mapping[str, str], said: str) -> str:
    where = [step for step, one in steps.items() if one == said]
    if len(where) == len(steps):
        return "every step"
    return "every other" if len(where) * 2 > len(steps) else ", ".join(where)


@pytest.mark.timeout(300)
async def test_everything_is_answered_fittingly_in_every_step_and_alike_in_every_language(
    opens: Opens,
) -> None:
    async with opens("") as town:
        found = {
            language: await residents(town, language, 10_000 * at)
            for at, language in enumerate(("nl", "tr", "bg"), 1)
        }
        nothing_went_wrong(town)
    assert found["nl"] == found["tr"] == found["bg"]
    assert unanswered(found["nl"]) == []
    compare("Residents", found["nl"])


@pytest.mark.timeout(300)
async def test_everything_that_staff_send_is_answered_fittingly_in_every_step(opens: Opens) -> None:
    async with opens("") as town:
        found = await staff(town)
        nothing_went_wrong(town)
    assert unanswered(found) == []
    compare("Staff", found)


def compare(title: str, answers: Answers) -> None:
    """Hold it against the file; its table is written anew where the environment asks for it."""
    told = "\n".join(table(title, answers))
    kept = FILE.read_text(encoding="utf-8")
    head, _, rest = kept.partition(f"## {title}\n")
    old, mark, after = rest.partition("\n## ")
    if os.environ.get(WANTED):
        FILE.write_text(f"{head}{told}{mark and f'{mark}{after}'}", encoding="utf-8")
    else:
        assert f"## {title}\n{old}".splitlines() == told.splitlines(), (
            "what is answered has changed: read it first"
        )


def test_every_kind_that_is_known_of_updates_is_sent() -> None:
    sent = {key for content in MESSAGES.values() for key in content}
    frame = {"from", "entities", "media_group_id", "reply_to_message", "edit_date", "migrate_to_chat_id"}
    assert {*sanitise._PARTS, *sanitise._MARKERS} - frame <= sent  # noqa: SLF001 - what is kept of updates is listed there


def test_every_step_that_code_begins_is_in_a_table() -> None:
    known = {*RESIDENTS, *STAFF, *ELSEWHERE}
    begun = {one for path in _sources() for one in _begun_in(path)}
    assert {one for one in begun if one not in known} == set()
    last = {step.rpartition(" ")[2] for step in known}
    assert {step for path in _sources() for step in _gone_to_in(path)} <= last


def _sources() -> list[Path]:
    return sorted([*(ROOT / "handlers").glob("*.py"), *(ROOT / "bot" / "services").glob("*.py")])


def _calls(path: Path, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in names:
                yield node


def _begun_in(path: Path) -> Iterator[str]:
    """Kind and step of everything that is begun there; what only hands on the names it was given begins nothing."""
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for call in _calls(path, "start", "interrupt", "begin_over"):
        names = [
            ast.unparse(one)
            for one in call.args
            if ast.unparse(one) not in {"turn", "self.turn", "context.turn"}
        ]
        if names in (["kind", "step"], []) or len(names) != 2:
            continue
        kind, step = (getattr(module, one, one.strip("'")) for one in names)
        yield from (f"{kind} {one}" for one in ([*DraftStep] if step == "draft.step" else [step]))


def _gone_to_in(path: Path) -> Iterator[str]:
    """Steps that are gone on to by name."""
    for call in _calls(path, "go"):
        if call.args and isinstance(call.args[0], ast.Constant):
            yield str(call.args[0].value)
