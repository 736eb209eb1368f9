"""Several bots as one: who leads is told by what came, and a dead one's last bytes are no new leader."""

from pathlib import Path

from gates.bot_process import BotProcess
from gates.fleet import Fleet
from gates.forwarder import Forwarder, Passed
from playground.telegram import Telegram


def fleet_of(telegram: Telegram, *calls: list[Passed]) -> Fleet:
    bots = [BotProcess(telegram, {}, Path("nowhere")) for _ in calls]
    return Fleet(telegram, bots, [Forwarder([], list(passed)) for passed in calls])


def test_a_time_without_a_leader_is_not_ended_by_what_the_dead_one_had_written(telegram: Telegram) -> None:
    fleet = fleet_of(telegram, [Passed(10.1, "sendMessage", 5.0)], [Passed(14.0, "getUpdates", 13.9)])
    fleet.orphaned = [(10.0, fleet.bots[0])]
    assert fleet.takeovers() == [4.0]


def test_it_is_ended_by_who_was_started_in_its_place(telegram: Telegram) -> None:
    fleet = fleet_of(telegram, [Passed(12.0, "sendMessage", 11.0)], [Passed(14.0, "getUpdates", 3.0)])
    fleet.orphaned = [(10.0, fleet.bots[0])]
    assert fleet.takeovers() == [2.0]


def test_it_is_not_ended_by_what_every_replica_may_say(telegram: Telegram) -> None:
    fleet = fleet_of(telegram, [], [Passed(12.0, "getMe", 11.0), Passed(12.5, "answerCallbackQuery", 3.0)])
    fleet.orphaned = [(10.0, fleet.bots[0])]
    assert fleet.takeovers() == [float("inf")]
