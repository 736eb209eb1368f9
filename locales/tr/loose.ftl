### Loose messages while cases are open.

which-case = Bu hangi mesaja ait?
which-new = 🆕 Yeni bir konu
which-chosen = 👉 Mesaj no: { $number }
