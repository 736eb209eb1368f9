"""Sentences that nobody looked at while the word lists of the shipped cities were written: how good they are is measured on these."""

from tests.domain.likely_sentences import Sentences

DUTCH: Sentences = {
    "waste": (
        "er ligt een oude matras en een tv op straat",
        "papiercontainer zit propvol",
        "ze gooien pampers in de gracht",
    ),
    "noise": (
        "disco tot in de vroege uurtjes hiernaast",
        "de hanen van achter kraaien om 5 uur",
        "constant getoeter onder mijn raam",
    ),
    "traffic": ("aan de school rijdt iedereen te hard", "dubbel geparkeerd bij de bakker"),
    "housing": (
        "het dak lekt in onze slaapkamer",
        "de eigenaar geeft de waarborg niet terug",
        "er zijn muizen in mijn studio",
    ),
    "building": ("die oude cinema staat te verkrotten", "er slapen mensen in het lege gebouw"),
    "neighbours": ("de mensen van hiernaast maken altijd ruzie", "mijn buurvrouw bedreigt mij"),
    "groups": ("gastjes hangen elke avond aan de bushalte", "er zit een groep te blowen op het bankje"),
    "street": ("de rioolkolk zit verstopt", "takken hangen over de stoep", "het is pikdonker in het steegje"),
    "unsafe": ("iemand probeerde mijn deur open te breken", "er liggen spuiten op het speelplein"),
    "work": ("ik krijg mijn geld niet van de aannemer", "ontslagen zonder reden"),
}
TURKISH: Sentences = {
    "waste": (
        "sokakta eski yatak ve televizyon var",
        "kağıt konteyneri dolmuş",
        "dereye bebek bezi atıyorlar",
    ),
    "noise": (
        "yan tarafta sabaha kadar müzik çalıyor",
        "horozlar sabah beşte ötüyor",
        "pencerenin altında sürekli korna",
    ),
    "traffic": ("okulun önünde herkes hızlı gidiyor", "fırının önünde çift sıra park"),
    "housing": ("yatak odamızın tavanı akıyor", "ev sahibi depozitoyu geri vermiyor", "dairemde fareler var"),
    "building": ("eski sinema harabeye döndü", "bos binada birileri yatiyor"),
    "neighbours": ("yan komşular hep kavga ediyor", "komşu kadın beni tehdit ediyor"),
    "groups": ("her akşam durakta gençler toplanıyor", "bankta bir grup esrar içiyor"),
    "street": ("rögar tıkanmış", "dallar kaldırıma sarkıyor", "ara sokak çok karanlık"),
    "unsafe": ("biri kapımı kırmaya çalıştı", "çocuk parkında şırınga var"),
    "work": ("müteahhit paramı ödemiyor", "sebepsiz işten çıkardılar"),
}
BULGARIAN: Sentences = {
    "waste": (
        "на улицата има стар матрак и телевизор",
        "контейнерът за хартия е препълнен",
        "хвърлят памперси в канавката",
    ),
    "noise": (
        "до сутринта дискотека до нас",
        "петлите пеят в пет сутринта",
        "постоянно свирят с клаксони под прозореца",
    ),
    "traffic": ("пред училището всички карат бързо", "паркират на две редици пред хлебарницата"),
    "housing": ("покривът тече в спалнята ни", "собственикът не връща депозита", "има мишки в квартирата ми"),
    "building": ("старото кино се руши", "хора спят в празната сграда"),
    "neighbours": ("съседите до нас все се карат", "комшийката ме заплашва"),
    "groups": ("всяка вечер момчета висят на спирката", "група пуши трева на пейката"),
    "street": ("шахтата е запушена", "клоните висят над тротоара", "в уличката е много тъмно"),
    "unsafe": ("някой се опита да разбие вратата ми", "на площадката има спринцовки"),
    "work": ("майсторът не ми дава парите", "уволниха ме без причина"),
}
BULGARIAN_IN_LATIN_LETTERS: Sentences = {
    "waste": ("na ulicata ima star matrak i televizor", "konteinerat za hartiq e prepulnen"),
    "noise": ("postoqnno svirqt s klaksoni pod prozoreca", "do sutrinta diskoteka do nas"),
    "traffic": ("pred u4ili6teto vsi4ki karat burzo",),
    "housing": ("pokrivut te4e v spalnqta ni", "sobstvenikat ne vrushta depozita"),
    "building": ("staroto kino se rushi", "hora spqt v praznata sgrada"),
    "neighbours": ("sasedite do nas vse se karat", "komshiikata me zapla6va"),
    "groups": ("vsqka vecher momcheta visqt na spirkata", "grupa pushi treva na peikata"),
    "street": ("shahtata e zapu6ena", "klonite visqt nad trotoara", "v ulichkata e mnogo tamno"),
    "unsafe": ("nqkoi se opita da razbie vratata mi", "na plo6tadkata ima sprincovki"),
    "work": ("maistorat ne mi dava parite", "uvolniha me bez pri4ina"),
}
