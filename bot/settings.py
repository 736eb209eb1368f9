"""Everything an operator can set: one frozen object, read once from the environment, loud when wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from bot.domain.mail import ADDRESS, SERVERS, mail_server
from bot.environment import Address, Environment, Secret, SettingWrong

__all__ = [
    "SETTINGS",
    "Address",
    "LanguageMemory",
    "Mode",
    "Secret",
    "Setting",
    "SettingWrong",
    "Settings",
    "TranslatorName",
]

FREE_RATE: Final = 30
PAID_RATE: Final = 1000
TOKEN: Final = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{30,64}")
WEBHOOK_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{1,256}")
TRANSLATOR_KEY: Final = re.compile(r"[!-~]{1,1000}")  # it travels in a header
SHORTEST_KEY: Final = 32
JOURNAL: Final = Path("data/wijklijn.erased")


class Mode(StrEnum):
    POLLING = "polling"
    WEBHOOK = "webhook"


class LanguageMemory(StrEnum):
    CHAT = "chat"
    SESSION = "session"


class TranslatorName(StrEnum):
    NONE = "none"
    LIBRETRANSLATE = "libretranslate"
    DEEPL = "deepl"
    OPENAI = "openai"
    GOOGLE = "google"


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the README's table; `default` as the operator would write it, empty when there is none."""

    name: str
    default: str
    meaning: str


# The order is the README's; a test keeps both equal, and each name equal to a field of Settings.
SETTINGS: Final = (
    Setting("WIJKLIJN_BOT_TOKEN", "", "the bot's token, from BotFather; without it only the playground runs"),
    Setting(
        "WIJKLIJN_API_ROOT", "https://api.telegram.org", "where the Bot API is; files are at `/file` below it"
    ),
    Setting("WIJKLIJN_DATABASE_URL", "sqlite:///data/wijklijn.db", "or `postgresql://USER@HOST/NAME`"),
    Setting("WIJKLIJN_CITY", "cities/genk.toml", "the city's file"),
    Setting("WIJKLIJN_WIJK_BORDERS", "", "a GeoJSON file of wijk polygons, when the city has one"),
    Setting("WIJKLIJN_MODE", "polling", "`polling` or `webhook`"),
    Setting("WIJKLIJN_WEBHOOK_URL", "", "the https address Telegram calls; webhook only"),
    Setting("WIJKLIJN_WEBHOOK_SECRET", "", "1 to 256 of `A-Z a-z 0-9 _ -`; webhook only, and required there"),
    Setting("WIJKLIJN_LISTEN", "127.0.0.1:8443", "where the webhook listens, behind the city's proxy"),
    Setting("WIJKLIJN_RATE", "30", "messages a second in all; above 30 only with paid broadcast"),
    Setting(
        "WIJKLIJN_PAID_BROADCAST", "0", "`1` allows up to 1000 messages a second, which Telegram charges for"
    ),
    Setting("WIJKLIJN_HOLD_SECONDS", "60", "how long an announcement can still be stopped before it leaves"),
    Setting("WIJKLIJN_FOUR_EYES", "0", "`1`: an announcement needs a second person"),
    Setting("WIJKLIJN_LANGUAGE_MEMORY", "chat", "`chat`, or `session` to forget a language after 24 hours"),
    Setting("WIJKLIJN_TRANSLATOR", "none", "`none`, `libretranslate`, `deepl`, `openai` or `google`"),
    Setting("WIJKLIJN_TRANSLATOR_URL", "", "the translator's address"),
    Setting("WIJKLIJN_TRANSLATOR_KEY", "", "the translator's key"),
    Setting("WIJKLIJN_TRANSLATOR_MODEL", "", "the model of an `openai` compatible server"),
    Setting("WIJKLIJN_TRANSLATOR_GLOSSARY", "", "the id of a glossary that the city keeps at DeepL"),
    Setting(
        "WIJKLIJN_TRANSLATOR_LOCAL",
        "0",
        "`1`: the address is in the city's own network, and may read phone numbers and the like",
    ),
    Setting(
        "WIJKLIJN_TRANSLATOR_BUDGET",
        "0",
        "characters a month after which the operator is warned; nothing is held up by it; `0`: never",
    ),
    Setting(
        "WIJKLIJN_TRANSCRIBER",
        "",
        "the address of an OpenAI compatible server in the city's own network that writes down voice messages",
    ),
    Setting("WIJKLIJN_TRANSCRIBER_KEY", "", "the transcriber's key"),
    Setting("WIJKLIJN_TRANSCRIBER_MODEL", "", "the transcriber's model; `whisper-1` when it is not set"),
    Setting(
        "WIJKLIJN_KEY",
        "",
        "seals what waits and what is sensitive; made in `data/wijklijn.key` on the first run",
    ),
    Setting(
        "WIJKLIJN_ERASED",
        "",
        "the journal of erasures that `wijklijn restore` reads: best on another disk; `.erased` behind the database's name, `data/wijklijn.erased` with PostgreSQL",
    ),
    Setting(
        "WIJKLIJN_SMTP_URL",
        "",
        "takes mails to partners: `smtps://USER:PASSWORD@HOST:465` or `smtp+starttls://…:587`; without it none leave",
    ),
    Setting("WIJKLIJN_SMTP_FROM", "", "the city's address from which mails to partners come"),
    Setting("WIJKLIJN_HEALTH", "127.0.0.1:8087", "where `/healthz`, `/readyz` and `/metrics` answer"),
    Setting("WIJKLIJN_ALARMS", "1", "alarms also go to the administrators; `0`: to the log alone"),
)
_DEFAULTS: Final = {setting.name: setting.default for setting in SETTINGS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Fields are named as the settings are; what was not set and has no default is None."""

    bot_token: Secret | None
    api_root: str
    database_url: Secret
    city: Path
    wijk_borders: Path | None
    mode: Mode
    webhook_url: str | None
    webhook_secret: Secret | None
    listen: Address
    rate: int
    paid_broadcast: bool
    hold_seconds: int
    four_eyes: bool
    language_memory: LanguageMemory
    translator: TranslatorName
    translator_url: str | None
    translator_key: Secret | None
    translator_model: str | None
    translator_glossary: str | None
    translator_local: bool
    translator_budget: int
    transcriber: str | None
    transcriber_key: Secret | None
    transcriber_model: str | None
    key: Secret | None
    erased: Path | None
    smtp_url: Secret | None
    smtp_from: str | None
    health: Address
    alarms: bool

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Settings:
        """Read all settings; raises SettingWrong, one line, for the first that cannot be used."""
        env = Environment(environ, _DEFAULTS)
        env.refuse_near_misses()
        settings = cls(
            bot_token=_bot_token(env),
            api_root=env.web_address("WIJKLIJN_API_ROOT") or "",
            database_url=Secret(_database_url(env)),
            city=env.path("WIJKLIJN_CITY") or Path(),
            wijk_borders=env.path("WIJKLIJN_WIJK_BORDERS"),
            mode=env.choice("WIJKLIJN_MODE", Mode),
            webhook_url=env.web_address("WIJKLIJN_WEBHOOK_URL", only="https"),
            webhook_secret=_webhook_secret(env),
            listen=env.address("WIJKLIJN_LISTEN"),
            rate=env.number("WIJKLIJN_RATE", 1, PAID_RATE),
            paid_broadcast=env.flag("WIJKLIJN_PAID_BROADCAST"),
            hold_seconds=env.number("WIJKLIJN_HOLD_SECONDS", 0, 86_400),
            four_eyes=env.flag("WIJKLIJN_FOUR_EYES"),
            language_memory=env.choice("WIJKLIJN_LANGUAGE_MEMORY", LanguageMemory),
            translator=env.choice("WIJKLIJN_TRANSLATOR", TranslatorName),
            translator_url=env.web_address("WIJKLIJN_TRANSLATOR_URL"),
            translator_key=env.secret(
                "WIJKLIJN_TRANSLATOR_KEY", TRANSLATOR_KEY, "one word of letters, digits and plain signs"
            ),
            translator_model=env.text("WIJKLIJN_TRANSLATOR_MODEL"),
            translator_glossary=_glossary(env),
            translator_local=env.flag("WIJKLIJN_TRANSLATOR_LOCAL"),
            translator_budget=env.number("WIJKLIJN_TRANSLATOR_BUDGET", 0, 999_999_999),
            transcriber=env.web_address("WIJKLIJN_TRANSCRIBER"),
            transcriber_key=env.secret("WIJKLIJN_TRANSCRIBER_KEY"),
            transcriber_model=env.text("WIJKLIJN_TRANSCRIBER_MODEL"),
            key=env.secret("WIJKLIJN_KEY"),
            erased=env.path("WIJKLIJN_ERASED"),
            smtp_url=env.secret("WIJKLIJN_SMTP_URL"),
            smtp_from=env.text("WIJKLIJN_SMTP_FROM"),
            health=env.address("WIJKLIJN_HEALTH"),
            alarms=env.flag("WIJKLIJN_ALARMS"),
        )
        settings._check_together()
        return settings

    @property
    def uses_postgresql(self) -> bool:
        return self.database_url.reveal().startswith(("postgresql:", "postgres:"))

    @property
    def database_file(self) -> Path | None:
        """SQLite's file; None with PostgreSQL."""
        return None if self.uses_postgresql else Path(self.database_url.reveal().removeprefix("sqlite:///"))

    @property
    def journal(self) -> Path:
        """Where erasures are noted, so that no restore brings anybody back."""
        if self.erased is not None:
            return self.erased
        file = self.database_file
        return JOURNAL if file is None else file.with_name(f"{file.name}.erased")

    def _check_together(self) -> None:
        self._check_rate()
        self._check_webhook()
        self._check_translator()
        self._check_key()
        self._check_mail()

    def _check_rate(self) -> None:
        if self.rate > FREE_RATE and not self.paid_broadcast:
            raise SettingWrong(
                "WIJKLIJN_RATE",
                f"is {self.rate}",
                f"at most {FREE_RATE}, or WIJKLIJN_PAID_BROADCAST=1 beside it",
            )

    def _check_webhook(self) -> None:
        if self.mode is not Mode.WEBHOOK:
            return
        if self.webhook_url is None:
            raise SettingWrong(
                "WIJKLIJN_WEBHOOK_URL", "is missing", "an https address, as WIJKLIJN_MODE is webhook"
            )
        if self.webhook_secret is None:
            raise SettingWrong(
                "WIJKLIJN_WEBHOOK_SECRET", "is missing", "a secret, as WIJKLIJN_MODE is webhook"
            )

    def _check_translator(self) -> None:
        needs_url = {TranslatorName.LIBRETRANSLATE, TranslatorName.OPENAI}
        if self.translator in needs_url and self.translator_url is None:
            raise SettingWrong("WIJKLIJN_TRANSLATOR_URL", "is missing", f"the address of {self.translator}")
        if self.translator is TranslatorName.DEEPL and self.translator_key is None:
            raise SettingWrong("WIJKLIJN_TRANSLATOR_KEY", "is missing", "the key of deepl")
        if self.translator is TranslatorName.OPENAI and self.translator_model is None:
            raise SettingWrong("WIJKLIJN_TRANSLATOR_MODEL", "is missing", "the model's name on that server")

    def _check_mail(self) -> None:
        if self.smtp_url is not None and mail_server(self.smtp_url.reveal()) is None:
            raise SettingWrong("WIJKLIJN_SMTP_URL", "is not such an address (not shown)", SERVERS)
        if self.smtp_url is not None and not ADDRESS.fullmatch(self.smtp_from or ""):
            raise SettingWrong("WIJKLIJN_SMTP_FROM", "is missing or wrong", "one address, as wijk@genk.be")

    def _check_key(self) -> None:
        if self.key is None:
            if self.uses_postgresql:
                raise SettingWrong(
                    "WIJKLIJN_KEY",
                    "is missing",
                    "the key all replicas share (from SQLite: data/wijklijn.key)",
                )
        elif len(self.key.reveal()) < SHORTEST_KEY:
            raise SettingWrong("WIJKLIJN_KEY", "is too short", f"at least {SHORTEST_KEY} characters")


def _glossary(env: Environment) -> str | None:
    """An id becomes a part of an address: it holds nothing that would change which."""
    value = env.text("WIJKLIJN_TRANSLATOR_GLOSSARY")
    if value is None or re.fullmatch(r"[A-Za-z0-9-]{1,64}", value):
        return value
    raise SettingWrong("WIJKLIJN_TRANSLATOR_GLOSSARY", "is no id of a glossary", "the one that DeepL gave")


def _database_url(env: Environment) -> str:
    url = env.text("WIJKLIJN_DATABASE_URL") or ""
    if re.fullmatch(r"sqlite:///[^?#]+|postgres(ql)?://[^/\s]*/[^/\s?]+(\?\S+)?", url):
        return url
    raise SettingWrong(
        "WIJKLIJN_DATABASE_URL",
        "is not a database's address",
        "sqlite:///FILE or postgresql://USER@HOST/NAME",
    )


def _bot_token(env: Environment) -> Secret | None:
    form = "digits, a colon and 35 characters, as BotFather gave it"
    return env.secret("WIJKLIJN_BOT_TOKEN", TOKEN, form)


def _webhook_secret(env: Environment) -> Secret | None:
    return env.secret("WIJKLIJN_WEBHOOK_SECRET", WEBHOOK_SECRET, "1 to 256 of A-Z a-z 0-9 _ -")
