"""What people asked for is kept in a private file; a damaged one is no wish, and no crash."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from scrm_desktop.service.history_wishes import FILE, HistoryWishes

UNTIL = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def test_it_is_kept_for_the_next_run_in_a_private_file(tmp_path: Path):
    assert HistoryWishes(tmp_path).load() == {}
    HistoryWishes(tmp_path).save({})
    assert not (tmp_path / FILE).exists()
    HistoryWishes(tmp_path).save({3: UNTIL})
    assert HistoryWishes(tmp_path).load() == {3: UNTIL}
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0
    HistoryWishes(tmp_path).save({})
    assert HistoryWishes(tmp_path).load() == {}


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{", b"\xff\xfe", b'{"3": 7}', b'{"x": "2026-01-02"}', b'{"3": "2026-01-02"}', b"[" * 60_000],
)
def test_what_can_not_be_read_is_no_wish(tmp_path: Path, content: bytes):
    (tmp_path / FILE).write_bytes(content)
    assert HistoryWishes(tmp_path).load() == {}
