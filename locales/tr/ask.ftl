### A question, or an idea. The common questions and their answers stand in the city file. Buttons: 25 characters at most.

ask-choose = Ne sormak istiyorsunuz? Bir soru seçin veya kendiniz yazın.
ask-idea = 💡 Mahalle için fikir
ask-helps = 👍 İşime yaradı
ask-it = 🙋 Görevliye sor
# In a report, below what one can try first or who handles it.
ask-report-anyway = ➡️ Yine de bildir
ask-helped = 👍 Sevindik. Hiçbir şey gönderilmedi.
