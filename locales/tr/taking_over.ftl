### A case is taken over from a contact worker.

# To the person, who has just opened the link.
over-yours = 🙋 { $number } numaralı mesaj artık sizin. Yanıtlar artık irtibat görevlisine değil, buraya gelir. Adınızı ve numaranızı kimse görmez.
