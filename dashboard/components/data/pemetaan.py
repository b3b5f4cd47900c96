"""What the headings of a foreign file mean: a proposal for each, to be corrected, remembered for next time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

import streamlit as st

from dashboard import caching, session
from dashboard.components.data.langkah import simpulan
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import paragraf, subjudul
from dashboard.domain.dasar.periode import SEMUA_PERIODE, nama_periode
from dashboard.domain.kamus.buku_kerja import LEMBAR, LEMBAR_BERNAMA, Kolom
from dashboard.domain.kamus.indikator import KATA_SUMBER
from dashboard.domain.skp.kalender import BULAN_TAHUNAN
from dashboard.services.data.pemetaan import (
    Kepala,
    Usulan,
    arti_kolom,
    ingat,
    ingatan,
    kolom_diisikan,
    kolom_kurang,
    kolom_wajib_kurang,
    perlu_lembar,
    usulkan_lagi,
)
from dashboard.session import Filter
from dashboard.templates import Fragments
from data_access.workbook.berkas.peta import PetaLembar
from data_access.workbook.cell_address import deret_baris

_HTML = Fragments(__file__)
LEWATI = ""
KOLOM_SEJAJAR = 3
Tempat: TypeAlias = "st.delta_generator.DeltaGenerator"
PetaBuku = tuple[tuple[int, PetaLembar], ...]


def panel_pemetaan(f: Filter, usulan: Sequence[Usulan]) -> PetaBuku | None:
    """Draw the step in between; the confirmed meaning of every foreign sheet once it is confirmed, else None.

    Only what the file does not say itself is asked; what its headings were taken for is said and can be opened.
    """
    simpulan(
        "Judul kolom berkas ini berbeda dari templat.",
        "tanya",
        "Periksa artinya sekali; lain kali dasbor mengingatnya untuk instansi Anda.",
    )
    peta = [(satu.buku, _panel_lembar(f, satu)) for satu in usulan]
    kurang = [(satu, kolom) for _, satu in peta for kolom in kolom_kurang(satu)]
    for satu, kolom in kurang:
        st.warning(
            f"Lembar {polos(satu.asal)}: tentukan judul mana yang berisi {polos(kolom.label)}, karena kolom itu wajib.",
            icon=":material/error:",
        )
    terisi = any(satu.lembar for _, satu in peta)
    if not st.button("Pakai arti ini", type="primary", disabled=bool(kurang) or not terisi, key="pakai-peta"):
        return None
    ingat(caching.shared_engine(), session.pelaku_aktif(), f.instansi, [satu for _, satu in peta])
    return tuple(peta)


def _panel_lembar(f: Filter, usulan: Usulan) -> PetaLembar:
    """One sheet: the questions first, below them what its headings mean."""
    awalan = f"peta-{usulan.buku}-{usulan.peta.asal}"
    with st.container(border=True):
        subjudul(f"Lembar “{usulan.peta.asal}”", f"dari {usulan.berkas}")
        tanya, arti = st.container(), st.container()
        pertanyaan = _bersebelahan(tanya)
        if ditanya := perlu_lembar(usulan.peta):
            milik = _pilih_lembar(next(pertanyaan), usulan, awalan)
        buka = bool(kolom_wajib_kurang(usulan.peta)) or not usulan.peta.lembar
        with arti.expander("Ubah arti judul kolom", expanded=buka):
            kiri, kanan = st.columns(2)
            if not ditanya:
                milik = _pilih_lembar(kiri, usulan, awalan)
            kepala = _pilih_kepala(kanan, usulan, awalan)
            if not milik:
                return replace(usulan.peta, lembar="", kolom=(), tetap=())
            peta = usulan.peta
            if (milik, kepala) != (peta.lembar, usulan.kepala_usulan):
                peta = usulkan_lagi(usulan, milik, kepala, ingatan(caching.shared_engine(), f.instansi))
            peta = _judul_demi_judul(peta, f"{awalan}-{milik}-{kepala[0]}-{kepala[1]}")
        peta = _isi_tetap(f, peta, usulan.petunjuk, f"{awalan}-{milik}-tetap", pertanyaan)
        with tanya:
            if peta.tetap:
                paragraf("Berkas ini tidak menyebutkannya; isian Anda berlaku untuk semua barisnya.", redup=True)
            judul = " dan ".join(LEMBAR_BERNAMA[satu].judul for satu in peta.lembar_hasil)
            st.html(_HTML("arti", judul, *_terbaca(peta)))
    return peta


def _bersebelahan(wadah: Tempat) -> Iterator[Tempat]:
    """Places for questions, as many side by side as fit, row after row."""
    while True:
        yield from wadah.columns(KOLOM_SEJAJAR)


def _terbaca(peta: PetaLembar) -> tuple[list[tuple[str, str]], list[str]]:
    """The headings that are taken with their meaning, no heading where it says the same, and those that are not."""
    label = arti_kolom(peta.lembar)
    semua = [(judul, label[kolom]) for judul, kolom in peta.kolom if kolom]
    diambil = [("" if judul.casefold() == arti.casefold() else judul, arti) for judul, arti in semua]
    return diambil, [judul for judul, kolom in peta.kolom if not kolom and not judul.startswith("(")]


def _pilih_lembar(tempat: Tempat, usulan: Usulan, awalan: str) -> str:
    nama = {satu.nama: satu.judul for satu in LEMBAR if satu.nama != "instansi"}
    pilihan = [*nama, LEWATI]
    return str(
        tempat.selectbox(
            "Lembar ini berisi",
            pilihan,
            index=pilihan.index(usulan.peta.lembar),
            format_func=lambda x: nama.get(x, "tidak diambil"),
            key=f"{awalan}-lembar",
        )
    )


def _pilih_kepala(tempat: Tempat, usulan: Usulan, awalan: str) -> Kepala:
    isi = dict(usulan.kepala)
    pilihan = list(isi)
    kepala: Kepala = tempat.selectbox(
        "Judul kolom ada pada",
        pilihan,
        index=pilihan.index(usulan.kepala_usulan),
        format_func=lambda x: f"baris {deret_baris(range(x[0] - x[1] + 1, x[0] + 1))}: {', '.join(isi[x][:4])}",
        key=f"{awalan}-judul",
    )
    return kepala


def _judul_demi_judul(peta: PetaLembar, awalan: str) -> PetaLembar:
    """One choice for each heading, three side by side."""
    label = arti_kolom(peta.lembar)
    pilihan = [LEWATI, *label]
    hasil = []
    deret = st.columns(KOLOM_SEJAJAR)
    for i, (judul, kolom) in enumerate(peta.kolom):
        if i and i % KOLOM_SEJAJAR == 0:
            deret = st.columns(KOLOM_SEJAJAR)
        pilih = deret[i % KOLOM_SEJAJAR].selectbox(
            polos(f"“{judul}”"),
            pilihan,
            index=pilihan.index(kolom),
            key=f"{awalan}-{judul}",
            format_func=lambda x: label.get(x, "tidak diambil"),
        )
        hasil.append((judul, pilih))
    return replace(peta, kolom=tuple(hasil))


def _isi_tetap(
    f: Filter, peta: PetaLembar, petunjuk: Mapping[str, str], awalan: str, tempat: Iterator[Tempat]
) -> PetaLembar:
    """What the file does not say and is the same for all its rows: year, period, source."""
    tetap = [
        (satu.nama, _pilih_tetap(f, letak, satu, petunjuk.get(satu.nama, ""), awalan))
        for satu, letak in zip(kolom_diisikan(peta), tempat, strict=False)
    ]
    return replace(peta, tetap=tuple(tetap))


def _pilih_tetap(f: Filter, tempat: Tempat, kolom: Kolom, petunjuk: str, awalan: str) -> str:
    """`petunjuk` is what the lines above the table say, which is offered first."""
    if kolom.nama == "tahun":
        dekat = {str(f.tahun + 1), str(f.tahun), str(f.tahun - 1)}
        pilihan, bawaan = sorted({*dekat, petunjuk or str(f.tahun)}, reverse=True), petunjuk or str(f.tahun)
    elif kolom.nama == "bulan":
        pilihan, bawaan = [str(nomor) for nomor in range(13)], str(_bulan_terakhir(f))
    elif kolom.nama == "periode":
        pilihan, bawaan = list(SEMUA_PERIODE), petunjuk or f.periode
    else:
        pilihan, bawaan = list(kolom.pilihan), kolom.pilihan[0]
    baca = KATA_SUMBER | {kode: nama_periode(kode) for kode in SEMUA_PERIODE}
    return str(
        tempat.selectbox(
            polos(kolom.label),
            pilihan,
            index=pilihan.index(bawaan),
            key=f"{awalan}-{kolom.nama}",
            format_func=lambda x: baca.get(x, x),
        )
    )


def _bulan_terakhir(f: Filter) -> int:
    """The last month of the position; of the year its own score."""
    return BULAN_TAHUNAN if f.sd.setahun else 3 * f.sd.triwulan
