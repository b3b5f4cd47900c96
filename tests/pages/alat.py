"""What the tests of pages read off an AppTest."""

from streamlit.testing.v1 import AppTest

CONTOH = (("BANTEN", 2023), ("PASER", 2023), ("PEMALANG", 2025), ("PK", 2024))
SEMUA_FILTER = tuple((instansi, tahun, tw) for instansi, tahun in CONTOH for tw in (1, 2, 3, 4))


def isi_html(uji: AppTest) -> str:
    """All HTML the page drew, as one text."""
    return "\n".join(elemen.proto.body for elemen in uji.main.get("html"))
