### /zoek: cases by number, street or words. $number is a case's number as text, $page and $pages count from 1.

search-how = 🔎 Aradığınızı da yazın: numara, sokak veya kelime. Örneğin: /zoek Hoogstraat
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
search-where = <i>Kendi mahallelerinizde arandı: numara, sokak ve metin. Hassas metinler aranmaz.</i>
