"""Reading over real HTTP: paging, notifications, threads, people, search, what others must not see."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from support.practice_site import Site


def _next(answer: httpx.Response, rel: str) -> str | None:
    found = re.search(rf'<([^>]+)>; rel="{rel}"', answer.headers.get("link", ""))
    return found[1] if found else None


def _walk(site: Site, url: str, rel: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    following: str | None = url
    while following:
        answer = site.client.get(following).raise_for_status()
        if not answer.json():
            break
        items.extend(answer.json() if rel == "next" else answer.json()[::-1])
        following = _next(answer, rel)
    return items


def test_the_instance_tells_its_limits_in_both_versions(site: Site) -> None:
    new, old = site.get("/api/v2/instance"), site.get("/api/v1/instance")
    assert new["configuration"]["statuses"]["max_characters"] == 500
    assert new["configuration"]["statuses"]["characters_reserved_per_url"] == 23
    assert new["configuration"] == old["configuration"]
    assert new["domain"] == old["uri"] == "maisonverte.example"


def test_next_leads_back_to_the_beginning_without_a_gap(site: Site) -> None:
    whole = site.get("/api/v1/notifications", limit=80)
    assert len(whole) >= 20
    walked = _walk(site, "/api/v1/notifications?limit=3", "next")
    assert [item["id"] for item in walked] == [item["id"] for item in whole]
    ids = [int(item["id"]) for item in walked]
    assert ids == sorted(ids, reverse=True)


def test_prev_leads_forward_by_min_id(site: Site) -> None:
    whole = site.get("/api/v1/notifications", limit=80)
    oldest = whole[-1]["id"]
    walked = _walk(site, f"/api/v1/notifications?limit=4&min_id={oldest}", "prev")
    assert [item["id"] for item in walked] == [item["id"] for item in whole[:-1]][::-1]


def test_since_id_skips_where_min_id_does_not(site: Site) -> None:
    whole = site.get("/api/v1/notifications", limit=80)
    oldest = whole[-1]["id"]
    newest_two = site.get("/api/v1/notifications", since_id=oldest, limit=2)
    next_two = site.get("/api/v1/notifications", min_id=oldest, limit=2)
    assert [item["id"] for item in newest_two] == [item["id"] for item in whole[:2]]
    assert [item["id"] for item in next_two] == [item["id"] for item in whole[-3:-1]]


def test_the_filters_stay_in_the_link(site: Site) -> None:
    answer = site.client.get("/api/v1/notifications", params={"types[]": "mention", "limit": 2})
    assert {item["type"] for item in answer.json()} == {"mention"}
    following = _next(answer, "next")
    assert following is not None
    assert {item["type"] for item in site.client.get(following).json()} == {"mention"}
    others = site.client.get("/api/v1/notifications", params={"exclude_types[]": ["mention"], "limit": 80}).json()
    assert "mention" not in {item["type"] for item in others}


def test_one_notification_can_be_read(site: Site) -> None:
    first = site.get("/api/v1/notifications", limit=1)[0]
    assert site.get(f"/api/v1/notifications/{first['id']}") == first
    assert site.client.get("/api/v1/notifications/1").status_code == 404


def test_a_thread_is_whole_from_its_middle(site: Site) -> None:
    question = site.say("@maisonverte one")
    answer = site.post("/api/v1/statuses", {"status": "@ellie@north.example two", "in_reply_to_id": question["id"]})
    thanks = site.say("@maisonverte three", in_reply_to=answer["id"])
    aside = site.say("@maisonverte four", in_reply_to=question["id"], customer="ravi@hachy.example")
    context = site.get(f"/api/v1/statuses/{answer['id']}/context")
    assert [item["id"] for item in context["ancestors"]] == [question["id"]]
    assert [item["id"] for item in context["descendants"]] == [thanks["id"]]
    whole = site.get(f"/api/v1/statuses/{question['id']}/context")["descendants"]
    assert [item["id"] for item in whole] == [answer["id"], thanks["id"], aside["id"]]
    assert site.get(f"/api/v1/statuses/{question['id']}")["replies_count"] == 2


def test_many_statuses_at_once_leave_out_what_is_gone(site: Site) -> None:
    one, two = site.say("@maisonverte a"), site.say("@maisonverte b")
    found = site.client.get("/api/v1/statuses", params={"id[]": [one["id"], "1", two["id"]]}).json()
    assert [item["id"] for item in found] == [one["id"], two["id"]]


def test_people_are_found_by_id_by_name_and_by_search(site: Site) -> None:
    found = site.get("/api/v1/accounts/lookup", acct="camille@piaille.example")
    assert found["display_name"] == "Camille Laurent"
    assert found == site.get(f"/api/v1/accounts/{found['id']}")
    assert site.get("/api/v2/search", q="@camille@piaille.example", resolve="true")["accounts"] == [found]
    assert site.client.get("/api/v1/accounts/lookup", params={"acct": "nobody@nowhere.example"}).status_code == 404
    avatar = httpx.get(found["avatar"], trust_env=False)
    assert avatar.headers["content-type"] == "image/png"
    assert avatar.content.startswith(b"\x89PNG")


def test_the_html_is_mastodons(site: Site) -> None:
    link = "https://www.example.org/a/very/long/path/that/is/cut?with=query&and=more"
    said = site.say(f"@maisonverte <b>hi</b> & bye\nnext line\n\nsecond {link} #chêne")
    content = said["content"]
    assert content.startswith('<p><span class="h-card" translate="no"><a href="')
    assert "@<span>maisonverte</span></a></span>" in content
    assert "&lt;b&gt;hi&lt;/b&gt; &amp; bye<br />next line</p><p>second" in content
    assert '<span class="invisible">https://www.</span><span class="ellipsis">' in content
    assert said["mentions"][0]["acct"] == "maisonverte"
    assert said["tags"][0]["name"] == "chêne"


def test_a_private_message_is_a_conversation_and_nobody_elses(site: Site) -> None:
    said = site.say("@maisonverte between us", visibility="direct", customer="priya@toot.london.example")
    conversation = site.get("/api/v1/conversations")[0]
    assert conversation["last_status"]["id"] == said["id"]
    assert conversation["unread"] is True
    assert [person["acct"] for person in conversation["accounts"]] == ["priya@toot.london.example"]
    read = site.post(f"/api/v1/conversations/{conversation['id']}/read")
    assert read["unread"] is False
    page = httpx.get(said["url"], trust_env=False)
    assert page.status_code == 404
    hidden = site.say("@ravi@hachy.example psst", visibility="direct", customer="grace.w@toot.london.example")
    assert site.client.get(f"/api/v1/statuses/{hidden['id']}").status_code == 404


def test_a_public_post_has_a_page_without_live_markup(site: Site) -> None:
    said = site.say("@maisonverte <script>alert(1)</script>")
    page = httpx.get(said["url"], trust_env=False)
    assert page.status_code == 200
    assert "<script>" not in page.text


@pytest.mark.parametrize("act", ["mute", "block"])
def test_who_is_silenced_is_not_heard(site: Site, act: str) -> None:
    customer = {"mute": "dmitri@hachy.example", "block": "owen@cymru.example"}[act]
    person = site.get("/api/v1/accounts/lookup", acct=customer)
    relation = site.post(f"/api/v1/accounts/{person['id']}/{act}")
    assert relation["muting" if act == "mute" else "blocking"] is True
    before = site.get("/api/v1/notifications", limit=1)[0]["id"]
    site.say("@maisonverte hello?", customer=customer)
    assert site.get("/api/v1/notifications", min_id=before) == []
    assert site.post(f"/api/v1/accounts/{person['id']}/un{act}")["muting"] is False
    site.say("@maisonverte hello again", customer=customer)
    assert len(site.get("/api/v1/notifications", min_id=before, **{"types[]": "mention"})) >= 1


def test_a_report_is_kept(site: Site) -> None:
    said = site.say("@maisonverte buy my followers", customer="promo_kings@dealz.example")
    body = {"account_id": said["account"]["id"], "status_ids": [said["id"]], "category": "spam", "comment": "spam"}
    made = site.post("/api/v1/reports", body)
    assert made["category"] == "spam"
    assert made["status_ids"] == [said["id"]]


def test_what_does_not_exist_is_said_in_json(site: Site) -> None:
    for path in ("/api/v1/nothing", "/api/v1/statuses/1", "/api/v1/accounts/1"):
        answer = site.client.get(path)
        assert answer.status_code == 404
        assert "error" in answer.json()
