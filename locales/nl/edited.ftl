### Edited messages.

# The message belongs to something that was not sent yet.
edit-kept = ✏️ We gebruiken je nieuwe tekst.
# A reply to the message that was changed.
edit-not-seen = ✏️ Deze verandering zien we niet. Stuur het als een nieuw bericht.
