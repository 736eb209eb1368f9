"""How the bot presents itself: name, descriptions and commands, per language and scope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from playground.wire import JSON, with_abilities

Scope = tuple[str, int | str | None, int | None]


@dataclass(slots=True)
class Profile:
    """What setMyName and its siblings keep; the empty language is for everybody else."""

    bot: JSON
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[Scope, str], list[JSON]] = field(default_factory=dict)
    menu_buttons: dict[int, JSON] = field(default_factory=dict)

    def me(self) -> JSON:
        """The User as getMe returns it."""
        return with_abilities(self.bot | {"first_name": self.shown(None)["name"]})

    def texts_of(self, field: str) -> dict[str, str]:
        """What is kept by language for `name`, `description` or `short_description`."""
        return {"name": self.names, "description": self.descriptions}.get(field, self.short_descriptions)

    def shown(self, language: str | None) -> JSON:
        """Name and descriptions as a phone of this language shows them."""
        return {
            "type": "bot",
            "name": _in_language(self.names, language) or self.bot["first_name"],
            "description": _in_language(self.descriptions, language),
            "short_description": _in_language(self.short_descriptions, language),
        }

    def commands_for(self, chat_id: int, language: str | None, *, private: bool = True) -> list[JSON]:
        """The first list that Telegram finds, from the narrowest scope to the widest, own language first."""
        for scope in _scopes(chat_id, private=private):
            for code in (language or "", ""):
                if (scope, code) in self.commands:
                    return self.commands[scope, code]
        return []


def _scopes(chat_id: int, *, private: bool) -> Iterator[Scope]:
    yield "chat", chat_id, None
    yield ("all_private_chats" if private else "all_group_chats"), None, None
    yield "default", None, None


def _in_language(texts: dict[str, str], language: str | None) -> str:
    return texts.get(language or "") or texts.get("", "")
