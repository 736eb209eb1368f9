"""A process that has imported the bot once and forks it at every start: a hundred restarts in minutes, not hours.

She reads a line of JSON a start from her asker, and tells back who started and how they ended. Whatever happens after
the imports happens in every child anew.
"""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import sys
import traceback
from dataclasses import dataclass
from typing import Any, NoReturn

from bot.command_line import main
from gates.child import prepare
from gates.loaded import ROOT


def serve(asker: socket.socket) -> None:
    """Fork until who asks is gone; whoever was born is gone then, too."""
    os.chdir(ROOT)
    mother = Mother(asker, set())
    signal.signal(signal.SIGCHLD, mother.reap)
    with asker.makefile() as lines:
        for line in lines:
            mother.bears(json.loads(line))
    mother.leaves_nobody()


@dataclass(frozen=True, slots=True)
class Mother:
    asker: socket.socket
    children: set[int]

    def bears(self, wanted: dict[str, Any]) -> None:
        """Fork one. Its end must not be told before its beginning."""
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
        pid = os.fork()
        if pid == 0:
            os.close(self.asker.detach())
            _be_born(wanted)
        self.children.add(pid)
        self._tell("started", pid)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})

    def reap(self, *_: object) -> None:
        """Tell how those that ended did: as asyncio's processes say it, negative for a signal."""
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            self.children.discard(pid)
            self._tell("ended", pid, os.waitstatus_to_exitcode(status))

    def leaves_nobody(self) -> None:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for pid in self.children:
            os.kill(pid, signal.SIGKILL)

    def _tell(self, event: str, pid: int, code: int = 0) -> None:
        try:
            self.asker.sendall(json.dumps({"event": event, "pid": pid, "code": code}).encode() + b"\n")
        except OSError:
            return  # nobody asks any more


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
        code = main(wanted["arguments"])
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 - whatever it is, it must not become the mother's
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
