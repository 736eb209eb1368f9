### The sheet for the structural consultation of a wijk (/agenda_wijk). Staff only; Dutch is printed.

agenda-wijken = 📄 Mahalle toplantısı için sayfa: hangi mahalle?
agenda-months = 📄 { $wijk }: hangi ay? Yalnızca biten aylar.
agenda-month = { date-month } { $year }
agenda-sheet = 📄 <b>{ $wijk }</b>, { $month }. İçinde kimse tanınmaz ve sakinlerin yazdığı hiçbir metin yoktur.

## On the page. A number below ten is never told.

agenda-title = Mahalle toplantısı
agenda-city = { $city } Belediyesi
agenda-signals = bildirim
agenda-questions = soru
agenda-ideas = fikir
agenda-closed = kapatılan dosya
agenda-again = kez: yine oluyor
agenda-waiting = şu an bir ortağı bekliyor
agenda-few = 10'dan az
agenda-many = { $least } veya daha fazla
agenda-between = { $least } ile { $most } arası
agenda-themes = Bildirimler ne hakkındaydı?
agenda-unknown = Konu söylenmedi
agenda-more-themes = Başka konular da vardı, her biri 10'dan az kişiden.
agenda-no-themes = Bu ay bildirim gelmedi.
agenda-places = Tekrarlanan yerler
agenda-no-places = Farklı kişilerin bildirdiği sokak yok.
agenda-partners = Bir ortağı bekleyenler
agenda-no-partners = Ortak başına gösterilecek bir şey yok.
agenda-agreed = Ne kararlaştırıyoruz?
agenda-foot = "10'dan az": 10'dan az farklı kişiden; bazen başka küçük bir sayıyı korumak için. "Arası" yazan sayılar bilerek kesin değildir. Geri alınan bildirimler sayılmaz. Sokak, en az üç kişi bildirdiyse yazılır.
