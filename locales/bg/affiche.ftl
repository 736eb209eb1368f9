### Printed in the chat: the poster of a wijk as a PDF. Staff; $wijk is the name of a wijk.

affiche-wijken = 🖼 Плакат за окачване: за кой квартал?
affiche-sheet = 🖼 Плакат: <b>{ $wijk }</b>. Отпечатайте го на A4 и го окачете на височината на очите. Който сканира кода, не избира квартал.
