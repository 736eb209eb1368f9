### /overzicht: who has how much. $who: "wijkmanager 3", $to: "wijkmanager 5 · Winterslag". $open, $late, $nobodys and $nowhere count cases:
### open, late, in the hands of nobody, and without a wijk. Buttons: 25 characters at most.

overview =
    👥 <b>Genel durum</b>
    { $open } açık · ⏰ { $late } gecikmiş · { $nobodys } sahipsiz{ $nowhere ->
        [0] { "" }
       *[other] { " " }· { $nowhere } mahallesiz
    }
colleague-all = 👥 { $who }: bütün dosyaları kime verilsin? Açık dosya sayısı: { $count }.
colleague-all-sure =
    { $count ->
        [0] { $who }: açık dosyası kalmadı.
       *[other] { $who }: { $count } açık dosyası şu kişiye verilsin mi: { $to }?
    }
# $left: how many stayed, for the role of the other may not have them.
colleague-all-given =
    👥 Tamam: { $count } dosya verildi.{ $left ->
        [0] { "" }
       *[other] { " " }{ $left } dosya kaldı: bu görev onları okuyamaz.
    }
colleague-gave-all = 👥 Koordinatör size bir meslektaşın { $count } dosyasını verdi. /werk ile görebilirsiniz.
colleague-took-all = 👥 Koordinatör { $count } dosyanızı bir meslektaşa verdi.
colleague-release = 🚪 Şu kişinin görevi alınsın mı: { $who }? Açık dosyaları ({ $count }) başkalarına geçer.
colleague-released = 🚪 Görev alındı. Açık dosyalar başkalarına geçti.
colleague-gone = Bu meslektaşın artık görevi yok.

## Buttons: 25 characters at most.

overview-nowhere = 🏘 { $count } mahallesiz
overview-invite = ➕ Davet et
overview-trail = 🧾 İşlem kaydı
colleague-see = 📁 Dosyalar
colleague-give = ➡️ Hepsini ver
colleague-end = 🚪 Görevi al
colleague-all-yes = ➡️ Evet, hepsini ver
colleague-end-yes = 🚪 Evet, görevi al
