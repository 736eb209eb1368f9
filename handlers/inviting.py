"""➕: who leads invites a colleague: a role, where, and a link that works once."""

from collections.abc import Mapping
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.city import City
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button
from bot.domain.people import Places, Role, StaffMember
from bot.domain.permissions import may_staff
from bot.domain.places import in_order
from bot.services.staff import INVITATION_LIVES, Invitation, Staff
from handlers.buttons import arguments, button, column, named, number, pressed, row, turning, two_columns
from handlers.dates import in_words
from handlers.render import Scene, Screen, View

ROLE: Final = "invite-role"
WHERE: Final = "invite-where"
SPEAKS: Final = "invite-speaks"
LINK: Final = "invite-link"
PAGE: Final = 10
EVERYWHERE: Final = "all"
STADSDEEL: Final = "s-"
NO_LANGUAGE: Final = "-"


async def begin(update: Update, context: BotContext) -> None:
    """Which role."""
    arguments(update, 0)
    if not any(may_staff(context.staff, role) for role in Role):
        raise ButtonExpired
    await context.show(ROLE)


async def choose_role(update: Update, context: BotContext) -> None:
    """Where: the whole city, a stadsdeel, or a wijk."""
    name, page = arguments(update, 2)
    role = _role(context.staff, name)
    await context.show(WHERE, role=role.value, page=number(page))


async def choose_place(update: Update, context: BotContext) -> None:
    """A contact worker also speaks something; for all others the link is there."""
    name, where = arguments(update, 2)
    role = _role(context.staff, name)
    _places(context.turn.city, role, where)
    if role is Role.CONTACT_WORKER:
        await context.show(SPEAKS, role=role.value, where=where)
    else:
        await _invite(context, role, where, ())


async def choose_language(update: Update, context: BotContext) -> None:
    name, where, spoken = arguments(update, 3)
    city = context.turn.city
    others = {one.code for one in city.languages} - {city.master.code}
    languages = tuple(code for code in spoken.split("+") if code in others)
    if not languages:
        raise ButtonExpired
    await _invite(context, _role(context.staff, name), where, languages)


async def _invite(context: BotContext, role: Role, where: str, languages: tuple[str, ...]) -> None:
    places = _places(context.turn.city, role, where)
    mark = await context.services.staff.invite_by_link(Invitation(role, places, languages, None))
    await context.show(LINK, mark=mark, role=role.value, where=where)


def _role(staff: StaffMember, name: str) -> Role:
    """A role that who acts may invite people for. Raises ButtonExpired."""
    if name not in set(Role) or not may_staff(staff, Role(name)):
        raise ButtonExpired
    return Role(name)


def _places(city: City, role: Role, where: str) -> Places:
    """Raises WijkUnknown, ButtonExpired."""
    if where == EVERYWHERE and role is not Role.TEAM_MEMBER:
        return Places()
    if where.startswith(STADSDEEL):
        at = number(where.removeprefix(STADSDEEL))
        if at >= len(city.stadsdelen):
            raise ButtonExpired
        return Places((), (city.stadsdelen[at].name,))
    return Places((city.wijk(where).id,))


async def _role_view(scene: Scene) -> Screen | None:
    """The roles that who reads may give."""
    staff = scene.turn.staff
    if staff is None:
        return None
    roles = [role for role in Role if role is not Role.PARTNER and may_staff(staff, role)]
    choices = [
        named(scene.label("colleague-role", member=role.value), "invite-role", role.value, 0)
        for role in reversed(roles)
    ]
    return Screen(scene.text(ROLE), two_columns(choices) + row(button("desk-back", "lead", 0)))


async def _where_view(scene: Scene) -> Screen:
    """The whole city and each stadsdeel on the first page, then the wijken."""
    city, role = scene.turn.city, str(scene.intent.values["role"])
    everywhere = [button("colleague-everywhere", "invite-at", role, EVERYWHERE)]
    wide = [] if role == Role.TEAM_MEMBER.value else everywhere
    wide += [
        named(one.name, "invite-at", role, f"{STADSDEEL}{at}")
        for at, one in enumerate(city.stadsdelen)
        if any(wijk.stadsdeel == one.name for wijk in city.wijken)
    ]
    near = [named(wijk.name, "invite-at", role, wijk.id) for wijk in in_order(city.wijken)]
    choices = [*wide, *near]
    last = max(len(choices) - 1, 0) // PAGE
    page = min(int(scene.intent.values.get("page") or 0), last)
    shown = two_columns(choices[page * PAGE : (page + 1) * PAGE])
    text = scene.text(WHERE, member=role)
    return Screen(text, shown + turning("invite-role", page, last, role) + row(button("desk-back", "invite")))


async def _speaks_view(scene: Scene) -> Screen:
    """One of the other languages, or all of them."""
    city, role, where = scene.turn.city, scene.intent.values["role"], scene.intent.values["where"]
    others = [one for one in city.languages if one.code != city.master.code]
    choices = [named(one.name, "invite-speaks", role, where, one.code) for one in others]
    both = " + ".join(one.name for one in others)
    if len(others) > 1:
        choices.append(named(both, "invite-speaks", role, where, "+".join(one.code for one in others)))
    return Screen(scene.text(SPEAKS), column(*choices) + row(_again(str(role))))


def _again(role: str) -> Button:
    return button("desk-back", "invite-role", role, 0)


async def _link_view(scene: Scene) -> Screen:
    """The link is made as this leaves: nothing that is kept holds it."""
    staff, mark = Staff(scene.turn), str(scene.intent.values["mark"])
    until = (scene.turn.now + INVITATION_LIVES).astimezone(scene.turn.city.time_zone).date()
    role = Role(str(scene.intent.values["role"]))
    places = staff.places_of(_places(scene.turn.city, role, str(scene.intent.values["where"])))
    text = scene.text(
        LINK,
        member=role.value,
        places=scene.label("colleague-everywhere") if places == "everywhere" else places,
        day=in_words(scene.texts, scene.language, until),
        link=f"https://t.me/{scene.turn.rules.bot}?start=inv-{staff.token_of(mark)}",
    )
    return Screen(text, row(button("desk-back", "lead", 0)))


VIEWS: Final[Mapping[str, View]] = {
    ROLE: _role_view,
    WHERE: _where_view,
    SPEAKS: _speaks_view,
    LINK: _link_view,
}


def handlers() -> list[BaseHandler[Any, BotContext, Any]]:
    return [
        pressed("invite", begin),
        pressed("invite-role", choose_role),
        pressed("invite-at", choose_place),
        pressed("invite-speaks", choose_language),
    ]
