### Edited messages.

# The message belongs to something that was not sent yet.
edit-kept = ✏️ Използваме новия текст.
# A reply to the message that was changed.
edit-not-seen = ✏️ Не виждаме тази промяна. Изпратете я като ново съобщение.
