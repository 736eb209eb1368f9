"""Who joins and who is released, and what becomes of what was open."""

from bot.domain.city import WijkId
from bot.domain.people import Places, Role, StaffId
from bot.services.staff import Staff
from tests.handlers.spoken import HOME, reads, reported
from tests.line import Line


async def _ids(line: Line) -> list[StaffId]:
    return [member.id for member in await line.turn(lambda turn: Staff(turn).everybody())]


async def test_what_a_released_contact_worker_was_asked_goes_to_a_colleague(line: Line) -> None:
    resident = await reads(line, line.telegram.person(5_500_000_701, "Planted", language_code="bg"), "bg")
    first = line.telegram.person(5_500_000_702, "Planted", language_code="nl")
    await line.invited(first, Role.CONTACT_WORKER, Places((HOME,)), "bg")
    second = line.telegram.person(5_500_000_703, "Planted", language_code="nl")
    await line.invited(second, Role.CONTACT_WORKER, Places((WijkId("boxbergheide"),)), "bg")
    await reported(line, resident, "Няма ток.")
    assert "Няма ток." in first.heard()[-1]
    assert "Няма ток." not in second.heard()[-1]
    released = await line.turn(lambda turn: Staff(turn).release(StaffId(1)))
    await line.quiet()
    assert released.role is Role.CONTACT_WORKER
    assert "Няма ток." in second.heard()[-1]
    assert not any("Няма ток." in text for text in first.heard())
    assert first.heard()[-1].startswith("Je rol voor stad Genk is beëindigd.")
    assert await _ids(line) == [StaffId(2)]


async def test_nobody_is_released_twice_and_nobody_who_never_was_there(line: Line) -> None:
    worker = line.telegram.person(5_500_000_702, "Planted", language_code="nl")
    await line.invited(worker, Role.CONTACT_WORKER, Places((HOME,)), "bg")
    assert await line.turn(lambda turn: Staff(turn).release(StaffId(1)))
    assert await line.turn(lambda turn: Staff(turn).release(StaffId(1))) is None
    assert await line.turn(lambda turn: Staff(turn).release(StaffId(99))) is None


async def test_who_joins_hears_what_waits_for_the_own_languages(line: Line) -> None:
    resident = await reads(line, line.telegram.person(5_500_000_701, "Planted", language_code="bg"), "bg")
    await reported(line, resident, "Няма ток.")
    turkish = line.telegram.person(5_500_000_702, "Planted", language_code="nl")
    await line.invited(turkish, Role.CONTACT_WORKER, Places((HOME,)), "tr")
    bulgarian = line.telegram.person(5_500_000_703, "Planted", language_code="nl")
    await line.invited(bulgarian, Role.CONTACT_WORKER, Places((HOME,)), "bg")
    assert "🌐 Er wacht één vertaling. Bekijk ze met /vertalen." in bulgarian.heard()
    assert not any("wacht één vertaling" in text for text in turkish.heard())
