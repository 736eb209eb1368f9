"""Cards: what staff hold of a case in their own chats, and what follows as replies to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Author, Case, CaseMessage, on_card
from bot.domain.intents import Act, Intent, OutboxId, Outcome, Urgency, Value
from bot.domain.people import PersonId, StaffMember
from bot.domain.permissions import may_see
from bot.domain.slices import slices
from bot.services.changing import changing, is_too_old, overwriting
from bot.services.enclosures import OFFERED
from bot.services.errand_names import ERRAND_MEDIA, ERRANDS
from bot.services.gathering import MANY, OF_DUE, Gathering
from bot.services.routing import Routing
from bot.services.screen_names import LETTER, LOAD_CASE, MERGE, SIDE, TYPED_PLACE, VISIT
from bot.services.told_of_partners import ASKED, ENCLOSED, SAID
from bot.services.translations import ASKS, VOICE
from bot.services.turn import Turn
from storage.messages import list_messages
from storage.outbox import OutboxRow, list_last_of_case, list_outbox_of_case, list_outbox_of_person
from storage.people import find_person
from storage.staff import find_staff_of_person

CARD: Final = "case-card"
MEDIA: Final = "case-media"
SPOT: Final = "case-spot"
IN_FULL: Final = "case-text"
MORE: Final = "case-more"
TRANSLATED: Final = "case-translated"
WORDS: Final = "case-words"
ORIGINAL: Final = "case-original"
DOSSIER: Final = "case-dossier"
PATTERN: Final = "case-pattern"
# Everything sent to staff that holds what a resident wrote, except the card, which is edited.
CONTENT: Final = (
    MEDIA,
    SPOT,
    TYPED_PLACE,
    SIDE,
    MERGE,
    LETTER,
    VISIT,
    IN_FULL,
    MORE,
    TRANSLATED,
    WORDS,
    ORIGINAL,
    DOSSIER,
    PATTERN,
    *ERRANDS,
    *ASKS,
    OFFERED,
    ASKED,
    ENCLOSED,
    SAID,
)
# Of those, pictures, sound and places: there is no text to put in their place.
TEXTLESS: Final = frozenset({MEDIA, SPOT, VOICE, ERRAND_MEDIA, OFFERED, ENCLOSED})
# Who translates, helps, goes there or spoke for somebody holds some of it without seeing the case.
_NOT_OF_THE_DESK: Final = frozenset({*ASKS, ASKED, ENCLOSED, VISIT, LOAD_CASE})

# So many messages of the resident come with a card; what is more is shown on a press, as many at a time.
AT_ONCE: Final = 10


@dataclass(frozen=True, slots=True)
class Cards:
    turn: Turn

    async def give(self, case: Case, member: StaffMember) -> OutboxId | None:
        """Send the case's card anew, with what belongs to it as replies; None when the person is gone."""
        card = await self.send(case, member, CARD)
        if card is not None and not case.sensitive:
            await self._add_content(case, member, card)
        return card

    async def give_to_responsible(self, case: Case) -> None:
        """A card for everybody responsible who has none yet."""
        have = {row.intent.person for row in await self.of(case)}
        for member in await Routing(self.turn).keepers(case):
            if member.person not in have and not await Gathering(self.turn).new_case(case, member):
                await self.give(case, member)

    async def of(self, case: Case) -> list[OutboxRow]:
        """The newest card of everybody who has one."""
        return await list_last_of_case(self.turn.tx, case.id, CARD)

    async def refresh(self, case: Case, *, besides: PersonId | None = None) -> None:
        """Let every card show how things are when it is written anew."""
        for row in await self.of(case):
            if row.intent.person != besides:
                await self._write_anew(row)

    async def add(self, case: Case, message: CaseMessage) -> None:
        """Tell who keeps the case that the resident said more, in replies to the card."""
        for member in await self._holders(case):
            card = await self._card_of(case, member)
            if await Gathering(self.turn).message(case, member, message, card):
                continue
            await self._add_words(case, member, MORE, message, card)
            if not case.sensitive:
                await self.send_media(case, member, message, card)

    async def add_translation(self, case: Case, message: CaseMessage) -> None:
        """Tell who keeps the case, without a sound, what the resident's words mean."""
        for member in await self._holders(case):
            if not await Gathering(self.turn).is_told(case, member, message):
                card = await self._card_of(case, member)
                await self._add_words(case, member, TRANSLATED, message, card, silent=True)

    async def _holders(self, case: Case) -> list[StaffMember]:
        """Who keeps the case and has a card of it, or is to have one: not those whom a digest told of it."""
        keepers = await Routing(self.turn).keepers(case)
        return [one for one in keepers if not await self._is_gathered(case, one)]

    async def _is_gathered(self, case: Case, member: StaffMember) -> bool:
        """Whether a digest is all that this member of staff has of the case."""
        if not await Gathering(self.turn).holds(case, member):
            return False
        return all(row.intent.person != member.person for row in await self.of(case))

    async def send_words(
        self,
        case: Case,
        member: StaffMember,
        name: str,
        message: CaseMessage,
        card: OutboxId | None = None,
        *,
        silent: bool = False,
    ) -> list[OutboxId]:
        """What was written, in as many messages as it takes: each is a row of its own, to be deleted again."""
        parts = len(slices(message.said))
        rows = [
            await self.send(
                case, member, name, card, silent=silent, message=message.id, part=part, parts=parts
            )
            for part in range(parts)
        ]
        return [row for row in rows if row is not None]

    async def send_media(
        self,
        case: Case,
        member: StaffMember,
        message: CaseMessage,
        card: OutboxId | None = None,
        *,
        asked: bool = False,
    ) -> list[OutboxId]:
        """One message for each picture: of an album Telegram names only the first, and all must be deletable.

        Of a sensitive case they are shown only when `asked` for by a press.
        """
        about: dict[str, Value] = {"message": message.id, "asked": asked}
        rows = [
            await self.send(case, member, MEDIA, card, silent=True, **about, item=item)
            for item in range(len(message.words.media))
        ]
        if message.words.spot is not None:
            rows.append(await self.send(case, member, SPOT, card, silent=True, **about))
        return [row for row in rows if row is not None]

    async def tell(
        self,
        case: Case,
        members: Iterable[StaffMember],
        name: str,
        values: Mapping[str, Value],
        *,
        silent: bool = False,
    ) -> None:
        """Say something about the case as a reply to the card; who has no card yet gets it first."""
        for member in members:
            if name in MANY and await self._is_gathered(case, member):
                await Gathering(self.turn).again(case, member)
                continue
            if name in OF_DUE and not case.urgent and await Gathering(self.turn).due(member):
                continue
            card = await self._card_of(case, member)
            await self.send(case, member, name, card, silent=silent, **values)

    async def tell_keepers(self, case: Case, name: str, *, silent: bool = False, **values: Value) -> None:
        """Say something about the case to its owner, else to everybody responsible, but not to who acts."""
        acting = self.turn.staff.id if self.turn.staff else None
        keepers = await Routing(self.turn).keepers(case)
        await self.tell(case, [one for one in keepers if one.id != acting], name, values, silent=silent)

    async def tell_anew(self, case: Case, name: str, **values: Value) -> None:
        """Let what was told with these values show how things are now."""
        for row in await list_outbox_of_case(self.turn.tx, case.id, name):
            if values.items() <= row.intent.values.items():
                await self._write_anew(row)

    async def take_back(self, case: Case) -> None:
        """Delete what staff hold of the resident's words and pictures, where Telegram still lets us."""
        for row in await self.content_of(case):
            await self.remove(row)

    async def content_of(self, case: Case) -> list[OutboxRow]:
        """Every message to staff that holds what the resident wrote."""
        sent = [row for name in CONTENT for row in await list_outbox_of_case(self.turn.tx, case.id, name)]
        return sent + await list_last_of_case(self.turn.tx, case.id, LOAD_CASE)

    async def take_back_from_others(self, case: Case) -> None:
        """Delete what is held by staff who may see the case no more; who translates or helps does not need to."""
        for row in await self.content_of(case):
            member = await find_staff_of_person(self.turn.tx, row.intent.person or PersonId(0))
            is_seen = member is not None and may_see(self.turn.city, member, case)
            if row.intent.name not in _NOT_OF_THE_DESK and not is_seen:
                await self.remove(row)

    async def take_back_from(self, person: PersonId) -> None:
        """Somebody is no longer of the staff: what was sent is deleted, and the cards go blank."""
        for name in (*CONTENT, LOAD_CASE):
            for row in await list_outbox_of_person(self.turn.tx, person, name):
                await self.remove(row)
        cards = {row.message: row for row in await list_outbox_of_person(self.turn.tx, person, CARD)}
        for card in cards.values():
            await self._write_anew(card)

    async def remove(self, row: OutboxRow) -> None:
        """Delete one message of ours: where it arrived, or once it does when it is on its way; an old text is overwritten."""
        if is_too_old(row, self.turn.now) and row.intent.name not in TEXTLESS:
            await self.turn.tell(overwriting(row))
        elif row.message is not None or row.state is Outcome.SENDING:
            await self.turn.tell(changing(row, Act.DELETE, edits_message=row.message))

    async def _write_anew(self, row: OutboxRow) -> None:
        intent = row.intent
        values = intent.values if intent.name != CARD else {}
        key = f"{intent.name}:{intent.case}:{intent.person}:{row.message or row.id}"
        await self.turn.tell(changing(row, Act.EDIT, values=values, coalesce=key))

    async def _card_of(self, case: Case, member: StaffMember) -> OutboxId | None:
        mine = [row.id for row in await self.of(case) if row.intent.person == member.person]
        return mine[-1] if mine else await self.give(case, member)

    async def _add_words(
        self,
        case: Case,
        member: StaffMember,
        name: str,
        message: CaseMessage,
        card: OutboxId | None,
        *,
        silent: bool = False,
    ) -> None:
        """Of a sensitive case only that there is something new."""
        if case.sensitive:
            await self.send(case, member, name, card, silent=silent, message=message.id)
        else:
            await self.send_words(case, member, name, message, card, silent=silent)

    async def _add_content(self, case: Case, member: StaffMember, card: OutboxId) -> None:
        messages = await list_messages(self.turn.tx, case.id)
        said, fits = on_card(messages)
        for message in () if fits else said[:AT_ONCE]:
            await self.send_words(case, member, IN_FULL, message, card, silent=True)
        theirs = [message for message in messages if message.author is Author.RESIDENT]
        if case.spot is not None and case.spot not in [message.words.spot for message in theirs]:
            await self.send(case, member, SPOT, card, silent=True)
        for message in theirs[:AT_ONCE]:
            await self.send_media(case, member, message, card)
        if len(theirs) > AT_ONCE:
            await Gathering(self.turn).stand_for(case, member, theirs[AT_ONCE - 1].id, card)

    async def send(
        self,
        case: Case,
        member: StaffMember,
        name: str,
        replies_to: OutboxId | None = None,
        *,
        silent: bool = False,
        **values: Value,
    ) -> OutboxId | None:
        """Say something about the case to one member of the staff; None when that person is gone."""
        person = await find_person(self.turn.tx, member.person)
        if person is None:
            return None
        return await self.turn.tell(
            Intent(
                chat=person.chat,
                person=person.id,
                name=name,
                urgency=Urgency.CASE,
                case=case.id,
                values=values,
                replies_to=replies_to,
                silent=silent,
            )
        )
