"""What a browser or a picture viewer asks for: avatars, emoji, and a plain page for each person and post."""

from __future__ import annotations

import html
import unicodedata

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from scrm_desktop.practice import pictures
from scrm_desktop.practice.api.request import Params, not_found
from scrm_desktop.practice.api.server import Server
from scrm_desktop.practice.emoji import EMOJI
from scrm_desktop.practice.model import Person

KEEP = {"Cache-Control": "private, max-age=86400"}


async def avatar(server: Server, request: Request, params: Params) -> Response:
    """GET /avatars/:id.png."""
    person = server.network.people.get(request.path_params["id"])
    if person is None:
        raise not_found()
    return Response(pictures.avatar(initials(person.name), person.id), media_type="image/png", headers=KEEP)


async def emoji(server: Server, request: Request, params: Params) -> Response:
    """GET /emoji/:code.png."""
    code = request.path_params["code"]
    if code not in EMOJI:
        raise not_found()
    return Response(pictures.emoji(code), media_type="image/png", headers=KEEP)


async def header(server: Server, request: Request, params: Params) -> Response:
    """GET /headers/missing.png."""
    return Response(pictures.png([[(236, 240, 234)] * 3]), media_type="image/png", headers=KEEP)


async def profile_page(server: Server, request: Request, params: Params) -> Response:
    """GET /@:acct."""
    person = _person(server, request.path_params["acct"])
    bio = html.escape(person.bio).replace("\n", "<br>")
    return _page(person.name, f"<p>@{html.escape(person.acct)}</p><p>{bio}</p>")


async def status_page(server: Server, request: Request, params: Params) -> Response:
    """GET /@:acct/:id: what is public, nothing else."""
    person = _person(server, request.path_params["acct"])
    status = server.network.statuses.get(request.path_params["id"])
    if status is None or status.author != person.id or status.visibility not in ("public", "unlisted"):
        raise not_found()
    content = server.entities.status(status)["content"]
    when = status.created_at.strftime("%Y-%m-%d %H:%M UTC")
    return _page(person.name, f"<p>@{html.escape(person.acct)}</p>{content}<p><small>{when}</small></p>")


def initials(name: str) -> str:
    """Two capital letters without accents."""
    words = [word for word in name.replace("-", " ").split() if word[:1].isalpha()]
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [word[0] for word in words]
    plain = unicodedata.normalize("NFD", "".join(letters)).upper()
    return "".join(letter for letter in plain if "A" <= letter <= "Z")


def _person(server: Server, acct: str) -> Person:
    username, _, domain = acct.partition("@")
    person = server.network.find(username, domain.lower())
    if person is None:
        raise not_found()
    return person


def _page(title: str, body: str) -> Response:
    style = "body{font:16px/1.5 sans-serif;max-width:36em;margin:3em auto;padding:0 1em}.invisible{display:none}"
    name = html.escape(title)
    made = (
        f'<!doctype html><html><meta charset="utf-8"><title>{name}</title><style>{style}</style><h1>{name}</h1>{body}'
    )
    policy = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"}
    return HTMLResponse(f"{made}</html>", headers=policy)
