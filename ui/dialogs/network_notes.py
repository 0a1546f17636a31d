"""What a network allows and what not, under its button in the account wizard: a line, and more of it on request."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from scrm_desktop.domain.abilities import allowed, in_short, reasons
from scrm_desktop.domain.accounts import ChannelInfo
from ui import error_texts
from ui.dialogs.login_pages import words


def listed(labels: list[str]) -> str:
    """Names in the person's language, one after the other."""
    return ", ".join(error_texts.sentence(label) for label in labels)


def short(info: ChannelInfo) -> str:
    """The most important in one line."""
    return listed(in_short(info.typical)) or QCoreApplication.translate("NetworkNotes", "Can only be read")


def paragraphs(info: ChannelInfo) -> list[str]:
    """All that it allows, and why not what it does not."""
    can = listed(allowed(info.typical))
    told = [QCoreApplication.translate("NetworkNotes", "Possible: {things}.").format(things=can)] if can else []
    for labels, reason in reasons(info):
        not_there = QCoreApplication.translate("NetworkNotes", "Not possible: {things}. {reason}")
        told.append(not_there.format(things=listed(labels.split(", ")), reason=error_texts.sentence(reason)))
    return told


def scrolled(page: QWidget) -> QScrollArea:
    """A page that may be higher than the window; what has the focus is always in sight."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area


class NetworkNotes(QWidget):
    """The line, the button that unfolds the rest, and the rest."""

    def __init__(self, info: ChannelInfo) -> None:
        super().__init__()
        self._info = info
        self.line = words(short(info), muted=True)
        self.unfold = QPushButton()
        self.unfold.setProperty("flat_link", True)
        self.unfold.setCheckable(True)
        self.unfold.setAutoDefault(False)
        self.unfold.setAccessibleName(self.tr("What {network} allows").format(network=info.title))
        self.details = QWidget()
        inner = QVBoxLayout(self.details)
        inner.setContentsMargins(0, 4, 0, 6)
        inner.setSpacing(6)
        for paragraph in paragraphs(info):
            inner.addWidget(words(paragraph))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.line, 1)
        top.addWidget(self.unfold)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 0, 2, 8)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.details)
        self.unfold.toggled.connect(self._show)
        self._show(False)

    def _show(self, unfolded: bool) -> None:
        self.details.setVisible(unfolded)
        self.unfold.setText(self.tr("Less") if unfolded else self.tr("More"))
