### /uren: when a member of staff wants to hear the bot. Hours are full ones, 0 to 23. Buttons: 25 characters at most.

hours-any = 🔔 Mesajları şu an her saat sesli alıyorsunuz. Çalışma saatlerinizi seçin. Bu saatlerin dışında acil olanlar hariç her şey sessiz gelir.
# $days: "ma–vr" or "di, do–za".
hours-are = 🕒 Çalışma saatleriniz: { $days }, saat { $start }–{ $end }. Bu saatlerin dışında acil olanlar hariç her şey sessiz gelir. İşiniz başlayınca bir özet alırsınız.
hours-offer = 🕒 { $days }, saat { $start }–{ $end }
hours-other = 🗓 Başka gün veya saat
hours-none = 🔔 Her saat
hours-days-ask = 🗓 Hangi günler çalışıyorsunuz?
# $day: "ma". A press takes the day away, or adds it.
hours-day-on = ☑️ { $day }
hours-day-off = ▫️ { $day }
hours-further = ▶️ Devam
hours-from-ask = 🕒 Saat kaçtan itibaren çalışıyorsunuz?
hours-to-ask = 🕒 Başlangıç saati: { $start }. Saat kaça kadar?
