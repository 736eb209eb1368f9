"""Polls: the numbers of their options and who has voted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from playground.wire import JSON


@dataclass(slots=True)
class Polls:
    """Polls by id; a poll's JSON has every field of Bot API 10.0 that clients insist on."""

    known: dict[str, JSON] = field(default_factory=dict)
    votes: dict[tuple[str, int], tuple[int, ...]] = field(default_factory=dict)

    def new(self, question: str, options: Sequence[str], *, anonymous: bool, multiple: bool) -> JSON:
        poll_id = str(5_000_000_000 + len(self.known))
        poll: JSON = {
            "id": poll_id,
            "question": question,
            "options": [
                {"persistent_id": f"{poll_id}{number:02}", "text": text, "voter_count": 0}
                for number, text in enumerate(options)
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": anonymous,
            "type": "regular",
            "allows_multiple_answers": multiple,
            "allows_revoting": True,
            "members_only": False,
        }
        self.known[poll_id] = poll
        return poll

    def vote(self, poll_id: str, user: JSON, chosen: Sequence[int]) -> tuple[JSON, JSON]:
        """The poll after the vote and the PollAnswer; an empty choice takes the vote back."""
        self.votes[poll_id, user["id"]] = tuple(chosen)
        poll = self.known[poll_id] = self._counted(self.known[poll_id])
        answer = {
            "poll_id": poll_id,
            "user": user,
            "option_ids": list(chosen),
            "option_persistent_ids": [poll["options"][number]["persistent_id"] for number in chosen],
        }
        return poll, answer

    def _counted(self, poll: JSON) -> JSON:
        ballots = [chosen for (poll_id, _), chosen in self.votes.items() if poll_id == poll["id"] and chosen]
        options = [
            option | {"voter_count": sum(number in chosen for chosen in ballots)}
            for number, option in enumerate(poll["options"])
        ]
        return poll | {"options": options, "total_voter_count": len(ballots)}
