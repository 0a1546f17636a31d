"""Sets up a practice network: the world as it was left or a new one, its history, its director."""

from __future__ import annotations

from pathlib import Path

from scrm_desktop.practice import casting, data, facts, keep
from scrm_desktop.practice.clock import Clock, StoryClock
from scrm_desktop.practice.data import Past
from scrm_desktop.practice.director import Director
from scrm_desktop.practice.model import Due, Fact, Story, World
from scrm_desktop.practice.network import Network


def set_up(state: Path | None, *, seed: int, speed: float) -> tuple[Network, Director, StoryClock]:
    """The network and its director, going on where ``state`` was left."""
    world = keep.load(state)
    network = Network(world or World(story=Story(seed=seed)))
    known = {person.id: person for person in network.world.people}
    for person in casting.people():
        if person.id not in known:
            network.add_person(person)
    fit(network)
    clock = StoryClock(start=network.world.story.now, speed=speed)
    director = make_director(network, clock)
    if world is None:
        write_history(network, director)
        director.open_round()
    return network, director, clock


def fit(network: Network) -> None:
    """Make a world of an older version of the program fit today's storylines: what they lost is let go."""
    story, lines = network.world.story, data.storylines()
    story.runs = [run for run in story.runs if run.storyline in lines and run.state in lines[run.storyline].states]
    for run in story.runs:
        words = casting.params(story, lines[run.storyline], run, network.people[run.person])
        run.params = {**words, **run.params}
    left = {run.id for run in story.runs}
    story.due = [due for due in story.due if _fits(due, story, left)]


def _fits(due: Due, story: Story, left: set[int]) -> bool:
    lines = data.storylines()
    if due.run and due.run not in left:
        return False
    if due.what == "start":
        return due.args["storyline"] in lines
    run = next((run for run in story.runs if run.id == due.run), None)
    return due.what != "enter" or (run is not None and due.args["state"] in lines[run.storyline].states)


def make_director(network: Network, clock: Clock) -> Director:
    """A director with everything that stands in the files."""
    return Director(network, clock, lines=data.storylines(), cues=data.cues())


def write_history(network: Network, director: Director) -> None:
    """What was written before the first start, oldest first, so that ids rise with time."""
    lines = [(hours, "", text, language) for hours, language, text in data.own_posts()]
    waiting: list[tuple[float, int, int]] = []
    threads = data.past()
    for place, thread in enumerate(threads):
        waiting.extend((thread.hours_ago - line[2], place, number) for number, line in enumerate(thread.lines))
    own = [(hours, -1, number) for number, (hours, *_) in enumerate(lines)]
    last: dict[int, str] = {}
    for hours, place, number in sorted([*waiting, *own], key=lambda item: (-item[0], item[1], item[2])):
        if place < 0:
            at = casting.ago(network, hours)
            network.post(network.own, lines[number][2], language=lines[number][3], at=at, silent=True)
        else:
            _write_line(network, threads[place], place, number, hours, last)
    for place, thread in enumerate(threads):
        if thread.goes_on:
            _go_on(director, thread, last[place])


def _write_line(network: Network, thread: Past, place: int, number: int, hours: float, last: dict[int, str]) -> None:
    customer = network.by_acct[thread.customer]
    who, text, _ = thread.lines[number]
    at = casting.ago(network, hours)
    author = network.own if who == "us" else customer
    status = network.post(
        author,
        text,
        visibility=thread.visibility,
        in_reply_to=last.get(place, ""),
        language=customer.language,
        at=at,
        silent=True,
        application="Maison Verte" if who == "us" else "",
    )
    last[place] = status.id
    if thread.favourite and who == "us":
        network.favourite(customer, status, at=at)


def _go_on(director: Director, thread: Past, last: str) -> None:
    story, network = director.story, director.network
    line = data.storylines()[thread.goes_on]
    run = casting.begin(story, line, network.by_acct[thread.customer])
    status = network.statuses[last]
    run.root, run.last, run.visibility = status.root, last, thread.visibility
    run.state, run.epoch = thread.state, 1
    run.params.update(thread.params)
    run.met.append(thread.state)
    story.facts.append(
        Fact(at=0.0, kind=facts.ASKED, run=run.id, person=run.person, status=last, note=line.wants, text=status.text)
    )
    director.plan(run)
