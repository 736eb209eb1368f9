"""What residents say in the stories of a report and of danger, in their own languages."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Told:
    """`waste`, `noise`: the labels of two categories. `harmless` only sounds like danger."""

    language: str
    name: str
    waste: str
    noise: str
    rubbish: str
    begun: str
    music: str
    more: str
    caption: str
    back: str
    gas: str
    beaten: str
    suicide: str
    harmless: str


DUTCH: Final = Told(
    language="nl",
    name="Nederlands",
    waste="🗑 Afval",
    noise="🔊 Lawaai",
    rubbish="Voor onze deur liggen al een week zakken met vuil.",
    begun="Er staat een oude zetel op straat",
    music="Elke nacht luide muziek in het park.",
    more="Ze roepen ook.",
    caption="Zo ziet het eruit.",
    back="Ik ben er weer, het is nog altijd lawaai.",
    gas="Ik ruik gas in de gang van ons blok",
    beaten="mijn man slaat mij",
    suicide="ik wil niet meer leven",
    harmless="De straatlamp brandt niet en de brandtrap ligt vol.",
)
TURKISH: Final = Told(
    language="tr",
    name="Türkçe",
    waste="🗑 Çöp, eski eşya",
    noise="🔊 Gürültü",
    rubbish="Kapımızın önünde bir haftadır çöp torbaları duruyor.",
    begun="Sokakta eski bir koltuk var",
    music="Parkta her gece yüksek sesle müzik çalıyorlar.",
    more="Bağırıyorlar da.",
    caption="Böyle görünüyor.",
    back="Yine ben, gürültü hâlâ devam ediyor.",
    gas="Binanın koridorunda gaz kokuyor",
    beaten="kocam beni dövüyor",
    suicide="ölmek istiyorum",
    harmless="Sokak lambası gündüz yanıyor, yangın merdiveni eşya dolu.",
)
BULGARIAN: Final = Told(
    language="bg",
    name="Български",
    waste="🗑 Боклук",
    noise="🔊 Шум",
    rubbish="Pred vhoda ni ot edna sedmica ima chuvali s bokluk.",
    begun="На улицата има стар диван",
    music="Всяка нощ силна музика в парка.",
    more="И викат.",
    caption="Ето така изглежда.",
    back="Пак съм аз, шумът продължава.",
    gas="Vav vhoda mirishe na gaz",
    beaten="мъжът ми ме бие",
    suicide="искам да умра",
    harmless="Уличната лампа не гори, а пожарният изход е затрупан.",
)
ALL: Final = (DUTCH, TURKISH, BULGARIAN)
