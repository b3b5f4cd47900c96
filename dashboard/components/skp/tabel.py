"""The tables of Distribusi SKP: groups beside the agency, the calendar, the quadrant."""

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from dashboard.domain.aturan.predikat import AturanPredikat
from dashboard.domain.aturan.skp import AturanSkp
from dashboard.domain.dasar.terbilang import terbilang
from dashboard.domain.skp.kalender import BULAN_TAHUNAN
from dashboard.domain.skp.predikat import Rating, nomor_sel, predikat_sel
from dashboard.domain.skp.sebaran import Rekap, lima_angka
from dashboard.formatting import angka, bulatkan, persen
from dashboard.services.skp.sebaran import Kelompok, SebaranSkp
from dashboard.templates import Fragments
from dashboard.texts_skp import KEADAAN, PREDIKAT_UNIT, RATING, TANDA, nama_bulan

_HTML = Fragments(__file__)
Baris = tuple[str, Sequence[str], str | None, bool]
"""A group's name, its numbers, a last cell of words where there is one, and whether the row sums up the others."""

HEADINGS_BANDING = (
    "Pegawai",
    "Dinilai",
    "Rata-rata",
    "Median",
    "Beda dengan instansi",
    "Baik ke atas",
    "Capaian unit",
    "Perlu dilihat",
)
HEADINGS_KALENDER = (
    "Pegawai",
    "Lapor tepat",
    "Lapor terlambat",
    "Belum lapor",
    "Nilai tepat",
    "Nilai terlambat",
    "Verifikasi tepat",
    "Verifikasi terlambat",
    "Keberatan",
)


def tabel_banding(s: SebaranSkp) -> None:
    """Draw each group beside the agency: in the order of the organisation, not of merit."""
    baris = [_baris_banding(s, k) for k in s.kelompok]
    baris.append(_baris_instansi(s))
    _draw("Perbandingan dengan instansi", (s.kata.capitalize(), *HEADINGS_BANDING), baris, teks=1)


def _baris_banding(s: SebaranSkp, k: Kelompok) -> Baris:
    if k.rekap is None:
        return k.nama, [_cacah(k.pegawai), "disembunyikan", *["–"] * 5], "", False
    beda = None if k.rekap.rerata is None or s.semua.rerata is None else k.rekap.rerata - s.semua.rerata
    orang = s.penilaian(k.rekap)
    isi = [_cacah(k.pegawai), _cacah(orang.dinilai), angka(k.rekap.rerata), _median(k.rekap), _beda(beda)]
    isi += [_bagian(orang.baik, orang.dinilai), persen(k.capaian)]
    return k.nama, isi, _HTML("tanda", [TANDA[t] for t in k.tanda]), False


def _baris_instansi(s: SebaranSkp) -> Baris:
    r, orang = s.semua, s.penilaian(s.semua)
    isi = [_cacah(s.pegawai), _cacah(orang.dinilai), angka(r.rerata), _median(r), "–"]
    isi += [_bagian(orang.baik, orang.dinilai), "–"]
    return "Seluruh instansi", isi, "", True


def tabel_kalender_setahun(s: SebaranSkp) -> None:
    """Draw the same for the whole agency, month by month."""
    baris = [
        _baris_kalender(nama_bulan(b), s.pegawai_bulanan[b], r)
        for b, r in sorted(s.semua_bulanan.items())
        if b != BULAN_TAHUNAN
    ]
    _draw("Kalender penilaian per bulan", ("Bulan", *HEADINGS_KALENDER), baris)


def tabel_kalender(s: SebaranSkp) -> None:
    """Draw who reported, assessed and verified in time; objections and what is still missing."""
    baris = [_baris_kalender(k.nama, k.pegawai, k.rekap) for k in s.kelompok]
    baris.append(_baris_kalender("Seluruh instansi", s.pegawai, s.semua, jumlah=True))
    _draw("Kalender penilaian", (s.kata.capitalize(), *HEADINGS_KALENDER), baris)


def _baris_kalender(nama: str, pegawai: int, r: Rekap | None, *, jumlah: bool = False) -> Baris:
    if r is None:
        return nama, [_cacah(pegawai), "disembunyikan", *["–"] * 7], None, jumlah
    (lapor, nilai, verifikasi), (lapor_l, nilai_l, verifikasi_l) = r.tepat, r.lambat
    isi = [pegawai, lapor, lapor_l, pegawai - lapor - lapor_l, nilai, nilai_l, verifikasi, verifikasi_l, r.keberatan]
    return nama, [_cacah(max(n, 0)) for n in isi], None, jumlah


def tabel_keadaan(s: SebaranSkp) -> None:
    """Draw how far each group's scores have come, one column a state."""
    kepala = (s.kata.capitalize(), *KEADAAN.values())
    baris = [
        (k.nama, [_cacah(n) for n in k.rekap.keadaan] if k.rekap else ["–"] * len(KEADAAN), None, False)
        for k in s.kelompok
    ]
    baris.append(("Seluruh instansi", [_cacah(n) for n in s.semua.keadaan], None, True))
    _draw("Keadaan nilai", kepala, baris)


def tabel_komposisi(s: SebaranSkp) -> None:
    """Draw what the mean prestasi of each group is made of, SKP and behaviour by their weights."""
    skp = s.aturan.skp
    baris = [_baris_komposisi(k.nama, k.rekap, skp) for k in s.terlihat]
    baris.append(_baris_komposisi("Seluruh instansi", s.semua, skp, jumlah=True))
    bagian = f"Bagian {skp.bobot_skp.nilai} dan {skp.bobot_perilaku.nilai}"
    kepala = (s.kata.capitalize(), "Nilai SKP", "Nilai perilaku", "Prestasi", bagian)
    _draw("Komposisi nilai prestasi", kepala, baris, teks=1)


def _baris_komposisi(nama: str, r: Rekap | None, aturan: AturanSkp, *, jumlah: bool = False) -> Baris:
    if r is None or r.rerata_skp is None or r.rerata_perilaku is None:
        return nama, ["–"] * 3, "–", jumlah
    bobot = float(aturan.bagian_skp), float(aturan.bagian_perilaku)
    bagian = (float(max(r.rerata_skp, Decimal(0))) * bobot[0], float(r.rerata_perilaku) * bobot[1])
    return nama, [angka(r.rerata_skp), angka(r.rerata_perilaku), angka(r.rerata)], _HTML("balok", *bagian), jumlah


def tabel_kuadran(kuadran: Sequence[int], judul: str, aturan: AturanPredikat) -> None:
    """Draw the nine cells with their counts and the word each stands for."""
    baris = [
        (RATING[hasil], [(kuadran[nomor_sel(hasil, p)], predikat_sel(hasil, p, aturan)) for p in Rating])
        for hasil in reversed(Rating)
    ]
    st.html(_HTML("kuadran", judul, [RATING[p] for p in Rating], baris))


def tabel_pola(s: SebaranSkp) -> None:
    """Draw each group's own predikat beside the spread of its people, and what departs from the pola."""
    baris = [
        (k.nama, PREDIKAT_UNIT[k.predikat] if k.predikat else "belum ditetapkan", _kata_pola(k, s.aturan.predikat))
        for k in s.terlihat
    ]
    st.html(_HTML("pola", (s.kata.capitalize(), "Predikat unit", "Dibandingkan pola distribusi"), baris))


def _kata_pola(k: Kelompok, aturan: AturanPredikat) -> str:
    if k.predikat is None or k.rekap is None:
        return "tidak dibandingkan"
    if k.rekap.berkuadran < aturan.pola_minimum.bulat:
        return f"kurang dari {terbilang(aturan.pola_minimum.angka)} orang, tidak dibandingkan"
    return "; ".join(k.peringatan) or "sesuai pola"


def _median(r: Rekap) -> str:
    lima = lima_angka(r)
    return angka(lima[2] if lima else None, 1)


def _beda(beda: Decimal | None) -> str:
    return f"{'+' if beda is not None and bulatkan(beda) > 0 else ''}{angka(beda)}"


def _bagian(n: int, dari: int) -> str:
    return f"{_cacah(n)} dari {_cacah(dari)}" if dari else "–"


def _cacah(n: int) -> str:
    return angka(n, 0)


def _draw(judul: str, kepala: Sequence[str], baris: Sequence[Baris], *, teks: int = 0) -> None:
    """Draw a table; its first and its last `teks` columns are words, the rest numbers."""
    st.html(_HTML("angka_kelompok", judul, kepala, baris, range(1, len(kepala) - teks)))
