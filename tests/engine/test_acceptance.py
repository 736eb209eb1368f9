"""While Telegram does not take us for the bot, one asks for all, and only now and then."""

import asyncio

import pytest

from bot.engine.acceptance import ASK_SECONDS, TOKEN_REVOKED, Acceptance
from bot.engine.answers import Answer, Delivered, Gap, Revoked, Unknown


class Asked:
    """Gives these answers, one after the other."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.times = 0

    async def __call__(self) -> Answer:
        self.times += 1
        return self.answers.pop(0)


async def test_while_all_is_well_nobody_asks() -> None:
    ask = Asked()
    await Acceptance(pause=0.01).regained(ask)
    assert ask.times == 0


async def test_many_who_wait_ask_once_a_pause_in_all() -> None:
    acceptance, ask = Acceptance(pause=0.05), Asked(Revoked(401), Delivered({}))
    acceptance.refuse(TOKEN_REVOKED)
    began = asyncio.get_running_loop().time()
    await asyncio.gather(*(acceptance.regained(ask) for _ in range(5)))
    assert ask.times == 2
    assert asyncio.get_running_loop().time() - began >= 0.1
    assert acceptance.given


async def test_no_answer_at_all_gives_nothing_back() -> None:
    acceptance, ask = Acceptance(pause=0.01), Asked(Unknown(Gap.NO_ANSWER), Delivered({}))
    acceptance.refuse(TOKEN_REVOKED)
    await acceptance.regained(ask)
    assert ask.times == 2


async def test_who_asks_and_is_stopped_leaves_the_asking_to_the_next() -> None:
    acceptance, ask = Acceptance(pause=0.05), Asked(Delivered({}))
    acceptance.refuse(TOKEN_REVOKED)
    first = asyncio.ensure_future(acceptance.regained(ask))
    await asyncio.sleep(0.01)
    first.cancel()
    await acceptance.regained(ask)
    assert (ask.times, acceptance.given) == (1, True)


@pytest.mark.parametrize(("reason", "given"), [("second-poller", True), (TOKEN_REVOKED, False)])
async def test_a_poll_that_began_before_the_token_was_revoked_does_not_give_it_back(
    reason: str,
    given: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    acceptance = Acceptance()
    acceptance.refuse(reason)
    acceptance.accept()
    assert acceptance.given is given


async def test_a_refusal_is_news_once() -> None:
    acceptance = Acceptance()
    news = [acceptance.refuse("second-poller"), acceptance.refuse("second-poller")]
    acceptance.accept()
    assert [*news, acceptance.refuse("second-poller"), acceptance.refuse(TOKEN_REVOKED)] == [
        True,
        False,
        False,
        True,
    ]


def test_a_revoked_token_is_asked_about_once_a_minute() -> None:
    assert ASK_SECONDS >= 60
