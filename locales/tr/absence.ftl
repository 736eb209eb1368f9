### Saying that somebody is away, step by step. $whose: "mine", or a colleague by role and places.
### Buttons: 25 characters at most.

away-who = 👥 Hangi meslektaş izinli?
away-from =
    { $whose ->
        [mine] 🏖 İzninizin ilk günü hangisi?
       *[other] 🏖 { $whose }: iznin ilk günü hangisi?
    } Seçin veya örneğin 24/12 yazın.
# $from: the first day.
away-until = 🏖 İlk gün: { $from }. Son gün hangisi? Seçin veya örneğin 4/1 yazın.
away-instead = 🏖 İlk gün: { $from }. Son gün: { $until }. Yerine kim bakacak?
away-nobody = 👥 Ekip
# $by: who stands in, or "nobody".
away-sure =
    { $whose ->
        [mine] 🏖 İzinli: siz.
       *[other] 🏖 İzinli: { $whose }.
    } İlk gün: { $from }, son gün: { $until }. { $by ->
        [nobody] Açık dosyalar ekibe veya koordinatöre gider.
       *[other] Açık dosyaların yeni sahibi: { $by }.
    } Doğru mu?
away-yes = ✅ Evet, doğru
