"""Invented employees with a year of SKP, behaviour and ratings: believable, and the same from the same seed.

No real person: names are drawn from two lists, every NIP begins with 9999. Standard library only. Numbers are
Decimals as the workbook holds them; `pembangkit_buku.py` writes them as sheets, data_access loads them in bulk.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

BENIH = "dasbor-skp-1"
AWALAN_NIP = "9999"
DEPAN = (
    "Adi",
    "Arum",
    "Bayu",
    "Citra",
    "Damar",
    "Dewi",
    "Eka",
    "Fajar",
    "Galuh",
    "Hasna",
    "Indra",
    "Jaya",
    "Kirana",
    "Laras",
    "Mega",
    "Nanda",
    "Okta",
    "Prima",
    "Putri",
    "Raka",
    "Ratna",
    "Salma",
    "Satria",
    "Tirta",
    "Utami",
    "Vina",
    "Wahyu",
    "Wulan",
    "Yoga",
    "Zahra",
)
BELAKANG = (
    "Adiwangsa",
    "Baskara",
    "Candrawinata",
    "Dananjaya",
    "Endrawati",
    "Firmanto",
    "Gunawarman",
    "Harsanti",
    "Iswara",
    "Kertapati",
    "Laksmana",
    "Mahardika",
    "Nirmala",
    "Pangestika",
    "Rahwana",
    "Sasongko",
    "Tejakusuma",
    "Wiradana",
    "Yudhanta",
    "Zulhamdi",
)
ASPEK = ("orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerjasama")
SERATUS = Decimal(100)
HARI_SEBULAN = Decimal(22)

Baris = dict[str, object]


@dataclass(frozen=True)
class Watak:
    """How a unit works: quality, time saved, behaviour, differences, late reports, extra duties, budget used."""

    mutu: float = 86
    hemat: float = 0.10
    sikap: float = 87
    beda: float = 4
    lambat: float = 0.04
    tambahan: float = 0.6
    serapan: float = 0.93


BIASA = Watak()


@dataclass(frozen=True)
class Kegiatan:
    """One activity of a position: its name, unit of quantity, and the target of each of the twelve months or None."""

    nama: str
    satuan: str
    target: Sequence[Decimal | None]
    biaya: Decimal | None = None


@dataclass(frozen=True)
class Pegawai:
    nip: str
    nama: str
    unit: str
    jabatan: str
    memimpin: bool
    golongan: str
    kegiatan: Sequence[Kegiatan]


def nip(nomor: int) -> str:
    return f"{AWALAN_NIP}{nomor:014d}"


def nama(nomor: int) -> str:
    """A name of its own for each number as long as the two lists allow."""
    acak = random.Random(f"{BENIH}:nama")
    pasangan = [f"{d} {b}" for d in DEPAN for b in BELAKANG]
    acak.shuffle(pasangan)
    return pasangan[nomor % len(pasangan)]


def bagi_bulan(setahun: Decimal, cacah: bool) -> list[Decimal | None]:
    """A year's target over its months: what is counted is spread out, a percentage is the same each month."""
    if not cacah:
        return [setahun] * 12
    utuh = int(setahun)
    berjalan = [utuh * b // 12 for b in range(13)]
    bagian = [Decimal(n - s) for s, n in pairwise(berjalan)]
    return [b if b else None for b in bagian]


def baris_pegawai(p: Pegawai) -> Baris:
    return {
        "nip": p.nip,
        "nama": p.nama,
        "jabatan": p.jabatan,
        "unit": p.unit,
        "golongan": p.golongan,
        "memimpin": "ya" if p.memimpin else "tidak",
    }


class Setahun:
    """One employee's year in one unit's manner."""

    def __init__(self, pegawai: Pegawai, watak: Watak, tahun: int, benih: str = BENIH) -> None:
        self.p, self.w, self.tahun = pegawai, watak, tahun
        self.acak = random.Random(f"{benih}:{pegawai.nip}")
        self.diri = self.acak.gauss(0, 1)

    def skp(self, bulan: int) -> Iterator[Baris]:
        """The month's rows; an activity not targeted that month is there with "-"."""
        for no, kegiatan in enumerate(self.p.kegiatan, start=1):
            dasar: Baris = {
                "nip": self.p.nip,
                "tahun": self.tahun,
                "bulan": bulan,
                "no": str(no),
                "kegiatan": kegiatan.nama,
                "satuan_kuantitas": kegiatan.satuan,
            }
            target = kegiatan.target[bulan - 1]
            yield dasar | ({"target_kuantitas": "-"} if target is None else self._terukur(target, kegiatan.biaya))

    def _terukur(self, target: Decimal, biaya: Decimal | None) -> Baris:
        utuh = target == target.to_integral_value()
        hasil = target * self._sekitar(1.0, 0.0125 * self.w.beda, 0.7, 1.15)
        laju = 1 - self.w.hemat - 0.005 * self.diri * self.w.beda
        waktu = HARI_SEBULAN * self._sekitar(laju, 0.0075 * self.w.beda, 0.6, 1.3)
        baris: Baris = {
            "target_kuantitas": target,
            "target_kualitas": SERATUS,
            "target_waktu": HARI_SEBULAN,
            "satuan_waktu": "hari",
            "realisasi_kuantitas": bulat(hasil, "1" if utuh else "0.01"),
            "realisasi_kualitas": bulat(Decimal(self._poin(self.w.mutu)), "1"),
            "realisasi_waktu": bulat(waktu, "1"),
        }
        if biaya is not None:
            terpakai = bulat(biaya * self._sekitar(self.w.serapan, 0.01 * self.w.beda, 0.7, 1.05) / 1000, "1") * 1000
            baris |= {"target_biaya": biaya, "realisasi_biaya": terpakai}
        return baris

    def perilaku(self, bulan: int, libur: frozenset[date] = frozenset(), tahap: int = 3) -> Baris:
        """Aspects, extra duties, ratings and dates of the month; `tahap` how far its appraisal has come."""
        nama_aspek = (*ASPEK, "kepemimpinan") if self.p.memimpin else ASPEK
        isi: Baris = {satu: bulat(Decimal(self._poin(self.w.sikap)), "1") for satu in nama_aspek}
        sikap = sum(Decimal(str(n)) for n in isi.values()) / len(isi)
        isi |= {"nip": self.p.nip, "tahun": self.tahun, "bulan": bulan, "tugas_tambahan": self._tugas()}
        isi["kreativitas"] = "skpd" if self.acak.random() < 0.01 else "tidak"
        isi |= self.rating(sikap)
        return isi | self._tanggal(bulan, libur, tahap)

    def rating(self, sikap: Decimal) -> Baris:
        hasil = Decimal(f"{self.w.mutu + self.diri * self.w.beda:.2f}")
        return {"rating_hasil": _rating(hasil, 91, 66), "rating_perilaku": _rating(sikap, 90, 63)}

    def _tugas(self) -> int:
        return sum(self.acak.random() < self.w.tambahan / 3 for _ in range(4))

    def _tanggal(self, bulan: int, libur: frozenset[date], tahap: int) -> Baris:
        """Report, assessment, verification in working days; now and then late, now and then an objection."""
        awal = date(self.tahun + bulan // 12, bulan % 12 + 1, 1)
        hari = [_kerja(awal + timedelta(days=t - 1), libur) for t in (2, 4, 5)]
        hari.append(_kerja(awal + timedelta(days=9), libur, -1))
        if self.acak.random() < self.w.lambat:
            mundur = self.acak.randint(1, 4)
            hari = [_kerja(h + timedelta(days=mundur), libur) for h in hari]
        keberatan = self.acak.random() < 0.01
        nama_tanggal = ("tanggal_lapor", "tanggal_nilai", "tanggal_keberatan", "tanggal_verifikasi")
        ada = (tahap > 0, tahap > 1, keberatan and tahap > 1, tahap > 2 and hari[3] >= awal)
        return {n: h.isoformat() for n, h, ya in zip(nama_tanggal, hari, ada, strict=True) if ya}

    def _poin(self, tengah: float) -> float:
        return min(100.0, max(45.0, tengah + self.diri * self.w.beda + self.acak.gauss(0, self.w.beda / 2)))

    def _sekitar(self, tengah: float, simpang: float, bawah: float, atas: float) -> Decimal:
        return Decimal(f"{min(atas, max(bawah, self.acak.gauss(tengah, simpang))):.4f}")


def bulat(nilai: Decimal, langkah: str) -> Decimal:
    return nilai.quantize(Decimal(langkah), ROUND_HALF_UP)


def _rating(nilai: Decimal, atas: int, bawah: int) -> str:
    return "di_atas" if nilai >= atas else "sesuai" if nilai >= bawah else "di_bawah"


def _kerja(hari: date, libur: frozenset[date], arah: int = 1) -> date:
    """The day itself, or the nearest one worked on after it (before it)."""
    while hari.weekday() > 4 or hari in libur:
        hari += timedelta(days=arah)
    return hari
