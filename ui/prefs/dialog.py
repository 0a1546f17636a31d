"""The preferences: pages on the left, settings on the right, and one search over all of them."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from scrm_desktop.domain.fuzzy import score
from scrm_desktop.domain.saved_views import SavedView
from ui.actions import EVERY
from ui.models.house import House
from ui.notifying.settings_page import NotificationSettings
from ui.preferences import Preferences
from ui.prefs.fields import FIELDS
from ui.prefs.keys_page import KeysPage
from ui.prefs.places import AccountsList, FolderLine
from ui.prefs.table import PAGES, SETTINGS, Setting, page_words, setting_words
from ui.shortcuts import Shortcuts
from ui.theme import Theme
from ui.tray.tray import there_is_a_tray


class PreferencesDialog(QDialog):
    """Everything is kept as soon as it is chosen. ``account_asked`` carries an id."""

    account_asked = Signal(int)
    add_asked = Signal()

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        house: House,
        preferences: Preferences,
        shortcuts: Shortcuts,
        me: str,
        saved: tuple[SavedView, ...] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self._theme, self._house, self._preferences, self._shortcuts = theme, house, preferences, shortcuts
        self._me, self._saved = me, saved
        self.fields: dict[str, QWidget] = {}
        self._rows: dict[str, QWidget] = {}
        self._heads: dict[str, QLabel] = {}
        self.field = QLineEdit()
        self.pages = QListWidget()
        self._nothing = QLabel(self.tr("Nothing found."))
        self._area = QScrollArea()
        self._build()
        self.pages.currentRowChanged.connect(self._page_chosen)
        self.field.textChanged.connect(self._show)
        self.pages.setCurrentRow(0)
        self._fit()
        theme.changed.connect(self._fit)

    def _build(self) -> None:
        self.field.setPlaceholderText(self.tr("Search"))
        self.field.setAccessibleName(self.tr("Search the settings"))
        self.field.setClearButtonEnabled(True)
        self.pages.setAccessibleName(self.tr("Pages"))
        self.pages.setProperty("framed", True)
        for page in PAGES:
            item = QListWidgetItem(page_words(page.id))
            item.setData(Qt.ItemDataRole.UserRole, page.id)
            self.pages.addItem(item)
        left = QVBoxLayout()
        left.addWidget(self.field)
        left.addWidget(self.pages, 1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._settings())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 16, 18, 14)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left)
        both.addWidget(self._area, 1)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        whole.addLayout(both, 1)
        whole.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _settings(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2, 0, 10, 0)
        column.setSpacing(10)
        for one in PAGES:
            self._heads[one.id] = head = QLabel(page_words(one.id))
            column.addWidget(head)
            for setting in SETTINGS:
                if setting.page == one.id:
                    self._rows[setting.id] = row = self._row(setting)
                    column.addWidget(row)
        column.addWidget(self._nothing)
        column.addStretch(1)
        return page

    def _row(self, setting: Setting) -> QWidget:
        """A name with its field beside it; what needs the whole width has it."""
        row, words = QWidget(), setting_words(setting)
        field = self._field(setting.id)
        self.fields[setting.id] = field
        field.setAccessibleName(words)
        form = QFormLayout(row)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if setting.id in FIELDS:
            label = QLabel(words)
            label.setBuddy(field)
            label.setMinimumWidth(self._theme.px(160))
            form.addRow(label, field)
        else:
            form.addRow(field)
        return row

    def _field(self, name: str) -> QWidget:
        if name in FIELDS:
            return FIELDS[name](self._preferences)
        if name == "keys":
            return KeysPage(self._theme, self._shortcuts)
        if name == "accounts":
            listed = AccountsList(self._house)
            listed.account_asked.connect(self.account_asked.emit)
            listed.add_asked.connect(self.add_asked.emit)
            return listed
        if name == "notifications":
            return NotificationSettings(
                self._theme,
                self._house,
                self._preferences,
                me=self._me,
                tray=there_is_a_tray(),
                saved=self._saved,
            )
        return FolderLine(self._preferences.profile)

    # -- what is shown ----------------------------------------------------------------------------
    def _page_chosen(self) -> None:
        if self.field.text():
            self.field.clear()
        self._show()

    def _show(self) -> None:
        typed = self.field.text().strip()
        shown = self._matching(typed) if typed else self._of_page()
        for name, row in self._rows.items():
            row.setVisible(name in shown)
        for page, head in self._heads.items():
            head.setVisible(any(one.page == page for one in SETTINGS if one.id in shown))
        self._nothing.setVisible(not shown)
        keys_page = self.fields["keys"]
        if isinstance(keys_page, KeysPage):
            keys_page.narrow(self._actions(typed) if typed else set())
        self._area.verticalScrollBar().setValue(0)

    def _of_page(self) -> set[str]:
        item = self.pages.currentItem()
        page = item.data(Qt.ItemDataRole.UserRole) if self.pages.currentRow() >= 0 else PAGES[0].id
        return {one.id for one in SETTINGS if one.page == page}

    def _matching(self, typed: str) -> set[str]:
        found: set[str] = set()
        for one in SETTINGS:
            also = QCoreApplication.translate("Settings", one.also) if one.also else ""
            if score(typed, f"{setting_words(one)} {page_words(one.page)} {also}"):
                found.add(one.id)
        return found | ({"keys"} if self._actions(typed) else set())

    def _actions(self, typed: str) -> set[str]:
        return {one.id for one in EVERY if score(typed, QCoreApplication.translate("Actions", one.text))}

    def show_setting(self, name: str) -> None:
        """Open the page of a setting, with the keys in its field."""
        setting = next((one for one in SETTINGS if one.id == name), None)
        if setting is None:
            return
        self.pages.setCurrentRow([page.id for page in PAGES].index(setting.page))
        field = self.fields[name]
        (field if field.focusPolicy() else self.pages).setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(field)

    def _fit(self) -> None:
        for row in range(self.pages.count()):
            self.pages.item(row).setSizeHint(QSize(0, self._theme.px(30)))
        for head in self._heads.values():
            head.setFont(self._theme.font(15, 600))
        metrics = self.pages.fontMetrics()
        widest = max(metrics.horizontalAdvance(page_words(page.id)) for page in PAGES) + self._theme.px(42)
        self.pages.setFixedWidth(max(self._theme.px(200), widest))
        self.field.setFixedWidth(self.pages.width())
        screen = self.screen().availableSize()
        size = self._theme.px(880), self._theme.px(600)
        self.resize(min(size[0], screen.width() - 60), min(size[1], screen.height() - 80))

    def hideEvent(self, event: QHideEvent) -> None:
        # A field keeps what was typed when it loses the focus.
        focused = cast("QWidget | None", self.focusWidget())
        if focused is not None:
            focused.clearFocus()
        super().hideEvent(event)
