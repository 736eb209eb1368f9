"""The benchmarks run, measure all that they name, and their local Telegram loses nothing."""

import asyncio
import re
import sys

import pytest
from aiohttp import ClientSession

from benchmarks import detection, frozen
from benchmarks.answering import ACTS, percentile
from benchmarks.detection import CLASSES
from benchmarks.figures import Figures, shares
from benchmarks.frozen import CARD, FROZEN, PREVIEW, WITHOUT
from benchmarks.loopback import Loopback
from benchmarks.people import chats, says
from benchmarks.processes import ROOT
from benchmarks.storage_designs import HOPS, LOOP, THREAD

TOKEN = "700000001:" + "A" * 35
TINY = (
    "--texts",
    "2",
    "--steady",
    "1",
    "--people",
    "4",
    "--rounds",
    "1",
    "--turns",
    "20",
    "--messages",
    "1000",
    "--reports",
    "3",
)


DESIGNS = [HOPS, LOOP, THREAD]
OF_YEARS = ["a report, sent", "/werk", "/meldingen", "an answer, sent"]


async def _bench(*arguments: str) -> str:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks", *arguments, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await child.communicate()
    assert child.returncode == 0
    return output.decode()


@pytest.mark.timeout(300)
async def test_everything_is_measured_in_one_run() -> None:
    printed = await _bench("handling", "announcing", "storage", "starting", "growth", "profile", *TINY)
    rows = re.findall(r"^  (\w.*?)  +[\d,]+ +[\d,]+ +[\d,]+ +\d+\.\d\dx$", printed, re.MULTILINE)
    echoes = ["aiogram, bare echo", "PTB, bare echo, on our request", "PTB, bare echo, as pip installs it"]
    handled = [f"Wijklijn, {what}, everything on disk" for what in ("the menu", "a report begun")]
    talk = [handled[0], *echoes, handled[1]]
    said = [*talk, *talk, "Wijklijn, everything on disk", "aiogram, bare loop of send_message"]
    assert rows == [*said, *DESIGNS, *DESIGNS]
    assert re.findall(r"^  (.+?), ms of CPU +[\d.]+ +1.00x$", printed, re.MULTILINE) == OF_YEARS
    assert re.search(r"^  passed +\d+\.\d\d", printed, re.MULTILINE)
    for profiled in ("The menu", "A report begun", "An announcement"):
        assert f"{profiled}: µs of CPU a message by thread" in printed


async def test_how_long_an_answer_takes_is_measured_for_every_act_of_a_report() -> None:
    printed = await _bench("answering", *TINY)
    rows = re.findall(r"^  (\w.*?)  +\d+ +\d+ +\d+$", printed, re.MULTILINE)
    assert rows == [*ACTS, "everything"]


def test_a_guess_is_measured_on_every_class_of_both_halves() -> None:
    printed = "\n".join(detection.lines())
    for kind in CLASSES:
        assert len(re.findall(rf"^  {kind} +\d+ +\d+ +\d+ +\d+ +[\d.]+%$", printed, re.MULTILINE)) == 2


def test_by_how_much_a_frozen_machine_makes_the_desk_wait_longer_is_said_of_each_screen() -> None:
    waited = {WITHOUT: {CARD: [0.1, 0.1], PREVIEW: [0.2]}, FROZEN: {CARD: [0.15, 0.15], PREVIEW: [0.1]}}
    printed = "\n".join(frozen.lines(waited))
    longer = re.findall(r"^  (.+): p95 ([+-]\d+) ms with a frozen one", printed, re.MULTILINE)
    assert longer == [(CARD, "+50"), (PREVIEW, "-100")]


def test_so_many_of_a_hundred_are_answered_within_a_percentile() -> None:
    seconds = [at / 1_000 for at in range(1, 102)]
    assert percentile(seconds, 50) == pytest.approx(51)
    assert percentile(seconds, 95) == pytest.approx(96)
    assert percentile([0.2], 95) == pytest.approx(200)


async def test_a_family_that_is_not_there_is_refused() -> None:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks", "everything", cwd=ROOT, stderr=asyncio.subprocess.PIPE
    )
    _, told = await child.communicate()
    assert (child.returncode, b"no such family: everything" in told) == (2, True)


async def test_updates_are_handed_over_until_they_are_confirmed() -> None:
    async with Loopback() as loopback, ClientSession() as client:
        loopback.line(TOKEN).hand_over([says(chat, "/start") for chat in chats(3)])
        api = f"{loopback.url}/bot{TOKEN}"

        async def poll(offset: int) -> list[int]:
            async with client.post(f"{api}/getUpdates", json={"offset": offset}) as answer:
                return [update["update_id"] for update in (await answer.json())["result"]]

        assert await poll(0) == [1, 2, 3]
        assert await poll(0) == [1, 2, 3]
        assert await poll(3) == [3]
        assert await poll(4) == []


async def test_a_waiting_poll_is_answered_when_something_comes() -> None:
    async with Loopback() as loopback, ClientSession() as client:
        line = loopback.line(TOKEN)

        async def poll() -> int:
            async with client.post(f"{loopback.url}/bot{TOKEN}/getUpdates", data={"timeout": "30"}) as answer:
                return len((await answer.json())["result"])

        waiting = asyncio.ensure_future(poll())
        await line.polled.wait()
        line.hand_over([says(chats(1)[0], "Hallo")])
        assert await waiting == 1


async def test_messages_are_counted_whatever_way_they_are_written() -> None:
    async with Loopback() as loopback, ClientSession() as client:
        line, url = loopback.line(TOKEN), f"{loopback.url}/bot{TOKEN}/sendMessage"
        await client.post(url, json={"chat_id": 5, "text": "çöp"})
        await client.post(url, data={"chat_id": "5", "text": "боклук"})
        await line.heard(2, within=1)
        assert line.words == "боклук"
        with pytest.raises(TimeoutError):
            await line.heard(3, within=0.05)


def test_a_ratio_is_taken_within_each_round() -> None:
    figures = Figures("Anything", beside="theirs")
    for mine, theirs in ((0.002, 0.001), (0.020, 0.010), (0.004, 0.002)):
        figures.add("mine", mine, 10)
        figures.add("theirs", theirs, 10)
    assert figures.middle("mine") == pytest.approx(400)
    assert figures.ratio("mine") == pytest.approx(2)


def test_only_the_heaviest_are_named_with_their_share_of_all() -> None:
    weights = {"a": 1.0, "b": 6.0, "c": 3.0}
    assert [(name, round(share, 3)) for name, share in shares(weights, 2)] == [("b", 0.6), ("c", 0.3)]
