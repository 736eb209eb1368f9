### /stop.

stop-left = ✖️ Прекратено. Неизпратеното е изтрито.
# What was interrupted goes on: a half-made report, which follows.
stop-beneath = ✖️ Прекратено. Започнатото преди това Ви чака.
stop-news = В момента няма нищо започнато. Да спрем ли новините?
stop-nothing = В момента няма нищо започнато. Какво искате да направите?
# "No more news", typed.
stop-news-typed = Да спрем ли новините? За Вашите съобщения пак ще пишем.
