### A language that was forgotten after 24 hours of silence (only where the city wants it so).

# Shown in every language at once, so it must be short.
choose-language-again = 🌍 Kies je taal opnieuw. We onthouden ze maar 24 uur.
