### How the bot presents itself in Telegram: name (64), description (512), short description (120), commands.

bot-name = Wijklijn { $city }
# Shown in an empty chat, before somebody presses START.
bot-description = { $city } Belediyesi ile bir hat. Mahallenizdeki sorunu bildirin veya soru sorun. Yazın, konuşun veya fotoğraf gönderin: Türkçe, Nederlands, Български. Adınızı ve numaranızı görmeyiz.
bot-short-description = Mahallenizdeki sorunu bildirin veya { $city } Belediyesi'ne sorun.

## Commands. Descriptions are shown beside their names.

command-melden = Sorun bildir
command-vraag = Soru sor
command-meldingen = Mesajlarım
command-nieuws = Haberler
command-wijkmanager = { $Role }: kim ve nerede
command-taal = Dil seç
command-gegevens = Dil, verilerim, hepsini sil
command-help = Nasıl çalışır?
command-stop = Yaptığınızı bırakın
command-werk = Bekleyenler
command-zoek = Dosya ara: /zoek Hoogstraat
command-overzicht = Kimde ne var, işlem kaydı
command-dossier = Bir dosyayı göster: /dossier 48271
command-bericht = Mahalleye mesaj
command-afwezig = İzin ve vekil
command-straten = Meslektaşların eklediği sokaklar
command-cijfers = Sık sorulan soruların sayıları
command-affiche = Mahalle afişi, PDF
command-vertalen = Çeviri bekleyenler
command-uren = Çalışma saatleriniz: ne zaman sesli
command-namens = Biri adına bildir
command-agenda_wijk = Mahallenin ayı (pdf)
