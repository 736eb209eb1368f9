"""An answer before it leaves: shown once more, with what may become of it; for every handler that takes words for one."""

from typing import Final

from bot.context import BotContext
from bot.domain.intents import Buttons
from bot.services.answers import Draft
from handlers.buttons import button, row

PREVIEW: Final = "answer-preview"


async def say_preview(context: BotContext, draft: Draft) -> None:
    await context.say(PREVIEW, of_case=draft.case.id, buttons=_decisions(draft))


async def show_preview(context: BotContext, draft: Draft) -> None:
    """In the place of the pressed message."""
    await context.show(PREVIEW, of_case=draft.case.id, buttons=_decisions(draft))


def _decisions(draft: Draft) -> Buttons:
    sending = button("answer-send", "desk-send", draft.version)
    noting = (button("answer-as-note", "desk-as-note", draft.version),) if draft.may_be_note else ()
    return row(sending, *noting) + row(button("answer-stop", "desk-stop", draft.version))
