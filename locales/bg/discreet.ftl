### Messages of a sensitive case, for the telephone may lie on a table: what they say comes on a press.

discreet-news = ✉️ Има новина. № { $number }.
# Opened when it is not so any more.
discreet-over = Това вече не важи: по № { $number } има ново. Вижте в „Моите съобщения“.
