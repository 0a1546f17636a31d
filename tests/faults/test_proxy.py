"""The fault proxy and the fake Mastodon do what the fault tests believe they do."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx
import pytest

from support.fake_mastodon import TOKEN, FakeMastodon
from support.proxy import FaultProxy

POST = r"/api/v1/statuses$"


@pytest.fixture
def fake() -> Iterator[FakeMastodon]:
    with FakeMastodon() as server:
        yield server


@pytest.fixture
def px(fake: FakeMastodon) -> Iterator[FaultProxy]:
    with FaultProxy(fake.url) as proxy:
        yield proxy


@pytest.fixture
def client(px: FaultProxy) -> Iterator[httpx.Client]:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with httpx.Client(base_url=px.url, headers=headers, timeout=2, trust_env=False) as made:
        yield made


def post(client: httpx.Client, key: str = "k1") -> httpx.Response:
    return client.post("/api/v1/statuses", json={"status": "hello"}, headers={"Idempotency-Key": key})


def test_what_no_fault_matches_passes_unchanged(client: httpx.Client, px: FaultProxy, fake: FakeMastodon) -> None:
    px.fault("drop_before", method="POST", path="/elsewhere")
    answer = post(client)
    assert answer.json()["content"] == "<p>hello</p>"
    assert [line.upstream_status for line in px.seen("POST", POST)] == [200]
    assert len(fake.posts()) == 1


NOTHING_ARRIVES = ["drop_before", "html", "status"]
ONE_ARRIVES = ["drop_after", "truncate", "garble", "status_after", "hang"]


@pytest.mark.parametrize("kind", [*NOTHING_ARRIVES, *ONE_ARRIVES])
def test_each_fault_breaks_the_answer_and_says_what_arrived(
    kind: str, client: httpx.Client, px: FaultProxy, fake: FakeMastodon
) -> None:
    arrives = int(kind in ONE_ARRIVES)
    px.fault(kind, method="POST", path=POST)
    try:
        answer = post(client)
        assert kind in ("html", "status", "garble", "status_after")
        assert answer.status_code in (200, 503)
        with pytest.raises((ValueError, KeyError)):
            answer.json()["id"]
    except httpx.TransportError:
        assert kind in ("drop_before", "drop_after", "truncate", "hang")
    assert len(fake.posts()) == arrives
    assert len(px.arrived("POST", POST)) == arrives
    assert post(client, "k2").status_code == 200, "only one request was to be broken"


def test_late_commits_after_the_client_has_given_up(client: httpx.Client, px: FaultProxy, fake: FakeMastodon) -> None:
    px.fault("late", method="POST", path=POST, seconds=0.4)
    with pytest.raises(httpx.TransportError):
        post(client)
    assert fake.posts() == []
    px.wait_for(lambda line: line.upstream_status == 200)
    assert len(fake.posts()) == 1


@pytest.mark.parametrize(("honours", "copies"), [(True, 1), (False, 2)])
def test_dup_sends_twice_and_only_keys_save_it(honours: bool, copies: int) -> None:
    with FakeMastodon(honours_keys=honours) as fake, FaultProxy(fake.url) as px:
        px.fault("dup", method="POST", path=POST)
        with httpx.Client(base_url=px.url, headers={"Authorization": f"Bearer {TOKEN}"}, trust_env=False) as client:
            assert post(client).status_code == 200
        assert len(fake.posts()) == copies


def test_slow_drips(client: httpx.Client, px: FaultProxy) -> None:
    px.fault("slow", path="verify_credentials", rate=2000)
    began = time.monotonic()
    assert client.get("/api/v1/accounts/verify_credentials").json()["username"] == "bakery"
    assert time.monotonic() - began > 0.1


def test_skip_and_times_choose_the_requests(client: httpx.Client, px: FaultProxy) -> None:
    px.fault("status", path="instance", skip=1, times=2, status=429, headers={"retry-after": "7"})
    statuses = [client.get("/api/v1/instance").status_code for _ in range(4)]
    assert statuses == [200, 429, 429, 200]


def test_links_lead_back_through_the_proxy(client: httpx.Client, px: FaultProxy, fake: FakeMastodon) -> None:
    who = fake.person("camille")
    for number in range(5):
        fake.mention(f"{number}", who=who)
    first = client.get("/api/v1/notifications", params={"limit": 3})
    assert [note["status"]["content"][-5] for note in first.json()] == ["4", "3", "2"]
    older = first.links["next"]["url"]
    assert older.startswith(px.url)
    assert len(client.get(older).json()) == 2
    newer = client.get("/api/v1/notifications", params={"limit": 2, "min_id": first.json()[2]["id"]}).json()
    assert [note["status"]["content"][-5] for note in newer] == ["4", "3"]


def test_a_stream_is_relayed_as_it_happens_and_can_fall_silent() -> None:
    with FakeMastodon(streams=True) as fake, FaultProxy(fake.url) as px:
        px.fault("silence", path="streaming", skip=1)
        with httpx.Client(headers={"Authorization": f"Bearer {TOKEN}"}, timeout=2, trust_env=False) as client:
            with client.stream("GET", f"{px.url}/api/v1/streaming/user") as stream:
                lines = stream.iter_lines()
                assert next(lines) == ":)"
                fake.mention("hello", who=fake.person("camille"))
                assert "event: notification" in (next(lines), next(lines))
            with client.stream("GET", f"{px.url}/api/v1/streaming/user") as stream:
                assert stream.status_code == 200
                with pytest.raises(httpx.ReadTimeout):
                    next(stream.iter_lines())
