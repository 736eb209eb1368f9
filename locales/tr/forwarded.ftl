### Forwarded messages.

forwarded = ↪️ İletilen mesajları saklamıyoruz. Kendiniz anlatın: yazın, konuşun veya fotoğraf gönderin.
