"""Which messages show the danger card, in each language, as people really type."""

from __future__ import annotations

import pytest

from bot.domain.danger import DangerKind, danger_in

FIRE, GAS, VIOLENCE = DangerKind.FIRE, DangerKind.GAS, DangerKind.VIOLENCE
HOME, INJURY, SUICIDE = DangerKind.VIOLENCE_AT_HOME, DangerKind.INJURY, DangerKind.SUICIDE

DUTCH = [
    (FIRE, "Er staat een auto in brand"),
    (FIRE, "HUIS IN BRAND!!! HELP"),
    (FIRE, "De container brandt"),
    (FIRE, "het brandt bij de buren"),
    (FIRE, "hett brand op de hoek"),
    (FIRE, "er is een grote brand in de straat"),
    (FIRE, "brandende vuilbak op het plein"),
    (FIRE, "Ik zie vlammen uit het raam"),
    (FIRE, "vlamen op het dak"),
    (FIRE, "Er komt rook uit het dak"),
    (FIRE, "er komt zwarte rook uit nummer 12"),
    (FIRE, "Er kwam veel rook onder de deur uit"),
    (GAS, "gasgeur in de gang"),
    (GAS, "GASSGEUR in de kelder"),
    (GAS, "Ik ruik gas"),
    (GAS, "wij ruiken overal gas"),
    (GAS, "ik denk dat ik gas ruik"),
    (GAS, "er is een gaslek"),
    (GAS, "gas lek in de straat"),
    (GAS, "CO-vergiftiging bij de buren"),
    (VIOLENCE, "steekpartij op het plein"),
    (VIOLENCE, "er is iemand neergestoken"),
    (VIOLENCE, "Die man heeft een mes"),
    (VIOLENCE, "hij had een groot mes bij"),
    (VIOLENCE, "hij bedreigt ons met een mes"),
    (VIOLENCE, "Er is geschoten"),
    (VIOLENCE, "we hoorden schoten"),
    (VIOLENCE, "een jongen met een pistool"),
    (VIOLENCE, "hij zwaait met een geweer"),
    (VIOLENCE, "hij wil haar vermoorden"),
    (VIOLENCE, "ze zegt dat ze verkracht is"),
    (HOME, "mijn man slaat mij"),
    (HOME, "hij sloeg me gisteren weer"),
    (HOME, "ik ben bang omdat hij mij slaat"),
    (HOME, "hij heeft mij weer geslagen"),
    (INJURY, "mijn buurman bloedt"),
    (INJURY, "hij bloed aan zijn hoofd"),
    (INJURY, "vrouw ligt bewusteloos op straat"),
    (INJURY, "hij is bewustelos"),
    (INJURY, "hij ademt niet meer"),
    (INJURY, "hij ademt nie"),
    (INJURY, "de baby die niet meer ademt"),
    (SUICIDE, "hij praat over zelfmoord"),
    (SUICIDE, "zelfmoort"),
    (SUICIDE, "ik wil niet meer leven"),
    (SUICIDE, "Ze zegt dat ze niet meer wil leven"),
]

NO_DANGER_DUTCH = [
    "De brandtrap ligt vol met vuil",
    "De brandblusser in de hal is leeg",
    "Veel brandnetels aan het pad",
    "Het stinkt naar mest",
    "Vuurwerk tot 3 uur 's nachts",
    "Wij wonen in Brandweg 12",
    "De brandweerkazerne maakt lawaai",
    "Kinderen spelen met een waterpistool",
    "kinderen met een water pistool",
    "De straatlamp brandt niet",
    "De lamp hier brandt al dagen niet",
    "De straatverlichting brandt overdag",
    "er brandt geen licht in de straat",
    "Lampen branden niet meer",
    "Iemand legde messen en vorken bij het afval",
    "De gasfles ligt op straat",
    "De gasmeter is stuk",
    "de buren roken op de trap",
    "Ik ben niet in de buurt. Brand de lamp nog?",
    "Er ligt bloed op de stoep van een dier",
    "We kunnen hier niet meer rustig leven",
    "Mij best, hij slaat de deur hard dicht",
    "de hond ademt luid",
    "Ademt de muur? Niet echt.",
    "",
]

TURKISH = [
    (FIRE, "Ev yanıyor"),
    (FIRE, "ARABA YANIYOR"),
    (FIRE, "araba yaniyor yardim edin"),
    (FIRE, "ev yanıyo"),
    (FIRE, "Yangın var!"),
    (FIRE, "YANGIN VAR"),
    (FIRE, "yangin vaar"),
    (FIRE, "bodrumda yangın çıktı"),
    (FIRE, "alevler çatıya geldi"),
    (FIRE, "Pencereden alev çıkıyor"),
    (FIRE, "çöpler tutuştu"),
    (FIRE, "perde tutusmus"),
    (VIOLENCE, "Adam bıçak çekti"),
    (VIOLENCE, "bicak cekti bana"),
    (VIOLENCE, "bıçağını çekmiş"),
    (VIOLENCE, "birini bıçakladılar"),
    (VIOLENCE, "komsumu bicakladi"),
    (VIOLENCE, "Silahlı bir adam var"),
    (VIOLENCE, "silahli adamlar geldi"),
    (VIOLENCE, "Silahını çekti"),
    (VIOLENCE, "ateş ettiler"),
    (VIOLENCE, "ates ediyorlar"),
    (VIOLENCE, "Sokakta ateş açtılar"),
    (VIOLENCE, "bir genç vuruldu"),
    (VIOLENCE, "Beni öldürecek"),
    (VIOLENCE, "oldurecegini soyledi"),
    (HOME, "Kocam beni dövüyor"),
    (HOME, "beni dovuyo her gun"),
    (HOME, "beni yine dövdü"),
    (INJURY, "Adamın kafası kanıyor"),
    (INJURY, "basi kaniyor"),
    (INJURY, "çok kanama var"),
    (INJURY, "Yerde kan içinde yatıyor"),
    (INJURY, "Komşum bayıldı"),
    (INJURY, "kadın bayılmış"),
    (INJURY, "kendine gelmiyor"),
    (INJURY, "Çocuk nefes almıyor"),
    (INJURY, "nefes alamıyorum"),
    (GAS, "Mutfak gaz kokuyor"),
    (GAS, "evde gaz kokusu var"),
    (GAS, "GAZ KOKUSU ALIYORUM"),
    (GAS, "gaz kaçağı var"),
    (GAS, "doğalgaz sızıyor"),
    (GAS, "Karbonmonoksit zehirlenmesi"),
    (GAS, "karbon monoksitten zehirlendik"),
    (SUICIDE, "kendimi oldurmek istiyorum"),
    (SUICIDE, "Ölmek istiyorum"),
    (SUICIDE, "olmek istiyom artik"),
    (SUICIDE, "intihar etmeyi düşünüyor"),
    (SUICIDE, "İNTİHAR"),
]

NO_DANGER_TURKISH = [
    "Yangın merdiveni dolu",
    "Yangın tüpü boş",
    "yangın alarmı çalıyor, yangın yok",
    "yangın alarmı var ama çalışmıyor",
    "Çocuğumun ateşi var",
    "Eski kanepe sokakta",
    "Filme bayıldım",
    "yemeğe bayıldık",
    "Sokak lambası yanmıyor",
    "Sokak lambası gündüz yanıyor",
    "Işıklar gece de yanıyor",
    "Alevi derneğinin önünde çöp var",
    "Ateş etrafında oturuyorlar, bağırıyorlar",
    "Kan tahlili nerede yapılır?",
    "Mutfakta bıçak bileyen adam geliyor",
    "Silah sesi değil, havai fişek",
    "Bizi dolandırdı",
    "gaz faturası çok yüksek",
    "Gazeteyi kapıya atıyorlar",
    "Maaşımı almıyorum, nefes yok",
    "Kapı vurdu",
    "Kanal kokuyor",
    "Ölen kedi var sokakta",
    "Her gün gürültü",
]

BULGARIAN = [
    (FIRE, "Гори къщата!"),
    (FIRE, "ГОРИ БЛОКЪТ"),
    (FIRE, "гори ни апартамента"),
    (FIRE, "Къщата до нас гори"),
    (FIRE, "кьщата гори"),
    (FIRE, "Има пожар"),
    (FIRE, "Пожарът е голям"),
    (FIRE, "Запали се колата"),
    (FIRE, "контейнерът се запали"),
    (FIRE, "виждам пламъци"),
    (VIOLENCE, "Наръгаха един човек"),
    (VIOLENCE, "намушкан е"),
    (VIOLENCE, "Той вади нож"),
    (VIOLENCE, "извади голям нож"),
    (VIOLENCE, "заплашва ме с нож"),
    (VIOLENCE, "Чу се стрелба"),
    (VIOLENCE, "имаше изстрели"),
    (VIOLENCE, "чух истрел"),
    (VIOLENCE, "Стрелят по улицата"),
    (VIOLENCE, "ще ме убие"),
    (VIOLENCE, "ште ме убият"),
    (HOME, "мъжът ми бие ме"),
    (HOME, "Мъжът ми ме бие всеки ден"),
    (INJURY, "Кърви от главата"),
    (INJURY, "кьрви много"),
    (INJURY, "в безсъзнание е"),
    (INJURY, "Жената припадна"),
    (INJURY, "детето не диша"),
    (INJURY, "Не мърда!"),
    (GAS, "Мирише на газ"),
    (GAS, "мирише ми силно на газ"),
    (GAS, "изтича газ в мазето"),
    (SUICIDE, "Ще се убия"),
    (SUICIDE, "искам да се убия"),
    (SUICIDE, "говори за самоубийство"),
]

BULGARIAN_IN_LATIN_LETTERS = [
    (FIRE, "gori kashtata"),
    (FIRE, "Gori kyshtata!!"),
    (FIRE, "gori ku6tata"),
    (FIRE, "GORI BLOKUT"),
    (FIRE, "blokat gori"),
    (FIRE, "gori apartamenta"),
    (FIRE, "ima pozhar"),
    (FIRE, "pojar v bloka"),
    (FIRE, "golqm pozar"),
    (FIRE, "zapali se kolata"),
    (FIRE, "plamaci ot prozoreca"),
    (FIRE, "plamytsi"),
    (VIOLENCE, "narugaha edin chovek"),
    (VIOLENCE, "nary6ka go, narygaha go"),
    (VIOLENCE, "namushkaha go"),
    (VIOLENCE, "namu6kan"),
    (VIOLENCE, "vadi nozh"),
    (VIOLENCE, "izvadi noj"),
    (VIOLENCE, "zapla6va me s noz"),
    (VIOLENCE, "strelba na ulicata"),
    (VIOLENCE, "ima izstreli"),
    (VIOLENCE, "strelqt"),
    (VIOLENCE, "strelyat po nas"),
    (VIOLENCE, "shte me ubie"),
    (VIOLENCE, "6te me ubie"),
    (VIOLENCE, "shte me ubiqt"),
    (HOME, "maja mi bie me"),
    (HOME, "muzhut mi me bie"),
    (INJURY, "karvi ot glavata"),
    (INJURY, "kyrvi mnogo"),
    (INJURY, "v bezsaznanie e"),
    (INJURY, "bezsyznanie"),
    (INJURY, "jenata pripadna"),
    (INJURY, "deteto ne disha"),
    (INJURY, "ne di6a"),
    (INJURY, "ne myrda"),
    (GAS, "mirishe na gaz"),
    (GAS, "miri6e silno na gaz"),
    (GAS, "izticha gaz"),
    (GAS, "izti4a gaz"),
    (SUICIDE, "shte se ubiya"),
    (SUICIDE, "6te se ubiq"),
    (SUICIDE, "shte se ubia"),
    (SUICIDE, "samoubijstvo"),
    (SUICIDE, "samoubiistvo"),
]

NO_DANGER_BULGARIAN = [
    "Ходим в гори и планини",
    "Боклук в гората",
    "Пожарогасителят е празен",
    "Пожарогасител липсва",
    "Крушката гори денем",
    "Къщата е мръсна, хубави гори наоколо",
    "Ядем с нож и вилица",
    "Ножът е тъп",
    "Не, диша нормално",
    "Мирише на боклук",
    "сметката за газ е висока",
    "Бият камбаните, пречи ме",
    "Убиха ми котката",
    "Шумът пречи",
    "Той не е тук",
    "Кога идва боклукчийската кола?",
    "bokluk v gorata",
    "pozharogasitel lipsva",
    "mirishe na bokluk",
    "gorite sa dalech",
    "ne e tuk",
    "smetkata za gaz e visoka",
    "qdem s noj i vilica",
    "ima mnogo shum nosht",
    "parkirat pred vratata",
]


@pytest.mark.parametrize(("kind", "text"), DUTCH)
def test_dutch_danger_is_seen(kind: DangerKind, text: str) -> None:
    assert kinds_of(text, "nl") == {kind}


@pytest.mark.parametrize(("kind", "text"), TURKISH)
def test_turkish_danger_is_seen(kind: DangerKind, text: str) -> None:
    assert kinds_of(text, "tr") == {kind}


@pytest.mark.parametrize(("kind", "text"), BULGARIAN)
def test_bulgarian_danger_is_seen(kind: DangerKind, text: str) -> None:
    assert kinds_of(text, "bg") == {kind}


@pytest.mark.parametrize(("kind", "text"), BULGARIAN_IN_LATIN_LETTERS)
def test_bulgarian_danger_is_seen_in_latin_letters(kind: DangerKind, text: str) -> None:
    assert kinds_of(text, "bg") == {kind}


@pytest.mark.parametrize("text", NO_DANGER_DUTCH)
def test_no_danger_is_seen_in_ordinary_dutch(text: str) -> None:
    assert danger_in(text, "nl") is None


@pytest.mark.parametrize("text", NO_DANGER_TURKISH)
def test_no_danger_is_seen_in_ordinary_turkish(text: str) -> None:
    assert danger_in(text, "tr") is None


@pytest.mark.parametrize("text", NO_DANGER_BULGARIAN)
def test_no_danger_is_seen_in_ordinary_bulgarian(text: str) -> None:
    assert danger_in(text, "bg") is None


def test_a_message_may_speak_of_several_dangers() -> None:
    assert kinds_of("Mijn man slaat mij, hij bloedt en het huis staat in brand", "nl") == {HOME, INJURY, FIRE}


def test_a_threat_to_oneself_is_seen_beside_the_threat() -> None:
    assert kinds_of("Kendimi öldüreceğim", "tr") == {SUICIDE, VIOLENCE}


def test_only_the_language_of_the_chat_is_looked_at() -> None:
    assert danger_in("Yangın var", "nl") is None


def test_a_language_without_words_of_danger_shows_none() -> None:
    assert danger_in("Pali się dom", "pl") is None


def test_danger_is_seen_in_the_middle_of_a_long_message() -> None:
    long = "We wonen hier al lang en het is rustig. " * 50
    assert kinds_of(f"{long}Nu ruik ik gas in de gang. {long}", "nl") == {GAS}


def kinds_of(text: str, language: str) -> set[DangerKind]:
    danger = danger_in(text, language)
    return set() if danger is None else set(danger.kinds)
