"""What the people of the stories say, in their own languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

MACHINE_DUTCH: Final = "Voor het blok staan oude meubels en zakken met afval."
SPOKEN: Final = "Het stinkt, en er zijn ratten."
ANSWER: Final = "Bedankt. Ik kom morgen om 10 uur kijken."
NOTE: Final = "Gezien bij het buurtfeest, zelfde hoek als vorige maand."
WHY_CLOSED: Final = "De meubels zijn opgehaald."
NEWS: Final = "Zaterdag 12 september om 10 uur ruimen we samen de Stalenstraat op."


@dataclass(frozen=True, slots=True)
class Speech:
    """What a resident says and reads in one language, and what a contact worker writes in it."""

    language: str
    name: str
    story: str
    category: str
    still: str
    answer: str
    why_closed: str
    news: str


BULGARIAN: Final = Speech(
    language="bg",
    name="Български",
    story="Пред блока има стари мебели и чували с боклук.",
    category="🗑 Боклук",
    still="Два чувала още са там.",
    answer="Благодаря. Ще дойда утре в 10 часа да видя.",
    why_closed="Мебелите са взети.",
    news="В събота, 12 септември, в 10 часа чистим заедно Stalenstraat.",
)
TURKISH: Final = Speech(
    language="tr",
    name="Türkçe",
    story="Binanın önünde eski mobilyalar ve çöp torbaları var.",
    category="🗑 Çöp, eski eşya",
    still="İki torba hâlâ orada.",
    answer="Teşekkürler. Yarın saat 10'da bakmaya geliyorum.",
    why_closed="Mobilyalar alındı.",
    news="12 Eylül Cumartesi saat 10'da Stalenstraat'ı birlikte temizliyoruz.",
)
DUTCH_OF: Final[Mapping[str, str]] = {
    BULGARIAN.story: MACHINE_DUTCH,
    BULGARIAN.still: "Twee zakken staan er nog.",
    TURKISH.story: "Voor het gebouw staan oude meubels en vuilniszakken.",
    TURKISH.still: "Twee zakken staan er nog.",
}
