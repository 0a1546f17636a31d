"""Errors of the core, in the person's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scrm_desktop.errors import InputError, KnownError, NoAnswer, Offline
from ui import error_texts
from ui.core_texts import ERRORS


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
