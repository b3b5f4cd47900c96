"""Text as a person types it on a screen."""


def satu_baris(teks: str) -> str:
    """One line without what nobody sees: control and invisible letters come in with a paste from elsewhere.

    A stored control character would make the agency's own workbook unreadable, and PostgreSQL takes no NUL.
    """
    return "".join(huruf for huruf in " ".join(teks.split()) if huruf.isprintable()).strip()
