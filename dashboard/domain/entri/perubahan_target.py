"""A target changes within its year only for one of the reasons of Pergub Banten 5/2017; both versions stay.

Source: DOMAIN.md section 3, "Changes of target allowed".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.domain.dasar.angka import Ambigu, NumberError, baca_angka
from dashboard.domain.dasar.indikator import Target
from dashboard.domain.dasar.periode import POSISI, TAHUN, SampaiDengan, nama_periode
from dashboard.domain.dasar.tanggal import tulis_tanggal
from dashboard.domain.dasar.teks import satu_baris
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.hitung.jalur_target import usia

ALASAN: Mapping[str, str] = {
    "jabatan": "Perubahan jabatan",
    "tugas": "Perubahan tugas",
    "anggaran": "Perubahan anggaran",
    "cuti": "Cuti panjang",
    "force majeure": "Force majeure",
}
PASAL = "Pergub Banten 5/2017: target diubah karena jabatan, tugas, anggaran, cuti panjang, atau force majeure"
KETERANGAN_TERPENDEK = 10


class PerubahanDitolak(Exception):
    """A change of target outside the rules; says why in Indonesian."""


def penjelasan_perubahan(alasan: str, keterangan: str) -> str:
    """The words kept with the new version: "Perubahan anggaran: …". Raises PerubahanDitolak."""
    if alasan not in ALASAN:
        raise PerubahanDitolak(f"Pilih satu dari lima alasan: {', '.join(ALASAN)}.")
    isi = satu_baris(keterangan)
    if len(isi) < KETERANGAN_TERPENDEK:
        raise PerubahanDitolak("Jelaskan perubahannya, misalnya nomor DPA perubahan atau surat keputusan.")
    return f"{ALASAN[alasan]}: {isi}"


def periksa_berlaku(tahun: int, berlaku_mulai: date | None) -> date:
    """The day the change holds from. Raises PerubahanDitolak unless it lies in the target's year."""
    if berlaku_mulai is None or berlaku_mulai.year != tahun:
        raise PerubahanDitolak(f"Pilih tanggal mulai berlaku dalam tahun {tahun}.")
    return berlaku_mulai


@dataclass(frozen=True, slots=True)
class GerakTarget:
    """One indicator at a position, before and after a change of its targets."""

    sd: SampaiDengan
    sebelum: HasilIndikator
    sesudah: HasilIndikator

    @property
    def bergerak(self) -> bool:
        """Whether a number or the status of the position is another one."""
        return _angka_posisi(self.sebelum) != _angka_posisi(self.sesudah)


def _angka_posisi(h: HasilIndikator) -> tuple[object, ...]:
    target = (h.target.sampai, h.target.tahunan)
    angka = [(t.nilai, t.nilai_min, t.nilai_maks) if t is not None else None for t in target]
    return (*angka, h.persen, h.capaian_tahunan and h.capaian_tahunan.nilai, h.status)


def posisi_periode(periode: str) -> tuple[str, ...]:
    """The positions whose own target that period is: its quarter, for the year also the fourth."""
    return tuple(p for p in POSISI if p == periode or p == f"TW{SampaiDengan.yang_memuat(1, periode).triwulan}")


def tak_bergerak(gerak: Iterable[GerakTarget], baru: Iterable[Target], berlaku: Iterable[Target]) -> tuple[str, ...]:
    """Why each changed period leaves its own position as it is, one sentence each; empty where all of them move.

    `baru` are the rows of the change, `berlaku` all rows of the indicator's year as they stand without it.
    """
    bergeser, lama = {g.sd.kode for g in gerak if g.bergerak}, tuple(berlaku)
    return tuple(_sebab_tetap(satu, lama) for satu in baru if bergeser.isdisjoint(posisi_periode(satu.periode)))


def _sebab_tetap(baru: Target, lama: Iterable[Target]) -> str:
    nama, akhir = nama_periode(baru.periode), SampaiDengan.yang_memuat(baru.tahun, baru.periode).hari_akhir
    mulai = usia(baru)[1]
    if mulai > akhir:
        return (
            f"Target {nama} tidak berubah: perubahannya baru berlaku {tulis_tanggal(mulai)}, sesudah {nama} berakhir "
            f"pada {tulis_tanggal(akhir)}. Pilih tanggal mulai yang tidak lebih dari hari itu."
        )
    lain = [usia(t)[1] for t in lama if t.periode == baru.periode and t.versi == baru.versi]
    if menyusul := [hari for hari in lain if mulai < hari <= akhir]:
        return f"Target {nama} tidak berubah: perubahan yang berlaku {tulis_tanggal(max(menyusul))} menggantikannya."
    if baru.periode == TAHUN or baru.periode in POSISI:
        return f"Target {nama} sudah seperti yang Anda isi, jadi tidak ada yang berubah."
    return f"Target {nama} tidak menentukan capaian: target triwulannya sama atau tercetak sendiri."


@dataclass(frozen=True, slots=True)
class TargetBaru:
    """A target as a number, or as a range."""

    nilai: Decimal | None = None
    nilai_min: Decimal | None = None
    nilai_maks: Decimal | None = None


def baca_target(teks: str, satuan: str | None) -> TargetBaru | Ambigu | NumberError:
    """A new target as typed: "85", or a range "70-80". Nothing is guessed, as for any number."""
    bagian = [b.strip() for b in teks.replace("–", "-").split("-")]
    if len(bagian) != 2 or not all(bagian):
        hasil = baca_angka(teks, satuan)
        return TargetBaru(hasil) if isinstance(hasil, Decimal) else hasil
    bawah, atas = (baca_angka(b, satuan) for b in bagian)
    if not isinstance(bawah, Decimal):
        return bawah
    if not isinstance(atas, Decimal):
        return atas
    if bawah >= atas:
        return NumberError("batas bawahnya tidak di bawah batas atas", "Tulis misalnya 70-80.")
    return TargetBaru(None, bawah, atas)
