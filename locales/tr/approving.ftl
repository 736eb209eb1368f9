### A second pair of eyes on an announcement. Staff only, read in Dutch. $who: "wijkmanager 3", or several of them. Buttons: 25 characters at most.

# To who could let it leave; below it stand for whom it is and when it would leave. $again: asked before.
approval-asks =
    { $again ->
        [True] ⏰ Bu duyuruya henüz kimse bakmadı. Yazan: { $who }. Gönderilsin mi?
       *[False] 👀 Bu duyuru gönderilsin mi? Yazan: { $who }.
    }
approval-leaves-at-once = 🕒 Biri onaylayınca hemen gider.
approval-leaves-soon = 🕒 Birazdan gider.
approval-leaves = 🕒 Gidiş: { $day }, saat { $time }.
approval-look = 👀 Bak
# Below the announcement as residents will read it.
approval-question = 👆 Mahalleliler duyuruyu böyle okur.
# $languages: the own names of those in which it is not.
approval-without = ⏭ Şu dilde yok: { $languages }.
approval-sure = Böyle gönderilsin mi?
# What became of it, to everybody who was asked.
approval-decided =
    { $state ->
        [approved] ✅ Onaylayan: { $who }.
        [refused] ✖️ Onaylamayan: { $who }. Duyuru yazana geri gitti.
        [gone] 🚪 Bu duyuruyu yazanın artık görevi yok. Hiçbir şey gönderilmedi.
       *[back] ↩️ Bu duyuru artık beklemiyor. Yazan geri aldı veya duyuru ona geri döndü.
    }
# Below what one has just approved, until it leaves.
approval-undo = ✖️ Vazgeçtim

## To who wrote it.

approval-offered = ⏳ Duyurunuz ikinci bir kişiyi bekliyor. Sorulan: { $who }.
approval-or-not = 🕒 Şu ana kadar kimse onaylamazsa duyuru gitmez: { $day }, saat { $time }.
approval-urgent = 🆘 Şu an tehlike mi var? 112'yi arayın, bu duyuruyu beklemeyin.
approval-withdraw = ↩️ Geri al
approval-looked = 👀 Bu duyuru artık ikinci bir kişiyi beklemiyor.
approval-answered =
    { $state ->
        [approved] ✅ Duyurunuz onaylandı. Onaylayan: { $who }.
        [refused] ✖️ Duyurunuz onaylanmadı. Bakan: { $who }.
       *[lapsed] ⏰ Duyurunuzu kimse zamanında onaylamadı. Hiçbir şey gönderilmedi.
    }
approval-kept = Metniniz saklandı. Gerekeni değiştirip yeniden gönderin.
approval-nobody-yet = ⏳ Duyurunuzu henüz kimse onaylamadı. Onaylayabilecek herkese şimdi soruldu.
