### Reading along: a contact worker may read to translate, or not. Buttons: 25 characters at most.

along-told = 👥 Dilinizi konuşan bir irtibat görevlisi, çeviri için mesajlarınızı okur. Adınızı ve numaranızı görmez.
along-no = 🙅 Okumasın
along-yes = 👥 Okuyabilir
along =
    { $may ->
        [True] 👥 Bir irtibat görevlisi çeviri için mesajlarınızı okuyabilir. Adınızı ve numaranızı görmez.
       *[False] 🙅 Hiçbir irtibat görevlisi çeviri için mesajlarınızı okumaz. Yanıt daha geç veya yalnızca Hollandaca gelebilir.
    }
privacy-along = 👥 Kim okuyor?
