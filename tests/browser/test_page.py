"""What a person sees and does on the phones of the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.async_api import FilePayload, Locator, expect
from playwright.async_api import Page as Tab

from playground.people import Person
from playground.samples import street_photo
from tests.browser.conftest import Phones

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
Screen = Callable[[Person], Locator]
MENU = {
    "keyboard": [[{"text": "📣 Sorun bildir"}, {"text": "📍 Şu an oradayım", "request_location": True}]],
    "resize_keyboard": True,
}


@pytest.fixture
def elena(phones: Phones) -> Person:
    return phones.page.person("bg")


@pytest.fixture
def mehmet(phones: Phones) -> Person:
    person = phones.page.person("tr")
    person.starts()
    return person


class Beside:
    """A bot that counts how often it was restarted."""

    state = "stopped"
    restarts = 0

    def restart(self) -> None:
        self.restarts += 1


def inline(*labels: str) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": label, "callback_data": f"v1:{label}"}] for label in labels]}


async def test_five_phones_stand_side_by_side(tab: Tab) -> None:
    await expect(tab.locator(".phone")).to_have_count(5)
    tops = await tab.locator(".frame").evaluate_all(
        "frames => frames.map(one => one.getBoundingClientRect().top)"
    )
    assert len(set(tops)) == 1


async def test_a_phone_holds_at_least_360_by_640_pixels(tab: Tab) -> None:
    box = await tab.locator(".frame").first.bounding_box()
    assert box
    assert box["width"] >= 360
    assert box["height"] >= 640


async def test_an_empty_chat_introduces_the_bot_in_the_phones_language(
    phones: Phones, screen: Screen, elena: Person
) -> None:
    await phones.call("setMyDescription", description="Wijklijn is van stad Genk.")
    await phones.call("setMyDescription", description="Wijklijn е на община Genk.", language_code="bg")
    await expect(screen(elena).locator(".introduction")).to_contain_text("Wijklijn е на община Genk.")


async def test_start_is_pressed_once_and_becomes_an_update(
    phones: Phones, screen: Screen, elena: Person
) -> None:
    await screen(elena).get_by_role("button", name="START", exact=True).click()
    await expect(screen(elena).locator(".out .words")).to_have_text("/start")
    await expect(screen(elena).get_by_role("button", name="START", exact=True)).to_be_hidden()
    [update] = await phones.updates()
    assert (update["message"]["text"], update["message"]["from"]["language_code"]) == ("/start", "bg")


async def test_a_typed_message_becomes_an_update(phones: Phones, screen: Screen, mehmet: Person) -> None:
    await phones.updates()
    field = screen(mehmet).get_by_label("Message from Mehmet")
    await field.fill("Sokak lambası yanmıyor")
    await field.press("Enter")
    await expect(screen(mehmet).locator(".out .words").last).to_have_text("Sokak lambası yanmıyor")
    [update] = await phones.updates()
    assert update["message"]["text"] == "Sokak lambası yanmıyor"
    await expect(field).to_have_value("")


async def test_a_ready_phrase_is_written_but_not_sent(phones: Phones, screen: Screen, mehmet: Person) -> None:
    await phones.updates()
    await screen(mehmet).get_by_label("Ready-made phrases").click()
    await screen(mehmet).get_by_text("Çöp ne zaman toplanıyor?").click()
    await expect(screen(mehmet).get_by_label("Message from Mehmet")).to_have_value("Çöp ne zaman toplanıyor?")
    assert await phones.call("getUpdates") == []


async def test_a_pressed_button_spins_until_the_bot_answers(
    phones: Phones, screen: Screen, mehmet: Person
) -> None:
    await phones.says(mehmet, "Dil?", reply_markup=inline("Türkçe", "Nederlands"))
    await screen(mehmet).get_by_role("button", name="Türkçe").click()
    await expect(screen(mehmet).locator(".waiting")).to_have_count(1)
    query = (await phones.updates())[-1]["callback_query"]
    assert query["data"] == "v1:Türkçe"
    await phones.call("answerCallbackQuery", callback_query_id=query["id"], text="Tamam")
    await expect(screen(mehmet).locator(".waiting")).to_have_count(0)
    await expect(screen(mehmet).locator(".toast")).to_have_text("Tamam")


async def test_an_alert_stays_until_it_is_put_away(phones: Phones, screen: Screen, mehmet: Person) -> None:
    await phones.says(mehmet, "Dil?", reply_markup=inline("Türkçe"))
    await screen(mehmet).get_by_role("button", name="Türkçe").click()
    query = (await phones.updates())[-1]["callback_query"]
    await phones.call("answerCallbackQuery", callback_query_id=query["id"], text="112", show_alert=True)
    alert = screen(mehmet).get_by_role("dialog")
    await expect(alert).to_contain_text("112")
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_have_count(0)


async def test_an_edit_changes_the_bubble_in_its_place(
    phones: Phones, screen: Screen, mehmet: Person
) -> None:
    number = await phones.says(mehmet, "bir", reply_markup=inline("Geri"))
    await phones.says(mehmet, "son")
    await phones.call("editMessageText", chat_id=mehmet.user_id, message_id=number, text="iki")
    words = screen(mehmet).locator(".in .words")
    await expect(words).to_have_text(["iki", "son"])
    await expect(screen(mehmet).locator(".in .stamp").first).to_contain_text("edited")
    await expect(screen(mehmet).get_by_role("button", name="Geri")).to_have_count(0)


async def test_a_deleted_message_is_gone(phones: Phones, screen: Screen, mehmet: Person) -> None:
    number = await phones.says(mehmet, "gizli")
    await expect(screen(mehmet).locator(".in .words")).to_have_text("gizli")
    await phones.call("deleteMessage", chat_id=mehmet.user_id, message_id=number)
    await expect(screen(mehmet).locator(".in .words")).to_have_count(0)


async def test_a_reply_keyboard_stays_and_can_be_folded(
    phones: Phones, screen: Screen, mehmet: Person
) -> None:
    await phones.updates()
    await phones.says(mehmet, "Menü", reply_markup=MENU)
    key = screen(mehmet).get_by_role("button", name="📣 Sorun bildir")
    await key.click()
    assert (await phones.updates())[-1]["message"]["text"] == "📣 Sorun bildir"
    await expect(key).to_be_visible()
    await screen(mehmet).get_by_label("Show or hide the keyboard").click()
    await expect(key).to_be_hidden()


async def test_a_location_key_asks_where_the_phone_is(phones: Phones, screen: Screen, mehmet: Person) -> None:
    await phones.says(mehmet, "Menü", reply_markup=MENU)
    await screen(mehmet).get_by_role("button", name="📍 Şu an oradayım").click()
    await screen(mehmet).get_by_role("button", name="Stalenstraat").click()
    await expect(screen(mehmet).locator(".place small")).to_have_text("51.00180, 5.51930")
    assert (await phones.updates())[-1]["message"]["location"] == {"latitude": 51.0018, "longitude": 5.5193}


async def test_a_click_on_a_bubble_answers_it(phones: Phones, screen: Screen, mehmet: Person) -> None:
    number = await phones.says(mehmet, "Nerede?")
    await screen(mehmet).locator(".in .bubble").click()
    await screen(mehmet).get_by_label("Message from Mehmet").fill("Burada")
    await screen(mehmet).get_by_label("Send").click()
    await expect(screen(mehmet).locator(".out .quote span")).to_have_text("Nerede?")
    assert (await phones.updates())[-1]["message"]["reply_to_message"]["message_id"] == number


async def test_an_own_message_can_be_edited(phones: Phones, screen: Screen, mehmet: Person) -> None:
    mehmet.says("yanlis")
    row = screen(mehmet).locator(".row.out", has_text="yanl")
    await row.hover()
    await row.get_by_label("Edit").click()
    await screen(mehmet).get_by_label("Message from Mehmet").fill("yanlış")
    await screen(mehmet).get_by_label("Send").click()
    await expect(row.locator(".words")).to_have_text("yanlış")
    assert (await phones.updates())[-1]["edited_message"]["text"] == "yanlış"


async def test_an_uploaded_photo_arrives_and_is_shown(phones: Phones, screen: Screen, mehmet: Person) -> None:
    picture: FilePayload = {"name": "own.jpg", "mimeType": "image/jpeg", "buffer": street_photo(2)}
    await screen(mehmet).get_by_label("Attach").click()
    await screen(mehmet).locator('input[data-kind="photo"]').set_input_files([picture])
    image = screen(mehmet).locator(".photo img")
    await expect(image).to_have_js_property("naturalWidth", 960)
    sizes = (await phones.updates())[-1]["message"]["photo"]
    file = await phones.call("getFile", file_id=sizes[-1]["file_id"])
    assert file["file_size"] > 1000


async def test_a_file_that_is_no_picture_is_refused_in_words(screen: Screen, mehmet: Person) -> None:
    await screen(mehmet).get_by_label("Attach").click()
    wrong: FilePayload = {"name": "own.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"}
    await screen(mehmet).locator('input[data-kind="photo"]').set_input_files([wrong])
    await expect(screen(mehmet).locator(".toast")).to_contain_text("Telegram does not take this file")


async def test_an_album_is_one_bubble(phones: Phones, screen: Screen, mehmet: Person) -> None:
    await screen(mehmet).get_by_label("Attach").click()
    await screen(mehmet).get_by_role("button", name="Album of 3").click()
    await expect(screen(mehmet).locator(".album img")).to_have_count(3)
    groups = {update["message"].get("media_group_id") for update in (await phones.updates())[-3:]}
    assert len(groups) == 1


async def test_a_voice_message_plays_and_ends(screen: Screen, mehmet: Person) -> None:
    mehmet.sends_voice(1)
    await screen(mehmet).get_by_label("Play: Voice message").click()
    await expect(screen(mehmet).locator(".play.playing")).to_have_count(1)
    await expect(screen(mehmet).locator(".play.playing")).to_have_count(0)


async def test_entities_are_drawn_and_html_is_not(phones: Phones, screen: Screen, mehmet: Person) -> None:
    await phones.says(
        mehmet, "👋 <b>kalın <i>eğik</i></b> <code>kod</code> &lt;img src=x&gt;", parse_mode="HTML"
    )
    words = screen(mehmet).locator(".in .words")
    await expect(words).to_have_text("👋 kalın eğik kod <img src=x>")
    await expect(words.locator("strong em")).to_have_text("eğik")
    await expect(words.locator("code")).to_have_text("kod")
    await expect(words.locator("img")).to_have_count(0)


async def test_a_start_link_opens_in_the_phone_that_shows_it(
    phones: Phones, screen: Screen, mehmet: Person
) -> None:
    await phones.says(mehmet, "https://t.me/wijklijn_bot?start=over-abc")
    await screen(mehmet).get_by_role("link").click()
    await expect(screen(mehmet).locator(".out .words")).to_have_text(["/start", "/start"])
    assert (await phones.updates())[-1]["message"]["text"] == "/start over-abc"


async def test_a_pasted_start_link_opens(phones: Phones, screen: Screen, elena: Person) -> None:
    await screen(elena).get_by_label("Open a link on this phone").click()
    field = screen(elena).get_by_label("Link to open on this phone")
    await field.fill("https://t.me/somebody_else?start=x")
    await field.press("Enter")
    await expect(screen(elena).get_by_role("alert")).to_contain_text("no link of @wijklijn_bot")
    await field.fill("https://t.me/wijklijn_bot?start=inv-abc")
    await field.press("Enter")
    await expect(screen(elena).locator(".out .words")).to_have_text("/start")
    assert (await phones.updates())[-1]["message"]["text"] == "/start inv-abc"


async def test_a_link_that_somebody_else_was_given_can_be_opened(
    phones: Phones, screen: Screen, mehmet: Person, elena: Person
) -> None:
    await phones.says(mehmet, "https://t.me/wijklijn_bot?start=over-abc")
    await expect(screen(mehmet).get_by_role("link")).to_be_visible()
    await phones.updates()
    await screen(elena).get_by_label("Open a link on this phone").click()
    await screen(elena).get_by_role("button", name="From Mehmet's phone").click()
    update = (await phones.updates())[-1]["message"]
    assert (update["text"], update["from"]["id"]) == ("/start over-abc", elena.user_id)


async def test_the_link_of_a_poster_can_be_opened(phones: Phones, screen: Screen, elena: Person) -> None:
    await screen(elena).get_by_label("Open a link on this phone").click()
    await screen(elena).get_by_role("button", name="Poster in Waterschei-Noord").click()
    await expect(screen(elena).locator(".out .words")).to_have_text("/start")
    assert (await phones.updates())[-1]["message"]["text"] == "/start wijk-waterschei-noord"


async def test_a_stopped_bot_can_be_started(phones: Phones, tab: Tab) -> None:
    beside = Beside()
    phones.page.companion = beside
    phones.page.process_changed("stopped")
    await expect(tab.locator("#bot-state")).to_have_text("Bot is stopped")
    await tab.get_by_role("button", name="Start bot").click()
    phones.page.process_changed("running")
    await expect(tab.get_by_role("button", name="Restart bot")).to_be_visible()
    assert beside.restarts == 1


async def test_the_command_menu_lists_what_this_chat_has(
    phones: Phones, screen: Screen, mehmet: Person
) -> None:
    command = {"command": "melden", "description": "Sorun bildir"}
    await phones.call("setMyCommands", commands=[command], language_code="tr")
    await screen(mehmet).get_by_label("Commands").click()
    await screen(mehmet).get_by_role("button", name="Sorun bildir").click()
    await expect(screen(mehmet).locator(".out .words").last).to_have_text("/melden")


async def test_what_was_not_seen_is_counted(phones: Phones, tab: Tab, screen: Screen, mehmet: Person) -> None:
    await phones.says(mehmet, "bir")
    await phones.says(mehmet, "iki")
    badge = tab.locator(".tab", has_text="Mehmet").locator(".badge")
    await tab.set_viewport_size({"width": 800, "height": 800})
    await expect(badge).to_contain_text("2")
    await screen(mehmet).locator(".chat").click(position={"x": 5, "y": 5})
    await expect(badge).to_be_empty()
    assert mehmet.unread == 0


async def test_what_arrives_on_the_phone_in_use_is_seen(
    phones: Phones, screen: Screen, mehmet: Person
) -> None:
    await screen(mehmet).locator(".chat").click(position={"x": 5, "y": 5})
    await phones.says(mehmet, "bir")
    await expect(screen(mehmet).locator(".in .words")).to_have_text("bir")
    await expect(screen(mehmet)).not_to_have_class("phone unread")


async def test_typing_shows_until_the_message_comes(phones: Phones, screen: Screen, mehmet: Person) -> None:
    await phones.call("sendChatAction", chat_id=mehmet.user_id, action="typing")
    await expect(screen(mehmet).locator(".subtitle")).to_have_text("typing …")
    await phones.says(mehmet, "geldi")
    await expect(screen(mehmet).locator(".subtitle")).to_have_text("bot")


async def test_protected_content_cannot_be_selected(phones: Phones, screen: Screen, mehmet: Person) -> None:
    await phones.says(mehmet, "gizli", protect_content=True)
    await expect(screen(mehmet).locator(".in .bubble")).to_have_css("user-select", "none")


async def test_a_blocked_bot_can_be_let_in_again(phones: Phones, screen: Screen, mehmet: Person) -> None:
    await screen(mehmet).get_by_label("More").click()
    await screen(mehmet).get_by_role("button", name="Block the bot").click()
    await screen(mehmet).get_by_role("button", name="UNBLOCK").click()
    await expect(screen(mehmet).get_by_label("Message from Mehmet")).to_be_visible()
    statuses = [
        update["my_chat_member"]["new_chat_member"]["status"] for update in (await phones.updates())[-2:]
    ]
    assert statuses == ["kicked", "member"]


async def test_a_switch_of_the_page_is_a_fault_of_telegram(phones: Phones, tab: Tab) -> None:
    switch = tab.get_by_role("switch", name="Telegram is down")
    await switch.click()
    await expect(switch).to_have_attribute("aria-checked", "true")
    assert phones.page.telegram.faults.down
    await switch.click()
    await expect(switch).to_have_attribute("aria-checked", "false")
    assert not phones.page.telegram.faults.down


async def test_a_reloaded_page_shows_the_same_chat(
    phones: Phones, tab: Tab, screen: Screen, mehmet: Person
) -> None:
    await phones.says(mehmet, "Menü", reply_markup=MENU)
    await tab.reload()
    await expect(screen(mehmet).locator(".words")).to_have_text(["/start", "Menü"])
    await expect(screen(mehmet).get_by_role("button", name="📣 Sorun bildir")).to_be_visible()


async def test_a_lost_line_is_said_and_taken_up_again(
    phones: Phones, tab: Tab, screen: Screen, mehmet: Person
) -> None:
    port = phones.server.port
    await phones.server.stop_listening()
    await expect(tab.get_by_role("alert").filter(has_text="does not answer")).to_be_visible()
    mehmet.says("bu arada")
    await phones.server.listen(port)
    await expect(tab.locator("#offline")).to_be_hidden()
    await expect(screen(mehmet).locator(".out .words").last).to_have_text("bu arada")


async def test_the_newest_message_stays_in_sight(screen: Screen, mehmet: Person) -> None:
    for number in range(6):
        mehmet.says("\n".join([str(number)] * 8))
    mehmet.sends_photo(street_photo())
    await expect(screen(mehmet).locator(".photo img")).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("width", [360, 768, 1280])
async def test_the_page_never_scrolls_sideways(phones: Phones, tab: Tab, mehmet: Person, width: int) -> None:
    await phones.says(mehmet, "ç" * 300, reply_markup=inline("Çok uzun bir düğme yazısı, gerçekten çok uzun"))
    mehmet.sends_album([street_photo(0), street_photo(1), street_photo(2)])
    await tab.set_viewport_size({"width": width, "height": 740})
    await tab.locator(".tab", has_text="Mehmet").click()
    assert await tab.evaluate("document.documentElement.scrollWidth") <= width
    chats = await tab.locator(".scroll:visible").evaluate_all(
        "all => all.map(one => one.scrollWidth - one.clientWidth)"
    )
    assert set(chats) == {0}


async def test_a_small_window_shows_one_phone_at_a_time(
    tab: Tab, screen: Screen, mehmet: Person, elena: Person
) -> None:
    await tab.set_viewport_size({"width": 360, "height": 740})
    await expect(screen(elena)).to_be_visible()
    await tab.locator(".tab", has_text="Mehmet").click()
    await expect(screen(elena)).to_be_hidden()
    await expect(screen(mehmet)).to_be_visible()
    box = await screen(mehmet).bounding_box()
    assert box
    assert box["width"] == 360


async def test_everything_that_can_be_pressed_has_a_name(tab: Tab, mehmet: Person) -> None:
    mehmet.sends_voice()
    mehmet.sends_photo()
    nameless = await tab.evaluate(
        "[...document.querySelectorAll('button, a, input, textarea')].filter(one => one.checkVisibility() &&"
        " !(one.textContent.trim() || one.getAttribute('aria-label') || one.labels?.length)).map(one => one.outerHTML)"
    )
    assert nameless == []


async def test_the_page_asks_nothing_of_any_other_machine(phones: Phones, tab: Tab) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    await tab.reload()
    await tab.locator(".phone").first.wait_for()
    assert asked
    assert [address for address in asked if not address.startswith(phones.url)] == []
