"""docs/privacy.md names every table and column that there is, and none that there is not."""

import re
from pathlib import Path

from bot.domain.city import Kept
from storage.database import Dialect, Transaction
from storage.tables import list_tables
from tests.line import Line

PAGE = Path(__file__).parents[1] / "docs" / "privacy.md"
ROW = re.compile(r"^\| `(\w+)` \| ((?:`\w+` ?)+)\|", re.MULTILINE)
COLUMNS = {
    Dialect.SQLITE: "SELECT name FROM pragma_table_info(:table)",
    Dialect.POSTGRESQL: "SELECT column_name AS name FROM information_schema.columns WHERE table_name = :table",
}


async def schema(tx: Transaction) -> set[tuple[str, str]]:
    """Every column of every table."""
    return {
        (table, row["name"])
        for table in await list_tables(tx)
        for row in await tx.all(COLUMNS[tx.dialect], table=table)
    }


def told() -> list[tuple[str, str]]:
    text = PAGE.read_text(encoding="utf-8").partition("## Every table")[2]
    return [(table, column) for table, names in ROW.findall(text) for column in re.findall(r"`(\w+)`", names)]


async def test_every_column_that_is_kept_is_on_the_page(line: Line) -> None:
    kept = await line.read(schema)
    assert sorted(kept - set(told())) == []


async def test_the_page_names_nothing_that_is_not_kept(line: Line) -> None:
    kept = await line.read(schema)
    assert sorted(set(told()) - kept) == []


def test_every_term_of_the_city_file_is_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8").partition("## How long")[2].partition("## The language")[0]
    assert [name for name in Kept if f"| `{name}` |" not in text] == []
