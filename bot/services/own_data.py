"""Own data: everything that is kept of who asks, as values of JSON; nothing of anybody else, and no name of staff."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.domain.cases import Author, Case, CaseMessage, Origin, Spot
from bot.domain.people import Person
from bot.services.turn import Turn
from storage import own_data as rows
from storage.cases import list_cases_of_resident
from storage.contact import find_read_along
from storage.messages import list_messages
from storage.passings import list_passings

_EVERY: Final = 100_000


@dataclass(frozen=True, slots=True)
class OwnData:
    turn: Turn

    async def of(self, person: Person) -> dict[str, Any]:
        """Keys in English, times as they are in the city; words as they were written."""
        every = await list_cases_of_resident(self.turn.tx, person.id, _EVERY)
        cases = [case for case in every if case.origin is not Origin.BEHALF]
        return {
            "city": self.turn.city.name,
            "made_at": self._at(self.turn.now),
            "you": await self._person(person),
            "news": await self._news(person),
            "half_made": await self._half_made(person),
            "reports": [await self._case(case) for case in reversed(cases)],
            "not_understood": await rows.count_set_aside(self.turn.tx, person.chat),
        }

    async def _person(self, person: Person) -> dict[str, Any]:
        dates = await rows.find_dates(self.turn.tx, person.id)
        times = {name: self._at(at) for name, at in dates.items()}
        return {
            "chat": person.chat,
            "language": person.language,
            "also_wrote_in": await rows.find_language_hint(self.turn.tx, person.id),
            "wijk_used_last": self._wijk(person.last_wijk),
            "contact_workers_may_read_along": await find_read_along(self.turn.tx, person.id),
            **times,
            "rests_until": self._at(await rows.find_rests_until(self.turn.tx, person.id, self.turn.now)),
            "counted": [
                {"what": kind, "since": self._at(since), "times": count}
                for kind, since, count in await rows.list_counts(self.turn.tx, person.id)
            ],
        }

    async def _news(self, person: Person) -> dict[str, Any]:
        followed = await rows.list_followed_since(self.turn.tx, person.id)
        got = await rows.list_news_got(self.turn.tx, person.chat)
        hours = await rows.find_news_hours(self.turn.tx, person.id)
        return {
            "wijken": [{"wijk": self._wijk(wijk), "since": self._at(at)} for wijk, at in followed],
            "topics_left": await rows.list_topics_left(self.turn.tx, person.id),
            "paused_until": self._at(hours.paused_until),
            "quiet_from_hour": hours.quiet_from,
            "quiet_to_hour": hours.quiet_to,
            "offered_at": self._at(hours.offered_at),
            "received": [{"announcement": number, "at": self._at(at)} for number, at in got],
        }

    async def _half_made(self, person: Person) -> dict[str, Any] | None:
        found = await rows.find_half_made(self.turn.tx, person.id, self.turn.now)
        if found is None:
            return None
        kind, payload, until = found
        draft = payload.get("draft") or {}
        return {
            "kind": kind,
            "kept_until": self._at(until),
            "about": self._category(draft.get("category")),
            "wijk": self._wijk(draft.get("wijk")),
            "place": draft.get("place") or None,
            "location": draft.get("spot"),
            "parts": list(_parts(payload)),
        }

    async def _case(self, case: Case) -> dict[str, Any]:
        tx = self.turn.tx
        acts = await rows.list_acts(tx, case.id)
        return {
            "number": case.number,
            "kind": case.kind.value,
            "about": self._category(case.category),
            "wijk": self._wijk(case.wijk),
            "place": case.place,
            "location": _point(case.spot),
            "status": case.status.value,
            "urgent": case.urgent,
            "sensitive": case.sensitive,
            "outcome": case.outcome.value if case.outcome else None,
            "reopened_times": case.reopened,
            "sent_at": self._at(case.created_at),
            "answer_due_on": case.due_on.isoformat() if case.due_on else None,
            "conversation_asked": case.talk,
            "next_news_promised_on": case.promised_on.isoformat() if case.promised_on else None,
            "handled_at": self._at(await rows.find_handled_at(tx, case.id)),
            "happened_again": [
                {"said_at": self._at(at), "on": on, "part": part}
                for at, on, part in await rows.list_happened_again(tx, case.id)
            ],
            "passed_on": [
                {
                    "to": self._partner(one.partner),
                    "at": self._at(one.at),
                    "text": one.letter.text,
                    "media": [item.kind.value for item in one.letter.enclosed],
                }
                for one in await list_passings(tx, case.id)
            ],
            "messages": [await self._message(message) for message in await list_messages(tx, case.id)],
            "done": [{"what": act, "at": self._at(at)} for act, at in acts],
        }

    def _partner(self, partner: str) -> str:
        return next((one.name for one in self.turn.city.partners if one.id == partner), partner)

    async def _message(self, message: CaseMessage) -> dict[str, Any]:
        found = await rows.list_translations_of(self.turn.tx, message.id)
        return {
            "from": "you" if message.author is Author.RESIDENT else "city",
            "at": self._at(message.at),
            "language": message.language,
            "text": message.words.text,
            "written_down": message.heard.text if message.heard else None,
            "media": [item.kind.value for item in message.words.media],
            "location": _point(message.words.spot),
            "translations": [
                {"language": language, "text": text, "by_machine": engine is not None}
                for language, text, engine in found
            ],
        }

    def _wijk(self, wijk: str | None) -> str | None:
        return self.turn.city.wijk(wijk).name if wijk and self.turn.city.has_wijk(wijk) else wijk

    def _category(self, category: str | None) -> str | None:
        city = self.turn.city
        known = city.category_of(category)
        return known.label.says(city.master.code) if known else category

    def _at(self, moment: datetime | None) -> str | None:
        if moment is None:
            return None
        return moment.astimezone(self.turn.city.time_zone).isoformat(timespec="seconds")


def _point(spot: Spot | None) -> dict[str, float] | None:
    return {"latitude": spot.lat, "longitude": spot.lon} if spot else None


def _parts(payload: Any) -> Iterator[dict[str, Any]]:
    """What somebody wrote or sent, wherever in a step it is held."""
    if isinstance(payload, list):
        for one in payload:
            yield from _parts(one)
    elif isinstance(payload, dict) and "text" in payload:
        media = [kind for kind, *_ in payload.get("media") or ()]
        yield {"text": payload["text"], "media": media, "location": payload.get("spot")}
    elif isinstance(payload, dict):
        for one in payload.values():
            yield from _parts(one)
