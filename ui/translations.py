"""The window's language: ours and Qt's own texts, and how numbers and dates are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui.resources import resource

#: The languages there are, besides the English of the source.
LANGUAGES = ("fr",)


def chosen(language: str) -> QLocale:
    """The locale for a wish; an empty one is the system's."""
    system = QLocale.system()
    if not language or (language.replace("-", "_").split("_")[0] == system.name().split("_")[0]):
        return system if system.language() is not QLocale.Language.C else QLocale("en")
    return QLocale(language)


def install(app: QCoreApplication, language: str) -> str:
    """Load the translators that exist for a wish; returns the language code that the window now speaks."""
    locale = chosen(language)
    QLocale.setDefault(locale)
    code = locale.name().split("_")[0]
    # English has plural forms to fill, so it is a translation like the others, and the last resort.
    spoken = code if code in LANGUAGES else "en"
    _load(app, f"scrm_{spoken}", str(resource("translations")))
    _load(app, f"qtbase_{spoken}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return spoken


def remove(app: QCoreApplication) -> None:
    """Go back to the source's English; for tests."""
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()


def _load(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
