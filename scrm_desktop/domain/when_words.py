"""The words of times, English and French, as patterns; they meet small letters without accents or hyphens."""

from __future__ import annotations

from scrm_desktop.late_pattern import late_pattern

_AHEAD = r"(?:in|dans|d'ici)"
_HOUR = r"h(?:ours?|rs?|eures?)?"
_MINUTE = r"(?:m|mins?|minutes?)"

#: A stretch of hours and minutes, and nothing else: "9 h" alone is a time of day, "in 9 h" is not.
HOURS = late_pattern(
    rf"{_AHEAD} (?P<hours>\d{{1,4}}(?:[.,]\d)?) ?{_HOUR}(?: ?(?:and |et )?(?P<more>\d{{1,2}})(?: ?{_MINUTE})?)?"
    rf"|{_AHEAD} (?P<one>an?|une) (?:hour|heure)"
    rf"|{_AHEAD} (?P<half>half an hour|une demi heure)"
    rf"|(?:{_AHEAD} )?(?P<minutes>\d{{1,5}}) ?{_MINUTE}"
)

#: Snoozed until the customer writes, and to no time.
ON_REPLY = late_pattern(r"\b(?:customer|client|cliente|reply|reponse|reponde|answers?)\b")

_MONTH = (
    r"(?P<name>jan(?:v|vier|uary)?|fe[bv](?:r|rier|ruary)?|mar(?:s|ch)?|a[pv]r(?:il)?|ma[iy]|june?|juin|july?|juil(?:let)?"
    r"|aug(?:ust)?|aout|sept?(?:embre|ember)?|oct(?:obre|ober)?|nov(?:embre|ember)?|dec(?:embre|ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?:,? (?P<year>20\d{2})\b)?"

DATES = (
    late_pattern(r"\b(?P<year>20\d{2})-(?P<month>\d{2})-(?P<day>\d{2})\b"),
    late_pattern(rf"\b{_DAY}/(?P<month>\d{{1,2}})(?:/(?P<year>20\d{{2}}|\d{{2}}))?(?![\d/])"),
    late_pattern(rf"\b{_DAY}\.(?P<month>\d{{1,2}})\.(?P<year>20\d{{2}}|\d{{2}})?(?!\d)"),
)
DATE_NAMED = late_pattern(rf"\b{_DAY}(?:st|nd|rd|th|er)? (?:of )?{_MONTH}{_YEAR}")
DATE_NAMED_FIRST = late_pattern(rf"\b{_MONTH} {_DAY}(?:st|nd|rd|th)?\b(?![:h.]){_YEAR}")

#: By the first four letters of its name.
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan janv janu", "feb fev fevr febr", "mar mars marc", "apr avr avri apri", "mai may", "jun june juin",
            "jul july juil", "aug augu aout", "sep sept", "oct octo", "nov nove", "dec dece",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_NUMBER = r"(?:(?P<number>\d{1,3})|an?|une?)"
#: So many days, weeks or months from today.
SPANS = (
    (late_pattern(rf"\b(?:{_AHEAD} )?{_NUMBER} ?(?:d|days?|j|jours?)\b"), "day"),
    (late_pattern(rf"\b(?:{_AHEAD} )?{_NUMBER} ?(?:w|weeks?|sem|semaines?)\b"), "week"),
    (late_pattern(rf"\b(?:{_AHEAD} )?{_NUMBER} ?(?:months?|mois)\b"), "month"),
)

DAY_WORDS = (
    (late_pattern(r"\b(?:the )?day after tomorrow\b|\bapres demain\b"), "after"),
    (late_pattern(r"\btomorrow\b|\btmrw?\b|\bdemain\b"), "tomorrow"),
    (late_pattern(r"\btoday\b|\baujourd'hui\b|\blater today\b"), "today"),
    (late_pattern(r"\bnext week\b|\b(?:la )?semaine prochaine\b"), "week"),
    (late_pattern(r"\bnext month\b|\b(?:le )?mois prochain\b"), "month"),
    (late_pattern(r"\b(?:(?:this|next|the|ce|le) )?week ?end(?: prochain)?\b"), "weekend"),
    (
        late_pattern(r"\b(?=tonight\b|ce soir\b|this (?:morning|afternoon|evening)\b|ce(?:t| )(?:matin|apres midi)\b)"),
        "today",
    ),
)

#: By number, Monday 0; "next monday" is the one that comes next.
WEEKDAYS = tuple(
    (late_pattern(rf"\b(?:next |on |this |ce )?(?:{names})\b(?: prochain)?"), number)
    for number, names in enumerate(
        (
            "mon|monday|lun|lundi", "tues?|tuesday|mar|mardi", "wed|wednesday|mer|mercredi",
            "thu(?:rs?)?|thursday|jeu|jeudi", "fri|friday|ven|vendredi", "sat|saturday|sam|samedi",
            "sun|sunday|dim|dimanche",
        )
    )
)  # fmt: skip

#: Parts of the day, by the hour at which they begin.
PARTS = (
    (late_pattern(r"\b(?:this |in the )?morning\b|\b(?:ce |au )?matin\b"), 9),
    (late_pattern(r"\b(?:this |in the )?afternoon\b|\b(?:cet |l')?apres midi\b"), 14),
    (late_pattern(r"\b(?:this |in the )?evening\b"), 18),
    (late_pattern(r"\btonight\b|\b(?:ce |au )?soir\b"), 20),
    (late_pattern(r"\b(?:at )?noon\b|\b(?:a )?midi\b"), 12),
)

#: What may stand between without meaning anything.
NOISE = late_pattern(
    r"\b(?:at|on|the|by|until|till|a|le|la|les|au|des|vers|around|pour|for|jusqu'(?:a|au|en)|prochaine?)\b"
)
