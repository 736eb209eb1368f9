"""The city's own network: addresses that no text leaves the city by."""

from __future__ import annotations

import socket
from ipaddress import ip_address, ip_network
from typing import Final
from urllib.parse import urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

# This machine, and what RFC 1918 and RFC 4193 leave to whoever runs a network.
OWN: Final = [
    ip_network(one)
    for one in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
]


def leads_outside(url: str) -> bool:
    """Whether an address of the web is, or its name now leads, outside; a name that nobody knows now does not."""
    host = urlsplit(url).hostname or ""
    try:
        found = {str(one[4][0]) for one in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return not all(map(is_own, found))


def is_own(address: str) -> bool:
    """Whether an IP address is one of the city's own; what is no address is not."""
    try:
        one = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return any(one in network for network in OWN)


class OwnNetwork(AbstractResolver):
    """Finds a name's addresses, and none outside: also should the name lead elsewhere one day."""

    def __init__(self) -> None:
        self._names = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = [one for one in await self._names.resolve(host, port, family) if is_own(one["host"])]
        if not found:
            raise OSError("no address of the own network")
        return found

    async def close(self) -> None:
        await self._names.close()
