"""Times in words, English and French, over the change of the clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from scrm_desktop.domain.when import presets, understand
from scrm_desktop.errors import InputError

PARIS = ZoneInfo("Europe/Paris")
#: A Wednesday.
NOW = datetime(2026, 11, 25, 15, 20, tzinfo=PARIS)


def meant(words: str, now: datetime = NOW) -> str:
    until = understand(words, now, PARIS).until
    assert until is not None
    assert until.tzinfo is UTC
    return until.astimezone(PARIS).strftime("%a %Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("tomorrow", "Thu 2026-11-26 09:00"),
        ("tomorrow 9:00", "Thu 2026-11-26 09:00"),
        ("Tomorrow at 9am", "Thu 2026-11-26 09:00"),
        ("tomorrow 14", "Thu 2026-11-26 14:00"),
        ("tomorrow afternoon", "Thu 2026-11-26 14:00"),
        ("demain", "Thu 2026-11-26 09:00"),
        ("demain 9h", "Thu 2026-11-26 09:00"),
        ("demain à 9 h 30", "Thu 2026-11-26 09:30"),
        ("Demain après-midi", "Thu 2026-11-26 14:00"),
        ("après-demain", "Fri 2026-11-27 09:00"),
        ("the day after tomorrow", "Fri 2026-11-27 09:00"),
        ("monday", "Mon 2026-11-30 09:00"),
        ("Monday 14:30", "Mon 2026-11-30 14:30"),
        ("next monday", "Mon 2026-11-30 09:00"),
        ("lundi 14h30", "Mon 2026-11-30 14:30"),
        ("lundi 14:30", "Mon 2026-11-30 14:30"),
        ("lundi prochain", "Mon 2026-11-30 09:00"),
        ("mar 10:00", "Tue 2026-12-01 10:00"),
        ("wednesday", "Wed 2026-12-02 09:00"),
        ("in 2 h", "Wed 2026-11-25 17:20"),
        ("in 2h", "Wed 2026-11-25 17:20"),
        ("in 1.5 hours", "Wed 2026-11-25 16:50"),
        ("in 1 h 30", "Wed 2026-11-25 16:50"),
        ("dans 2 heures", "Wed 2026-11-25 17:20"),
        ("dans une heure", "Wed 2026-11-25 16:20"),
        ("dans une demi-heure", "Wed 2026-11-25 15:50"),
        ("in half an hour", "Wed 2026-11-25 15:50"),
        ("45 min", "Wed 2026-11-25 16:05"),
        ("in 3 days", "Sat 2026-11-28 09:00"),
        ("dans 3 jours", "Sat 2026-11-28 09:00"),
        ("dans 3 jours à 16h", "Sat 2026-11-28 16:00"),
        ("in a week", "Wed 2026-12-02 09:00"),
        ("dans 2 semaines", "Wed 2026-12-09 09:00"),
        ("in 3 months", "Thu 2027-02-25 09:00"),
        ("next week", "Mon 2026-11-30 09:00"),
        ("la semaine prochaine", "Mon 2026-11-30 09:00"),
        ("next month", "Tue 2026-12-01 09:00"),
        ("le mois prochain", "Tue 2026-12-01 09:00"),
        ("weekend", "Sat 2026-11-28 09:00"),
        ("ce week-end", "Sat 2026-11-28 09:00"),
        ("tonight", "Wed 2026-11-25 20:00"),
        ("ce soir", "Wed 2026-11-25 20:00"),
        ("this evening", "Wed 2026-11-25 18:00"),
        ("ce soir à 21h", "Wed 2026-11-25 21:00"),
        ("18:00", "Wed 2026-11-25 18:00"),
        ("6 pm", "Wed 2026-11-25 18:00"),
        ("12 am", "Thu 2026-11-26 00:00"),
        ("9:00", "Thu 2026-11-26 09:00"),
        ("noon", "Thu 2026-11-26 12:00"),
        ("demain midi", "Thu 2026-11-26 12:00"),
        ("today 18:30", "Wed 2026-11-25 18:30"),
        ("aujourd’hui 18h30", "Wed 2026-11-25 18:30"),
        ("30 november", "Mon 2026-11-30 09:00"),
        ("30 novembre 10h", "Mon 2026-11-30 10:00"),
        ("le 1er décembre", "Tue 2026-12-01 09:00"),
        ("november 30, 10:00", "Mon 2026-11-30 10:00"),
        ("on 24 nov", "Wed 2027-11-24 09:00"),
        ("2 mars 2027 14:00", "Tue 2027-03-02 14:00"),
        ("30/11", "Mon 2026-11-30 09:00"),
        ("11/30", "Mon 2026-11-30 09:00"),
        ("30.11. 14.30", "Mon 2026-11-30 14:30"),
        ("2026-11-30 8:15", "Mon 2026-11-30 08:15"),
        ("29 february", "Tue 2028-02-29 09:00"),
    ],
)
def test_words_in_both_languages(words: str, until: str) -> None:
    assert meant(words) == until


@pytest.mark.parametrize("words", ["until the customer writes", "customer", "jusqu’à ce que le client écrive"])
def test_until_the_customer_writes(words: str) -> None:
    assert understand(words, NOW, PARIS).until is None


@pytest.mark.parametrize(
    "words",
    ["", "  ", "soon", "bientôt", "tomorrow banana", "25:00", "9:75", "32 november", "99", "13 pm", "in", "-1 day"],
)
def test_words_that_name_no_time_are_refused_with_examples(words: str) -> None:
    with pytest.raises(InputError, match="tomorrow 9:00"):
        understand(words, NOW, PARIS)


@pytest.mark.parametrize("words", ["today 9:00", "24 nov 2026", "2020-01-01", "aujourd'hui 8h", "in 0 h"])
def test_a_time_that_has_passed_is_refused(words: str) -> None:
    with pytest.raises(InputError, match=r"passed|no time"):
        understand(words, NOW, PARIS)


def test_hours_count_over_the_change_of_the_clocks_and_days_keep_their_time() -> None:
    evening = datetime(2027, 3, 27, 20, 0, tzinfo=PARIS)
    assert meant("tomorrow 9:00", evening) == "Sun 2027-03-28 09:00"
    assert understand("tomorrow 9:00", evening, PARIS).until == datetime(2027, 3, 28, 7, 0, tzinfo=UTC)
    before, after = evening.astimezone(UTC), understand("in 12 h", evening, PARIS).until
    assert after is not None
    assert after - before == timedelta(hours=12)
    # 02:30 does not exist on that night; 02:30 as the clocks stood before is 03:30.
    assert meant("tomorrow 2:30", evening) == "Sun 2027-03-28 03:30"
    autumn = datetime(2026, 10, 24, 20, 0, tzinfo=PARIS)
    # In autumn there are two of them: the first is meant.
    assert understand("tomorrow 2:30", autumn, PARIS).until == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_computers_own_zone_is_used_where_none_is_given() -> None:
    until = understand("tomorrow 9:00", NOW).until
    assert until is not None
    assert until.astimezone().strftime("%H:%M") == "09:00"


def names(now: datetime) -> dict[str, str]:
    return {name: at.astimezone(PARIS).strftime("%a %H:%M") for name, at in presets(now, PARIS).items()}


def test_presets_name_what_is_still_to_come() -> None:
    assert names(NOW) == {"later": "Wed 19:00", "tomorrow": "Thu 09:00", "monday": "Mon 09:00", "week": "Wed 09:00"}
    assert names(datetime(2026, 11, 29, 22, 0, tzinfo=PARIS)) == {"tomorrow": "Mon 09:00", "week": "Sun 09:00"}
