"""What somebody wishes who types a word instead of pressing a button: a filter, and the phrases of all languages."""

from functools import lru_cache
from typing import Final

from telegram import Message
from telegram.ext import filters

from bot.context import current_turn
from bot.domain.cases import Solved
from bot.domain.drafts import PLACE_STEPS
from bot.domain.typed_words import TypedWords
from bot.texts import Texts

# The labels of the menu and of Back can be typed as well as pressed; each of the others has a handler of its own.
LABELS: Final = (
    "menu-report",
    "menu-ask",
    "menu-cases",
    "menu-news",
    "menu-wijkmanager",
    "menu-settings",
    "draft-back",
)
UNCLEAR: Final = "hello"
FINE: Final = "fine"  # a thumb: thanks, or yes
YES: Final = "yes"
NO: Final = "no"
WISHES: Final = (
    *LABELS,
    "idea",
    "news-off",
    "language",
    "help",
    "stop",
    "menu",
    "send",
    "talk",
    "thanks",
    FINE,
    YES,
    NO,
    UNCLEAR,
)


# What it says below "Is it solved?"; a phrase of one of the others may be about anything elsewhere.
_VERDICTS: Final = {
    YES: Solved.YES,
    FINE: Solved.YES,
    "solved": Solved.YES,
    "partly": Solved.PARTLY,
    NO: Solved.NO,
    "unsolved": Solved.NO,
}


class Typed(filters.MessageFilter):
    """The whole message is a phrase for this, in any language; without a name: for anything. Never a reply, never staff."""

    def __init__(self, *wishes: str) -> None:
        super().__init__(name=f"Typed({', '.join(wishes)})")
        self.wishes = frozenset(wishes or WISHES)

    def filter(self, message: Message) -> bool:
        return wish_of(message) in self.wishes


def wish_of(message: Message) -> str | None:
    """What the message wishes for; None for a reply, which belongs to what it replies to, and for words of staff."""
    turn, texts = current_turn.get().turn, current_turn.get().texts
    if not message.text or turn.staff is not None or message.reply_to_message is not None:
        return None
    # A typed place resembles a command now and then: there the spelling must be right.
    is_place = turn.step is not None and turn.step.step in PLACE_STEPS
    return _wish(texts, message.text, forgiving=not is_place)


def verdict_of(message: Message) -> Solved | None:
    """Whether it is solved, if the whole message says no more than that; also of a reply."""
    if not message.text or current_turn.get().turn.staff is not None:
        return None
    wish = _verdicts(current_turn.get().texts).wish(message.text)
    return _VERDICTS.get(wish) if wish else None


@lru_cache(maxsize=2)
def _verdicts(texts: Texts) -> TypedWords:
    phrases = {name: _listed(texts, f"typed-{name}") for name in (*_VERDICTS, UNCLEAR)}
    others = _listed(texts, "typed-others")
    return TypedWords(phrases, _listed(texts, "typed-around"), unclear=UNCLEAR, others=others)


@lru_cache(maxsize=1)  # every handler asks of the same message
def _wish(texts: Texts, text: str, *, forgiving: bool) -> str | None:
    return _typed_words(texts).wish(text, forgiving=forgiving)


@lru_cache(maxsize=2)
def _typed_words(texts: Texts) -> TypedWords:
    phrases = {wish: _listed(texts, f"typed-{wish}") for wish in WISHES}
    others = _listed(texts, "typed-others")
    return TypedWords(phrases, _listed(texts, "typed-around"), unclear=UNCLEAR, others=others)


def _listed(texts: Texts, name: str) -> list[str]:
    return [phrase.strip() for labels in texts.labels(name) for phrase in labels.split("|")]
