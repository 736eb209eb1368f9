"""Staff: invitations, who joined, who is released."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.errors import InvitationInvalid
from bot.domain.intents import Act, Intent, Urgency
from bot.domain.people import PersonId, Places, Role, StaffId, StaffMember
from bot.services.absences import Absences
from bot.services.approvals import Approvals
from bot.services.caseload import Caseload
from bot.services.desk import Desk
from bot.services.errand_ends import give_back_errands
from bot.services.trail import Trail
from bot.services.translations import Translations
from bot.services.turn import Turn
from storage import staff as rows
from storage.people import find_person
from storage.staff import Invitation
from storage.steps import erase_step

INVITATION_LIVES: Final = timedelta(days=7)
COMMANDS: Final = "commands"
_TOKEN_BYTES: Final = 24
_MARK_BYTES: Final = 8
_TOKEN_LENGTH: Final = 40

__all__ = ["INVITATION_LIVES", "Invitation", "Staff"]


@dataclass(frozen=True, slots=True)
class Staff:
    turn: Turn

    async def invite(self, invitation: Invitation) -> str:
        """A token that works once and for seven days; only its hash is kept. Raises WijkUnknown for a wrong place."""
        return await self._invite(invitation, secrets.token_urlsafe(_TOKEN_BYTES))

    async def invite_by_link(self, invitation: Invitation) -> str:
        """As `invite`, for a link that is shown in the bot: a mark of it, which is of no use to who has not our key."""
        mark = secrets.token_hex(_MARK_BYTES)
        await self._invite(invitation, self.token_of(mark))
        return mark

    def token_of(self, mark: str) -> str:
        """The token of an invitation by its mark: made anew each time it is shown, and kept nowhere."""
        return self.turn.tx.sealer.mark(f"invitation {mark}".encode())[:_TOKEN_LENGTH]

    async def _invite(self, invitation: Invitation, token: str) -> str:
        for wijk in invitation.places.wijken:
            self.turn.city.wijk(wijk)
        expires_at = self.turn.now + INVITATION_LIVES
        await rows.insert_invitation(
            self.turn.tx, _hash(token), invitation, now=self.turn.now, expires_at=expires_at
        )
        await Trail(self.turn).note("invited", role=invitation.role.value)
        return token

    async def join(self, token: str) -> StaffMember:
        """Make who acts what the invitation says, and tell the administrators. Raises InvitationInvalid.

        A role that the person had is given back first: one person, one role.
        """
        if self.turn.person is None:
            raise InvitationInvalid
        invitation = await rows.use_invitation(self.turn.tx, _hash(token), self.turn.now)
        if invitation is None:
            raise InvitationInvalid
        if self.turn.staff is not None:
            await self._let_go(self.turn.staff)
        # What was begun as a resident would take in the words of the member of staff.
        await erase_step(self.turn.tx, self.turn.person.id)
        self.turn.step = None
        new = await rows.insert_staff(self.turn.tx, self.turn.person.id, invitation, self.turn.now)
        joined = await self.get(new)
        await self._tell_administrators(joined)
        await Desk(self.turn).welcome(joined)
        await Translations(self.turn).welcome(joined)
        await self._renew_commands(joined.person)
        self.turn.staff = joined
        await Trail(self.turn).note("joined", role=joined.role.value)
        return joined

    async def release(self, staff: StaffId) -> StaffMember | None:
        """Take the role away and hand over what was open; who it was, or None when nobody has that id now."""
        member = await rows.find_staff(self.turn.tx, staff)
        if member is None or not await self._let_go(member):
            return None
        await Trail(self.turn).note("released", staff=str(member.id), role=member.role.value)
        await self.turn.say(member.person, "staff-released")
        return member

    async def _let_go(self, member: StaffMember) -> bool:
        """False when the role was taken away before."""
        if not await rows.release_staff(self.turn.tx, member.id, self.turn.now):
            return False
        await erase_step(self.turn.tx, member.person)
        # First: who stood in for this colleague has no business with those cases from now on.
        await Absences(self.turn).forget(member)
        await Desk(self.turn).hand_over(member)
        await Approvals(self.turn).forget(member)
        await Caseload(self.turn).hand_on(member)
        await give_back_errands(self.turn, member)
        await Translations(self.turn).ask_again(member.languages)
        await self._renew_commands(member.person)
        return True

    async def _renew_commands(self, person_id: PersonId) -> None:
        """Let Telegram list what this person can do from now on."""
        person = await find_person(self.turn.tx, person_id)
        if person is not None:
            commands = Intent(
                chat=person.chat,
                person=person.id,
                name=COMMANDS,
                act=Act.CALL,
                urgency=Urgency.CASE,
                coalesce=f"{COMMANDS}:{person.id}",
            )
            await self.turn.tell(commands)

    async def get(self, staff: StaffId) -> StaffMember:
        """Somebody of the staff, also when released. Raises LookupError."""
        found = await rows.find_staff(self.turn.tx, staff)
        if found is None:
            raise LookupError("a staff member that must exist does not")
        return found

    async def everybody(self, *roles: Role) -> list[StaffMember]:
        """Who has a role now, or one of these roles."""
        return await rows.list_staff(self.turn.tx, *roles)

    async def _tell_administrators(self, joined: StaffMember) -> None:
        for administrator in await self.everybody(Role.ADMINISTRATOR):
            if administrator.person != joined.person:
                await self.turn.say(
                    administrator.person,
                    "staff-joined",
                    member=joined.role.value,
                    places=self.places_of(joined.places),
                )

    def places_of(self, places: Places) -> str:
        """The places by name, for people; `everywhere` for the whole city."""
        if places.everywhere:
            return "everywhere"
        names = [self.turn.city.wijk(wijk).name for wijk in places.wijken]
        return ", ".join([*places.stadsdelen, *names])


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
