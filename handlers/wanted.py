"""What somebody pressed in the menu before a language was known: it is done as soon as one is."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from telegram import Update

from bot.context import BotContext
from bot.domain.cases import CaseKind
from bot.domain.intents import Buttons
from handlers.buttons import button, column
from handlers.drafting import begin
from handlers.menu import ASK, CASES, NEWS, REPORT, SETTINGS, WIJKMANAGER
from handlers.steps import labelled_of

# The commands of the menu, each with the label that does the same.
_COMMANDS: Final = {
    "/melden": REPORT,
    "/vraag": ASK,
    "/meldingen": CASES,
    "/nieuws": NEWS,
    "/wijkmanager": WIJKMANAGER,
    "/gegevens": SETTINGS,
}


def wanted_of(update: Update) -> str | None:
    """The label of the menu that was pressed, or typed as a command; None for anything else."""
    message = update.message
    if message is None or not message.text:
        return None
    if message.text.startswith("/"):
        return _COMMANDS.get(message.text.split()[0].partition("@")[0].lower())
    return labelled_of(message, tuple(_COMMANDS.values()))


async def do_wanted(context: BotContext, wanted: str) -> None:
    """Do it now; nothing for what is not in the menu."""
    if doing := _DOINGS.get(wanted):
        await doing(context)


def data_doings() -> Buttons:
    """What can be done with the data that is kept."""
    return column(
        button("privacy-language", "languages"),
        button("privacy-show", "my-data", 0),
        button("privacy-along", "along-show"),
        button("privacy-erase", "erase"),
    )


async def _report(context: BotContext) -> None:
    await begin(context, CaseKind.SIGNAL)


async def _ask(context: BotContext) -> None:
    await begin(context, CaseKind.QUESTION)


async def _cases(context: BotContext) -> None:
    await context.say("my-cases", page=0)


async def _news(context: BotContext) -> None:
    await context.say("news")


async def _wijkmanager(context: BotContext) -> None:
    await context.say("wijkmanager")


async def _settings(context: BotContext) -> None:
    await context.say("privacy", buttons=data_doings())


_DOINGS: Final[Mapping[str, Callable[[BotContext], Awaitable[None]]]] = {
    REPORT: _report,
    ASK: _ask,
    CASES: _cases,
    NEWS: _news,
    WIJKMANAGER: _wijkmanager,
    SETTINGS: _settings,
}
