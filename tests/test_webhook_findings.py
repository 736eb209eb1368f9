"""`wijklijn check` about the webhook."""

import time
from pathlib import Path

import pytest

from bot.commands.check import check
from bot.commands.webhook import is_port_called
from bot.settings import Settings
from playground.api import Server
from playground.telegram import Telegram
from tests.line import settings_in

OURS = "https://stad.example/een-geheim-pad"
THEIRS = "https://elders.example/nog-een-geheim"
BY_WEBHOOK = {"WIJKLIJN_MODE": "webhook", "WIJKLIJN_WEBHOOK_URL": OURS, "WIJKLIJN_WEBHOOK_SECRET": "s"}


@pytest.fixture
def environ(tmp_path: Path, server: Server) -> dict[str, str]:
    return settings_in(tmp_path, server)


async def lines(environ: dict[str, str], **changes: str) -> list[str]:
    """What is said of the webhook."""
    return [finding.line for finding in await check(environ | changes) if "webhook" in finding.what]


async def test_before_the_first_run_it_is_not_set_yet(environ: dict[str, str]) -> None:
    assert await lines(environ, **BY_WEBHOOK) == ["ok    webhook: not set yet; the first run sets it"]


async def test_our_own_address_is_fine_and_not_shown_whole(
    environ: dict[str, str], telegram: Telegram
) -> None:
    telegram.webhook.url = OURS
    assert await lines(environ, **BY_WEBHOOK) == ["ok    webhook: Telegram calls stad.example"]


async def test_another_address_is_wrong(environ: dict[str, str], telegram: Telegram) -> None:
    telegram.webhook.url = THEIRS
    said = await lines(environ, **BY_WEBHOOK)
    assert said == ["WRONG webhook: Telegram calls another address, at elders.example"]


async def test_deliveries_that_fail_now_are_wrong_and_say_why(
    environ: dict[str, str], telegram: Telegram
) -> None:
    telegram.webhook.url = OURS
    telegram.webhook.last_error = (int(time.time()), "Connection refused")
    _, failing = await lines(environ, **BY_WEBHOOK)
    assert failing.startswith("WRONG webhook: Telegram could not deliver at ")
    assert failing.endswith("0 wait: Connection refused")


async def test_deliveries_that_failed_an_hour_ago_are_no_news(
    environ: dict[str, str], telegram: Telegram
) -> None:
    telegram.webhook.url = OURS
    telegram.webhook.last_error = (int(time.time()) - 3_600, "Connection refused")
    assert len(await lines(environ, **BY_WEBHOOK)) == 1


async def test_who_polls_hears_nothing_of_webhooks_unless_one_is_set(environ: dict[str, str]) -> None:
    assert await lines(environ) == []


async def test_who_polls_is_told_who_gets_the_updates(environ: dict[str, str], telegram: Telegram) -> None:
    telegram.webhook.url = THEIRS
    (said,) = await lines(environ)
    assert said.startswith("WRONG webhook: elders.example gets the updates")
    telegram.webhook.url = OURS
    (said,) = await lines(environ, WIJKLIJN_WEBHOOK_URL=OURS)
    assert said.startswith("ok    webhook: still set from before")


@pytest.mark.parametrize(("port", "called"), [("", True), (":8443", True), (":88", True), (":9000", False)])
def test_telegram_calls_only_some_ports(port: str, called: bool) -> None:  # noqa: FBT001 - of the table above
    url = f"https://stad.example{port}/hook"
    settings = Settings.read(BY_WEBHOOK | {"WIJKLIJN_WEBHOOK_URL": url})
    assert is_port_called(settings) is called


def test_a_bot_api_server_of_ones_own_calls_any_port() -> None:
    own = {"WIJKLIJN_API_ROOT": "http://127.0.0.1:8081", "WIJKLIJN_WEBHOOK_URL": "http://127.0.0.1:9000/hook"}
    assert is_port_called(Settings.read(BY_WEBHOOK | own))
