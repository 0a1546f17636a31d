"""The large providers, whose servers are known, and where they let a browser sign in."""

from __future__ import annotations

from scrm_desktop.channels.email.places import Place, Safety
from scrm_desktop.late_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuth:
    """Where a provider does its logins, and what must be asked for to read and send mail."""

    issuer: str
    authorize: str
    token: str
    scopes: str
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Servers:
    """Where mail is read and where it is handed in; ``user`` where the login is not the whole address."""

    imap: Place
    smtp: Place
    user: str = ""
    oauth: OAuth | None = None


GOOGLE = OAuth(
    issuer="https://accounts.google.com",
    authorize="https://accounts.google.com/o/oauth2/v2/auth",
    token="https://oauth2.googleapis.com/token",
    scopes="https://mail.google.com/",
    extra=(("access_type", "offline"), ("prompt", "consent")),
)
MICROSOFT = OAuth(
    issuer="",
    authorize="https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    token="https://login.microsoftonline.com/common/oauth2/v2.0/token",
    scopes=("https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access"),
)


def _servers(imap: str, smtp: str, port: int = 465, oauth: OAuth | None = None) -> Servers:
    return Servers(
        imap=Place(kind="imap", host=imap, port=993),
        smtp=Place(kind="smtp", host=smtp, port=port, safety=Safety.TLS if port == 465 else Safety.STARTTLS),
        oauth=oauth,
    )


_GMAIL = _servers("imap.gmail.com", "smtp.gmail.com", oauth=GOOGLE)
_OUTLOOK = _servers("outlook.office365.com", "smtp.office365.com", 587, MICROSOFT)
_ICLOUD = _servers("imap.mail.me.com", "smtp.mail.me.com", 587)
_YAHOO = _servers("imap.mail.yahoo.com", "smtp.mail.yahoo.com")
_GMX = _servers("imap.gmx.net", "mail.gmx.net")
_ORANGE = _servers("imap.orange.fr", "smtp.orange.fr")

KNOWN = {
    "gmail.com": _GMAIL,
    "googlemail.com": _GMAIL,
    "outlook.com": _OUTLOOK,
    "outlook.fr": _OUTLOOK,
    "hotmail.com": _OUTLOOK,
    "hotmail.fr": _OUTLOOK,
    "live.com": _OUTLOOK,
    "live.fr": _OUTLOOK,
    "msn.com": _OUTLOOK,
    "icloud.com": _ICLOUD,
    "me.com": _ICLOUD,
    "mac.com": _ICLOUD,
    "yahoo.com": _YAHOO,
    "yahoo.fr": _YAHOO,
    "ymail.com": _YAHOO,
    "gmx.net": _GMX,
    "gmx.de": _GMX,
    "gmx.fr": _GMX,
    "web.de": _servers("imap.web.de", "smtp.web.de"),
    "orange.fr": _ORANGE,
    "wanadoo.fr": _ORANGE,
    "free.fr": _servers("imap.free.fr", "smtp.free.fr"),
    "laposte.net": _servers("imap.laposte.net", "smtp.laposte.net"),
    "sfr.fr": _servers("imap.sfr.fr", "smtp.sfr.fr"),
    "fastmail.com": _servers("imap.fastmail.com", "smtp.fastmail.com"),
    "mailbox.org": _servers("imap.mailbox.org", "smtp.mailbox.org"),
    "posteo.de": _servers("posteo.de", "posteo.de"),
}


def oauth_of(host: str) -> OAuth | None:
    """Where a browser signs in for a server, also for domains of companies that a large provider serves."""
    return next((one.oauth for one in KNOWN.values() if one.oauth and host in (one.imap.host, one.smtp.host)), None)
