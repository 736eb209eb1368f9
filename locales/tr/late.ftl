### A day that passed is admitted to the resident. $day is the new one: "vrijdag 27 november".

# $again: True from the second time on; then a conversation is offered by a button.
late-no-answer =
    ⏰ Mesaj no: { $number }. { $again ->
        [True] Hâlâ yanıt bekliyorsunuz, özür dileriz. Yeni tarih, en geç: { $day }. Biriyle konuşmak ister misiniz?
       *[other] Henüz yanıt alamadınız, özür dileriz. Yeni tarih, en geç: { $day }.
    }
# There was an answer, and nothing since.
late-still-open = ⏰ Mesaj no: { $number }. Bu konu henüz bitmedi. Uzun süre haber vermedik, özür dileriz. Sonraki haber en geç: { $day }.
