"""The benchmarks run, measure all that they name, and their local Telegram loses nothing."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import ClientSession

from benchmarks import detection, frozen
from benchmarks.__main__ import doing
from benchmarks.answering import ACTS, percentile
from benchmarks.detection import CLASSES
from benchmarks.figures import Figures, shares
from benchmarks.filling import Numbers
from benchmarks.frozen import CARD, FROZEN, PREVIEW, WITHOUT
from benchmarks.growth import LISTS, SIZES, Screens
from benchmarks.loopback import Loopback
from benchmarks.people import chats, says
from benchmarks.processes import ROOT, child
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


MEASURES = """
import asyncio
from benchmarks.processes import child
async def main():
    async with child("-c", "import time; time.sleep(600)", environ={}) as bot:
        print(bot.process.pid, flush=True)
        await asyncio.sleep(600)
asyncio.run(main())
"""


@pytest.fixture
def unpinned() -> Iterator[None]:
    """This process goes on on all its cores."""
    cores = os.sched_getaffinity(0)
    yield
    os.sched_setaffinity(0, cores)


async def _bench(*arguments: str) -> str:
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks", *arguments, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await started.communicate()
    assert started.returncode == 0
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
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks", "everything", cwd=ROOT, stderr=asyncio.subprocess.PIPE
    )
    _, told = await started.communicate()
    assert (started.returncode, b"no such family: everything" in told) == (2, True)


async def test_who_is_told_to_end_says_at_what_and_leaves_nothing(tmp_path: Path) -> None:
    started = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks", "growth", "--messages", "1000"), cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)}, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert started.stdout is not None
    await started.stdout.readline()
    started.terminate()
    told = (await started.communicate())[0].decode().strip().splitlines()[-1]
    assert started.returncode == 128 + signal.SIGTERM
    assert re.fullmatch("Broken off at growth(, 1,000 messages)?: Told: ended by SIGTERM", told)
    assert list(tmp_path.iterdir()) == []


def test_what_is_broken_off_says_what_it_was_inside_out() -> None:
    with pytest.raises(ValueError, match="lost") as broken, doing("growth"), doing("1,000 messages"):
        raise ValueError("lost")
    assert broken.value.__notes__ == ["1,000 messages", "growth"]


@pytest.mark.usefixtures("unpinned")
async def test_a_bot_that_dies_is_noticed_at_once_with_its_exit_code() -> None:
    with pytest.raises(ChildProcessError, match="exit code 3"):
        async with child("-c", "raise SystemExit(3)", environ={}):
            await asyncio.sleep(60)


async def test_a_bot_does_not_outlive_who_measures_it() -> None:
    measuring = await asyncio.create_subprocess_exec(
        sys.executable, "-c", MEASURES, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert measuring.stdout is not None
    bot = Path(f"/proc/{int(await measuring.stdout.readline())}/cmdline")
    assert bot.read_bytes()
    measuring.kill()
    await measuring.wait()
    async with asyncio.timeout(5):
        while (
            bot.exists() and bot.read_bytes()
        ):  # of one that nobody has asked after yet there is an empty one
            await asyncio.sleep(0.01)


def test_a_button_that_nobody_was_shown_is_missed_by_name() -> None:
    with pytest.raises(LookupError, match="d-send"):
        Screens(buttons={1: ["1:d-list:7"]}).pressed(1, "d-send")


def test_as_many_people_ask_for_their_cases_at_every_size() -> None:
    assert all(Numbers(size).busy >= LISTS for size in SIZES)


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
