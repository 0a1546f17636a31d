"""The pages of the account wizard, made from a network's login data: no branch per network."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scrm_desktop.domain.accounts import ChannelInfo, LoginField, LoginMethod
from ui import error_texts


def words(text: str, *, muted: bool = False) -> QLabel:
    """A paragraph of plain text that wraps."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("muted", muted)
    return label


def label_of(field: LoginField) -> str:
    """The field's name, and whether it may stay empty."""
    label = error_texts.sentence(field.label)
    told = QCoreApplication.translate("FieldsPage", "{label} (optional)")
    return told.format(label=label) if field.optional else label


def edit_for(field: LoginField) -> QLineEdit | QPlainTextEdit:
    """Where one answer is typed: hidden where it is secret, of several lines where it is a list."""
    edit: QLineEdit | QPlainTextEdit
    if field.lines:
        edit = QPlainTextEdit()
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(84)
    else:
        edit = QLineEdit()
        if field.secret:
            edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setPlaceholderText(field.placeholder)
    edit.setAccessibleName(error_texts.sentence(field.label))
    return edit


def typed_in(edit: QLineEdit | QPlainTextEdit) -> str:
    """The answer, without the space around it."""
    return (edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()).strip()


class FieldsPage(QWidget):
    """The questions of one network; with ``token`` an access token is asked for instead of a browser login."""

    changed = Signal()

    def __init__(self, info: ChannelInfo, *, token: bool) -> None:
        super().__init__()
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._optional = {field.name for field in info.login.fields if field.optional}
        self.token = QLineEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        explain = self.tr("Paste an access token that you made in the network's own settings.")
        column.addWidget(words(explain if token else error_texts.sentence(info.login.explain), muted=True))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for field in info.login.fields:
            form.addRow(label_of(field), self._field(field))
        if token:
            self.token.setEchoMode(QLineEdit.EchoMode.Password)
            self.token.setAccessibleName(self.tr("Access token"))
            self.token.textChanged.connect(self._typed)
            form.addRow(self.tr("Access token"), self.token)
        column.addLayout(form)
        column.addStretch(1)
        self.wants_token = token
        self.by_browser = info.login.method is LoginMethod.BROWSER

    def _field(self, field: LoginField) -> QWidget:
        edit = edit_for(field)
        edit.textChanged.connect(self._typed)
        self._fields[field.name] = edit
        if not field.help:
            return edit
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(edit)
        column.addWidget(words(error_texts.sentence(field.help), muted=True))
        return box

    def _typed(self) -> None:
        self.changed.emit()

    @property
    def answers(self) -> dict[str, str]:
        """What was typed, by the names of the fields."""
        return {name: typed_in(edit) for name, edit in self._fields.items()}

    @property
    def complete(self) -> bool:
        """Whether everything has been filled in."""
        needed = [value for name, value in self.answers.items() if name not in self._optional]
        typed = [*needed, *([self.token.text()] if self.wants_token else [])]
        return all(value.strip() for value in typed)

    def focus(self) -> None:
        """Begin with the first field."""
        for edit in self._fields.values():
            edit.setFocus()
            return

    def forget(self) -> None:
        """Empty what is secret."""
        self.token.clear()
        for edit in self._fields.values():
            if isinstance(edit, QLineEdit) and edit.echoMode() is QLineEdit.EchoMode.Password:
                edit.clear()


class WaitingPage(QWidget):
    """Says what is awaited; shows the address, and takes a pasted code where the browser can't answer."""

    code_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.told = words("")
        self.address = QLineEdit()
        self.address.setReadOnly(True)
        self.address.setAccessibleName(self.tr("Address to open"))
        self.code = QLineEdit()
        self.code.setPlaceholderText(self.tr("Code shown by the network"))
        self.code.setAccessibleName(self.tr("Code shown by the network"))
        self._use = QPushButton(self.tr("Use this code"))
        self._copy = QPushButton(self.tr("Copy address"))
        for button in (self._use, self._copy):
            # The field itself listens to Return; a dialog would press its default button besides.
            button.setAutoDefault(False)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.address.text()))
        self._use.clicked.connect(self._give)
        self.code.returnPressed.connect(self._give)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.told)
        column.addWidget(bar)
        for pair in ((self.address, self._copy), (self.code, self._use)):
            line = QHBoxLayout()
            line.addWidget(pair[0], 1)
            line.addWidget(pair[1])
            column.addLayout(line)
        column.addStretch(1)
        self.wait(self.tr("Connecting…"))

    def wait(self, told: str, address: str = "", *, code: bool = False) -> None:
        """Show one state of the login."""
        self.told.setText(told)
        self.address.setText(address)
        self.address.setCursorPosition(0)
        for widget in (self.address, self._copy):
            widget.setVisible(bool(address))
        for widget in (self.code, self._use):
            widget.setVisible(code)
        if code:
            self.code.setFocus()

    def _give(self) -> None:
        if self.code.text().strip():
            self.code_given.emit(self.code.text().strip())
            self.wait(self.tr("Checking the code…"))
