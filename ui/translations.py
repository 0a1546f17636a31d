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
    # English has plural forms to fill as well, so it is a translation like the others.
    for name, folder in (
        (f"scrm_{code}", str(resource("translations"))),
        (f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
    if code not in LANGUAGES:
        _plain_english(app)
        return "en"
    return code


def _plain_english(app: QCoreApplication) -> None:
    translator = QTranslator(app)
    if translator.load("scrm_en", str(resource("translations"))):
        app.installTranslator(translator)
