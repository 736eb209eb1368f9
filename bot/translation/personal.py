"""How numbers and addresses that point at a person are written, and what only looks like them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import islice
from typing import Final, NamedTuple
from unicodedata import category, digit

from bot.translation.check_digits import IBAN_LENGTHS, is_card, is_iban, is_register_number
from bot.translation.spoken_numbers import spoken_numbers

# Zero-width signs and soft hyphens, which nobody sees between two digits, and the frame around a digit on a key.
INVISIBLE: Final = "Cf"
FRAME: Final = "\ufe0f\u20e3"


class Kind(StrEnum):
    PLACEHOLDER = "placeholder"
    LINK = "link"
    EMAIL = "email"
    USERNAME = "username"
    ACCOUNT = "account"
    CARD = "card"
    REGISTER_NUMBER = "register-number"
    KEPT = "kept"  # a date or time: taken so that no later rule reads a telephone number into it
    PHONE = "phone"
    PLATE = "plate"
    NAME = "name"  # found by the words at it, and only hidden from who translates
    LONG_NUMBER = "long-number"
    SHELTERED = "sheltered"  # not of a person: a name, date or amount that no machine may bend


class Span(NamedTuple):
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    kind: Kind
    span: Span
    value: str = field(repr=False)


class Rule(NamedTuple):
    kind: Kind
    find: Callable[[str], Iterable[Span]]


def found_in(text: str) -> list[Found]:
    """Everything in `text` that points at a person, in order and without overlap."""
    seen = [at for at, sign in enumerate(text) if category(sign) != INVISIBLE and sign not in FRAME]
    plain = "".join(_plain(text[at]) for at in seen)
    spans = (
        (kind, Span(seen[one.start], _framed(text, seen[one.end - 1] + 1))) for kind, one in _taken(plain)
    )
    return [Found(kind, span, text[span.start : span.end]) for kind, span in spans]


def _plain(sign: str) -> str:
    """A digit of any script, or in a circle, as people here read it."""
    return sign if sign.isascii() or not sign.isdigit() else str(digit(sign))


def _framed(text: str, end: int) -> int:
    """With the frame that belongs to the last digit."""
    while text[end : end + 1] and text[end] in FRAME:
        end += 1
    return end


def _taken(text: str) -> list[tuple[Kind, Span]]:
    taken: list[tuple[Kind, Span]] = []
    for kind, find in RULES:
        taken += [(kind, span) for span in find(text) if not _overlaps(span, taken)]
    return sorted((one for one in taken if one[0] is not Kind.KEPT), key=lambda one: one[1])


def _overlaps(span: Span, taken: Iterable[tuple[Kind, Span]]) -> bool:
    return any(span.start < other.end and other.start < span.end for _, other in taken)


def _rule(kind: Kind, pattern: str, holds: Callable[[str], bool] | None = None) -> Rule:
    """Make a rule of a pattern; its group `value`, when it has one, is what is found."""

    def find(text: str) -> Iterator[Span]:
        compiled = _compiled(pattern)
        group = "value" if "value" in compiled.groupindex else 0
        matches = compiled.finditer(text)
        return (Span(*match.span(group)) for match in matches if holds is None or holds(match[group]))

    return Rule(kind, find)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """When it is first needed: to compile them all is a twentieth of a start."""
    return re.compile(pattern)


# What stands for something masked: XK1X. It reads as a product code, which translation models copy, and X and K
# exist in Cyrillic too, so that a transliterated one is still known.
PLACEHOLDER: Final = re.compile(r"(?:(?<![^\W\d_])|(?<=[XxХх]))[XxХх]\s?[KkКк]\s?(\d{1,3})\s?[XxХх]")

IBAN_START: Final = re.compile(
    r"(?<![^\W_])(?:" + "|".join(IBAN_LENGTHS) + r")[\s_.-]?[0-9]{2}", re.IGNORECASE
)
IBAN_SIGN: Final = re.compile(r"[A-Za-z0-9]")


def _ibans(text: str) -> Iterator[Span]:
    """Find account numbers; a pattern alone cannot tell where one ends and the next word begins."""
    for start in IBAN_START.finditer(text):
        length = IBAN_LENGTHS[start[0][:2].upper()]
        signs = list(islice(IBAN_SIGN.finditer(text, start.start()), length))
        span = Span(start.start(), signs[-1].end())
        between = re.sub(r"[A-Za-z0-9]", "", text[span.start : span.end])
        ends = not text[span.end : span.end + 1].isalnum()
        if (
            ends
            and not re.search(r"[^\s./:,;_*|·•\u2010-\u2013-]", between)
            and is_iban("".join(sign[0] for sign in signs))
        ):
            yield span


SPACE: Final = r"[ \u00a0\u2009\u202f]"
DASH: Final = r"[-\u2010-\u2013]"
# Between two digits of one telephone number, however it is written, but not where the next number begins.
GAP: Final = (
    rf"(?:{SPACE}?[./()\u2010-\u2013-]{{0,2}}{SPACE}?"
    r"|[\s./\\():,;_*|·•=~#'\u2010-\u2015\u2212-]{1,5}(?!0(?:[\W_]{0,3}\d){8}))"
)
BETWEEN: Final = r"[\s./:,;_*|·•\u2010-\u2013-]{0,3}"  # where check digits prove what it is
ALONE: Final = r"(?<!\d)(?<!\d[.,])"
OPENED: Final = r"(?:\((?=\+?\d+\)[ ./-]{0,2}\d))?"  # a bracket that closes after the area code

DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH: Final = r"(?:0?[1-9]|1[0-2])"
YEAR: Final = r"(?:19|20)\d{2}"
ENDING: Final = r"(?:be|nl|bg|eu|com|org|net|info|tr|бг|ком)\b"  # of an address
# As people spell an address so that no machine finds it, or by ear; and post that needs no ending to be known.
AT: Final = r"(?:\s?[\[({]\s?(?:at|@|apenstaart|et|ет)\s?[\])}]\s?|\s?@\s?|\s(?:at|apenstaart|маймунско а|маймунка|кльомба|собака|maimunka|kuyruklu a)\s)"
DOT: Final = r"(?:\s?[\[({]\s?(?:dot|punt|nokta|точка|\.)\s?[\])}]\s?|[.,]|\s(?:dot|punt|nokta|точка)\s)"
SPELT: Final = rf"[\w.%+-]+(?:{DOT}[\w%+-]+){{0,2}}"
POST: Final = r"(?:gmail|hotmail|outlook|yahoo|icloud|proton|telenet|skynet|live|abv|mail)"
POINT: Final = rf"{SPACE}?[./-]{SPACE}?"
LONG_DATE: Final = rf"(?:{DAY}{POINT}{MONTH}{POINT}{YEAR}|{YEAR}[./-]{MONTH}[./-]{DAY})"
SHORT_DATE: Final = rf"{DAY}[./-]{MONTH}[./-]\d{{2}}"
TIME: Final = r"(?:[01]?\d|2[0-4])[.:hHuU][0-5]\d(?::[0-5]\d)?"
UNTIL: Final = rf"(?:\s?(?:{DASH}|[,;|])\s?|\s+)"
# A short date or a time beside a number may be a part of a telephone number: 0478 12.10.56.
FRESH: Final = r"(?<![\d./-])(?<!\d[\s:,;_*|·•])"
ENDS: Final = r"(?![./:_*|·•-]?\d)"

# Bulgarian plates only use letters that look the same in both scripts.
BG: Final = "[ABEKMHOPCTYXАВЕКМНОРСТУХ]"
TR_PROVINCE: Final = r"(?:0[1-9]|[1-7]\d|8[01])"
ANY_PLATE: Final = (
    r"(?i:[1-9]?[ .-]?[A-Z]{3}[ .-]?\d{3}|\d{3}[ .-]?[A-Z]{3}"
    rf"|{TR_PROVINCE}[ .-]?[A-Z]{{1,3}}[ .-]?\d{{2,5}}|{BG}{{1,2}}[ .-]?\d{{4}}[ .-]?{BG}{{1,2}})"
)
# The Netherlands, Germany, Romania.
NEIGHBOURS_PLATE: Final = (
    r"[A-Z]{1,2}-\d{2,3}-[A-Z]{1,2}|\d{2}-[A-Z]{2,3}-\d{1,2}|\d-[A-Z]{3}-\d{2}|[A-Z]{1,3}-[A-Z]{1,2} ?\d{3,4}"
    r"|B \d{2,3} [A-Z]{3}|[A-Z]{2} \d{2} [A-Z]{3}"
)
PLATE_WORD: Final = (
    r"(?i:\b(?:nummer|kenteken)?plaat\w*|\bkenteken|\bplaka\w*|\bномер\w*|\bрегистр\w*|\bnomer\w*)"
    r"(?i:\W{1,3}(?:is|nr|van|de|auto|wagen|с|на|е|колата)\b){0,3}\W{1,3}"
)
# A car and what may stand between it and its plate, in the same sentence.
CAR_WORD: Final = (
    r"(?i:\b(?:auto|wagen|bestelwagen|camionette|busje|bromfiets|araba\w{0,6}|kamyonet\w{0,4}|кола\w{0,3}|микробус\w{0,2}|бус)\b)"
    r"(?:\W{1,2}[a-zа-яçğıöşü]{1,12}){0,3}\W{1,2}"
)
# Words behind which the number of a person stands, of a register or a card, however it is spaced.
REGISTERED: Final = (
    r"(?i:\b(?:rijksregister\w{0,8}|rrn|insz|niss|identiteits\w{1,8}|verblijfs\w{1,8}|pas(?:poort|aport)\w{0,8}"
    r"|kimlik(?:\s(?:no|numaras\w{1,4}|numaram))?|t\.?c\.?|егн|egn|паспорт\w{0,3}|лична карта)(?!\w))"
    r"(?i:\W{1,3}(?:nr|no|is|is het|nummer|ми е|е|ми|номер)\b){0,2}\W{0,3}"
)
NETWORKS: Final = (
    r"(?:insta(?:gram)?|snap(?:chat)?|tik\s?tok|telegram|viber|messenger|facebook|fb|скайп|skype)"
)
# Short words that people write in capitals between two numbers.
SHORT_WORDS: Final = (
    "EUR USD TRY BGN LEV TL LV KM KG CM MM UUR MIN DAG JAN FEB MRT MAA APR MEI JUN JUL AUG SEP OKT NOV DEC OCA MAR "
    "NIS MAY HAZ TEM EYL EKI KAS ARA BUS TOT EN VAN STE DE BIJ MET NR TEL GSM OP OF IN OM VE ILE BIN NO НА ОТ СА ТЕ "
    "ТО НЕ НО КМ СМ ММ"
)
NO_PLATE: Final = frozenset(SHORT_WORDS.split())


def _is_no_word(plate: str) -> bool:
    return NO_PLATE.isdisjoint(re.findall(r"[^\W\d_]+", plate.upper()))


def _is_bulgarian(plate: str) -> bool:
    """Some provinces are words too (СА, НА): between two of those, or beside a year, it is a sentence."""
    is_year = re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", plate) is not None
    letters = set(re.findall(r"[^\W\d_]+", plate.upper()))
    return not (letters & NO_PLATE if is_year else letters <= NO_PLATE)


# Earlier rules win. What a checksum or a fixed shape proves comes before what is guessed from a length.
RULES: Final = (
    Rule(Kind.PLACEHOLDER, lambda text: (Span(*match.span()) for match in PLACEHOLDER.finditer(text))),
    _rule(Kind.EMAIL, r"(?<![\w.%+-])[\w.%+-]+@[\w-]+(?:\.[\w-]+)+"),
    _rule(
        Kind.EMAIL, rf"(?<![\w.%+-])[\w.%+-]+@[\w-]+(?: {{0,2}}\. {{0,2}}[\w-]+)* {{0,2}}\. {{0,2}}{ENDING}"
    ),
    _rule(Kind.EMAIL, rf"(?<![\w.%+-])[\w.%+-]+[ \n]{{0,2}}@[ \n]{{0,2}}[\w-]+(?:\.[\w-]+)*\.{ENDING}"),
    _rule(Kind.EMAIL, rf"(?i)(?<![\w.%+-]){SPELT}{AT}[\w-]+(?:{DOT}[\w-]+)?{DOT}{ENDING}"),
    _rule(Kind.EMAIL, rf"(?i)(?<![\w.%+-]){SPELT}\s(?:et|ет)\s{POST}{DOT}{ENDING}"),
    _rule(Kind.EMAIL, rf"(?i)(?<![\w.%+-])[\w.%+-]+@{POST}(?![\w.])"),
    _rule(Kind.LINK, r"(?i:https?://|www\.|tg://|t\.me/)[^\s<>\"]*[^\s<>\".,;:!?)\]’”]"),
    _rule(
        Kind.LINK,
        r"(?i)(?<![\w@.-])(?:[a-z0-9-]+\.)+" + ENDING + r"(?:/[^\s<>\"]*[\w/])?",
    ),
    _rule(Kind.USERNAME, r"(?<![\w@/.])@[A-Za-z]\w{4,31}"),
    _rule(
        Kind.USERNAME, rf"(?i:\b{NETWORKS}\W{{1,3}})(?P<value>[A-Za-z][A-Za-z.]{{0,30}}[_\d][\w.]{{0,30}}\b)"
    ),
    Rule(Kind.ACCOUNT, _ibans),
    # With a slip in it, which no check digits tell from none, it is one as well.
    _rule(Kind.LONG_NUMBER, r"(?<![^\W_])[A-Z]{2}\d{2}(?: \d{4}){3,6}(?: \d{1,3})?(?!\d)"),
    _rule(Kind.ACCOUNT, r"(?<!\d)\d{3}-\d{7}-\d{2}(?!\d)"),  # as it was before IBAN
    _rule(
        Kind.LONG_NUMBER, r"(?<!\d)(?:\+{3}|\*{3})?\d{3}/\d{4}/\d{5}(?:\+{3}|\*{3})?(?!\d)"
    ),  # payment reference
    _rule(Kind.CARD, r"(?<!\d)6\d{3}(?: \d{4}){3} \d(?!\d)", is_card),
    _rule(Kind.CARD, rf"(?<!\d)(?:2[2-7]|[3-6]\d)\d{{2}}(?:{BETWEEN}\d{{4}}){{3}}(?!\d)", is_card),
    _rule(Kind.CARD, rf"(?<!\d)3[47]\d{{2}}{BETWEEN}\d{{6}}{BETWEEN}\d{{5}}(?!\d)", is_card),
    _rule(Kind.LONG_NUMBER, r"(?<![\d.,])\d{4}(?: \d{4}){3}(?!\d)"),
    _rule(Kind.REGISTER_NUMBER, rf"{REGISTERED}(?P<value>\d(?:[ ./-]?\d){{7,13}})(?!\d)"),
    _rule(Kind.REGISTER_NUMBER, r"(?<!\d)\d{2}\.\d{2}\.\d{2}[ -]\d{3}[.-]\d{2}(?!\d)"),
    _rule(
        Kind.REGISTER_NUMBER,
        rf"(?<![\d.,/+-])\d\d(?:{BETWEEN}\d\d){{2}}{BETWEEN}\d{{3}}{BETWEEN}\d\d(?!\d)",
        is_register_number,
    ),
    _rule(
        Kind.LONG_NUMBER, r"(?<![\d.,])\d\d[ .-](?:0\d|1[0-2])[ .-](?:[0-2]\d|3[01])[ .-]\d{3}[ .-]\d\d(?!\d)"
    ),
    _rule(Kind.KEPT, rf"(?<![\d./-]){LONG_DATE}(?:{UNTIL}{LONG_DATE})*(?!\d)"),
    _rule(Kind.KEPT, rf"{FRESH}{SHORT_DATE}(?:{UNTIL}{SHORT_DATE})*{ENDS}"),
    _rule(Kind.KEPT, rf"{FRESH}{TIME}(?:{UNTIL}{TIME})*{ENDS}(?!\s[./-]?\d)"),
    # The last two digits always stand together, so that "089 65 36 00 5" ends before the 5.
    _rule(Kind.PHONE, rf"{OPENED}\+{SPACE}?[1-9](?:{GAP}\d){{6,14}}\d(?!\d)"),
    _rule(Kind.PHONE, rf"{ALONE}00{SPACE}?[1-9](?:{GAP}\d){{6,13}}\d(?!\d)"),
    _rule(Kind.PHONE, rf"{ALONE}{OPENED}0{SPACE}?[2-5]\d{{2}}(?:{GAP}\d){{6}}\d(?!\d)"),
    _rule(Kind.PHONE, rf"{ALONE}{OPENED}0{SPACE}?[1-9](?:{GAP}\d){{6,7}}\d(?!\d)"),
    _rule(
        Kind.PHONE, r"(?<!\d)(?<!\d\s)\d(?P<gap>[\s./:,;_*|·•-]{1,3})\d(?:(?P=gap)\d){7,}(?!\d)"
    ),  # one by one
    # Without the first zero only when grouped as people group it: Turkey, Belgium, Bulgaria.
    _rule(Kind.PHONE, rf"{ALONE}5\d{{2}}[ -]\d{{3}}[ -]\d{{2}}[ -]?\d{{2}}(?!\d)"),
    _rule(Kind.PHONE, rf"{ALONE}4[5-9]\d[ ./-]\d{{2}}[ .-]?\d{{2}}[ .-]?\d{{2}}(?!\d)"),
    _rule(Kind.PHONE, rf"{ALONE}8[7-9](?:\d[ -]\d{{3}}[ -]\d{{3}}|[ -]\d{{3}}[ -]\d{{4}})(?!\d)"),
    _rule(
        Kind.PHONE, rf"{ALONE}{OPENED}0{SPACE}?[1-9](?:{GAP}\d){{7,8}}(?!\d)"
    ),  # its last digit stands alone
    Rule(Kind.PHONE, lambda text: (Span(*one) for one in spoken_numbers(text))),
    _rule(Kind.PLATE, rf"{PLATE_WORD}(?P<value>{ANY_PLATE})(?!\w)"),
    _rule(Kind.PLATE, rf"{CAR_WORD}(?P<value>{ANY_PLATE})(?!\w)", _is_no_word),
    _rule(Kind.PLATE, rf"(?<![\w-])(?P<value>{ANY_PLATE})(?=\s(?:plakal|nolu|numaral))"),
    _rule(Kind.PLATE, r"(?<![\w-])[1-9OQTMZ]-[A-Za-z]{3}-\d{3}(?![\w-])"),
    _rule(Kind.PLATE, r"(?<![\w-])[1-9](?:[ .-]?[A-Z]{3}[ .-]?|[a-z]{3})\d{3}(?!\w)", _is_no_word),
    _rule(Kind.PLATE, r"(?<![\w-])(?:[A-Z]{3}-?\d{3}|[a-z]{3}-\d{3}|\d{3}-[A-Z]{3})(?![\w-])", _is_no_word),
    _rule(
        Kind.PLATE, rf"(?<![\w-]){TR_PROVINCE}[ -]?(?:[A-Z][ -]?\d{{5}}|[A-WYZ]\d{{4}})(?!\w)", _is_no_word
    ),
    _rule(
        Kind.PLATE,
        rf"(?<![\w-]){TR_PROVINCE}[ -]?(?:[A-Z]{{2}}[ -]?\d{{3,4}}|[A-Z]{{3}}[ -]?\d{{2,3}})(?!\w)",
        _is_no_word,
    ),
    _rule(
        Kind.PLATE, rf"(?<![\w-]){TR_PROVINCE}(?:[a-z]{{2}}\d{{3,4}}|[a-z]{{3}}\d{{2,3}})(?!\w)", _is_no_word
    ),
    _rule(
        Kind.PLATE,
        rf"(?<![\w-])(?:{BG}{{1,2}}[ -]?\d{{4}}[ -]?{BG}{{2}}|(?i:{BG}{{1,2}}\d{{4}}{BG}{{2}}))(?!\w)",
        _is_bulgarian,
    ),
    _rule(Kind.PLATE, rf"(?<![\w-])(?:{NEIGHBOURS_PLATE})(?![\w-])", _is_no_word),
    _rule(Kind.LONG_NUMBER, r"(?<!\w)[A-Z]{1,3}\d{6,}(?!\w)"),  # of a passport or card
    _rule(Kind.LONG_NUMBER, r"(?<!\w)[A-Z]{1,3} \d{6,}(?!\w)", _is_no_word),
    _rule(Kind.LONG_NUMBER, r"(?<!\d)\d{5,}[-/]\d{5,}(?!\d)"),
    # With letters that are glued to it: a placeholder behind a letter would not be known again.
    _rule(Kind.LONG_NUMBER, r"(?<![^\W_])[^\W_]*\d{8,}(?!\d)"),
    _rule(Kind.LONG_NUMBER, r"(?<!\d)\d{8,}(?!\d)"),
)
