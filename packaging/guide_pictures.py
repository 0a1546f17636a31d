"""Every screen of the user's guide, drawn offscreen by the real program on the practice network.

``python packaging/guide_pictures.py en docs/guide/en`` (by ``make pictures``): opens ``ui.app`` with a new profile,
moves its real actions and fields, and draws the window with what is open over it. The practice network tells the
same story each time (seed 1); only the clock times differ.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from picture_files import save

WORDS = {
    "en": {
        "reply": "I am sorry, Camille. Your parcel left us today and is with you tomorrow before noon.",
        "query": "is:open waiting:>1m",
        "view": "Waiting too long",
        "macro": "Parcel is late",
        "note": "Asked the warehouse",
        "label": "delivery",
        "palette": "de",
        "snooze": "tomorrow 9:00",
    },
    "fr": {
        "reply": "Toutes nos excuses, Camille. Votre colis part aujourd’hui, vous l’aurez demain avant midi.",
        "query": "est:ouvert attente:>1m",
        "view": "Attendent depuis longtemps",
        "macro": "Colis en retard",
        "note": "Question posée à l’entrepôt",
        "label": "livraison",
        "palette": "de",
        "snooze": "demain 9h",
    },
}


async def until(wanted: Callable[[], Any], why: str, seconds: float = 60) -> None:
    """Wait for a condition, not for a time."""
    end = time.monotonic() + seconds
    while not wanted():
        if time.monotonic() > end:
            raise TimeoutError(why)
        await asyncio.sleep(0.05)


class Stage:
    """The window, and the camera before it."""

    def __init__(self, window: Any, language: str, folder: Path) -> None:
        self.window, self.words, self.folder = window, WORDS[language], folder
        self.desk, self.actions = window.bridge.desk, window.actions_table

    async def settle(self, seconds: float = 0.5) -> None:
        """What was asked for is laid out and painted."""
        await asyncio.sleep(seconds)

    async def shot(self, name: str, *, wait: float = 0.5) -> None:
        """The window with the dialogs and popups over it."""
        from PySide6.QtCore import QPoint
        from PySide6.QtGui import QPainter
        from PySide6.QtWidgets import QApplication

        await self.settle(wait)
        picture = self.window.grab()
        painter = QPainter(picture)
        for top in QApplication.topLevelWidgets():
            if top is self.window or not top.isVisible() or top.window() is not top:
                continue
            place = top.mapToGlobal(QPoint(0, 0)) - self.window.mapToGlobal(QPoint(0, 0))
            if top.isModal() or place.x() < 0 or place.y() < 0:
                place = QPoint((self.window.width() - top.width()) // 2, (self.window.height() - top.height()) // 2)
            painter.fillRect(place.x() + 4, place.y() + 5, top.width(), top.height(), "#40000000")
            painter.drawPixmap(place, top.grab())
            painter.drawRect(place.x(), place.y(), top.width() - 1, top.height() - 1)
        painter.end()
        print(save(picture.toImage(), self.folder / f"{name}.png"), flush=True)

    def close(self) -> None:
        """Nothing stands over the window any more."""
        from PySide6.QtWidgets import QApplication

        for top in QApplication.topLevelWidgets():
            if top is not self.window and top.isVisible():
                top.close()

    def press(self, name: str) -> None:
        """Do one of the program's actions."""
        assert self.actions[name].isEnabled(), name
        self.actions[name].trigger()

    def popup(self) -> Any:
        """The popup that is open."""
        from PySide6.QtWidgets import QApplication

        return QApplication.activePopupWidget()

    def type(self, field: Any, text: str) -> None:
        """Type into a field, key by key."""
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        field.setFocus()
        # Not by QTest: it knows no letters beyond Latin-1.
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    async def person(self, name: str) -> None:
        """Show this customer's conversation."""
        window = self.window

        def there() -> bool:
            row = window.model.known(window.list.table.current_id) if window.list.table.current_id else None
            if row is not None and row.person == name:
                return True
            rows = (window.model.row(number) for number in range(min(window.model.rowCount(), 50)))
            for number, row in enumerate(rows):
                if row is not None and row.person == name:
                    window.list.table.go_to_row(number)
            return False

        await until(there, f"{name} has written")

    async def prepare(self) -> None:
        """A desk in use: canned responses, macros, labels, decisions on some conversations."""
        from scrm_desktop.domain.macros import Macro, Step, StepKind
        from scrm_desktop.domain.triage import AddNote, Assign, Priority, SetLabel, SetPriority

        ask, desk = self.window.bridge.ask, self.desk
        language = "fr" if self.words is WORDS["fr"] else "en"
        await ask(desk.import_canned(await ask(desk.try_starters(language))))
        canned = await ask(desk.canned())
        label = await ask(desk.add_label(self.words["label"], "amber"))
        vip = await ask(desk.add_label("VIP", "violet"))
        steps = (
            Step(kind=StepKind.SEND, number=canned[0].id),
            Step(kind=StepKind.LABEL, number=label.id),
            Step(kind=StepKind.NOTE, text=self.words["note"]),
            Step(kind=StepKind.SNOOZE, text=self.words["snooze"]),
        )
        await ask(desk.save_macro(Macro(name=self.words["macro"], steps=steps)))
        spam = (Step(kind=StepKind.SPAM),)
        await ask(desk.save_macro(Macro(name="Spam", steps=spam)))
        ids = list(await ask(desk.conversation_ids(self.window.first_query)))[:6]
        await ask(desk.triage(SetLabel(conversations=tuple(ids[:3]), label_id=label.id, on=True)))
        await ask(desk.triage(SetLabel(conversations=(ids[1],), label_id=vip.id, on=True)))
        await ask(desk.triage(SetPriority(conversations=(ids[0],), priority=Priority.HIGH)))
        await ask(desk.triage(Assign(conversations=(ids[2],), assignee=desk.me())))
        await ask(desk.triage(AddNote(conversation=ids[0], text=self.words["note"])))

    async def composer(self) -> None:
        """Answering: the reply, a canned response, a macro."""
        window, field = self.window, self.window.conversation.composer.form.field
        await self.shot("window")
        self.press("reply")
        self.type(field, "/")
        await self.shot("canned")
        field.clear()
        self.press("note")
        self.type(field, self.words["note"])
        await self.shot("note")
        field.clear()
        window.conversation.set_mode(window.conversation.composer.natural_mode)
        self.press("macro")
        await until(self.popup, "the macros")
        await self.shot("macro")
        self.close()
        self.press("canned")
        await self.shot("canned-manager", wait=0.8)
        self.close()
        self.type(field, self.words["reply"])
        await self.shot("reply")
        self.press("send")
        await until(lambda: not field.toPlainText(), "the answer is accepted")
        await self.shot("sent", wait=1.5)

    async def triage(self) -> None:
        """Putting away, labels, many at once."""
        table = self.window.list.table
        table.setFocus()
        self.press("snooze")
        await until(self.popup, "snooze")
        await self.shot("snooze")
        self.close()
        self.press("label")
        await self.shot("label")
        self.close()
        self.press("select_all")
        await self.shot("bulk")
        table.go_to_row(0)

    async def finding(self) -> None:
        """Search, chips, saved view, palette."""
        search = self.window.list.search
        self.press("search")
        self.type(search, self.words["query"])
        search.hide_popup()
        await self.shot("search", wait=0.8)
        self.press("save_view")
        await self.settle()
        dialog = next(one for one in self.window.children() if type(one).__name__ == "ViewNameDialog")
        self.type(dialog.field, self.words["view"])
        dialog._done(new=True)
        await until(lambda: self.window.sidebar.view.key.startswith("saved:"), "the view is saved")
        await self.shot("saved-view", wait=0.8)
        search.clear()
        self.window.sidebar.choose("needs_reply")
        self.press("palette")
        await until(self.popup, "the palette")
        self.type(self.popup().field, self.words["palette"])
        await self.shot("palette", wait=0.8)
        self.close()

    async def dialogs(self) -> None:
        """Keys, settings, debrief."""
        self.press("cheat_sheet")
        await self.shot("keys")
        self.close()
        for name, setting in (("preferences", "theme"), ("notifications", "notifications"), ("shortcuts", "keys")):
            self.window.accounts.setting(setting)
            await self.shot(name)
            self.close()
            await self.settle(0.1)
        self.press("debrief")
        await self.shot("debrief", wait=1.2)
        self.close()

    async def looks(self) -> None:
        """Columns, themes, size."""
        self.press("columns")
        await self.shot("columns", wait=1.2)
        self.press("columns")
        for name, theme in (("dark", "dark"), ("contrast", "contrast"), ("light", "light")):
            self.window.preferences.set("theme", theme)
            if name != "light":
                await self.shot(name, wait=0.8)
        self.window.preferences.set("zoom", 200)
        self.window.resize(1440, 900)
        await self.shot("zoom-200", wait=1.0)
        self.window.preferences.set("zoom", 100)

    async def run(self) -> None:
        """Everything, in the guide's order."""
        await until(lambda: self.window.house.ready and self.window.filled, "the practice network", 90)
        self.window.resize(1320, 820)
        await self.prepare()
        await self.person("Camille Laurent")
        await until(lambda: self.window.house.counts.unread >= 2, "news")
        for part in (self.composer, self.triage, self.finding, self.dialogs, self.looks):
            await part()


def main() -> None:
    """Run the real program with a camera in the place of its own picture."""
    language, folder = sys.argv[1], Path(sys.argv[2])
    import ui.picture

    async def draw(window: Any, _file: Path, **_: object) -> int:
        try:
            await Stage(window, language, folder).run()
        except BaseException:
            traceback.print_exc()
            raise
        return 0

    ui.picture.draw = draw  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as profile:
        arguments = ["--practice", "--profile", profile, "--theme", "light", "--language", language]
        from ui.app import main as program

        program([*arguments, "--screenshot", f"{profile}/unused.png"])


if __name__ == "__main__":
    main()
