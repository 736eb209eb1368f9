"""What `wijklijn check` says of the webhook: whom Telegram calls, and whether it gets through."""

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from yarl import URL

from bot.commands.findings import Finding
from bot.engine.answers import Delivered
from bot.engine.connections import Connections
from bot.engine.request import BotApi
from bot.opening import now
from bot.settings import Mode, Settings

# https://core.telegram.org/bots/api#setwebhook; a Bot API server of one's own calls any.
PORTS: Final = {443, 80, 88, 8443}
PUBLIC_API: Final = "api.telegram.org"
FRESH: Final = timedelta(minutes=15)
LONGEST_REASON: Final = 120


async def webhook_findings(settings: Settings) -> AsyncIterator[Finding]:
    """Nothing when Telegram does not answer, which is said elsewhere. No whole address: it may hold a secret."""
    if settings.mode is Mode.WEBHOOK and not is_port_called(settings):
        yield Finding(fine=False, what="webhook: Telegram calls only the ports 443, 80, 88 and 8443")
    info = await _info(settings)
    if info is None:
        return
    url = str(info.get("url", ""))
    finding = _by_webhook(settings, url) if settings.mode is Mode.WEBHOOK else _by_polling(settings, url)
    if finding is not None:
        yield finding
    if settings.mode is Mode.WEBHOOK and (failing := _failing(info)) is not None:
        yield failing


def is_port_called(settings: Settings) -> bool:
    """Whether Telegram would call the webhook at its port."""
    return URL(settings.api_root).host != PUBLIC_API or URL(settings.webhook_url or "").port in PORTS


def _by_webhook(settings: Settings, url: str) -> Finding:
    if not url:
        return Finding(fine=True, what="webhook: not set yet; the first run sets it")
    if url == settings.webhook_url:
        return Finding(fine=True, what=f"webhook: Telegram calls {URL(url).host}")
    return Finding(fine=False, what=f"webhook: Telegram calls another address, at {URL(url).host}")


def _by_polling(settings: Settings, url: str) -> Finding | None:
    if not url:
        return None
    if url == settings.webhook_url:
        return Finding(fine=True, what="webhook: still set from before; the next run takes it back")
    what = f"webhook: {URL(url).host} gets the updates; polling gets none, unless that is this bot's own from before"
    return Finding(fine=False, what=what)


def _failing(info: Mapping[str, Any]) -> Finding | None:
    failed_at = datetime.fromtimestamp(info.get("last_error_date", 0), UTC)
    if failed_at < now() - FRESH:
        return None
    reason = " ".join(str(info.get("last_error_message", "")).split())[:LONGEST_REASON]
    waiting = info.get("pending_update_count", 0)
    what = f"webhook: Telegram could not deliver at {failed_at:%H:%M} UTC, {waiting} wait: {reason}"
    return Finding(fine=False, what=what)


async def _info(settings: Settings) -> Mapping[str, Any] | None:
    if settings.bot_token is None:
        return None
    connections = Connections(1)
    await connections.open()
    try:
        api = BotApi(connections, settings.api_root, settings.bot_token)
        answer = await api.call("getWebhookInfo", {}, timeout=10)
    finally:
        await connections.close()
    return answer.result if isinstance(answer, Delivered) and isinstance(answer.result, dict) else None
