"""Units that do not say whether period figures add up, under a blank perilaku: one question a unit, not a guess.

The answer is kept as the perilaku of every indicator in that unit which the workbook touches.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.indikator import Perilaku
from dashboard.domain.dasar.perilaku import satuan_bertanya
from dashboard.services.data.angka_periode.penyajian import Rencana, baris_baru, calon_indikator
from data_access.baris import Baris
from data_access.workbook.periksa.lembar_baca import Buku
from data_access.workbook.periksa.masalah import Jawab
from data_access.workbook.periksa.pangkalan import Pangkalan

PILIHAN = (Decimal(1), Decimal(2), Decimal(3))
"""Stand for the answers where every answer is a number."""
ARTI: dict[Jawab, Perilaku] = dict(
    zip(PILIHAN, (Perilaku.AKUMULASI, Perilaku.PROGRESS, Perilaku.PENGULANGAN), strict=True)
)
KATA = (
    "bertambah: angka triwulan dijumlahkan (akumulasi)",
    "tingkat: angka terakhir yang berlaku (progress)",
    "berulang: target penuh tiap periode (pengulangan)",
)
PEMISAH = "@"
"""Parts the cell of such a question from the unit it is about; no address of a cell holds it."""
MAKS_SEBUT = 5
PEMILIK = {"target": "indikator", "realisasi": "indikator", "indikator": "kode"}
"""Sheets whose rows touch an indicator, and the column that names it."""


@dataclass(frozen=True, slots=True)
class SatuanTakMenentukan:
    """A unit, the indicators in it that say nothing else, and the cell it is asked at."""

    satuan: str
    kode: tuple[str, ...]
    sel: str

    @property
    def kunci(self) -> str:
        return f"{self.sel}{PEMISAH}{_baku(self.satuan)}"

    @property
    def sebutan(self) -> str:
        lebih = len(self.kode) - MAKS_SEBUT
        return ", ".join(self.kode[:MAKS_SEBUT]) + (f" dan {lebih} lainnya" if lebih > 0 else "")

    @property
    def kalimat(self) -> str:
        """For who cannot be asked: the command line."""
        return (
            f'{self.sel}: satuan "{self.satuan}" tidak menentukan apakah angka triwulan bertambah, dan perilaku kosong '
            f"({self.sebutan}); dibaca sebagai progress. Isi kolom perilaku pada lembar indikator: akumulasi bila "
            "bertambah, progress, atau pengulangan."
        )


def jawaban_perilaku(jawaban: Collection[tuple[str, Jawab]]) -> dict[str, Perilaku]:
    """What was answered, by unit."""
    tentang = ((sel.partition(PEMISAH)[2], nilai) for sel, nilai in jawaban)
    return {satuan: ARTI[nilai] for satuan, nilai in tentang if satuan and nilai in ARTI}


def satuan_tak_menentukan(
    buku: Buku, rencana: Rencana, instansi: Collection[str], pangkalan: Pangkalan
) -> tuple[SatuanTakMenentukan, ...]:
    """The units that the planned rows of indicators, targets or reports bring about, each once."""
    baru = {satu.nama: baris_baru(satu) for satu in rencana if satu.nama in PEMILIK}
    disentuh = {str(b[PEMILIK[nama]]) for nama, baris in baru.items() for b in baris}
    kasus: dict[str, tuple[str, list[str]]] = {}
    for milik in sorted(instansi):
        for i in calon_indikator(milik, disentuh, baru.get("indikator", ()), pangkalan):
            if i.satuan and satuan_bertanya(i):
                kasus.setdefault(_baku(i.satuan), (i.satuan, []))[1].append(i.kode)
    letak = dict(_letak(buku))
    return tuple(
        SatuanTakMenentukan(satuan, tuple(kode), next((letak[k] for k in kode if k in letak), "indikator"))
        for satuan, kode in kasus.values()
    )


def perilaku_terjawab(kasus: Iterable[SatuanTakMenentukan], jawaban: Mapping[str, Perilaku]) -> dict[str, Baris]:
    """What each indicator gets by the answers."""
    return {
        kode: {"perilaku": jawaban[_baku(satu.satuan)].value}
        for satu in kasus
        if _baku(satu.satuan) in jawaban
        for kode in satu.kode
    }


def _letak(buku: Buku) -> Iterator[tuple[str, str]]:
    """The cell of each indicator: its unit where the workbook holds it (the last said here), else what is measured."""
    for nama, kolom in (("realisasi", "nilai"), ("target", "nilai"), ("indikator", "satuan")):
        for j, b in reversed(list(buku[nama].utuh())) if nama in buku else ():
            yield str(b.get(PEMILIK[nama])), buku[nama].sel(j, kolom)


def _baku(satuan: str) -> str:
    return " ".join(satuan.lower().split())
