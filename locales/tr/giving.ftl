### A coordinator gives one case to a colleague. $number is a case's number as text. Buttons: 25 characters at most.

desk-give = 👥 Meslektaşa ver
give-which =
    { $count ->
        [0] 👥 { $number } numaralı dosyayı alabilecek başka kimse yok.
       *[other] 👥 { $number } numaralı dosya kime verilsin?
    }
give-done = 👥 Tamam. { $number } numaralı dosya artık meslektaşınızda.
give-left = Dosya verilmedi.
