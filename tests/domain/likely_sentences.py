"""What people write about each category of the shipped cities: as they type it, with slips, without marks, in either script."""

from collections.abc import Mapping
from typing import Final

Sentences = Mapping[str, tuple[str, ...]]

DUTCH: Final[Sentences] = {
    "waste": (
        "er liggen al drie weken zakken voor de deur",
        "iemand heeft een oude wasmachine gedumpt in het bos",
        "De vuilbakken worden niet geleegd",
        "overal hondendrollen op de stoep",
        "vuilkar is niet langs geweest vandaag",
        "sluikstorten achter de kerk",
    ),
    "noise": (
        "de muziek staat weer veel te luid",
        "hond blaft de hele nacht",
        "brommers tot 2 uur s nachts, we kunnen niet slapen",
        "ze boren en kloppen op zondag",
        "feestje elke vrijdag, bass door de muren",
    ),
    "traffic": (
        "auto's rijden veel te hard in onze straat",
        "er staat altijd iemand voor mijn garage geparkeerd",
        "ze racen met quads op de weg",
        "vrachtwagens blokkeren de straat",
        "wagens staan op het fietspad",
    ),
    "housing": (
        "schimmel in de slaapkamer van mijn kind",
        "de verwarming werkt niet en de huisbaas doet niks",
        "we wonen met 12 mensen in 1 huis",
        "geen warm water sinds maandag",
        "mijn verhuurder wil mij buiten zetten",
        "kakkerlakken in ons apartement",
    ),
    "building": (
        "het huis op de hoek staat al jaren leeg",
        "er vallen stenen van de gevel",
        "leegstaand pand met gebroken ramen",
        "die ruine is gevaarlijk voor kinderen",
    ),
    "neighbours": (
        "mijn buurman scheldt mij altijd uit",
        "ruzie over de haag",
        "de bovenburen gooien dingen van het balkon",
        "mijn gebuur pest ons",
    ),
    "groups": (
        "een bende jongeren hangt rond aan de winkel",
        "mannen drinken bier op het pleintje en roepen",
        "dronken mensen slapen in het park",
        "ze plassen tegen de muur elke avond",
    ),
    "street": (
        "de straatlamp voor nummer 5 is kapot",
        "grote put in het voetpad",
        "een boom is omgewaaid",
        "het gras is nooit gemaaid",
        "losse tegels, mijn moeder is gevallen",
        "de schommel in de speeltuin is stuk",
    ),
    "unsafe": (
        "ik durf s avonds niet meer buiten",
        "ze verkopen drugs in de garageboxen",
        "er is ingebroken bij ons",
        "mijn fiets is gestolen",
        "een man volgt mij naar huis",
    ),
    "work": (
        "mijn baas betaalt mij niet",
        "ik werk zonder contract",
        "ze hebben mijn loon niet gestort",
        "de interim pakt geld af voor de kamer en het busje",
    ),
}

TURKISH: Final[Sentences] = {
    "waste": (
        "kapının önünde günlerdir çöp torbaları duruyor",
        "birisi eski camasir makinesini ormana atmış",
        "cop kutulari tasiyor kimse bosaltmiyor",
        "kaldirimda kopek pisligi var",
        "cop arabasi bugun gelmedi",
        "yere izmarit ve şişe atıyorlar",
    ),
    "noise": (
        "müziği sonuna kadar açıyorlar",
        "köpek bütün gece havlıyor",
        "gece 2ye kadar motor sesi uyuyamıyoruz",
        "pazar günü matkapla çalışıyorlar",
        "her cuma parti var gurultuden duramiyoruz",
    ),
    "traffic": (
        "arabalar sokağımızda çok hızlı gidiyor",
        "garajımın önüne sürekli park ediyorlar",
        "genclerin arabalari yaris yapiyor",
        "kamyonlar yolu kapatıyor",
        "yaya geçidinde kimse durmuyor",
    ),
    "housing": (
        "çocuğumun odasında küf var",
        "kalorifer calismiyor ev sahibi ilgilenmiyor",
        "bir evde 12 kişi kalıyoruz",
        "pazartesiden beri sıcak su yok",
        "ev sahibi bizi çıkarmak istiyor",
        "dairemizde hamam böceği dolu",
    ),
    "building": (
        "köşedeki ev yıllardır boş",
        "binanın cephesinden taş düşüyor",
        "terk edilmis bina camlari kirik",
        "yıkılmak üzere olan bina çocuklar için tehlikeli",
    ),
    "neighbours": (
        "komşum bana sürekli küfür ediyor",
        "bahçe duvarı yüzünden kavga ediyoruz",
        "ust kattaki komsu balkondan bir sey atiyor",
        "komşular bizi tehdit ediyor",
    ),
    "groups": (
        "dükkanın önünde bir grup genç takılıyor",
        "meydanda bira içip bağırıyorlar",
        "parkta sarhoşlar yatıyor",
        "her aksam duvara isiyorlar",
    ),
    "street": (
        "5 numaranın önündeki sokak lambası bozuk",
        "kaldırımda büyük çukur var",
        "ağaç devrilmiş",
        "cimenler hic bicilmiyor",
        "kaldirim taslari oynuyor annem dustu",
        "oyun parkındaki salıncak kırık",
    ),
    "unsafe": (
        "akşamları dışarı çıkmaya korkuyorum",
        "garajlarda uyuşturucu satıyorlar",
        "evimize hırsız girdi",
        "bisikletim çalındı",
        "bir adam beni eve kadar takip ediyor",
    ),
    "work": (
        "patron paramı vermiyor",
        "sözleşmesiz çalışıyorum",
        "maasimi yatirmadilar",
        "işçi bürosu oda ve servis için para kesiyor",
    ),
}

BULGARIAN: Final[Sentences] = {
    "waste": (
        "от седмици стоят чували пред входа",
        "някой изхвърли стара пералня в гората",
        "кофите преливат и никой не ги изпразва",
        "навсякъде кучешки изпражнения",
        "боклукчийската кола не мина днес",
        "хвърлят фасове и бутилки на земята",
    ),
    "noise": (
        "музиката пак е много силна",
        "куче лае цяла нощ",
        "мотори до 2 през нощта, не можем да спим",
        "пробиват с бормашина в неделя",
        "купони всеки петък",
    ),
    "traffic": (
        "колите карат много бързо по нашата улица",
        "винаги паркират пред гаража ми",
        "младежи се състезават с коли",
        "камиони запушват улицата",
        "никой не спира на пешеходната пътека",
    ),
    "housing": (
        "мухъл в стаята на детето ми",
        "парното не работи и хазяинът нищо не прави",
        "живеем 12 души в една къща",
        "няма топла вода от понеделник",
        "хазяинът иска да ни изгони",
        "хлебарки в апартамента ни",
    ),
    "building": (
        "къщата на ъгъла от години е празна",
        "падат камъни от фасадата",
        "изоставена сграда със счупени прозорци",
        "тази развалина е опасна за децата",
    ),
    "neighbours": (
        "съседът постоянно ме псува",
        "караме се за оградата",
        "комшиите отгоре хвърлят неща от балкона",
        "съседката ни тормози",
    ),
    "groups": (
        "група младежи висят пред магазина",
        "пият бира на площада и викат",
        "пияни спят в парка",
        "пикаят по стената всяка вечер",
    ),
    "street": (
        "уличната лампа пред номер 5 не свети",
        "голяма дупка на тротоара",
        "падна дърво",
        "тревата никога не се коси",
        "плочките се клатят, майка ми падна",
        "люлката на площадката е счупена",
    ),
    "unsafe": (
        "страх ме е да излизам вечер",
        "продават дрога в гаражите",
        "разбиха ни апартамента и ни обраха",
        "откраднаха ми колелото",
        "един мъж ме следи до вкъщи",
    ),
    "work": (
        "шефът не ми плаща",
        "работя без договор",
        "не са ми превели заплатата",
        "агенцията ми взима пари за стая и транспорт",
    ),
}

BULGARIAN_IN_LATIN_LETTERS: Final[Sentences] = {
    "waste": (
        "ot sedmici stoqt chuvali pred vhoda",
        "nqkoi izhvurli stara peralnq v gorata",
        "kofite prelivat i nikoi ne gi izprazva",
        "navsqkade ku4e6ki izprajneniq",
        "bokluk4iiskata kola ne mina dnes",
        "hvarlqt fasove i butilki na zemqta",
    ),
    "noise": (
        "muzikata pak e mnogo silna",
        "kuche lae cqla nosht",
        "motori do 2 prez no6tta, ne mojem da spim",
        "probivat s bormashina v nedelq",
        "kuponi vseki petuk",
    ),
    "traffic": (
        "kolite karat mnogo burzo po nashata ulica",
        "vinagi parkirat pred garaja mi",
        "mladeji se systezavat s koli",
        "kamioni zapushvat ulicata",
        "nikoi ne spira na pe6ehodnata pateka",
    ),
    "housing": (
        "muhul v staqta na deteto mi",
        "parnoto ne raboti i hazqinut ni6to ne pravi",
        "jiveem 12 dushi v edna kashta",
        "nqma topla voda ot ponedelnik",
        "hazqinat iska da ni izgoni",
        "hlebarki v apartamenta ni",
    ),
    "building": (
        "kushtata na ugula ot godini e prazna",
        "padat kamani ot fasadata",
        "izostavena sgrada sus schupeni prozorci",
        "tazi razvalina e opasna za decata",
    ),
    "neighbours": (
        "susedut postoqnno me psuva",
        "karame se za ogradata",
        "komshiite otgore hvurlqt ne6ta ot balkona",
        "sasedkata ni tormozi",
    ),
    "groups": (
        "grupa mladeji visqt pred magazina",
        "piqt bira na plo6tada i vikat",
        "piqni spqt v parka",
        "pikaqt po stenata vsqka ve4er",
    ),
    "street": (
        "ulichnata lampa pred nomer 5 ne sveti",
        "golqma dupka na trotoara",
        "padna durvo",
        "trevata nikoga ne se kosi",
        "plo4kite se klatqt, maika mi padna",
        "liulkata na ploshtadkata e schupena",
    ),
    "unsafe": (
        "strah me e da izlizam vecher",
        "prodavat droga v garajite",
        "razbiha ni apartamenta i ni obraha",
        "otkradnaha mi koleloto",
        "edin muj me sledi do vkashti",
    ),
    "work": (
        "shefut ne mi plashta",
        "rabotq bez dogovor",
        "ne sa mi preveli zaplatata",
        "agenciqta mi vzima pari za staq i transport",
    ),
}
