"""Proposals for a cell that holds more than a number, with the cells to fill; and what was agreed to, put there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from dashboard.domain.dasar.angka import NumberError, tulis_angka
from dashboard.domain.dasar.angka_ganjil import angka_ganjil
from dashboard.domain.dasar.teks import satu_baris
from dashboard.domain.kamus.buku_kerja import Kolom
from data_access.workbook.berkas.jawaban import angka_sel
from data_access.workbook.berkas.mentah import Mentah, Terjawab
from data_access.workbook.periksa.lembar_baca import Buku, LembarBaca
from data_access.workbook.periksa.masalah import DaftarMasalah
from data_access.workbook.periksa.pangkalan import Pangkalan

NILAI = "nilai"
MILIK_INDIKATOR = ("satuan", "polaritas")
_TEMPAT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Acuan:
    """Where an indicator is looked up: the workbook, whose indicators are read by then, then what its agency stores."""

    buku: Buku
    pangkalan: Pangkalan
    instansi: str | None

    @cached_property
    def _baris(self) -> dict[str, int]:
        """The row of each indicator in the workbook."""
        return {kode: j for j, kode in enumerate(self._dibaca("kode"))}

    @cached_property
    def _polaritas(self) -> dict[str, str]:
        kini = self.pangkalan.kolom(self.instansi, "indikator", "kode", "polaritas") if self.instansi else []
        tersimpan = {str(baris["kode"]): str(satu) for baris in kini if (satu := baris["polaritas"])}
        dibaca = zip(self._dibaca("kode"), self._dibaca("polaritas"), strict=True)
        return tersimpan | {kode: satu for kode, satu in dibaca if satu}

    def _dibaca(self, kolom: str) -> list[str]:
        """That column of the indicators in the workbook, blanks as empty text."""
        isi = self.buku["indikator"].isi.get(kolom, []) if "indikator" in self.buku else []
        return ["" if nilai is None else str(nilai) for nilai in isi]

    def letak(self, kode: str, nama: str) -> str | None:
        """The cell of that column of the indicator, if the workbook holds it."""
        if not kode or kode not in self._baris or nama not in self.buku["indikator"].posisi:
            return None
        return self.buku["indikator"].sel(self._baris[kode], nama)

    def polaritas(self, kode: str) -> str | None:
        """What the indicator is to be, as far as one knows."""
        return self._polaritas.get(kode) if kode else None


def usulan_sel(
    acuan: Acuan, lembar: LembarBaca, i: int, kolom: Kolom, satuan: str | None
) -> tuple[NumberError, tuple[str, ...]] | None:
    """What the text in that cell of row i holds, with the cells to fill, and each way in words; None where unknown."""
    mentah = _mentah(lembar, i, kolom.nama)
    ganjil = angka_ganjil(mentah, satuan, _kolom_lain(lembar, kolom)) if isinstance(mentah, str) else None
    if ganjil is None:
        return None

    def tempat(cocok: re.Match[str]) -> str:
        nama = kolom.nama if cocok[1] == NILAI else cocok[1]
        if nama in MILIK_INDIKATOR:
            return _sel_indikator(acuan, lembar, i, kolom, nama)
        return _sel(lembar, i, nama)

    benar = _TEMPAT.sub(tempat, ganjil.benar)
    kini = acuan.polaritas(_kode(lembar, i)) if any(satu.polaritas for satu in ganjil.usulan) else None
    usulan = [satu for satu in ganjil.usulan if not satu.polaritas or kini in {None, satu.polaritas}]
    if len(usulan) < len(ganjil.usulan):
        benar += f" Sekarang {kini}."
    return NumberError(ganjil.salah, benar, tuple(satu.nilai for satu in usulan)), tuple(satu.arti for satu in usulan)


def terapkan_jawaban(lembar: LembarBaca, kolom: Kolom, mentah: list[Mentah], satuan: Sequence[str | None]) -> None:
    """Put what was agreed to into its cell, in place, and what belongs into others into the sheet's `tambahan`."""
    for i, isi in enumerate(mentah if Terjawab in set(map(type, mentah)) else ()):
        if isinstance(isi, Terjawab):
            ganjil = angka_ganjil(str(isi), satuan[i], _kolom_lain(lembar, kolom))
            usulan = next((satu for satu in (ganjil.usulan if ganjil else ()) if satu.nilai == isi.nilai), None)
            mentah[i] = None if usulan and usulan.pindah else angka_sel(isi.nilai)
            if usulan and usulan.lain:
                lembar.tambahan[i] = {**lembar.tambahan.get(i, {}), **dict(usulan.lain)}


def isi_tambahan(lembar: LembarBaca, masalah: DaftarMasalah) -> None:
    """Fill the typed columns with what answers bring; a cell that says something else is a problem."""
    for i, tambahan in lembar.tambahan.items():
        for nama, nilai in tambahan.items():
            lama = lembar.isi[nama][i]
            if lama is not None and lama != nilai:
                lembar.ditolak.add(i)
                tertulis = tulis_angka(nilai) if isinstance(nilai, Decimal) else nilai
                benar = f"Kosongkan {lembar.sel(i, nama)}, atau tulis {tertulis}."
                salah = f"berbeda dari yang tertulis pada selnya sendiri, {tertulis}"
                masalah.tambah(lembar.nama, lembar.sel(i, nama), lama, salah, benar)
            lembar.isi[nama][i] = nilai


def _kolom_lain(lembar: LembarBaca, kolom: Kolom) -> tuple[str, ...]:
    """Which other columns a text may be parted into: those of the sheet, for its one figure only."""
    return lembar.lembar.nama_kolom if kolom.nama == NILAI else ()


def _sel(lembar: LembarBaca, i: int, nama: str) -> str:
    if nama in lembar.posisi:
        return f"{lembar.sel(i, nama)} ({nama})"
    return f"kolom {nama} baris {lembar.mentah.nomor[i]} (tambahkan kolomnya pada lembar {lembar.nama})"


def _sel_indikator(acuan: Acuan, lembar: LembarBaca, i: int, kolom: Kolom, nama: str) -> str:
    """The cell of the unit or polarity that a figure has: beside it, or of its indicator."""
    if nama == "satuan" and kolom.satuan_dari in lembar.posisi and kolom.satuan_dari != "indikator":
        return _sel(lembar, i, str(kolom.satuan_dari))
    kode = _kode(lembar, i)
    if letak := acuan.letak(kode, nama):
        return f"{letak} ({nama})"
    return f"kolom {nama} {kode} pada lembar indikator" if kode else f"kolom {nama}"


def _kode(lembar: LembarBaca, i: int) -> str:
    """The indicator that row i is about; empty where it is about none."""
    return satu_baris(str(_mentah(lembar, i, "indikator") or ""))


def _mentah(lembar: LembarBaca, i: int, nama: str) -> Mentah:
    letak, baris = lembar.posisi.get(nama), lembar.mentah.baris[i]
    return baris[letak] if letak is not None and letak < len(baris) else None
