### Words that were added to a case.

added = ➕ Toegevoegd aan melding { $number }.
added-to-handled = ➕ Toegevoegd aan melding { $number }. Die was al afgehandeld. Is het opgelost?
