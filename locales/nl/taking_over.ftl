### A case is taken over from a contact worker.

# To the person, who has just opened the link.
over-yours = 🙋 Melding { $number } is nu van jou. Antwoorden komen hier, niet meer bij de contactmedewerker. Je naam en nummer ziet niemand.
