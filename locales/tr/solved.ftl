### What the resident says of a handled case. The question and its buttons stand in answered.ftl.
### Buttons: 25 characters at most.

solved-thanks = 🙏 Teşekkürler. Sorunun çözülmesine sevindik. Mesaj no: { $number }.
# Asked after "partly"; the answer goes to who has the case.
solved-missing = Eksik kalan nedir? Yazın, sesli mesaj veya fotoğraf gönderin.
solved-no-words = ⏭ Açıklamasız
solved-stopped = Kapalı kalıyor. Mesaj no: { $number }.
# $said: partly or no. $due: "vrijdag 27 november".
solved-reopened =
    🔄 Yeniden açıldı. Mesaj no: { $number }. { $said ->
        [partly] Eksik kalana bakacağız.
       *[no] Buna öncelik vereceğiz.
    } En geç: { $due }.
# After the second time.
solved-talk = 🔄 Yeniden açıldı, koordinatör de görüyor. Mesaj no: { $number }. Yanıt en geç: { $due }. Bunu konuşmak ister misiniz?

## Nobody is pressed to answer: asked once more after a week, closed after two. The question follows.

# $day: the last day on which an answer is awaited.
solved-ask-again = 🏁 Mesaj no: { $number }. Bu konu kapatıldı ama sizden henüz yanıt gelmedi. Son gün: { $day }.
solved-settle = 📁 Sizden yanıt gelmedi, bu konu artık kapandı. Mesaj no: { $number }. İsterseniz her zaman yeniden açabilirsiniz.

## Of an idea; the question follows the first one.

idea-ask-again = 💡 Fikrinize baktık. No: { $number }. Memnun olup olmadığınızı henüz söylemediniz. Son gün: { $day }.
idea-thanks = 🙏 Teşekkürler. Yanıttan memnun olmanıza sevindik. Fikir no: { $number }.
