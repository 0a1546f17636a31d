"""Help: the guide and what this program is, loaded when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.guide.window import GuideWindow
    from ui.main_window import MainWindow


class Helping(QObject):
    """Connects the actions of Help to a window; one guide at a time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._guide: GuideWindow | None = None
        window.actions_table["guide"].triggered.connect(lambda: self.page("guide"))
        window.actions_table["about"].triggered.connect(self.about)

    def page(self, name: str) -> None:
        """A page of the guide; where it stands open already it comes to the front, as it was left."""
        from ui.guide.window import GuideWindow

        if self._guide is None:
            self._guide = GuideWindow(self._window, self._window.theme)
            self._guide.finished.connect(self._closed)
            self._guide.show_page(name)
        elif name != "guide":
            self._guide.show_page(name)
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

    def _closed(self) -> None:
        self._guide = None

    def about(self) -> None:
        """Version, licence, and what it is made with."""
        from ui.guide.about_box import AboutBox

        box = AboutBox(self._window, self._window.theme)
        box.licences_asked.connect(lambda: self.page("licences"))
        box.open()
