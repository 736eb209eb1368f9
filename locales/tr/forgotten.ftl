### A language that was forgotten after 24 hours of silence (only where the city wants it so).

# Shown in every language at once, so it must be short.
choose-language-again = 🌍 Dilinizi yeniden seçin. Onu yalnızca 24 saat saklarız.
