"""Text as a person types it on a screen."""


def satu_baris(teks: str) -> str:
    """One line without what nobody sees: control and invisible letters come in with a paste from elsewhere.

    A stored control character would make the agency's own workbook unreadable, and PostgreSQL takes no NUL.
    """
    isi = " ".join(teks.split())
    return isi if isi.isprintable() else "".join(huruf for huruf in isi if huruf.isprintable()).strip()
