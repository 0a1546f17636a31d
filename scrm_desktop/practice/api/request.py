"""What every endpoint is handed: the parameters in whatever form they came, and errors as Mastodon words them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, cast

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

Json = dict[str, Any]

MAX_BODY = 45 * 1024 * 1024


class ApiError(Exception):
    """An answer with an error in it."""

    def __init__(self, status: int, error: str, *, headers: dict[str, str] | None = None, **more: str) -> None:
        super().__init__(error)
        self.status = status
        self.body = {"error": error, **more}
        self.headers = headers or {}


def not_found() -> ApiError:
    """404, in Mastodon's words."""
    return ApiError(404, "Record not found")


def invalid(reason: str) -> ApiError:
    """422, in Mastodon's words."""
    return ApiError(422, f"Validation failed: {reason}")


@dataclass(frozen=True, slots=True)
class Params:
    """Parameters from the query, a form or JSON, under the names that forms use (``poll[options][]``)."""

    values: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    files: dict[str, UploadFile] = field(default_factory=dict[str, UploadFile])

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str, default: str = "") -> str:
        """The last value of that name."""
        found = self.values.get(name)
        return found[-1] if found else default

    def many(self, name: str) -> list[str]:
        """All values of ``name[]`` or ``name``."""
        return [*self.values.get(f"{name}[]", []), *self.values.get(name, [])]

    def flag(self, name: str) -> bool:
        """Whether it is set to something that means yes."""
        return self.text(name).lower() in ("1", "true", "on", "t")

    def number(self, name: str, default: int, *, most: int) -> int:
        """A whole number between 1 and ``most``."""
        text = self.text(name)
        return min(max(int(text), 1), most) if text.isdigit() else default


async def read_params(request: Request) -> Params:
    """Query and body together, whatever the body's form."""
    values: dict[str, list[str]] = {}
    files: dict[str, UploadFile] = {}
    for name, value in request.query_params.multi_items():
        values.setdefault(name, []).append(value)
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if request.method in ("GET", "HEAD"):
        return Params(values, files)
    if int(request.headers.get("content-length") or 0) > MAX_BODY:
        raise ApiError(413, "Payload Too Large")
    if kind == "application/json":
        _flatten("", await _json(request), values)
    elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        await _read_form(request, values, files)
    return Params(values, files)


async def _json(request: Request) -> Json:
    try:
        body = json.loads(await request.body() or b"{}")
    except ValueError as error:
        raise ApiError(400, "Error occurred while parsing request parameters") from error
    if not isinstance(body, dict):
        raise ApiError(400, "Error occurred while parsing request parameters")
    return cast("Json", body)


async def _read_form(request: Request, values: dict[str, list[str]], files: dict[str, UploadFile]) -> None:
    try:
        form = await request.form(max_part_size=MAX_BODY)
    except HTTPException as error:
        raise ApiError(400, "Error occurred while parsing request parameters") from error
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            files[name] = value
        else:
            values.setdefault(name, []).append(value)


def _flatten(prefix: str, value: object, values: dict[str, list[str]]) -> None:
    if isinstance(value, dict):
        for name, item in cast("dict[str, object]", value).items():
            _flatten(f"{prefix}[{name}]" if prefix else str(name), item, values)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            _flatten(f"{prefix}[]", item, values)
    elif isinstance(value, bool):
        values.setdefault(prefix, []).append("true" if value else "false")
    elif value is not None:
        values.setdefault(prefix, []).append(str(value))
