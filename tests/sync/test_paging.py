import pytest

from scrm_desktop.errors import BadAnswer
from scrm_desktop.sync.paging import CursorGuard


def test_a_list_that_moves_on_is_followed():
    guard = CursorGuard("host", 3, "0")
    for cursor in range(1, 5000):
        guard.step(str(cursor))


@pytest.mark.parametrize("cursors", [["0", "0", "0"], [None, None, None], ["1", "0", "1", "0"], ["1", "1", "1", "1"]])
def test_a_list_that_leads_back_to_itself_is_cut(cursors):
    guard = CursorGuard("host", 3, "0")
    with pytest.raises(BadAnswer, match="leads back to itself"):
        for cursor in cursors:
            guard.step(cursor)
