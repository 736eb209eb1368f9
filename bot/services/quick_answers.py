"""Quick answers: those of the city's file and those that staff proposed, most used first; and how one is proposed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Words
from bot.domain.city import DUTCH, QuickAnswer
from bot.domain.errors import (
    AlreadyDecided,
    AlreadyTranslated,
    ButtonExpired,
    NothingWritten,
    NotYours,
    OnlyText,
    OtherBlanks,
    TooLong,
)
from bot.domain.people import Role, StaffMember
from bot.domain.permissions import may_approve_answers, may_propose_answers, may_translate
from bot.domain.quick import (
    MOST_LABEL,
    MOST_TEXT,
    Proposal,
    ProposalId,
    ProposalState,
    as_kept,
    open_in,
)
from bot.services.answers import Answers
from bot.services.handling import Handling
from bot.services.in_between import begin_over
from bot.services.steps import Steps
from bot.services.trail import Trail
from bot.services.turn import Turn
from storage import quick_answers as rows
from storage.staff import find_staff, list_staff
from storage.steps import Step, find_step

PROPOSE: Final = "propose"  # the kind of step, and its four steps
TEXT: Final = "text"
LABEL: Final = "label"
PREVIEW: Final = "preview"
OWN: Final = "own"
ASKS: Final = "quick-asks"
READY: Final = "quick-ready"
DECIDED: Final = "quick-decided"
_PROPOSED: Final = re.compile(r"q([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Begun:
    """What is being written: a new one, or one language of one that was proposed."""

    version: int
    label: str = ""
    text: str = ""
    proposal: ProposalId | None = None
    language: str = DUTCH


@dataclass(frozen=True, slots=True)
class QuickAnswers:
    turn: Turn

    async def all(self) -> tuple[QuickAnswer, ...]:
        """Those that can be chosen, the most used first."""
        approved = [one.answer for one in await self.proposals(ProposalState.APPROVED)]
        uses = await rows.list_uses(self.turn.tx)
        found = (*self.turn.city.quick_answers, *approved)
        return tuple(sorted(found, key=lambda answer: -uses.get(answer.id, 0)))

    async def get(self, answer: str) -> QuickAnswer:
        """One that can be chosen. Raises ButtonExpired."""
        if found := _PROPOSED.fullmatch(answer):
            proposal = await rows.find_proposal(self.turn.tx, ProposalId(int(found[1])))
            if proposal is not None and proposal.state is ProposalState.APPROVED:
                return proposal.answer
        return self.turn.city.quick_answer(answer)

    async def choose(self, answer: str) -> QuickAnswer:
        """As `get`, and count it."""
        found = await self.get(answer)
        await rows.count_use(self.turn.tx, found.id)
        return found

    async def proposals(self, state: ProposalState = ProposalState.PROPOSED) -> list[Proposal]:
        """All in that state, oldest first."""
        return await rows.list_proposals(self.turn.tx, state)

    async def find(self, proposal: ProposalId) -> Proposal | None:
        """One to show, in whatever state."""
        return await rows.find_proposal(self.turn.tx, proposal)

    async def begin(self) -> Begun:
        """Wait for the Dutch of a new one. Raises NotYours, DraftWaits."""
        if not may_propose_answers(Handling(self.turn).staff):
            raise NotYours
        Answers(self.turn).refuse_while_words_wait()
        return _begun(await begin_over(self.turn, PROPOSE, TEXT))

    async def write(self, words: Words) -> Step:
        """What the step waits for: the Dutch, its name, or one language. Raises OnlyText, TooLong, OtherBlanks."""
        step = self._step()
        text = plain_text(words, MOST_LABEL if step.step == LABEL else MOST_TEXT)
        if step.step == OWN:
            return await self._write_own(step, as_kept(text))
        if step.step == LABEL:
            return await Steps(self.turn).go(PREVIEW, label=text)
        named = PREVIEW if step.step == PREVIEW else LABEL
        return await Steps(self.turn).go(named, text=as_kept(text))

    async def send(self, version: int) -> Proposal:
        """Let colleagues write the other languages. Raises ButtonExpired, NotYours."""
        step = self._step(version)
        if step.step != PREVIEW:
            raise ButtonExpired
        proposed = await self.propose(step.payload["label"], {DUTCH: step.payload["text"]})
        await Steps(self.turn).end()
        return proposed

    async def propose(self, label: str, texts: Mapping[str, str]) -> Proposal:
        """Propose one with the languages there are, as they are kept; Dutch is one. Raises NotYours."""
        staff = Handling(self.turn).staff
        if not may_propose_answers(staff):
            raise NotYours
        new = await rows.insert_proposal(self.turn.tx, label, texts, staff=staff.id, now=self.turn.now)
        proposal = await self._get(new)
        await Trail(self.turn).note("quick-proposed", proposal=str(new))
        await self._ask(proposal)
        return proposal

    async def begin_own(self, proposal_id: ProposalId, language: str) -> Begun:
        """Wait for one language of a proposal. Raises NotYours, AlreadyTranslated, AlreadyDecided, DraftWaits."""
        if not self.may_write(Handling(self.turn).staff, language):
            raise NotYours
        proposal = await self._get(proposal_id)
        self._refuse_when_written(proposal, language)
        Answers(self.turn).refuse_while_words_wait()
        step = await begin_over(self.turn, PROPOSE, OWN, proposal=proposal.id, language=language)
        return _begun(step)

    async def stop(self, version: int) -> None:
        """Leave it. Raises ButtonExpired."""
        self._step(version)
        await Steps(self.turn).end()

    async def require_open(self, proposal_id: ProposalId) -> Proposal:
        """One that who acts may still refuse. Raises NotYours, AlreadyDecided."""
        proposal = await self.get_proposal(proposal_id)
        if not self._may_become(proposal, ProposalState.REFUSED):
            raise AlreadyDecided
        return proposal

    async def decide(
        self, proposal_id: ProposalId, state: ProposalState, *, words: str | None = None
    ) -> Proposal:
        """Approve it once it is there in every language, refuse it with a word, or take it out again.

        Raises NotYours, AlreadyDecided.
        """
        staff, proposal = Handling(self.turn).staff, await self.get_proposal(proposal_id)
        if proposal.state is state:
            return proposal
        if not self._may_become(proposal, state) or not await rows.decide_proposal(
            self.turn.tx, proposal, state, staff=staff.id, now=self.turn.now, words=words
        ):
            raise AlreadyDecided
        await Trail(self.turn).note(f"quick-{state.value}", proposal=str(proposal.id))
        author = await find_staff(self.turn.tx, proposal.by)
        if author is not None and author.person and author.id != staff.id:
            await self.turn.say(author.person, DECIDED, proposal=proposal.id)
        return await self._get(proposal_id)

    async def pending(self) -> Begun | None:
        """What is being written by who reads."""
        person = self.turn.person
        step = await find_step(self.turn.tx, person.id) if person else None
        is_there = step is not None and step.kind == PROPOSE and step.expires_at > self.turn.now
        return _begun(step) if step is not None and is_there else None

    def may_write(self, staff: StaffMember, language: str) -> bool:
        """Whether somebody may write a quick answer in that language: who speaks it, and who approves."""
        is_known = language in {one.code for one in self.turn.city.languages}
        return is_known and (may_translate(staff, language) or may_approve_answers(staff))

    async def get_proposal(self, proposal: ProposalId) -> Proposal:
        """One that who acts may decide about, in whatever state. Raises NotYours, ButtonExpired."""
        if not may_approve_answers(Handling(self.turn).staff):
            raise NotYours
        return await self._get(proposal)

    def _may_become(self, proposal: Proposal, state: ProposalState) -> bool:
        if state is ProposalState.REMOVED:
            return proposal.state is ProposalState.APPROVED
        is_whole = not proposal.missing(self.turn.city)
        return proposal.state is ProposalState.PROPOSED and (is_whole or state is ProposalState.REFUSED)

    async def _write_own(self, step: Step, text: str) -> Step:
        proposal, language = await self._get(step.payload["proposal"]), step.payload["language"]
        self._refuse_when_written(proposal, language)
        if open_in(text) != open_in(proposal.texts[DUTCH]):
            raise OtherBlanks
        staff = Handling(self.turn).staff
        if not self.may_write(staff, language):
            raise NotYours
        await rows.set_proposal_text(self.turn.tx, proposal.id, language, text, staff=staff.id)
        await Trail(self.turn).note("quick-written", proposal=str(proposal.id), language=language)
        await Steps(self.turn).end()
        written = await self._get(proposal.id)
        if not written.missing(self.turn.city):
            await self._tell(await self._deciders(), READY, written)
        return step

    def _refuse_when_written(self, proposal: Proposal, language: str) -> None:
        if proposal.state is not ProposalState.PROPOSED:
            raise AlreadyDecided
        if language not in proposal.missing(self.turn.city):
            raise AlreadyTranslated

    async def _ask(self, proposal: Proposal) -> None:
        """Each language's contact workers; where there is none, who approves writes it."""
        missing = proposal.missing(self.turn.city)
        workers = await list_staff(self.turn.tx, Role.CONTACT_WORKER)
        asked = [one for one in workers if any(may_translate(one, language) for language in missing)]
        is_spoken = all(any(may_translate(one, language) for one in asked) for language in missing)
        await self._tell(asked if is_spoken else [*asked, *await self._deciders()], ASKS, proposal)
        if not missing:
            await self._tell(await self._deciders(), READY, proposal)

    async def _deciders(self) -> list[StaffMember]:
        coordinators = await list_staff(self.turn.tx, Role.COORDINATOR)
        return coordinators or await list_staff(self.turn.tx, Role.ADMINISTRATOR)

    async def _tell(self, members: Iterable[StaffMember], name: str, proposal: Proposal) -> None:
        for member in members:
            await self.turn.say(member.person, name, proposal=proposal.id)

    async def _get(self, proposal: ProposalId) -> Proposal:
        found = await rows.find_proposal(self.turn.tx, proposal)
        if found is None:
            raise ButtonExpired
        return found

    def _step(self, version: int | None = None) -> Step:
        step = self.turn.step
        if step is None or step.kind != PROPOSE or version not in {None, step.version}:
            raise ButtonExpired
        return step


def plain_text(words: Words, most: int) -> str:
    """What was written, and nothing but words. Raises OnlyText, NothingWritten, TooLong."""
    if words.media or words.spot:
        raise OnlyText
    text = words.text.strip()
    if not text:
        raise NothingWritten
    if len(text) > most:
        raise TooLong
    return text


def _begun(step: Step) -> Begun:
    payload = step.payload
    return Begun(
        step.version,
        payload.get("label", ""),
        payload.get("text", ""),
        payload.get("proposal"),
        payload.get("language", DUTCH),
    )
