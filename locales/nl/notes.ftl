### Notes: only staff see them.

note-write = 📝 Schrijf je notitie bij dossier { $number }. De bewoner ziet ze niet.
note-kept = 📝 Notitie bewaard bij dossier { $number }. De bewoner ziet ze niet.
note-stopped = ✖️ Gestopt. Er is geen notitie bewaard.
