"""The languages of the window. Vietnamese is the source text of `tr()`; English and Qt's own words are files.

After changing a text, `make translations`: it reads the texts out of the code into the `.ts` files (new ones come in
unfinished, to be translated there by hand) and compiles the `.qm` files kept beside them:

    pyside6-lupdate r57desk/**/*.py -source-language vi -target-language en -ts resources/i18n/r57desk_en.ts
    pyside6-lrelease resources/i18n/r57desk_en.ts resources/i18n/qtbase_vi.ts

Qt ships no Vietnamese, so `qtbase_vi.ts` is our own. Never pass an f-string to `tr()`: it is not extracted.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from r57desk.errors import Language
from r57desk.paths import resources_folder

_FILES: dict[Language, str] = {"vi": "qtbase_vi", "en": "r57desk_en"}
_LOCALES: dict[Language, QLocale] = {
    "vi": QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_installed: list[QTranslator] = []


def install_language(app: QCoreApplication, language: Language) -> None:
    """Speak `language` from now on; raises FileNotFoundError if its compiled file is missing."""
    if _installed and language_now() == language:
        return
    while _installed:
        app.removeTranslator(_installed.pop())
    translator = QTranslator(app)
    path = resources_folder() / "i18n" / f"{_FILES[language]}.qm"
    if not translator.load(str(path)):
        raise FileNotFoundError(path)
    app.installTranslator(translator)
    _installed.append(translator)
    QLocale.setDefault(_LOCALES[language])


def english() -> bool:
    """Whether the window speaks English now."""
    return QLocale().language() == QLocale.Language.English


def language_now() -> Language:
    """The language the window speaks now."""
    return "en" if english() else "vi"
