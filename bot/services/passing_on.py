"""Passing on: what the desk writes to a partner, looked at once more; and what it writes down of the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from bot.domain.cases import Author, Case, CaseId, Status, Words, require_arrow
from bot.domain.city import DUTCH, Partner
from bot.domain.errors import ButtonExpired, NothingWritten, NotPossibleNow, NotYours, OnlyText, TooLong
from bot.domain.giveaways import Giveaway, giveaways, without
from bot.domain.passings import Ended, Letter, Passing, Way
from bot.domain.people import Person
from bot.domain.permissions import may_pass_on
from bot.services.answers import PASSING, Answers
from bot.services.cards import Cards
from bot.services.enclosures import Enclosure, Enclosures
from bot.services.foretelling import PREVIEW
from bot.services.handling import Handling
from bot.services.in_between import begin_over
from bot.services.passings import Passings
from bot.services.promises import Promises
from bot.services.recognisable import known_words
from bot.services.steps import Steps
from bot.services.told_of_partners import PASSED_ON
from bot.services.turn import Turn
from bot.services.twins import Twins
from bot.translation.personal import found_in
from storage import cases
from storage.messages import TranslationState, find_translation, list_messages
from storage.outbox import find_outbox_by_message
from storage.steps import Step, find_step

HEARD: Final = "partner-said"
PASSING_WAITS: Final = "pass-waits"  # nobody decided for ten minutes
HEARD_WAITS: Final = "heard-waits"
WRITE: Final = "write"
# With the lines around it a letter and its preview stay one message.
MOST_TEXT: Final = 2_500


@dataclass(frozen=True, slots=True)
class PassingDraft:
    """What is to be passed on: the words for the partner, what in them may tell who reported, and how they go."""

    case: Case
    partner: Partner
    version: int
    way: Way
    text: str = field(repr=False)
    found: Sequence[Giveaway] = field(repr=False)
    # Something of the resident has no Dutch yet, and is not in it.
    is_partly: bool = False
    enclosures: Sequence[Enclosure] = ()
    # They have been shown, and are chosen from.
    is_choosing: bool = False
    # The place as its resident wrote it stays here.
    wijk_only: bool = False

    @property
    def chosen(self) -> Sequence[Enclosure]:
        return [one for one in self.enclosures if one.chosen]


@dataclass(frozen=True, slots=True)
class PassingOn:
    turn: Turn

    async def begin(self, case_id: CaseId, partner_id: str) -> None:
        """Show what would go to the partner. Raises NotYours, NotPossibleNow, DraftWaits, ButtonExpired."""
        case = await self._passable(case_id)
        partner = self.turn.city.partner(partner_id)
        if any(one.partner == partner.id for one in await Passings(self.turn).open_of(case)):
            raise NotPossibleNow
        Answers(self.turn).refuse_while_words_wait()
        text, is_partly = await self._dutch_of(case)
        await begin_over(
            self.turn, PASSING, PREVIEW, case=case.id, partner=partner.id, text=text, partly=is_partly
        )
        await Steps(self.turn).watch(PASSING_WAITS, case)

    async def write(self, words: Words) -> None:
        """Other words in the place of those. Raises OnlyText, NothingWritten, TooLong."""
        await Steps(self.turn).go(PREVIEW, text=text_of(words), partly=False)

    async def leave_out(self, version: int) -> None:
        """Put a gap in the place of what may tell who reported. Raises ButtonExpired."""
        draft = await self._draft(self._mine(PASSING, version))
        await Steps(self.turn).go(PREVIEW, text=without(draft.text, draft.found))

    async def name_wijk_only(self, version: int) -> None:
        """Let the partner read in which wijk it is, and no more of where. Raises ButtonExpired."""
        self._mine(PASSING, version)
        await Steps(self.turn).go(PREVIEW, wijk_only=True)

    async def offer(self, version: int) -> PassingDraft:
        """Show the pictures and sounds of the case, to choose from. Raises ButtonExpired, NotYours, NotPossibleNow."""
        draft = await self._draft(self._mine(PASSING, version))
        if not draft.enclosures or draft.way is Way.SELF:
            raise ButtonExpired
        await Enclosures(self.turn).show(await self._passable(draft.case.id))
        await Steps(self.turn).go(PREVIEW, choosing=True)
        return draft

    async def choose(self, version: int, key: str) -> PassingDraft:
        """Let one go along, or stay after all. Raises ButtonExpired."""
        step = self._mine(PASSING, version)
        draft = await self._draft(step)
        if not draft.is_choosing or key not in {one.key for one in draft.enclosures}:
            raise ButtonExpired
        kept = frozenset(step.payload.get("chosen", ())) ^ {key}
        await Steps(self.turn).go(PREVIEW, chosen=sorted(kept))
        return draft

    async def draft_of(self, person: Person) -> PassingDraft | None:
        """What waits to be passed on by this person."""
        step = await find_step(self.turn.tx, person.id)
        waits = step and step.kind == PASSING and step.expires_at > self.turn.now
        return await self._draft(step) if step and waits else None

    async def send(self, version: int, letter: Letter) -> Passing:
        """Let the partner have it, and tell the resident who has it and what is next.

        Raises ButtonExpired, NotYours, NotPossibleNow, NothingWritten.
        """
        draft = await self._draft(self._mine(PASSING, version))
        case = await self._passed_on(await self._passable(draft.case.id))
        if not draft.text:
            raise NothingWritten
        passing = await Passings(self.turn).begin(case, draft.partner, letter, Handling(self.turn).staff)
        shown = any(one.theirs and one.goes(passing.way) for one in draft.enclosures)
        await self._told(case, draft.partner, shown=shown)
        for twin in await Twins(self.turn).open_of(case):
            await self._told(await self._passed_on(twin), draft.partner)
        await Steps(self.turn).end()
        return passing

    async def stop(self, version: int) -> CaseId:
        """Leave what was begun, of either kind. Raises ButtonExpired."""
        step = self._mine("", version)
        await Steps(self.turn).end()
        return CaseId(step.payload["case"])

    async def ask_what(self, passing_id: int) -> tuple[Case, Passing]:
        """Wait for what the partner said. Raises NotYours, NotPossibleNow, DraftWaits."""
        passing = await self._handled(passing_id)
        case = await Handling(self.turn).handled_open(passing.case)
        Answers(self.turn).refuse_while_words_wait()
        await begin_over(self.turn, HEARD, WRITE, case=case.id, passing=passing.id)
        return case, passing

    async def heard(self, words: Words) -> Step:
        """What the partner said; whether they are done is asked. Raises OnlyText, NothingWritten, TooLong."""
        step = await Steps(self.turn).go(PREVIEW, text=text_of(words))
        await Steps(self.turn).watch(
            HEARD_WAITS, await cases.find_case(self.turn.tx, CaseId(step.payload["case"]))
        )
        return step

    async def keep(self, version: int, *, done: bool) -> Case:
        """Keep it. Raises ButtonExpired, NotYours, NotPossibleNow."""
        payload = self._mine(HEARD, version).payload
        if "text" not in payload:
            raise ButtonExpired
        passing = await self._handled(payload["passing"])
        staff = Handling(self.turn).staff
        case = await Passings(self.turn).hear(passing, payload["text"], staff, done=done)
        await Steps(self.turn).end()
        return case

    async def take_back(self, passing_id: int) -> Case:
        """The partner is asked no more. Raises NotYours, NotPossibleNow."""
        case = await Passings(self.turn).end(await self._handled(passing_id), Ended.TAKEN_BACK)
        await self._remember(case, "taken-back")
        return case

    async def mail_again(self, passing_id: int) -> Passing:
        """The mail goes once more. Raises NotYours, NotPossibleNow, ButtonExpired."""
        passing = await self._handled(passing_id)
        await Passings(self.turn).mail_again(passing)
        return passing

    async def answer(self, passing_id: int, words: Words, *, done: bool) -> Passing:
        """Somebody of the partner answers the desk. Raises ButtonExpired, OnlyText, NothingWritten, TooLong."""
        passing = await self.asked(passing_id)
        await Passings(self.turn).hear(passing, text_of(words), Handling(self.turn).staff, done=done)
        return passing

    async def done(self, passing_id: int) -> Passing:
        """Somebody of the partner is done, and says no more. Raises ButtonExpired."""
        passing = await self.asked(passing_id)
        await Passings(self.turn).hear(passing, "", Handling(self.turn).staff, done=True)
        return passing

    async def replied_to(self, message: int) -> Passing | None:
        """What was passed on to the partner in that message of this chat, while they may still answer."""
        person = self.turn.person
        row = await find_outbox_by_message(self.turn.tx, person.chat, message) if person else None
        passing = int(row.intent.values.get("passing") or 0) if row else 0
        return await self.asked(passing) if passing else None

    def written_by_partner(self, kind: str, version: int) -> Mapping[str, Any]:
        """What the partner's own step holds. Raises ButtonExpired."""
        return self._mine(kind, version).payload

    async def asked(self, passing_id: int) -> Passing:
        """What somebody of a partner may answer. Raises ButtonExpired: to all others it does not exist."""
        passing = await Passings(self.turn).find(passing_id)
        if passing is None or not await Passings(self.turn).is_for(Handling(self.turn).staff, passing):
            raise ButtonExpired
        return passing

    async def _passable(self, case_id: CaseId) -> Case:
        case = await Handling(self.turn).handled_open(case_id)
        if not may_pass_on(self.turn.city, Handling(self.turn).staff, case):
            raise NotYours
        return case

    async def _handled(self, passing_id: int) -> Passing:
        """Of a case that who acts may handle, while the partner has it."""
        passing = await Passings(self.turn).find(passing_id)
        if passing is None:
            raise NotYours
        await Handling(self.turn).handled_open(passing.case)
        if not passing.open:
            raise NotPossibleNow
        return passing

    async def _passed_on(self, case: Case) -> Case:
        """Somebody at the desk keeps it, and it is the partner's turn."""
        case = await Handling(self.turn).owned(case)
        if case.status is Status.PASSED_ON:
            return case
        require_arrow(case.status, Status.PASSED_ON)
        return await cases.set_status(self.turn.tx, case, Status.PASSED_ON, now=self.turn.now)

    async def _told(self, case: Case, partner: Partner, *, shown: bool = False) -> None:
        """The resident hears who has it, whether a picture or sound of theirs was `shown` too, and when they hear more."""
        case = await Promises(self.turn).next(case)
        day = case.expected_on.isoformat() if case.expected_on else ""
        await Handling(self.turn).tell_resident(case, PASSED_ON, partner=partner.id, day=day, enclosed=shown)
        await self._remember(case, "passed-on", partner=partner.id)

    async def _dutch_of(self, case: Case) -> tuple[str, bool]:
        """What the resident wrote, in Dutch; and whether something of it has no Dutch yet."""
        parts, is_partly = list[str](), False
        for message in await list_messages(self.turn.tx, case.id):
            if message.author is not Author.RESIDENT or not message.words.text:
                continue
            text = message.words.text
            if message.language != DUTCH:
                found = await find_translation(self.turn.tx, message.id, DUTCH)
                text = found.text if found and found.state is TranslationState.DONE else ""
            is_partly = is_partly or not text
            parts += [text] if text else []
        return "\n".join(parts)[:MOST_TEXT], is_partly

    async def _draft(self, step: Step) -> PassingDraft:
        payload = step.payload
        case = await cases.find_case(self.turn.tx, CaseId(payload["case"]))
        if case is None:
            raise ButtonExpired
        partner, text = self.turn.city.partner(payload["partner"]), payload["text"]
        numbers = ((one.span.start, one.span.end) for one in found_in(text))
        return PassingDraft(
            case,
            partner,
            step.version,
            await Passings(self.turn).way_to(partner, case),
            text,
            giveaways(text, numbers, known_words(self.turn.city)),
            payload["partly"],
            await Enclosures(self.turn).of(case, payload.get("chosen", ())),
            bool(payload.get("choosing")),
            bool(payload.get("wijk_only")),
        )

    def _mine(self, kind: str, version: int) -> Step:
        """The step of who acts, of that kind or of either."""
        step = self.turn.step
        if step is None or step.version != version or step.kind not in ({kind} if kind else {PASSING, HEARD}):
            raise ButtonExpired
        return step

    async def _remember(self, case: Case, act: str, **detail: Any) -> None:
        staff = Handling(self.turn).staff
        await cases.insert_history(self.turn.tx, case.id, act, by=staff.id, now=self.turn.now, detail=detail)
        await Cards(self.turn).refresh(case)


def text_of(words: Words) -> str:
    """A text alone. Raises OnlyText, NothingWritten, TooLong."""
    if words.media or words.spot:
        raise OnlyText
    if not words.text.strip():
        raise NothingWritten
    if len(words.text) > MOST_TEXT:
        raise TooLong
    return words.text.strip()
