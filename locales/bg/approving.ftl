### A second pair of eyes on an announcement. Staff only, read in Dutch. $who: "wijkmanager 3", or several of them. Buttons: 25 characters at most.

# To who could let it leave; below it stand for whom it is and when it would leave. $again: asked before.
approval-asks =
    { $again ->
        [True] ⏰ Още никой не е видял това съобщение на { $who }. Да замине ли?
       *[False] 👀 Да замине ли това съобщение? То е на { $who }.
    }
approval-leaves-at-once = 🕒 Заминава, щом някой го одобри.
approval-leaves-soon = 🕒 Заминава след малко.
approval-leaves = 🕒 Заминава в { $day }, { $time } ч.
approval-look = 👀 Виж
# Below the announcement as residents will read it.
approval-question = 👆 Така хората ще прочетат съобщението.
# $languages: the own names of those in which it is not.
approval-without = ⏭ Няма го на: { $languages }.
approval-sure = Да замине ли така?
# What became of it, to everybody who was asked.
approval-decided =
    { $state ->
        [approved] ✅ Одобрено от { $who }.
        [refused] ✖️ Не е одобрено от { $who }. Върна се при автора.
        [gone] 🚪 Който е написал съобщението, вече няма роля. Нищо не е изпратено.
       *[back] ↩️ Това съобщение вече не чака. Авторът си го взе или то му се върна.
    }
# Below what one has just approved, until it leaves.
approval-undo = ✖️ Все пак не

## To who wrote it.

approval-offered = ⏳ Съобщението Ви чака втори човек. Попитани: { $who }.
approval-or-not = 🕒 Ако никой не го одобри до { $day }, { $time } ч., то не заминава.
approval-urgent = 🆘 Има ли опасност сега? Обадете се на 112, не чакайте това съобщение.
approval-withdraw = ↩️ Вземи обратно
approval-looked = 👀 Това съобщение вече не чака втори човек.
approval-answered =
    { $state ->
        [approved] ✅ Съобщението Ви е одобрено от { $who }.
        [refused] ✖️ Съобщението Ви не е одобрено от { $who }:
       *[lapsed] ⏰ Никой не одобри съобщението Ви навреме. Нищо не е изпратено.
    }
approval-kept = Текстът Ви е запазен. Променете каквото трябва и го изпратете отново.
approval-nobody-yet = ⏳ Още никой не е одобрил съобщението Ви. Сега са попитани всички, които могат.
