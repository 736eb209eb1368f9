### The sheet for the structural consultation of a wijk (/agenda_wijk). Staff only; Dutch is printed.

agenda-wijken = 📄 Лист за срещата на квартала: за кой квартал?
agenda-months = 📄 { $wijk }: за кой месец? Само изминали месеци.
agenda-month = { date-month } { $year }
agenda-sheet = 📄 <b>{ $wijk }</b>, { $month }. Никой не може да бъде разпознат и няма текст на жители.

## On the page. A number below ten is never told.

agenda-title = Среща на квартала
agenda-city = Община { $city }
agenda-signals = сигнала
agenda-questions = въпроса
agenda-ideas = идеи
agenda-closed = приключени преписки
agenda-again = пъти: пак се случва
agenda-waiting = чакат сега партньор
agenda-few = по-малко от 10
agenda-many = { $least } или повече
agenda-between = { $least } до { $most }
agenda-themes = За какво бяха сигналите?
agenda-unknown = Темата не е казана
agenda-more-themes = Имаше и други теми, всяка от по-малко от 10 души.
agenda-no-themes = Този месец нямаше сигнали.
agenda-places = Повтарящи се места
agenda-no-places = Няма улица със сигнали от различни хора.
agenda-partners = Какво чака партньор
agenda-no-partners = Няма какво да се покаже по партньори.
agenda-agreed = Какво се уговаряме?
agenda-foot = „По-малко от 10“: от по-малко от 10 различни души; понякога пази друго малко число. Число с „до“ нарочно не е точно. Оттеглените сигнали не се броят. Улица се посочва при поне трима души.
