"""Words and acts that nobody foresaw: they arrive as they are, break nothing, and get a fitting answer or none."""

from collections.abc import Sequence

import pytest

from bot.domain.people import Role
from bot.services.staff import Invitation, Staff
from playground.people import Person
from tests.journeys.conftest import Opens
from tests.journeys.speech import TURKISH
from tests.journeys.story import ELSEWHERE, Story, opened
from tests.journeys.town import Town

LONGEST = 4096
ZALGO = "Z̴̢̛͇a̵̡͝l̷̨̛g̸̢̛o̵̡͝ " * 20
WORDS = {
    "as long as a message can be": " ".join(f"<çöp{n}>" for n in range(LONGEST))[:LONGEST],
    "looks like HTML": '</blockquote><b>ben</b> <a href="tg://user?id=1">x</a> &lt;&amp;nbsp; <script>alert(1)</script>',
    "written from right to left": "شارع \u202eters\u202c \u2066yazı\u2069 \u200fson",
    "letters with towers on them": ZALGO,
    "letters outside the basic plane": "𝕾𝖔𝖐𝖆𝖐 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 " * 30,
    "looks like a placeholder": "{ $number } %s {0} \\u0000 \ufdd00\ufdd1",
    "nothing but signs": "?!?! … —",
}
LONGEST_ANSWER = 3_000  # more is refused in words
HASSELT = (50.9311, 5.3278)


async def reported(town: Town, words: str) -> Story:
    """Turkish Elena reports these words."""
    story = await opened(town, TURKISH)
    await story.arrives()
    await story.elena.says(words)
    await story.elena.taps(TURKISH.category)
    await story.elena.taps("🤷 Bilmiyorum")
    await story.elena.taps(story.label("draft-send"))
    [story.number] = await town.numbers()
    return story


def holds(read: Sequence[str], words: str) -> bool:
    """Whether every word is there, in order; a long text comes in several messages."""
    text, at = "\n".join(read), 0
    for word in words.split():
        at = text.find(word, at) + len(word)
        if at < len(word):
            return False
    return True


def nothing_went_wrong(town: Town) -> None:
    assert town.unanswered() == []
    refused = [call.description for call in town.line.telegram.log if call.code == 400]
    assert refused == []
    assert '"level":"error"' not in town.search.logs.getvalue()


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS.keys())
async def test_words_of_any_kind_arrive_whole_and_come_back_whole(opens: Opens, words: str) -> None:
    async with opens("") as town:
        story = await reported(town, words)
        coordinator = await town.appoints("An", 5_500_000_805, Role.COORDINATOR)
        assert holds(coordinator.phone.heard(), words)
        await coordinator.taps("💬 Antwoorden")
        answer = words[:LONGEST_ANSWER]
        await coordinator.says(answer)
        await coordinator.taps("✅ Verstuur")
        assert holds(story.elena.fresh, answer)
        nothing_went_wrong(town)


async def test_a_place_outside_the_city_is_said_so_and_the_report_goes_on(opens: Opens) -> None:
    async with opens("") as town:
        story = await opened(town, TURKISH)
        await story.arrives()
        await story.elena.says(TURKISH.story)
        await story.elena.taps(TURKISH.category)
        [said] = await story.elena.shares_location(*HASSELT)
        assert "sınırları dışında" in said
        await story.says_where()
        await story.sends()
        nothing_went_wrong(town)


async def test_an_invitation_works_once_for_one_and_a_guessed_one_for_nobody(opens: Opens) -> None:
    async with opens("") as town:
        story = await opened(town, TURKISH)
        invitation = Invitation(Role.WIJKMANAGER, ELSEWHERE, (), None)
        token = await town.line.turn(lambda turn: Staff(turn).invite(invitation))
        assert "wijkmanager" in (await story.jan.starts(f"inv-{token}"))[0]
        for guess in (token, token[:-1], "A" * len(token), "", "../../x"):
            [refused] = await story.sofie.starts(f"inv-{guess}")
            assert refused == "Deze uitnodiging is niet meer geldig."
        await story.sofie.says("/werk")
        assert "dossier" not in "".join(story.sofie.fresh)
        nothing_went_wrong(town)


async def test_in_groups_and_channels_nothing_is_said_and_the_bot_leaves(opens: Opens) -> None:
    async with opens("") as town:
        story = await opened(town, TURKISH)
        group = town.line.telegram.add_to_group(story.elena.phone)
        group.says(story.elena.phone, "/start")
        group.says(story.elena.phone, f"@{town.line.telegram.username} hallo")
        town.line.telegram.channel_post("Nieuws")
        await town.settles()
        spoken = {call.method for call in town.line.telegram.log if call.chat_id and int(call.chat_id) < 0}
        assert spoken == {"leaveChat"}
        assert group.chat.standing == "left"
        assert not list(group.chat.from_bot(0))


@pytest.mark.parametrize("between", ["words", "category", "place", "summary"])
async def test_whatever_a_phone_can_send_does_not_lose_the_report(opens: Opens, between: str) -> None:
    async with opens("") as town:
        story = await opened(town, TURKISH)
        await story.arrives()
        for step in ("words", "category", "place", "summary"):
            if step == between:
                await story.elena.does("sends whatever a phone can send", sends_whatever)
            await _answers(story, step)
        assert TURKISH.story in story.karel.message("Melding")["text"]
        assert len(await town.numbers()) == 1
        nothing_went_wrong(town)


async def _answers(story: Story, step: str) -> None:
    if step == "words":
        await story.elena.says(TURKISH.story)
    elif step == "category":
        await story.elena.taps(TURKISH.category)
    elif step == "place":
        await story.says_where()
    else:
        await story.elena.taps(story.label("draft-send"))


def sends_whatever(phone: Person) -> None:
    phone.sends_sticker()
    phone.sends_dice()
    phone.sends_poll()
    phone.sends_contact()
    phone.sends_audio()
    phone.sends_animation()
    phone.sends_document()
    phone.forwards("Lees dit!")
