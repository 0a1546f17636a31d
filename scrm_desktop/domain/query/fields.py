"""The fields of the query language in one table; a new one is a line here and a line where it is looked up.

Names are typed in English or in French, whichever language the window speaks; stored is the first English one.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Any

from scrm_desktop.domain.folding import fold
from scrm_desktop.domain.query.nodes import Op, Special
from scrm_desktop.late_dataclass import dataclass


class Kind(StrEnum):
    """What stands behind the colon."""

    CHOICE = "choice"
    NAME = "name"
    DURATION = "duration"
    COUNT = "count"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Choice:
    """A word that may be given; the first of each language is the one that is shown."""

    english: tuple[str, ...]
    french: tuple[str, ...]

    @property
    def name(self) -> str:
        """The canonical word."""
        return self.english[0]


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``bare`` is what an amount without a sign means; an ``ordered`` choice can be compared."""

    english: tuple[str, ...]
    french: tuple[str, ...]
    kind: Kind
    example: str
    choices: tuple[Choice, ...] = ()
    specials: tuple[Special, ...] = ()
    bare: Op = Op.EQUAL
    ordered: bool = False
    ranges: bool = False

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.english[0]


def _choice(english: str, french: str) -> Choice:
    return Choice(tuple(english.split()), tuple(french.split()))


def _field(english: str, french: str, kind: Kind, example: str, **rest: Any) -> Field:
    return Field(tuple(english.split()), tuple(french.split()), kind, example, **rest)


_IS = (
    _choice("open", "ouvert ouverte"),
    _choice("pending", "attente-client en-suspens"),
    _choice("snoozed", "en-pause reporté reportée"),
    _choice("done closed resolved", "terminé terminée traité traitée"),
    _choice("unread", "non-lu nonlu non-lue"),
    _choice("read", "lu lue"),
    _choice("waiting needs-reply unanswered", "à-répondre attend"),
    _choice("replied", "répondu"),
    _choice("unsent outbox sending", "non-envoyé envoi"),
    _choice("failed", "échoué échec"),
    _choice("public", "public publique"),
    _choice("direct private", "privé privée direct"),
    _choice("mine", "à-moi moi"),
    _choice("assigned", "assigné assignée"),
    _choice("unassigned", "non-assigné libre"),
    _choice("answered", "avec-réponse"),
    _choice("no-action", "sans-suite"),
    _choice("spam", "spam indésirable"),
    _choice("muted", "muet muette"),
)
_HAS = (
    _choice("attachment attachments file picture image", "pièce-jointe fichier image photo"),
    _choice("note notes", "note notes"),
    _choice("draft drafts", "brouillon brouillons"),
    _choice("link links url", "lien liens"),
    _choice("poll", "sondage"),
    _choice("label labels", "étiquette étiquettes"),
    _choice("scheduled planned", "programmée programmé"),
)
_PRIORITIES = (
    _choice("none", "aucune"),
    _choice("low", "basse"),
    _choice("medium normal", "moyenne normale"),
    _choice("high", "haute"),
    _choice("urgent", "urgente"),
)
_KINDS = (_choice("public comment", "public publique"), _choice("direct private dm", "privé direct mp"))

FIELDS: tuple[Field, ...] = (
    _field("is status state", "est statut état", Kind.CHOICE, "is:open", choices=_IS),
    _field("label tag", "étiquette libellé", Kind.NAME, "label:vip", specials=(Special.NONE,)),
    _field("channel network", "canal réseau", Kind.NAME, "channel:mastodon"),
    _field("account inbox", "compte", Kind.NAME, "account:support"),
    _field("assignee assigned owner", "responsable assigné", Kind.NAME, "assignee:me",
           specials=(Special.ME, Special.NONE)),
    _field("priority", "priorité", Kind.CHOICE, "priority:>=high", choices=_PRIORITIES, ordered=True),
    _field("from person customer by", "de client personne", Kind.NAME, "from:camille"),
    _field("text message", "texte message", Kind.NAME, "text:refund"),
    _field("note notes", "note notes", Kind.NAME, "note:voucher"),
    _field("kind type", "type genre", Kind.CHOICE, "kind:direct", choices=_KINDS),
    _field("lang language", "langue", Kind.NAME, "lang:fr"),
    _field("has with", "avec a", Kind.CHOICE, "has:attachment", choices=_HAS),
    _field("waiting wait", "attente", Kind.DURATION, "waiting:>2h", bare=Op.AT_LEAST),
    _field("last activity", "dernier dernière", Kind.DURATION, "last:<1d", bare=Op.AT_MOST),
    _field("first age", "premier première", Kind.DURATION, "first:<1w", bare=Op.AT_MOST),
    _field("followers", "abonnés", Kind.COUNT, "followers:>1000"),
    _field("messages count", "messages", Kind.COUNT, "messages:>5"),
    _field("unread", "non-lus", Kind.COUNT, "unread:>3"),
    _field("after since", "après depuis", Kind.DAY, "after:2026-11-01"),
    _field("before until", "avant", Kind.DAY, "before:2026-11-01"),
    _field("on date day", "le jour", Kind.DAY, "on:today", ranges=True),
)  # fmt: skip

SPECIALS: dict[Special, Choice] = {
    Special.NONE: _choice("none nobody nothing", "aucun aucune personne"),
    Special.ME: _choice("me myself", "moi"),
}
DAYS: tuple[Choice, ...] = (_choice("today", "aujourd'hui aujourdhui"), _choice("yesterday", "hier"))
"""Days by how long they are ago."""


@dataclass(frozen=True, slots=True)
class _Index:
    fields: dict[str, Field] = field(default_factory=dict[str, Field])
    choices: dict[str, dict[str, Choice]] = field(default_factory=dict[str, dict[str, Choice]])
    by_name: dict[str, Field] = field(default_factory=dict[str, Field])


def _index() -> _Index:
    made = _Index()
    for one in FIELDS:
        made.by_name[one.name] = one
        for name in (*one.english, *one.french):
            made.fields.setdefault(fold(name), one)
        words = made.choices.setdefault(one.name, {})
        for choice in one.choices:
            for name in (*choice.english, *choice.french):
                words.setdefault(fold(name), choice)
    return made


_INDEX = _index()


def find_field(typed: str) -> Field | None:
    """The field of this name, in any of its languages, whatever its case and accents."""
    return _INDEX.fields.get(fold(typed))


def field_named(name: str) -> Field:
    """The field with this canonical name."""
    return _INDEX.by_name[name]


def find_choice(one: Field, typed: str) -> Choice | None:
    """The choice of a field that was meant."""
    return _INDEX.choices[one.name].get(fold(typed))


def find_special(one: Field, typed: str) -> Special | None:
    """A value that is no name, where the field has one."""
    folded = fold(typed)
    for special in one.specials:
        choice = SPECIALS[special]
        if folded in {fold(name) for name in (*choice.english, *choice.french)}:
            return special
    return None


def shown(choice: Choice | Field, language: str) -> str:
    """The word for a language (``fr``, else English)."""
    return choice.french[0] if language == "fr" else choice.english[0]


def field_names() -> tuple[str, ...]:
    """Every name that can be typed, folded."""
    return tuple(_INDEX.fields)


def choice_names(one: Field) -> tuple[str, ...]:
    """Every word that a field takes, folded."""
    return tuple(_INDEX.choices[one.name])
