### The card of danger. The numbers and what they are for stand in the city file. Buttons: 25 characters at most.

danger = 🆘 Şu an tehlikede olan var mı? 112'yi arayın. Polis hemen gerekiyorsa: 101. Bunu hemen okumuyoruz.
danger-gas = Önce dışarı çıkın. Sonra arayın.
danger-number = ☎️ { $number }: { $what }
danger-now = ⏱ Şu an oluyor mu? Evet
danger-not-now = Hayır
# $sent: yes when it belongs to a case, no while it is not sent.
danger-urgent =
    { $sent ->
        [yes] ⏱ Bunu en üste aldık.
       *[no] ⏱ Gönderdiğinizde bu en üste gelecek.
    }
