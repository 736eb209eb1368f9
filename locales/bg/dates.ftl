### Dates in words. $weekday is a number, 1 (Monday) to 7, $day, $month 1 to 12.

date = { date-weekday }, { $day } { date-month }
date-weekday =
    { $weekday ->
        [1] понеделник
        [2] вторник
        [3] сряда
        [4] четвъртък
        [5] петък
        [6] събота
       *[7] неделя
    }
date-month =
    { $month ->
        [1] януари
        [2] февруари
        [3] март
        [4] април
        [5] май
        [6] юни
        [7] юли
        [8] август
        [9] септември
        [10] октомври
        [11] ноември
       *[12] декември
    }
