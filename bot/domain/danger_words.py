"""Words of danger in each language, as data: for people who know the language to read and correct.

A phrase is words in their order. `*` at the end of a word: any ending. `a|b`: either. `_`: up to two other words.
`~`: up to three of the language's FILLERS. Case, diacritics and doubled letters never matter, and Bulgarian is found
in Latin letters as well (folding.py). No phrase reaches across a comma or the end of a sentence.
HARMLESS phrases are taken out first, so they must be certain: a card too many costs less than one too few.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class DangerKind(StrEnum):
    FIRE = "fire"
    GAS = "gas"
    VIOLENCE = "violence"
    VIOLENCE_AT_HOME = "violence-at-home"
    INJURY = "injury"
    SUICIDE = "suicide"


DUTCH: Final[Mapping[DangerKind, tuple[str, ...]]] = {
    DangerKind.FIRE: (
        "in brand|brant",
        "brandt|brandend*|brandde",
        "te branden",
        "het|huis|auto brand|brant",
        "er is _ brand",
        "brand|brant in|op|bij|naast de|het|een|mijn|ons|onze|nummer",
        "vlammen",
        "komt|kwam|komen|kwamen _ rook _ _ uit",
        "rook komt|kwam _ uit",
    ),
    DangerKind.GAS: (
        "gasgeur*|gasreuk",
        "gaslucht*",
        "gas geur|reuk",
        "geur|reuk van gas",
        "ruik|ruikt|ruiken|rook|roken|geroken _ gas",
        "gas _ ruik|ruikt|ruiken|rook|roken|geroken",
        "gaslek*",
        "gas lek|lekt|lekken",
        "gasleiding* _ lek|lekt|lekken|kapot",
        "stinkt|stonk|ruikt|rook _ naar gas",
        "lekt _ gas",
        "co vergiftiging|vergifteging",
        "covergiftiging|koolmonoxide*",
    ),
    DangerKind.VIOLENCE: (
        "steekpartij*|steekpartei*",
        "neergestoken|neergestoke|doodgestoken",
        "neer gestoken",
        "heeft|had|hebben|hadden|trekt|trok een _ mes|messen",
        "hebben|hadden messen",
        "vecht|vechten|vochten|gevochten _ messen",
        "iemand|man|mannen|jongen|jongens|gasten|groep met messen",
        "met een _ mes",
        "geschoten|schoten|neergeschoten|doodgeschoten",
        "geweer|geweren|pistool|pistolen",
        "vermoord|vermoordt|vermoort|vermoorden|vermoordde*",
        "verkracht*",
    ),
    DangerKind.VIOLENCE_AT_HOME: (
        "slaat|sloeg|slaan|sloegen mij|me|ons",
        "mij|me|ons _ slaat|sloeg|slaan|sloegen|geslagen",
        "ik _ word|wordt|werd geslagen",
        "slaat|sloeg mama|papa",
        "slaat|sloeg zijn|haar|mijn|ons|onze|de vrouw|man|mama|moeder|kind|kinderen|zoon|zoontje|dochter|dochtertje|baby|zus|broer",
    ),
    DangerKind.INJURY: (
        "bloedt|bloeden|bloedend*|bloedde*",
        "hij|zij|ze bloed",
        "bewusteloo*|bewusteloz*|bewustloos|bewustenloos",
        "ademt|ademd|ademen|ademde _ niet|nie|ni",
        "buiten bewustzijn",
        "niet|nie|ni _ ademt|ademen",
    ),
    DangerKind.SUICIDE: (
        "zelfmoord*|zelfmoort*",
        "zelf moord",
        "mezelf|mijzelf iets aan|aandoen",
        "ik wil|ga er een einde|eind aan maken",
        "einde|eind aan mijn|me leven",
        "wil|wilt|wou|wilde dood|sterven",
        "niet|nie meer|langer leven",
        "niet|nie meer|langer wil|wilt|wou|wilde leven",
    ),
}

TURKISH: Final[Mapping[DangerKind, tuple[str, ...]]] = {
    DangerKind.FIRE: (
        "yanıyo*",
        "yangın var|vardı|varmış|çıktı|çıkmış|çıkıyor",
        "alev|alevler*|alevlendi|alevleniyor|alevden",
        "tutuştu*|tutuşmuş*|tutuşuyor*",
        "evden|evinden|daireden|camdan|pencereden|binadan|bodrumdan|arabadan _ duman",
        "duman çıkıyo*|geliyo*|çıktı evden|daireden|camdan|pencereden|binadan|bodrumdan|arabadan",
    ),
    DangerKind.GAS: (
        "gaz|gazı|gazın|doğalgaz|tüpgaz _ kok*|kaç|kaçtı*|kaçıyo*|kaçağı*|kaçak*|kaçmış*|sız*",
        "karbonmonoksit*|karbonmonoksid*",
        "karbon monoksit*|monoksid*",
    ),
    DangerKind.VIOLENCE: (
        "bıçak*|bıçağ* _ çek*",
        "bıçakla|bıçaklarla|bıçaklad*|bıçaklan*|bıçaklam*|bıçaklıyo*|bıçaklay*|bıçaklı|bıçaklılar",
        "silahlı*",
        "silah* _ çek*",
        "silah|silahla sıkı*|sıktı*|patla*",
        "silah ses* _ geldi|geliyo*|duydu*|duyuldu|var|vardı",
        "tecavüz et*|ediyo*|edil*|uğra*",
        "ateş etti*|edi*|ede*|etmi*|etme*|açt*|açı*|açm*",
        "vuruldu*|vurulmuş*",
        "öldürec*|öldürc*|öldürüce|öldürüceği*|öldürücem|öldürücek|öldürürüm|öldürürüz|öldürürler|öldürmekle",
    ),
    DangerKind.VIOLENCE_AT_HOME: (
        "beni|bizi _ dövü*|dövd*|dövm*|döve*",
        "dövüyor* beni",
        "annemi|annesini|babamı|karısını|eşini|kızını|kızımı|oğlunu|oğlumu|kardeşimi|çocuğu|çocuğunu|çocuğumu|çocukları|çocuklarını _ dövü*|dövd*|döve*",
        "bana _ vuruyo*|vurdu|vurdular",
    ),
    DangerKind.INJURY: (
        "kanıyor*|kanıyo",
        "kanama* var|vardı",
        "kan _ içinde*",
        "bayıldı|bayıldılar|bayılmış*",
        "kendine gelmi*|gelmedi*|gelemi*",
        "nefes almı*|alamı*|almadı*|alamadı*",
    ),
    DangerKind.SUICIDE: (
        "kendimi öldür*",
        "ölmek istiyorum|istiyom|isterim",
        "yaşamak istemiyorum|istemiyom",
        "intihar*",
    ),
}

BUILDINGS: Final = (
    "къща|къщата|къщи|къщите|блок|блока|блокът|блокове*|апартамент*|сграда|сградата|жилище*|"
    "покрив*|мазе*|кола|колата|коли|колите|контейнер*"
)
BULGARIAN: Final[Mapping[DangerKind, tuple[str, ...]]] = {
    DangerKind.FIRE: (
        f"гори|горят|гореше|горяха _ {BUILDINGS}",
        f"{BUILDINGS} _ гори|горят|гореше|горяха",
        f"запали|запалиха|запалил*|запалва*|палят _ {BUILDINGS}",
        "пожар|пожара|пожарът|пожари|пожарите",
        "запали|запалиха|запалил*|запалва*|запалят се",
        "се запали|запалиха|запалил*|запалва*|запалят",
        "пламък|пламъка|пламъкът|пламъц*",
        "излиза|излизаше _ дим|пушек _ от прозорец*|прозорци*|апартамент*|блок|блока|мазе*|къщата|входа|колата",
        "от прозорец*|прозорци*|апартамент*|блока|мазе*|къщата|входа|колата _ излиза|излизаше _ дим|пушек",
    ),
    DangerKind.GAS: (
        "мирише*|миризма*|мирис|мириса|вони _ на газ|газта",
        "на газ мирише*|вони",
        "изтича*|изтече*|изтекъл|тече _ газ|газта",
        "теч на газ",
        "газ|газта _ изтича*|изтече*",
    ),
    DangerKind.VIOLENCE: (
        "наръга*|намушка*",
        "вади|вадят|вадил*|вадеше|извади|извадиха|извадил*|изваден* _ нож|ножа|ножове|пистолет|пистолета",
        "с _ нож|ножа|ножове",
        "с пистолет|пистолета|пушка",
        "стрелб*|изстрел*|истрел*|изтрел*",
        "стреля*|простреля*|застреля*",
        "ме убие|убият",
        "изнасил*",
    ),
    DangerKind.VIOLENCE_AT_HOME: (
        "бие|биеше|бият|биеха|би|биха ме|ни",
        "ме|ни _ бие|биеше|бият|биеха|преби*",
        "бие|биеше|преби* майка|жена|жената|детето|децата|дъщеря|дъщерята|сина",
    ),
    DangerKind.INJURY: (
        "кърви|кървя|кървят|кървеше|кървене*|кървящ*",
        "безсъзнание*|безсазнание|безсъзание",
        "без съзнание",
        "изгуби*|загуби* съзнание",
        "припадна*|припадам|припада",
        "не диша*",
        "не мърда*",
    ),
    DangerKind.SUICIDE: (
        "ще|да се убия|убие",
        "искам|иска|искаше да умра|умре",
        "не искам _ да живея",
        "не ми се живее",
        "самоуби*",
    ),
}

PHRASES: Final[Mapping[str, Mapping[DangerKind, tuple[str, ...]]]] = {
    "nl": DUTCH,
    "tr": TURKISH,
    "bg": BULGARIAN,
}

# Too little to be sure of in a sentence, and all there is to say when it is the whole message.
CRIES: Final[Mapping[str, Mapping[DangerKind, str]]] = {
    "nl": {DangerKind.FIRE: "brand|brant|vuur"},
    "tr": {DangerKind.FIRE: "yangın"},
    "bg": {DangerKind.FIRE: "гори|горим|горят"},
}
CALLS: Final[Mapping[str, str]] = {
    "nl": "help|hulp|me|snel|vlug|hier|bij|ons",
    "tr": "imdat|yardım|edin|çabuk|acil|burada|lütfen",
    "bg": "помощ|помогнете|бързо|тук|ни|моля",
}

# A street lamp that is on or out is the most ordinary report of all.
HARMLESS: Final[Mapping[str, tuple[str, ...]]] = {
    "nl": (
        "lamp*|straatlamp*|licht*|straatlicht*|*verlichting|lantaarn*|*lantaarn ~ brandt|brand|branden",
        "brandt|brand er geen|niet|nie",
        "dood|dode hout|tak*|boom|bomen|dier*|kat*|vogel*|rat*|hond*",
        "brandt|brand|branden ~ lamp*|straatlamp*|licht|lichten|straatverlichting",
        "brandt|brand|branden niet|nie|geen",
        "water|speelgoed pistool|pistolen",
    ),
    "tr": (
        "lamba*|lambası|ışık*|ışığ*|ampul* ~ yanıyor*|yanıyo",
        "kalorifer*|kombi*|petek*|soba|göz*|boğaz*|canım|içim ~ yanıyo*",
        "yangın merdiven*|tüp*|alarm*|söndür*|kapı*",
        "burada|burda|orada|mahallede|sokakta|evde|binada|apartmanda|dairede|şehirde _ yaşamak istemiyorum|istemiyom",
    ),
    "bg": (
        "с нож и вилица",
        "с вилица и нож",
        "не искам _ да живея _ тук|там|в|във|до|при",
        "не ми се живее _ тук|там|в|във|до|при",
    ),
}

FILLERS: Final[Mapping[str, str]] = {
    "nl": "hier|daar|nog|altijd|nooit|niet|ook|al|weer|constant|overdag|buiten|in|onze|de|deze|straat|een|geen|enkele|er",
    "tr": "gündüz*|gece*|hep|sürekli|hala|halen|boşuna|bile|de|da|bütün|gün|her|zaman",
    "bg": "",
}
