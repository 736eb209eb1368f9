"""The five phones of the demo: who holds them, what they would say, and where they can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence ready to be sent, and what it means in English."""

    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Place:
    """A point in degrees (WGS84)."""

    name: str
    note: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Poster:
    """A link that hangs in the street; `payload` is what follows `?start=`."""

    name: str
    payload: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a phone. `invitation` is what `wijklijn invite` is called with; residents have none.

    `user_id` stays the same over restarts: the bot's database knows these people by it.
    """

    key: str
    user_id: int
    first_name: str
    last_name: str
    username: str
    phone: str
    language_code: str
    title: str
    short: str
    phrases: tuple[Phrase, ...]
    invitation: tuple[str, ...] = ()


_BULGARIAN: Final = (
    Phrase(
        "Пред блока има стари мебели и чували с боклук.",
        "Old furniture and rubbish bags in front of the block.",
    ),
    Phrase("Всяка нощ има силна музика и не можем да спим.", "Loud music every night, we cannot sleep."),
    Phrase("В моето жилище има влага и мухъл.", "There is damp and mould in my home."),
    Phrase("Мирише на газ!", "It smells of gas! (a word of danger)"),
    Phrase("Stalenstraat", "a street in Waterschei"),
    Phrase("Благодаря, но още има чували.", "Thank you, but some bags are still there."),
)
_TURKISH: Final = (
    Phrase("Sokak lambası iki haftadır yanmıyor.", "The street lamp has been dark for two weeks."),
    Phrase(
        "Kaldırıma park ediyorlar, bebek arabasıyla geçemiyoruz.",
        "They park on the pavement, we cannot pass with a pram.",
    ),
    Phrase("Çöp ne zaman toplanıyor?", "When is the rubbish collected?"),
    Phrase("Patronum maaşımı ödemiyor.", "My boss does not pay my wages. (sensitive)"),
    Phrase("Stalenstraat", "a street in Waterschei"),
    Phrase("Teşekkürler, şimdi düzeldi.", "Thank you, it is fine now."),
)
_CONTACT_WORKER: Final = (
    Phrase(
        "Voor het gebouw liggen oude meubels en zakken met afval.",
        "a Dutch translation: reply with it to the request",
    ),
    Phrase("Straatlamp is al twee weken stuk.", "a Dutch translation: reply with it to the request"),
    Phrase(
        "Благодаря! Идвам утре да видя.", "a Bulgarian translation: “Thank you! I come and look tomorrow.”"
    ),
    Phrase(
        "Teşekkürler! Yarın gelip bakacağım.", "a Turkish translation: “Thank you! I come and look tomorrow.”"
    ),
)
_WIJKMANAGER: Final = (
    Phrase("Bedankt! Ik kom morgen kijken.", "Thank you! I come and look tomorrow."),
    Phrase("De meubels zijn opgehaald.", "The furniture has been collected."),
    Phrase("/werk", "what waits for me"),
    Phrase("/bericht", "send an announcement"),
    Phrase(
        "Zaterdag om 10 uur ruimen we samen de Stalenstraat op. Koffie in het buurthuis.",
        "an announcement: on Saturday at 10 we clean up together",
    ),
)
_COORDINATOR: Final = (
    Phrase("/werk", "what has no owner or is late"),
    Phrase("/bericht", "send an announcement"),
    Phrase("/afwezig", "replace somebody who is absent"),
)

CAST: Final = (
    Holder(
        "bg", 70_001, "Elena", "Dimitrova", "elena_dim", "+359888000001", "bg",
        "Resident, reads Bulgarian", "reads Bulgarian", _BULGARIAN,
    ),
    Holder(
        "tr", 70_002, "Mehmet", "Yıldız", "mehmet_y", "+32470000002", "tr",
        "Resident, reads Turkish", "reads Turkish", _TURKISH,
    ),
    Holder(
        "contact", 70_003, "Aylin", "Georgieva", "aylin_g", "+32470000003", "tr",
        "Contact worker, speaks Turkish and Bulgarian", "contact worker", _CONTACT_WORKER,
        ("contact-worker", "--language", "tr", "bg", "--wijk", "waterschei-noord", "--organisation", "Buurtwerk"),
    ),
    Holder(
        "wijkmanager", 70_004, "Koen", "Peeters", "koen_p", "+32470000004", "nl",
        "Wijkmanager of Waterschei-Noord", "wijkmanager", _WIJKMANAGER,
        ("wijkmanager", "--wijk", "waterschei-noord"),
    ),
    Holder(
        "coordinator", 70_005, "An", "Claes", "an_claes", "+32470000005", "nl",
        "Coordinator", "coordinator", _COORDINATOR,
        ("coordinator",),
    ),
)  # fmt: skip

PLACES: Final = (
    Place("Stalenstraat", "Waterschei-Noord", 51.0018, 5.5193),
    Place("Hoevenzavellaan", "Waterschei-Zuid", 50.9950, 5.5157),
    Place("Thor Park", "Nieuw-Texas", 51.0006, 5.5384),
    Place("C-mine", "Oud-Winterslag", 50.9879, 5.4841),
    Place("Stadsplein", "Genk-Centrum", 50.9641, 5.5024),
    Place("Hasselt station", "outside the city", 50.9311, 5.3278),
)

POSTERS: Final = (Poster("Poster in Waterschei-Noord", "wijk-waterschei-noord"),)

STEPS: Final = (
    "Elena: press START, choose Български, press 💡 and send a phrase.",
    "Choose what it is about and where (Waterschei-Noord), then ✅ Изпрати.",
    "Koen has a card: ✋ Ik neem dit, 💬 Antwoorden, write in Dutch, ✅ Verstuur.",
    "Aylin gets the words to translate: answer that message with 💡. Elena reads it in Bulgarian.",
    "Koen closes the case (⋯ Meer, ✅ Afsluiten), Elena says whether it is solved. Then try /bericht and the switches.",
)
