"""Logs: whatever is said to them, no token, word, name or exception's message comes out."""

import asyncio
import io
import json
import logging
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from bot import logs
from bot.settings import Secret

TOKEN = "123456789:AAFakeTokenForTests_0123456789-abcdef"
WORDS = "Jan woont boven de bakker"
OURS = structlog.get_logger("wijklijn.test")


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def hear(stream: io.StringIO) -> Iterator[io.StringIO]:
    root, configured = logging.getLogger(), structlog.get_config()
    before, hooks = (root.handlers[:], root.level), (sys.excepthook, threading.excepthook, sys.unraisablehook)
    for handler in before[0]:
        root.removeHandler(handler)
    logs.configure(stream)
    yield stream
    root.handlers[:], root.level = before
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    logging.captureWarnings(capture=False)
    structlog.configure(**configured)


@pytest.fixture
def heard() -> Iterator[io.StringIO]:
    yield from hear(io.StringIO())


@pytest.fixture
def seen() -> Iterator[io.StringIO]:
    yield from hear(Screen())


def last(stream: io.StringIO) -> dict[str, Any]:
    line: dict[str, Any] = json.loads(stream.getvalue().splitlines()[-1])
    return line


def fail() -> None:
    raise ValueError(WORDS)


def fail_with_causes() -> None:
    try:
        fail()
    except ValueError as first:
        try:
            raise KeyError(WORDS)  # noqa: TRY301 # a chain is what is tried
        except KeyError:
            raise ExceptionGroup(WORDS, [OSError(WORDS), first]) from first


def caught(action: Any = fail) -> BaseException:
    try:
        action()
    except Exception as error:  # noqa: BLE001 # any of them
        return error
    raise AssertionError


def test_an_event_is_one_line_of_json_with_its_time_level_and_ids(heard: io.StringIO) -> None:
    OURS.info("turn-done", turn=17, kind="message")
    line = last(heard)
    assert line.pop("at").endswith("Z")
    assert line == {
        "level": "info",
        "event": "turn-done",
        "turn": 17,
        "kind": "message",
        "logger": "wijklijn.test",
    }


def test_on_a_screen_an_event_is_a_line_for_people(seen: io.StringIO) -> None:
    OURS.warning("turn-failed", turn=17, exc_info=caught())
    line, error = seen.getvalue().splitlines()
    assert "warning turn-failed  turn=17" in line
    assert error.startswith("    ValueError  tests/test_logs.py:")
    assert WORDS not in seen.getvalue()


def test_what_is_bound_to_the_context_is_on_every_line(heard: io.StringIO) -> None:
    with structlog.contextvars.bound_contextvars(turn=17):
        OURS.info("said")
    assert last(heard)["turn"] == 17


def test_an_exception_is_told_by_type_and_places_only(heard: io.StringIO) -> None:
    try:
        fail()
    except ValueError:
        OURS.exception("turn-failed")
    (error,) = last(heard)["error"]
    assert error["type"] == "ValueError"
    assert [frame.split(":")[0] for frame in error["frames"]] == ["tests/test_logs.py"] * 2
    assert error["frames"][1].endswith(":fail")


def test_all_that_led_to_an_exception_is_told_and_none_of_its_words(heard: io.StringIO) -> None:
    OURS.error("turn-failed", exc_info=caught(fail_with_causes))
    assert [error["type"] for error in last(heard)["error"]] == [
        "ExceptionGroup",
        "OSError",
        "ValueError",
        "ValueError",
    ]
    assert WORDS not in heard.getvalue()


def test_an_exception_given_as_a_value_is_told_by_its_type(heard: io.StringIO) -> None:
    OURS.error("turn-failed", why=caught(), nested={"errors": [caught()]})
    assert last(heard)["why"] == "<ValueError>"
    assert last(heard)["nested"] == {"errors": ["<ValueError>"]}


def test_an_object_given_as_a_value_is_told_by_its_type(heard: io.StringIO) -> None:
    OURS.error("odd", secret=Secret(TOKEN), body=WORDS.encode())
    assert (last(heard)["secret"], last(heard)["body"]) == ("<bot.environment.Secret>", "<bytes>")


@pytest.mark.parametrize(
    "say",
    [
        lambda: OURS.info(TOKEN),
        lambda: OURS.info("x", url=f"https://host/bot{TOKEN}/getMe"),
        lambda: OURS.info("x", deep={"a": [(TOKEN,)]}),
        lambda: OURS.info("x", **{TOKEN: 1}),
        lambda: OURS.info("x", url=TOKEN.replace(":", "%3A")),
        lambda: logging.getLogger("httpx").warning("POST %s", f"/bot{TOKEN}/getMe"),
        lambda: logging.getLogger("httpx").warning(f"POST /bot{TOKEN}/getMe"),  # noqa: G004 # as libraries do
        lambda: logging.getLogger("x").warning("POST %(url)s", {"url": TOKEN}),
        lambda: logging.getLogger("x").error("x", exc_info=RuntimeError(TOKEN)),
        lambda: logging.getLogger("x").error("x", stack_info=True, extra={"token": TOKEN}),
        lambda: logging.getLogger("x").warning({"token": TOKEN}),
        lambda: warnings.warn(TOKEN, ResourceWarning, stacklevel=1),
    ],
)
@pytest.mark.filterwarnings("default")
def test_no_token_comes_out_whichever_way_it_went_in(heard: io.StringIO, say: Any) -> None:
    say()
    assert heard.getvalue()
    assert TOKEN not in heard.getvalue()
    assert TOKEN.split(":")[1] not in heard.getvalue()


@pytest.mark.parametrize(
    "say",
    [
        lambda log: log.error("Got %s", WORDS),
        lambda log: log.error(f"Got {WORDS}"),  # noqa: G004 # as libraries do
        lambda log: log.error(WORDS),
        lambda log: log.error("Got %s", caught()),
        lambda log: log.error("failed", exc_info=caught(fail_with_causes)),
        lambda log: log.error("failed", exc_info=(ValueError, caught(), None)),
        lambda log: log.error(caught()),
        lambda log: log.error("x", extra={"text": WORDS}),
    ],
)
def test_a_library_says_where_it_spoke_but_not_what_it_was_given(heard: io.StringIO, say: Any) -> None:
    say(logging.getLogger("telegram.ext"))
    assert last(heard)["event"] == "library"
    assert last(heard)["place"].startswith("tests/test_logs.py:")
    assert WORDS not in heard.getvalue()


def test_a_librarys_template_is_kept_without_its_values(heard: io.StringIO) -> None:
    logging.getLogger("apscheduler").warning("Run time of job %s was missed", WORDS)
    assert last(heard)["template"] == "Run time of job %s was missed"


async def test_a_task_that_nobody_awaited_tells_no_words(heard: io.StringIO) -> None:
    async def fail_alone() -> None:
        fail()

    task = asyncio.ensure_future(fail_alone())
    await asyncio.sleep(0)
    del task
    await asyncio.sleep(0)
    assert last(heard)["error"][0]["type"] == "ValueError"
    assert WORDS not in heard.getvalue()


@pytest.mark.parametrize("name", ["httpx", "aiohttp.client", "telegram.ext", "apscheduler.scheduler"])
def test_what_libraries_say_below_a_warning_is_not_heard(heard: io.StringIO, name: str) -> None:
    logging.getLogger(name).info("chatter")
    assert not heard.getvalue()


def test_the_access_log_is_off(heard: io.StringIO) -> None:
    logging.getLogger("aiohttp.access").error("GET /?secret=1")
    assert not heard.getvalue()


class Sulking(dict[str, str]):
    def items(self) -> Any:
        raise ValueError(WORDS)


def test_a_line_that_cannot_be_made_says_only_that(heard: io.StringIO) -> None:
    OURS.error("x", value=Sulking())
    assert last(heard) == {"event": "log-failed", "level": "error"}


def test_a_stream_that_is_gone_does_not_stop_the_bot(heard: io.StringIO) -> None:
    heard.close()
    OURS.error("x")


@pytest.mark.parametrize("value", ["\ud800", 2**80, float("nan"), {1: {2: 3}}])
def test_odd_values_still_make_a_line(heard: io.StringIO, value: object) -> None:
    OURS.error("x", value=value)
    assert last(heard)["event"] == "x"


def test_what_holds_itself_is_cut_off(heard: io.StringIO) -> None:
    endless: dict[str, Any] = {}
    endless["again"] = endless
    OURS.error("x", value=endless)
    assert heard.getvalue().count("again") == logs.DEEPEST


def test_the_last_words_of_a_crash_hold_no_message() -> None:
    program = f"from bot import logs; logs.configure(); raise ValueError({WORDS + TOKEN!r})"
    died = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert json.loads(died.stderr)["error"][0]["type"] == "ValueError"
    assert (died.returncode, WORDS in died.stderr) == (1, False)


def test_a_crash_in_a_thread_or_a_finaliser_holds_no_message() -> None:
    program = f"""
import threading
from bot import logs
logs.configure()
def fail(*_):
    raise ValueError({WORDS!r})
thread = threading.Thread(target=fail)
thread.start()
thread.join()
type("Dying", (), {{"__del__": fail}})()
"""
    died = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert [json.loads(line)["event"] for line in died.stderr.splitlines()] == ["crashed", "crashed"]
    assert WORDS not in died.stderr


def test_a_librarys_broken_call_tells_no_words() -> None:
    program = f"import logging; from bot import logs; logs.configure(); logging.error('%d', {WORDS!r})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stderr)["template"] == "%d"
    assert WORDS not in done.stderr
