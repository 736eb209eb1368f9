"""What is judged of a talk with replicas: made-up logs of which is known how far things came, and in which order."""

import random
from pathlib import Path

from benchmarks.announcing import WORDS
from benchmarks.people import chats
from gates.bot_process import BotProcess
from gates.crowd import Crowd
from gates.fleet import Fleet
from gates.forwarder import Forwarder
from gates.frame import Run, Verdict
from gates.hasty import out_of_order
from gates.talk import Talk
from playground.log import Call
from playground.telegram import Telegram

BETWEEN = "heard between the first and the last kill"
LEFT = "still to hear it at the last kill"


def progress(telegram: Telegram, moments: list[float], kills: list[float]) -> Verdict:
    """How far an announcement to ten people came, heard by one at each of these moments."""
    bots = Fleet(telegram, [BotProcess(telegram, {}, Path("nowhere"))], [Forwarder([])], kills=kills)
    run = Run("talk", 1, {"people": 10, "crowd": 1}, Path("nowhere"))
    for chat, at in zip(chats(10), moments, strict=False):
        call = Call("sendMessage", at, {"text": WORDS["nl"]}, chat_id=chat, accepted=True)
        telegram.log.append(call)
    return Verdict(Talk(run, bots, Crowd(telegram, random.Random(1), 1.0)).progress())


def test_an_announcement_that_goes_on_between_the_kills_and_after_them_is_as_it_must_be(
    telegram: Telegram,
) -> None:
    assert progress(telegram, [1.0, 12.0, 31.0], [10.0, 20.0, 30.0]).holds


def test_kills_before_anybody_hears_it_prove_nothing(telegram: Telegram) -> None:
    assert progress(telegram, [31.0, 32.0], [10.0, 30.0]).broken() == {BETWEEN}


def test_kills_after_everybody_heard_it_prove_nothing(telegram: Telegram) -> None:
    everybody = [float(moment) for moment in range(11, 21)]
    assert progress(telegram, everybody, [10.0, 30.0]).broken() == {LEFT}


def test_what_was_said_later_and_kept_earlier_is_out_of_order() -> None:
    assert out_of_order([(1, "Z00001Q"), (2, "Z00003Q"), (1, "Z00002Q")]) == 0
    assert out_of_order([(1, "Z00001Q"), (1, "Z00003Q"), (1, "Z00002Q")]) == 1
