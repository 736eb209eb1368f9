"""Three addresses for whoever keeps the bot running: does it live, is it ready, how is it doing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.engine.metrics import Metrics
from bot.settings import Address

Check = Callable[[], Awaitable[bool]]

CHECK_SECONDS: Final = 2.0
CLOSING_SECONDS: Final = 1.0
LOG: Final = structlog.get_logger(__name__)


class Health:
    """`/healthz`, `/readyz` and `/metrics` on an address of their own.

    Every check has a name that may be shown; it is ready when all of them say True within two seconds.
    """

    def __init__(self, address: Address, checks: Mapping[str, Check], metrics: Metrics) -> None:
        self._address = address
        self._checks = checks
        self.metrics = metrics
        app = web.Application()
        app.router.add_get("/healthz", self._lives)
        app.router.add_get("/readyz", self._ready)
        app.router.add_get("/metrics", self._figures)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSING_SECONDS)

    async def start(self) -> Address:
        """Listen, and tell where; raises OSError when the address is taken."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._address.host, self._address.port).start()
        except OSError:
            await self._runner.cleanup()
            raise
        host, port, *_ = self._runner.addresses[0]
        return Address(host, port)

    async def stop(self) -> None:
        await self._runner.cleanup()

    async def failing(self) -> list[str]:
        """Run all checks side by side; the names of those that do not say True."""
        results = await asyncio.gather(*(_passes(name, check) for name, check in self._checks.items()))
        return [name for name, passed in zip(self._checks, results, strict=True) if not passed]

    async def _lives(self, _request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def _ready(self, _request: web.Request) -> web.Response:
        failing = await self.failing()
        return web.json_response({"ready": not failing, "failing": failing}, status=503 if failing else 200)

    async def _figures(self, _request: web.Request) -> web.Response:
        return web.Response(body=self.metrics.text(), headers={"Content-Type": CONTENT_TYPE_LATEST})


async def _passes(name: str, check: Check) -> bool:
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            return await check() is True
    except Exception as error:  # whatever is wrong with it, the answer is: not ready
        LOG.warning("check-failed", check=name, exc_info=error)
        return False
