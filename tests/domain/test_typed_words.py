"""A table of what is a command when it is typed, and of what is a report although it begins like one."""

from pathlib import Path

import pytest

from bot.domain.city_file import read_city
from bot.domain.typed_words import TypedWords, is_one_slip
from bot.texts import LOCALES, Texts
from handlers.wishes import FINE, NO, UNCLEAR, WISHES, YES

TEXTS = Texts(["nl", "tr", "bg"])
DOES = {
    "nl": {
        "melden": "menu-report",
        "Melden!": "menu-report",
        "MELDING": "menu-report",
        "Hallo, ik wil graag iets melden aub": "menu-report",
        "er is een probleem": "menu-report",
        "ik heb een klacht": "menu-report",
        "overlast melden": "menu-report",
        "meldne": "menu-report",
        "een vraag": "menu-ask",
        "Ik wil een vraag stellen.": "menu-ask",
        "vrag stellen": "menu-ask",
        "ik heb een idee": "idea",
        "voorstel": "idea",
        "Mijn meldingen": "menu-cases",
        "hoe staat het ermee?": "menu-cases",
        "nieuws": "menu-news",
        "wijknieuws": "menu-news",
        "geen nieuws meer aub": "news-off",
        "afmelden": "news-off",
        "wie is mijn wijkmanager?": "menu-wijkmanager",
        "wijkmanger": "menu-wijkmanager",
        "wis mijn gegevens": "menu-settings",
        "andere taal": "language",
        "Taal": "language",
        "help": "help",
        "Hulp!!!": "help",
        "hoe werkt dit?": "help",
        "stop": "stop",
        "Stop!": "stop",
        "annuleren": "stop",
        "laat maar": "stop",
        "niet verzenden": "stop",
        "stuur het niet": "stop",
        "menu": "menu",
        "opnieuw beginnen": "menu",
        "terug": "draft-back",
        "verstuur": "send",
        "ik wil iemand spreken": "talk",
        "Ik wil graag met een mens praten": "talk",
        "bel mij": "talk",
        "dankjewel": "thanks",
        "Ja": YES,
        "ja, dat klopt!": YES,
        "ok": YES,
        "nee": NO,
        "Dat klopt niet": NO,
        "👍": FINE,
        "goeiedag": UNCLEAR,
        "Hallo, goeiedag!": UNCLEAR,
    },
    "tr": {
        "bildir": "menu-report",
        "BİLDİR": "menu-report",
        "bir sorun bildirmek istiyorum": "menu-report",
        "Merhaba, bir sorunum var": "menu-report",
        "sikayet etmek istiyorum": "menu-report",
        "şikâyet": "menu-report",
        "problem var": "menu-report",
        "soru": "menu-ask",
        "Bir şey sormak istiyorum": "menu-ask",
        "sorum var": "menu-ask",
        "bir fikrim var": "idea",
        "oneri": "idea",
        "mesajlarım": "menu-cases",
        "mesajlarim": "menu-cases",
        "haberler": "menu-news",
        "HABERLER": "menu-news",
        "haber istemiyorum": "news-off",
        "mahalle sorumlusu kim": "menu-wijkmanager",
        "verilerimi sil": "menu-settings",
        "dil değiştir": "language",
        "dili degistir": "language",
        "Türkçe": "language",
        "yardım": "help",
        "yardim edin!": "help",
        "imdat": "help",
        "yardm": "help",
        "vazgeç": "stop",
        "vazgec": "stop",
        "iptal": "stop",
        "dur": "stop",
        "göndermeyin": "stop",
        "gondermeyin lutfen": "stop",
        "durdurun": "stop",
        "ana menü": "menu",
        "geri": "draft-back",
        "gönder": "send",
        "gonder lutfen": "send",
        "biriyle konuşmak istiyorum": "talk",
        "lütfen beni arayın": "talk",
        "insan": "talk",
        "çok teşekkür ederim": "thanks",
        "Evet": YES,
        "evet, doğru": YES,
        "tamam gonder": YES,
        "hayır": NO,
        "yanlis": NO,
        "merhaba": UNCLEAR,
        "selamün aleyküm": UNCLEAR,
    },
    "bg": {
        "сигнал": "menu-report",
        "Сигнал!": "menu-report",
        "искам да подам сигнал": "menu-report",
        "имам проблем": "menu-report",
        "имам оплакване": "menu-report",
        "signal": "menu-report",
        "iskam da saobshtq problem": "menu-report",
        "сингал": "menu-report",
        "въпрос": "menu-ask",
        "имам един въпрос": "menu-ask",
        "imam vapros": "menu-ask",
        "искам да попитам нещо": "menu-ask",
        "идея": "idea",
        "имам предложение": "idea",
        "моите сигнали": "menu-cases",
        "moite syobshteniq": "menu-cases",
        "новини": "menu-news",
        "novini": "menu-news",
        "не искам новини": "news-off",
        "спри новините": "news-off",
        "кой отговаря?": "menu-wijkmanager",
        "изтрий данните ми": "menu-settings",
        "език": "language",
        "смени езика": "language",
        "друг език": "language",
        "помощ": "help",
        "pomosht": "help",
        "pomo6t": "help",
        "помогнете ми!": "help",
        "стоп": "stop",
        "stop": "stop",
        "отказвам се": "stop",
        "край": "stop",
        "не пращай": "stop",
        "ne izprashtaite": "stop",
        "меню": "menu",
        "назад": "draft-back",
        "изпрати": "send",
        "izprati": "send",
        "искам да говоря с човек": "talk",
        "iskam da govorq s chovek": "talk",
        "обадете ми се моля": "talk",
        "благодаря": "thanks",
        "blagodarq": "thanks",
        "Да": YES,
        "da": YES,
        "да, вярно е": YES,
        "не": NO,
        "ne e vqrno": NO,
        "здравейте": UNCLEAR,
        "dobar den": UNCLEAR,
    },
}
TELLS = {
    "nl": (
        "stop met dat lawaai",
        "Stop, er ligt glas op straat",
        "help, mijn buurman schreeuwt",
        "hulp nodig bij een lek",
        "melden dat de lamp stuk is",
        "er is een probleem met de riool",
        "het probleem is er weer",
        "de wijkmanager is niet gekomen",
        "nieuwsgierige kinderen op het plein",
        "nieuws over de werken in de Stalenstraat?",
        "terug afval in de gang",
        "weer lawaai",
        "afval",
        "lawaai",
        "ratten",
        "de lamp is stuk",
        "vraag: wanneer komt de vuilniswagen",
        "wat is dat voor stank",
        "mijn gegevens staan verkeerd in jullie brief",
        "ik ben bang",
        "een mens ligt op de grond",
        "er ligt iemand op straat",
        "dag en nacht muziek",
        "ok maar het is nog niet opgelost",
        "ja maar ze doen het nog altijd",
        "taalles voor mijn vrouw",
        "start van de werken is te vroeg",
        "begin van de straat ligt vol",
        "verstuurd pakje gestolen",
        "Stalenstraat 12",
        "bank kapot",
        "brand",
        "Er is iets",
        "Iets nieuws",
        "Contract",
        "wissel",
        "straat",
        "Meiden",
    ),
    "tr": (
        "dur artık şu gürültü",
        "Durmadan bağırıyorlar",
        "yardım edin komşum dövüyor",
        "sorun hâlâ devam ediyor",
        "bu sorun çok büyük",
        "kapımda çöp sorunu var",
        "bildirdim ama kimse gelmedi",
        "haber verdim gelen yok",
        "haberimiz yoktu sokak kapalı",
        "dilenci var kapıda",
        "dilim varmıyor ama komşum uyuşturucu satıyor",
        "geri geldiler yine bağırıyorlar",
        "insanlar sokakta içki içiyor",
        "insan düştü",
        "görevli gelmedi",
        "merhaba komşum çok gürültü yapıyor",
        "selam sokakta çöp var",
        "evet ama hâlâ bozuk",
        "çöp",
        "gürültü",
        "fare var",
        "lamba yanmıyor",
        "çocuklar korkuyor",
        "korkuyorum",
        "sil baştan yaptılar yolu kırdılar",
        "iptal edilen randevu yüzünden evsizim",
        "teşekkürler ama çöp hâlâ orada",
        "baştan aşağı kırık",
        "su akıyor",
        "Stalenstraat 12",
        "gaz kokuyor",
        "bıçak",
        "Burak",
        "başkan",
    ),
    "bg": (
        "спри този шум",
        "спрете ги тези хора",
        "помогнете съседът ме бие",
        "помощ за детето ми с уроците",
        "сигналът за боклука още не е решен",
        "проблем с боклука",
        "проблемът е същият",
        "имам проблем с хазяина",
        "новите съседи викат",
        "новина няма ли за лампата",
        "назад зад блока има боклук",
        "обратно донесоха боклука",
        "край блока има плъхове",
        "край няма този шум",
        "човек лежи на земята",
        "хора пият на площада",
        "служителят не дойде",
        "здравейте имам боклук пред вратата",
        "да но още е счупено",
        "не работи лампата",
        "боклук",
        "шум",
        "плъхове",
        "лампата е счупена",
        "страх ме е",
        "изпратиха ни писмо за боклука",
        "езикът на съседа е лош",
        "данните в писмото са грешни",
        "благодаря но боклукът още е там",
        "Stalenstraat 12",
        "bokluk pred vratata",
        "shum cqla nosht",
        "изпратих",
        "жаба",
        "контракт",
    ),
}


def typed_words() -> TypedWords:
    def listed(name: str) -> list[str]:
        return [phrase.strip() for labels in TEXTS.labels(name) for phrase in labels.split("|")]

    phrases = {wish: listed(f"typed-{wish}") for wish in WISHES}
    return TypedWords(phrases, listed("typed-around"), unclear=UNCLEAR, others=listed("typed-others"))


TYPED = typed_words()


@pytest.mark.parametrize("language", ["nl", "tr", "bg"])
def test_words_that_are_commands_are_understood(language: str) -> None:
    assert len(DOES[language]) >= 25
    wrong = {text: TYPED.wish(text) for text, wish in DOES[language].items() if TYPED.wish(text) != wish}
    assert wrong == {}


@pytest.mark.parametrize("language", ["nl", "tr", "bg"])
def test_what_tells_something_is_never_a_command(language: str) -> None:
    assert len(TELLS[language]) >= 25
    swallowed = {text: TYPED.wish(text) for text in TELLS[language] if TYPED.wish(text)}
    assert swallowed == {}


def test_every_phrase_wishes_for_one_thing_in_all_languages() -> None:
    for wish in WISHES:
        for phrase in "|".join(TEXTS.labels(f"typed-{wish}")).split("|"):
            assert TYPED.wish(phrase) == wish, phrase


def test_no_place_of_a_shipped_city_is_a_command() -> None:
    for file in sorted((LOCALES.parent / "cities").glob("*.toml")):
        city = read_city(Path(file))
        names = [
            *city.streets.names,
            *(wijk.name for wijk in city.wijken),
            *(one.name for one in city.aliases),
        ]
        assert [name for name in names if TYPED.wish(name)] == []


def test_no_word_of_a_category_is_a_command() -> None:
    city = read_city(LOCALES.parent / "cities" / "genk.toml")
    words = [word for one in city.categories for listed in one.words.values() for word in listed]
    assert [word for word in words if TYPED.wish(word, forgiving=False)] == []


@pytest.mark.parametrize("signs", ["?", "!", "...", "??", "-", "🔥"])
def test_signs_alone_say_nothing(signs: str) -> None:
    assert TYPED.wish(signs) == UNCLEAR


def test_many_signs_and_nothing_at_all_are_no_wish() -> None:
    assert TYPED.wish("?!?! … —") is None
    assert TYPED.wish("  ") is None
    assert TYPED.wish("melden " * 20) is None


@pytest.mark.parametrize("typed", ["meldn", "melden", "meldden", "melten", "meldne", "mleden"])
def test_one_slip_is_forgiven(typed: str) -> None:
    assert is_one_slip(typed, "melden")


@pytest.mark.parametrize("typed", ["velden", "melk", "mld", "meldingen", "nedlem", "meelten"])
def test_more_than_a_slip_is_another_word(typed: str) -> None:
    assert not is_one_slip(typed, "melden")


def test_where_a_place_is_asked_for_nothing_is_forgiven() -> None:
    assert TYPED.wish("meldne", forgiving=False) is None
    assert TYPED.wish("melden", forgiving=False) == "menu-report"
