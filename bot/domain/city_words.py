"""Reads what a city file says to people: partners, categories, numbers, quick answers and common questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.domain.city import (
    PLACEHOLDER,
    About,
    Category,
    CategoryId,
    CommonQuestion,
    Confidence,
    HelpFor,
    HelpNumber,
    Ideas,
    Partner,
    PartnerId,
    QuickAnswer,
    Wording,
)
from bot.domain.mail import ADDRESS
from bot.domain.toml_table import Table

QUICK_PLACEHOLDERS: Final = frozenset({"date", "place", "partner", "number"})
FACTS: Final = ("name", "phone", "email", "web", "address")


@dataclass(frozen=True, slots=True)
class ReadWording:
    """A wording and where it stands; `placeholders` are those that may be in it, `is_message` one sent by itself."""

    table: Table
    key: str
    wording: Wording
    placeholders: frozenset[str] = frozenset()
    is_message: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Every wording of the file, for the checks that compare languages."""

    read: list[ReadWording] = field(default_factory=list)

    def label(self, table: Table, key: str) -> Wording:
        return self._keep(ReadWording(table, key, Wording(texts_by_language(table, key))))

    def message(self, table: Table, key: str, placeholders: frozenset[str] = frozenset()) -> Wording:
        wording = Wording(texts_by_language(table, key))
        return self._keep(ReadWording(table, key, wording, placeholders, is_message=True))

    def message_with_facts(self, table: Table, key: str, facts: Mapping[str, str]) -> Wording:
        """Read a message in which {partner.phone} stands for what the partner's own entry says."""
        texts = {
            language: _filled(table, f"{key}.{language}", text, facts)
            for language, text in texts_by_language(table, key).items()
        }
        return self._keep(ReadWording(table, key, Wording(texts), is_message=True))

    def _keep(self, read: ReadWording) -> Wording:
        self.read.append(read)
        return read.wording


def texts_by_language(table: Table, key: str) -> dict[str, str]:
    inner = table.table(key)
    return {language: inner.text(language) for language in inner.all_keys()}


def partners(root: Table, words: Words) -> tuple[Partner, ...]:
    return tuple(_partner(table, words) for table in root.tables("partners"))


def _partner(table: Table, words: Words) -> Partner:
    partner = Partner(
        id=PartnerId(table.text("id")),
        name=table.text("name"),
        about=words.label(table, "about"),
        phone=table.optional_text("phone"),
        email=table.optional_text("email"),
        web=table.optional_text("web"),
        address=table.optional_text("address"),
        confidence=table.choice("confidence", Confidence),
    )
    if partner.email and not ADDRESS.fullmatch(partner.email):
        table.wrong("email", f"is {partner.email!r}", "one address, such as reiniging@genk.be")
    table.done()
    return partner


def categories(root: Table, words: Words) -> tuple[Category, ...]:
    return tuple(_category(table, words) for table in root.tables("categories"))


def _category(table: Table, words: Words) -> Category:
    likely = table.optional_table("words")
    category = Category(
        id=CategoryId(table.text("id")),
        emoji=table.text("emoji"),
        label=words.label(table, "label"),
        sensitive=table.optional_flag("sensitive"),
        words={language: likely.texts(language) for language in likely.all_keys()},
        handlers=tuple(PartnerId(partner) for partner in table.texts("handlers")),
        about=tuple(_about(inner) for inner in table.tables("about")),
        self_help=words.message(table, "self_help") if table.has("self_help") else None,
        may_follow=words.label(table, "may_follow") if table.has("may_follow") else None,
    )
    table.done()
    return category


def _about(table: Table) -> About:
    about = About(
        id=table.text("id"),
        what=table.text("what"),
        handlers=tuple(PartnerId(partner) for partner in table.texts("handlers")),
        note=table.optional_text("note"),
        confidence=table.choice("confidence", Confidence),
    )
    table.done()
    return about


def help_numbers(root: Table, words: Words) -> tuple[HelpNumber, ...]:
    return tuple(_help_number(table, words) for table in root.tables("help_numbers"))


def _help_number(table: Table, words: Words) -> HelpNumber:
    number = HelpNumber(
        number=table.text("number"),
        what=words.label(table, "what"),
        use=table.choices("use", HelpFor),
        shown=table.flag("shown"),
        note=table.optional_text("note"),
        confidence=table.choice("confidence", Confidence),
    )
    if number.shown and number.confidence is Confidence.UNVERIFIED:
        table.wrong("shown", "is true for a number that nobody has verified", "false, or a better confidence")
    table.done()
    return number


def quick_answers(root: Table, words: Words) -> tuple[QuickAnswer, ...]:
    return tuple(_quick_answer(table, words) for table in root.tables("quick_answers"))


def _quick_answer(table: Table, words: Words) -> QuickAnswer:
    answer = QuickAnswer(
        id=table.text("id"),
        emoji=table.text("emoji"),
        label=table.text("label"),
        text=words.message(table, "text", QUICK_PLACEHOLDERS),
    )
    table.done()
    return answer


def ideas(root: Table, words: Words, known: tuple[Partner, ...]) -> Ideas | None:
    """What happens with an idea, where the city wrote so."""
    if not root.has("ideas"):
        return None
    table = root.table("ideas")
    found = Ideas(words.message_with_facts(table, "then", _facts(known)), table.optional_text("note"))
    table.done()
    return found


def _facts(known: tuple[Partner, ...]) -> Mapping[str, str]:
    return {f"{partner.id}.{fact}": str(getattr(partner, fact)) for partner in known for fact in FACTS}


def common_questions(root: Table, words: Words, known: tuple[Partner, ...]) -> tuple[CommonQuestion, ...]:
    facts = _facts(known)
    return tuple(_common_question(table, words, facts) for table in root.tables("common_questions"))


def _common_question(table: Table, words: Words, facts: Mapping[str, str]) -> CommonQuestion:
    partner, category = table.optional_text("partner"), table.optional_text("category")
    asked = table.optional_table("asked")
    question = CommonQuestion(
        id=table.text("id"),
        emoji=table.text("emoji"),
        label=words.label(table, "label" if table.has("label") else "question"),
        question=words.label(table, "question"),
        answer=words.message_with_facts(table, "answer", facts),
        try_first=words.message_with_facts(table, "try_first", facts) if table.has("try_first") else None,
        partner=PartnerId(partner) if partner else None,
        asked={language: asked.texts(language) for language in asked.all_keys()},
        not_for_us=table.optional_flag("not_for_us"),
        category=CategoryId(category) if category else None,
    )
    table.done()
    return question


def _filled(table: Table, key: str, text: str, facts: Mapping[str, str]) -> str:
    for fact in PLACEHOLDER.findall(text):
        if not facts.get(fact):
            expected = f"{{partner.fact}} with a partner of this file that has it: {', '.join(FACTS)}"
            table.wrong(key, f"{{{fact}}} stands for nothing", expected)
    return PLACEHOLDER.sub(lambda found: facts.get(found[1], ""), text)
