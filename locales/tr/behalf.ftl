### Staff report: for somebody without Telegram, or what they saw themselves. Buttons: 25 characters at most.

behalf-ask = 🤝 Kişi neyi bildirmek istiyor? Yazın, sesli mesaj veya fotoğraf gönderin. Kişinin adı, numarası veya adresi olmadan.
observed-ask = 👣 Ne gördünüz veya duydunuz? Yazın, sesli mesaj veya fotoğraf gönderin.
behalf-whose = 🤝 Biri adına, isimsiz
observed-whose = 👣 Kendi gözleminiz, bildiren kişi yok
behalf-warning = ⚠️ Bu, kişiyi tanıtabilir: { $found }. Gerekli değilse çıkarın.
recognisable-name = bir isim
recognisable-phone = bir telefon numarası
recognisable-register-number = bir kimlik (rijksregister) numarası
recognisable-email = bir e-posta adresi
recognisable-other = bir numara
behalf-sensitive = 🔒 Kişiye söyleyin: bunu yalnızca { $roles } okur. Ev sahibine veya patrona verilmez. Bazen kontrol yapılabilir.
observed-sensitive = 🔒 Hassas: bunu yalnızca { $roles } okur.
behalf-agree = ☐ Kişi kabul ediyor
behalf-agreed = ☑️ Kişi kabul ediyor
behalf-kept = 🤝 { $number } numaralı dosya sizin dosyalarınızda. Kişi kendisi devralana kadar yanıtlar size gelir.
observed-kept = 👣 { $number } numaralı dosya olarak kaydedildi, bildiren kişi yok.
