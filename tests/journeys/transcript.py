"""Transcripts: who did what, and who read what because of it, in order; kept so that a translator can read them."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parents[2] / "docs" / "transcripts"
WANTED: Final = "WIJKLIJN_TRANSCRIPTS"
Lines = list[str]
# How far an announcement is when its bar is looked at, and before or after what, is different each time; so is what
# the bar becomes at the end, which somebody with quiet hours reads twice or once.
_BAR: Final = frozenset("░▓")
_END: Final = "✅ Klaar."


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as it stands on a phone now."""

    text: str
    buttons: tuple[tuple[str, ...], ...] = ()
    # What a message quotes is no news when that is edited.
    answers: str = field(default="", compare=False)

    def lines(self) -> Lines:
        quoted = [f"┃ {self.answers}"] if self.answers else []
        rows = ["".join(f"[ {label} ]" for label in row) for row in self.buttons]
        return [*quoted, *self.text.splitlines(), *rows]


@dataclass(slots=True)
class Transcript:
    """One journey as it is read; numbers and aliases are replaced when it is compared."""

    title: str
    cast: Sequence[str]
    _lines: Lines = field(default_factory=list)

    def chapter(self, title: str) -> None:
        self._lines += [f"## {title}", ""]

    def act(self, who: str, what: str) -> None:
        self._lines += [f"**{who}** {what}", ""]

    def reads(self, who: str, seen: Seen, before: Seen | None) -> None:
        """Somebody's phone shows something new, or something that changed."""
        if _BAR & set(seen.text) or seen.text.startswith(_END):
            return
        how = "reads" if before is None else "sees the message change"
        if before is not None and before.text == seen.text:
            how, seen = "sees other buttons below it", Seen("", seen.buttons)
        self._lines += [f"{who} {how}", "", "```text", *seen.lines(), "```", ""]

    def text(self, names: Mapping[str, str]) -> str:
        """The whole, with what differs each time replaced by what stands for it."""
        head = [f"# {self.title}", "", *(f"- {one}" for one in self.cast), ""]
        text = "\n".join([*head, *self._lines]).rstrip() + "\n"
        # All at once: a number may be what stands for another one.
        return re.sub("|".join(map(re.escape, names)), lambda found: names[found[0]], text) if names else text

    def compare(self, name: str, names: Mapping[str, str]) -> None:
        """Hold it against docs/transcripts/NAME.md; written anew where the environment asks for it."""
        told, file = self.text(names), FOLDER / f"{name}.md"
        if os.environ.get(WANTED):
            file.write_text(told, encoding="utf-8")
        kept = file.read_text(encoding="utf-8") if file.exists() else ""
        changed = list(unified_diff(kept.splitlines(), told.splitlines(), "kept", "told", lineterm="", n=2))
        assert not changed, "\n".join(
            [
                f"what people read has changed: WIJKLIJN_TRANSCRIPTS=1 writes {file.name} anew, then read it",
                *changed,
            ]
        )
