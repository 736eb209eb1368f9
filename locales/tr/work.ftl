### /werk and /dossier. $number is a case's number as text, $page and $pages count from 1.

work-list =
    { $count ->
        [0] ✅ Sizi bekleyen bir şey yok.
       *[other] 📋 <b>{ $count } dosya bekliyor</b>{ $pages ->
            [one] { "" }
           *[other] { " " }· sayfa { $page } / { $pages }
        }
    }
# $who: nobody, me, colleague, over; $where is a street or a wijk, $day "vr 27/11"; both may be "none".
work-line =
    <b>{ $number }</b> { $about } · { $where ->
        [none] mahalle yok
       *[other] { $where }
    }{ $day ->
        [none] { "" }
       *[other] { " " }· { $day }
    } · { $who ->
        [me] sizde
        [colleague] bir meslektaşta
        [over] { $status ->
            [withdrawn] geri alındı
           *[handled] kapatıldı
        }
       *[nobody] kimsede değil
    }
dossier-which = Numarasını da yazın, örneğin /dossier 48271.
dossier-heading = 📁 <b>Dosyanın gidişi: { $number }</b>
desk-role =
    { $who ->
        [coordinator] koordinatör
        [administrator] yönetici
        [contact-worker] irtibat görevlisi
        [team-member] ekip üyesi
        [partner] ortak kuruluş
        [wijkmanager] { $role }
        [itself] otomatik
       *[none] sakin
    }
# $times: how often within the same minute; $about: what with, such as the wijk it went to, or "none".
dossier-act =
    { $at } · { $act }{ $about ->
        [none] { "" }
       *[other] : { $about }
    }{ $times ->
        [one] { "" }
       *[other] { " " }({ $times }×)
    } · { desk-role }
dossier-note = { $at } · 📝 { desk-role }: { $note }
act-opened = geldi
act-taken = üstlenildi
act-answered = yanıt gönderildi
act-corrected = yanıt düzeltildi
act-noted = not yazıldı
act-closed = kapatıldı
act-moved = başka mahalle
act-sorted = başka konu
act-looked = hassas içeriğe bakıldı
act-away = sahibi izinli
act-back = sahibi geri döndü
act-errand-asked = ekipten bakması istendi
act-errand-taken = ekip üyesi bakmaya gidiyor
act-errand-back = ekip üyesi gidemedi
act-errand-done = bakıldı
act-errand-dropped = bakmaya gerek kalmadı
act-handed-over = devredildi
act-translation-corrected = çeviri düzeltildi
act-translation-confirmed = çeviri kontrol edildi
act-translation-doubted = çevirinin kontrolü istendi
act-added = ekleme yapıldı
act-again = yine oluyor
act-urgent = acil yapıldı
act-withdrawn = geri çekildi
act-quieted = bir gün sessize alındı
act-unquieted = sessizlik bitirildi
act-reopened = yeniden açıldı
act-solved = çözülüp çözülmediği söylendi
act-talk = konuşma istendi
act-translated = çevrildi
act-passed-on = iletildi
act-partner-said = kurum yanıt verdi
act-partner-done = kurum bitirdi
act-taken-back = kurumdan geri alındı
act-merged = birleştirildi
act-parted = ayrıldı
act-late = gecikti: yeni gün söylendi
act-settled = sakin bir şey söylemedi: kapandı
act-taken-over = kişi kendisi devraldı
act-visit-planned = ziyaret planlandı
act-visited = ziyaret yapıldı
act-visit-dropped = ziyaret iptal
act-referenced = referans kaydedildi
act-given = bir meslektaşa verildi
act-searched = arama yapıldı
act-invited = davet edildi
act-joined = göreve başladı
act-released = görevi alındı
act-announcement-planned = duyuru hazırlandı
act-announcement-back = duyuru geri çağrıldı
act-announcement-paused = duyuru duraklatıldı
act-announcement-resumed = duyuruya devam edildi
act-announcement-stopped = duyuru durduruldu
act-announcement-offered = duyuru onaya sunuldu
act-announcement-approved = duyuru onaylandı
act-announcement-refused = duyuru onaylanmadı
act-announcement-withdrawn = duyuru geri alındı
act-street-placed = sokak eklendi
act-street-removed = sokak çıkarıldı
act-quick-proposed = hazır yanıt önerildi
act-quick-written = hazır yanıt çevrildi
act-quick-approved = hazır yanıt onaylandı
act-quick-refused = hazır yanıt reddedildi
act-quick-removed = hazır yanıt kaldırıldı
act-hours-set = çalışma saatleri seçildi
act-other = bir şey değişti
