### A draft that was not sent within a day.

draft-dropped = Wat je eerder begon, was niet verstuurd en is na een dag gewist.
