"""Small words, by which the language of a short message is guessed: of ours, and of those that are not."""

from collections.abc import Mapping
from typing import Final

# Words that carry little and stand in nearly every sentence, without diacritics; Bulgarian ones are found in Latin
# letters too, however they are spelt.
SMALL: Final[Mapping[str, str]] = {
    "nl": """aan achter al alle alles als altijd antwoord auto autos ben bent bij buiten buren daar dag dagen dan dat de
        deur deze die dit doen door een elke en er geen graag hallo hebben hebt heeft heel hele hem het hier hij hoe
        hoeveel huis iemand ieder iedere iets ik in is ja jaar jij jullie kan kapot komen komt kunnen ligt maar maken
        mag mee meer meneer met mevrouw mij mijn moet morgen naar nee niet niets niks nog nooit nu of om onder ons onze
        ook op open over oude snel staan staat straat te tegen toch tot tussen uit uur vaak van veel voor vraag vuil
        waar waarom wanneer was wat we weer week wel welke werkt wie wij wil wonen woon word worden wordt zal ze zeer
        zich zijn zit zo zonder zou zij dank bedankt gisteren vandaag alstublieft gelieve goedemorgen goedemiddag""",
    "tr": """acaba aksam aksamlari ama arkasinda artik asagi bana ben beni benim bey bir biri birisi biz bize bizim
        boyle bu bugun buna bunu bunun burada buraya burasi butun cok cocuk cocuklar cunku daha dan de degil diye dun
        eger en evde evet evim fakat gece gecen gibi gun hafta hala hangi hanim hayir hem hep her hic icin icinde ile iki ise
        istiyorum iyi kadar kapi karsi kez kim kimse komsu komsular kotu lutfen mahalle merhaba mi misiniz mu musunuz
        neden nedir ne nerede nereye niye olan olarak olacak oldu olsun olur onlar onu orada oraya oyle peki saat
        saatte sag sana sabah selam sen sey simdi siz sizin sokak sokakta sonra sorun soru su surekli tesekkurler
        tesekkur tum uc uzerinde uzun var varmi vardi ve veya ya yani yarin yardim yeni yer yine yok yol yolda
        yolu zaman eski para olmuyor yanlis zor buyuk kucuk cevap polis""",
    "bg": """аз ако ами без беше боклук боклука бъде беля благодаря в вас ваш вече ви вие винаги вода време все всеки
        всички всичко всяка всяко говоря голям голяма да дали дано два две деца децата днес до добре добър добро друг
        един една едно ето жена за зад заради защо защото здравей здравейте знам и идва или им има имам имаме имат
        искам искаме как каква какво какви какъв като квартал квартала ко кога което които кой който колко кола коли
        колите къде къща ли лошо между ме мен ми миналата много мога може можете моля на навсякъде над нас наш наша
        нашата наши не него нея ни нещо ние никога никой нито нищо но нова нови нощ някой няма нямам нямаме нямат обаче
        около оне още от отговор пак по под помощ после почти пред през при проблем пълно път пътя работи с сам сама
        само са се сега седмица си след сме снимка съм със счупен счупена същото така такава там тази тези това тогава
        той толкова трябва тук тя ул улица улицата утре часа че човек ще хора хората чужди""",
}
# The small words of languages that are not ours: whoever writes more of those writes none of ours.
OTHERS: Final[Mapping[str, str]] = {
    "en": """a about again all an and are at be been broken but can cannot car come could day do does don every everywhere
        for from front garbage get go has have hello help here him his house how i if in is it kids light make me my near
        neighbour neighbours never night no nobody noise not now of on or our people person please rubbish someone somebody
        since speak still street thank that the their there they this to very want was water we week what when where
        who why will with would yes you your""",
    "de": """aber alle am an auf aus bei bin bitte das dass dem den der des die diese dort ein eine einem einen einer er es
        fur gibt guten habe haben hier ich im immer in ist ja jede jeden jemand kann kaputt kein keine kommt lärm licht
        machen meine meinem mich mit mochte mull nacht nachbarn nein nicht noch nur oder schon sehr seit sie sind so
        sprechen strasse und uns unsere vielen vom von vor wann warum was wasser wer wie wir wird wo woche zu zum""",
    "fr": """a au aux avec bonjour bruit c ca ce cela chaque chez d dans de depuis des devant du elle en encore est et eau
        fait font il ils j je jour l la le les leur lampadaire ma mais mal me merci mes mon n ne nos notre nous nuit
        on ordures ou par parler pas personne plus pour pouvez pourquoi qu quand quelqu que qui quoi rue s sa semaine
        si son sont sur toujours tous tout toute tres un une venez vient voisins vos votre vous y""",
    "ro": """a acum aici am ar are asta au ca cand care ce cine copii cu cum cineva da dar de deci din doar e ei el este
        eu fac fi fiecare foarte galagie gunoi gunoiul in inca la lampa mai mea mereu merge meu mi multumesc n ne nici
        nimeni noapte noastra noi nostru nu o pe pentru poate prea problema sa sau se si strada sunt sa tot toata un
        unde va vad vecinii vin vine vorbesc vreau zi""",
    "pl": """a ale bardzo bez byc chce co czy dla do dlaczego dni dom dzien dziekuje gdzie go i ich ja jak jest juz
        kazda kazdej kazdy kiedy kto ktos lezy leza ma mam mi mnie moj moja moze mozna my na nad nam nas nie nikt nocy od on
        ona oni po pod pomoc porozmawiac prosze przed przez przy przyjdzie sa sasiad sasiedzi sie smieci ta tak tam te
        tego ten to tu tydzien tygodnia u ulica ulicy w wczoraj we woda z za ze zobaczyc""",
    "it": """a abbiamo al alla anche ancora buongiorno c che chi ci come con cosa da dal dalla davanti dei del della di dove e
        era fa fanno gli grazie ha ho i il in io la le lo lampada ma mia mio molto nella nessuno no noi non nostra nostro
        notte o ogni per perche piu porta posso qui quando qualcuno rotta rumore se sempre settimana si sono spazzatura
        strada sua sul sulla tutta tutte tutti un una vicini viene vorrei""",
    "es": """a al alguien aqui basura buenos calle casa como con cuando cuanto de del desde dias donde el ella en es esta
        estan este gracias ha hablar hace hacen hay la las lo los luz mas me mi mucho muy nadie no noche noches nos
        nuestra o para pero por porque puede que quien quiero roto ruido se semana ser si siempre sin su todas todo
        todos un una vecinos ver viene y ya yo""",
    "sq": """dhe eshte eshtë nje një ne në nga per për me te të se qe që nuk jane janë rruge rrugë mbeturina mbeturinat
        jave javë fqinjet fqinjët zhurme zhurmë cdo çdo nate natë kush kur ku po jo pse une unë faleminderit dua flas""",
}  # fmt: skip
