"""The login, whole, as a client of Mastodon 4.3 goes through it."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from support.practice_site import Site

CALLBACK = "http://127.0.0.1:49152/callback"
OOB = "urn:ietf:wg:oauth:2.0:oob"
VERIFIER = "a" * 20 + "-practice.verifier_" + "b" * 20
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
SCOPES = "read write:statuses write:favourites profile"


@pytest.fixture
def app(site: Site) -> dict[str, Any]:
    form = {"client_name": "A test", "redirect_uris": CALLBACK, "scopes": SCOPES}
    made: dict[str, Any] = httpx.post(f"{site.url}/api/v1/apps", data=form, trust_env=False).raise_for_status().json()
    return made


def _asked(app: dict[str, Any], **change: str) -> dict[str, str]:
    base = {
        "client_id": app["client_id"],
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": SCOPES,
        "state": "a state & more",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
    }
    return {**base, **change}


def _code(site: Site, app: dict[str, Any], **change: str) -> dict[str, str]:
    answer = httpx.post(f"{site.url}/oauth/authorize", data=_asked(app, **change), trust_env=False)
    assert answer.status_code == 302
    where = answer.headers["location"]
    assert where.startswith(CALLBACK + "?")
    return {name: values[0] for name, values in parse_qs(urlsplit(where).query).items()}


def _token(site: Site, app: dict[str, Any], given: str, **change: str) -> httpx.Response:
    form = {"grant_type": "authorization_code", "code": given, "redirect_uri": CALLBACK, "code_verifier": VERIFIER}
    keys = {"client_id": app["client_id"], "client_secret": app["client_secret"]}
    return httpx.post(f"{site.url}/oauth/token", data={**form, **keys, **change}, trust_env=False)


def test_the_metadata_names_every_step(site: Site) -> None:
    said = site.get("/.well-known/oauth-authorization-server")
    assert said["issuer"] == site.url + "/"
    assert said["code_challenge_methods_supported"] == ["S256"]
    assert {
        "authorization_endpoint",
        "token_endpoint",
        "revocation_endpoint",
        "app_registration_endpoint",
    } <= said.keys()


def test_the_page_has_one_button_and_no_markup_of_others(site: Site, app: dict[str, Any]) -> None:
    asked = _asked(app, state='"><script>alert(1)</script>')
    page = httpx.get(f"{site.url}/oauth/authorize", params=asked, trust_env=False)
    assert page.status_code == 200
    assert page.text.count("<button") == 1
    assert "<script" not in page.text


def test_code_state_iss_token_and_revocation(site: Site, app: dict[str, Any]) -> None:
    back = _code(site, app)
    assert back["state"] == "a state & more"
    assert back["iss"] == site.url + "/"
    given = _token(site, app, back["code"]).raise_for_status().json()
    assert given["token_type"] == "Bearer"
    assert set(given["scope"].split()) == set(SCOPES.split())
    headers = {"Authorization": f"Bearer {given['access_token']}"}
    with httpx.Client(base_url=site.url, headers=headers, trust_env=False) as client:
        assert client.get("/api/v1/accounts/verify_credentials").json()["id"] == site.account["id"]
        assert client.post("/api/v1/accounts/1/mute").status_code == 403
        keys = {"client_id": app["client_id"], "client_secret": app["client_secret"]}
        client.post("/oauth/revoke", data={**keys, "token": given["access_token"]}).raise_for_status()
        gone = client.get("/api/v1/accounts/verify_credentials")
        assert gone.status_code == 401
        assert gone.json() == {"error": "The access token is invalid"}


def test_a_code_works_once(site: Site, app: dict[str, Any]) -> None:
    code = _code(site, app)["code"]
    assert _token(site, app, code).status_code == 200
    assert _token(site, app, code).status_code == 400


@pytest.mark.parametrize(
    "change", [{"code_verifier": "wrong" * 10}, {"redirect_uri": "http://127.0.0.1:1/other"}, {"code": "none"}]
)
def test_a_grant_is_bound_to_verifier_and_redirect(site: Site, app: dict[str, Any], change: dict[str, str]) -> None:
    refused = _token(site, app, _code(site, app)["code"], **change)
    assert refused.status_code == 400
    assert refused.json()["error"] == "invalid_grant"


def test_a_wrong_client_secret_is_refused(site: Site, app: dict[str, Any]) -> None:
    refused = _token(site, app, _code(site, app)["code"], client_secret="wrong")
    assert (refused.status_code, refused.json()["error"]) == (401, "invalid_client")


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"redirect_uri": "https://evil.example/"}, 400),
        ({"client_id": "nobody"}, 401),
        ({"code_challenge_method": "plain"}, 400),
        ({"scope": "read write"}, 400),
        ({"response_type": "token"}, 400),
    ],
)
def test_a_wrong_request_is_never_redirected(
    site: Site, app: dict[str, Any], change: dict[str, str], status: int
) -> None:
    refused = httpx.get(f"{site.url}/oauth/authorize", params=_asked(app, **change), trust_env=False)
    assert refused.status_code == status
    assert "location" not in refused.headers


def test_the_code_can_be_copied_where_nothing_listens(site: Site) -> None:
    form = {"client_name": "A test", "redirect_uris": OOB, "scopes": "read"}
    app = httpx.post(f"{site.url}/api/v1/apps", data=form, trust_env=False).json()
    asked = _asked(app, redirect_uri=OOB, scope="read")
    page = httpx.post(f"{site.url}/oauth/authorize", data=asked, trust_env=False)
    code = re.search(r'id="code">([^<]+)<', page.text)
    assert code is not None
    assert _token(site, app, code[1], redirect_uri=OOB).status_code == 200


def test_no_token_no_answer(site: Site) -> None:
    refused = httpx.get(f"{site.url}/api/v1/notifications", trust_env=False)
    assert (refused.status_code, refused.json()["error"]) == (401, "This method requires an authenticated user")
    assert httpx.get(f"{site.url}/api/practice/debrief", trust_env=False).status_code == 401
