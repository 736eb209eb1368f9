### Words that were added to a case.

added = ➕ Добавено към № { $number }.
added-to-handled = ➕ Добавено към № { $number }. Случаят беше приключен. Решен ли е проблемът?
