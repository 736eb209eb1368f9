### Printed in the chat: the poster of a wijk as a PDF. Staff; $wijk is the name of a wijk.

affiche-wijken = 🖼 Asılacak afiş: hangi mahalle için?
affiche-sheet = 🖼 Afiş: <b>{ $wijk }</b>. A4 kâğıda yazdırıp göz hizasına asın. Kodu okutan kişinin mahalleyi seçmesi gerekmez.
