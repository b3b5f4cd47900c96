"""Values a hundred times off their target, 0,855 or 8550 for 85,5: one judgement for the page and the command line.

A level is judged (a percentage, an index, a score); a count may well begin at a hundredth of its year.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.angka import kanonik, tulis_angka
from dashboard.domain.dasar.perilaku import SATUAN_TINGKAT
from dashboard.domain.dasar.satuan_ukur import golongan_satuan, persen
from data_access.baris import Baris, Nilai, ambil
from data_access.workbook.periksa.lembar_baca import Buku
from data_access.workbook.periksa.pangkalan import Pangkalan
from data_access.workbook.periksa.rencana import RencanaLembar

SERATUS = Decimal(100)
JAUH = 20
"""How many times off a value must be from its target before one asks."""
DEKAT = 3
"""Within how many times of its target it must lie once moved by two places."""
DINILAI = "realisasi"
Kunci = tuple[Nilai, ...]


@dataclass(frozen=True, slots=True)
class SkalaLain:
    """One value at its cell: as written, and moved by two places to where its target lies."""

    sel: str
    tertulis: Decimal
    geser: Decimal
    target: Decimal
    satuan: str

    @property
    def pilihan(self) -> tuple[Decimal, Decimal]:
        return self.geser, self.tertulis

    @property
    def hal(self) -> str:
        kata = "kecil" if self.geser > self.tertulis else "besar"
        return f"Targetnya {self.sebut(self.target)}; angka ini seratus kali lebih {kata}."

    def sebut(self, nilai: Decimal) -> str:
        return f"{tulis_angka(nilai)} %" if persen(self.satuan) else tulis_angka(nilai)


def skala_lain(
    buku: Buku, rencana: Collection[RencanaLembar], instansi: Collection[str], pangkalan: Pangkalan
) -> tuple[SkalaLain, ...]:
    """The new reports that only come near their target when moved by two places."""
    satu = buku.get(DINILAI)
    if satu is None or not satu.berkunci or "nilai" not in satu.posisi or not rencana:
        return ()
    baru, acuan = _nilai_baru(rencana), _Acuan(buku, instansi, pangkalan)
    hasil = []
    for j, baris in satu.utuh():
        kunci = _kunci(baris)
        nilai, target = baru.get(kunci), acuan.untuk(kunci)
        geser = _geser(nilai, target) if nilai is not None and target is not None else None
        if geser is not None and nilai is not None and target is not None:
            hasil.append(SkalaLain(satu.sel(j, "nilai"), nilai, geser, target, acuan.satuan[kunci[:2]]))
    return tuple(hasil)


def _geser(nilai: Decimal, target: Decimal) -> Decimal | None:
    """The value moved by two places when only so it comes near the target, else None."""
    if nilai <= 0 or target <= 0:
        return None
    for calon, jauh in ((nilai * SERATUS, nilai * JAUH < target), (nilai / SERATUS, nilai > target * JAUH)):
        if jauh and target / DEKAT <= calon <= target * DEKAT:
            return kanonik(calon)
    return None


def _berkunci(buku: Buku, nama: str) -> bool:
    """Whether that sheet is there with all that tells its rows apart."""
    return nama in buku and buku[nama].berkunci


def _kunci(baris: Baris) -> Kunci:
    return baris["instansi"], baris["indikator"], baris["tahun"], baris["periode"]


def _nilai_baru(rencana: Collection[RencanaLembar]) -> dict[Kunci, Decimal]:
    """Values that would be written and are not there yet."""
    hasil: dict[Kunci, Decimal] = {}
    for lembar in rencana:
        if lembar.nama == DINILAI:
            berubah = [baru for lama, baru in lembar.ubah if lama["nilai"] != baru["nilai"]]
            for baris in (*lembar.tambah, *berubah):
                if isinstance(nilai := baris["nilai"], Decimal):
                    hasil[_kunci(baris)] = nilai
    return hasil


class _Acuan:
    """What a report of a level is held against: the target of its own period, else the largest of its year."""

    def __init__(self, buku: Buku, instansi: Collection[str], pangkalan: Pangkalan) -> None:
        self.satuan = dict(_satuan(buku, instansi, pangkalan))
        self._nilai: dict[Kunci, Decimal] = {}
        tahun = {baris["tahun"] for _, baris in buku[DINILAI].utuh()}
        diserahkan = [baris for _, baris in buku["target"].utuh()] if _berkunci(buku, "target") else []
        for milik in instansi:
            for baris in (*ambil(pangkalan.connection, "target", milik, saring={"tahun": tahun}), *diserahkan):
                self._catat(baris)

    def _catat(self, baris: Baris) -> None:
        nilai, kunci = baris.get("nilai") or baris.get("nilai_maks"), _kunci(baris)
        if kunci[:2] in self.satuan and isinstance(nilai, Decimal):
            self._nilai[kunci] = nilai
            self._nilai[kunci[:3]] = max(nilai, self._nilai.get(kunci[:3], nilai))

    def untuk(self, kunci: Kunci) -> Decimal | None:
        return self._nilai.get(kunci, self._nilai.get(kunci[:3]))


def _satuan(buku: Buku, instansi: Collection[str], pangkalan: Pangkalan) -> Iterator[tuple[Kunci, str]]:
    """By agency and indicator: the unit of those that are levels; the workbook's word before the stored one."""
    semua: dict[Kunci, Nilai] = {
        (milik, kode): satuan for milik in instansi for kode, satuan in pangkalan.satuan(milik).items()
    }
    if _berkunci(buku, "indikator"):
        semua |= {(b["instansi"], b["kode"]): b.get("satuan") for _, b in buku["indikator"].utuh()}
    for kunci, satuan in semua.items():
        kata = str(satuan or "").strip()
        if golongan_satuan(kata) in SATUAN_TINGKAT:
            yield kunci, kata
