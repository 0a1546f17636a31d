"""The window of the guide: pages and headings at the left, the text, and a search in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.guide import pages
from ui.guide.browser import GuideText
from ui.theme import Theme

_WHERE = Qt.ItemDataRole.UserRole


class GuideWindow(QDialog):
    """Stands beside the window and lets one work on: it is never modal."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(QCoreApplication.translate("GuidePages", pages.PAGES["guide"][0]))
        self._theme = theme
        self._shown, self._going = Path(), False
        self._icons: dict[QToolButton, str] = {}
        self.field = QLineEdit()
        self.count = QLabel()
        self.contents = QListWidget()
        self.text = GuideText(theme)
        self.back = self._button("left", self.tr("Back"), "Alt+Left")
        self.earlier = self._button("up", self.tr("Previous place"), "Shift+F3")
        self.later = self._button("down", self.tr("Next place"), "F3")
        self._build()
        self._connect()
        screen = self.screen().availableSize()
        self.resize(min(theme.px(1060), screen.width() - 60), min(theme.px(780), screen.height() - 80))

    def _button(self, icon: str, words: str, key: str) -> QToolButton:
        made = QToolButton()
        made.setIcon(self._theme.icon(icon))
        self._icons[made] = icon
        made.setAccessibleName(words)
        made.setToolTip(f"{words} ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})")
        QShortcut(QKeySequence(key), self, made.click)
        return made

    def _build(self) -> None:
        self.field.setPlaceholderText(self.tr("Search in this page"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setProperty("framed", True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.text.setAccessibleName(self.windowTitle())
        self.count.setProperty("muted", True)
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 10)
        head.setSpacing(8)
        for widget in (self.back, self.field, self.count, self.earlier, self.later):
            head.addWidget(widget, 1 if widget is self.field else 0)
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.addWidget(self.contents)
        middle.addWidget(self.text)
        middle.setChildrenCollapsible(False)
        middle.setStretchFactor(1, 1)
        middle.setSizes([self._theme.px(270), self._theme.px(790)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(middle, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.text.back)
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later.clicked.connect(lambda: self._step(1))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.contents.currentItemChanged.connect(self._chosen)
        self.text.moved.connect(self._moved)
        self._theme.changed.connect(self._dress)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._to_field)

    # -- what is shown ----------------------------------------------------------------------------
    def show_page(self, page: str) -> None:
        """One of the pages, in the window's language."""
        self.text.show_page(pages.path_of(page))
        self._fill()

    def _fill(self) -> None:
        """The pages, and under the one that is shown its headings."""
        shown = pages.page_of(self.text.file)
        self.contents.blockSignals(True)
        self.contents.clear()
        for page, (words, _) in pages.PAGES.items():
            self._line(QCoreApplication.translate("GuidePages", words), page, 0)
            headings = self.text.headings if page == shown else []
            for number, one in enumerate(headings):
                if one.level == 2:
                    self._line(one.words, number, 1)
        self.contents.blockSignals(False)
        if not self.text.headings:
            self.text.setPlainText(self.tr("This page was not installed with the program."))
        self._shown = self.text.file
        self._moved()

    def _line(self, words: str, where: str | int, depth: int) -> None:
        item = QListWidgetItem(("    " if depth else "") + words)
        item.setData(_WHERE, where)
        item.setToolTip(words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setFont(self._theme.font(13, 400 if depth else 650))
        self.contents.addItem(item)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        where = item.data(_WHERE) if item is not None else None
        if isinstance(where, str):
            # The list is filled anew by it, which it can't be while it tells of a choice.
            QTimer.singleShot(0, self, lambda: self.show_page(where))
        elif isinstance(where, int):
            self._going = True
            self.text.show_place(self.text.headings[where].at)
            self._going = False

    def _moved(self) -> None:
        """The list of contents follows what one reads."""
        self.back.setEnabled(self.text.can_go_back)
        if self.text.file != self._shown:
            self._fill()
            return
        if self._going:
            # Chosen in the contents: that is the place, even where the page ends before it stands at the top.
            return
        here, shown = self.text.here, pages.page_of(self.text.file)
        lines = [self.contents.item(row) for row in range(self.contents.count())]
        fits = [item for item in lines if item.data(_WHERE) == shown or _under(item.data(_WHERE), here)]
        self.contents.blockSignals(True)
        if fits:
            self.contents.setCurrentItem(fits[-1])
        self.contents.blockSignals(False)

    def _dress(self) -> None:
        for button, icon in self._icons.items():
            button.setIcon(self._theme.icon(icon))
        self.text.again()
        self._fill()

    # -- search -----------------------------------------------------------------------------------
    def _search(self, typed: str) -> None:
        self.text.search(typed)
        self._tell()

    def _step(self, by: int) -> None:
        self.text.step(by)
        self._tell()

    def _tell(self) -> None:
        total = self.text.found
        words = self.tr("{place} of {total}").format(place=self.text.chosen + 1, total=total)
        nothing = self.tr("Nothing found.") if self.field.text().strip() else ""
        self.count.setText(words if total else nothing)

    def _to_field(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched is self.field:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.text.setFocus()


def _under(where: object, here: int) -> bool:
    return isinstance(where, int) and where <= here
