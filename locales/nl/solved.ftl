### What the resident says of a handled case. The question and its buttons stand in answered.ftl.

solved-thanks = 🙏 Dank je. Goed dat melding { $number } opgelost is.
# Asked after "partly"; the answer goes to who has the case.
solved-missing = Wat is nog niet in orde? Schrijf het, spreek het in of stuur een foto.
solved-no-words = ⏭ Zonder uitleg
solved-stopped = Melding { $number } blijft afgesloten.
# $said: partly or no. $due: "vrijdag 27 november".
solved-reopened =
    🔄 Melding { $number } is weer open. { $said ->
        [partly] We kijken naar wat nog niet in orde is.
       *[no] We bekijken het met voorrang.
    } Ten laatste: { $due }.
# After the second time.
solved-talk = 🔄 Melding { $number } is weer open. De coördinator ziet het ook. Wil je erover praten? Ten laatste: { $due }.
