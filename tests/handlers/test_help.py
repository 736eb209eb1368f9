"""Help, /stop, and the commands that Telegram lists."""

from bot.domain.commands import FOR_RESIDENTS
from bot.services.staff import Staff
from tests.cast import Actor, Cast
from tests.line import Line

MENUS = {
    "nl": ("📣 Probleem melden", "❓ Vraag stellen", "📋 Mijn meldingen", "📰 Wijknieuws", "👤 Wijkmanager"),
    "tr": ("📣 Sorun bildir", "❓ Soru sor", "📋 Mesajlarım", "📰 Haberler", "👤 Wijkmanager"),
    "bg": ("📣 Съобщи проблем", "❓ Задай въпрос", "📋 Моите съобщения", "📰 Новини", "👤 Wijkmanager"),
}


def listed(line: Line, chat: int) -> list[str]:
    """The commands of a chat's own list."""
    commands = line.telegram.profile.commands.get((("chat", chat, None), ""), [])
    return [command["command"] for command in commands]


async def test_help_tells_the_six_things_in_the_own_language(cast: Cast) -> None:
    for language, actor in (
        ("nl", await cast.jan()),
        ("tr", await cast.mehmet()),
        ("bg", await cast.elena()),
    ):
        (heard,) = await actor.says("/help")
        assert len(heard.splitlines()) == 6
        assert [line.split(":")[0] for line in heard.splitlines()][:5] == list(MENUS[language])


async def test_help_for_staff_tells_what_their_role_can_do(cast: Cast) -> None:
    karel, selin = await cast.karel(), await cast.selin()
    assert "/bericht · Bericht naar een wijk" in (await karel.says("/help"))[0]
    (heard,) = await selin.says("/help")
    assert heard.startswith("👋 Wat vertaald moet worden, komt hier")
    assert "/vertalen" in heard
    assert "/bericht" not in heard


async def test_every_command_that_is_listed_does_something(cast: Cast, line: Line) -> None:
    unknown = "Dit kennen we niet"
    jan = await cast.jan()
    for command in FOR_RESIDENTS:
        heard = await jan.says(f"/{command}")
        assert heard, command
        assert unknown not in heard[-1], command
        await jan.says("/stop")
    for actor in (
        await cast.karel(),
        await cast.selin(),
        await cast.greet(),
        await cast.bram(),
        await cast.tine(),
        await cast.rik(),
    ):
        commands = listed(line, actor.phone.chat.id)
        assert "help" in commands
        for command in commands:
            heard = await actor.says(f"/{command}")
            assert heard, command
            assert unknown not in heard[-1], command
            await actor.says("/stop")


async def test_staff_commands_are_listed_for_staff_and_gone_after_release(cast: Cast, line: Line) -> None:
    karel = await cast.karel()
    chat = karel.phone.chat.id
    assert listed(line, chat)[:3] == ["werk", "zoek", "dossier"]
    member = await karel.member()
    await line.turn(lambda turn: Staff(turn).release(member.id))
    await line.quiet()
    assert listed(line, chat) == []


async def test_stop_leaves_a_report_and_brings_the_menu(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await jan.taps("📣 Probleem melden")
    await jan.says("Er ligt afval")
    assert await jan.says("/stop") == ["✖️ Gestopt. Wat je nog niet had verstuurd, is weg."]
    assert "📣 Probleem melden" in jan.phone.buttons()
    assert await line.read(lambda tx: tx.all("SELECT * FROM steps")) == []


async def test_stop_outside_a_step_offers_to_stop_the_news(cast: Cast, line: Line) -> None:
    mehmet = await cast.mehmet()
    assert "Ne yapmak istersiniz?" in (await mehmet.says("/stop"))[0]
    await mehmet.crafts("1:follow:bokrijk")
    assert "Haber gelmesin mi?" in (await mehmet.says("/stop"))[0]
    await mehmet.taps("🔕 Haber gelmesin")
    assert await line.read(lambda tx: tx.all("SELECT * FROM follows")) == []


async def test_stop_of_staff_leaves_the_answer_they_were_writing(cast: Cast) -> None:
    karel, jan = await cast.karel(), await cast.jan()
    await cast.case_of(jan, "Er ligt afval")
    await karel.taps("💬 Antwoorden")
    assert (await karel.says("/stop"))[0].startswith("✖️ Gestopt.")
    assert "Bij welk dossier" in (await karel.says("Ik kom kijken"))[0]


async def test_a_resident_reads_of_no_staff_command(cast: Cast) -> None:
    jan = await cast.jan()
    unknown = await jan.says("/bestaatniet")
    for command in ("/werk", "/zoek afval", "/overzicht", "/dossier 48271", "/bericht", "/vertalen"):
        assert await jan.says(command) == unknown


def test_commands_are_short_enough_for_telegram() -> None:
    assert len(FOR_RESIDENTS) <= 100
    assert all(name.isascii() and name.islower() and len(name) <= 32 for name in FOR_RESIDENTS)


async def test_a_menu_press_in_the_middle_of_a_report_keeps_the_report(cast: Cast) -> None:
    jan: Actor = await cast.jan()
    await jan.taps("📣 Probleem melden")
    await jan.says("Er ligt afval")
    assert "nieuws" in (await jan.taps("📰 Wijknieuws"))[0]
    assert "wijkmanager" in (await jan.taps("👤 Wijkmanager"))[0]
    await jan.taps("🗑 Afval")
    assert "Waar is het?" in "".join(jan.phone.heard())
