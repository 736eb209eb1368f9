### 👀 Ga kijken: the desk asks the team of a wijk to look. $number is the case's number as text.
### Buttons: 25 characters at most.

desk-errand = 👀 Иди и виж
errand-what = 👀 За какво да гледа екипът по преписка { $number }? Напишете кратко. Жителят не чете това.
errand-is-asked = 👀 Екипът на квартала е помолен (преписка { $number }). Тук ще прочетете какво са видели.
errand-drop = ✖️ Вече не е нужно
errand-is-dropped = ✖️ Вече никой няма да гледа по преписка { $number }.
# To the team. $about: the category with its pictogram; $place: may be "none".
errand =
    👀 <b>Отидете и вижте</b> · { $number } · { $about }{ $place ->
        [none] { "" }
       *[other] { "\u000A" }📍 { $place }
    }
errand-state =
    { $state ->
        [open] ⏳ Още никой не отива
        [mine] ✋ Вие отивате. Отговорете тук със снимка или с думи.
        [taken] ✋ Колега (член на екипа) отива
        [done] ✅ Видяно е
       *[dropped] ✖️ Вече не е нужно
    }
errand-take = ✋ Аз отивам
errand-look-now = 📷 Това видях
errand-give-back = ↩️ Няма да мога
errand-look = 📷 Какво виждате при { $number }? Изпратете снимка или напишете. Чете го само който води преписката.
errand-preview = 📷 <b>{ $number }, за който води преписката:</b>
errand-preview-more = Изпратете още или пратете това.
errand-send = ✅ Изпрати
errand-sent = ✅ Изпратено на който води преписка { $number }. Благодарим.
errand-stopped = ✖️ Отказано. Нищо не е изпратено.
# To the desk, below the card.
errand-seen = 👀 <b>По { $number } е видяно на място.</b> Жителят не получи нищо от това.
# $taken: whether somebody said to go.
errand-unseen =
    👀 Преписка { $number }: { $taken ->
        [True] член на екипа отиде, но още не е съобщил нищо.
       *[False] още никой от екипа не е отишъл.
    }
errand-not-yours = 👀 Това вече не е за Вас.
# To a team member who sends something that belongs to nothing.
errand-none = Това не се отнася до нищо. Първо изберете „Аз отивам“ или вижте с /werk.
# On the card. $state: open, taken, done.
card-errand =
    👀 { $state ->
        [open] Екипът е помолен да види
        [taken] Член на екипа отива
       *[done] Видяно е на място
    }
