"""The guide in the window: opened from Help, read, searched, and nothing fetched from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from scrm_desktop import __version__
from ui.bridge import Bridge
from ui.guide import pages, paper
from ui.guide.about_box import AboutBox
from ui.guide.browser import GuideText
from ui.guide.finding import find, plain
from ui.guide.window import GuideWindow
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.resources import papers
from ui.theme import Scheme, Theme

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


@pytest.fixture
def window(bridge: Bridge, theme: Theme, run, until) -> Iterator[MainWindow]:
    made = MainWindow(bridge, theme, Preferences())
    made.start()
    made.show()
    made.activateWindow()
    run(until(lambda: made.filled))
    yield made
    run(bridge.silence(set()))
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.set_scheme(Scheme.LIGHT)


@pytest.fixture
def guide(window: MainWindow, run, until) -> GuideWindow:
    window.list.table.setFocus()
    QTest.keyClick(window.list.table, Qt.Key.Key_F1)
    (made,) = window.findChildren(GuideWindow)
    run(until(made.isVisible))
    return made


def lines(guide: GuideWindow) -> list[str]:
    return [guide.contents.item(row).text().strip() for row in range(guide.contents.count())]


def current(guide: GuideWindow) -> str:
    return guide.contents.currentItem().text().strip()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url.toString()) or True)
    return seen


def test_f1_opens_one_guide_beside_the_window(guide: GuideWindow, window: MainWindow) -> None:
    assert not guide.isModal()
    assert "Fourteen days of history" in guide.text.toPlainText()
    assert "Canned responses and macros" in lines(guide)
    window.actions_table["guide"].trigger()
    assert window.findChildren(GuideWindow) == [guide]


def test_it_speaks_the_windows_language(language: str, theme: Theme, qapp: QApplication) -> None:
    text = GuideText(theme)
    text.show_page(pages.path_of("guide"))
    wanted = {"en": "Fourteen days of history", "fr": "Quatorze jours d’historique"}
    assert wanted[language] in text.toPlainText()


@pytest.mark.parametrize("page", list(pages.PAGES))
def test_every_link_and_picture_of_every_page_is_there(page: str, language: str, theme: Theme) -> None:
    text = GuideText(theme)
    text.resize(700, 500)
    text.show_page(pages.path_of(page))
    pictures = 0
    for block in paper.blocks(text.document()):
        at = block.begin()
        while not at.atEnd():
            look = at.fragment().charFormat()
            if look.isImageFormat():
                pictures += 1
                image = text.loadResource(IMAGE, QUrl(look.toImageFormat().name()))
                assert isinstance(image, QImage)
                assert 0 < image.width() / image.devicePixelRatio() <= 700
                assert look.toImageFormat().width() > 0
            elif look.isAnchor():
                target = pages.follow(look.anchorHref(), text.file)
                assert target.web or target.file is not None, look.anchorHref()
            at += 1
    assert pictures == (22 if page == "guide" else 0)


def test_headings_of_the_table_of_contents_are_found_by_their_links(language: str, theme: Theme) -> None:
    file = pages.path_of("guide")
    written = file.read_text(encoding="utf-8")
    linked = [line.partition("(#")[2].rstrip(")") for line in written.splitlines() if line.startswith("- [")]
    text = GuideText(theme)
    text.show_page(file)
    names = [pages.slug(one.words) for one in text.headings]
    assert linked
    assert set(linked) <= set(names)


def test_contents_lead_to_their_headings_and_follow_the_reader(guide: GuideWindow, run, until) -> None:
    row = lines(guide).index("Columns")
    guide.contents.setCurrentRow(row)
    bar = guide.text.verticalScrollBar()
    assert bar.value() > 1000
    assert guide.text.headings[guide.text.here].words == "Columns"
    bar.setValue(0)
    assert current(guide) == "User's guide"
    bar.setValue(bar.maximum())
    assert current(guide) == "Backup and privacy"


def test_links_go_to_our_pages_and_back(guide: GuideWindow, opened: list[str], run, until) -> None:
    guide.text.verticalScrollBar().setValue(300)
    guide.text.follow("../query.md")
    assert current(guide) == "Query language"
    assert guide.text.file == papers() / "query.md"
    guide.back.click()
    assert guide.text.file == papers() / "guide" / "en.md"
    assert guide.text.verticalScrollBar().value() == 300
    guide.text.follow("fr.md#répondre")
    assert guide.text.headings[guide.text.here].words == "Répondre"
    assert not opened


def test_only_addresses_of_the_web_leave_the_program(guide: GuideWindow, opened: list[str]) -> None:
    shown = guide.text.file
    for link in (
        "file:///etc/passwd",
        "../../README.md",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "//host/x",
        "x:y",
    ):
        guide.text.follow(link)
    assert not opened
    assert guide.text.file == shown
    guide.text.follow("https://joinmastodon.example/servers")
    guide.text.follow("http://plain.example")
    assert opened == ["https://joinmastodon.example/servers", "http://plain.example"]


@pytest.mark.parametrize("name", ["https://host.example/a.png", "file:///etc/passwd", "../../resources/icons/send.svg"])
def test_no_picture_comes_from_elsewhere(guide: GuideWindow, name: str) -> None:
    assert guide.text.loadResource(IMAGE, QUrl(name)) is None


def test_the_page_is_searched_without_accents(guide: GuideWindow) -> None:
    guide.field.setText("Snooze")
    assert guide.count.text() == f"1 of {guide.text.toPlainText().lower().count('snooze')}"
    assert len(guide.text.extraSelections()) == guide.text.found
    QTest.keyClick(guide.field, Qt.Key.Key_Return)
    assert guide.count.text().startswith("2 of")
    QTest.keyClick(guide.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(guide.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert guide.count.text().startswith(f"{guide.text.found} of")
    guide.field.setText("qqqq")
    assert guide.count.text() == "Nothing found."
    QTest.keyClick(guide.field, Qt.Key.Key_Escape)
    assert guide.field.text() == ""
    assert guide.isVisible()


def test_places_of_what_is_found_are_those_of_the_text(qapp: QApplication) -> None:
    document = QTextDocument()
    document.setPlainText("😀 l’œuvre ﬁne\nRÉPONSE réponse")
    texts: list[str] = []
    for one in find(document, "reponse"):
        cursor = QTextCursor(document)
        cursor.setPosition(one.at)
        cursor.setPosition(one.at + one.length, QTextCursor.MoveMode.KeepAnchor)
        texts.append(cursor.selectedText())
    assert texts == ["RÉPONSE", "réponse"]
    assert len(plain("😀a")) == 3
    assert find(document, "  ") == []


def test_it_takes_on_other_colours_where_one_reads(guide: GuideWindow, window: MainWindow) -> None:
    guide.text.show_place(guide.text.headings[5].at)
    heading = guide.text.headings[guide.text.here].words
    window.theme.set_scheme(Scheme.DARK)
    assert guide.text.headings[guide.text.here].words == heading
    (link, *_) = find(guide.text.document(), "En français")
    cursor = QTextCursor(guide.text.document())
    cursor.setPosition(link.at + 1)
    assert cursor.charFormat().foreground().color() == window.theme.tokens.accent


def test_pictures_are_as_wide_as_there_is_room(theme: Theme) -> None:
    assert paper.picture_width(QSize(1320, 820), theme, 536) == 500
    assert paper.picture_width(QSize(400, 300), theme, 2000) == 300


def test_a_missing_page_says_so(window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pages, "papers", lambda: tmp_path)
    window.actions_table["guide"].trigger()
    (made,) = window.findChildren(GuideWindow)
    assert made.text.toPlainText() == "This page was not installed with the program."


def test_about_tells_version_and_licences(window: MainWindow) -> None:
    window.actions_table["about"].trigger()
    (box,) = window.findChildren(AboutBox)
    assert __version__ in box.version.text()
    assert "Qt 6." in box.made_with.text()
    licences, copy, _ = box.findChildren(QPushButton)
    copy.click()
    assert f"SCRM Desktop {__version__}" in QGuiApplication.clipboard().text()
    licences.click()
    (guide,) = window.findChildren(GuideWindow)
    assert "certifi" in guide.text.toPlainText()


def test_help_stands_in_the_menu_with_its_keys(window: MainWindow) -> None:
    from ui.actions import Section
    from ui.moving.menus import sections

    (specs,) = [specs for section, specs in sections() if section is Section.HELP]
    assert [(spec.id, spec.keys) for spec in specs][::2] == [("guide", ("F1",)), ("about", ())]
