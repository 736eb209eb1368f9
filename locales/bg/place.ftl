### The second question: where is it? $place and $wijk are names, or the person's own words. Buttons: 25 characters at most.

place-ask = Къде е? Изберете отдолу или напишете улица или квартал.
# The same, of a question or an idea.
place-ask-wijk = За кой квартал е? Изберете отдолу или напишете улица или квартал.
place-outside = Това място не е в { $city }. Попитайте Вашата община; при опасност се обадете на 112. Ако все пак е в { $city }, изберете или напишете мястото.
# $municipality lies beside the city; $number is its own, or that of the government, which knows whom to ask.
place-outside-at =
    { $whose ->
        [own] Мястото е в { $municipality } или наблизо, не в { $city }. Попитайте там: { $number }; при опасност се обадете на 112.
       *[general] Мястото е в { $municipality } или наблизо, не в { $city }. Кой помага, ще Ви кажат на { $number }; при опасност се обадете на 112.
    } Ако все пак е в { $city }, изберете или напишете мястото.
place-here = 📍 Сега съм там
# $button: the button that sends the location, below the text field.
place-here-how = Натиснете долу „{ $button }“. Или напишете улица.
place-choose = 🗺 Избери квартал
# The place that the person's own words name; the wijk used last.
place-guess = 📍 { $place }
place-last = 🏘 { $wijk }
place-part-of = { $place }: коя част?
place-street =
    📍 { $place }
    В кой квартал е това?
place-near = В кой квартал е? Тези са най-близо до мястото.
place-meant = Това ли имате предвид?
place-unknown = Още не познаваме „{ $place }“. Това ли е мястото?
place-unknown-yes = 📍 Да, запиши го така
place-as-typed = 📍 Запиши го така
place-story = ➕ Не, към моя текст
place-list = Изберете квартал. Страница { $page } от { $pages }.
place-previous = ⬆️ Предишни квартали
place-next = ⬇️ Още квартали
