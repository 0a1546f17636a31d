"""Who plays what: people for the network, customers for storylines, words for the braces."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from scrm_desktop.practice import data
from scrm_desktop.practice.data import Customer, Storyline
from scrm_desktop.practice.model import Person, Run, Story
from scrm_desktop.practice.network import OWN_ID, Network
from scrm_desktop.practice.seeded import rng

BASE_ID = 110_000_000_000_000_000


def person_id(place: int) -> str:
    """The id of the customer at a place in the file, the same in every world."""
    return str(BASE_ID + (place + 1) * 7_919)


def people(customers: Iterable[Customer] | None = None) -> list[Person]:
    """Everybody, ours first."""
    listed = data.customers() if customers is None else customers
    own = Person(
        id=OWN_ID,
        username="maisonverte",
        domain="",
        name="Maison Verte",
        language="fr",
        bio="Meubles et plantes pour la maison. Furniture and plants for your home\nLyon · lundi au samedi, 9 h – 19 h",
        followers=2_481,
        following=96,
        posts=1_204,
        joined=datetime(2019, 4, 2, tzinfo=UTC),
        fields=[("Boutique", "Lyon, Presqu'île"), ("Mail", "bonjour@maisonverte.example")],
    )
    return [own, *(_person(place, customer) for place, customer in enumerate(listed))]


def _person(place: int, customer: Customer) -> Person:
    return Person(
        id=person_id(place),
        username=customer.username,
        domain=customer.domain,
        name=customer.name,
        language=customer.language,
        bio=customer.bio,
        followers=customer.followers,
        following=customer.following,
        posts=customer.posts,
        joined=datetime.fromisoformat(customer.joined).replace(tzinfo=UTC),
        fields=list(customer.fields),
        bot=customer.bot,
    )


def roles() -> dict[str, str]:
    """The role of each customer who is kept for one, by person id."""
    return {person_id(place): item.role for place, item in enumerate(data.customers()) if item.role}


def cast(story: Story, network: Network, line: Storyline, *, language: str, purpose: str) -> Run | None:
    """A run with a customer who is free and fits; ``None`` when nobody is left."""
    kept = roles()
    busy = {run.person for run in story.runs if not run.over}
    world = network.world
    free = [
        person
        for person in world.people
        if person.id not in busy
        and person.id != OWN_ID
        and person.id not in world.blocked
        and person.language in line.languages
        and kept.get(person.id, "") == line.role
    ]
    fitting = [person for person in free if person.language == language] or free
    fresh = [person for person in fitting if not any(run.person == person.id for run in story.runs)]
    if not fitting:
        return None
    return begin(story, line, rng(story.seed, "cast", story.round, purpose).choice(fresh or fitting))


def begin(story: Story, line: Storyline, person: Person) -> Run:
    """A run of one customer, with the words for its braces."""
    run = Run(id=story.next_run, storyline=line.id, person=person.id, language=person.language)
    run.visibility = "public" if line.public else "direct"
    run.params = params(story, line, run, person)
    story.next_run += 1
    story.runs.append(run)
    return run


def params(story: Story, line: Storyline, run: Run, person: Person) -> dict[str, str]:
    """Order number, first name, and one word of each list of the storyline."""
    dice = rng(story.seed, "words", story.round, run.id)
    made = {"order": str(dice.randrange(47_200, 48_900)), "name": person.name.split()[0]}
    for name, words in line.params.get(run.language, {}).items():
        made[name] = dice.choice(words)
    return made


def ago(network: Network, hours: float) -> datetime:
    """A time of the wall's clock before now."""
    return network.now() - timedelta(hours=hours)
