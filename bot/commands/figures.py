"""What a running bot says of itself at WIJKLIJN_HEALTH, asked from another process."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from aiohttp import ClientError, ClientSession, ClientTimeout
from prometheus_client.parser import text_string_to_metric_families

from bot.settings import Address

ASK_SECONDS: Final = 5.0
_EVERYWHERE: Final = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what an operator may have written


@dataclass(frozen=True, slots=True)
class Figures:
    """`failing`: the checks that keep it from being ready. `levels`: figures without labels, by name."""

    failing: Sequence[str]
    levels: Mapping[str, float]


async def ask_figures(address: Address) -> Figures | None:
    """Ask the bot that listens there; None when nobody answers as it would."""
    host = _EVERYWHERE.get(address.host, address.host)
    root = f"http://[{host}]:{address.port}" if ":" in host else f"http://{host}:{address.port}"
    try:
        async with ClientSession(timeout=ClientTimeout(total=ASK_SECONDS)) as session:
            async with session.get(f"{root}/readyz") as response:
                failing = [str(name) for name in json.loads(await response.text())["failing"]]
            async with session.get(f"{root}/metrics") as response:
                return Figures(failing, _levels(await response.text()))
    except (ClientError, TimeoutError, OSError, ValueError, LookupError, TypeError):
        return None


def _levels(text: str) -> dict[str, float]:
    families = text_string_to_metric_families(text)
    return {
        sample.name: sample.value for family in families for sample in family.samples if not sample.labels
    }
