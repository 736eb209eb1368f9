### A report, question or idea: what happened, the summary, sending, changing, leaving it. Buttons: 25 characters at most.

# $kind: signal or idea (a question has a screen of its own).
draft-ask =
    { $kind ->
        [idea] Каква е идеята Ви за квартала?
       *[signal] Какво се случи?
    } Напишете, изпратете гласово съобщение или снимка.
draft-ask-more = Изпратете още нещо или продължете.
draft-rewrite = Изпратете го отново. Изпратеното преди това отпада.
draft-kept = Това остава да чака 24 часа. Продължете да пишете, когато искате.
draft-stopped = ✖️ Отказано. Нищо не е изпратено.
