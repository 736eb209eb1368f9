"""Words at which the names of people stand, in the languages of the line; all are looked for in any capitals."""

from typing import Final

# Somebody says the own name: whatever comes next is it.
OWN: Final = (
    r"(?:mijn|m'n)\s+(?:voor|achter|familie)?naam\s+is|ik\s+heet|ik\s+noem|^(?:voor|achter)?naam(?=\s*:)"
    r"|ben[iı]m\s+(?:ad|[iı]sm)[ıi]m|[iıİ]smim|ad[ıi]m\s+soyad[ıi]m|soyad[ıi]m"
    r"|(?:^|(?<=[.!?,;]\s)|(?<=merhaba\s)|(?<=selam\s))ad[ıi]m"
    r"|(?:аз\s+)?се\s+казвам|казвам\s+се|(?:първото\s+)?името\s+ми\s+е|фамилията\s+ми\s+е|^име(?=\s*:)"
    r"|ka[zs][vw]am\s+se|imeto\s+mi\s+e|familiqta\s+mi\s+e"
)
# The same, where something else may come as well.
SELF: Final = r"ik\s+ben|hier\s+is|^met|ben(?!\s+bir)|аз\s+съм|az\s+s[uaъ]m"
# Then comes who is meant, also with a single name.
BEFORE: Final = (
    r"mevrouw|mevr\.?|meneer|mijnheer|dhr\.?|mw\.?|mr\.?|(?:de|geachte|beste)\s+heer|familie|fam\."
    r"|dokter|patron|baas|collega|vriend(?:in)?|buurman|buurvrouw|huisbaas|zoon|dochter|broer|zus|echtgenoot|echtgenote"
    r"|mijn\s+man|mijn\s+vrouw|haar\s+man|zijn\s+vrouw|heet|naam\s+is|genaamd"
    r"|bayan|bay|say[ıi]n|komşu|komşum|kocam|karım|oğlum|kızım|kardeşim|eşim|karısı|kocası|doktor|ev\s+sahib(?:im|imiz|i)|komşu(?:muz|ları)|ad[ıi]|ad[ıi]m|[iı]smi|oğlu|kızı|ev\s+sahibi"
    r"|г-н|г-жа|господин|госпожа|казва\s+се|съсед(?:ът|ката)?|хазяинът|името\s+(?:му|ѝ|й)\s+е|доктор|шефът"
    r"|мъжът\s+ми|жена\s+ми|синът\s+ми|дъщеря\s+ми|брат\s+ми|сестра\s+ми"
)
SALUTATIONS: Final = (
    r"^(?:dag|beste|hallo|geachte|merhaba|selam|sevgili|здравейте|здравей|скъпа|скъпи|уважаем[аи])"
)
CLOSINGS: Final = (
    r"(?:vriendelijke\s+)?groet(?:en|jes)?|mvg|bedankt|dank\s+u|dank\s+je|alvast|sayg[ıi]lar[ıi]mla|sayg[ıi]lar"
    r"|teşekkürler|teşekkür\s+ederim|поздрави|с\s+уважение|благодаря"
)
HONOURS: Final = r"han[ıi]m|bey|abla|abi|teyze|amca|hoca"
# Never a name, also with a capital and after such words; folded.
NO_NAMES: Final = frozenset(
    [
        "zwanger",
        "ziek",
        "bewoner",
        "bewoners",
        "burger",
        "buren",
        "gemeente",
        "stad",
        "wijkmanager",
        "wijkmanagers",
        "wijkbureau",
        "heer",
        "mevrouw",
        "meneer",
        "mijnheer",
        "colega",
        "colegas",
        "iedereren",
        "iedereen",
        "alemal",
        "team",
        "politie",
        "dienst",
        "turk",
        "turkse",
        "bulgar",
        "bulgarse",
        "belg",
        "belgische",
        "nederlander",
        "marokan",
        "roma",
        "polse",
        "pol",
        "syrier",
        "bey",
        "hanim",
        "belediye",
        "belediyesi",
        "yetkili",
        "arkadaslar",
        "komsu",
        "komsum",
        "komsular",
        "turkum",
        "bulgarim",
        "bulgaristanliyim",
        "genk",
        "община",
        "общината",
        "кмет",
        "кмета",
        "колеги",
        "полиция",
        "госпожо",
        "господине",
        "българин",
        "българка",
        "турчин",
        "туркиня",
    ]
)
