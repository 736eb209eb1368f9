### Words typed instead of pressing a button: the whole message is one of these, apart from politeness and a slip of a finger.

# Phrases stand between | signs; capitals, diacritics and the script make no difference. What follows is what the button of the menu does.
typed-menu-report = melden | iets melden | melding | probleem | problemen | probleem melden | nieuwe melding | melding doen | melding maken | klacht | klacht indienen | klagen | overlast | overlast melden | meld | signaal | aangeven
typed-menu-ask = vraag | vragen | iets vragen | iets weten | vraagje | vraag stellen | nieuwe vraag
typed-idea = idee | ideeën | voorstel | idee voor de wijk | idee geven | voorstel doen
typed-menu-cases = meldingen | mijn meldingen | mijn melding | mijn vragen | mijn zaken | mijn dossier | status | hoe staat het ermee | hoe ver staat het
typed-menu-news = nieuws | wijknieuws | nieuws krijgen | nieuws uit de wijk | nieuwsbrief
# Offers to stop the news.
typed-news-off = geen nieuws | geen nieuws meer | geen berichten meer | stop nieuws | stop het nieuws | nieuws stoppen | uitschrijven | afmelden
typed-menu-wijkmanager = wijkmanager | mijn wijkmanager | wie is de wijkmanager | wie is mijn wijkmanager | contact
typed-menu-settings = gegevens | mijn gegevens | mijn gegevens wissen | wis mijn gegevens | verwijder mijn gegevens | wissen | instellingen | privacy
typed-language = taal | talen | andere taal | taal veranderen | taal wijzigen | verander taal | verander de taal | taal kiezen | nederlands | turks | bulgaars | english | language
typed-help = help | hulp | help mij | help me | info | informatie | uitleg | hoe werkt dit | hoe werkt het | wat is dit | wat kan ik hier doen
typed-stop = stop | stoppen | stop maar | annuleren | annuleer | laat maar | vergeet het | niet versturen | niet verzenden | niet sturen | stuur het niet | verstuur het niet
typed-menu = menu | hoofdmenu | begin | start | opnieuw | opnieuw beginnen | naar het menu | terug naar het menu
typed-draft-back = terug | ga terug | vorige | stap terug
typed-send = verstuur | versturen | verzend | verzenden | stuur maar | verstuur maar
typed-talk = mens | echte mens | mens spreken | iemand spreken | met iemand spreken | met iemand praten | met een mens praten | met een mens spreken | persoon | echte persoon | medewerker | praten | gesprek | afspraak | bel mij | bel me
# Not understood: "Do you want to report or ask something?" follows.
typed-hello = hallo | goeiedag | nieuw | hoi | hey | dag | goedemorgen | goeiemorgen | goedemiddag | goeiemiddag | goedenavond | goeienavond | goedendag | hello | hi | test | wat
# To "Is this right?" below the summary: yes sends it, no changes it. Below "Is it solved?" they answer that; elsewhere they are not understood.
typed-yes = ja | ja graag | jup | jawel | jazeker | zeker | ja hoor | klopt | ja klopt | dat klopt | ja dat klopt | klopt helemaal | correct | juist | dat is juist | dat is goed | is goed | doe maar | ok | oké | oke | in orde | akkoord | ja verstuur | ja stuur maar | yes
typed-no = nee | neen | nee hoor | klopt niet | dat klopt niet | het klopt niet | nee dat klopt niet | niet juist | dat is niet juist | fout | dat is fout | veranderen | verander | wijzigen | no
typed-thanks = dank je | dank je wel | dankjewel | dank u | dank u wel | danku | bedankt | merci | thanks | top | super | 🙏 | ❤️
typed-fine = 👍 | 👌 | ✅ | ✔️ | 🆗
# To "Is it solved?", beside yes, no and a thumb, which answer that too.
typed-solved = opgelost | ja alles is weg | ja het is weg | ja is weg | ja opgelost | het is opgelost | ja het is opgelost | helemaal opgelost | weg | alles is weg | het is weg
typed-partly = een beetje | beetje | deels | gedeeltelijk | deels opgelost | half | niet helemaal | nog niet helemaal | niet volledig | ja en nee
typed-unsolved = niet opgelost | nog niet | nee nog niet | nog niet opgelost | nog altijd niet | nog steeds niet | helemaal niet | het is niet opgelost
# Words of politeness: they count for nothing at either end of a message.
typed-around = ik | wil | wou | zou | graag | willen | kan | mag | er | is | heb | aub | alstublieft | alsjeblieft | svp | please | even | een | de | het | nu | beste | hallo | hoi | dag | goedemorgen | goeiedag | goedendag
# Words that differ by one letter from one of the above, and mean something else.
typed-others = contract | contant | straat | staart | stappen | strooien | meiden | kracht | krachten | uitweg | taken | platen | kragen | wissel | stompen | voorspel

## What is answered.

# Above the help, when somebody typed for it: it may be a cry for help. 112 stands in the city file too.
typed-danger = 🆘 Is iemand nu in gevaar? Bel 112.
typed-thanked = 🙏 Graag gedaan.
