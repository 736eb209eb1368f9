### Messages of a sensitive case, for the telephone may lie on a table: what they say comes on a press.

discreet-news = ✉️ Er is nieuws over melding { $number }.
