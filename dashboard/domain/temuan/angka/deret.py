"""Figures over the periods of a year: jumps, repetitions, uniform targets."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from statistics import median

from dashboard.domain.dasar.indikator import Indikator, Perilaku
from dashboard.domain.dasar.periode import TAHUN, TRIWULAN
from dashboard.domain.hitung.posisi_realisasi import nilai_laporan
from dashboard.domain.temuan.angka.laporan import berurutan
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, sebut, tulis
from dashboard.domain.temuan.teks import kutip

JENIS = "Deret waktu"
LIPAT = 8
"""A figure this many times the middle of the others is a slip of the comma before it is a success."""
SERAGAM_TERSEDIKIT = 20
BAGIAN_SERAGAM = Decimal("0.1")
SERATUS = Decimal(100)
TERKECIL = Decimal(10)
"""Below it, ordinary counts of a few already differ many times over."""


def _deret(bahan: Bahan, i: Indikator) -> list[Decimal]:
    baris = bahan.realisasi.get(i.kode, {})
    return [n for p in TRIWULAN if p in baris and (n := baris[p].nilai) is not None]


def realisasi_lompat(bahan: Bahan) -> Iterable[Bukti]:
    """One period far from the others, or a running total that falls, from period to period or at the year."""
    for i in bahan.data.indikator:
        perilaku = bahan.perilaku[i.kode]
        semua = berurutan(bahan.realisasi.get(i.kode, {}))
        nilai = [n for r in semua if (n := nilai_laporan(perilaku, r)) is not None]
        berjalan = perilaku.perilaku is Perilaku.AKUMULASI and not perilaku.bertambah
        setahun = bahan.realisasi.get(i.kode, {}).get(TAHUN)
        akhir = nilai_laporan(perilaku, setahun) if setahun is not None and berjalan else None
        nilai += [akhir] if akhir is not None else []
        turun = berjalan and any(kini < lalu for lalu, kini in pairwise(nilai))
        lompat = None if berjalan or len(_deret(bahan, i)) < 3 else _pencilan(_deret(bahan, i))
        if turun or lompat is not None:
            sebab = "jumlah berjalan turun" if turun else f"{tulis(lompat)} jauh dari triwulan lain"
            yield Bukti((i.kode,), {"sebab": sebab}, "; ".join(tulis(n) for n in nilai))


def _pencilan(nilai: list[Decimal]) -> Decimal | None:
    tengah = median(nilai)
    jauh = (n for n in nilai if tengah > TERKECIL and (n >= LIPAT * tengah or 0 < n * LIPAT <= tengah))
    return next(jauh, None)


def realisasi_berulang(bahan: Bahan) -> Iterable[Bukti]:
    """The same odd figure in all four quarters of what should move; one finding for the agency."""
    sama: dict[str, str] = {}
    for i in bahan.data.indikator:
        nilai, target = _deret(bahan, i), bahan.nilai_target(i.kode)
        biasa = {Decimal(0), Decimal(1), SERATUS, i.maks, target, target and target / len(TRIWULAN)}
        if len(nilai) == len(TRIWULAN) and len(set(nilai)) == 1 and nilai[0] not in biasa and _ganjil(nilai[0]):
            sama[i.kode] = tulis(nilai[0], i.satuan)
    if sama:
        isi = {"n": len(sama), "kode": sebut([f"{kode} ({nilai})" for kode, nilai in sama.items()])}
        yield Bukti(tuple(sama), isi, kunci="triwulan")


def _ganjil(nilai: Decimal) -> bool:
    return nilai != nilai.to_integral_value() or nilai >= SERAGAM_TERSEDIKIT


def target_seragam(bahan: Bahan) -> Iterable[Bukti]:
    """Many rows of one position, all with one target, that outweigh the rest of the agency in a plain mean."""
    semua = sum(len(baris) for baris in bahan.iki_jabatan.values())
    for kode, baris in bahan.iki_jabatan.items():
        nilai = Counter((bahan.nilai_target(i.kode), i.satuan) for i in baris)
        (umum, satuan), banyak = nilai.most_common(1)[0]
        besar = banyak >= SERAGAM_TERSEDIKIT and banyak >= BAGIAN_SERAGAM * semua
        if umum is not None and besar and banyak == len(baris):
            isi = {
                "n": banyak,
                "jabatan": bahan.jabatan[kode].nama,
                "target": tulis(umum, satuan),
                "porsi": tulis(round(SERATUS * banyak / semua, 0), "%"),
            }
            yield Bukti((kode, *(i.kode for i in baris)), isi, kutip(tulis(umum, satuan)), kunci=kode)


def realisasi_seragam(bahan: Bahan) -> Iterable[Bukti]:
    """All indicators of a position report one and the same figure."""
    for kode, baris in bahan.iki_jabatan.items():
        nilai = [tuple(_deret(bahan, i)) for i in baris]
        if len(nilai) >= SERAGAM_TERSEDIKIT // 4 and all(nilai) and len(set(nilai)) == 1:
            target = {bahan.nilai_target(i.kode) for i in baris}
            if len(target) > 1:
                isi = {"n": len(baris), "jabatan": bahan.jabatan[kode].nama}
                yield Bukti((kode, *(i.kode for i in baris)), isi, "; ".join(tulis(n) for n in nilai[0]), kunci=kode)


T, S = Keparahan.TINGGI, Keparahan.SEDANG
ATURAN = (
    Aturan(
        "realisasi_lompat",
        JENIS,
        S,
        "Realisasi melompat",
        "Realisasi antarperiode tidak wajar: {sebab}.",
        "Mungkin salah letak koma, atau jumlah berjalan tertukar dengan tambahan.",
        realisasi_lompat,
    ),
    Aturan(
        "realisasi_berulang",
        JENIS,
        S,
        "Realisasi berulang",
        "{n} indikator melaporkan angka yang sama pada keempat triwulan: {kode}.",
        "Mungkin disalin dari triwulan sebelumnya tanpa diukur.",
        realisasi_berulang,
    ),
    Aturan(
        "target_seragam",
        JENIS,
        T,
        "Target seragam mendominasi",
        "Semua {n} target {jabatan} bernilai {target}: {porsi} dari seluruh IKI.",
        "Rata-rata capaian tanpa bobot didominasi satu jabatan.",
        target_seragam,
    ),
    Aturan(
        "realisasi_seragam",
        JENIS,
        S,
        "Realisasi seragam",
        "Semua {n} indikator {jabatan} melaporkan angka yang sama meskipun targetnya berbeda.",
        "Nilai tampak diisi sekaligus, bukan diukur satu per satu.",
        realisasi_seragam,
    ),
)
