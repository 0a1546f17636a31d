"""The practice network as a test's puppet: its clock can be hurried by whoever logs in to it."""

from __future__ import annotations

import re

import httpx

OOB = "urn:ietf:wg:oauth:2.0:oob"


def practice_token(url: str) -> str:
    """A token of its own for the test, by the network's own login page."""
    with httpx.Client(base_url=url, trust_env=False, timeout=10) as client:
        form = {"client_name": "A test", "redirect_uris": OOB, "scopes": "read write"}
        app = client.post("/api/v1/apps", data=form).raise_for_status().json()
        asked = {"client_id": app["client_id"], "redirect_uri": OOB, "response_type": "code", "scope": "read write"}
        page = client.post("/oauth/authorize", data=asked).raise_for_status().text
        code = re.search(r'id="code">([^<]+)<', page)
        assert code, page
        grant = {"grant_type": "authorization_code", "code": code[1], "redirect_uri": OOB}
        keys = {name: app[name] for name in ("client_id", "client_secret")}
        answer = client.post("/oauth/token", data={**grant, **keys}).raise_for_status().json()
        token: str = answer["access_token"]
        return token


class Practice:
    """A second hand on the practice network."""

    def __init__(self, url: str, token: str = "") -> None:
        headers = {"Authorization": f"Bearer {token or practice_token(url)}"}
        self.client = httpx.Client(base_url=url, headers=headers, trust_env=False, timeout=10)

    def hurry(self, speed: float) -> None:
        """Let so many seconds of story pass in one."""
        self.client.post("/api/practice/clock", data={"speed": f"{speed:g}"}).raise_for_status()

    def own_texts(self) -> list[str]:
        """What our account has written there, newest first, with its markup."""
        me = self.client.get("/api/v1/accounts/verify_credentials").raise_for_status().json()["id"]
        found = self.client.get(f"/api/v1/accounts/{me}/statuses").raise_for_status().json()
        return [str(status["content"]) for status in found]

    def close(self) -> None:
        """Let go of the connection."""
        self.client.close()

    def __enter__(self) -> Practice:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
