### Staff report: for somebody without Telegram, or what they saw themselves. Buttons: 25 characters at most.

behalf-ask = 🤝 Какво иска да съобщи човекът? Напишете, изпратете гласово съобщение или снимка. Без името, номера или адреса му.
observed-ask = 👣 Какво видяхте или чухте? Напишете, изпратете гласово съобщение или снимка.
behalf-whose = 🤝 От името на друг, без име
observed-whose = 👣 Собствено наблюдение, без подател
behalf-warning = ⚠️ Това може да издаде кой е човекът: { $found }. Махнете го, ако не е нужно.
recognisable-name = име
recognisable-phone = телефонен номер
recognisable-register-number = номер от регистъра
recognisable-email = имейл адрес
recognisable-other = номер
behalf-sensitive = 🔒 Кажете на човека: това четат само { $roles }. Не отива при хазяина или шефа. Понякога следва проверка.
observed-sensitive = 🔒 Чувствително: това четат само { $roles }.
behalf-agree = ☐ Човекът е съгласен
behalf-agreed = ☑️ Човекът е съгласен
behalf-kept = 🤝 Преписка { $number } е при Вашите. Отговорите идват при Вас, докато човекът не я поеме сам.
observed-kept = 👣 Записано като преписка { $number }, без подател.
