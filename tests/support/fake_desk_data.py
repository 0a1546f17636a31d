"""The invented customers of a furniture maker, for tests of the window and its pictures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scrm_desktop.domain.accounts import Account, AccountHealth, ChannelInfo, Health, LoginField, LoginMethod, LoginSpec
from scrm_desktop.domain.views import Label

NOW = datetime.now(UTC).replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message: minutes before now, ours or theirs, text."""

    ago: int
    own: bool
    text: str
    boosts: int = 0
    favourites: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One conversation as the fake desk begins with it."""

    person: str
    handle: str
    account: int
    kind: str
    lines: tuple[Line, ...]
    labels: tuple[int, ...] = ()
    unread: int = 0
    assignee: str | None = None
    done: bool = False
    failed: bool = False
    pending: bool = False
    language: str = "en"
    bio: str = ""
    notes: tuple[tuple[int, str], ...] = ()


def them(ago: int, text: str, boosts: int = 0, favourites: int = 0) -> Line:
    """A customer's message."""
    return Line(ago=ago, own=False, text=text, boosts=boosts, favourites=favourites)


def us(ago: int, text: str) -> Line:
    """A message of ours."""
    return Line(ago=ago, own=True, text=text)


LABELS = (
    Label(id=1, name="Complaint", colour="amber"),
    Label(id=2, name="Praise", colour="green"),
    Label(id=3, name="Lead", colour="violet"),
    Label(id=4, name="Question", colour="blue"),
    Label(id=5, name="Spam", colour="grey"),
)

ACCOUNTS = (
    Account(
        id=1,
        channel="mastodon",
        server="https://piaille.fr",
        remote_id="1001",
        handle="maisonverte@piaille.fr",
        display_name="Maison Verte",
        connected_at=NOW - timedelta(days=40),
    ),
    Account(
        id=2,
        channel="mastodon",
        server="http://127.0.0.1:8765",
        remote_id="1",
        handle="maisonverte@practice.example",
        display_name="Maison Verte (practice)",
        connected_at=NOW - timedelta(days=2),
        practice=True,
    ),
)

HEALTH = (
    AccountHealth(
        account_id=1,
        health=Health.OK,
        checked_at=NOW - timedelta(seconds=12),
        next_check_at=NOW + timedelta(seconds=78),
        streaming=True,
    ),
    AccountHealth(account_id=2, health=Health.OK, checked_at=NOW, next_check_at=NOW + timedelta(seconds=60)),
)

STORIES = (
    Story(
        person="Camille Laurent",
        handle="camille@piaille.fr",
        account=1,
        kind="public",
        language="fr",
        unread=1,
        labels=(1,),
        bio="Lyon. Vélo, bois, jardin.",
        lines=(
            them(
                60 * 29,
                "Bonjour @maisonverte, commande 48190 passée il y a 15 jours, toujours rien. Quelqu'un me répond ?",
                6,
                11,
            ),
            us(
                60 * 28 + 48,
                "Bonjour Camille, pardon pour l'attente ! Je regarde avec l'entrepôt et vous réponds ici ce matin.",
            ),
            them(
                272,
                "Troisième relance et toujours aucune réponse, mon colis est perdu ou vous m'ignorez ?",
                14,
                32,
            ),
        ),
        notes=((60 * 27, "carrier lost it at the Lyon hub, replacement leaves Monday. Voucher MERCI15 approved."),),
    ),
    Story(
        person="Jonas Okafor",
        handle="jonas@mastodon.example",
        account=1,
        kind="public",
        unread=1,
        labels=(3,),
        lines=(them(84, "Is the oak desk back in stock before Friday? I'd take two."),),
    ),
    Story(
        person="Sofia Marques",
        handle="sofia@piaille.fr",
        account=2,
        kind="direct",
        labels=(2,),
        assignee="Nadia",
        language="fr",
        lines=(
            them(170, "Le plateau est magnifique, merci à toute l'équipe !"),
            us(168, "On vous l'envoie demain, promis 🌿"),
        ),
    ),
    Story(
        person="Hugo Tessier",
        handle="hugo@framapiaf.example",
        account=1,
        kind="public",
        unread=1,
        labels=(1,),
        language="fr",
        lines=(them(47, "Avis : la livraison était rapide mais le pied est rayé. Photo à l'appui si vous voulez."),),
    ),
    Story(
        person="Priya Nair",
        handle="priya@mastodon.example",
        account=2,
        kind="direct",
        labels=(4,),
        lines=(them(18, "Order 48213: could you send the invoice to my accountant? The VAT number is missing."),),
    ),
    Story(
        person="Léo Bernard",
        handle="leo@piaille.fr",
        account=1,
        kind="public",
        language="fr",
        lines=(them(9, "Idée : une vidéo sur l'entretien de l'huile dure ?"),),
    ),
    Story(
        person="Anna Kowalska",
        handle="anna@mastodon.example",
        account=1,
        kind="public",
        done=True,
        labels=(2,),
        lines=(
            them(60 * 50, "The drawer doesn't close."),
            us(60 * 49, "Hello Anna, a new runner is on its way."),
            them(60 * 48, "Merci, c'est réglé ! Vous êtes super réactifs 👏"),
        ),
    ),
    Story(
        person="Best Deals \u202e24/7\u202c",
        handle="deals@spam.example",
        account=2,
        kind="public",
        labels=(5,),
        lines=(
            them(60 * 30, "<b>CLICK</b> http://spam.example/" + "x" * 120 + " e\u0301\u0301\u0301\u0301\u0301\u0301"),
        ),
    ),
    Story(
        person="Tomás Silva",
        handle="tomas@mastodon.example",
        account=2,
        kind="direct",
        failed=True,
        lines=(
            them(300, "The screws are missing from the box."),
            us(200, "Hello Tomás, we send them today. Which address shall we use?"),
        ),
    ),
    Story(
        person="Maëlle Girard-Vandenbroucke de la Rochefoucauld-Montmorency",
        handle="maelle@piaille.fr",
        account=1,
        kind="public",
        pending=True,
        language="fr",
        lines=(
            them(60 * 24 * 9, "Livrez-vous aussi en Belgique ? Et pour les retours, comment cela se passe-t-il ?"),
            us(60 * 24 * 9 - 30, "Bonjour Maëlle, oui, sous cinq jours. Le retour est gratuit pendant un mois."),
        ),
    ),
)

CHANNEL = ChannelInfo(
    name="mastodon",
    title="Mastodon",
    colour="#6364ff",
    badge="m",
    icon=Path(__file__).parents[2] / "scrm_desktop" / "channels" / "mastodon" / "icon.svg",
    login=LoginSpec(
        method=LoginMethod.BROWSER,
        fields=(
            LoginField(name="server", label="Server", placeholder="mastodon.social", help="Where your account lives"),
        ),
        explain="Your browser opens, you sign in there, and the server asks whether this program may read and write.",
    ),
)
