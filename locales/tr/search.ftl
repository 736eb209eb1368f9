### /zoek: cases by number, street or words. $number is a case's number as text, $page and $pages count from 1.

search-how = 🔎 Aradığınızı da yazın: numara, sokak, kelime veya belediyenin referansı. Örneğin: /zoek Hoogstraat
# $more: there were more than are shown.
search-found =
    { $count ->
        [0] 🔎 <b>Hiçbir şey bulunamadı</b>
       *[other] 🔎 <b>{ $more ->
            [True] En yeni { $count } dosya
           *[False] { $count } dosya bulundu
        }</b>{ $pages ->
            [one] { "" }
           *[other] { " " }· sayfa { $page } / { $pages }
        }
    }
# $older: there are more cases than were looked through; $near: so many were.
search-where =
    <i>Kendi mahallelerinizde arandı: numara, referans, sokak ve metin. Hassas metinler aranmaz.{ $older ->
        [True] { " " }Sokak ve metin: yalnızca en yeni { $near } dosya.
       *[False] { "" }
    }</i>
