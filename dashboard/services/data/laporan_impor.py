"""The answer to a workbook: what it would change or has changed, what is wrong with it, in Indonesian."""

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dashboard.domain.kamus.jejak import Beda, beda, kalimat_beda, sebut_kunci
from data_access.workbook.periksa.masalah import Masalah, kunci_jawab, ringkas
from data_access.workbook.periksa.rencana import RencanaLembar

BARIS_PRATINJAU = 200
BARIS_TEKS = 20


@dataclass(frozen=True, slots=True)
class RingkasLembar:
    """Counts of rows of one sheet; `kosong` counts cells."""

    nama: str
    tambah: int
    ubah: int
    tetap: int
    kosong: int
    ditolak: int


@dataclass(frozen=True, slots=True)
class PerubahanBaris:
    """One row of the preview; `kolom` is empty for a new row."""

    lembar: str
    kunci: str
    aksi: str
    kolom: tuple[Beda, ...] = ()

    def teks(self) -> str:
        isi = "; ".join(kalimat_beda((nama, ringkas(lama), ringkas(baru))) for nama, lama, baru in self.kolom)
        return f"{self.aksi} {self.lembar} {self.kunci}" + (f" ({isi})" if isi else "")


@dataclass(frozen=True, slots=True)
class LaporanImpor:
    """`jumlah_masalah` counts all problems, `masalah` lists the first thousand; `diambil` says whether data changed.

    `asal` are the sheets that bear another name in the file: (ours, the file's). `cara_lain` says by note what to type
    where what was taken unasked is meant otherwise.
    """

    berkas: str
    instansi: tuple[str, ...]
    lembar: tuple[RingkasLembar, ...] = ()
    masalah: tuple[Masalah, ...] = ()
    jumlah_masalah: int = 0
    catatan: tuple[str, ...] = ()
    perubahan: tuple[PerubahanBaris, ...] = ()
    diambil: bool = False
    asal: tuple[tuple[str, str], ...] = ()
    cara_lain: Mapping[str, str] = field(default_factory=dict)

    @property
    def jumlah_perubahan(self) -> int:
        return sum(satu.tambah + satu.ubah for satu in self.lembar)

    def teks(self) -> str:
        """The report as the command line prints it."""
        bagian = [f"Buku kerja {self.berkas}" + (f" ({', '.join(self.instansi)})" if self.instansi else "")]
        if self.lembar:
            bagian.append(self._tabel())
        bagian += [f"Catatan: {satu}{self.cara_lain.get(satu, '')}" for satu in self.catatan]
        bagian += [f"  {satu.teks()}" for satu in self.perubahan[:BARIS_TEKS]]
        if self.jumlah_perubahan > BARIS_TEKS:
            bagian.append(f"  … dan {self.jumlah_perubahan - BARIS_TEKS} baris lain.")
        pertama = {satu.kunci: satu for satu in reversed(self.masalah)}
        bagian += [
            f"✖ {satu.teks()}{cara_jawab(satu.kunci, satu.jawaban) if pertama[satu.kunci] is satu else ''}"
            for satu in self.masalah
        ]
        if self.jumlah_masalah > len(self.masalah):
            bagian.append(f"✖ … dan {self.jumlah_masalah - len(self.masalah)} masalah lain.")
        return "\n".join([*bagian, self.kesimpulan])

    @property
    def kesimpulan(self) -> str:
        if self.jumlah_masalah:
            return f"Ditolak: {self.jumlah_masalah} masalah. Tidak ada yang disimpan."
        if not self.jumlah_perubahan:
            return "Tidak ada perubahan."
        if self.diambil:
            return f"Diambil: {self.jumlah_perubahan} baris disimpan."
        return f"Tidak ada masalah; {self.jumlah_perubahan} baris akan disimpan."

    def _tabel(self) -> str:
        kepala = f"  {'lembar':<14}{'tambah':>8}{'ubah':>8}{'tetap':>8}{'kosong':>8}{'ditolak':>8}"
        isi = (
            f"  {satu.nama:<14}{satu.tambah:>8}{satu.ubah:>8}{satu.tetap:>8}{satu.kosong:>8}{satu.ditolak:>8}"
            for satu in self.lembar
        )
        return "\n".join([kepala, *isi])


def cara_jawab(kunci: str, jawaban: Iterable[str]) -> str:
    """What to type in answer to a question; empty where there is none."""
    pilihan = [f"--jawab {shlex.quote(f'{kunci_jawab(kunci)}={kata}')}" for kata in jawaban]
    return f" Atau jawab: {', atau '.join(pilihan)}." if pilihan else ""


def ringkas_lembar(rencana: RencanaLembar) -> RingkasLembar:
    return RingkasLembar(
        nama=rencana.nama,
        tambah=len(rencana.tambah),
        ubah=len(rencana.ubah),
        tetap=len(rencana.tetap),
        kosong=len(rencana.kosong),
        ditolak=rencana.ditolak,
    )


def pratinjau(rencana: tuple[RencanaLembar, ...]) -> tuple[PerubahanBaris, ...]:
    """The first changes, changed rows before new ones: those are what a planner wants to see."""
    hasil: list[PerubahanBaris] = []
    for satu in rencana:
        for lama, baru in satu.ubah[: BARIS_PRATINJAU - len(hasil)]:
            isi = beda(satu.nama, lama, baru)
            hasil.append(PerubahanBaris(satu.nama, sebut_kunci(satu.nama, baru), "ubah", isi))
    for satu in rencana:
        for baris in satu.tambah[: max(BARIS_PRATINJAU - len(hasil), 0)]:
            hasil.append(PerubahanBaris(satu.nama, sebut_kunci(satu.nama, baris), "tambah"))
    return tuple(hasil)
