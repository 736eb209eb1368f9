### Everything else: what cannot be read, and what is not understood.

# $kind: what was sent.
odd =
    { $kind ->
        [contact] Contacten bewaren we niet. Schrijf gewoon wat er is.
        [audio] Een muziekbestand kunnen we niet gebruiken. Spreek het in met de microfoon.
        [poll] Dit kunnen we niet lezen. Schrijf gewoon wat er is.
        [story] Dit kunnen we niet zien. Stuur de foto of de video zelf.
        [animation] Een gif kunnen we niet gebruiken. Stuur een foto of video van wat er is.
        [file] Dit bestand kunnen we niet openen. Stuur een foto of schrijf het.
       *[sticker] 🙂 Wil je iets melden of vragen? Schrijf, spreek in of stuur een foto.
    }
# Words stood below the file; those are handled as if written.
odd-file-left = 📎 Dit bestand bewaren we niet. Foto’s, video’s en spraak wel.
command-unknown = Dit kennen we niet. Kies hieronder of schrijf gewoon.
not-understood = Dit begrijp ik niet. Wil je iets melden of iets vragen?
# To staff, in the middle of something that asks for a button.
not-fitting = Dit past hier niet. Kies een knop in het bericht hierboven, of kijk met /help.
