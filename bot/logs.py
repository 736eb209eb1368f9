"""What the operator hears: names of events and opaque ids, never a word, a name, a chat id or a token."""

from __future__ import annotations

import contextlib
import json
import logging
import re
import sys
import threading
from collections.abc import Iterator, Mapping, MutableMapping
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final

import structlog
from structlog.stdlib import ProcessorFormatter

EventDict = MutableMapping[str, Any]

TOKEN: Final = re.compile(r"\d+(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
HIDDEN: Final = "[token]"
QUIET: Final = ("aiohttp", "aiosqlite", "apscheduler", "asyncio", "httpcore", "httpx", "PIL", "telegram")
SILENT: Final = ("aiohttp.access",)
DEEPEST: Final = 8
MOST_ERRORS: Final = 20
MOST_FRAMES: Final = 30
FAILED: Final = '{"event":"log-failed","level":"error"}\n'


def configure(stream: IO[str] | None = None, *, level: int = logging.INFO) -> None:
    """Send every log of this process, ours and the libraries', through one handler to `stream` (stderr)."""
    stream = stream or sys.stderr
    handler = _SafeHandler(stream)
    handler.setFormatter(_formatter(_lines_for_people if stream.isatty() else _json_line))
    logging.basicConfig(handlers=[handler], level=level, force=True)
    logging.captureWarnings(capture=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in SILENT:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.filter_by_level,
            ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    sys.excepthook = lambda _kind, error, _traceback: _log_crash(error)
    threading.excepthook = lambda crash: _log_crash(crash.exc_value)
    sys.unraisablehook = lambda crash: _log_crash(crash.exc_value)


def frames_of(error: BaseException) -> list[dict[str, object]]:
    """Tell an exception and what led to it as types and places, outermost first; never its message."""
    return [
        {"type": _name_of(type(each)), "frames": list(_frames(each.__traceback__))[-MOST_FRAMES:]}
        for each in islice(_chain(error, DEEPEST), MOST_ERRORS)
    ]


class _SafeHandler(logging.StreamHandler[IO[str]]):
    """A stream that, when a line cannot be made, says only that: logging would print its arguments."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 # logging's own name
        with contextlib.suppress(OSError, ValueError):
            self.stream.write(FAILED)


class _RedactingFormatter(ProcessorFormatter):
    """The last step of every line, so that no way around the others shows a token."""

    def format(self, record: logging.LogRecord) -> str:
        return TOKEN.sub(HIDDEN, super().format(record))


def _formatter(render: structlog.types.Processor) -> logging.Formatter:
    return _RedactingFormatter(
        processors=[
            _name_level_and_error,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
            _plain,
            render,
        ],
        use_get_message=False,
        pass_foreign_args=True,
    )


def _name_level_and_error(_logger: object, _method: str, event_dict: EventDict) -> EventDict:
    """Make one dict of our events and of libraries' records, which keep their place and template but no values."""
    record: logging.LogRecord = event_dict.pop("_record")
    error = _error_in(event_dict.pop("exc_info", None))
    told = event_dict if event_dict.pop("_from_structlog") else _library_event(record, event_dict)
    told.update(level=record.levelname.lower(), logger=record.name)
    if error is not None:
        told["error"] = frames_of(error)
    return told


def _library_event(record: logging.LogRecord, event_dict: EventDict) -> EventDict:
    """Name a library's record by its place; its text is shown only while its values are still apart from it."""
    place = f"{_short(record.pathname)}:{record.lineno}:{record.funcName}"
    template = (
        {"template": record.msg} if event_dict.get("positional_args") and isinstance(record.msg, str) else {}
    )
    return {"event": "library", "place": place, **template}


def _error_in(exc_info: object) -> BaseException | None:
    match exc_info:
        case BaseException():
            return exc_info
        case (_, BaseException() as error, _):
            return error
        case True:
            return sys.exception()
        case _:
            return None


def _plain(_logger: object, _method: str, event_dict: EventDict) -> EventDict:
    return {key: _shown(value) for key, value in event_dict.items()}


def _shown(value: object, depth: int = DEEPEST) -> object:
    """Let plain values pass; of anything else only the type is told, as its repr may tell all."""
    if depth == 0:
        return "…"
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Mapping():
            return {str(key): _shown(each, depth - 1) for key, each in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_shown(each, depth - 1) for each in value]
        case _:
            return f"<{_name_of(type(value))}>"


def _json_line(_logger: object, _method: str, event_dict: EventDict) -> str:
    first = {key: event_dict.pop(key) for key in ("at", "level", "event")}
    return json.dumps(first | dict(event_dict), separators=(",", ":"))


def _lines_for_people(_logger: object, _method: str, event_dict: EventDict) -> str:
    at, level, event = (str(event_dict.pop(key)) for key in ("at", "level", "event"))
    errors = event_dict.pop("error", ())
    line = f"{at[11:19]} {level:7} {event}  " + " ".join(
        f"{key}={value}" for key, value in event_dict.items()
    )
    return "\n".join([line, *(f"    {each['type']}  " + "  ".join(each["frames"]) for each in errors)])


def _log_crash(error: BaseException | None) -> None:
    """Stand in for Python's own last words, which would print the exception's message."""
    if not isinstance(error, KeyboardInterrupt):
        structlog.get_logger("wijklijn").critical("crashed", exc_info=error)


def _chain(error: BaseException, depth: int) -> Iterator[BaseException]:
    if depth == 0:
        return
    yield error
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    for each in (*inner, *([before] if before is not None else [])):
        yield from _chain(each, depth - 1)


def _frames(traceback: TracebackType | None) -> Iterator[str]:
    while traceback is not None:
        code = traceback.tb_frame.f_code
        yield f"{_short(code.co_filename)}:{traceback.tb_lineno}:{code.co_name}"
        traceback = traceback.tb_next


def _short(path: str) -> str:
    """Keep the last folder and the file: enough to find it, nothing about the machine."""
    return "/".join(Path(path).parts[-2:])


def _name_of(kind: type) -> str:
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
