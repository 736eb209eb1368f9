### Printed in the chat: the poster of a wijk as a PDF. Staff; $wijk is the name of a wijk.

affiche-wijken = 🖼 Affiche om op te hangen: van welke wijk?
affiche-sheet = 🖼 Affiche van <b>{ $wijk }</b>: print ze op A4 en hang ze op ooghoogte. Wie de code scant, hoeft de wijk niet meer te kiezen.
