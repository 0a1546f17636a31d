"""Errors of the core, in the person's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from scrm_desktop.domain.views import AccountView
from scrm_desktop.errors import InputError, KnownError, NoAnswer, Offline, SecretMissing
from support.fake_desk_data import ACCOUNTS, HEALTH
from ui import error_texts
from ui.core_texts import ERRORS
from ui.health_words import view_title


def kinds(kind: type[KnownError] = KnownError) -> Iterator[type[KnownError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from kinds(below)


OURS = [kind for kind in kinds() if kind.__module__ == "scrm_desktop.errors"]
#: Nothing but gaps: there is nothing to translate.
BARE = {"{detail}", "{host}: {reason}", "{path}: {detail}", ""}


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.__name__)
def test_the_translators_know_every_error(kind: type[KnownError]) -> None:
    assert {kind.title, kind.template} - BARE <= set(ERRORS)


def test_a_stored_message_is_read_back_into_its_parameters() -> None:
    message = Offline(host="piaille.fr").message
    assert error_texts.message_of("Offline", message) == message
    assert error_texts.message_of("NoSuchError", "As it was") == "As it was"
    assert error_texts.title_of("NoAnswer") == NoAnswer.title
    assert error_texts.title_of("", "in English") == "in English"


def test_braces_of_a_stranger_do_no_harm() -> None:
    assert error_texts.message(InputError("{0.__class__} {x}")) == "{0.__class__} {x}"


def test_a_practice_account_whose_network_is_not_running_is_no_alarm() -> None:
    view = AccountView(
        account=replace(ACCOUNTS[0], practice=True), health=replace(HEALTH[0], error_code="SecretMissing")
    )
    assert view_title(view) == "the practice network is not running"
    assert view_title(replace(view, account=replace(ACCOUNTS[0], practice=False))) == SecretMissing.title
