### A draft that was not sent within a day.

draft-dropped = Това, което започнахте по-рано, не беше изпратено и след един ден е изтрито.
