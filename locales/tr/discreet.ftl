### Messages of a sensitive case, for the telephone may lie on a table: what they say comes on a press.

discreet-news = ✉️ Haber var. Mesaj no: { $number }.
# Opened when it is not so any more.
discreet-over = Bu artık geçerli değil, konu ilerledi. Mesaj no: { $number }. Mesajlarım bölümüne bakın.
