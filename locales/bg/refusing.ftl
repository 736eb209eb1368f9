### What a colleague wrote goes back with a word. Staff only, read in Dutch.

refuse-why =
    { $about ->
        [quick] ✖️ Какво не е добре в този бърз отговор? Напишете го кратко. Ще го прочете, който го предложи.
       *[announcement] ✖️ Какво трябва да се промени? Напишете го кратко. Ще го прочете авторът.
    }
refuse-stopped = ✖️ Спряно. Нищо не е върнато.
refuse-sent = ✖️ Върнато, заедно с написаното от Вас.
# A colleague decided, or it left, before the word came.
refuse-late = 👀 Колега вече реши. Вижте по-горе какво.
