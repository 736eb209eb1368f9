"""What may be read as it is: only by an address that leads nowhere outside."""

from __future__ import annotations

import socket

import pytest

from bot.translation.choosing import Choice, ChoiceWrong, translator_from
from bot.translation.own_network import OwnNetwork, is_own


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:5000",
        "http://localhost:5000",
        "http://10.2.3.4",
        "https://192.168.1.9/v1",
        "http://[fd00::7]:80",
    ],
)
def test_an_address_of_the_own_network_may_be_local(url: str) -> None:
    assert translator_from(Choice("libretranslate", url, local=True)).name == "libretranslate"


@pytest.mark.parametrize(
    "url", ["https://8.8.8.8", "https://172.32.0.1", "https://[2001:4860:4860::8888]", None]
)
@pytest.mark.parametrize("name", ["libretranslate", "deepl", "openai", "google"])
def test_an_address_outside_is_refused_as_local_with_one_clear_line(name: str, url: str | None) -> None:
    with pytest.raises(ChoiceWrong, match=r"LOCAL is 1 .* not in the city's own network") as wrong:
        translator_from(Choice(name, url, key="k", model="m", local=True))
    assert "8.8.8.8" not in str(wrong.value)


def test_outside_nothing_is_sent_unsealed() -> None:
    with pytest.raises(ChoiceWrong, match="not sealed; expected one with https"):
        translator_from(Choice("libretranslate", "http://8.8.8.8:5000"))


async def test_a_name_that_leads_elsewhere_later_is_not_called() -> None:
    names = OwnNetwork()
    found = await names.resolve("localhost", 80, socket.AF_INET)
    assert [one["host"] for one in found] == ["127.0.0.1"]
    with pytest.raises(OSError, match="own network"):
        await names.resolve("8.8.8.8", 80, socket.AF_INET)
    await names.close()


@pytest.mark.parametrize("address", ["::", "169.254.1.1", "100.64.0.1", "example", "::ffff:8.8.8.8"])
def test_what_is_nobodys_or_somebody_elses_is_not_own(address: str) -> None:
    assert not is_own(address)
