"""The command line: `wijklijn COMMAND`. Every refusal is one line on standard error and exit code 1."""

import argparse
import asyncio
import logging
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from bot import app
from bot.commands import aside, check, keeping, locales, moving, restoring, retention, staff, status
from bot.commands.findings import Finding
from bot.commands.stopping import stopped_by_sigterm
from bot.domain.city_file import CityFileWrong
from bot.domain.people import Role
from bot.files import CannotStart
from bot.logs import configure
from bot.settings import Settings, SettingWrong
from bot.texts import LocaleWrong
from storage.sealing import KeyWrong

_REFUSALS = (
    SettingWrong,
    CityFileWrong,
    LocaleWrong,
    KeyWrong,
    CannotStart,
    staff.CommandRefused,
    keeping.KeepingRefused,
)
# One or more, and the option may come again.
_SEVERAL: Final[Mapping[str, Any]] = {"nargs": "+", "action": "extend", "default": []}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    options = _parser().parse_args(argv)
    configure(level=logging.WARNING)
    try:
        # The bot listens itself, and has nothing to clear away before it does.
        with nullcontext() if options.run is _run else stopped_by_sigterm():
            return int(options.run(options))
    except _REFUSALS as refusal:
        print(f"wijklijn: {refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _printed(lines: Iterable[str]) -> int:
    """Print them. Who has read enough (`… | head`) breaks nothing, and changes no exit code."""
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left must not be tried again at the end of the process.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _settings() -> Settings:
    return Settings.read(os.environ)


def _run(_options: argparse.Namespace) -> int:
    configure()
    asyncio.run(app.run(_settings()))
    return 0


def _playground(options: argparse.Namespace) -> int:
    # Only this command needs it, and a city's server may be installed without it.
    from playground.__main__ import main as playground  # noqa: PLC0415

    return playground(["--alone", "--port", str(options.port)])


def _invite(options: argparse.Namespace) -> int:
    wanted = staff.Wanted(
        Role(options.role),
        tuple(options.wijk),
        tuple(options.stadsdeel),
        tuple(options.language),
        options.organisation,
    )
    return _printed(asyncio.run(staff.invite(_settings(), wanted)))


def _poster(options: argparse.Namespace) -> int:
    # Only this command needs what makes pages, and it is slow to load.
    from bot.commands import poster  # noqa: PLC0415

    wanted = poster.Wanted(tuple(options.wijk), options.output, options.bot)
    return _printed(asyncio.run(poster.print_posters(_settings(), wanted)))


def _staff_list(_options: argparse.Namespace) -> int:
    return _printed(asyncio.run(staff.list_staff(_settings())))


def _staff_release(options: argparse.Namespace) -> int:
    print(asyncio.run(staff.release(_settings(), options.id)))
    return 0


def _check(_options: argparse.Namespace) -> int:
    return _told(asyncio.run(check.check(os.environ)))


def _status(_options: argparse.Namespace) -> int:
    return _told(asyncio.run(status.status(_settings())))


def _told(findings: Sequence[Finding]) -> int:
    _printed(finding.line for finding in findings)
    return 0 if all(finding.fine for finding in findings) else 1


def _aside_list(_options: argparse.Namespace) -> int:
    return _printed(asyncio.run(aside.list_all(_settings())))


def _aside_retry(options: argparse.Namespace) -> int:
    return _printed(asyncio.run(aside.retry(_settings(), options.id)))


def _locales_check(options: argparse.Namespace) -> int:
    return _told(locales.check(options.language))


def _locales_diff(options: argparse.Namespace) -> int:
    lines = locales.diff(options.first, options.second)
    for line in lines:
        print(line)
    return 0 if all(line.startswith(locales.SAME) for line in lines) else 1


def _upgrade(_options: argparse.Namespace) -> int:
    return _printed(asyncio.run(staff.upgrade(_settings())))


def _backup(options: argparse.Namespace) -> int:
    lines = asyncio.run(keeping.back_up(_settings(), options.target))
    _printed(lines)
    return int(any(line.startswith(keeping.WARNING) for line in lines))


def _restore(options: argparse.Namespace) -> int:
    wanted = restoring.Wanted(options.source, options.erased, options.without_erasures)
    return _printed(asyncio.run(restoring.restore(_settings(), wanted)))


def _retention(options: argparse.Namespace) -> int:
    return _printed(asyncio.run(retention.retain(_settings(), is_dry=options.dry_run)))


def _db_copy(options: argparse.Namespace) -> int:
    return _printed(asyncio.run(moving.move(os.environ, options.source, options.target)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wijklijn",
        description="The line between residents and the wijkmanager of their wijk, on Telegram.",
    )
    parser.add_argument("--version", action="version", version=f"wijklijn {version('wijklijn')}")
    subs = parser.add_subparsers(required=True, metavar="COMMAND")
    _command(subs, "run", "run the bot until SIGTERM", _run)
    playground = _command(
        subs, "playground", "a local Telegram with a page of phones, without a bot", _playground
    )
    playground.add_argument("--port", type=int, default=8088, help="on 127.0.0.1 (default: %(default)s)")
    _add_invite(subs)
    _add_poster(subs)
    staff = subs.add_parser("staff", help="who has which role where").add_subparsers(
        required=True, metavar="ACT"
    )
    _command(staff, "list", "one line each: id, role, places, languages, organisation", _staff_list)
    release = _command(staff, "release", "take a role away and hand the open cases over", _staff_release)
    release.add_argument("id", type=int, help="the id that `staff list` shows")
    _command(subs, "check", "settings, city, texts, database, Telegram, translator: a line each", _check)
    _command(
        subs,
        "status",
        "how the running bot is doing, on one screen; exit code 1 when something is wrong",
        _status,
    )
    _add_aside(subs)
    db = subs.add_parser("db", help="the database").add_subparsers(required=True, metavar="ACT")
    _command(db, "upgrade", "run the migrations that it has not seen", _upgrade)
    copy = _command(db, "copy", "copy a whole database into an empty one, and compare them", _db_copy)
    copy.add_argument("source", metavar="FROM", help="as in WIJKLIJN_DATABASE_URL; no bot may run on it")
    copy.add_argument("target", metavar="TO", help="as in WIJKLIJN_DATABASE_URL; empty")
    _add_backup(subs)
    _add_retention(subs)
    _add_locales(subs)
    return parser


def _add_aside(subs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    acts = subs.add_parser("aside", help="what could not be handled, kept sealed").add_subparsers(
        required=True, metavar="ACT"
    )
    _command(acts, "list", "one line each: id, since when, kind, how often it was tried", _aside_list)
    retried = _command(acts, "retry", "try rows anew, once a corrected version is installed", _aside_retry)
    retried.add_argument("id", type=int, nargs="+", help="the ids that `aside list` shows")


def _add_locales(subs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    words = subs.add_parser("locales", help="the texts, for who translates them").add_subparsers(
        required=True, metavar="ACT"
    )
    looked = _command(words, "check", "look texts over beside the Dutch ones", _locales_check)
    looked.add_argument("language", nargs="*", metavar="CODE", help="(default: every folder of locales/)")
    compared = _command(words, "diff", "what only one of two languages has, or both say alike", _locales_diff)
    compared.add_argument("first", metavar="CODE")
    compared.add_argument("second", metavar="CODE")


def _add_retention(subs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    retaining = _command(
        subs, "retention", "do now what the bot does every night with what is older than its term", _retention
    )
    retaining.add_argument("--dry-run", action="store_true", help="only say what would be done")


def _file_or_folder(text: str) -> Path:
    """What ends with a slash is a folder: one that is not there may be a disk that is not mounted."""
    path = Path(text)
    if text.endswith("/") and not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text}")
    return path


def _add_backup(subs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = _command(subs, "backup", "copy the database while the bot runs", _backup)
    backup.add_argument(
        "target", type=_file_or_folder, metavar="TARGET", help="a new file, or a folder for one"
    )
    restore = _command(subs, "restore", "make the database from a backup; it must not be there", _restore)
    restore.add_argument("source", type=Path, metavar="SOURCE", help="what `wijklijn backup` made")
    restore.add_argument(
        "--erased",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a further journal of erasures, of another replica",
    )
    restore.add_argument(
        "--without-erasures", action="store_true", help="bring back who erased everything since"
    )


def _add_invite(subs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    invite = _command(subs, "invite", "print a link that makes who opens it a member of staff", _invite)
    invite.add_argument("role", choices=[role.value for role in Role])
    invite.add_argument("--wijk", metavar="ID", help="wijken by their id in the city file", **_SEVERAL)
    invite.add_argument("--stadsdeel", metavar="NAME", **_SEVERAL)
    invite.add_argument("--language", metavar="CODE", help="what a contact worker speaks", **_SEVERAL)
    invite.add_argument("--organisation", metavar="NAME", help="of a contact worker or partner")


def _add_poster(subs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    printed = _command(subs, "poster", "print a page of A4 that opens the line in a wijk, as PDF", _poster)
    which = printed.add_mutually_exclusive_group(required=True)
    which.add_argument("--wijk", metavar="ID", help="wijken by their id in the city file", **_SEVERAL)
    which.add_argument("--all", action="store_true", help="of every wijk")
    printed.add_argument(
        "--output", type=Path, metavar="PATH", help="a file for one wijk, or a folder (default: here)"
    )
    printed.add_argument(
        "--bot", type=_username, metavar="NAME", help="the bot's username; without it Telegram is asked"
    )


def _username(text: str) -> str:
    """A username of Telegram, with or without its @."""
    name = text.removeprefix("@")
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{4,31}", name):
        raise argparse.ArgumentTypeError(f"{text!r} is no username; expected 5 to 32 of A-Z a-z 0-9 _")
    return name


def _command(
    subs: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, does: str, run: object
) -> argparse.ArgumentParser:
    parser = subs.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    parser.set_defaults(run=run)
    return parser
