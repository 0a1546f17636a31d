from datetime import UTC, datetime

import pytest

from scrm_desktop.domain.commands import Deed, DoDeed, EditMessage, ReportPerson, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.errors import (
    BadAnswer,
    CaptivePortal,
    Forbidden,
    Gone,
    KeyringLocked,
    NoAnswer,
    NotUploaded,
    Offline,
    RateLimited,
    Rejected,
    ServerTrouble,
    SignInNeeded,
    UntrustedServer,
)
from scrm_desktop.sync.verdict import Verdict, after_error, not_found

REPLY = SendMessage(text="Hello", visibility=Visibility.PUBLIC)
DIRECT = SendMessage(text="Hello", visibility=Visibility.DIRECT)
EDIT = EditMessage(remote_id="1", text="Hello")
DELETE = DoDeed(deed=Deed.DELETE, target="1")
REPORT = ReportPerson(profile_id="7")
LIMITED = RateLimited(until=datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("error", "command", "verdict"),
    [
        (Offline(), REPLY, Verdict.LATER),
        (LIMITED, REPLY, Verdict.LATER),
        (SignInNeeded(), REPLY, Verdict.LATER),
        (KeyringLocked(), REPLY, Verdict.LATER),
        (NotUploaded(), REPLY, Verdict.LATER),
        (UntrustedServer(), REPLY, Verdict.LATER),
        (NoAnswer(), REPLY, Verdict.UNCONFIRMED),
        (BadAnswer(), REPLY, Verdict.UNCONFIRMED),
        (CaptivePortal(), DIRECT, Verdict.UNCONFIRMED),
        (ServerTrouble(), REPLY, Verdict.UNCONFIRMED),
        (NoAnswer(), REPORT, Verdict.UNCONFIRMED),
        (NoAnswer(), EDIT, Verdict.LATER),
        (NoAnswer(), DELETE, Verdict.LATER),
        (Forbidden(), REPLY, Verdict.FAILED),
        (Rejected(), REPLY, Verdict.FAILED),
        (Gone(), REPLY, Verdict.FAILED),
        (Gone(), EDIT, Verdict.FAILED),
        (Gone(), DELETE, Verdict.DONE),
    ],
)
def test_what_an_error_leads_to(error, command, verdict):
    assert after_error(error, command, tries=1, limit=5) is verdict


def test_what_may_be_repeated_is_given_up_after_many_tries():
    assert after_error(NoAnswer(), EDIT, tries=5, limit=5) is Verdict.FAILED


def test_what_never_left_is_never_given_up():
    assert after_error(NotUploaded(), REPLY, tries=500, limit=5) is Verdict.LATER


@pytest.mark.parametrize(
    ("command", "keys", "looked", "tries", "verdict"),
    [
        (REPLY, True, True, 1, Verdict.LATER),
        (REPLY, False, True, 1, Verdict.LATER),
        (REPLY, False, False, 1, Verdict.ASK),
        (REPLY, True, True, 5, Verdict.ASK),
        (DIRECT, True, True, 1, Verdict.LATER),
        (DIRECT, False, True, 1, Verdict.ASK),
        (REPORT, True, True, 1, Verdict.ASK),
        (EDIT, False, False, 4, Verdict.LATER),
        (EDIT, False, False, 5, Verdict.ASK),
    ],
)
def test_what_becomes_of_something_that_was_not_found(command, keys, looked, tries, verdict):
    assert not_found(command, tries, 5, server_keys=keys, looked=looked) is verdict
