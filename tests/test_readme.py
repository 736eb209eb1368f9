"""What the README promises is what there is."""

import re
from pathlib import Path

from bot.settings import SETTINGS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_settings_table_is_the_settings() -> None:
    rows = re.findall(r"^\| `(WIJKLIJN_[A-Z_]+)` \| (.+?) \| (.+?) \|$", README, re.MULTILINE)
    expected = [(s.name, f"`{s.default}`" if s.default else "–", s.meaning) for s in SETTINGS]
    assert rows == expected


def test_every_link_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)", README) if not link.startswith("http")]
    assert [link for link in links if not (ROOT / link).exists()] == []
    assert links


def test_the_two_commands_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {"run", "test", "setup", "gates", "bench"} <= set(
        re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)
    )
