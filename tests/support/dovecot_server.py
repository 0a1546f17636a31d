"""Dovecot, a real IMAP server, with a real SMTP hop in front of it: aiosmtpd hands what it takes to Dovecot's LMTP.

It needs Debian's packages ``dovecot-imapd`` and ``dovecot-lmtpd`` (packaging/server-packages.sh). Nobody here wrote it.
"""

from __future__ import annotations

import grp
import imaplib
import os
import pwd
import shutil
import smtplib
import socket
import tempfile
from pathlib import Path

from support.processes import Process, clean_environment, until
from support.smtp_hop import Hop, free_port

PASSWORD = "correct horse"
DOMAIN = "house.example"

_CONFIG = """
base_dir = {run}
state_dir = {folder}/state
log_path = {log}
listen = 127.0.0.1
protocols = imap lmtp
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
mail_location = maildir:{folder}/mail/%n
first_valid_uid = 1
mail_uid = {user}
mail_gid = {group}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/home/%n
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
service stats {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  mailbox Sent {{
    auto = subscribe
    special_use = \\Sent
  }}
  mailbox Trash {{
    auto = subscribe
    special_use = \\Trash
  }}
  mailbox Junk {{
    auto = subscribe
    special_use = \\Junk
  }}
  mailbox "Réclamations" {{
    auto = subscribe
  }}
}}
protocol lmtp {{
  postmaster_address = postmaster@{domain}
}}
"""


class Dovecot:
    """A running server; a context manager. Every user exists, with the same password."""

    def __init__(self, folder: Path) -> None:
        self.binary = shutil.which("dovecot") or "/usr/sbin/dovecot"
        assert Path(self.binary).exists(), "dovecot is not installed: run packaging/server-packages.sh"
        self.folder = Path(tempfile.mkdtemp(prefix="dovecot-"))
        self.folder.chmod(0o755)
        self.log = folder / "dovecot.log"
        self.imap_port, self.lmtp_port = free_port(), free_port()
        self._write_config()
        self.hop = Hop(self.lmtp_port)
        self.process = self._start()

    def _write_config(self) -> None:
        user = "dovecot" if not os.geteuid() else pwd.getpwuid(os.geteuid()).pw_name
        group = grp.getgrgid(pwd.getpwnam(user).pw_gid).gr_name
        for name in ("mail", "home", "run", "state"):
            made = self.folder / name
            made.mkdir(mode=0o755)
            if not os.geteuid() and name in ("mail", "home"):
                os.chown(made, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
        words = {
            "run": str(self.folder / "run"),
            "folder": str(self.folder),
            "log": str(self.log),
            "user": user,
            "group": group,
            "password": PASSWORD.replace(" ", "_"),
            "imap": str(self.imap_port),
            "lmtp": str(self.lmtp_port),
            "domain": DOMAIN,
        }
        (self.folder / "dovecot.conf").write_text(_CONFIG.format(**words), encoding="utf-8")

    def _start(self) -> Process:
        argv = [self.binary, "-F", "-c", str(self.folder / "dovecot.conf")]
        process = Process(argv, output=self.log.with_suffix(".out"), env=clean_environment())
        until(self._answers, why=f"dovecot answers; it said:\n{process.text}")
        return process

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.imap_port), 1) as probe:
                return probe.recv(4) == b"* OK"
        except OSError:
            return False

    @property
    def password(self) -> str:
        """Everybody's."""
        return PASSWORD.replace(" ", "_")

    def box(self, user: str) -> imaplib.IMAP4:
        """A plain client of a mailbox."""
        client = imaplib.IMAP4("127.0.0.1", self.imap_port, 10)
        client.login(user, self.password)
        return client

    def deliver(self, message: bytes, *to: str, sender: str = "camille@far.example") -> None:
        """Hand in a mail as another server would."""
        with smtplib.LMTP("127.0.0.1", self.lmtp_port) as lmtp:
            lmtp.sendmail(sender, list(to), message)

    def answers(self, user: str) -> dict[str, str]:
        """What a person enters to connect a mailbox."""
        servers = {"imap": f"127.0.0.1:{self.imap_port}", "smtp": f"127.0.0.1:{self.hop.port}"}
        return {"address": user, "password": self.password, "name": "House", **servers}

    def mails_in(self, user: str, name: str) -> list[bytes]:
        """The mails in a folder."""
        box = self.box(user)
        try:
            _, (count, *_) = box.select(name, readonly=True)
            if count == b"0":
                return []
            _, found = box.fetch("1:*", "(BODY.PEEK[])")
            return [one[1] for one in found if isinstance(one, tuple)]
        finally:
            box.logout()

    def delivered(self, user: str) -> list[bytes]:
        """What arrived at a customer."""
        return self.mails_in(user, "INBOX")

    def restart(self) -> None:
        """Stop and start it on the same mailboxes and ports."""
        self.process.stop()
        self.process = self._start()

    def __enter__(self) -> Dovecot:
        return self

    def __exit__(self, *exc: object) -> None:
        self.hop.close()
        self.process.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
