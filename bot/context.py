"""What every handler is given: the turn, who it is about, the services, and a way to say something."""

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final, Self

from telegram import Message, Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.domain.cases import CaseId
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Act, Buttons, Intent, OutboxId, Value
from bot.domain.people import Person, StaffMember
from bot.services.services import Services
from bot.services.turn import Turn
from bot.texts import Texts

Bot = ExtBot[None]
Store = dict[Any, Any]

# Set by the lane around one turn, in the task that runs it; PTB builds the context from the update alone.
current_turn: Final[ContextVar["OpenTurn"]] = ContextVar("current_turn")


@dataclass(frozen=True, slots=True)
class OpenTurn:
    """The turn, and the texts it may speak with."""

    turn: Turn
    texts: Texts
    album: tuple[Message, ...] = ()  # every part of the album whose first part is being handled


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened without an update: a timer, a translation, a delivery that means something."""

    kind: str
    lane: int
    detail: dict[str, Any]


class BotContext(CallbackContext[Bot, Store, Store, Store]):
    """Handlers have no bot: what they say becomes part of the turn."""

    open_turn: OpenTurn
    pressed: int | None = None

    @classmethod
    def from_update(cls, update: object, application: "Application[Any, Any, Any, Any, Any, Any]") -> Self:
        context = cls(application)
        context.open_turn = current_turn.get()
        if isinstance(update, Update) and update.callback_query and update.callback_query.message:
            context.pressed = update.callback_query.message.message_id
        return context

    @property
    def turn(self) -> Turn:
        return self.open_turn.turn

    @property
    def person(self) -> Person:
        """Who acts. Raises LookupError where nobody does (a timer of the city)."""
        if self.turn.person is None:
            raise LookupError("nobody acts in this turn")
        return self.turn.person

    @property
    def staff(self) -> StaffMember:
        """The role of who acts. Raises ButtonExpired for a resident: to them the button does not exist."""
        if self.turn.staff is None:
            raise ButtonExpired
        return self.turn.staff

    @property
    def language(self) -> str:
        """The language to speak with who acts; staff texts are Dutch."""
        return self.person.language or self.turn.city.master.code

    @property
    def services(self) -> Services:
        return Services(self.turn)

    def words(self, name: str, **values: object) -> str:
        """A label in the language of who acts."""
        return self.open_turn.texts.label(self.language, name, **values)

    async def say(
        self,
        name: str,
        *,
        of_case: CaseId | None = None,
        buttons: Buttons = (),
        keyboard: str | None = None,
        **values: Value,
    ) -> OutboxId:
        """Answer who acts with a new message; a reply to it belongs to the case it is about."""
        person = self.person
        return await self.turn.tell(
            Intent(
                chat=person.chat,
                person=person.id,
                name=name,
                language=await self._language_below(),
                case=of_case,
                buttons=buttons,
                keyboard=keyboard,
                values=values,
            )
        )

    async def show(
        self, name: str, *, of_case: CaseId | None = None, buttons: Buttons = (), **values: Value
    ) -> OutboxId:
        """Change the message whose button was pressed; without a press say it anew."""
        if self.pressed is None:
            return await self.say(name, of_case=of_case, buttons=buttons, keyboard=None, **values)
        person = self.person
        return await self.turn.tell(
            Intent(
                chat=person.chat,
                person=person.id,
                name=name,
                language=await self._language_below(),
                act=Act.EDIT,
                edits_message=self.pressed,
                case=of_case,
                buttons=buttons,
                values=values,
            )
        )

    async def _language_below(self) -> str | None:
        """Where the chat's language was forgotten: that of the case below whose message a button was pressed."""
        if self.pressed is None or self.person.language is not None:
            return None
        return await self.services.people.language_below(self.pressed)

    async def take_away(self, message: int) -> OutboxId:
        """Delete a message of ours in the chat of who acts."""
        person = self.person
        return await self.turn.tell(
            Intent(chat=person.chat, person=person.id, name="", act=Act.DELETE, edits_message=message)
        )
