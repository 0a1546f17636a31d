"""Files of an answer (pain 22): looked at before they are uploaded, scaled down on request, described."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMessageBox

from support.fake_desk import FakeDesk
from ui.panes.conversation.picture_files import inspect, scale_down


def picture(path: Path, width: int, height: int, *, clear: bool = False) -> str:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent if clear else Qt.GlobalColor.darkGreen)
    image.save(str(path))
    return str(path)


def boxes() -> list[QMessageBox]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]


@pytest.mark.parametrize(("clear", "kind"), [(False, ".jpg"), (True, ".png")])
def test_a_copy_fits_and_stays_private(tmp_path: Path, qapp: QApplication, clear: bool, kind: str) -> None:
    made = scale_down(
        picture(tmp_path / "big.png", 400, 200, clear=clear), tmp_path / "p", most_bytes=90_000, most_pixels=20_000
    )
    assert made is not None and made.suffix == kind
    facts = inspect(str(made), 1.0)
    assert 15_000 < facts.pixels <= 20_000 and facts.thumb is not None
    assert made.stat().st_mode & 0o077 == 0


def test_what_is_no_picture_is_not_scaled(tmp_path: Path, qapp: QApplication) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    assert scale_down(str(file), tmp_path, most_bytes=10, most_pixels=10) is None
    assert inspect(str(file), 1.0).thumb is None
    assert scale_down(picture(tmp_path / "b.png", 50, 50), tmp_path, most_bytes=10, most_pixels=2500) is None


def test_a_picture_that_is_too_large_says_so_and_is_scaled_down(opened, desk: FakeDesk, run, until, tmp_path) -> None:
    desk.capability = replace(desk.capability, image_pixel_limit=10_000)
    pane = opened(1)
    pane.paste_folder = tmp_path / "pasted"
    form = pane.composer.form
    pane.composer.files.add([picture(tmp_path / "leg.png", 300, 300)])
    form.files._chips[0].description.setText("the leg")
    run(until(form.files.problem))
    assert "megapixels" in form.files.problem()
    chip = form.files._chips[0]
    assert not chip.thumb.pixmap().isNull() and chip.scale.isVisible()
    run(until(form.send.isEnabled))
    pane.composer.submit()
    assert "megapixels" in form.error.text() and not desk.outbox_rows
    chip.scale.click()
    run(until(lambda: not form.files.problem()))
    ((path, words),) = form.files.media()
    assert Path(path).parent == tmp_path / "pasted" and words == "the leg"
    run(until(lambda: form.files._chips[0].thumb.isVisible() and form.send.isEnabled()))


def test_a_file_that_is_too_large_or_empty_says_so(opened, desk: FakeDesk, run, until, tmp_path: Path) -> None:
    desk.capability = replace(desk.capability, image_size_limit=50)
    pane = opened(1)
    pane.composer.files.add([picture(tmp_path / "leg.png", 30, 30)])
    run(until(pane.composer.form.files.problem))
    assert "this server takes 50" in pane.composer.form.files.problem()
    pane.composer.form.files.set_media(())
    (tmp_path / "empty.png").touch()
    pane.composer.files.add([str(tmp_path / "empty.png")])
    run(until(lambda: "empty" in pane.composer.form.files.problem()))


def test_a_description_is_asked_for_once_calmly(opened, desk: FakeDesk, run, until, tmp_path: Path) -> None:
    pane = opened(1)
    form = pane.composer.form
    pane.composer.files.add([picture(tmp_path / "leg.png", 30, 30)])
    run(until(lambda: form.send.isEnabled() and form.files._chips[0].thumb.isVisible()))
    pane.composer.submit()
    run(until(boxes))
    (box,) = boxes()
    assert "leg.png" in box.text()
    box.defaultButton().click()
    run(until(lambda: pane.window().focusWidget() is form.files._chips[0].description))
    assert not desk.outbox_rows
    pane.composer.submit()
    run(until(boxes))
    (box,) = boxes()
    box.checkBox().setChecked(True)
    next(one for one in box.buttons() if one is not box.defaultButton()).click()
    run(until(lambda: len(desk.outbox_rows) == 1))
    assert not pane.composer.preferences.settings.ask_descriptions
