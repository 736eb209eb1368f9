"""What somebody wishes of news, in words: which does not come, and when none does."""

from collections.abc import Iterator

from bot.domain.news import FOR_EVER, Topic, Wishes
from bot.texts import Html
from handlers.dates import in_words
from handlers.render import Scene


def wished(scene: Scene, wishes: Wishes) -> Iterator[Html]:
    """Which news does not come, and when none does; urgent news comes then, unless that was left too."""
    urgent = "left" if Topic.URGENT in wishes.left else "comes"
    if wishes.left:
        names = ", ".join(scene.label("topic-name", topic=one.value) for one in Topic if one in wishes.left)
        yield scene.text("news-without", topics=names)
    if wishes.quiet:
        yield scene.text("news-quiet-is", start=wishes.quiet.start, end=wishes.quiet.end, urgent=urgent)
    until = wishes.pause(scene.turn.now)
    if until == FOR_EVER:
        yield scene.text("news-paused-open", urgent=urgent)
    elif until is not None:
        day = until.astimezone(scene.turn.city.time_zone).date()
        yield scene.text("news-paused", day=in_words(scene.texts, scene.language, day), urgent=urgent)
