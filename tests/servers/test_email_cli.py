"""The program without a window, a real keyring, Dovecot and an SMTP hop: a mail is answered once, whatever breaks."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import Envelope

from support.cli import Cli
from support.dovecot_server import Dovecot
from support.mail_parts import CAMILLE, US, mail
from support.processes import ROOT, until

pytestmark = [pytest.mark.servers, pytest.mark.timeout(300)]


@pytest.fixture
def dovecot(tmp_path: Path) -> Iterator[Dovecot]:
    """A running server."""
    with Dovecot(tmp_path) as server:
        yield server


def asked(cli: Cli, dovecot: Dovecot, text: str) -> dict[str, Any]:
    """Connect, and have a customer write; the inbox's line for it."""
    sets = [f"{name}={value}" for name, value in dovecot.answers(US).items() if name != "password"]
    cli("account", "add", "email", *(word for one in sets for word in ("--set", one)), given=dovecot.password)
    dovecot.deliver(mail(text), US)
    cli("sync")
    (row,) = cli("inbox").json
    assert text in row["text"]
    found: dict[str, Any] = row
    return found


def test_from_sign_in_to_answer_and_back(cli: Cli, dovecot: Dovecot) -> None:
    row = asked(cli, dovecot, "where is my parcel?")
    assert row["kind"] == "direct"
    sent = cli("reply", str(row["id"]), "--wait", "30", given="It leaves today.").json
    assert sent["state"] == "sent"
    assert len(dovecot.delivered(CAMILLE)) == len(dovecot.mails_in(US, "Sent")) == 1
    cli("sync")
    shown = cli("show", str(row["id"])).json
    assert [message["direction"] for message in shown["messages"]] == ["in", "out"], "the copy is no second message"
    assert shown["messages"][0]["text"].startswith("Parcel")
    assert cli("outbox").json == []
    profile = "".join(
        path.read_text(errors="replace") for path in cli.profile.rglob("*") if path.is_file() and path.suffix != ".lock"
    )
    assert dovecot.password not in profile


def killed(cli: Cli, dovecot: Dovecot, number: int, text: str, *, files_a_copy: bool) -> None:
    """Answer, and be killed when the server has the mail and has not said so yet."""
    running: list[subprocess.Popen[bytes]] = []

    def killing(envelope: Envelope) -> str:
        if files_a_copy and isinstance(envelope.content, bytes):
            box = dovecot.box(US)
            box.append("Sent", "", "", envelope.content)
            box.logout()
        running[0].kill()
        running[0].wait(20)
        return "250 taken"

    dovecot.hop.answer = killing
    argv = cli.argv("reply", str(number), "--wait", "30")
    running.append(subprocess.Popen(argv, env=cli.env, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL))
    assert running[0].stdin is not None
    running[0].stdin.write(text.encode())
    running[0].stdin.close()
    running[0].wait(60)
    dovecot.hop.answer = lambda _: "250 taken"


def test_killed_between_a_mail_and_the_answer_to_it_nothing_is_sent_twice(cli: Cli, dovecot: Dovecot) -> None:
    """Where the server filed a copy it counts as sent; where it did not, the person is asked."""
    first = asked(cli, dovecot, "is it in stock?")
    dovecot.deliver(mail("and in blue?", id="<m2@far.example>"), US)
    cli("sync")
    (second,) = [row for row in cli("inbox").json if row["id"] != first["id"]]
    killed(cli, dovecot, first["id"], "Yes, four are left.", files_a_copy=True)
    killed(cli, dovecot, second["id"], "In blue as well.", files_a_copy=False)
    assert len(dovecot.delivered(CAMILLE)) == 2

    def settled() -> bool:
        cli("sync", seconds=180, expect=None)
        rows = cli("outbox").json
        return len(rows) == 1 and "not found there" in str(rows)

    until(settled, 200, why=f"one is confirmed and one is asked about; the outbox: {cli('outbox').out}")
    shown = cli("show", str(first["id"])).json
    assert [one["state"] for one in shown["messages"] if one["direction"] == "out"] == ["sent"]
    assert len(dovecot.delivered(CAMILLE)) == 2
