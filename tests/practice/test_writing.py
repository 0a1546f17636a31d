"""Writing over real HTTP: limits, idempotency, edits, deletes, favourites, media."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from scrm_desktop.practice.pictures import png
from support.practice_site import Site

POSTS = "/api/v1/statuses"


def _refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]


def test_the_same_key_gives_the_same_post(site: Site) -> None:
    first = site.client.post(POSTS, json={"status": "once"}, headers={"Idempotency-Key": "k-1"}).json()
    again = site.client.post(POSTS, json={"status": "once"}, headers={"Idempotency-Key": "k-1"}).json()
    other = site.client.post(POSTS, json={"status": "once"}, headers={"Idempotency-Key": "k-2"}).json()
    assert again["id"] == first["id"]
    assert other["id"] != first["id"]


def test_five_hundred_characters_counted_mastodons_way(site: Site) -> None:
    link = "https://example.org/" + "x" * 200
    fits = "a" * (500 - 23 - 1) + " " + link
    assert site.client.post(POSTS, data={"status": fits}).status_code == 200
    assert _refusal(site.client.post(POSTS, data={"status": "b" + fits})) == (
        422,
        "Validation failed: Text character limit of 500 exceeded",
    )
    handle = "@camille@piaille.example "
    assert site.client.post(POSTS, data={"status": handle + "a" * (500 - len("@camille "))}).status_code == 200
    warned = {"status": "a" * 300, "spoiler_text": "b" * 201}
    assert site.client.post(POSTS, data=warned).status_code == 422


def test_nothing_can_not_be_said(site: Site) -> None:
    assert _refusal(site.client.post(POSTS, data={"status": "  "})) == (422, "Validation failed: Text can't be blank")


def test_an_answer_to_nothing_is_refused(site: Site) -> None:
    answer = site.client.post(POSTS, json={"status": "hello?", "in_reply_to_id": "1"})
    assert _refusal(answer) == (404, "The post you are trying to reply to does not appear to exist.")


@pytest.mark.parametrize("form", ["json", "data"])
def test_a_post_is_as_it_was_asked_for(site: Site, form: str) -> None:
    body = {"status": "Bonjour", "visibility": "unlisted", "spoiler_text": "attention", "language": "fr"}
    answer = site.client.post(POSTS, json=body) if form == "json" else site.client.post(POSTS, data=body)
    made = answer.json()
    assert (made["visibility"], made["spoiler_text"], made["language"]) == ("unlisted", "attention", "fr")
    assert made["sensitive"] is True
    assert made["account"]["id"] == site.account["id"]
    assert made["application"]["name"]


def test_a_poll_with_json_and_with_a_form(site: Site) -> None:
    asked = {"status": "Which?", "poll": {"options": ["oak", "ash"], "expires_in": 600}}
    made = site.post(POSTS, asked)
    assert [option["title"] for option in made["poll"]["options"]] == ["oak", "ash"]
    form = {"status": "Which?", "poll[options][]": ["oak", "ash", "elm"], "poll[expires_in]": "600"}
    assert len(site.client.post(POSTS, data=form).json()["poll"]["options"]) == 3
    assert site.client.post(POSTS, json={"status": "x", "poll": {"options": ["one"]}}).status_code == 422


def test_an_edit_keeps_what_was_there(site: Site) -> None:
    made = site.post(POSTS, {"status": "first"})
    edited = site.client.put(f"{POSTS}/{made['id']}", json={"status": "second", "spoiler_text": "cw"}).json()
    assert edited["edited_at"]
    assert edited["spoiler_text"] == "cw"
    assert site.get(f"{POSTS}/{made['id']}/source")["text"] == "second"
    history = site.get(f"{POSTS}/{made['id']}/history")
    assert [item["content"] for item in history] == ["<p>first</p>", "<p>second</p>"]


def test_a_deletion_gives_the_source_back_and_is_final(site: Site) -> None:
    made = site.post(POSTS, {"status": "gone soon"})
    assert site.client.delete(f"{POSTS}/{made['id']}").json()["text"] == "gone soon"
    assert site.client.get(f"{POSTS}/{made['id']}").status_code == 404
    assert site.client.delete(f"{POSTS}/{made['id']}").status_code == 404


def test_others_posts_are_not_ours_to_change(site: Site) -> None:
    theirs = site.say("@maisonverte mine")
    assert site.client.delete(f"{POSTS}/{theirs['id']}").status_code == 404
    assert site.client.put(f"{POSTS}/{theirs['id']}", json={"status": "ours"}).status_code == 404
    assert site.client.get(f"{POSTS}/{theirs['id']}/source").status_code == 404


def test_favourite_and_boost_and_back(site: Site) -> None:
    theirs = site.say("@maisonverte lovely")
    liked = site.post(f"{POSTS}/{theirs['id']}/favourite")
    assert (liked["favourited"], liked["favourites_count"]) == (True, 1)
    assert [person["id"] for person in site.get(f"{POSTS}/{theirs['id']}/favourited_by")] == [site.account["id"]]
    boosted = site.post(f"{POSTS}/{theirs['id']}/reblog")
    assert boosted["reblog"]["id"] == theirs["id"]
    assert site.post(f"{POSTS}/{theirs['id']}/unfavourite")["favourited"] is False
    assert site.post(f"{POSTS}/{theirs['id']}/unreblog")["reblogged"] is False


def test_our_own_timeline_is_the_read_back(site: Site) -> None:
    fence = site.post(POSTS, {"status": "fence"})["id"]
    made = [site.post(POSTS, {"status": f"behind {number}"})["id"] for number in range(3)]
    found = site.get(f"/api/v1/accounts/{site.account['id']}/statuses", min_id=fence)
    assert [item["id"] for item in found] == made[::-1]


def _picture() -> bytes:
    return png([[(10, 120, 60)] * 8] * 5)


def _upload(site: Site, **form: str) -> httpx.Response:
    files = {"file": ("../../evil.png", _picture(), "image/png")}
    return site.client.post("/api/v2/media", files=files, data=form)


def test_a_picture_is_uploaded_waited_for_described_and_sent(site: Site) -> None:
    accepted = _upload(site, description="a green field")
    assert accepted.status_code == 202
    media: dict[str, Any] = accepted.json()
    assert media["url"] is None
    early = site.client.post(POSTS, json={"status": "look", "media_ids": [media["id"]]})
    assert early.status_code == 422
    ready = site.until(lambda: _ready(site, media["id"]))
    assert ready["meta"]["original"]["size"] == "8x5"
    site.client.put(f"/api/v1/media/{media['id']}", json={"description": "a small green field"}).raise_for_status()
    made = site.post(POSTS, {"status": "look", "media_ids": [media["id"]]})
    assert made["media_attachments"][0]["description"] == "a small green field"
    assert httpx.get(made["media_attachments"][0]["url"], trust_env=False).content == _picture()
    again = site.client.post(POSTS, json={"status": "again", "media_ids": [media["id"]]})
    assert again.status_code == 422


def _ready(site: Site, media_id: str) -> dict[str, Any] | None:
    answer = site.client.get(f"/api/v1/media/{media_id}")
    return answer.json() if answer.status_code == 200 else None


def test_what_is_no_picture_is_refused_whatever_its_name(site: Site) -> None:
    files = {"file": ("harmless.png", b"<svg onload=alert(1)>", "image/png")}
    assert site.client.post("/api/v2/media", files=files).status_code == 422
    assert site.client.post("/api/v2/media", data={"description": "nothing"}).status_code == 422
    assert _upload(site, description="x" * 1501).status_code == 422


def test_five_pictures_are_one_too_many(site: Site) -> None:
    ids = [_upload(site).json()["id"] for _ in range(5)]
    answer = site.client.post(POSTS, json={"status": "many", "media_ids": ids})
    assert _refusal(answer) == (422, "Validation failed: Cannot attach more than 4 files")


def test_broken_json_is_told_so(site: Site) -> None:
    answer = site.client.post(POSTS, content=b"{", headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
