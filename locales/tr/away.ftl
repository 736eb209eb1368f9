### /afwezig: who of staff is away. A colleague is named by role and places, never by name.
### Buttons: 25 characters at most; a colleague in one takes what it needs. Buttons: 25 characters at most.

# $places: names of wijken or stadsdelen; "everywhere" for the whole city.
colleague =
    { desk-role }{ $places ->
        [everywhere] { "" }
       *[other] { " " }· { $places }
    }
# $count: how many absences there are to read of.
away =
    { $count ->
        [0] ✅ <b>İzinli kimse yok.</b>
       *[other] 🏖 <b>İzinli olanlar</b>
    }
# $whose: "mine", or a colleague; $by: who stands in, or "nobody" in particular. Days such as "27 Kasım Cuma".
away-line =
    { $whose ->
        [mine] Siz
       *[other] { $whose }
    }: { $began ->
        [True] son gün { $until }
       *[False] ilk gün { $from }, son gün { $until }
    }. { $by ->
        [nobody] Yerine: ekip ve koordinatör.
       *[other] Yerine: { $by }.
    }
away-new = 🏖 İzinliyim
away-other = 👥 Bir meslektaş izinli
away-back-now =
    { $whose ->
        [mine] 👋 Geri döndüm
       *[other] 👋 Geri döndü: { $whose }
    }
away-cancel =
    { $whose ->
        [mine] 🗑 İzni iptal et
       *[other] 🗑 İzni iptal: { $whose }
    }
away-longer =
    { $whose ->
        [mine] 📅 Son günü değiştir
       *[other] 📅 Son gün: { $whose }
    }
# To the substitute. $absent: the colleague's role and places; $count: how many open cases came along.
away-stand-in =
    🏖 Bir meslektaşınızın ({ $absent }) yerine bakıyorsunuz. Son gün: { $until }. { $count ->
        [0] Açık dosya gelmedi.
        [one] 1 açık dosya artık sizde.
       *[other] { $count } açık dosya artık sizde.
    }
away-stood-in =
    👋 Meslektaşınız ({ $absent }) geri döndü. { $count ->
        [0] Geri giden dosya yok.
        [one] 1 dosya geri gitti.
       *[other] { $count } dosya geri gitti.
    }
away-back =
    👋 Tekrar hoş geldiniz. { $count ->
        [0] Geri gelen dosya yok. Bekleyenler: /werk.
        [one] 1 dosya yine sizde. Bekleyenler: /werk.
       *[other] { $count } dosya yine sizde. Bekleyenler: /werk.
    }
