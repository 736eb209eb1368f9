### The name that the city's own system gives a case. Staff only. Buttons: 25 characters at most.

reference-ask = 🔖 Wat is de referentie van dossier { $number } in het systeem van de stad? Eén regel, hoogstens 40 tekens.
reference-kept = 🔖 Referentie bewaard bij dossier { $number }: { $reference }
reference-gone = 🔖 Dossier { $number } heeft geen referentie meer.
reference-stopped = ✖️ Gestopt. Er is niets veranderd.
reference-clear = 🗑 Geen referentie
reference-stop = ✖️ Stop
