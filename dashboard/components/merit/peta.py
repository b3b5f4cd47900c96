"""The merit index as it stands: cards, criteria, sub items as a checklist, instruments and years."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan, target_bersatuan
from dashboard.charts.palet import KONFIGURASI
from dashboard.charts.waterfall_merit import (
    kalimat_kategori,
    kalimat_waterfall,
    nama_pendek,
    temuan_merit,
    waterfall_merit,
)
from dashboard.components.umum.tata import Kartu, subjudul
from dashboard.domain.aturan.merit import Instrumen
from dashboard.domain.kamus.buku_kerja import lembar
from dashboard.domain.merit.indeks import PetaMerit, Unsur, kategori, upaya
from dashboard.formatting import angka, dasar_teks, selisih, tanggal
from dashboard.services.kinerja import Kinerja
from dashboard.services.merit import TahunMerit
from dashboard.templates import Fragments

_HTML = Fragments(__file__)
ASUMSI = "poin asumsi"
LABEL_INSTRUMEN = lembar("indikator").kolom_bernama("instrumen_versi").label
KALIMAT_SISA = "Sisa poin tiap kriteria; garis titik: batas kategori."
KEPALA = (
    "Kriteria",
    "Nilai",
    "Target",
    "Terhadap target (poin)",
    "Maksimum",
    "Sisa ke maksimum (poin)",
    "Status",
    "Pemilik",
)
HEADINGS_SUB_ITEM = ("Sub item", "Nilai dari poin", "Upaya", "Bukti dan catatan", "Pemilik")
HEADINGS_TAHUN = ("Tahun", "Instrumen", "Nilai", "Kategori", "Terhadap tahun sebelumnya")
TIDAK_SEBANDING = "tidak dapat dibandingkan"


def kartu_merit(peta: PetaMerit) -> tuple[Kartu, ...]:
    """Score, target, category and maximum: what the head asks for."""
    i = peta.indeks
    nilai = i.hasil.nilai
    kelas = kategori(nilai, peta.kelas)
    kartu = [
        Kartu("Indeks merit", angka(nilai, rapikan=True), status=i.hasil.status, contoh=i.hasil.memuat_contoh),
        Kartu("Target", target_bersatuan(i.sasaran, None), keterangan=_terhadap(i)),
    ]
    if nilai is not None:
        kartu.append(Kartu("Kategori", kelas.nama if kelas else "–", keterangan=(kalimat_kategori(nilai, peta.kelas),)))
    kartu.append(Kartu("Maksimum", angka(i.maks, rapikan=True), keterangan=_maksimum(peta)))
    return tuple(kartu)


def _terhadap(i: Unsur) -> tuple[str, ...]:
    return (f"nilai {selisih(-i.ke_target)} poin terhadap target",) if i.ke_target is not None else ()


def _maksimum(peta: PetaMerit) -> tuple[str, ...]:
    if peta.indeks.maks is None:
        return ("maksimum tidak tercetak",)
    sisa = peta.indeks.ke_maks
    return (f"sisa {angka(sisa, rapikan=True)} poin",) if sisa is not None else ()


def draw_waterfall(peta: PetaMerit) -> None:
    """Draw the two waterfalls side by side: where the score came from, and what is left."""
    kiri, kanan = st.columns(2, gap="large")
    for kolom, dari_target in ((kiri, True), (kanan, False)):
        with kolom:
            judul = "Dari target ke nilai" if dari_target else "Dari nilai ke maksimum"
            kalimat = kalimat_waterfall(peta) if dari_target else KALIMAT_SISA
            subjudul(judul, kalimat)
            alt = f"{temuan_merit(peta)}. {kalimat}"
            st.plotly_chart(
                waterfall_merit(peta, dari_target), config=KONFIGURASI, key=f"waterfall-{dari_target}", alt=alt
            )


def tabel_kriteria_html(peta: PetaMerit, k: Kinerja) -> Markup:
    """The criteria, what matters first."""
    return _HTML("kriteria", KEPALA, [(u, nama_pendek(u), _angka(u), k.pemilik(u.kode)) for u in peta.kriteria])


def _angka(u: Unsur) -> list[str]:
    beda = selisih(None if u.ke_target is None else -u.ke_target)
    nilai, maks, ke_maks = (angka(n, rapikan=True) for n in (u.hasil.nilai, u.maks, u.ke_maks))
    return [nilai, target_bersatuan(u.sasaran, None), beda, maks, ke_maks]


def daftar_periksa_html(peta: PetaMerit, k: Kinerja, bukti: Mapping[str, str]) -> Markup:
    """Sub items per criterion, folded: score of points, effort, evidence (of those one may read), owner."""
    return _HTML("daftar_periksa", [_lipatan(u, k, bukti) for u in peta.kriteria if u.bagian], HEADINGS_SUB_ITEM)


def _lipatan(u: Unsur, k: Kinerja, bukti: Mapping[str, str]) -> dict[str, Any]:
    return {
        "kode": u.kode,
        "nama": nama_pendek(u),
        "nilai": angka(u.hasil.nilai, rapikan=True),
        "maks": angka(u.maks, rapikan=True),
        "penuh": sum(1 for s in u.bagian if s.ke_maks is not None and s.ke_maks <= 0),
        "sub_item": [_sub_item(s, k, bukti) for s in u.bagian],
    }


def _sub_item(s: Unsur, k: Kinerja, bukti: Mapping[str, str]) -> dict[str, str]:
    i = s.hasil.indikator
    return {
        "kode": i.kode,
        "nama": i.nama,
        "isi": _isi_meter(s.hasil.nilai, s.maks),
        "nilai": angka(s.hasil.nilai, rapikan=True),
        "maks": angka(s.maks, rapikan=True),
        "asumsi": ASUMSI if i.poin_asumsi else "",
        "upaya": angka(upaya(s), rapikan=True),
        "bukti": bukti.get(s.kode, "tidak terbuka bagi peran Anda"),
        "pemilik": k.pemilik(s.kode),
    }


def _isi_meter(nilai: Decimal | None, maks: Decimal | None) -> str:
    """How full the small bar of a score within its points is, in percent."""
    lebar = float(min(max(nilai / maks, Decimal(0)), Decimal(1)) * 100) if nilai is not None and maks else 0.0
    return f"{lebar:.1f}"


def instrumen_html(peta: PetaMerit, berikut: Instrumen | None, wilayah: str | None) -> Markup:
    """Which instrument this year is scored by, the conflict of its maximum, and the one that follows."""
    kalimat = []
    kini, disebut = peta.instrumen, peta.indeks.hasil.indikator.instrumen_versi
    if kini is not None and disebut != kini.versi:
        kalimat.append(
            f"Instrumen indeks ini {f'disebut {disebut}' if disebut else 'tidak disebut'}, sehingga kategorinya tidak "
            f'dibaca. Bila dinilai dengan instrumen "{kini.versi}", tulis begitu pada kolom {LABEL_INSTRUMEN} '
            "lembar indikator."
        )
    elif kini is not None:
        kalimat.append(f"Instrumen tahun ini: {kini.versi}. Dasar: {dasar_teks(kini.dasar, wilayah)}.")
        if kini.bertentangan and peta.kriteria:
            kalimat.append(
                f"Pertentangan: poin kriteria berjumlah {angka(kini.jumlah_poin, rapikan=True)}, sedangkan skala "
                f"kategori berakhir di {angka(kini.maks_skala, rapikan=True)}. Keduanya disimpan; kategori dibaca "
                "dari nilai."
            )
    if berikut is not None:
        aspek = "; ".join(a.nama for a in berikut.aspek)
        kalimat.append(
            f"Mulai {tanggal(berikut.dasar.berlaku_mulai)} berlaku {berikut.versi} dengan {len(berikut.aspek)} "
            f"aspek: {aspek}. {berikut.dasar.catatan} Dasar: {berikut.dasar.sumber}."
        )
    return _HTML("instrumen", kalimat)


def riwayat_html(tahun: Sequence[TahunMerit]) -> Markup:
    """The index year by year; between two instruments nothing is compared."""
    return _HTML(
        "riwayat", HEADINGS_TAHUN, [_tahun(satu, lalu) for satu, lalu in zip(tahun, (None, *tahun), strict=False)]
    )


def _tahun(satu: TahunMerit, lalu: TahunMerit | None) -> tuple[int, str, str, str, str]:
    return (
        satu.tahun,
        satu.instrumen.versi if satu.instrumen else "–",
        nilai_bersatuan(satu.hasil.nilai, None),
        satu.kategori.nama if satu.kategori else "–",
        banding_tahun(satu, lalu),
    )


def banding_tahun(satu: TahunMerit, lalu: TahunMerit | None) -> str:
    """The change against the year before, only within one instrument."""
    if lalu is None:
        return "–"
    if satu.instrumen != lalu.instrumen:
        return TIDAK_SEBANDING
    if satu.hasil.nilai is None or lalu.hasil.nilai is None:
        return "–"
    return selisih(satu.hasil.nilai - lalu.hasil.nilai)
