"""The log keeps no secret, one record is one line, and nothing is lost at the last resort."""

from __future__ import annotations

import asyncio
import logging
import stat
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from scrm_desktop import log
from scrm_desktop.errors import ProfileUnwritable

CANARY = "kanarienvogel with a space"
TOKEN = "4f9Q8c0d12e34b56a789c0d1e2f3a4b5kX_q-1"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    level = root.level
    log.start_log(tmp_path)
    yield tmp_path / log.FILE
    log.stop_log()
    root.setLevel(level)
    logging.captureWarnings(False)


def test_the_file_is_private(file: Path) -> None:
    logging.getLogger("scrm_desktop").info("hello")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "INFO MainThread scrm_desktop hello" in file.read_text()


def test_a_known_secret_is_hidden_wherever_it_turns_up(file: Path) -> None:
    log.hide(CANARY)
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger("scrm_desktop").exception("it said %s and %r", CANARY, {"x": CANARY})
    text = file.read_text()
    assert CANARY not in text
    # Not counted: another test may have hidden a word of a function's name that stands in the traceback.
    assert f"it said {log.HIDDEN} and {{'x': '{log.HIDDEN}'}}" in text
    assert f"ValueError: {log.HIDDEN}" in text


@pytest.mark.parametrize(
    "said",
    [
        f"Authorization: Bearer {TOKEN}",
        f"authorization=bearer {TOKEN}",
        f'{{"access_token": "{TOKEN}", "token_type": "Bearer"}}',
        f"{{'client_secret': '{TOKEN}'}}",
        f"GET https://a.example/callback?code={TOKEN}&state=ok",
        f"https://me:{TOKEN}@a.example/",
        f"password={TOKEN}",
        f"refresh_token: {TOKEN}",
        f"nothing but {TOKEN} itself",
        "code_verifier=short1",
        "https://a.example/x?code=short1",
        "password='short1 and more'",
    ],
)
def test_whatever_looks_like_a_secret_is_hidden(said: str) -> None:
    told = log.redact(said)
    assert TOKEN not in told
    assert "short1" not in told
    assert log.HIDDEN in told


@pytest.mark.parametrize(
    "said",
    [
        "state=queued",
        "status code: 401",
        "conversation 109348029348023948",
        "the keyring is locked",
        "https://a.example/api/v1/notifications?min_id=12&limit=40",
        "2026-11-22T03:11:00Z",
        "a rather long word like incomprehensibilities_and_more_of_them",
    ],
)
def test_what_helps_to_find_a_fault_stays(said: str) -> None:
    assert log.redact(said) == said


def test_nobody_forges_a_record(file: Path) -> None:
    logging.getLogger("scrm_desktop").info("%s", "hi\n2026-01-01T00:00:00Z INFO all is well\r\x1b[2J\x85\u2028x")
    lines = file.read_text().splitlines()
    assert len(lines) == 1
    assert r"hi\n2026" in lines[0]
    assert "\x1b" not in lines[0]


def test_a_traceback_stays_on_its_line(file: Path) -> None:
    try:
        raise ValueError("first\nsecond")
    except ValueError:
        logging.getLogger("scrm_desktop").exception("broken")
    assert len(file.read_text().splitlines()) == 1


def test_it_rotates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MAX_BYTES", 2000)
    log.start_log(tmp_path)
    try:
        for number in range(200):
            logging.getLogger("scrm_desktop").warning("record %d", number)
    finally:
        log.stop_log()
    files = sorted(tmp_path.iterdir())
    assert len(files) == 1 + log.OLD_FILES
    assert all(path.stat().st_size <= 2000 for path in files)
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in files)


async def test_httpx_does_not_tell_addresses(file: Path) -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200))
    async with httpx.AsyncClient(transport=transport) as client:
        await client.get(f"https://a.example/bot{TOKEN}/getMe")
    assert TOKEN not in file.read_text()
    assert "a.example" not in file.read_text()


def test_warnings_land_in_the_log(file: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("old age", DeprecationWarning, stacklevel=1)
    assert "old age" in file.read_text()


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(ProfileUnwritable):
        log.start_log(tmp_path / "nowhere")


def test_the_last_resort_in_the_main_thread(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log.hide(CANARY)
    error = ValueError(CANARY)
    log._uncaught(ValueError, error, None)
    told = capsys.readouterr().err
    assert log.BUG in told
    assert CANARY not in told + file.read_text()
    assert "Uncaught in main" in file.read_text()


def test_the_last_resort_in_threads_and_loops(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    log.catch_everything()

    def fails() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=fails, name="worker-7")
    thread.start()
    thread.join()

    async def forgets() -> None:
        loop = asyncio.get_running_loop()
        log.catch_in(loop)
        loop.call_soon(lambda: 1 / 0)
        await asyncio.sleep(0)
        loop.call_exception_handler({"message": "only words"})

    asyncio.run(forgets())
    text = file.read_text()
    assert "Uncaught in worker-7" in text
    assert "ZeroDivisionError" in text
    assert "only words" in text
