from pathlib import Path

import pytest

from scrm_desktop.domain.accounts import Capabilities
from scrm_desktop.service.known_servers import FILE, KnownServers


def test_what_was_saved_is_loaded_and_private(tmp_path: Path):
    known = {1: Capabilities(software="snac", mime_types=("image/png",), edit=False), 2: Capabilities()}
    KnownServers(tmp_path).save(known)
    assert KnownServers(tmp_path).load() == known
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"1": 7, "x": {}}', b"[" * 100_000])
def test_a_damaged_file_is_no_file(tmp_path: Path, content: bytes):
    (tmp_path / FILE).write_bytes(content)
    assert KnownServers(tmp_path).load() == {}


def test_a_field_of_the_wrong_type_keeps_its_default(tmp_path: Path):
    (tmp_path / FILE).write_text('{"3": {"software": 7, "max_characters": 5000, "edit": "no", "new": 1}}')
    assert KnownServers(tmp_path).load() == {3: Capabilities(max_characters=5000)}


def test_there_is_no_file_at_first(tmp_path: Path):
    assert KnownServers(tmp_path).load() == {}
