### Loose messages while cases are open.

which-case = Към кое съобщение е това?
which-new = 🆕 Нещо ново
which-chosen = 👉 № { $number }
