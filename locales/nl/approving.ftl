### A second pair of eyes on an announcement. Staff only, read in Dutch. $who: "wijkmanager 3", or several of them. Buttons: 25 characters at most.

# To who could let it leave; below it stand for whom it is and when it would leave. $again: asked before.
approval-asks =
    { $again ->
        [True] ⏰ Nog niemand keek naar dit bericht van { $who }. Mag het weg?
       *[False] 👀 Mag dit bericht weg? Het is van { $who }.
    }
approval-leaves-at-once = 🕒 Vertrekt zodra iemand het goedkeurt.
approval-leaves-soon = 🕒 Vertrekt dadelijk.
approval-leaves = 🕒 Vertrekt { $day } om { $time }.
approval-look = 👀 Bekijk
# Below the announcement as residents will read it.
approval-question = 👆 Zo lezen bewoners het bericht.
# $languages: the own names of those in which it is not.
approval-without = ⏭ Niet in: { $languages }.
approval-sure = Mag het zo vertrekken?
# What became of it, to everybody who was asked.
approval-decided =
    { $state ->
        [approved] ✅ Goedgekeurd door { $who }.
        [refused] ✖️ Niet goedgekeurd door { $who }. Het ging terug naar wie het schreef.
        [gone] 🚪 Wie dit bericht schreef, heeft geen rol meer. Er is niets verstuurd.
       *[back] ↩️ Dit bericht wacht niet meer. Wie het schreef, nam het terug of kreeg het terug.
    }
# Below what one has just approved, until it leaves.
approval-undo = ✖️ Toch niet

## To who wrote it.

approval-offered = ⏳ Je bericht wacht op een tweede persoon. Gevraagd: { $who }.
approval-or-not = 🕒 Keurt niemand het goed voor { $day } om { $time }, dan vertrekt het niet.
approval-urgent = 🆘 Is er nu gevaar? Bel 112 en wacht niet op dit bericht.
approval-withdraw = ↩️ Neem terug
approval-looked = 👀 Dit bericht wacht niet meer op een tweede persoon.
approval-answered =
    { $state ->
        [approved] ✅ Je bericht is goedgekeurd door { $who }.
        [refused] ✖️ Je bericht is niet goedgekeurd door { $who }:
       *[lapsed] ⏰ Niemand keurde je bericht op tijd goed. Er is niets verstuurd.
    }
approval-kept = Je tekst is bewaard. Verander wat nodig is en verstuur hem opnieuw.
approval-nobody-yet = ⏳ Nog niemand keurde je bericht goed. Iedereen die mag, is nu gevraagd.
