### Edited messages.

# The message belongs to something that was not sent yet.
edit-kept = ✏️ Yeni metninizi kullanıyoruz.
# A reply to the message that was changed.
edit-not-seen = ✏️ Bu değişikliği görmüyoruz. Lütfen yeni mesaj olarak gönderin.
