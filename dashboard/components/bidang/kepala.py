"""The head of Bidang & IKI: the counts as one sentence, the choice of unit and position, what is closed."""

from collections.abc import Sequence

import streamlit as st

from dashboard import session
from dashboard.components.umum.tata import catatan, page_header
from dashboard.domain.dasar.periode import ROMAWI, TAHUN
from dashboard.formatting import tanggal
from dashboard.services.entri.bidang import BERANGKA, PERLU_DIISI, BarisKinerja, Bidang, KeadaanEntri, PilihanUnit
from dashboard.services.kinerja import Kinerja
from dashboard.templates import Fragments

JUDUL = "Bidang & IKI"
SEMUA_JABATAN = "Semua jabatan"
KEPALA_UNIT = ("Bidang", "Nilai", "Terlambat", "Belum diajukan", "Menunggu persetujuan", "Janji lewat batas")
_HTML = Fragments(__file__)


def temuan_bidang(b: Bidang) -> str:
    """What must be done now, in one sentence: "7 dari 55 nilai TW IV belum diisi, semuanya terlambat"."""
    tw = f"TW {ROMAWI[b.k.sd.triwulan]}"
    belum = b.jumlah(*PERLU_DIISI)
    lewat = sum(satu.terlambat for satu in b.baris)
    ajukan = b.jumlah(KeadaanEntri.DIAJUKAN)
    if belum:
        akhir = "" if not lewat else (", semuanya terlambat" if lewat == belum else f", {lewat} terlambat")
        return f"{belum} dari {len(b.baris)} nilai {tw} belum diajukan{akhir}"
    if ajukan:
        return f"{ajukan} nilai {tw} menunggu persetujuan"
    if not b.jumlah(*BERANGKA):
        return f"Tidak ada nilai {tw} yang jatuh tempo"
    return f"Semua nilai {tw} yang jatuh tempo sudah masuk"


def kepala_bidang(b: Bidang, *, setahun: bool = False) -> None:
    """Draw the header; entry goes by quarters, which the position "Tahun" is told."""
    konteks = (b.nama, f"batas lapor {tanggal(b.batas)}")
    contoh = any(satu.hasil is not None and satu.hasil.memuat_contoh for satu in b.baris)
    page_header(JUDUL, temuan_bidang(b), konteks, contoh=contoh, sd=b.k.sd)
    if setahun:
        catatan(f"Realisasi diisi per triwulan; pada posisi {TAHUN.title()} halaman ini menampilkan {b.k.sd.nama}.")


def pilih_unit(pilihan: tuple[PilihanUnit, ...]) -> str:
    """The unit whose entries are shown, kept in the address; without one that with most to do."""
    nama = {p.kode: p.nama for p in pilihan}
    kunci = "bidang-unit"
    if st.session_state.get(kunci) not in nama:
        st.session_state[kunci] = session.record("unit", nama) or next(iter(nama))
    kode = st.selectbox(
        "Bidang",
        list(nama),
        key=kunci,
        format_func=nama.__getitem__,
        disabled=len(nama) == 1,
        persist_state="session",
        on_change=lambda: session.set_record("iki", None),
    )
    session.set_record("unit", kode)
    return str(kode)


def tabel_unit(pilihan: Sequence[PilihanUnit], dipilih: str) -> None:
    """Draw what is late, to be handed in, waiting and overdue in each unit; each name leads to its values."""
    baris = [
        (session.address("bidang-iki", unit=p.kode), p.nama, p.kode == dipilih, (p.jumlah, *p.mendesak))
        for p in pilihan
    ]
    st.html(_HTML("unit", KEPALA_UNIT, baris))


def pilih_jabatan(k: Kinerja, baris: tuple[BarisKinerja, ...]) -> str | None:
    """One position of the unit, or None for all of them."""
    ada = dict.fromkeys(j for b in baris for j in b.pemilik)
    kode = st.selectbox(
        "Jabatan",
        [SEMUA_JABATAN, *ada],
        key="bidang-jabatan-" + "-".join(sorted(ada)),
        format_func=lambda j: k.jabatan.get(j, j),
        persist_state="session",
    )
    return None if kode == SEMUA_JABATAN else kode


def catatan_kunci(b: Bidang) -> None:
    """Draw whether the quarter is closed, and under which correction it is open."""
    tw = f"TW {ROMAWI[b.k.sd.triwulan]} {b.k.sd.tahun}"
    if b.koreksi is not None:
        catatan(f"{tw} dikunci, koreksi nomor {b.koreksi.nomor} terbuka: {b.koreksi.alasan}.")
    elif b.terkunci:
        catatan(f"{tw} dikunci. Nilainya hanya dapat diubah lewat koreksi yang dibuka perencana.")
