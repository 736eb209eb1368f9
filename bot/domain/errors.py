"""Refusals: what is understood and declined, with nothing changed. Each names its text; bugs are everything else."""

from typing import ClassVar


class Refused(Exception):
    """Understood and declined; nothing was changed."""

    message_id: ClassVar[str] = "refused"


class WijkUnknown(Refused):
    """The wijk is not in this city."""

    message_id = "refused-wijk-unknown"


class CaseUnknown(Refused):
    """There is no such case for this person: the same answer for "does not exist" and "not yours"."""

    message_id = "refused-case-unknown"


class NotYours(Refused):
    """This person may not do that to this case."""

    message_id = "refused-not-yours"


class NotYourRole(Refused):
    """Somebody with another role does that."""

    message_id = "refused-not-your-role"


class NotPossibleNow(Refused):
    """The case is in a state from which this act leads nowhere."""

    message_id = "refused-not-possible-now"


class OftenEnough(Refused):
    """It was said so often today that once more would tell nothing new."""

    message_id = "refused-often-enough"


class TooLate(Refused):
    """What was just said can be changed or taken back for a while only."""

    message_id = "refused-too-late"


class AlreadyTaken(Refused):
    """A colleague has taken the case in hand before."""

    message_id = "refused-already-taken"


class TakenByCoordinator(AlreadyTaken):
    """The coordinator has."""

    message_id = "refused-taken-by-coordinator"


class TakenByAdministrator(AlreadyTaken):
    """An administrator has."""

    message_id = "refused-taken-by-administrator"


class TakenByContactWorker(AlreadyTaken):
    """A contact worker has."""

    message_id = "refused-taken-by-contact-worker"


class TakenByTeamMember(AlreadyTaken):
    """A member of the team goes and looks."""

    message_id = "refused-taken-by-team-member"


class NobodyOfTheTeam(Refused):
    """There is no team member of this wijk who is there."""

    message_id = "refused-nobody-of-the-team"


def already_taken(role: str) -> AlreadyTaken:
    """Say which role was first; never who."""
    kinds = {
        "coordinator": TakenByCoordinator,
        "administrator": TakenByAdministrator,
        "contact-worker": TakenByContactWorker,
        "team-member": TakenByTeamMember,
    }
    return kinds.get(role, AlreadyTaken)()


class ButtonExpired(Refused):
    """The button belongs to a step that is over."""

    message_id = "refused-button-expired"


class InvitationInvalid(Refused):
    """The invitation is used, expired or unknown: one answer, so that guessing teaches nothing."""

    message_id = "refused-invitation"


class NothingWritten(Refused):
    """A text was needed here and none came."""

    message_id = "refused-nothing-written"


class TooLong(Refused):
    """The text is longer than can be handed on whole."""

    message_id = "refused-too-long"


class AlreadyTranslated(Refused):
    """A colleague, or the machine, has translated it before."""

    message_id = "refused-already-translated"


class DraftWaits(Refused):
    """An answer was written and not decided about; it would be lost."""

    message_id = "refused-draft-waits"


class CorrectionTooLate(Refused):
    """What has left can be put right for a short while only."""

    message_id = "refused-correction-too-late"


class OtherBlanks(Refused):
    """A text leaves something else open to be filled in than the Dutch does."""

    message_id = "refused-other-blanks"


class AlreadyDecided(Refused):
    """A colleague has decided about it before, or it is not ready to be decided about."""

    message_id = "refused-already-decided"


class StillBusy(Refused):
    """A reply to a case came in the middle of something else; it would end up there."""

    message_id = "refused-still-busy"


class DayUnclear(Refused):
    """That is no day within the coming year, or it comes before the day it follows."""

    message_id = "refused-day-unclear"


class MomentUnclear(Refused):
    """The time cannot be read, has passed, or is too far away."""

    message_id = "refused-moment-unclear"


class OnlyText(Refused):
    """A text was needed here, and something else came with it."""

    message_id = "refused-only-text"


class NobodyFollows(Refused):
    """There is nobody to whom the announcement could go."""

    message_id = "refused-nobody-follows"


class StillStaff(Refused):
    """Who has a role for the city cannot erase everything: cases are in their hands."""

    message_id = "refused-still-staff"


class AnnouncementOver(Refused):
    """The announcement is in a state from which this leads nowhere."""

    message_id = "refused-announcement-over"


class NobodyElse(Refused):
    """A second person must look at the announcement, and nobody else may announce there."""

    message_id = "refused-nobody-else"


class YourOwn(Refused):
    """Somebody else looks at what one wrote oneself."""

    message_id = "refused-your-own"


class ConsentMissing(Refused):
    """Nothing is reported for somebody who has not agreed to it."""

    message_id = "refused-consent"


class HandOverInvalid(Refused):
    """The link to take a case over is unknown, used or expired, or it is not for staff."""

    message_id = "refused-hand-over"
