### Words typed instead of pressing a button: the whole message is one of these, apart from politeness and a slip of a finger.

# Phrases stand between | signs; capitals, diacritics and the script make no difference. What follows is what the button of the menu does.
typed-menu-report = bildir | bildirmek | bildirim | bildireceğim | sorun | sorunum | sorun bildir | sorun bildirmek | problem | problemim | şikâyet | şikâyetim | şikâyet etmek | şikâyetçiyim | ihbar
typed-menu-ask = soru | sorum | soru sor | soru sormak | sormak | soracağım | sorular
typed-idea = fikir | fikrim | öneri | önerim | mahalle için fikir | öneride bulunmak
typed-menu-cases = mesajlarım | mesajım | bildirimlerim | bildirimim | sorularım | başvurum | başvurularım | durum | ne durumda
typed-menu-news = haber | haberler | mahalle haberleri | haber almak | haber gelsin | duyuru | duyurular
# Offers to stop the news.
typed-news-off = haber gelmesin | haber istemiyorum | haberleri durdur | artık haber istemiyorum | duyuru istemiyorum | mesaj gelmesin | abonelikten çık
typed-menu-wijkmanager = wijkmanager | mahalle sorumlusu | mahalle sorumlusu kim | sorumlu kim | görevli kim | iletişim
typed-menu-settings = verilerim | verilerimi sil | bilgilerim | bilgilerimi sil | her şeyi sil | sil | gizlilik | ayarlar
typed-language = dil | diller | dil seç | dil değiştir | dili değiştir | dil değiştirmek | başka dil | türkçe | türkçe konuş | hollandaca | bulgarca
typed-help = yardım | yardım et | yardım edin | yardım eder misiniz | yardım lazım | imdat | bilgi | nasıl çalışır | bu ne | bu nedir | ne yapabilirim
typed-stop = dur | durdur | vazgeç | vazgeçtim | iptal | iptal et | bırak | boş ver | gönderme | göndermeyin | durun | durdurun | istemiyorum
typed-menu = menü | ana menü | menüye dön | başla | baştan | baştan başla | yeniden başla
typed-draft-back = geri | geri dön | geri git | önceki
typed-send = gönder | gönderin | gönderebilirsiniz | yolla
typed-talk = insan | insanla konuşmak | gerçek insan | gerçek kişi | biriyle konuşmak | birisiyle konuşmak | biri ile konuşmak | konuşmak | görüşmek | görüşme | randevu | yetkili | görevli | beni arayın | beni ara
# Not understood: "Do you want to report or ask something?" follows.
typed-hello = merhaba | merhabalar | selam | selamlar | selamün aleyküm | selamünaleyküm | aleyküm selam | günaydın | iyi günler | iyi akşamlar | alo | efendim | nasılsınız | deneme
# To "Is this right?" below the summary: yes sends it, no changes it. Below "Is it solved?" they answer that; elsewhere they are not understood.
typed-fine = 👍 | 👌 | ✅ | ✔️ | 🆗
typed-yes = evet | e evet | evet evet | evet doğru | doğru | bu doğru | evet bu doğru | tamam | tamamdır | tamam doğru | olur | peki | aynen | aynen öyle | onaylıyorum | evet gönder | evet gönderin | tamam gönder | tamam gönderin | he
typed-no = hayır | yok | yo | yanlış | hayır yanlış | bu yanlış | doğru değil | hayır doğru değil | değil | değiştir | değiştirin | değiştirmek
typed-thanks = teşekkür | teşekkürler | teşekkür ederim | çok teşekkürler | çok teşekkür ederim | sağ ol | sağ olun | sağol | sağolun | çok sağ olun | eyvallah | allah razı olsun
# To "Is it solved?", beside yes, no and a thumb, which answer that too.
typed-solved = çözüldü | evet düzeldi | evet halloldu | evet sorun çözüldü | evet çözüldü | sorun çözüldü | tamamen çözüldü | halloldu | düzeldi
typed-partly = biraz | kısmen | kısmen çözüldü | biraz çözüldü | tam değil | tam çözülmedi | tamamen değil | yarım | hem evet hem hayır
typed-unsolved = çözülmedi | hayır çözülmedi | sorun çözülmedi | henüz değil | hayır henüz değil | daha değil | hâlâ çözülmedi | düzelmedi | hiç çözülmedi
# Words of politeness: they count for nothing at either end of a message.
typed-around = ben | benim | bir | şey | istiyorum | isterim | lütfen | bana | var | merhaba | selam | rica | ediyorum | acaba
# Words that differ by one letter from one of the above, and mean something else.
typed-others = bıçak | burak | fakir | ihsan | yolda | başkan | bilir | hazır | duran | soran

## What is answered.

# Above the help, when somebody typed for it: it may be a cry for help. 112 stands in the city file too.
typed-danger = 🆘 Şu an tehlikede olan var mı? 112'yi arayın.
typed-thanked = 🙏 Rica ederiz.
