"""Refusals: the word with which something goes back to the colleague who wrote it; asked for in a step of its own."""

from dataclasses import dataclass
from typing import Final

from bot.domain.announcements import Announcement
from bot.domain.approvals import MOST_WORDS
from bot.domain.cases import Words
from bot.domain.errors import ButtonExpired
from bot.domain.intents import AnnouncementId
from bot.domain.quick import Proposal, ProposalId, ProposalState
from bot.services.answers import Answers
from bot.services.approvals import Approvals
from bot.services.in_between import begin_over
from bot.services.quick_answers import QuickAnswers, plain_text
from bot.services.steps import Step, Steps
from bot.services.turn import Turn

REFUSE: Final = "refuse"  # the kind of step, and its one step
WHY: Final = "why"


@dataclass(frozen=True, slots=True)
class Refusals:
    turn: Turn

    async def of_announcement(
        self, announcement: AnnouncementId, round_: int, below: int | None
    ) -> Step | None:
        """Wait for the word, `below` the message that was read; None when that was decided meanwhile. Raises as Approvals.open_to, and DraftWaits."""
        approvals = Approvals(self.turn)
        if not approvals.can_be_refused(await approvals.open_to(announcement), round_):
            return None
        Answers(self.turn).refuse_while_words_wait()
        return await begin_over(self.turn, REFUSE, WHY, announcement=announcement, round=round_, below=below)

    async def of_proposal(self, proposal: ProposalId, below: int | None) -> Step:
        """Wait for the word. Raises NotYours, AlreadyDecided, DraftWaits."""
        await QuickAnswers(self.turn).require_open(proposal)
        Answers(self.turn).refuse_while_words_wait()
        return await begin_over(self.turn, REFUSE, WHY, proposal=proposal, below=below)

    async def write(self, words: Words) -> Announcement | Proposal:
        """The word: it goes back with it, unless that was decided meanwhile. Raises OnlyText, NothingWritten, TooLong."""
        payload, text = self.begun().payload, plain_text(words, MOST_WORDS)
        await Steps(self.turn).end()
        if "proposal" in payload:
            return await self._refuse_proposal(ProposalId(payload["proposal"]), text)
        announcement = AnnouncementId(payload["announcement"])
        return await Approvals(self.turn).refuse(announcement, payload["round"], text)

    async def _refuse_proposal(self, proposal: ProposalId, text: str) -> Proposal:
        found = await QuickAnswers(self.turn).find(proposal)
        if found is not None and found.state is not ProposalState.PROPOSED:
            return found
        return await QuickAnswers(self.turn).decide(proposal, ProposalState.REFUSED, words=text)

    async def stop(self, version: int) -> None:
        """Leave it: nothing goes back. Raises ButtonExpired."""
        self.begun(version)
        await Steps(self.turn).end()

    def begun(self, version: int | None = None) -> Step:
        """The step that waits for the word. Raises ButtonExpired."""
        step = self.turn.step
        if step is None or step.kind != REFUSE or version not in {None, step.version}:
            raise ButtonExpired
        return step
