"""The texts of the languages that are shipped, as tests look them over."""

from fluent.syntax import ast as ftl

from bot.written import labels, readings, texts

__all__ = ["LANGUAGES", "labels", "messages", "readings"]

LANGUAGES = ("nl", "tr", "bg")


def messages(language: str) -> dict[str, tuple[str, ftl.Message]]:
    """Every text of a language with the file it stands in, by its name."""
    return {name: (text.file, text.message) for name, text in texts(language).items()}
