"""Text as a person types it on a screen."""

import unicodedata


def satu_baris(teks: str) -> str:
    """One line without what nobody sees: control and invisible letters come in with a paste from elsewhere.

    A stored control character would make the agency's own workbook unreadable, and PostgreSQL takes no NUL.
    """
    isi = " ".join(teks.split())
    return isi if isi.isprintable() else "".join(huruf for huruf in isi if huruf.isprintable()).strip()


_KIRIL = ("АВЕЅІЈКМНОРСТУХЗаеѕіјорсухһԁԛԝ", "ABESIJKMHOPCTYX3aesijopcyxhdqw")
_YUNANI = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοιρυ", "ABEZHIKMNOPTYXavoipu")
_LAIN = ("ՕՍօսոհցɑɡ", "OUounhgag")
SERUPA = {asing: latin for semua in (_KIRIL, _YUNANI, _LAIN) for asing, latin in zip(*semua, strict=True)}
"""Letters of other scripts that look like Latin ones: a code with a Cyrillic Р is another one, and nobody sees it."""
_LATIN = str.maketrans(SERUPA)


def sebagai_latin(teks: str) -> str:
    """The text with each such letter replaced by the Latin one it looks like, wide letters made narrow."""
    return unicodedata.normalize("NFKC", teks).translate(_LATIN)


def huruf_asing(teks: str) -> str:
    """The first letter of another script that looks like a Latin one; empty where there is none."""
    return next((huruf for huruf in teks if huruf in SERUPA), "")
