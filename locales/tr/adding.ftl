### Words that were added to a case.

added = ➕ Eklendi. Mesaj no: { $number }.
added-to-handled = ➕ Eklendi. Mesaj no: { $number }. Bu konu kapatılmıştı. Sorun çözüldü mü?
