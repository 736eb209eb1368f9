-- In which hours a member of staff wants to hear the bot: "8-17 12345"; nothing for who wants it at any hour.
ALTER TABLE staff ADD COLUMN hours TEXT;
