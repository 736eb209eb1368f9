### Loose messages while cases are open. Buttons: 25 characters at most.

# $count: how many messages wait for the answer.
which-case =
    { $count ->
        [one] Към кое съобщение е това?
       *[other] Към кое съобщение са тези { $count } неща?
    }
which-new = 🆕 Нещо ново
which-chosen = 👉 № { $number }
