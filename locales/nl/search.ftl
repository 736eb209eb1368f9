### /zoek: cases by number, street or words. $number is a case's number as text, $page and $pages count from 1.

search-how = 🔎 Schrijf erbij wat je zoekt: een nummer, een straat, een woord of de referentie van de stad. Zo: /zoek Hoogstraat
# $more: there were more than are shown.
search-found =
    { $count ->
        [0] 🔎 <b>Niets gevonden</b>
        [one] 🔎 <b>1 dossier gevonden</b>
       *[other] 🔎 <b>{ $more ->
            [True] De { $count } nieuwste dossiers
           *[False] { $count } dossiers gevonden
        }</b>{ $pages ->
            [one] { "" }
           *[other] { " " }· bladzijde { $page } van { $pages }
        }
    }
# $older: there are more cases than were looked through; $near: so many were.
search-where =
    <i>Gezocht in je eigen wijken: nummer, referentie, straat en tekst. Gevoelige tekst wordt niet doorzocht.{ $older ->
        [True] { " " }Straat en tekst: alleen de { $near } nieuwste dossiers.
       *[False] { "" }
    }</i>
