### Notes: only staff see them.

# $readers: the organisation whose people alone read it; "none" for the city.
note-write =
    📝 Schrijf je notitie bij dossier { $number }. { $readers ->
        [none] De bewoner ziet ze niet.
       *[other] Alleen { $readers } leest ze.
    }
note-kept =
    📝 Notitie bewaard bij dossier { $number }. { $readers ->
        [none] De bewoner ziet ze niet.
       *[other] Alleen { $readers } leest ze.
    }
note-stopped = ✖️ Gestopt. Er is geen notitie bewaard.
