### Loose messages while cases are open. Buttons: 25 characters at most.

# $count: how many messages wait for the answer.
which-case =
    { $count ->
        [one] Bu hangi mesaja ait?
       *[other] Gönderdiğiniz { $count } mesaj neyle ilgili?
    }
which-new = 🆕 Yeni bir konu
which-chosen = 👉 Mesaj no: { $number }
