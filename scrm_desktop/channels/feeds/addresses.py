"""The addresses that a person enters, one a line: what is a feed's address, and the name that it has here."""

from __future__ import annotations

import hashlib
import ipaddress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from scrm_desktop.errors import InputError

OPTION = "feeds"
MOST = 50
LONGEST = 2000
NOT_AN_ADDRESS = "“{line}” is no address of a feed. It begins with https:// or http://."
WITH_PASSWORD = "An address with a name and a password in it can't be used: only open feeds can be read."
TOO_MANY = "One account holds up to {most} feeds, and these are {count}. Make a second account for the others."
NONE_GIVEN = "Please enter the address of a feed."
_INSIDE = (".local", ".localhost", ".lan", ".internal", ".intranet", ".home.arpa", ".test")


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: its address as the person entered it, and the key under which it is known for good."""

    url: str

    @property
    def key(self) -> str:
        """What its articles' names begin with; it stays when the site moves the feed."""
        return digest(self.url)[:16]

    @property
    def name(self) -> str:
        """The name of its stream, which people read in the account's details."""
        whole = self.url.rstrip("/") == f"https://{self.title}"
        return self.title if whole else f"{self.title} #{self.key[:4]}"

    @property
    def host(self) -> str:
        """The machine's name."""
        return host_of(self.url)

    @property
    def site(self) -> str:
        """The site with its port: another port is another site."""
        return urlsplit(self.url).netloc.lower()

    @property
    def title(self) -> str:
        """The address without what machines need."""
        parts = urlsplit(self.url)
        shown = f"{parts.netloc}{parts.path}".rstrip("/")
        return shown if len(shown) <= 60 else f"{shown[:59]}…"


def digest(text: str) -> str:
    """A short name for any text, the same for ever."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def host_of(url: str) -> str:
    """The server of an address, or nothing."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def feeds_of(entered: str) -> tuple[Feed, ...]:
    """The feeds of several lines, each once; InputError where a line is none."""
    lines = dict.fromkeys(checked(line) for line in entered.splitlines() if line.strip())
    if not lines:
        raise InputError(NONE_GIVEN)
    if len(lines) > MOST:
        raise InputError(TOO_MANY.format(most=MOST, count=len(lines)))
    return tuple(Feed(line) for line in lines)


def usable(entered: str) -> tuple[Feed, ...]:
    """The same of what is stored: a line that can't be used is left out, so that the others are read."""
    found: dict[str, Feed] = {}
    for line in entered.splitlines():
        try:
            url = checked(line)
        except InputError:
            continue
        found.setdefault(url, Feed(url))
    return tuple(found.values())[:MOST]


def complaints(entered: str) -> tuple[str, ...]:
    """Why lines of what is stored can't be used, in sentences."""
    found: list[str] = []
    for line in entered.splitlines():
        try:
            checked(line) if line.strip() else None
        except InputError as error:
            found.append(error.message)
    count = len({line.strip() for line in entered.splitlines() if line.strip()})
    if count > MOST:
        found.append(TOO_MANY.format(most=MOST, count=count))
    return tuple(dict.fromkeys(found))


def checked(line: str) -> str:
    """One address, as it is asked for."""
    text = line.strip()
    if text.startswith("feed:"):
        text = text[5:] if text[5:].startswith(("http:", "https:")) else f"https:{text[5:]}"
    if "://" not in text and "." in text.split("/", 1)[0] and " " not in text:
        text = f"https://{text}"
    parts = _parts(text)
    if parts is None or not text.isprintable() or " " in text or len(text) > LONGEST:
        raise InputError(NOT_AN_ADDRESS.format(line=line.strip()[:80]))
    if "@" in parts.netloc:
        raise InputError(WITH_PASSWORD)
    return parts._replace(scheme=parts.scheme.lower(), fragment="", path=parts.path or "/").geturl()


def _parts(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text)
        good = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if good else None


def named_inside(host: str) -> bool:
    """Whether a name can only mean a machine in the person's own network, so that they meant it."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith(_INSIDE)
    return True
