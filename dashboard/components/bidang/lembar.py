"""The sheet being filled in: which row it was opened on, and what was typed since. Session state only.

One sheet is open at a time. It remembers the stored row it was opened on, so that saving can tell whether somebody
else wrote meanwhile; typed text lives in widgets of this sheet's own number and never moves to another row.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from dashboard.domain.dasar.hak import TidakBerwenang
from dashboard.domain.entri.aturan import AksiDitolak, Entri, EntriChanged
from dashboard.domain.entri.bukti import BuktiDitolak
from dashboard.domain.entri.isian import Isian, Masalah, Ukuran, baca_isian, isian_dari
from dashboard.domain.entri.kunci import KunciDitolak, PeriodeTerkunci
from dashboard.domain.entri.perubahan_target import PerubahanDitolak
from dashboard.formatting import ZONA_BAWAAN
from dashboard.services.entri.bidang import BarisKinerja

_LEMBAR = "_lembar_entri"
_NOMOR = "_nomor_lembar_entri"
_PESAN = "_pesan_entri"
BAGIAN = tuple(satu.name for satu in fields(Isian))
DITOLAK = (AksiDitolak, BuktiDitolak, KunciDitolak, PeriodeTerkunci, PerubahanDitolak, TidakBerwenang)
KALIMAT_BENTROK = "Orang lain menyimpan baris ini lebih dulu. Belum ada yang ditimpa; bandingkan keduanya di bawah."


@dataclass(frozen=True, slots=True)
class LembarIsian:
    """An open sheet: `dasar` is the stored row it was opened on, None where there was none."""

    instansi: str
    kosong: Entri
    dasar: Entri | None
    nomor: int

    @property
    def awal(self) -> Entri:
        return self.dasar or self.kosong

    def kunci(self, bagian: str) -> str:
        """The key of the widget of one field."""
        return f"isi-{self.nomor}-{bagian}"

    def isian(self) -> Isian:
        """What stands in the form now."""
        return Isian(**{bagian: st.session_state[self.kunci(bagian)] for bagian in BAGIAN})

    def terbaca(self, ukuran: Ukuran) -> tuple[Entri, dict[str, Masalah]]:
        baru, masalah = baca_isian(self.isian(), self.awal, ukuran)
        return baru, dict(masalah)

    @property
    def diubah(self) -> bool:
        return self.isian() != isian_dari(self.dasar)

    def isi(self, bagian: str, nilai: str) -> None:
        """Put a value into a field, from a callback."""
        st.session_state[self.kunci(bagian)] = nilai


def ukuran_baris(b: BarisKinerja) -> Ukuran:
    """Unit and bounds of the value of a row."""
    return Ukuran(b.satuan, tertinggi=b.hasil.indikator.maks if b.hasil is not None else None)


def lembar_aktif(instansi: str, kosong: Entri, kini: Entri | None) -> LembarIsian:
    """The sheet of that row: the open one, or a fresh one when another row was chosen.

    Where nothing was typed yet, a row that somebody else changed is simply shown as it is now.
    """
    lembar: LembarIsian | None = st.session_state.get(_LEMBAR)
    sama = lembar is not None and (lembar.instansi, lembar.kosong.kunci) == (instansi, kosong.kunci)
    if lembar is None or not sama or lembar.kunci("nilai") not in st.session_state:
        return buka_lembar(instansi, kosong, kini)
    return buka_lembar(instansi, kosong, kini) if lembar.dasar != kini and not lembar.diubah else lembar


def buka_lembar(instansi: str, kosong: Entri, kini: Entri | None, isian: Isian | None = None) -> LembarIsian:
    """A fresh sheet on the stored row, filled with it or with what was typed on an older one."""
    nomor = st.session_state.get(_NOMOR, 0) + 1  # never used twice: Streamlit forgets the keys of fields it lost
    st.session_state[_NOMOR] = nomor
    lembar = LembarIsian(instansi, kosong, kini, nomor)
    st.session_state[_LEMBAR] = lembar
    isian = isian or isian_dari(kini)
    for bagian in BAGIAN:
        st.session_state[lembar.kunci(bagian)] = getattr(isian, bagian)
    return lembar


def tutup_lembar() -> None:
    """Forget the open sheet; the next run opens it on what is stored then."""
    st.session_state[_LEMBAR] = None


def coba(kerja: Callable[[], object], berhasil: str) -> bool:
    """Do a write from a callback and remember what to say about it; True when it was done."""
    try:
        kerja()
    except EntriChanged:
        st.session_state[_PESAN] = (False, KALIMAT_BENTROK)
    except DITOLAK as error:
        st.session_state[_PESAN] = (False, str(error))
    else:
        st.session_state[_PESAN] = (True, berhasil)
        return True
    return False


def lakukan(kerja: Callable[[], object], berhasil: str) -> None:
    """As `coba`, as a callback."""
    coba(kerja, berhasil)


def ambil_pesan() -> tuple[bool, str] | None:
    """What the last callback had to say, once."""
    pesan: tuple[bool, str] | None = st.session_state.pop(_PESAN, None)
    return pesan


def pesan_masalah(masalah: dict[str, Masalah]) -> str:
    """The problems of a form in one line."""
    return " ".join(f"{bagian.replace('_', ' ').capitalize()} {m.salah}. {m.benar}" for bagian, m in masalah.items())


def hari_ini() -> date:
    return datetime.now(ZoneInfo(ZONA_BAWAAN)).date()
