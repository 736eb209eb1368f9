### Everything else: what cannot be read, and what is not understood.

# $kind: what was sent.
odd =
    { $kind ->
        [contact] Kişi bilgisi saklamıyoruz. Ne olduğunu yazın.
        [audio] Müzik dosyasını dinlemiyoruz. Mikrofonla sesli mesaj gönderin.
        [poll] Anketleri okumuyoruz. Ne olduğunu yazın.
        [story] Hikâyeleri görmüyoruz. Fotoğrafı veya videoyu kendiniz gönderin.
        [animation] GIF okumuyoruz. Sorunun fotoğrafını veya videosunu gönderin.
        [file] Bu dosyayı açamıyoruz. Fotoğraf gönderin veya yazın.
       *[sticker] 🙂 Bir şey bildirmek veya sormak mı istiyorsunuz? Yazın, konuşun veya fotoğraf gönderin.
    }
# Words stood below the file; those are handled as if written.
odd-file-left = 📎 Bu dosyayı saklamıyoruz. Fotoğraf, video ve sesli mesaj gönderebilirsiniz.
command-unknown = Bu komutu bilmiyoruz. Aşağıdan seçin veya yazın.
not-understood = Anlayamadım. Bir şey bildirmek mi, soru sormak mı istiyorsunuz?
# To staff, in the middle of something that asks for a button.
not-fitting = Bu buraya uymuyor. Yukarıdaki mesajdan bir düğme seçin veya /help yazın.
