### 👀 Ga kijken: the desk asks the team of a wijk to look. $number is the case's number as text.
### Buttons: 25 characters at most.

desk-errand = 👀 Gidip bak
errand-what = 👀 Ekip { $number } numaralı dosyada neye baksın? Kısaca yazın. Sakin bunu okumaz.
errand-is-asked = 👀 Mahalle ekibinden istendi (dosya { $number }). Ne gördüklerini burada okursunuz.
errand-drop = ✖️ Artık gerekmez
errand-is-dropped = ✖️ { $number } numaralı dosya için artık kimse bakmaya gitmiyor.
# To the team. $about: the category with its pictogram; $place: may be "none".
errand =
    👀 <b>Gidip bakın</b> · { $number } · { $about }{ $place ->
        [none] { "" }
       *[other] { "\u000A" }📍 { $place }
    }
errand-state =
    { $state ->
        [open] ⏳ Henüz kimse bakmaya gitmiyor
        [mine] ✋ Siz bakmaya gidiyorsunuz. Fotoğraf veya yazıyla burada yanıtlayın.
        [taken] ✋ Bir meslektaş (ekip üyesi) bakmaya gidiyor
        [done] ✅ Bakıldı
       *[dropped] ✖️ Artık gerekmez
    }
errand-take = ✋ Ben bakmaya gidiyorum
errand-look-now = 📷 Bunu gördüm
errand-give-back = ↩️ Gidemiyorum
errand-look = 📷 { $number } için ne görüyorsunuz? Fotoğraf gönderin veya yazın. Bunu yalnızca dosyaya bakan okur.
errand-preview = 📷 <b>{ $number }, dosyaya bakan için:</b>
errand-preview-more = Başka bir şey gönderin ya da bunu yollayın.
errand-send = ✅ Gönder
errand-sent = ✅ { $number } numaralı dosyaya bakana gönderildi. Teşekkürler.
errand-stopped = ✖️ Vazgeçildi. Hiçbir şey gönderilmedi.
# To the desk, below the card.
errand-seen = 👀 <b>{ $number } için bakıldı.</b> Sakine bundan bir şey gitmedi.
# $taken: whether somebody said to go.
errand-unseen =
    👀 Dosya { $number }: { $taken ->
        [True] bir ekip üyesi bakmaya gitti ama henüz haber vermedi.
       *[False] ekipten henüz kimse bakmaya gitmedi.
    }
errand-not-yours = 👀 Bu artık sizin için değil.
# To a team member who sends something that belongs to nothing.
errand-none = Bu hiçbir yere uymuyor. Önce "Ben bakmaya gidiyorum"u seçin ya da /werk ile bakın.
# On the card. $state: open, taken, done.
card-errand =
    👀 { $state ->
        [open] Ekipten bakması istendi
        [taken] Bir ekip üyesi bakmaya gidiyor
       *[done] Bakıldı
    }
