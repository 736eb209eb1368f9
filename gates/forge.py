"""Updates of every shape, drawn by Hypothesis from the types in gates.shapes; many of them are wrong on purpose."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from gates.planting import Plants
from gates.shapes import KINDS, TYPES

Json = dict[str, Any]
Values = Mapping[str, st.SearchStrategy[Any]]

DEEP: Final = 10_000
HUGE_BYTES: Final = 10_000_000
_DEEP_MARK: Final = "§deep§"
_HUGE_MARK: Final = "§huge§"
_MARKS: Final[Mapping[str, Callable[[], str]]] = {
    json.dumps(_DEEP_MARK): lambda: '{"a":[' * (DEEP // 2) + "]}" * (DEEP // 2),
    json.dumps(_HUGE_MARK): lambda: '"' + "x" * HUGE_BYTES + '"',
}
# How deep types stand in each other before only what Telegram always sends is drawn.
_DEEPEST: Final = 3
_OFTEN: Final = (
    ("message",) * 30
    + ("callback_query",) * 8
    + ("edited_message", "my_chat_member", "channel_post", "poll_answer") * 3
)
_CONTENT: Final = ("text",) * 6 + (
    "photo",
    "location",
    "voice",
    "video",
    "document",
    "venue",
    "contact",
    "poll",
)
_BIDI: Final = "\u202e\u2066\u200f\u2069\u202c"
_VERBS: Final = (
    *(
        "language",
        "mine",
        "d-new",
        "d-send",
        "d-all",
        "d-here",
        "d-back",
        "d-stop",
        "d-story",
        "d-idea",
        "d-at-no",
    ),
    *(
        "my-cases",
        "my-case",
        "my-data",
        "withdraw",
        "withdraw-yes",
        "erase",
        "erase-yes",
        "news",
        "follow",
        "add",
    ),
    *(
        "desk-take",
        "desk-open",
        "desk-send",
        "announce-send",
        "announce-to",
        "privacy",
        "solved",
        "again",
        "talk",
    ),
    *("nobody-knows", ""),
)
_COMMANDS: Final = (
    "/start",
    "/start inv-x",
    "/start wijk-winterslag",
    "/taal",
    "/help",
    "/werk",
    "/stop",
    "/privacy",
)
_ODD: Final[tuple[Any, ...]] = (
    *(None, True, -1, 0, 2**31, 2**53 + 1, 2**63 - 1, 2**63, -(2**70), 1e308, 1.5, "", "0", "\0", "a\0b"),
    *(
        "\ud83d",
        "\udc00 half",
        f"{_BIDI}abc",
        "x" * 4_096,
        "я" * 4_097,
        "👩‍👩‍👧‍👦" * 700,
        "{ $number } %s </b>",
        [],
        {},
        [[]],
    ),
    *([None], {"id": []}, [{"id": "7"}], _DEEP_MARK),
)


_ODDITIES: Final = st.sampled_from(_ODD)
_CONTENTS: Final = st.sampled_from(_CONTENT)
_HOW_MANY: Final = st.sampled_from((0, 0, 0, 1, 1, 2, 3))
_HOW: Final = st.sampled_from(("inside", "inside", "inside", "odd", "odd", "gone", "new"))
_NEW: Final = st.sampled_from(("", "id", "chat", "odd", "from", "user", "\ud800"))


def forged(number: int, which: int, people: Sequence[int], plants: Plants) -> list[tuple[str, bytes]]:
    """So many updates without their ids, each as its kind and the JSON of it, the same ones for the same seed."""
    made: list[tuple[str, bytes]] = []

    @seed(which)
    @settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(_updates(_values(people, plants)))
    def gather(update: tuple[str, Any]) -> None:
        kind, part = update
        made.append((kind, written_out(part)))

    while len(made) < number:
        gather()
    return made[:number]


def written_out(part: Any) -> bytes:
    """As JSON; what no writer of JSON would write stands for itself in the marks' place."""
    text = json.dumps(part)
    for mark, build in _MARKS.items():
        if mark in text:
            text = text.replace(mark, build())
    return text.encode()


def huge_message(person: int) -> bytes:
    """A message of ten megabytes."""
    chat = {"id": person, "type": "private"}
    return written_out(
        {"message_id": 1, "date": 1, "chat": chat, "from": chat | {"is_bot": False}, "text": _HUGE_MARK}
    )


def _values(people: Sequence[int], plants: Plants) -> Values:
    name, told = st.sampled_from(plants.names), st.sampled_from(plants.told)
    person = st.sampled_from(people)
    word = st.sampled_from(("a", "user", "emoji", "EUR", "nl", "regular", "x" * 64))
    written = st.sampled_from(plants.written)
    return {
        "name": name | st.builds("{} {}".format, name, name),
        "username": st.sampled_from(plants.usernames),
        "phone": st.sampled_from(plants.phones).map("+{}".format),
        "words": told | st.builds("{} {}".format, told, st.text(max_size=20)),
        "written": st.one_of(
            *(st.builds("{} {}".format, st.sampled_from(("Put in de weg,", "вода", "çöp")), written),) * 3,
            st.builds("{} {}".format, written, st.text(max_size=60)),
            st.sampled_from(_COMMANDS),
            written.map(lambda plant: (plant + " ") * (4_096 // (len(plant) + 1))),
            written.map(lambda plant: f"{_BIDI}{plant}\0{_BIDI}"),
        ),
        "url": told.map("https://example.org/{}".format),
        "data": st.builds(
            "1:{}{}".format, st.sampled_from(_VERBS), st.sampled_from(("", ":1", ":bg", ":1:2", ":я"))
        )
        | told,
        "person": person | person | st.integers(1, 2**52),
        "chat": person | st.integers(-(2**52), -1),
        "group": st.integers(-(2**52), -1),
        "chattype": st.sampled_from(("group", "supergroup", "channel", "sender")),
        "status": st.sampled_from(
            ("member", "kicked", "left", "restricted", "administrator", "creator", "guest")
        ),
        "entity": st.sampled_from(
            ("bot_command", "url", "text_link", "text_mention", "mention", "bold", "new")
        ),
        "language": st.sampled_from(("nl", "tr", "bg", "en", "zh-hans", "x")),
        "mime": st.sampled_from(("image/jpeg", "image/png", "application/pdf", "audio/ogg", "odd")),
        "emoji": st.sampled_from(("🎲", "👍", "🏴󠁧󠁢󠁥󠁮󠁧󠁿")),
        "word": word,
        "id": st.integers(0, 2**63).map(str),
        "query": st.integers(0, 2**60).map(str),
        "file": st.integers(0, 2**60).map("AgACAgQAAx{}".format),
        "number": st.integers(0, 2**40),
        "small": st.integers(0, 900),
        "zero": st.just(0),
        "date": st.integers(1_500_000_000, 1_900_000_000),
        "degrees": st.floats(50.7, 51.3) | st.floats(-90, 90),
        "bool": st.booleans(),
    }


def _updates(values: Values) -> st.SearchStrategy[tuple[str, Any]]:
    """A kind and what is in it: as Telegram would send it, or with one to three things wrong."""

    @cache
    def of(kind: str, depth: int) -> st.SearchStrategy[Any]:
        if "|" in kind and not kind.startswith("["):
            return st.one_of(*(of(one, depth) for one in kind.split("|")))
        if kind.startswith("["):
            return st.lists(of(kind[1:-1], depth + 1), min_size=1, max_size=2)
        return values[kind] if kind in values else typed(kind, depth)

    @cache
    def others(kind: str, depth: int) -> st.SearchStrategy[list[str]]:
        """Some of the fields that Telegram does not always send."""
        names = [field.name for field in TYPES[kind] if not field.needed]
        most = 4 - depth if depth <= _DEEPEST else 0
        return st.lists(st.sampled_from(names), max_size=most, unique=True) if names and most else st.just([])

    @st.composite
    def typed(draw: st.DrawFn, kind: str, depth: int) -> Json:
        fields = {field.name: field for field in TYPES[kind]}
        chosen = [name for name, field in fields.items() if field.needed]
        chosen += draw(others(kind, depth))
        if kind == "Message" and not depth:
            chosen += ["from", draw(_CONTENTS)]
        made = {name: draw(of(fields[name].kind, depth + 1)) for name in dict.fromkeys(chosen)}
        if kind == "Chat" and made["id"] > 0:  # so it always is; a chat that cannot be is made by what spoils
            made["type"] = "private"
        return made

    kinds = st.sampled_from(_OFTEN + tuple(KINDS))

    @st.composite
    def update(draw: st.DrawFn) -> tuple[str, Any]:
        kind = draw(kinds)
        part = draw(of(KINDS[kind], 0))
        for _ in range(draw(_HOW_MANY)):
            part = _spoilt(draw, part)
        return kind, part

    return update()


def _spoilt(draw: st.DrawFn, part: Any) -> Any:
    """One thing wrong, somewhere: a value of another kind, a field that is missing, one that nobody knows."""
    if not isinstance(part, (dict, list)) or not part:
        return draw(_ODDITIES)
    keys = list(part) if isinstance(part, dict) else list(range(len(part)))
    key = draw(st.sampled_from(keys))
    how = draw(_HOW)
    changed: Any = dict(part) if isinstance(part, dict) else list(part)
    if how == "gone":
        del changed[key]
    elif how == "new" and isinstance(changed, dict):
        changed[draw(_NEW)] = draw(st.sampled_from(_ODD))
    elif how == "inside" and isinstance(part[key], (dict, list)):
        changed[key] = _spoilt(draw, part[key])
    else:
        changed[key] = draw(_ODDITIES)
    return changed
