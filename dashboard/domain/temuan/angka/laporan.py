"""Reports against themselves: a value beside its parts, a share beyond its whole, a zero that may be no figure."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dashboard.domain.dasar.indikator import (
    JENIS_UNSUR_INDEKS,
    PeranKomponen,
    Perilaku,
    Polaritas,
    Realisasi,
    Rumus,
    Sifat,
)
from dashboard.domain.dasar.periode import TAHUN, TRIWULAN, SampaiDengan, nama_periode
from dashboard.domain.dasar.satuan_ukur import dicacah
from dashboard.domain.hitung.hasil import HasilTahun
from dashboard.domain.hitung.penyusun import penyusun
from dashboard.domain.hitung.posisi_realisasi import nilai_laporan
from dashboard.domain.hitung.rumus import bagian_rumus
from dashboard.domain.hitung.tahun import hitung_tahun
from dashboard.domain.temuan.angka.jumlah import RATUS, bagian_seluruh
from dashboard.domain.temuan.bahan import SATUAN_SKOR, Aturan, Bahan, Bukti, Keparahan, tulis
from dashboard.domain.temuan.teks import rapikan

JENIS = "Laporan"


def _akhir(periode: str) -> tuple[int, bool]:
    """The month a period ends with; a quarter after its months."""
    triwulan = periode in TRIWULAN
    return int(periode[2:]) * 3 if triwulan else int(periode[3:]), triwulan


def berurutan(baris: dict[str, Realisasi]) -> list[Realisasi]:
    """The reports of months and quarters in the order of time; the year's own stands apart."""
    return [baris[p] for p in sorted((p for p in baris if p != TAHUN), key=_akhir)]


def _bulat_sama(nilai: Decimal, hitung: Decimal) -> bool:
    """Whether the one is the other, rounded to the decimals it was written with."""
    pangkat = nilai.as_tuple().exponent
    letak = min(pangkat, 0) if isinstance(pangkat, int) else 0
    return abs(hitung - nilai) * 2 <= Decimal(1).scaleb(letak)


def nilai_beda_bagian(bahan: Bahan) -> Iterable[Bukti]:
    """A report whose value is not the ratio of the two parts written beside it."""
    for i in bahan.data.indikator:
        for r in bahan.realisasi.get(i.kode, {}).values():
            if r.nilai is None or r.pembilang is None or not r.penyebut:
                continue
            rasio = r.pembilang / r.penyebut
            if not any(_bulat_sama(r.nilai, n) for n in (rasio, rasio * RATUS)):
                hitung = rasio * RATUS if bahan.persen(i.kode) else rasio
                isi = {"periode": nama_periode(r.periode), "nilai": tulis(r.nilai, i.satuan)}
                bagian = f"{tulis(r.pembilang)} dari {tulis(r.penyebut)}"
                isi |= {"bagian": bagian, "hitung": tulis(round(hitung, 2), i.satuan)}
                yield Bukti((i.kode,), isi, bagian, kunci=f"{i.kode}.{r.periode}")


def _sampai_triwulan(bahan: Bahan, kode: Sequence[str]) -> Iterable[tuple[int, HasilTahun]]:
    """The calculation of these indicators at the end of each quarter."""
    sebagian = penyusun(bahan.data, kode)
    for tw in range(1, len(TRIWULAN) + 1):
        yield tw, hitung_tahun(sebagian, SampaiDengan(bahan.data.tahun, tw), bahan.aturan)


def laporan_beda_hitungan(bahan: Bahan) -> Iterable[Bukti]:
    """A reported ratio, mean or stock that its inputs, complete, do not yield; sums have a rule of their own."""
    dilaporkan = [
        i.kode
        for i in bahan.data.indikator
        if i.rumus in (Rumus.RASIO, Rumus.RERATA, Rumus.STOK) and i.kode in bahan.komponen and i.kode in bahan.realisasi
    ]
    beda: dict[str, Bukti] = {}
    for tw, hasil in _sampai_triwulan(bahan, dilaporkan) if dilaporkan else ():
        for kode in dilaporkan:
            h = hasil.indikator[kode]
            lapor, hitung = h.realisasi.nilai, h.simpul.terhitung
            if lapor is None or hitung is None or _bulat_sama(lapor, hitung) or kode in beda:
                continue
            satuan = h.indikator.satuan
            isi = {"periode": nama_periode(f"TW{tw}"), "nilai": tulis(lapor, satuan)}
            masukan = tuple(k.komponen for k in bahan.komponen[kode] if k.komponen in bahan.indikator)
            beda[kode] = Bukti((kode, *masukan), isi | {"hitung": tulis(round(hitung, 2), satuan)})
    yield from beda.values()


def bagian_melebihi_seluruh(bahan: Bahan) -> Iterable[Bukti]:
    """39 of 36: a part beyond its whole, in one report or between the two inputs of a share."""
    sudah: set[str] = set()
    for kode, periode, atas, bawah in (*_bagian_laporan(bahan), *_bagian_masukan(bahan)):
        if kode not in sudah and atas > bawah > 0:
            sudah.add(kode)
            isi = {"periode": nama_periode(periode), "atas": tulis(atas), "bawah": tulis(bawah)}
            yield Bukti((kode,), isi, f"{tulis(atas)} dari {tulis(bawah)}")


def _bagian_laporan(bahan: Bahan) -> Iterable[tuple[str, str, Decimal, Decimal]]:
    for i in bahan.data.indikator:
        for r in bahan.realisasi.get(i.kode, {}).values() if bagian_seluruh(i) else ():
            if r.pembilang is not None and r.penyebut is not None:
                yield i.kode, r.periode, r.pembilang, r.penyebut


def _bagian_masukan(bahan: Bahan) -> Iterable[tuple[str, str, Decimal, Decimal]]:
    """The two inputs of each share at the end of each quarter, where both are whole and known."""
    pasangan: dict[str, tuple[str, str]] = {}
    for i in bahan.data.indikator:
        suku = bagian_rumus(i, bahan.komponen.get(i.kode, ())) if i.rumus is Rumus.RASIO and bagian_seluruh(i) else ()
        peran = {k.peran: k for k in suku if k.sifat is not Sifat.SEBAGIAN and k.bobot == 1}
        if len(suku) == len(peran) == len((PeranKomponen.PEMBILANG, PeranKomponen.PENYEBUT)):
            pasangan[i.kode] = (peran[PeranKomponen.PEMBILANG].komponen, peran[PeranKomponen.PENYEBUT].komponen)
    for tw, hasil in _sampai_triwulan(bahan, tuple(pasangan)) if pasangan else ():
        nilai = {k: n for k, h in hasil.indikator.items() if (n := h.realisasi.nilai) is not None}
        nilai |= {k: v.nilai for k, v in hasil.variabel.items() if v.nilai is not None and v.triwulan == tw}
        for kode, (atas, bawah) in pasangan.items():
            if atas in nilai and bawah in nilai:
                yield kode, f"TW{tw}", nilai[atas], nilai[bawah]


def realisasi_nol(bahan: Bahan) -> Iterable[Bukti]:
    """A score of nought, or a level after it had stood above zero: a value, or a cell that was not known yet?

    A lone part of an index may well score nothing.
    """
    for i in bahan.data.indikator:
        target = bahan.target.get(i.kode)
        if dicacah(i.satuan) or (bahan.perilaku[i.kode].perilaku is Perilaku.AKUMULASI and not i.dinilai_luar):
            continue
        if i.polaritas is Polaritas.NEGATIF or (target is not None and target.nilai == 0):
            continue
        milik = bahan.realisasi.get(i.kode, {})
        baris = [*berurutan(milik), *([milik[TAHUN]] if TAHUN in milik else [])]
        semua = [(r.periode, n) for r in baris if (n := nilai_laporan(bahan.perilaku[i.kode], r)) is not None]
        ada = [n for n, (_, nilai) in enumerate(semua) if nilai]
        skor = i.dinilai_luar or rapikan(i.satuan) in SATUAN_SKOR
        meragukan = skor and (bool(ada) or i.jenis not in JENIS_UNSUR_INDEKS)
        nol = [p for n, (p, nilai) in enumerate(semua) if nilai == 0 and (meragukan or any(m < n for m in ada))]
        if nol:
            sebab = "periode lainnya jauh di atas nol" if ada else "suatu skor hampir tidak pernah nol"
            isi = {"periode": nama_periode(nol[0]), "sebab": sebab}
            yield Bukti((i.kode,), isi, "; ".join(tulis(nilai) for _, nilai in semua))


T, S = Keparahan.TINGGI, Keparahan.SEDANG
ATURAN = (
    Aturan(
        "nilai_beda_bagian",
        JENIS,
        T,
        "Nilai laporan berbeda dari pembilang dan penyebutnya",
        "Pada {periode} dilaporkan {nilai}, sedangkan {bagian} memberi {hitung}.",
        "Dasbor memakai nilai yang dilaporkan; nilai atau bagiannya perlu diperbaiki.",
        nilai_beda_bagian,
    ),
    Aturan(
        "laporan_beda_hitungan",
        JENIS,
        T,
        "Nilai laporan berbeda dari hasil rumusnya",
        "Sampai {periode} dilaporkan {nilai}, sedangkan masukannya memberi {hitung}.",
        "Dasbor memakai nilai yang dilaporkan; nilai atau masukannya perlu diperbaiki.",
        laporan_beda_hitungan,
    ),
    Aturan(
        "bagian_melebihi_seluruh",
        JENIS,
        T,
        "Bagian melebihi keseluruhannya",
        "Pada {periode} dilaporkan {atas} dari {bawah}.",
        "Persentase suatu bagian tidak mungkin melampaui 100 %; salah satu angkanya keliru.",
        bagian_melebihi_seluruh,
    ),
    Aturan(
        "realisasi_nol",
        JENIS,
        T,
        "0 atau belum ada data?",
        "Pada {periode} dilaporkan 0, padahal {sebab}: 0 atau belum ada data?",
        "Nol dihitung sebagai capaian terburuk; yang belum ada datanya dikosongkan.",
        realisasi_nol,
    ),
)
