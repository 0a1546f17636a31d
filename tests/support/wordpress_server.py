"""Debian's WordPress with MariaDB, started for one test module on free loopback ports.

It needs the packages that packaging/server-packages.sh installs. PHP's own web server answers; the site says that it is
a ``local`` one, so that application passwords work without https. Nothing of it is below pytest's folder or in the
system's own database, and everything ends with the context.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

import httpx

from support.processes import Process, clean_environment, until
from support.snac import free_port

SOURCE = Path("/usr/share/wordpress")
DATABASE = "/usr/sbin/mariadbd"
ADMIN, PASSWORD = "maud", "correct horse battery staple"

_CONFIG = """<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', '127.0.0.1:{port}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', '{url}'); define('WP_SITEURL', '{url}'); define('WP_ENVIRONMENT_TYPE', 'local');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
foreach (['AUTH','SECURE_AUTH','LOGGED_IN','NONCE'] as $n) {{ define($n.'_KEY', $n); define($n.'_SALT', $n); }}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {{ define('ABSPATH', __DIR__ . '/'); }}
require_once ABSPATH . 'wp-settings.php';
"""
_ROUTER = """<?php
$path = __DIR__ . '/site' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_dir($path) && is_file($path . '/index.php') && rtrim($path, '/') !== __DIR__ . '/site') {
    $_SERVER['SCRIPT_NAME'] = rtrim(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH), '/') . '/index.php';
    $_SERVER['PHP_SELF'] = $_SERVER['SCRIPT_NAME'];
    chdir($path); require $path . '/index.php'; return true;
}
if (is_file($path)) { return false; }
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
require __DIR__ . '/site/index.php';
"""
#: Visitors of a test write faster than people: the pause that WordPress wants between two comments is left out.
_PLUGIN = """<?php
add_filter('comment_flood_filter', '__return_false', 99);
remove_filter('check_comment_flood', 'check_comment_flood_db', 10);
add_filter('wp_is_comment_flood', '__return_false', 99);
add_filter('pre_wp_mail', '__return_true');
"""


class WordPress:
    """A running site with one moderator (``ADMIN``); a context manager."""

    def __init__(self) -> None:
        assert SOURCE.is_dir() and Path(DATABASE).exists(), "not installed: run packaging/server-packages.sh"
        self.folder = Path(tempfile.mkdtemp(prefix="wp-"))
        self.database_port, self.port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = clean_environment(HOME=str(self.folder), PHP_CLI_SERVER_WORKERS="4")
        self.client = httpx.Client(base_url=self.url, trust_env=False, timeout=60)
        self.processes: list[Process] = []
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    def _start(self) -> None:
        site = self.folder / "site"
        shutil.copytree(SOURCE, site, symlinks=False, ignore_dangling_symlinks=True)
        (site / "wp-config.php").unlink(missing_ok=True)
        (site / "wp-config.php").write_text(_CONFIG.format(port=self.database_port, url=self.url))
        (site / "wp-content" / "mu-plugins").mkdir(exist_ok=True)
        (site / "wp-content" / "mu-plugins" / "test.php").write_text(_PLUGIN)
        (self.folder / "router.php").write_text(_ROUTER)
        self._start_database()
        argv = ["php", "-S", f"127.0.0.1:{self.port}", "-t", str(site), str(self.folder / "router.php")]
        self.processes.append(Process(argv, output=self.folder / "php.log", env=self.environment))
        until(self._listens, 60, why="PHP answers")
        self._install()

    def _start_database(self) -> None:
        data, run = self.folder / "db", self.folder / "s.sock"
        as_user = ["--user=root"] if not os.geteuid() else []
        plain = ["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"]
        made = Process(
            ["mariadb-install-db", *plain, f"--datadir={data}", *as_user],
            output=self.folder / "install.log",
            env=self.environment,
        )
        assert made.wait(180) == 0, made.text
        start = self.folder / "init.sql"
        start.write_text("CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4;\n")
        options = [f"--datadir={data}", f"--port={self.database_port}", f"--socket={run}", f"--init-file={start}"]
        speed = ["--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=32M", "--skip-name-resolve"]
        self.processes.append(
            Process(
                [DATABASE, "--no-defaults", "--bind-address=127.0.0.1", *options, *speed, *as_user],
                output=self.folder / "db.log",
                env=self.environment,
            )
        )
        self.processes[-1].wait_for("ready for connections", 90)

    def _listens(self) -> bool:
        try:
            return self.client.get("/readme.html").is_success
        except httpx.TransportError:
            return False

    def _install(self) -> None:
        form = {"weblog_title": "Acme Bakery", "user_name": ADMIN, "admin_password": PASSWORD, "pw_weak": "1"}
        form |= {"admin_password2": PASSWORD, "admin_email": "maud@acme.example", "language": ""}
        done = self.client.post("/wp-admin/install.php?step=2", data=form)
        assert "wp-login.php" in done.text, done.text[-2000:]
        self.client.get("/wp-login.php")
        entered = {"log": ADMIN, "pwd": PASSWORD, "wp-submit": "Log In", "testcookie": "1"}
        done = self.client.post("/wp-login.php", data=entered)
        assert done.status_code == 302, done.text[-2000:]

    # -- what its people do -------------------------------------------------------------------------
    def authorize(self, address: str, *, agrees: bool = True) -> str:
        """Press "Yes" (or "No") on the page that our login opens in the browser; where the browser is sent then."""
        page = self.client.get(address)
        assert page.is_success, page.text[-2000:]
        hidden = re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", page.text)
        form = {name: value for name, value in (_named(one) for one in hidden) if name}
        form |= {"app_name": "SCRM Desktop", ("approve" if agrees else "reject"): "1"}
        done = self.client.post("/wp-admin/authorize-application.php", data=form)
        assert "location" in done.headers, done.text[-3000:]
        return done.headers["location"]

    @staticmethod
    def visit(address: str) -> None:
        """What the browser does with the way back."""
        httpx.get(address, trust_env=False, timeout=20)

    def password(self) -> str:
        """An application password, as the site's page makes it by its script where no way back is given."""
        page = self.client.get("/wp-admin/authorize-application.php?app_name=SCRM%20Desktop").text
        nonce = re.search(r'wpApiSettings = .*?"nonce":"(\w+)"', page)
        assert nonce, page[-3000:]
        route, name = "/wp-json/wp/v2/users/me/application-passwords", {"name": f"Pasted {uuid4()}"}
        done = self.client.post(route, json=name, headers={"X-WP-Nonce": nonce[1]})
        made: str = done.raise_for_status().json()["password"]
        return made

    def comment(self, text: str, *, name: str = "Anna Kim", mail: str = "anna@example.org", parent: int = 0) -> None:
        """A visitor writes under the first post."""
        form = {"comment": text, "author": name, "email": mail, "url": "", "comment_post_ID": "1"}
        with httpx.Client(base_url=self.url, trust_env=False, timeout=60) as visitor:
            done = visitor.post("/wp-comments-post.php", data={**form, "comment_parent": str(parent)})
        assert done.status_code == 302, done.text[-2000:]

    def fill(self, count: int) -> None:
        """Many comments of different times, as years of visitors would leave them."""
        rows = ",".join(
            f"(1,'Nina','nina@example.org','filling {n}',"
            f"'2020-01-01'+INTERVAL {n % 40} MINUTE,'2020-01-01'+INTERVAL {n % 40} MINUTE,'1','comment')"
            for n in range(count)
        )
        columns = "comment_post_ID,comment_author,comment_author_email,comment_content,comment_date,comment_date_gmt"
        statement = f"INSERT INTO wp_comments ({columns},comment_approved,comment_type) VALUES {rows}"
        argv = ["mariadb", "--no-defaults", f"--socket={self.folder / 's.sock'}", "-uroot", "wordpress"]
        subprocess.run(argv, input=statement, text=True, check=True, capture_output=True, timeout=60)

    def rest(self, password: str) -> httpx.Client:
        """A plain client of the REST API, as the moderator."""
        return httpx.Client(base_url=f"{self.url}/wp-json/wp/v2", auth=(ADMIN, password), trust_env=False, timeout=60)

    def comments(self, password: str, **query: str) -> list[dict[str, Any]]:
        """All comments as the site holds them, oldest first."""
        asked = {"status": "any", "context": "edit", "per_page": "100", "orderby": "id", "order": "asc", **query}
        with self.rest(password) as client:
            found: list[dict[str, Any]] = client.get("/comments", params=asked).raise_for_status().json()
        return found

    def close(self) -> None:
        """End everything, and leave nothing."""
        self.client.close()
        for process in reversed(self.processes):
            process.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _named(field: str) -> tuple[str, str]:
    """Name and value of an input."""
    name = re.search(r"name=\"([^\"]*)\"", field)
    value = re.search(r"value=\"([^\"]*)\"", field)
    return (name[1] if name else "", html.unescape(value[1]) if value else "")
