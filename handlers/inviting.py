"""➕: who leads invites a colleague: a role, of which organisation, where, and a link that works once."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import BotContext
from bot.domain.city import City
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Button, Buttons
from bot.domain.organisations import Organisation, organisations_for
from bot.domain.people import Places, Role
from bot.domain.permissions import may_staff
from bot.domain.places import in_order
from bot.services.staff import INVITATION_LIVES, Invitation, Staff
from handlers.buttons import arguments, button, column, named, number, pressed, row, turning, two_columns
from handlers.dates import in_words
from handlers.render import Scene, Screen, View

ROLE: Final = "invite-role"
OF: Final = "invite-of"
WHERE: Final = "invite-where"
SPEAKS: Final = "invite-speaks"
LINK: Final = "invite-link"
PAGE: Final = 10
EVERYWHERE: Final = "all"
STADSDEEL: Final = "s-"
# Behind the role on a button: the key of an organisation.
OF_WHOM: Final = "."
OF_THE_CITY: Final = "-"
OF_ORGANISATIONS: Final = frozenset({Role.CONTACT_WORKER, Role.PARTNER})


async def begin(update: Update, context: BotContext) -> None:
    """Which role."""
    arguments(update, 0)
    if not any(may_staff(context.staff, role) for role in Role):
        raise ButtonExpired
    await context.show(ROLE)


async def choose_role(update: Update, context: BotContext) -> None:
    """Of which organisation, where that matters; then where: the whole city, a stadsdeel, or a wijk."""
    who, page = arguments(update, 2)
    role, organisation = _newcomer(context, who)
    asked = WHERE if organisation or role not in OF_ORGANISATIONS else OF
    await context.show(asked, who=who, page=number(page))


async def choose_place(update: Update, context: BotContext) -> None:
    """A contact worker also speaks something; for all others the link is there."""
    who, where = arguments(update, 2)
    role, _ = _complete(context, who)
    _places(context.turn.city, role, where)
    if role is Role.CONTACT_WORKER:
        await context.show(SPEAKS, who=who, where=where)
    else:
        await _invite(context, who, where, ())


async def choose_language(update: Update, context: BotContext) -> None:
    """Only of a contact worker, whose role needs no place on the button."""
    key, where, spoken = arguments(update, 3)
    city = context.turn.city
    others = {one.code for one in city.languages} - {city.master.code}
    languages = tuple(code for code in spoken.split("+") if code in others)
    if not languages:
        raise ButtonExpired
    await _invite(context, f"{Role.CONTACT_WORKER.value}{OF_WHOM}{key}", where, languages)


async def _invite(context: BotContext, who: str, where: str, languages: tuple[str, ...]) -> None:
    role, organisation = _complete(context, who)
    places = _places(context.turn.city, role, where)
    kept = organisation.kept if organisation else None
    mark = await context.services.staff.invite_by_link(Invitation(role, places, languages, kept or None))
    await context.show(LINK, mark=mark, who=who, where=where)


def _newcomer(context: BotContext, who: str) -> tuple[Role, Organisation | None]:
    """A role that who acts may invite people for, and of which organisation. Raises ButtonExpired."""
    name, _, key = who.partition(OF_WHOM)
    if name not in set(Role) or not may_staff(context.staff, Role(name)):
        raise ButtonExpired
    found = _organisation(context.turn.city, who)
    if key and found is None:
        raise ButtonExpired
    return Role(name), found


def _complete(context: BotContext, who: str) -> tuple[Role, Organisation | None]:
    """As `_newcomer`, once it was said of which organisation. Raises ButtonExpired."""
    role, organisation = _newcomer(context, who)
    if role in OF_ORGANISATIONS and organisation is None:
        raise ButtonExpired
    return role, organisation


def _organisation(city: City, who: str) -> Organisation | None:
    """The one that a button carries beside the role; without a name it is the city itself."""
    name, _, key = who.partition(OF_WHOM)
    role = Role(name)
    if key == OF_THE_CITY and role is Role.CONTACT_WORKER:
        return Organisation("", "")
    return next((one for one in organisations_for(city, role) if one.key == key), None)


def _role_of(scene: Scene) -> Role:
    return Role(str(scene.intent.values["who"]).partition(OF_WHOM)[0])


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
    roles = [role for role in Role if may_staff(staff, role)]
    choices = [
        named(scene.label("colleague-role", member=role.value), "invite-role", role.value, 0)
        for role in reversed(roles)
    ]
    return Screen(scene.text(ROLE), two_columns(choices) + row(button("desk-back", "lead", 0)))


async def _of_view(scene: Scene) -> Screen:
    """The city itself, for who is of no partner; then the organisations, a page at a time."""
    city, role = scene.turn.city, _role_of(scene)
    choices = [
        named(one.name, "invite-role", f"{role.value}{OF_WHOM}{one.key}", 0)
        for one in organisations_for(city, role)
    ]
    if role is Role.CONTACT_WORKER:
        choices.insert(0, button("invite-of-city", "invite-role", f"{role.value}{OF_WHOM}{OF_THE_CITY}", 0))
    shown = _part(scene, choices, role.value)
    return Screen(scene.text(OF, member=role.value), shown + row(button("desk-back", "invite")))


async def _where_view(scene: Scene) -> Screen:
    """The whole city and each stadsdeel on the first page, then the wijken."""
    city, role, who = scene.turn.city, _role_of(scene), str(scene.intent.values["who"])
    everywhere = [button("colleague-everywhere", "invite-at", who, EVERYWHERE)]
    wide = [] if role is Role.TEAM_MEMBER else everywhere
    wide += [
        named(one.name, "invite-at", who, f"{STADSDEEL}{at}")
        for at, one in enumerate(city.stadsdelen)
        if any(wijk.stadsdeel == one.name for wijk in city.wijken)
    ]
    near = [named(wijk.name, "invite-at", who, wijk.id) for wijk in in_order(city.wijken)]
    text = scene.text(WHERE, member=role.value)
    return Screen(text, _part(scene, [*wide, *near], who) + row(_before(role)))


def _part(scene: Scene, choices: Sequence[Button], who: str) -> Buttons:
    """The page that is asked for, or the last there is, with the ways to the others."""
    last = max(len(choices) - 1, 0) // PAGE
    page = min(int(scene.intent.values.get("page") or 0), last)
    return two_columns(choices[page * PAGE : (page + 1) * PAGE]) + turning("invite-role", page, last, who)


def _before(role: Role) -> Button:
    """Back to the organisations, or to the roles."""
    if role in OF_ORGANISATIONS:
        return button("desk-back", "invite-role", role.value, 0)
    return button("desk-back", "invite")


async def _speaks_view(scene: Scene) -> Screen:
    """One of the other languages, or all of them."""
    city, who, where = scene.turn.city, str(scene.intent.values["who"]), scene.intent.values["where"]
    key = who.partition(OF_WHOM)[2]
    others = [one for one in city.languages if one.code != city.master.code]
    choices = [named(one.name, "invite-speaks", key, where, one.code) for one in others]
    both = " + ".join(one.name for one in others)
    if len(others) > 1:
        choices.append(named(both, "invite-speaks", key, where, "+".join(one.code for one in others)))
    return Screen(scene.text(SPEAKS), column(*choices) + row(button("desk-back", "invite-role", who, 0)))


async def _link_view(scene: Scene) -> Screen:
    """The link is made as this leaves: nothing that is kept holds it."""
    staff, mark = Staff(scene.turn), str(scene.intent.values["mark"])
    until = (scene.turn.now + INVITATION_LIVES).astimezone(scene.turn.city.time_zone).date()
    role, organisation = _role_of(scene), _organisation(scene.turn.city, str(scene.intent.values["who"]))
    places = staff.places_of(_places(scene.turn.city, role, str(scene.intent.values["where"])))
    text = scene.text(
        LINK,
        member=role.value,
        organisation=(organisation.name if organisation else "") or "none",
        places=scene.label("colleague-everywhere") if places == "everywhere" else places,
        day=in_words(scene.texts, scene.language, until),
        link=f"https://t.me/{scene.turn.rules.bot}?start=inv-{staff.token_of(mark)}",
    )
    return Screen(text, row(button("desk-back", "lead", 0)))


VIEWS: Final[Mapping[str, View]] = {
    ROLE: _role_view,
    OF: _of_view,
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
