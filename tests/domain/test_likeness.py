"""What speaks for one person behind two profiles, and what is too weak to be asked about."""

from __future__ import annotations

import pytest

from scrm_desktop.domain.likeness import Likeness, likeness
from scrm_desktop.domain.messages import RemoteProfile
from support.factories import make_profile

ANNA = make_profile("1", "anna.dupont@here.example", "Anna Dupont")


@pytest.mark.parametrize(
    ("handle", "name", "reasons"),
    [
        ("Anna.Dupont@HERE.example", "whoever", (Likeness.ACCOUNT,)),
        ("anna.dupont@there.example", "Annie", (Likeness.HANDLE,)),
        ("ad@there.example", "ANNA  Dupônt 🌻", (Likeness.NAME,)),
        ("anna.dupont", "anna dupont", (Likeness.HANDLE, Likeness.NAME)),
        ("bert@here.example", "Bert", ()),
    ],
)
def test_signs(handle: str, name: str, reasons: tuple[Likeness, ...]) -> None:
    assert likeness(ANNA, make_profile("2", handle, name)) == reasons


@pytest.mark.parametrize(("handle", "name"), [("info", "Bob"), ("al", "Al"), ("", "")])
def test_what_many_are_called_says_nothing(handle: str, name: str) -> None:
    one = RemoteProfile(remote_id="1", handle=f"{handle}@a.example", display_name=name)
    other = RemoteProfile(remote_id="2", handle=f"{handle}@b.example", display_name=name)
    assert likeness(one, other) == ()
