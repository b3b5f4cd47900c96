"""What the headings of a foreign file mean: a proposal for each, to be corrected, remembered for next time."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dashboard import caching, session
from dashboard.components.data.langkah import polos, simpulan
from dashboard.components.umum.tata import paragraf
from dashboard.domain.dasar.periode import ROMAWI, SEMUA_PERIODE
from dashboard.domain.kamus.buku_kerja import LEMBAR, Kolom
from dashboard.domain.kamus.indikator import KATA_SUMBER
from dashboard.domain.skp.kalender import BULAN_TAHUNAN
from dashboard.services.data.pemetaan import DIISIKAN, Usulan, arti_kolom, ingat, ingatan, kolom_kurang, usulkan_lagi
from dashboard.session import Filter
from data_access.workbook.berkas.peta import PetaLembar

LEWATI = ""
KOLOM_SEJAJAR = 3
PetaBuku = tuple[tuple[int, PetaLembar], ...]


def panel_pemetaan(f: Filter, usulan: Sequence[Usulan]) -> PetaBuku | None:
    """Draw the step in between; the confirmed meaning of every foreign sheet once it is confirmed, else None."""
    simpulan(
        "Judul kolom berkas ini berbeda dari templat.",
        "tanya",
        "Periksa artinya sekali; lain kali dasbor mengingatnya untuk instansi Anda.",
    )
    peta = [(satu.buku, _panel_lembar(f, satu)) for satu in usulan]
    kurang = [(satu, kolom) for _, satu in peta for kolom in kolom_kurang(satu)]
    for satu, kolom in kurang:
        st.warning(
            f"Lembar {polos(satu.asal)}: tentukan judul mana yang berisi {kolom.label}, karena kolom itu wajib.",
            icon=":material/error:",
        )
    terisi = any(satu.lembar for _, satu in peta)
    if not st.button("Pakai arti ini", type="primary", disabled=bool(kurang) or not terisi, key="pakai-peta"):
        return None
    ingat(caching.shared_engine(), session.pelaku_aktif(), f.instansi, [satu for _, satu in peta])
    return tuple(peta)


def _panel_lembar(f: Filter, usulan: Usulan) -> PetaLembar:
    awalan = f"peta-{usulan.buku}-{usulan.peta.asal}"
    with st.container(border=True):
        kiri, kanan = st.columns(2)
        nama = {satu.nama: satu.judul for satu in LEMBAR if satu.nama != "instansi"}
        pilihan = [*nama, LEWATI]
        milik = kiri.selectbox(
            polos(f"Lembar “{usulan.peta.asal}” dari {usulan.berkas} berisi"),
            pilihan,
            index=pilihan.index(usulan.peta.lembar),
            format_func=lambda x: nama.get(x, "tidak diambil"),
            key=f"{awalan}-lembar",
        )
        baris = [nomor for nomor, _ in usulan.baris_awal]
        isi = dict(usulan.baris_awal)
        judul = kanan.selectbox(
            "Judul kolom ada pada",
            baris,
            index=baris.index(usulan.peta.baris_judul),
            format_func=lambda x: f"baris {x}: {', '.join(isi[x][:4])}",
            key=f"{awalan}-judul",
        )
        if not milik:
            return replace(usulan.peta, lembar="", kolom=(), tetap=())
        peta = usulan.peta
        if (milik, judul) != (peta.lembar, peta.baris_judul):
            peta = usulkan_lagi(usulan, milik, judul, ingatan(caching.shared_engine(), f.instansi))
        peta = _judul_demi_judul(peta, f"{awalan}-{milik}-{judul}")
        return _isi_tetap(f, peta, f"{awalan}-{milik}-tetap")


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


def _isi_tetap(f: Filter, peta: PetaLembar, awalan: str) -> PetaLembar:
    """What the file does not say and is the same for all its rows: year, period, source."""
    kurang = [satu for satu in kolom_kurang(peta) if satu.nama in DIISIKAN]
    if not kurang:
        return peta
    paragraf("Berkas ini tidak menyebutkan yang berikut; isian Anda berlaku untuk semua barisnya.", redup=True)
    deret = st.columns(KOLOM_SEJAJAR)
    tetap = [(satu.nama, _pilih_tetap(f, deret[i % KOLOM_SEJAJAR], satu, awalan)) for i, satu in enumerate(kurang)]
    return replace(peta, tetap=tuple(tetap))


def _pilih_tetap(f: Filter, tempat: "st.delta_generator.DeltaGenerator", kolom: Kolom, awalan: str) -> str:
    if kolom.nama == "tahun":
        pilihan, bawaan = [str(f.tahun + 1), str(f.tahun), str(f.tahun - 1)], str(f.tahun)
    elif kolom.nama == "bulan":
        pilihan, bawaan = [str(nomor) for nomor in range(13)], str(_bulan_terakhir(f))
    elif kolom.nama == "periode":
        pilihan, bawaan = list(SEMUA_PERIODE), f.periode
    else:
        pilihan, bawaan = list(kolom.pilihan), kolom.pilihan[0]
    baca = KATA_SUMBER | {f"TW{nomor}": f"TW {romawi}" for nomor, romawi in ROMAWI.items()}
    return str(
        tempat.selectbox(
            kolom.label,
            pilihan,
            index=pilihan.index(bawaan),
            key=f"{awalan}-{kolom.nama}",
            format_func=lambda x: baca.get(x, x),
        )
    )


def _bulan_terakhir(f: Filter) -> int:
    """The last month of the position; of the year its own score."""
    return BULAN_TAHUNAN if f.sd.setahun else 3 * f.sd.triwulan
