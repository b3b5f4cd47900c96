"""How the indicators of each group stand: one full-width bar a group, shares in order, counts inside."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.agregat import SebaranStatus
from dashboard.templates import Fragments
from dashboard.texts import STATUS

PORSI_TERTULIS = 0.06
_HTML = Fragments(__file__)
BERWARNA = tuple(s for s in Status if s.berwarna)


def batang_status(baris: Sequence[SebaranStatus]) -> None:
    """Draw the bars; everything without a number is one grey part at the end."""
    st.html(batang_status_html(baris))


def batang_status_html(baris: Sequence[SebaranStatus]) -> Markup:
    """The bars as escaped HTML; each bar's label names all its counts."""
    return _HTML("sebaran", [(b, kalimat_sebaran(b), _potongan(b)) for b in baris])


def kalimat_sebaran(b: SebaranStatus) -> str:
    """ "Sekretariat: 3 tercapai, 1 kritis." """
    return f"{b.nama}: " + ", ".join(f"{n} {STATUS[s].kata.lower()}" for s, n in b.per_status) + "."


def _potongan(b: SebaranStatus) -> list[tuple[str, int, str, str]]:
    """Class, number, words and what is written inside, one for each colour; all without a number are one grey part."""
    jumlah = dict(b.per_status)
    bagian = [(STATUS[s].kelas, jumlah[s], STATUS[s].kata) for s in BERWARNA if jumlah.get(s)]
    kelabu = b.jumlah - sum(n for _, n, _ in bagian)
    if kelabu:
        bagian.append((STATUS[Status.BELUM_DILAPORKAN].kelas, kelabu, "Belum ada data"))
    return [(kelas, n, kata, str(n) if n / b.jumlah >= PORSI_TERTULIS else "") for kelas, n, kata in bagian]
