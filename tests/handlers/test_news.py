"""Wijknieuws: chosen, left and stopped with one tap; and the posters that offer it."""

from tests.cast import Actor, Cast
from tests.line import Line

EXPIRED = "Deze knop werkt niet meer. Kies opnieuw in het menu."


async def followed(line: Line) -> list[str]:
    read = await line.read(lambda tx: tx.all("SELECT wijk FROM follows ORDER BY created_at, wijk"))
    return [row["wijk"] for row in read]


async def choosing(actor: Actor) -> list[str]:
    await actor.taps("📰 Wijknieuws")
    await actor.taps("🔔 Nieuws krijgen")
    return actor.buttons_of("Van welke wijk")


async def test_a_wijk_is_followed_by_the_name_people_say(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    labels = await choosing(jan)
    assert labels[:2] == ["Waterschei …", "Winterslag …"]
    await jan.taps("Waterschei …")
    assert jan.buttons_of("welk deel?")[0] == "🗺 Waterschei, alles"
    assert await jan.taps("Waterschei-Noord") == ["📰 Je krijgt nieuws van:\n• Waterschei-Noord"]
    assert await followed(line) == ["waterschei-noord"]


async def test_all_of_a_name_can_be_followed_at_once_and_left_one_by_one(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    await choosing(jan)
    await jan.taps("Zwartberg …")
    await jan.taps("🗺 Zwartberg, alles")
    assert await followed(line) == ["zwartberg-noord", "zwartberg-zuid"]
    (left,) = await jan.taps("🔕 Zwartberg-Zuid")
    assert left == "📰 Je krijgt nieuws van:\n• Zwartberg-Noord"
    assert await followed(line) == ["zwartberg-noord"]


async def test_every_wijk_is_in_the_list_ten_on_a_page(cast: Cast) -> None:
    jan = await cast.jan()
    await choosing(jan)
    seen: list[str] = []
    while True:
        labels = jan.buttons_of("Van welke wijk")
        names = [label for label in labels if not label.startswith(("◀️", "⬆️", "⬇️"))]
        assert len(names) <= 10
        seen += names
        onward = [label for label in labels if label.startswith("⬇️")]
        if not onward:
            break
        await jan.taps(onward[0])
    assert len(seen) == len(set(seen))
    assert {"Waterschei …", "Boxbergheide", "Bokrijk"} <= set(seen)


async def test_the_wijk_used_last_stands_first(cast: Cast) -> None:
    jan = await cast.jan()
    await cast.case_of(jan, "Afval", wijk="boxbergheide")
    assert (await choosing(jan))[0] == "📍 Boxbergheide"


async def test_one_tap_stops_everything_and_says_that_answers_still_come(cast: Cast, line: Line) -> None:
    elena = await cast.elena()
    await elena.crafts("1:follow:bokrijk")
    await elena.crafts("1:follow:waterschei-noord")
    (stopped,) = await elena.taps("🔕 Без новини")
    assert stopped == "🔕 Вече няма да получавате новини. Отговорите на Вашите съобщения ще идват."
    assert await followed(line) == []
    assert "🔔 Искам новини" in elena.buttons_of(stopped)


async def test_the_button_below_an_announcement_leaves_it_as_it_is(cast: Cast, line: Line) -> None:
    mehmet = await cast.mehmet()
    await mehmet.crafts("1:follow:waterschei-noord")
    before = mehmet.phone.heard()
    assert await mehmet.crafts("1:unfollow:waterschei-noord") == [
        "🔕 Artık haber gelmeyecek: Waterschei-Noord."
    ]
    assert mehmet.phone.heard()[:-1] == before
    assert await followed(line) == []
    await mehmet.taps("🔔 Haber gelsin")
    assert await followed(line) == ["waterschei-noord"]


async def test_pressing_twice_changes_nothing_more(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    for verb in ("follow", "follow", "unfollow", "unfollow", "news-leave"):
        assert EXPIRED not in await jan.crafts(f"1:{verb}:bokrijk")
    assert await followed(line) == []


async def test_crafted_wijken_and_numbers_are_refused(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    for data in ("follow:atlantis", "unfollow:atlantis", "news-leave:atlantis"):
        assert await jan.crafts(f"1:{data}") == ["Deze wijk kennen wij niet."]
    for data in ("news-part:999", "news-whole:999", "news-choose:x", "follow", "follow:a:b"):
        assert await jan.crafts(f"1:{data}") == [EXPIRED]
    assert await followed(line) == []


async def test_a_poster_offers_three_things_for_its_wijk(cast: Cast, line: Line) -> None:
    jan = await cast.jan()
    assert await jan.starts("wijk-boxbergheide") == ["📍 Boxbergheide. Wat wil je doen?"]
    assert jan.buttons_of("📍 Boxbergheide") == [
        "📣 Probleem melden",
        "❓ Vraag stellen",
        "🔔 Nieuws krijgen",
    ]
    await jan.taps_of("📍 Boxbergheide", "🔔 Nieuws krijgen")
    assert await followed(line) == ["boxbergheide"]


async def test_a_report_from_a_poster_is_not_asked_for_the_wijk(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.starts("wijk-boxbergheide")
    await jan.taps_of("📍 Boxbergheide", "📣 Probleem melden")
    await jan.says("Er ligt afval in de goot")
    await jan.taps("🗑 Afval")
    assert "📍 Boxbergheide" in jan.message("Klopt dit?")["text"]


async def test_somebody_new_chooses_a_language_first_and_then_sees_the_poster(line: Line) -> None:
    phone = line.telegram.person(5_500_000_720, "Planted", language_code="tr")
    new = Actor(line, phone)
    (question,) = await new.starts("wijk-waterschei-noord")
    assert "🌍 Dilinizi seçin" in question
    heard = await new.taps("Türkçe")
    assert heard[-1] == "📍 Waterschei-Noord. Ne yapmak istersiniz?"
    assert "📣 Sorun bildir" in new.buttons_of("📍 Waterschei-Noord")


async def test_a_poster_of_a_wijk_that_is_not_there_is_refused(cast: Cast) -> None:
    jan = await cast.jan()
    assert await jan.starts("wijk-atlantis") == ["Deze wijk kennen wij niet."]
