"""A bot of a few lines with the command line of the real one: it answers what it hears and keeps invitations in a file."""

from __future__ import annotations

import json
import os
import sys
import urllib.request
from pathlib import Path
from typing import Any

ROOT = f"{os.environ['WIJKLIJN_API_ROOT']}/bot{os.environ['WIJKLIJN_BOT_TOKEN']}"
DATABASE = Path(os.environ["WIJKLIJN_DATABASE_URL"].removeprefix("sqlite:///"))


def call(method: str, **params: Any) -> Any:
    body = json.dumps(params).encode()
    request = urllib.request.Request(f"{ROOT}/{method}", body, {"Content-Type": "application/json"})  # noqa: S310  # loopback
    with urllib.request.urlopen(request) as response:  # noqa: S310  # loopback
        return json.load(response)["result"]


def run() -> None:
    DATABASE.touch()
    offset = 0
    while True:
        for update in call("getUpdates", offset=offset, timeout=20):
            offset = update["update_id"] + 1
            message = update.get("message")
            if message:
                call(
                    "sendMessage",
                    chat_id=message["chat"]["id"],
                    text=f"heard by {os.getpid()}: {message['text']}",
                )


def invite(role: str) -> None:
    invitations = DATABASE.with_suffix(".invitations")
    with invitations.open("a") as file:
        file.write(f"{role}\n")
    number = len(invitations.read_text().splitlines())
    print("An invitation, once:")  # noqa: T201  # the command line prints
    print(f"https://t.me/{call('getMe')['username']}?start=inv-{role}-{number}")  # noqa: T201  # as above


if os.environ.get("WIJKLIJN_CITY") == "nowhere":
    sys.exit("WIJKLIJN_CITY: there is no file nowhere")
if sys.argv[1] == "run":
    run()
else:
    invite(sys.argv[2])
