"""What many do at once: the thirty voices of a crisis, and waves of applause."""

from __future__ import annotations

from scrm_desktop.practice.model import Due, Story
from scrm_desktop.practice.network import OWN_ID, Network
from scrm_desktop.practice.seeded import rng

CRISIS = "crisis"
CRISIS_SECONDS = 210.0
CRISIS_VOICES = 30
WAVE_SECONDS = 90.0


def crisis_times(story: Story) -> list[float]:
    """When each voice of a crisis speaks, in seconds after it began: most of them early."""
    dice = rng(story.seed, "crisis", story.round, int(story.now))
    return sorted(dice.triangular(0, CRISIS_SECONDS, CRISIS_SECONDS / 3) for _ in range(CRISIS_VOICES))


def wave(story: Story, due: Due) -> list[tuple[float, dict[str, str]]]:
    """The favourites, boosts and follows of a wave, each with its seconds from now."""
    dice = rng(story.seed, "wave", story.round, due.args["purpose"])
    return [
        (
            dice.uniform(0, WAVE_SECONDS),
            {
                "kind": dice.choice(("favourite", "favourite", "boost", "follow")),
                "purpose": f"{due.args['purpose']}/{place}",
            },
        )
        for place in range(int(due.args["count"]))
    ]


def applaud(network: Network, due: Due) -> None:
    """One of a wave: somebody favourites or boosts a post of ours, or follows us."""
    story = network.world.story
    dice = rng(story.seed, "applause", story.round, due.args["purpose"])
    person = dice.choice([item for item in network.world.people if item.id != OWN_ID])
    if due.args["kind"] == "follow":
        network.follow(person)
        return
    ours = [item for item in network.world.statuses if item.author == OWN_ID and item.visibility == "public"]
    if not ours:
        return
    status = dice.choice(ours[-4:])
    if due.args["kind"] == "boost":
        network.boost(person, status)
    else:
        network.favourite(person, status)
