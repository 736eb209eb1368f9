"""A database as a city's would be after years: people, cases, messages, translations, history and what was sent."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from itertools import islice
from typing import Any, Final

import orjson

from benchmarks.people import DESK, chats
from bot.domain.cases import draw_alias
from bot.domain.city import Category, City
from bot.domain.people import Role
from storage.database import Database
from storage.sealing import Sealer
from storage.times import kept

Values = dict[str, Any]

# A matter goes to and fro a dozen times, so that a million messages fit into the five digits of a case's number.
MESSAGES_OF_A_CASE: Final = 12.5
PEOPLE_OF_A_MESSAGE: Final = 0.1
# Whose list of cases is long; all other cases are one or two a person.
MOST_BUSY: Final = 240
CASES_OF_BUSY: Final = 6
OPEN: Final = 0.015
FEWEST_OPEN: Final = 40
COORDINATORS: Final = 12
YEARS: Final = timedelta(days=3 * 365)
AT_ONCE: Final = 20_000
_STORY: Final = (
    "Al drie weken ligt er afval naast de containers, en niemand haalt het op. {} Kunt u iemand sturen?",
    "Çöpler üç haftadır konteynerin yanında duruyor, kimse almıyor. {} Birini gönderebilir misiniz?",
    "От три седмици до контейнера има боклук и никой не го взима. {} Може ли да изпратите някого?",
)
_MORE: Final = "De buren hebben het ook gezien, en vorige week was het nog erger dan nu. "
_LANGUAGES: Final = ("nl", "tr", "bg")
_SAID: Final = (
    ("case-received", "send"),
    ("case-card", "send"),
    ("case-card", "edit"),
    ("case-more", "send"),
    ("case-translated", "send"),
    ("notice-colleague", "send"),
    ("case-answer", "send"),
    ("case-answer", "send"),
    ("case-card", "edit"),
    ("case-handled", "send"),
)
_TO_RESIDENT: Final = frozenset({"case-received", "case-answer", "case-handled"})


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many there are of everything, for so many case messages."""

    messages: int
    # So many of them are open, in the place of the usual share.
    wanted_open: int | None = None

    @property
    def cases(self) -> int:
        return int(self.messages / MESSAGES_OF_A_CASE)

    @property
    def people(self) -> int:
        return max(int(self.messages * PEOPLE_OF_A_MESSAGE), 2 * MOST_BUSY)

    @property
    def busy(self) -> int:
        """How many have a list of cases of more than a page."""
        return min(MOST_BUSY, self.cases // (2 * CASES_OF_BUSY))

    @property
    def open(self) -> int:
        usual = max(int(self.cases * OPEN), FEWEST_OPEN)
        return min(usual if self.wanted_open is None else self.wanted_open, self.cases)


@dataclass(frozen=True)
class Filling:
    """Rows of every table. `now` is when the last of them happened; the same seed makes the same rows."""

    city: City
    numbers: Numbers
    sealer: Sealer
    now: datetime
    seed: int = 1

    @cached_property
    def staff(self) -> list[Values]:
        """A wijkmanager for each wijk, and some coordinators; who is person 1 is staff 1."""
        roles = [(Role.WIJKMANAGER, [wijk.id]) for wijk in self.city.wijken]
        roles += [(Role.COORDINATOR, [])] * COORDINATORS
        return [
            {"id": number, "role": role.value, "wijken": orjson.dumps(wijken).decode(), "now": self._ago(1.0)}
            for number, (role, wijken) in enumerate(roles, 1)
        ]

    def people(self) -> Iterator[Values]:
        """First the staff, then residents; all read Dutch, so that nobody waits for a translation."""
        staff = len(self.staff)
        for number in range(1, staff + self.numbers.people + 1):
            chat = DESK + number if number <= staff else self._chat_of(number)
            yield {"id": number, "chat": chat, "language": "nl", "now": self._ago(1.0)}

    def follows(self) -> Iterator[Values]:
        for number in range(0, self.numbers.people, 3):
            wijk = self.city.wijken[number % len(self.city.wijken)].id
            yield {"person": len(self.staff) + 1 + number, "wijk": wijk, "now": self._ago(1.0)}

    def cases(self) -> Iterator[Values]:
        """Oldest first; the youngest are open, and half of those are in the hands of their wijkmanager."""
        numbers = random.Random(self.seed).sample(range(10_000, 100_000), self.numbers.cases)
        for case, number in enumerate(numbers, 1):
            age, is_open, category = self._age_of(case), self._is_open(case), self._category_of(case)
            owner = self.keeper(case) if not is_open or case % 2 else None
            yield {
                "id": case,
                "number": str(number),
                "alias": draw_alias(),
                "resident": self.resident(case),
                "category": category.id,
                "wijk": self.city.wijken[self.keeper(case) - 1].id,
                "status": ("in-hand" if owner else "received") if is_open else "handled",
                "sensitive": int(category.sensitive),
                "owner": owner,
                "due_on": (self.now - age * YEARS + timedelta(days=7)).date().isoformat(),
                "outcome": None if is_open else "solved",
                "now": self._ago(age),
                "handled": None if is_open else self._ago(age * 0.99),
            }

    def messages(self) -> Iterator[Values]:
        """Of each case its own, so many that all together are as many as asked for; every third is by staff."""
        for message in range(1, self.numbers.messages + 1):
            case = self._case_of(message)
            language = _LANGUAGES[message % 3]
            text = _STORY[message % 3].format(_MORE * (message % 4))
            is_sealed = self._category_of(case).sensitive
            yield {
                "id": message,
                "case": case,
                "author": "staff" if message % 3 == 0 else "resident",
                "language": language,
                "text": "" if is_sealed else text,
                "sealed": self.sealer.seal(text.encode()) if is_sealed else None,
                "chat": self._chat_of(self.resident(case)),
                "message": message,
                "now": self._ago(self._age_of(case)),
            }

    def translations(self) -> Iterator[Values]:
        """Two of three messages are in another language than Dutch."""
        for message in range(1, self.numbers.messages + 1):
            if message % 3:
                text = _STORY[0].format(_MORE * (message % 4))
                yield {
                    "message": message,
                    "text": text,
                    "now": self._ago(self._age_of(self._case_of(message))),
                }

    def history(self) -> Iterator[Values]:
        for case in range(1, self.numbers.cases + 1):
            acts = ("opened", "taken", "answered", "added", "handled")
            for act in acts[: 1 if self._is_open(case) else 5]:
                yield {"case": case, "act": act, "now": self._ago(self._age_of(case))}

    def outbox(self) -> Iterator[Values]:
        """What was said about each case, to its resident and to its wijkmanager."""
        for case in range(1, self.numbers.cases + 1):
            keeper, resident, now = self.keeper(case), self.resident(case), self._ago(self._age_of(case))
            for number, (name, act) in enumerate(_SAID, 1):
                to_desk = name not in _TO_RESIDENT
                yield {
                    "id": (case - 1) * len(_SAID) + number,
                    "chat": DESK + keeper if to_desk else self._chat_of(resident),
                    "person": keeper if to_desk else resident,
                    "act": act,
                    "name": name,
                    "vals": orjson.dumps({"message": case}).decode(),
                    "case": case,
                    "edits": (case - 1) * len(_SAID) + 2 if act == "edit" else None,
                    "message": card_message(case) if name == "case-card" else 10 * case + number,
                    "now": now,
                }

    def handled(self) -> Iterator[Values]:
        """Dedupe keys of the last week."""
        for number in range(self.numbers.messages // 20):
            yield {"dedupe": f"u:{10**9 + number}", "lane": chats(1, number % 100)[0], "now": kept(self.now)}

    def reminders(self) -> Iterator[Values]:
        for case in range(1, self.numbers.cases + 1):
            if self._is_open(case):
                for kind in ("case-remind", "case-late"):
                    at = kept(self.now + timedelta(days=30))
                    yield {
                        "key": f"{kind}:{case}",
                        "at": at,
                        "kind": kind,
                        "detail": orjson.dumps({"case": case}).decode(),
                    }

    def _age_of(self, case: int) -> float:
        """From 1 for the oldest to 0 for the youngest."""
        return 1 - case / (self.numbers.cases + 1)

    def _is_open(self, case: int) -> bool:
        return case > self.numbers.cases - self.numbers.open

    def keeper(self, case: int) -> int:
        """The wijkmanager of the case's wijk."""
        return case % len(self.city.wijken) + 1

    def resident(self, case: int) -> int:
        """Some have a dozen cases, from all the years; nobody else has more than a few."""
        first, busy = len(self.staff) + 1, self.numbers.busy
        spread = self.numbers.cases // (busy * CASES_OF_BUSY)
        if case % spread == 0 and case // spread <= busy * CASES_OF_BUSY:
            return first + case // spread % busy
        return first + busy + case % (self.numbers.people - busy)

    def _chat_of(self, resident: int) -> int:
        return chats(1, resident - len(self.staff) - 1)[0]

    def _category_of(self, case: int) -> Category:
        return self.city.categories[case % len(self.city.categories)]

    def _case_of(self, message: int) -> int:
        return min(int(message / MESSAGES_OF_A_CASE) + 1, self.numbers.cases)

    def _ago(self, age: float) -> int:
        return kept(self.now - age * YEARS)


def card_message(case: int) -> int:
    """The id, in the chat of staff, of the message that is the card of a case."""
    return 10 * case + 2


_TABLES: Final[Mapping[str, str]] = {
    "people": """
INSERT INTO people (id, chat_id, language, welcomed_at, created_at) VALUES (:id, :chat, :language, :now, :now)""",
    "staff": """
INSERT INTO staff (id, person_id, role, wijken, stadsdelen, languages, created_at)
VALUES (:id, :id, :role, :wijken, '[]', '[]', :now)""",
    "follows": "INSERT INTO follows (person_id, wijk, created_at) VALUES (:person, :wijk, :now)",
    "cases": """
INSERT INTO cases (id, number, alias, resident_id, kind, category, wijk, place, status, urgent, sensitive, owner_id,
    due_on, outcome, reopened, created_at, handled_at)
VALUES (:id, :number, :alias, :resident, 'signal', :category, :wijk, 'Hoogstraat 5', :status, 0, :sensitive, :owner,
    :due_on, :outcome, 0, :now, :handled)""",
    "messages": """
INSERT INTO case_messages (id, case_id, author, language, text, sealed, media, chat_id, message_id, created_at)
VALUES (:id, :case, :author, :language, :text, :sealed, '[]', :chat, :message, :now)""",
    "translations": """
INSERT INTO translations (case_message_id, language, state, text, engine, doubtful, attempts, created_at, done_at)
VALUES (:message, 'nl', 'done', :text, 'machine', 0, 1, :now, :now)""",
    "history": """
INSERT INTO history (case_id, act, detail, created_at) VALUES (:case, :act, '{}', :now)""",
    "outbox": """
INSERT INTO outbox (id, chat_id, person_id, urgency, act, name, vals, case_id, edits, silent, state, attempts, part,
    not_before, message_id, created_at, claimed_at, ended_at)
VALUES (:id, :chat, :person, 1, :act, :name, :vals, :case, :edits, 0, 'delivered', 1, 1, 0, :message, :now, :now, :now)""",
    "handled": """
INSERT INTO inbox (dedupe, lane, kind, state, attempts, not_before, created_at, ended_at)
VALUES (:dedupe, :lane, 'update', 'done', 0, 0, :now, :now)""",
    "reminders": """
INSERT INTO due (key, due_at, meant_for, kind, lane, detail) VALUES (:key, :at, '', :kind, 0, :detail)""",
}


async def fill(database: Database, filling: Filling) -> None:
    """Write all rows, table by table, many in a commit. The database is empty, and nobody else works on it."""
    rows: Mapping[str, Iterable[Values]] = {
        "people": filling.people(),
        "staff": filling.staff,
        "follows": filling.follows(),
        "cases": filling.cases(),
        "messages": filling.messages(),
        "translations": filling.translations(),
        "history": filling.history(),
        "outbox": filling.outbox(),
        "handled": filling.handled(),
        "reminders": filling.reminders(),
    }
    for table, sql in _TABLES.items():
        for batch in _batches(rows[table]):
            await _write(database, sql, batch)


async def _write(database: Database, sql: str, rows: list[Values]) -> None:
    await database.turn(lambda tx: tx.many(sql, rows))


def _batches(rows: Iterable[Values]) -> Iterator[list[Values]]:
    left = iter(rows)
    while batch := list(islice(left, AT_ONCE)):
        yield batch
