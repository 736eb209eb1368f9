"""A city file of two wijken and two languages, small enough to spoil one line at a time."""

from pathlib import Path
from typing import Final

from bot.domain.city import City
from bot.domain.city_file import read_city

SMALL: Final = """
[city]
name = "Smallstad"
postcode = "1234"
nis = "12345"
police_zone = "KLEIN"
time_zone = "Europe/Brussels"
role_name = "wijkmanager"
attribution = "made up"
texts_confirmed = ["tr"]

[languages]
nl = "Nederlands"
tr = "Türkçe"

[answers]
working_days = 3
weekend = ["saturday", "sunday"]

[[closed_days]]
day = "07-11"
reason = "Feestdag"

[[closed_days]]
day = 2026-12-24
reason = "Brugdag"

[office]
name = "Wijkbureau"
partner = "stad"
address = "Plein 1"
confirmed = true
hours = [{ day = "monday", opens = 09:00:00, closes = 12:00:00 }]

[sensitive]
roles = ["wijkmanager", "coordinator"]
confirmed = true

[[retention]]
kept = "case-content"
days = 365
rule = "besluit 1"

[[retention]]
kept = "sensitive-content"
days = 180
rule = "besluit 1"

[[retention]]
kept = "people"
days = 365
rule = "besluit 1"

[[retention]]
kept = "deliveries"
days = 30
rule = "besluit 1"

[[retention]]
kept = "set-aside"
days = 14
rule = "besluit 1"

[[retention]]
kept = "acts"
days = 3650
rule = "besluit 1"

[[retention]]
kept = "backups"
days = 28
rule = "besluit 1"

[[help_numbers]]
number = "112"
what = { nl = "Ambulance", tr = "Ambulans" }
use = ["medical"]
shown = true
confidence = "verified"

[[help_numbers]]
number = "102"
what = { nl = "Awel", tr = "Awel" }
use = ["children"]
shown = false
confidence = "unverified"

[[partners]]
id = "stad"
name = "Stad"
about = { nl = "algemeen", tr = "genel" }
phone = "01 23 45 67"
confidence = "verified"

[[categories]]
id = "waste"
emoji = "🗑"
label = { nl = "Afval", tr = "Çöp" }
handlers = ["stad"]
words.nl = ["afval"]

[[categories.about]]
id = "sluikstort"
what = "Sluikstort"
handlers = ["stad"]
confidence = "verified"

[[categories]]
id = "work"
emoji = "🧰"
label = { nl = "Werk", tr = "İş" }
sensitive = true
handlers = ["stad"]

[[quick_answers]]
id = "coming"
emoji = "🚶"
label = "Langs"
text.nl = "We komen op {date}."
text.tr = "Geliyoruz: {date}."

[[common_questions]]
id = "whom"
emoji = "📞"
partner = "stad"
question = { nl = "Wie?", tr = "Kim?" }
answer = { nl = "Bel {stad.phone} of 112.", tr = "Arayın: {stad.phone}, 112." }

[[stadsdelen]]
name = "Oost"
confirmed = true

[[wijken]]
id = "boven"
name = "Boven"
code = "1"
lat = 50.96
lon = 5.50
stadsdeel = "Oost"
stadsdeel_confirmed = true
neighbours = ["onder"]
streets = ["Kerkstraat"]
points = [[50.961, 5.501]]

[[wijken]]
id = "onder"
name = "Onder"
code = "2"
kind = "industrie"
lat = 50.95
lon = 5.50
neighbours = ["boven"]

[places]
outside_metres = 800
said_first = ["Het dorp"]

[places.aliases]
"Het dorp" = ["boven", "onder"]

[street_list]
source = "made up"
confidence = "verified"
names = ["Kerkstraat", "Molenweg"]
"""


def small_city(folder: Path, *changes: tuple[str, str]) -> City:
    """Read the small city, with some words of its file changed."""
    text = SMALL
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / "small.toml"
    path.write_text(text, encoding="utf-8")
    return read_city(path)
