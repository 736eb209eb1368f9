"""What the people of the stories say, in their own languages."""

from dataclasses import dataclass
from typing import Final

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
    story_in_dutch: str
    category: str
    still: str
    still_in_dutch: str
    answer: str
    why_closed: str
    news: str


BULGARIAN: Final = Speech(
    language="bg",
    name="Български",
    story="Пред блока има стари мебели и чували с боклук.",
    story_in_dutch="Voor het blok staan oude meubels en zakken met afval.",
    category="🗑 Боклук",
    still="Два чувала още са там.",
    still_in_dutch="Er staan nog twee zakken.",
    answer="Благодаря. Ще дойда утре в 10 часа да видя.",
    why_closed="Мебелите са взети.",
    news="В събота, 12 септември, в 10 часа чистим заедно Stalenstraat.",
)
TURKISH: Final = Speech(
    language="tr",
    name="Türkçe",
    story="Binanın önünde eski mobilyalar ve çöp torbaları var.",
    story_in_dutch="Voor het gebouw staan oude meubels en vuilniszakken.",
    category="🗑 Çöp, eski eşya",
    still="İki torba hâlâ orada.",
    still_in_dutch="Er staan nog twee zakken.",
    answer="Teşekkürler. Yarın saat 10'da bakmaya geliyorum.",
    why_closed="Mobilyalar alındı.",
    news="12 Eylül Cumartesi saat 10'da Stalenstraat'ı birlikte temizliyoruz.",
)
