"""How an account fares, in words a person understands; every change is told to the screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from scrm_desktop.domain.accounts import AccountHealth, Health
from scrm_desktop.domain.changes import Changes
from scrm_desktop.errors import CaptivePortal, KnownError, Offline, RateLimited, SecretMissing, SignInNeeded

Publish = Callable[[Changes], None]


def health_of(error: KnownError) -> Health:
    """Which state an error puts an account into."""
    if isinstance(error, SignInNeeded | SecretMissing):
        return Health.SIGN_IN
    if isinstance(error, Offline | CaptivePortal):
        return Health.OFFLINE
    if isinstance(error, RateLimited):
        return Health.WAITING
    return Health.TROUBLE


class HealthKeeper:
    """The one place where an account's health is changed; all times are UTC."""

    def __init__(self, account_id: int, publish: Publish, now: Callable[[], datetime]) -> None:
        self._publish = publish
        self._now = now
        self._value = AccountHealth(account_id=account_id)

    @property
    def value(self) -> AccountHealth:
        """The health as it is told to the person."""
        return self._value

    def checked(self, next_check_at: datetime | None) -> None:
        """The account was read to its end and nothing is wrong."""
        self._set(
            replace(
                self._value,
                health=Health.OK,
                checked_at=self._now(),
                next_check_at=next_check_at,
                error_code="",
                title="",
                message="",
            )
        )

    def wrong(self, error: KnownError, next_check_at: datetime | None) -> None:
        """Something is wrong; ``next_check_at`` is ``None`` where only the person can help."""
        self._set(
            replace(
                self._value,
                health=health_of(error),
                next_check_at=next_check_at,
                error_code=error.code,
                title=error.title,
                message=error.message,
            )
        )

    def told(self, error: KnownError | None) -> None:
        """The result of a single run, after which nobody knows when the next will be."""
        if error is None:
            self.checked(None)
        else:
            self.wrong(error, None)

    def stumbled(self, next_check_at: datetime) -> None:
        """A bug of our own stopped this account's work; it starts again by itself."""
        self._set(
            replace(
                self._value,
                health=Health.TROUBLE,
                next_check_at=next_check_at,
                streaming=False,
                error_code="BugError",
                title="Something went wrong in the program",
                message="The work on this account stopped and starts again by itself. The log says more.",
            )
        )

    def checking(self) -> None:
        """The account is being connected again."""
        self._set(replace(self._value, health=Health.CHECKING, next_check_at=None))

    def streaming(self, on: bool) -> None:
        """Whether messages arrive by themselves."""
        self._set(replace(self._value, streaming=on))

    def _set(self, value: AccountHealth) -> None:
        if value == self._value:
            return
        self._value = value
        self._publish(Changes(accounts=frozenset({value.account_id})))
