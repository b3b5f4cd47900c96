"""Which agency each row belongs to (WORKBOOK.md: one agency a workbook, or several with an instansi column)."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.dasar.teks import satu_baris
from data_access.workbook.berkas.mentah import kosong
from data_access.workbook.cell_address import huruf_kolom
from data_access.workbook.periksa.lembar_baca import KOLOM_INSTANSI, Buku, LembarBaca
from data_access.workbook.periksa.masalah import DaftarMasalah
from data_access.workbook.periksa.sel import tulis


@dataclass(frozen=True, slots=True)
class Kepemilikan:
    """`bawaan` owns rows that name no agency; `dikenal` are the agencies a row may name."""

    bawaan: str | None
    dikenal: tuple[str, ...]


def kepemilikan(
    buku: Buku, terdaftar: Sequence[str], diminta: str | None, masalah: DaftarMasalah
) -> Kepemilikan | None:
    """Decide before any row is read; None, with a problem, when it cannot be known whose the workbook is."""
    dalam_buku = _kode_dalam_buku(buku)
    if diminta and dalam_buku and diminta not in dalam_buku:
        benar = f"Buku kerja ini milik {', '.join(dalam_buku)}; pilih instansi itu."
        masalah.tambah("instansi", "instansi!A1", diminta, "bukan instansi buku kerja ini", benar)
        return None
    if diminta and not dalam_buku and diminta not in terdaftar:
        benar = "Pilih instansi yang terdaftar atau tambahkan lembar instansi."
        masalah.tambah("", "instansi", diminta, "tidak terdaftar", benar)
        return None
    if len(dalam_buku) > 1:
        _wajibkan_kolom(buku, masalah)
        return Kepemilikan(None, dalam_buku)
    dikenal = tuple(dict.fromkeys((*dalam_buku, *terdaftar)))
    if dalam_buku or diminta:
        return Kepemilikan(dalam_buku[0] if dalam_buku else diminta, dalam_buku or dikenal)
    if len(terdaftar) == 1:
        return Kepemilikan(terdaftar[0], dikenal)
    return _tanpa_pemilik(buku, dikenal, masalah)


def _kode_dalam_buku(buku: Buku) -> tuple[str, ...]:
    lembar = buku.get("instansi")
    if lembar is None or "kode" not in lembar.posisi:
        return ()
    isi = (_isi(lembar, i, "kode") for i in range(len(lembar.mentah.baris)))
    return tuple(dict.fromkeys(kode for kode in isi if kode))


def _wajibkan_kolom(buku: Buku, masalah: DaftarMasalah) -> None:
    for nama, lembar in buku.items():
        if nama != "instansi" and KOLOM_INSTANSI not in lembar.posisi:
            sel = f"{nama}!{huruf_kolom(len(lembar.mentah.judul))}{lembar.mentah.nomor_judul}"
            benar = "Tambahkan kolom instansi, karena buku kerja memuat beberapa instansi."
            masalah.tambah(nama, sel, "", "tidak memuat kolom instansi", benar)


def _tanpa_pemilik(buku: Buku, dikenal: tuple[str, ...], masalah: DaftarMasalah) -> Kepemilikan | None:
    if buku and all(KOLOM_INSTANSI in lembar.posisi for lembar in buku.values()):
        return Kepemilikan(None, dikenal)
    yang_ada = f"Yang terdaftar: {', '.join(dikenal)}." if dikenal else "Belum ada instansi yang terdaftar."
    masalah.tambah(
        "",
        "instansi!A1",
        "",
        "tidak diketahui instansinya",
        f"Tambahkan lembar instansi, atau pilih instansinya (--instansi KODE). {yang_ada}",
    )
    return None


def pemilik_baris_ke(lembar: LembarBaca, i: int, milik: Kepemilikan, masalah: DaftarMasalah) -> str | None:
    """The agency of row `i`; None, with a problem, when it names none or one that is not there."""
    kode = _isi(lembar, i, KOLOM_INSTANSI) or milik.bawaan
    if kode in milik.dikenal:
        return kode
    pilihan = ", ".join(milik.dikenal)
    salah = "menyebut instansi yang tidak ada" if kode else "tidak menyebut instansi"
    masalah.tambah(lembar.nama, lembar.sel(i, KOLOM_INSTANSI), kode, salah, f"Pilih {pilihan}.")
    return None


def _isi(lembar: LembarBaca, i: int, kolom: str) -> str | None:
    letak = lembar.posisi.get(kolom)
    baris = lembar.mentah.baris[i]
    if letak is None or letak >= len(baris) or kosong(baris[letak]):
        return None
    return satu_baris(tulis(baris[letak])) or None
