"""A process that has imported the bot once and forks it at every start: a hundred restarts in minutes, not hours.

`python -m gates.mother` reads a line of JSON a start on standard input, and tells on standard output who started
and how they ended. Whatever happens after the imports happens in every child anew.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import traceback
from typing import Any, NoReturn

from bot.__main__ import main
from gates.child import prepare


def _tell(event: str, pid: int, code: int = 0) -> None:
    os.write(1, json.dumps({"event": event, "pid": pid, "code": code}).encode() + b"\n")


def _reap(*_: object) -> None:
    """Tell how those that ended did: as asyncio's processes say it, negative for a signal."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        _tell("ended", pid, os.waitstatus_to_exitcode(status))


def _be_born(wanted: dict[str, Any]) -> NoReturn:
    """Become the bot: its own environment, its own log, its own lots; nothing of the mother's is listened to."""
    code = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        log = os.open(wanted["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        null = os.open(os.devnull, os.O_RDONLY)
        for source, target in ((null, 0), (log, 1), (log, 2)):
            os.dup2(source, target)
        os.environ.clear()
        os.environ.update(wanted["environ"])
        random.seed()
        prepare()
        code = main(["run"])
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 - whatever it is, it must not become the mother's
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def serve() -> None:
    signal.signal(signal.SIGCHLD, _reap)
    _tell("ready", os.getpid())
    for line in sys.stdin:
        wanted = json.loads(line)
        # Its end must not be told before its beginning.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
        pid = os.fork()
        if pid == 0:
            _be_born(wanted)
        _tell("started", pid)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})


if __name__ == "__main__":
    serve()
