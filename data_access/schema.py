"""The tables, generated from the dictionary: one a sheet; beside them those the system keeps itself.

Every table starts its primary key with the agency (`instansi`; the table instansi itself with its kode), so that
the same schema can be distributed by agency. Foreign keys are checked at commit: a workbook may name a row that
follows it.
"""

from typing import Any

import sqlalchemy as sa

from dashboard.domain.kamus.buku_kerja import LEMBAR, Jenis, Kolom, Lembar, lembar
from data_access.system_tables import (
    BERKAS_BUKTI,
    DRAF_ISIAN,
    HASIL_KUNCI,
    HITUNGAN_SKP,
    IMPOR,
    JEJAK,
    KOREKSI,
    KOREKSI_ISI,
    KUNCI_PERIODE,
    LANGKAH_ENTRI,
    METADATA,
    NILAI_SKP,
    PEGAWAI_KUNCI,
    PEMETAAN,
    PENGHAPUSAN,
    PETA_BERNAMA,
    REKAP_PEGAWAI,
    REKAP_SKP,
    SKENARIO,
    VERSI,
)
from data_access.tipe import Desimal

__all__ = [
    "BERKAS_BUKTI",
    "DRAF_ISIAN",
    "HASIL_KUNCI",
    "HITUNGAN_SKP",
    "IMPOR",
    "INDEKS",
    "JEJAK",
    "KOREKSI",
    "KOREKSI_ISI",
    "KUNCI_PERIODE",
    "LANGKAH_ENTRI",
    "METADATA",
    "NILAI_SKP",
    "PEGAWAI_KUNCI",
    "PEMETAAN",
    "PENGHAPUSAN",
    "PETA_BERNAMA",
    "REKAP_PEGAWAI",
    "REKAP_SKP",
    "SKENARIO",
    "TABEL",
    "VERSI",
]

TIPE: dict[Jenis, type[sa.types.TypeEngine[Any]]] = {
    Jenis.TEKS: sa.Text,
    Jenis.BILANGAN: Desimal,
    Jenis.BULAT: sa.Integer,
    Jenis.TANGGAL: sa.Date,
    Jenis.PILIHAN: sa.Text,
    Jenis.DAFTAR: sa.Text,
    Jenis.YA_TIDAK: sa.Text,
}

INDEKS: dict[str, tuple[str, ...]] = {
    "target": ("tahun", "indikator"),
    "realisasi": ("tahun", "indikator"),
    "indikator": ("simpul",),
    "skp": ("tahun", "bulan"),
    "perilaku": ("tahun", "bulan"),
}
"""What is read by more than its key: a year of measurements, a month of scores, the indicators of a node."""
TANPA_HASIL, BERBIAYA = "realisasi_kuantitas = '0'", "target_biaya <> '0'"
"""Rows of skp that checks look for, as both databases understand them: nothing made; a cost target."""


def _kolom(satu: Kolom, kunci: tuple[str, ...]) -> sa.Column[Any]:
    wajib = satu.nama in kunci or (satu.wajib and not satu.strip)
    return sa.Column(satu.nama, TIPE[satu.jenis](), nullable=not wajib)


def _acuan_tunggal(satu: Kolom) -> bool:
    return len(satu.acuan) == 1 and satu.jenis is not Jenis.DAFTAR


def _kunci_asing(isi: Lembar) -> list[sa.ForeignKeyConstraint]:
    pilihan: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
    asing = [sa.ForeignKeyConstraint(["instansi"], ["instansi.kode"], name=f"fk_{isi.nama}_instansi", **pilihan)]
    for satu in filter(_acuan_tunggal, isi.kolom):
        induk = satu.acuan[0]
        asing.append(
            sa.ForeignKeyConstraint(
                ["instansi", satu.nama],
                [f"{induk}.instansi", f"{induk}.{lembar(induk).kunci[0]}"],
                name=f"fk_{isi.nama}_{satu.nama}",
                **pilihan,
            )
        )
    return asing


def _tabel(isi: Lembar) -> sa.Table:
    milik = [] if isi.nama == "instansi" else [sa.Column("instansi", sa.Text(), nullable=False)]
    kolom = [_kolom(satu, isi.kunci) for satu in isi.kolom]
    asing = [] if isi.nama == "instansi" else _kunci_asing(isi)
    tabel = sa.Table(
        isi.nama, METADATA, *milik, *kolom, sa.PrimaryKeyConstraint(*isi.kunci_penuh, name=f"pk_{isi.nama}"), *asing
    )
    if isi.nama in INDEKS:
        nama = INDEKS[isi.nama]
        sa.Index(f"ix_{isi.nama}_{'_'.join(nama)}", tabel.c.instansi, *(tabel.c[satu] for satu in nama))
    return tabel


TABEL: dict[str, sa.Table] = {isi.nama: _tabel(isi) for isi in LEMBAR}
for _nama, _syarat in (("tanpa_hasil", TANPA_HASIL), ("berbiaya", BERBIAYA)):
    _milik, _hanya = (TABEL["skp"].c[satu] for satu in ("instansi", "tahun")), sa.text(_syarat)
    sa.Index(f"ix_skp_{_nama}", *_milik, postgresql_where=_hanya, sqlite_where=_hanya)
