"""The local Telegram is a judge: these tests judge the judge."""
