"""Intents to messages: written when they leave, in the language and the state of that moment."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.domain.cases import Media, MediaKind, Spot
from bot.domain.intents import Act, Button, Buttons, Call, File, Intent
from bot.services.people import People
from bot.services.pieces import Pieces
from bot.services.turn import Turn
from bot.services.work_hours import WorkHours
from bot.texts import Html, Texts
from handlers.split import split, spread

MOST_TEXT: Final = 4096

_SENDS: Final[Mapping[MediaKind, tuple[str, str]]] = {
    MediaKind.PHOTO: ("sendPhoto", "photo"),
    MediaKind.PICTURE_DOCUMENT: ("sendPhoto", "photo"),
    MediaKind.VOICE: ("sendVoice", "voice"),
    MediaKind.VIDEO: ("sendVideo", "video"),
    MediaKind.VIDEO_NOTE: ("sendVideoNote", "video_note"),
}
# How many characters of a label fit on a phone of 360 pixels, by how many share its row (seen in the screenshots).
_LABEL_FITS: Final[Mapping[int, int]] = {2: 21, 3: 9, 4: 6, 5: 4, 6: 3, 7: 3, 8: 2}
_IN_ALBUMS: Final = frozenset({MediaKind.PHOTO, MediaKind.VIDEO})


@dataclass(frozen=True, slots=True)
class Screen:
    """One message as it will look: HTML, buttons below it or a keyboard that stays, or media, or a point, or a file, or a call.

    The text of one picture or sound stands below it; of a round video, which takes none, it is left out.
    """

    text: Html = Html("")  # noqa: RUF009 - immutable
    buttons: Buttons = ()
    keyboard: str | None = None
    media: tuple[Media, ...] = ()
    spot: Spot | None = None
    call: Call | None = None
    file: File | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What a view is given: the intent, the state of this moment, and the reader's language."""

    intent: Intent
    turn: Turn
    texts: Texts
    language: str

    @property
    def is_new(self) -> bool:
        """Whether it would be a message of its own; what only makes sense in the place of another is not said then."""
        return self.intent.act is Act.SEND

    def text(self, name: str, /, **values: object) -> Html:
        return self.texts(self.language, name, **values)

    def label(self, name: str, /, **values: object) -> str:
        return self.texts.label(self.language, name, **values)


# None: there is nothing to say any more, and the row ends as expired.
View = Callable[[Scene], Awaitable[Screen | None]]
# The rows of a reply keyboard in the reader's language.
Keyboard = Callable[[Scene], Sequence[Sequence[Mapping[str, Any]]]]


@dataclass(frozen=True, slots=True)
class Renderer:
    """Names of intents to messages: by a view of that name, else by the text of that name."""

    texts: Texts
    views: Mapping[str, View]
    keyboards: Mapping[str, Keyboard]

    async def __call__(self, turn: Turn, intent: Intent) -> list[Call]:
        """Write the calls that say it, one for each message; none when there is nothing to say any more.

        Raises TextMissing or LookupError for what is our mistake.
        """
        if intent.act is Act.DELETE:
            return await _deletions(turn, intent)
        scene = await self._scene(turn, intent)
        screen = await self.views.get(intent.name, _plain)(scene)
        return [] if screen is None else self._calls(scene, screen, await _changed(turn, intent))

    async def _scene(self, turn: Turn, intent: Intent) -> Scene:
        reader = await People(turn).read_by(intent.person) if intent.person else None
        chosen = intent.language or await People(turn).language_about(intent.case, reader)
        language = chosen if chosen in self.texts.languages else turn.city.master.code
        if await WorkHours(turn).hushes(intent):
            intent = replace(intent, silent=True)
        return Scene(intent, turn, self.texts, language)

    def _calls(self, scene: Scene, screen: Screen, changed: Sequence[int]) -> list[Call]:
        if screen.call:
            return [screen.call]
        if screen.media:
            return [_with_reply(scene.intent, call) for call in _media_calls(scene, screen)]
        if screen.spot:
            return [_with_reply(scene.intent, _spot_call(scene, screen.spot))]
        if screen.file:
            return [_with_reply(scene.intent, self._file_call(scene, screen))]
        return self._edits(scene, screen, changed) if changed else self._text_calls(scene, screen)

    def _file_call(self, scene: Scene, screen: Screen) -> Call:
        caption = {"caption": screen.text, "parse_mode": "HTML"}
        frame = _frame(scene)
        if screen.file is not None and screen.file.may_leave:
            frame.pop("protect_content", None)
        return Call("sendDocument", frame | caption | self._markup(scene, screen), file=screen.file)

    def _text_calls(self, scene: Scene, screen: Screen) -> list[Call]:
        """A long text is several messages, and the last one has the buttons."""
        markup = self._markup(scene, screen)
        pieces = split(screen.text, MOST_TEXT)
        calls = [Call("sendMessage", _frame(scene) | _body(piece)) for piece in pieces]
        calls[0] = _with_reply(scene.intent, calls[0])
        calls[-1] = Call("sendMessage", {**calls[-1].params, **markup})
        return calls

    def _edits(self, scene: Scene, screen: Screen, changed: Sequence[int]) -> list[Call]:
        """Every message that said it says something else; the last one has the buttons."""
        frame = {key: value for key, value in _frame(scene).items() if key != "protect_content"}
        pieces = spread(screen.text, MOST_TEXT, len(changed))
        calls = [
            Call("editMessageText", frame | _body(piece) | {"message_id": message})
            for piece, message in zip(pieces, changed, strict=True)
        ]
        calls[-1] = Call("editMessageText", {**calls[-1].params, **self._markup(scene, screen)})
        return calls

    def _markup(self, scene: Scene, screen: Screen) -> dict[str, object]:
        if screen.buttons:
            rows = [[_button(scene, button) for button in row] for row in screen.buttons]
            return {"reply_markup": {"inline_keyboard": [part for row in rows for part in _fitting(row)]}}
        if screen.keyboard and scene.intent.act is Act.SEND:
            keys = self.keyboards[screen.keyboard](scene)
            if not keys:
                return {"reply_markup": {"remove_keyboard": True}}
            return {"reply_markup": {"keyboard": keys, "resize_keyboard": True, "is_persistent": True}}
        return {}


async def _deletions(turn: Turn, intent: Intent) -> list[Call]:
    """The message goes, with every other that it came with: an album leaves no picture behind."""
    if intent.edits_message is None:
        return []
    messages = await Pieces(turn).of(intent.chat, intent.edits_message)
    return [Call("deleteMessage", {"chat_id": intent.chat, "message_id": one}) for one in messages]


async def _changed(turn: Turn, intent: Intent) -> Sequence[int]:
    """The messages that an edit changes, in their order; what is about no case never took several."""
    if intent.act is not Act.EDIT or intent.edits_message is None:
        return ()
    if intent.case is None:
        return (intent.edits_message,)
    return sorted({*await Pieces(turn).of(intent.chat, intent.edits_message)})


async def _plain(scene: Scene) -> Screen:
    """What most intents need: the text of their name, with the buttons they carry."""
    intent = scene.intent
    return Screen(scene.text(intent.name, **intent.values), intent.buttons, intent.keyboard)


def _button(scene: Scene, button: Button) -> dict[str, str]:
    words = button.words or scene.label(button.label, **button.values)
    return {"text": words, "url": button.url} if button.url else {"text": words, "callback_data": button.data}


def _fitting(row: list[dict[str, str]]) -> list[list[dict[str, str]]]:
    """The row as it is, or one button in each where a small phone would break their words in two."""
    most = _LABEL_FITS.get(len(row), 0)
    if len(row) == 1 or all(len(button["text"]) <= most for button in row):
        return [row]
    return [[button] for button in row]


def _frame(scene: Scene) -> dict[str, object]:
    """What every message to this chat carries; nothing that staff sees can be forwarded out of the city."""
    frame: dict[str, object] = {"chat_id": scene.intent.chat}
    if scene.turn.staff is not None:
        frame["protect_content"] = True
    if scene.intent.silent:
        frame["disable_notification"] = True
    return frame


def _body(text: str) -> dict[str, object]:
    return {"text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def _with_reply(intent: Intent, call: Call) -> Call:
    if intent.replies_to_message is None:
        return call
    reply = {"message_id": intent.replies_to_message, "allow_sending_without_reply": True}
    return replace(call, params={**call.params, "reply_parameters": reply})


def _spot_call(scene: Scene, spot: Spot) -> Call:
    return Call("sendLocation", _frame(scene) | {"latitude": spot.lat, "longitude": spot.lon})


def _media_calls(scene: Scene, screen: Screen) -> list[Call]:
    """Photos and videos together as an album, everything else on its own."""
    together = [item for item in screen.media if item.kind in _IN_ALBUMS]
    alone = [item for item in screen.media if item.kind not in _IN_ALBUMS]
    if len(together) == 1:
        alone, together = [*together, *alone], []
    calls = [_album(scene, together[at : at + 10]) for at in range(0, len(together), 10)]
    caption = screen.text if len(screen.media) == 1 else ""
    return calls + [_single(scene, item, caption) for item in alone]


def _album(scene: Scene, media: Sequence[Media]) -> Call:
    items = [{"type": item.kind.value, "media": item.file_id} for item in media]
    return Call("sendMediaGroup", _frame(scene) | {"media": items})


def _single(scene: Scene, item: Media, caption: str) -> Call:
    method, field = _SENDS[item.kind]
    below: dict[str, object] = {"caption": caption, "parse_mode": "HTML"} if caption else {}
    frame = _frame(scene) | (below if item.kind is not MediaKind.VIDEO_NOTE else {})
    if item.kind is MediaKind.PICTURE_DOCUMENT:
        return Call(method, frame, picture=item.file_id)
    return Call(method, frame | {field: item.file_id})
