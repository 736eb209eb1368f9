### A draft that was not sent within a day.

draft-dropped = Daha önce başladığınız gönderilmedi ve bir gün sonra silindi.
