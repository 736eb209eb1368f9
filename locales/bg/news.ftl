### Wijknieuws: following announcements of a wijk. Buttons: 25 characters at most.

# $wijken is a list, one on each line.
news =
    📰 Получавате новини за:
    { $wijken }
news-none = 📰 Още не получавате новини. Искате ли да знаете какво става в квартала?
news-on = 🔔 Искам новини
news-off = 🔕 Без новини
# No more news of this wijk.
news-one-off = 🔕 { $wijk }
news-more = ➕ Друг квартал
news-choose = 🗺 За кой квартал искате новини?
# A name that several wijken share.
news-part = 🗺 { $name }: коя част?
# All wijken of that name.
news-whole = 🗺 { $name }, всички
# After the button below an announcement.
news-left = 🔕 Вече няма да получавате новини за { $wijk }.
news-stopped = 🔕 Вече няма да получавате новини. Отговорите на Вашите съобщения ще идват.
