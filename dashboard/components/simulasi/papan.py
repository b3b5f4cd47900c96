"""The changed inputs of a session, and the sliders with exact fields beside them that change them.

The session keeps exact decimals; a slider only shows where a value lies. Numbers are typed in Indonesian and read
strictly (dashboard/domain/dasar/angka.py): what cannot be read is said under the field and changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import shorten

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan
from dashboard.charts.simulasi import BAGIAN
from dashboard.domain.dasar.angka import Ambigu, Galat, baca_angka, tulis_angka
from dashboard.domain.skenario.dasar import KunciUbahan, Ubahan
from dashboard.formatting import angka
from dashboard.services.simulasi import MasukanGeser

PANJANG_LABEL = 64
DESIMAL_TAMPIL = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Papan:
    """The changes under one name in the session: one a start (agency, year, quarter, position or projection)."""

    awalan: str

    @property
    def ubahan(self) -> dict[KunciUbahan, Decimal]:
        isi: dict[KunciUbahan, Decimal] = st.session_state.setdefault(f"{self.awalan}-ubahan", {})
        return isi

    def nama(self, jenis: str, kunci: KunciUbahan) -> str:
        """A stable widget key."""
        return f"{self.awalan}-{jenis}-{kunci.kode}-{kunci.bagian.value}"

    def ganti(self, ubahan: Ubahan) -> None:
        """Put other changes in place of these; the sliders follow when they are next drawn."""
        st.session_state[f"{self.awalan}-ubahan"] = dict(ubahan)
        milik = tuple(f"{self.awalan}-{jenis}-" for jenis in ("geser", "ketik", "galat"))
        for nama in [n for n in st.session_state if str(n).startswith(milik)]:
            del st.session_state[nama]

    def kosongkan(self) -> None:
        self.ganti({})

    def pasang(self, m: MasukanGeser, nilai: Decimal) -> None:
        """Change one input; its official value is no change."""
        if nilai == m.resmi:
            self.ubahan.pop(m.kunci, None)
        else:
            self.ubahan[m.kunci] = nilai


def deret_geser(papan: Papan, masukan: Sequence[MasukanGeser]) -> None:
    """Draw a slider and its exact field for each input."""
    for m in masukan:
        _geser(papan, m)


def label_masukan(m: MasukanGeser, panjang: int = PANJANG_LABEL) -> str:
    """ "JUMLAH_ASN Jumlah seluruh ASN" with the part where it is not the value itself."""
    bagian = f" · {BAGIAN[m.kunci.bagian]}" if BAGIAN[m.kunci.bagian] else ""
    nama = m.nama.removeprefix("Nilai Kriteria ").removeprefix("Pelaksanaan ")
    return shorten(f"{m.kunci.kode} {nama}", panjang, placeholder="…") + bagian


def _geser(papan: Papan, m: MasukanGeser) -> None:
    geser, ketik = papan.nama("geser", m.kunci), papan.nama("ketik", m.kunci)
    nilai = papan.ubahan.get(m.kunci, m.resmi)
    st.session_state.setdefault(geser, _pada_geser(m, nilai))
    st.session_state.setdefault(ketik, "" if nilai is None else tulis_angka(_ringkas(nilai)))
    label = label_masukan(m)
    kiri, kanan = st.columns([5, 2], vertical_alignment="bottom", gap="small")
    kiri.slider(
        _aman(f"{label} · {_resmi(m)}"),
        _bilangan(m, m.bawah),
        _bilangan(m, m.atas),
        step=_bilangan(m, m.langkah),
        key=geser,
        on_change=_tergeser,
        args=(papan, m),
    )
    kanan.text_input(
        f"Nilai {label}",
        key=ketik,
        on_change=_terketik,
        args=(papan, m),
        label_visibility="collapsed",
        placeholder=m.satuan or "nilai",
    )
    if galat := st.session_state.get(papan.nama("galat", m.kunci)):
        st.html(Markup('<p class="dk dk-galat" role="alert">{}</p>').format(galat))


def _resmi(m: MasukanGeser) -> str:
    return f"{m.asal} {nilai_bersatuan(m.resmi, m.satuan)}" if m.resmi is not None else "belum ada nilai"


def _tergeser(papan: Papan, m: MasukanGeser) -> None:
    nilai = Decimal(str(st.session_state[papan.nama("geser", m.kunci)])).quantize(Decimal("0.01")).normalize()
    papan.pasang(m, nilai)
    st.session_state[papan.nama("ketik", m.kunci)] = tulis_angka(nilai)
    st.session_state.pop(papan.nama("galat", m.kunci), None)


def _terketik(papan: Papan, m: MasukanGeser) -> None:
    teks = str(st.session_state[papan.nama("ketik", m.kunci)])
    galat = papan.nama("galat", m.kunci)
    st.session_state.pop(galat, None)
    if not teks.strip():
        papan.ubahan.pop(m.kunci, None)
        st.session_state[papan.nama("geser", m.kunci)] = _pada_geser(m, m.resmi)
        if m.resmi is not None:
            st.session_state[papan.nama("ketik", m.kunci)] = tulis_angka(_ringkas(m.resmi))
        return
    nilai = baca_angka(teks, m.satuan)
    if isinstance(nilai, Ambigu | Galat):
        st.session_state[galat] = f"“{teks}” {nilai.salah}. {nilai.benar}"
        return
    papan.pasang(m, nilai)
    st.session_state[papan.nama("geser", m.kunci)] = _pada_geser(m, nilai)


def _pada_geser(m: MasukanGeser, nilai: Decimal | None) -> int | float:
    """Where the slider stands for a value: within its range."""
    return _bilangan(m, min(max(nilai if nilai is not None else m.bawah, m.bawah), m.atas))


def _bilangan(m: MasukanGeser, nilai: Decimal) -> int | float:
    """What Streamlit's slider takes: whole numbers for what is counted. Only a position, never a measured value."""
    utuh = all(n == n.to_integral_value() for n in (m.bawah, m.atas, m.langkah))
    return int(nilai) if utuh else float(nilai)


def _ringkas(nilai: Decimal) -> Decimal:
    """A long quotient is shown to four decimals; unchanged, it stays exact."""
    pendek = nilai.quantize(DESIMAL_TAMPIL)
    return nilai if nilai == pendek else pendek


def _aman(teks: str) -> str:
    """Names are data: nothing in them is read as Markdown."""
    return "".join(f"\\{h}" if h in "\\`*[]<$~" else h for h in teks)


def jumlah_ubahan(ubahan: Ubahan) -> str:
    return "belum ada masukan yang diubah" if not ubahan else f"{angka(len(ubahan), 0)} masukan diubah"
