"""Letters of other scripts that look like Latin ones: a code with a Cyrillic Р is another code, and nobody sees it."""

import unicodedata

_KIRIL = ("АВЕЅІЈКМНОРСТУХЗаеѕіјорсухһԁԛԝ", "ABESIJKMHOPCTYX3aesijopcyxhdqw")
_YUNANI = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοιρυ", "ABEZHIKMNOPTYXavoipu")
_LAIN = ("ՕՍօսոհցɑɡ", "OUounhgag")
SERUPA = {asing: latin for semua in (_KIRIL, _YUNANI, _LAIN) for asing, latin in zip(*semua, strict=True)}
_LATIN = str.maketrans(SERUPA)


def sebagai_latin(teks: str) -> str:
    """The text with each such letter replaced by the Latin one it looks like."""
    return unicodedata.normalize("NFKC", teks).translate(_LATIN)


def huruf_asing(teks: str) -> str:
    """The first letter of another script that looks like a Latin one; empty where there is none."""
    return next((huruf for huruf in teks if huruf in SERUPA), "")
