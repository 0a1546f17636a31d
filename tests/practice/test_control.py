"""What only the practice network has, over HTTP: its clock, its crisis, its rounds, its debrief."""

from __future__ import annotations

from typing import Any

from support.practice_site import Site


def _answer(site: Site, status: dict[str, Any], text: str, **more: str) -> dict[str, Any]:
    body = {"status": f"@{status['account']['acct']} {text}", "in_reply_to_id": status["id"], **more}
    made: dict[str, Any] = site.post("/api/v1/statuses", body)
    return made


def _mention(site: Site, acct: str, after: str = "0") -> dict[str, Any] | None:
    found = site.get("/api/v1/notifications", limit=80, since_id=after, **{"types[]": "mention"})
    return next((item for item in found if item["account"]["acct"] == acct), None)


def test_the_clock_stands_runs_and_refuses_nonsense(fresh: Site) -> None:
    before = fresh.get("/api/practice/clock")
    assert before == fresh.get("/api/practice/clock")
    fresh.speed(1000)
    later = fresh.until(lambda: fresh.get("/api/practice/clock")["story_seconds"] > 20)
    assert later
    for wrong in ("", "fast", "-1", "1e9", "nan"):
        assert fresh.client.post("/api/practice/clock", json={"speed": wrong}).status_code == 422


def test_camille_is_answered_and_thanks_and_the_debrief_tells_so(fresh: Site) -> None:
    camille = _mention(fresh, "camille@piaille.example")
    assert camille is not None
    ours = _answer(fresh, camille["status"], "Pardon Camille ! Un nouveau colis part lundi, à nos frais.")
    fresh.speed(200)
    thanks = fresh.until(lambda: _mention(fresh, "camille@piaille.example", camille["id"]))
    assert thanks["status"]["in_reply_to_id"] == ours["id"]
    people = fresh.get(f"/api/v1/statuses/{ours['id']}/favourited_by")
    assert [person["acct"] for person in people] == ["camille@piaille.example"]
    told = fresh.get("/api/practice/debrief")
    lines = [line for section in told["sections"] for line in section["lines"]]
    repaired = next(line for line in lines if line["code"] in ("repaired", "won_back"))
    assert repaired["params"]["handle"] == "camille@piaille.example"
    assert repaired["params"]["status"] == ours["id"]


def test_the_crisis_comes_when_it_is_called_once(fresh: Site) -> None:
    assert fresh.post("/api/practice/crisis")["crisis"] is True
    assert fresh.client.post("/api/practice/crisis").status_code == 409
    newest = fresh.get("/api/v1/notifications", limit=1)[0]["id"]
    fresh.speed(2000)
    found = fresh.until(lambda: _crisis_posts(fresh, newest, least=25))
    assert len({post["account"]["acct"] for post in found}) >= 25


def _crisis_posts(site: Site, after: str, *, least: int) -> list[dict[str, Any]]:
    words = ("twice", "double", "deux fois", "débit")
    found = site.get("/api/v1/notifications", limit=80, min_id=after, **{"types[]": "mention"})
    posts = [item["status"] for item in found if any(word in item["status"]["content"].lower() for word in words)]
    return posts if len({post["account"]["acct"] for post in posts}) >= least else []


def test_a_new_round_keeps_the_posts(fresh: Site) -> None:
    said = fresh.say("@maisonverte before")
    clock = fresh.post("/api/practice/round")
    assert (clock["round"], clock["seed"]) == (2, 2)
    assert fresh.get(f"/api/v1/statuses/{said['id']}")["id"] == said["id"]
    assert fresh.get("/api/practice/debrief")["score"] is None


def test_a_long_time_of_story_passes_without_harm(fresh: Site) -> None:
    fresh.speed(10_000)
    fresh.until(lambda: fresh.get("/api/practice/clock")["over"])
    fresh.speed(0)
    told = fresh.get("/api/practice/debrief")
    assert told["score"] is not None
    assert told["score"] < 40, "who never answers learns it"
    assert sum(line["code"].startswith("ignored") for section in told["sections"] for line in section["lines"]) >= 20


def test_words_in_a_customers_mouth(site: Site) -> None:
    said = site.say("@maisonverte hi", customer="@camille@piaille.example", visibility="direct", language="en")
    assert (said["visibility"], said["language"]) == ("direct", "en")
    for wrong in ({"customer": "maisonverte", "text": "x"}, {"customer": "nobody", "text": "x"}):
        assert site.client.post("/api/practice/say", json=wrong).status_code == 404
    assert site.client.post("/api/practice/say", json={"customer": "camille@piaille.example"}).status_code == 422
