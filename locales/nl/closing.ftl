### Closing a case. $outcome is how it ends. Buttons: 25 characters at most.

close-outcome =
    { $outcome ->
        [solved] 👍 Opgelost
        [partly] 🌗 Deels opgelost
        [not-possible] 🚫 Niet op te lossen
       *[not-for-us] 📮 Niet voor ons
    }
# $count: how many residents read it.
close-why =
    { close-outcome } · dossier { $number }. Schrijf in één of twee zinnen waarom, voor de bewoner. Of sla over.{ $count ->
        [0] { "" }
        [1] { "" }
       *[other] { " " }{ answer-to-twins }
    }
close-skip = ⏭ Sla over, sluit af
# The reason stands just above, as it was written.
close-preview = { close-outcome }. De bewoner leest wat hierboven staat. Klopt het?
# As above, asked once more later: the reason follows.
close-again = { close-outcome } · dossier { $number }. De bewoner zou dit lezen. Sluit je af?
# Who does handle it, as people wrote it in every language. $words: the Dutch of it.
close-elsewhere =
    { close-outcome }. De bewoner leest dit in de eigen taal:
    <blockquote>{ $words }</blockquote>
    Klopt het?
close-now = ✅ Sluit af
# $told: whether somebody reported it; what staff saw themselves has nobody to tell.
close-done =
    ✅ Dossier { $number } is afgesloten ({ close-outcome }).{ $told ->
        [True] { " " }De bewoner weet het en kan zeggen of het opgelost is.
       *[False] { "" }
    }
close-stopped = ✖️ Gestopt. Het dossier blijft open.
