"""The parts of Distribusi SKP that are drawn from recaps alone, so that they can be replayed."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts.palet import KONFIGURASI
from dashboard.charts.skp_bulanan import bulanan
from dashboard.charts.skp_nilai import kalimat_nilai, nilai_kelompok
from dashboard.components.skp.tabel import (
    tabel_banding,
    tabel_kalender,
    tabel_kalender_setahun,
    tabel_keadaan,
    tabel_komposisi,
    tabel_kuadran,
    tabel_pola,
)
from dashboard.components.umum.tata import catatan, keadaan_kosong, page_header, subjudul
from dashboard.domain.aturan.predikat import AturanPredikat
from dashboard.domain.dasar.indikator import Instansi
from dashboard.domain.skp.kalender import BULAN_TAHUNAN
from dashboard.domain.skp.predikat import jumlah_predikat
from dashboard.domain.skp.rezim import Rezim, penilaian
from dashboard.domain.skp.sebaran import Rekap
from dashboard.domain.skp.sebaran_batas import Tanda
from dashboard.formatting import angka, dasar_teks, tanggal
from dashboard.services.skp.sebaran import Kelompok, SebaranSkp
from dashboard.templates import Fragments
from dashboard.texts_skp import (
    REZIM,
    SKALA_LAMA,
    TANDA,
    TANPA_PRESTASI,
    TANPA_RATING,
    batas_tanda,
    belum_dinilai,
    lain_triwulan,
    menunggu_bulan,
    menunggu_dinilai,
    nama_bulan,
    predikat_belum_berlaku,
)

_HTML = Fragments(__file__)


def header(s: SebaranSkp, instansi: Instansi) -> None:
    """The page's header: how many are at least Baik, and what is worth a second look."""
    konteks = [instansi.nama, _posisi(s)]
    if s.skala_lama:
        konteks.append(f"nilai angka: {SKALA_LAMA}")
    page_header("Distribusi SKP", temuan(s), konteks, contoh=s.contoh)
    if s.menunggu:
        catatan(menunggu_dinilai(s.sd, s.bulan))
    if beda := beda_rezim(s, instansi.wilayah):
        catatan(beda)


def beda_rezim(s: SebaranSkp, wilayah: str | None) -> str:
    """Both appraisals by name where they count differently; empty where one alone is known or both agree."""
    jumlah = {r: penilaian(s.semua, r, s.aturan.predikat) for r in Rezim}
    if not s.skala_lama or not all(p.dinilai for p in jumlah.values()) or len(set(jumlah.values())) == 1:
        return ""
    predikat, nilai_angka = (
        f"{angka(jumlah[r].baik, 0)} dari {angka(jumlah[r].dinilai, 0)} pegawai"
        for r in (Rezim.PREDIKAT, Rezim.NUMERIK)
    )
    dasar = dasar_teks(s.aturan.skp.bobot_skp, wilayah)
    return (
        f"Dua penilaian dipakai di halaman ini: {predikat} Baik ke atas menurut predikat "
        f"({s.aturan.predikat.dasar.peraturan}), {nilai_angka} menurut nilai angka {SKALA_LAMA} ({dasar})."
    )


def _posisi(s: SebaranSkp) -> str:
    """The month as a page says its position: the year's own scores are those of the position Tahun."""
    return f"Tahun {s.tahun}" if s.bulan == BULAN_TAHUNAN else f"{nama_bulan(s.bulan)} {s.tahun}"


def temuan(s: SebaranSkp) -> str:
    """The finding in one sentence, in the regime of the year."""
    orang, (kata, belum) = s.penilaian(s.semua), REZIM[s.rezim]
    if not orang.dinilai:
        return f"{angka(s.semua.orang, 0)} pegawai tercatat, {belum}"
    kalimat = f"{angka(orang.baik, 0)} dari {angka(orang.dinilai, 0)} pegawai {kata}"
    if s.menunggu:
        kalimat = f"{belum_dinilai(s.sd)}; {nama_bulan(s.bulan)}: {kalimat}"
    dilihat = sum(bool(k.tanda) for k in s.terlihat)
    return f"{kalimat}; {dilihat} {s.kata} perlu dilihat" if dilihat else kalimat


def berdata(s: SebaranSkp) -> list[Kelompok]:
    """The groups that may be shown and have scores, in the order of the organisation."""
    return [k for k in s.terlihat if k.rekap is not None and k.rekap.dinilai]


def pasangan(s: SebaranSkp) -> list[tuple[str, Rekap]]:
    """The same as names and recaps, for the figures."""
    return [(k.nama, k.rekap) for k in berdata(s) if k.rekap is not None]


def tanpa_prestasi(s: SebaranSkp) -> tuple[str, str]:
    """Title and sentence where no group has a score; a year says that it waits for its months."""
    judul, kalimat = TANPA_PRESTASI
    return judul, menunggu_bulan(angka(s.tanpa_nilai_setahun, 0)) if s.tanpa_nilai_setahun else kalimat


def nilai(s: SebaranSkp) -> None:
    """Box and dots, or ridges."""
    subjudul("Sebaran nilai", "Satu titik satu pegawai pada setengah poin terdekat; kelompok besar menjadi bukit.")
    baris = pasangan(s)
    st.plotly_chart(
        nilai_kelompok(baris, s.semua),
        config=KONFIGURASI,
        key="skp-nilai",
        alt=" ".join(kalimat_nilai(nama, r) for nama, r in baris),
    )


def banding(s: SebaranSkp) -> None:
    """Groups beside the agency, with what is worth a second look and what it means."""
    judul = f"{s.kata.capitalize()} dibandingkan dengan instansi"
    subjudul(judul, "Urutan menurut susunan organisasi, bukan peringkat.")
    tabel_banding(s)
    arti = [
        f"{TANDA[t].bentuk} {TANDA[t].kata}: {TANDA[t].arti} {batas_tanda(t, s.batas)}"
        for t in dict.fromkeys(_semua_tanda(s))
    ]
    if s.tersembunyi:
        arti.append(
            f"{s.tersembunyi} kelompok disembunyikan: beranggota kurang dari {s.batas.sembunyi_di_bawah} orang, "
            "atau dapat dihitung dari selisihnya."
        )
    if not s.sejaman:
        arti.append(lain_triwulan(s.sd, s.bulan))
    if s.tanpa_nilai_setahun:
        arti.append(menunggu_bulan(angka(s.tanpa_nilai_setahun, 0)))
    if arti:
        catatan(" ".join(arti))


def _semua_tanda(s: SebaranSkp) -> list[Tanda]:
    return [t for k in s.terlihat for t in k.tanda]


def perkembangan(s: SebaranSkp) -> None:
    """Month by month, and what a score is made of."""
    subjudul("Rata-rata prestasi per bulan", "Garis tebal: seluruh instansi.")
    baris = [(k.nama, k.bulanan) for k in s.kelompok]
    st.plotly_chart(bulanan(baris, s.semua_bulanan), config=KONFIGURASI, key="skp-bulanan", alt=kalimat_bulanan(s))
    skp = s.aturan.skp
    judul = f"Komposisi {skp.komposisi}, {nama_bulan(s.bulan)} {s.tahun}"
    subjudul(judul, "Rata-rata mereka yang punya nilai prestasi.")
    st.html(_HTML("kunci_komposisi", skp.bobot_skp.nilai, skp.bobot_perilaku.nilai))
    tabel_komposisi(s)


def kalimat_bulanan(s: SebaranSkp) -> str:
    """The agency's months in words."""
    isi = [f"{nama_bulan(b)} {angka(r.rerata, 1)}" for b, r in sorted(s.semua_bulanan.items()) if b and r.dinilai]
    return f"Rata-rata prestasi seluruh instansi: {', '.join(isi)}."


def predikat(s: SebaranSkp, kelompok: Kelompok | None) -> None:
    """The quadrant of the agency or of one group, and every group against its pola distribusi."""
    aturan = s.aturan.predikat
    if not aturan.berlaku:
        keadaan_kosong(*predikat_belum_berlaku(aturan.dasar))
        return
    rekap = s.semua if kelompok is None else kelompok.rekap
    if rekap is None or not rekap.berkuadran:
        keadaan_kosong(*TANPA_RATING)
        return
    judul = f"Kuadran kinerja, {kelompok.nama if kelompok else 'seluruh instansi'}"
    kiri, kanan = st.columns([3, 2], gap="large")
    with kiri:
        subjudul(judul, f"{aturan.dasar.peraturan}: rating hasil kerja dan rating perilaku, jumlah orang per sel.")
        tabel_kuadran(rekap.kuadran, judul, aturan)
    with kanan:
        subjudul("Jumlah per predikat")
        _daftar_predikat(rekap, aturan)
    subjudul("Pola distribusi", f"Acuan, bukan kuota. {aturan.pola_minimum.sumber}.")
    tabel_pola(s)


def _daftar_predikat(rekap: Rekap, aturan: AturanPredikat) -> None:
    st.html(_HTML("predikat", jumlah_predikat(rekap.kuadran, aturan).items()))


def kalender(s: SebaranSkp) -> None:
    """Who was in time, and how far every score has come; for the year, month by month."""
    if s.bulan == BULAN_TAHUNAN:
        subjudul(f"Kalender penilaian {s.tahun}, seluruh instansi", f"Pilih satu bulan untuk melihatnya per {s.kata}.")
        tabel_kalender_setahun(s)
        return
    subjudul(f"Kalender penilaian {nama_bulan(s.bulan)} {s.tahun}", _tenggat(s))
    tabel_kalender(s)
    subjudul("Keadaan nilai", "Setiap nilai dihitung sekali, pada langkah terjauh yang sudah dilalui.")
    tabel_keadaan(s)


def _tenggat(s: SebaranSkp) -> str:
    j = s.jatuh
    return (
        f"Lapor sampai {tanggal(j.lapor)}, dinilai sampai {tanggal(j.nilai)}, keberatan sampai {tanggal(j.keberatan)}, "
        f"verifikasi tim sampai {tanggal(j.verifikasi)}, BKD sampai {tanggal(j.bkd)}."
    )


def legenda_kelas(sebutan: Sequence[str]) -> None:
    """The five classes with their colours, best first."""
    st.html(_HTML("legenda_kelas", sebutan))


def alt_kelas(baris: Sequence[tuple[str, Rekap]], sebutan: Sequence[str]) -> str:
    """The class stacks in words."""
    return " ".join(
        f"{nama}: " + ", ".join(f"{n} {kata}" for n, kata in zip(r.kelas, sebutan, strict=True) if n) + "."
        for nama, r in baris
    )
