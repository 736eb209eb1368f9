"""A card in the hands of who presses: shown in the place of the pressed message, with one of its menus."""

from bot.context import BotContext
from bot.domain.cases import Case
from bot.domain.intents import Act, Intent, Urgency
from bot.services.cards import CARD
from handlers.card_menus import FIRST, NONE


async def show_card(
    context: BotContext, case: Case, menu: str = FIRST, page: int = 0, quick: str = NONE
) -> None:
    """Turn the pressed message into the case's card; without a press send one."""
    person = context.person
    await context.turn.tell(
        Intent(
            chat=person.chat,
            person=person.id,
            name=CARD,
            act=Act.EDIT if context.pressed else Act.SEND,
            urgency=Urgency.PROMPT if context.pressed else Urgency.CASE,
            edits_message=context.pressed,
            case=case.id,
            values={"menu": menu, "page": page, "quick": quick},
        )
    )


async def settle(context: BotContext, case: Case) -> None:
    """After a change every newest card is written anew; an older one that was pressed must tell the truth too."""
    newest = [row.message for row in await context.services.cards.of(case)]
    if context.pressed is not None and context.pressed not in newest:
        await show_card(context, case)
