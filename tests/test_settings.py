"""Settings: read once, refused in one line, never showing a secret."""

import dataclasses
import pickle
from pathlib import Path

import pytest

from bot.settings import (
    SETTINGS,
    Address,
    LanguageMemory,
    Mode,
    Secret,
    Settings,
    SettingWrong,
    TranslatorName,
)

TOKEN = "123456789:AAFakeTokenForTests_0123456789-abcdef"
KEY = "k" * 44
WRONG = [
    ("WIJKLIJN_BOT_TOKEN", "123456789", "digits, a colon"),
    ("WIJKLIJN_BOT_TOKEN", TOKEN + " extra", "digits, a colon"),
    ("WIJKLIJN_API_ROOT", "api.telegram.org", "http or https://HOST"),
    ("WIJKLIJN_API_ROOT", "http://[::1", "http or https://HOST"),
    ("WIJKLIJN_API_ROOT", "http://host:99999", "http or https://HOST"),
    ("WIJKLIJN_API_ROOT", "https://host/?key=1", "http or https://HOST"),
    ("WIJKLIJN_DATABASE_URL", "mysql://root@localhost/x", "sqlite:///FILE"),
    ("WIJKLIJN_DATABASE_URL", "sqlite:///", "sqlite:///FILE"),
    ("WIJKLIJN_MODE", "poling", "one of polling, webhook"),
    ("WIJKLIJN_WEBHOOK_URL", "http://city.example/hook", "https://HOST"),
    ("WIJKLIJN_WEBHOOK_SECRET", "not allowed!", "1 to 256"),
    ("WIJKLIJN_LISTEN", "8443", "HOST:PORT"),
    ("WIJKLIJN_HEALTH", "127.0.0.1:70000", "HOST:PORT"),
    ("WIJKLIJN_RATE", "31", "WIJKLIJN_PAID_BROADCAST"),
    ("WIJKLIJN_RATE", "0", "1 to 1000"),
    ("WIJKLIJN_RATE", "fast", "1 to 1000"),
    ("WIJKLIJN_PAID_BROADCAST", "yes", "0 or 1"),
    ("WIJKLIJN_HOLD_SECONDS", "-1", "0 to 86400"),
    ("WIJKLIJN_FOUR_EYES", "true", "0 or 1"),
    ("WIJKLIJN_LANGUAGE_MEMORY", "forever", "one of chat, session"),
    ("WIJKLIJN_TRANSLATOR", "babel", "libretranslate"),
    ("WIJKLIJN_TRANSLATOR_KEY", "two words", "one word"),
    ("WIJKLIJN_TRANSLATOR_GLOSSARY", "../usage", "the one that DeepL gave"),
    ("WIJKLIJN_TRANSLATOR_LOCAL", "yes", "0 or 1"),
    ("WIJKLIJN_TRANSLATOR_BUDGET", "much", "0 to 999999999"),
    ("WIJKLIJN_KEY", "short", "at least 32"),
]


def read(**given: str) -> Settings:
    return Settings.read({f"WIJKLIJN_{name}": value for name, value in given.items()})


def test_an_empty_environment_gives_the_defaults_of_the_contract() -> None:
    assert read() == Settings(
        bot_token=None,
        api_root="https://api.telegram.org",
        database_url=Secret("sqlite:///data/wijklijn.db"),
        city=Path("cities/genk.toml"),
        wijk_borders=None,
        mode=Mode.POLLING,
        webhook_url=None,
        webhook_secret=None,
        listen=Address("127.0.0.1", 8443),
        rate=30,
        paid_broadcast=False,
        hold_seconds=60,
        four_eyes=False,
        language_memory=LanguageMemory.CHAT,
        translator=TranslatorName.NONE,
        translator_url=None,
        translator_key=None,
        translator_model=None,
        translator_glossary=None,
        translator_local=False,
        translator_budget=0,
        transcriber=None,
        transcriber_key=None,
        transcriber_model=None,
        key=None,
        erased=None,
        smtp_url=None,
        smtp_from=None,
        health=Address("127.0.0.1", 8087),
        alarms=True,
    )


def test_the_table_names_every_field_once_and_nothing_else() -> None:
    fields = [f"WIJKLIJN_{field.name.upper()}" for field in dataclasses.fields(Settings)]
    assert [setting.name for setting in SETTINGS] == fields


def test_the_defaults_of_the_table_are_the_ones_in_force() -> None:
    assert Settings.read({setting.name: setting.default for setting in SETTINGS}) == read()


@pytest.mark.parametrize(("name", "value", "expected"), WRONG)
def test_a_wrong_value_is_refused_in_one_line_that_says_what_is_expected(
    name: str, value: str, expected: str
) -> None:
    with pytest.raises(SettingWrong) as refused:
        Settings.read({name: value})
    line = str(refused.value)
    assert line.startswith(name)
    assert expected in line
    assert "\n" not in line


@pytest.mark.parametrize(
    "name",
    [
        "BOT_TOKEN",
        "WEBHOOK_SECRET",
        "KEY",
        "DATABASE_URL",
        "API_ROOT",
        "WEBHOOK_URL",
        "TRANSLATOR_URL",
        "SMTP_URL",
    ],
)
def test_a_refusal_never_shows_a_value_that_may_hold_a_secret(name: str) -> None:
    with pytest.raises(SettingWrong) as refused:
        read(**{name: "hunter2 !"})
    assert "hunter2" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_settings_that_hold_secrets_print_without_them() -> None:
    settings = read(
        BOT_TOKEN=TOKEN,
        KEY=KEY,
        TRANSLATOR_KEY="hush-hush",
        DATABASE_URL="postgresql://bot:hunter2@db/wijklijn",
    )
    shown = f"{settings!r} {settings} {settings.bot_token!s}"
    assert not any(secret in shown for secret in (TOKEN, KEY, "hush-hush", "hunter2"))


def test_a_secret_gives_its_value_only_when_asked_and_is_not_pickled() -> None:
    assert Secret("x").reveal() == "x"
    with pytest.raises(TypeError):
        pickle.dumps(Secret("x"))


def test_a_value_can_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    assert read(BOT_TOKEN_FILE=str(file)).bot_token == Secret(TOKEN)


def test_a_value_and_a_file_together_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(TOKEN)
    with pytest.raises(SettingWrong, match="given twice"):
        read(BOT_TOKEN=TOKEN, BOT_TOKEN_FILE=str(file))


def test_a_file_that_is_missing_empty_or_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("\n")
    (tmp_path / "binary").write_bytes(b"\xff\xfe\xfa")
    for name, wrong in {"none": "cannot be read", "empty": "empty file", "binary": "cannot be read"}.items():
        with pytest.raises(SettingWrong, match=wrong):
            read(KEY_FILE=str(tmp_path / name))


def test_an_empty_value_counts_as_not_given() -> None:
    assert read(BOT_TOKEN="", RATE=" ", KEY_FILE="") == read()


def test_a_name_that_is_nearly_a_setting_is_refused_with_the_right_one() -> None:
    with pytest.raises(SettingWrong, match="WIJKLIJN_HOLD_SECONDS"):
        read(HOLD_SECOND="5")


def test_names_of_others_are_left_alone() -> None:
    assert Settings.read({"PATH": "/bin", "WIJKLIJN_SCREENSHOTS": "1", "BOT_TOKEN": "x"}) == read()


def test_the_root_of_the_bot_api_loses_its_last_slash() -> None:
    assert read(API_ROOT="http://127.0.0.1:8088/").api_root == "http://127.0.0.1:8088"


def test_a_paid_bot_may_be_faster() -> None:
    assert read(RATE="1000", PAID_BROADCAST="1").rate == 1000


def test_a_listener_may_have_an_address_of_the_sixth_version() -> None:
    assert read(LISTEN="[::1]:443").listen == Address("::1", 443)


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"MODE": "webhook", "WEBHOOK_SECRET": "s"}, "WEBHOOK_URL"),
        ({"MODE": "webhook", "WEBHOOK_URL": "https://city.example/hook"}, "WEBHOOK_SECRET"),
        ({"TRANSLATOR": "libretranslate"}, "TRANSLATOR_URL"),
        ({"TRANSLATOR": "deepl"}, "TRANSLATOR_KEY"),
        ({"TRANSLATOR": "openai", "TRANSLATOR_URL": "http://127.0.0.1:1"}, "TRANSLATOR_MODEL"),
        ({"DATABASE_URL": "postgresql://bot@db/wijklijn"}, "KEY"),
    ],
)
def test_a_choice_that_needs_another_setting_says_which(given: dict[str, str], missing: str) -> None:
    with pytest.raises(SettingWrong, match=f"^WIJKLIJN_{missing} is missing"):
        read(**given)


def test_several_servers_of_one_database_may_be_named() -> None:
    address = "postgresql://bot@db1:5432,db2:5433/wijklijn"
    settings = read(DATABASE_URL=address, KEY=KEY)
    assert settings.uses_postgresql
    assert settings.database_url.reveal() == address


def test_the_database_is_a_file_or_postgresql() -> None:
    assert read(DATABASE_URL="sqlite:////var/lib/w.db").database_file == Path("/var/lib/w.db")
    assert read(DATABASE_URL="postgresql://bot@db/w", KEY=KEY).database_file is None


def test_a_second_pair_of_eyes_is_wanted_when_the_city_says_so() -> None:
    assert (read().four_eyes, read(FOUR_EYES="1").four_eyes) == (False, True)


def test_the_address_of_a_webhook_ends_without_a_slash() -> None:
    settings = read(MODE="webhook", WEBHOOK_URL="https://a.example/hook/", WEBHOOK_SECRET="s")
    assert settings.webhook_url == "https://a.example/hook"


@pytest.mark.parametrize("host", ["127.0.0.1:81", "localhost", "[::1]:80"])
def test_within_this_machine_a_webhook_may_be_plain_http(host: str) -> None:
    assert read(WEBHOOK_URL=f"http://{host}/hook").webhook_url == f"http://{host}/hook"


@pytest.mark.parametrize("sender", ["", "Wijk <wijk@genk.be>", "wijk@genk.be\nBcc: x@y.be"])
def test_mails_need_one_plain_address_to_come_from(sender: str) -> None:
    url = "smtps://wijk:hunter2@mail.genk.be"
    assert read(SMTP_URL=url, SMTP_FROM="wijk@genk.be").smtp_from == "wijk@genk.be"
    with pytest.raises(SettingWrong) as refused:
        read(SMTP_URL=url, SMTP_FROM=sender)
    assert str(refused.value).startswith("WIJKLIJN_SMTP_FROM")
    assert "hunter2" not in str(refused.value)
