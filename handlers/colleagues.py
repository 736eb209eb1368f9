"""Somebody of the staff in words: a role with its number, and where; never a name."""

from collections.abc import Mapping

from bot.domain.cases import Closing
from bot.domain.organisations import organisation_of
from bot.domain.people import Role, StaffId, StaffMember
from bot.services.colleagues import Load
from bot.services.staff import Staff
from bot.texts import Html
from handlers.render import Scene


def who_words(scene: Scene, role: Role | None, staff: StaffId | None) -> str:
    """A role and its number, such as "wijkmanager 3"; without one it was the operator."""
    if role is None or staff is None:
        return scene.label("colleague-operator")
    acting = scene.turn.staff
    is_me = acting is not None and acting.id == staff
    return scene.label("colleague-who", member=role.value, id=str(staff), me=str(is_me))


async def member_words(scene: Scene, staff: StaffId | None) -> str:
    """The same by the id alone, also of who has no role any more; empty for nobody."""
    found = await Staff(scene.turn).get(staff) if staff is not None else None
    return who_words(scene, found.role, found.id) if found else ""


def places_words(scene: Scene, member: StaffMember) -> str:
    """Of which organisation somebody is, if any, and where; the whole city in words."""
    places = Staff(scene.turn).places_of(member.places)
    where = scene.label("colleague-everywhere") if places == "everywhere" else places
    return ", ".join(filter(None, (organisation_of(scene.turn.city, member), where)))


def choice_words(scene: Scene, member: StaffMember) -> str:
    """Somebody to choose: who, where, and whether that person is away."""
    words = [who_words(scene, member.role, member.id), places_words(scene, member)]
    return " · ".join([*words, scene.label("colleague-is-away")] if member.away else words)


def about_act(scene: Scene, detail: Mapping[str, str]) -> str:
    """What an act was done with: a colleague or a role, a wijk, a category, how it ended; "none" for nothing of these."""
    city = scene.turn.city
    if (role := detail.get("role")) in set(Role):
        staff = detail.get("staff")
        return who_words(scene, Role(role), StaffId(int(staff))) if staff else _role_words(scene, Role(role))
    if (wijk := detail.get("wijk", "")) and city.has_wijk(wijk):
        return city.wijk(wijk).name
    if (outcome := detail.get("outcome")) in set(Closing):
        return scene.label(f"desk-outcome-{outcome}")
    category = city.category_of(detail.get("category"))
    return category.button(scene.language) if category else "none"


def _role_words(scene: Scene, role: Role) -> str:
    return scene.label("colleague-role", member=role.value)


def load_line(scene: Scene, load: Load) -> Html:
    """Who, where, how much, how much of it is late, and until when somebody is away."""
    member = load.member
    return scene.text(
        "colleague-line",
        who=who_words(scene, member.role, member.id),
        places=places_words(scene, member),
        count=load.open,
        late=load.late,
        away=f"{member.away_until:%d/%m}" if member.away_until else "none",
    )
