"""The tree of errors; a foreign error becomes one of these once, at the border.

    Exception
    ├── KnownError            shown to the person: a title, a message, what to do next
    │   ├── InputError        what the person typed or chose can't be used
    │   │   ├── ParentEdited      what is being answered reads differently now
    │   │   └── ParentGone        what is being answered was deleted
    │   ├── AskPerson         it can't go on without somebody's word
    │   │   ├── WaitedTooLong     written long ago and never sent
    │   │   └── MaybeSent         it may have arrived; sending again could send it twice
    │   ├── NetworkError      no usable answer came back
    │   │   ├── Offline           nothing was sent: no network, no such host, refused
    │   │   ├── NoAnswer          sent, then silence or a broken connection
    │   │   ├── BadAnswer         sent, and the answer can't be read
    │   │   ├── CaptivePortal     a network's sign-in page answered instead
    │   │   ├── ServerTrouble     5xx
    │   │   ├── RateLimited       429, with the time from which to try again
    │   │   ├── UnsafeAnswer      a redirect or a size we refuse
    │   │   │   └── UntrustedServer   its certificate: refused before anything was sent
    │   │   └── NotUploaded       a file did not arrive; the message that needs it never left
    │   ├── RemoteRefusal     the server understood and said no
    │   │   ├── SignInNeeded      401: the token is not accepted any more
    │   │   ├── Forbidden         403
    │   │   ├── Gone              404 or 410
    │   │   └── Rejected          400, 409, 413, 422, with the server's reason
    │   ├── Unsupported       this server or network can't do it
    │   ├── CredentialError   the system's keyring
    │   │   ├── KeyringMissing
    │   │   ├── KeyringLocked
    │   │   └── SecretMissing
    │   └── StoreError        the profile folder and its databases
    │       ├── ProfileInUse
    │       ├── ProfileNewer
    │       ├── ProfileUnwritable
    │       ├── DiskFull
    │       └── StoreDamaged
    └── BugError              a promise of our own is broken: logged, one calm dialog

Titles and messages are English templates. ``params`` fills them, so that a window can translate
the template first and fill it afterwards.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar


class KnownError(Exception):
    """An expected failure, told in the person's words."""

    title: ClassVar[str] = "That did not work"
    template: ClassVar[str] = "{detail}"
    retryable: ClassVar[bool] = False
    #: Whether a request that changes something may have taken effect all the same.
    maybe_done: ClassVar[bool] = False

    def __init__(self, detail: str = "", **params: object) -> None:
        self.detail = detail
        self.params: dict[str, object] = {"detail": detail, **params}
        super().__init__(self.message)

    @property
    def code(self) -> str:
        """The stable name of this kind of error, for logs, JSON and translations."""
        return type(self).__name__

    @property
    def message(self) -> str:
        """The English message, filled in."""
        return self.template.format_map(_Blank(self.params)).strip()


class _Blank(dict[str, object]):
    """A mapping that leaves a missing parameter blank: an error must never fail to be told."""

    def __missing__(self, key: str) -> str:
        return ""


class InputError(KnownError):
    """What the person typed or chose can't be used as it is."""

    title = "Please check what you entered"


class ParentEdited(InputError):
    """What is being answered was edited after the answer was begun; ``before`` and ``now`` are its texts."""

    title = "The message was edited"
    template = "{person} changed this message after you began. It said: “{before}” It says now: “{now}”"


class ParentGone(InputError):
    """What is being answered was deleted while the answer was written."""

    title = "The message is gone"
    template = "{person} deleted the message that you are answering. Your text is kept."


class AskPerson(KnownError):
    """It can't go on by itself: somebody has to say what is right."""

    title = "Please decide"


class WaitedTooLong(AskPerson):
    """Written long ago (``written``: when) and never sent: it may not fit any more."""

    title = "Does this still fit?"
    template = "This was written on {written} and could not be sent since. Read it again, then send it or take it back."


class NewsArrived(AskPerson):
    """``person`` wrote something that the writer of an answer had not seen when it was about to leave."""

    title = "Something new came in"
    template = "{person} wrote again: look before this goes out."


class WroteFirst(NewsArrived):
    """``person`` wrote before a scheduled reply went."""

    title = "The customer wrote first"
    template = "{person} wrote before your reply went; it waits for you."


class MissedItsTime(AskPerson):
    """What was scheduled could not leave at its time, and is not sent late without a word."""

    title = "Its time has passed"
    template = (
        "The time of this reply passed while the program was closed, the computer asleep or the account out of reach. "
        "Send it now, choose another time, or take it back."
    )


class MaybeSent(AskPerson):
    """It may have arrived, and the network can't tell; sending it again could send it twice."""

    title = "It may have been sent"
    template = "{host} did not confirm it, and it was not found there. Please look, then send it again or take it back."


class NetworkError(KnownError):
    """No usable answer came back from the network."""

    title = "The network did not answer"
    retryable = True


class Offline(NetworkError):
    """Nothing was sent: no route, no such host, or the connection was refused."""

    title = "No connection"
    template = "{host} can't be reached. Everything you write is kept and leaves when the network returns."


class NoAnswer(NetworkError):
    """The request left, and then came silence or a broken connection."""

    title = "No answer"
    template = "{host} did not answer in time."
    maybe_done = True


class BadAnswer(NetworkError):
    """An answer came, and it can't be read."""

    title = "Unreadable answer"
    template = "{host} sent an answer that can't be read. {detail}"
    maybe_done = True


class CaptivePortal(NetworkError):
    """A network's own sign-in page answered in the server's place."""

    title = "Network sign-in needed"
    template = "This network shows a sign-in page instead of {host}. Open a browser, sign in, and it goes on by itself."
    maybe_done = True


class ServerTrouble(NetworkError):
    """The server answered with a failure of its own (5xx)."""

    title = "The server has a problem"
    template = "{host} answered with an error of its own ({status}). It will be tried again."
    maybe_done = True


class RateLimited(NetworkError):
    """The server asks us to slow down; ``until`` is the UTC time from which to try again."""

    title = "Too many requests"
    template = "{host} asks to slow down. Next try at {until}."

    def __init__(self, detail: str = "", *, until: datetime, **params: object) -> None:
        self.until = until
        super().__init__(detail, until=until.strftime("%H:%M UTC"), **params)


class FeedOut(NetworkError):
    """One feed of several is silent or out of reach, which must not keep the others from being read."""

    title = "A feed can't be read"
    template = "{host} can't be reached. It is asked again later; the other feeds go on."


class FeedWaits(NetworkError):
    """One feed of several asks to be left alone until then."""

    title = "A feed asks to wait"
    template = "{host} asks to slow down. It is asked again at {until}; the other feeds go on."


class UnsafeAnswer(NetworkError):
    """An answer we refuse: a redirect elsewhere, a bad certificate, or more than we accept."""

    title = "Refused for safety"
    template = "The answer of {host} was refused: {detail}"
    retryable = False
    maybe_done = True


class UntrustedServer(UnsafeAnswer):
    """No trustworthy TLS connection (``detail``: why); nothing was sent, and a sign-in page can be the cause."""

    template = (
        "There is no safe connection to {host}: {detail}. Nothing was sent. "
        "If this network has a sign-in page, open a browser and sign in."
    )
    retryable = True
    maybe_done = False


class NotUploaded(NetworkError):
    """A file could not be uploaded; the message that it belongs to was not sent."""

    title = "The file was not uploaded"
    template = "{host} did not take “{name}”. Nothing was sent; it will be tried again. {detail}"


class RemoteRefusal(KnownError):
    """The server understood and said no; ``reason`` is its own words."""

    title = "The network refused"
    template = "{host}: {reason}"


class SignInNeeded(RemoteRefusal):
    """The login is not accepted any more (401)."""

    title = "Please sign in again"
    template = "{host} does not accept this login any more. What waits in the outbox is kept."


class Forbidden(RemoteRefusal):
    """The account may not do this (403), for example because it was blocked."""

    title = "Not allowed"
    template = "{host} does not allow it: {reason}"


class Gone(RemoteRefusal):
    """The thing asked for is not there, or not any more (404, 410)."""

    title = "The message is gone"
    template = "It was deleted, or it can't be seen by this account any more. Your text is kept."


class Rejected(RemoteRefusal):
    """The server will not take it as it is (400, 409, 413, 422)."""

    title = "Not accepted"
    template = "{host} did not accept it: {reason}"


class Unsupported(KnownError):
    """This server or network can't do it."""

    title = "Not possible here"


class CredentialError(KnownError):
    """The system's keyring can't be used."""

    title = "The keyring can't be used"


class KeyringMissing(CredentialError):
    """No usable keyring service on this system."""

    title = "No keyring found"
    template = "This system has no keyring service that keeps passwords safely. {detail}"


class KeyringLocked(CredentialError):
    """The keyring is locked, or it did not answer."""

    title = "The keyring is locked"
    template = "Unlock the system's keyring and try again. {detail}"
    retryable = True


class SecretMissing(CredentialError):
    """The keyring works, and holds no login for this account."""

    title = "Please sign in again"
    template = "The keyring holds no login for {account}."


class StoreError(KnownError):
    """The profile folder or one of its databases."""

    title = "The profile can't be used"


class ProfileInUse(StoreError):
    """Another running program holds this profile."""

    title = "Already open"
    template = "This profile is open in another window."


class ProfileNewer(StoreError):
    """A newer version of the program wrote this profile."""

    title = "This profile is from a newer version"
    template = "{path} was written by a newer version (schema {found}, this one knows {known}). Nothing was changed."


class ProfileUnwritable(StoreError):
    """The profile folder can't be written."""

    title = "The profile folder can't be written"
    template = "{path}: {detail}"


class DiskFull(StoreError):
    """The disk is full; nothing was acknowledged."""

    title = "The disk is full"
    template = "Nothing was lost, and nothing more can be stored in {path} until there is room."
    retryable = True


class StoreDamaged(StoreError):
    """A database file is damaged."""

    title = "A database is damaged"
    template = "{path} is damaged. {detail}"


class BugError(Exception):
    """A promise of our own is broken."""
