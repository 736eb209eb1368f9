"""An independent client, in a process of its own: to load its models takes seconds, which every worker would spend."""

import asyncio
import sys
from pathlib import Path


async def test_an_independent_client_understands_and_is_understood() -> None:
    tried = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "pytest", "-p", "no:xdist", "-p", "no:cacheprovider"),
        str(Path(__file__).with_name("with_aiogram.py")),
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await tried.communicate()
    assert tried.returncode == 0, said.decode()
    assert b" passed" in said
