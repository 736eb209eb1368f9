"""Keys by which a Dutch place name is found again, however it was typed: plain, and as Turkish or Bulgarian ears write it."""

import re
import unicodedata
from typing import Final

CYRILLIC: Final = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфъьэы", "abvgdezijklmnoprstufu'ei", strict=True))
    | {"ж": "zj", "х": "ch", "ц": "z", "ч": "tsj", "ш": "sch", "щ": "scht", "ю": "ju", "я": "ja"}
)
# Turkish letters whose sound is lost when their mark is: ş is what an ear makes of sch, dotless ı is an i
TURKISH: Final = str.maketrans({"ı": "i", "ş": "sch", "ğ": "g", "ç": "tsj"})

ABBREVIATIONS: Final = (
    (re.compile(r"str\b\.?"), "straat"),
    (re.compile(r"ln\b\.?"), "laan"),
    (re.compile(r"\bst\b\.?(?=[\s-])"), "sint"),
    (re.compile(r"\bburg\b\.?"), "burgemeester"),
    (re.compile(r"\bpast\b\.?"), "pastoor"),
)

# In this order: what one ear cannot tell apart becomes one letter.
SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"sch|sh|tsj|c(?=[eiy])", "s"),
        (r"ch|gh|h", "g"),
        (r"ck|c|q", "k"),
        (r"ph|f|w", "v"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"[ae]ij|ij|ei|ey|ej|ai|ay|aj", "e"),
        (r"oe|ou|au|uu", "u"),
        (r"eu", "o"),
        (r"ie|y|j", "i"),
        (r"d\b", "t"),
        (r"(.)\1+", r"\1"),
    )
)

STREET_ENDING: Final = re.compile(r"(?:stra+t|la+n|[wv]eg|plei?n|pla+ts)$")


def plain(text: str) -> str:
    """Fold case, marks and script, and write abbreviations out; words stay apart by single spaces."""
    lower = text.replace("İ", "i").lower().translate(TURKISH).translate(CYRILLIC)
    letters = "".join(
        letter for letter in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(letter)
    )
    for pattern, written_out in ABBREVIATIONS:
        letters = pattern.sub(written_out, letters)
    return " ".join(re.findall(r"[a-z0-9]+", letters.replace("'", "")))


def joined(text: str) -> str:
    """Fold as `plain`, and close the gaps: "Stalen straat" is "stalenstraat"."""
    return plain(text).replace(" ", "")


def heard(text: str) -> str:
    """Fold as `joined`, and write what sounds alike alike: "Vaterşey", "Ватерсхей" and "Waterschei" are one."""
    return sound_of(joined(text))


def sound_of(key: str) -> str:
    """Turn a `joined` key into a `heard` one."""
    for pattern, written in SOUNDS:
        key = pattern.sub(written, key)
    return key


def stem(key: str) -> str:
    """Take the ending that most streets share from a `joined` or `heard` key: what is left tells streets apart."""
    return STREET_ENDING.sub("", key) or key
