### Reporting anew what was taken back.

anew-begun = 🆕 Bu mesaj geri alınmıştı. No: { $number }. Bu, yeni bir mesaj olacak.
