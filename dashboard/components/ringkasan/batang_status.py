"""How the indicators of each group stand: one full-width bar a group, shares in order, counts inside."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.components.umum.tata import kelas_warna
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.agregat import SebaranStatus
from dashboard.texts import STATUS

PORSI_TERTULIS = 0.06
BERWARNA = tuple(s for s in Status if s.berwarna)


def batang_status(baris: Sequence[SebaranStatus]) -> None:
    """Draw the bars; everything without a number is one grey part at the end."""
    st.html(batang_status_html(baris))


def batang_status_html(baris: Sequence[SebaranStatus]) -> Markup:
    """The bars as escaped HTML; each bar's label names all its counts."""
    return Markup('<ul class="dk dk-sebaran">{}</ul>').format(Markup("").join(_baris(b) for b in baris))


def kalimat_sebaran(b: SebaranStatus) -> str:
    """ "Sekretariat: 3 tercapai, 1 kritis." """
    return f"{b.nama}: " + ", ".join(f"{n} {STATUS[s].kata.lower()}" for s, n in b.per_status) + "."


def _baris(b: SebaranStatus) -> Markup:
    jumlah = dict(b.per_status)
    bagian = [(s, jumlah[s]) for s in BERWARNA if jumlah.get(s)]
    kelabu = b.jumlah - sum(n for _, n in bagian)
    if kelabu:
        bagian.append((Status.BELUM_DILAPORKAN, kelabu))
    potongan = Markup("").join(_potongan(s, n, b.jumlah) for s, n in bagian)
    pola = (
        '<li><div class="dk-atas"><span>{}</span><span class="dk-angka dk-redup">{} indikator</span></div>'
        '<div class="dk-tumpuk" role="img" aria-label="{}">{}</div></li>'
    )
    return Markup(pola).format(b.nama, b.jumlah, kalimat_sebaran(b), potongan)


def _potongan(status: Status, n: int, jumlah: int) -> Markup:
    kata = STATUS[status].kata if status.berwarna else "Belum ada data"
    tulisan = str(n) if n / jumlah >= PORSI_TERTULIS else ""
    pola = '<i class="dk-warna {}" style="flex-grow:{}" title="{}: {} dari {}">{}</i>'
    return Markup(pola).format(kelas_warna(status), n, kata, n, jumlah, tulisan)
