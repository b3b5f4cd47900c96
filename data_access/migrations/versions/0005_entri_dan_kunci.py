"""Entering values: closed quarters, corrections of them, the steps of an entry, evidence handed in as files.

Frozen, like 0001.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _teks(*nama: str, kosong: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(satu, sa.Text(), nullable=kosong) for satu in nama]


def _bulat(*nama: str) -> list[sa.Column[Any]]:
    return [sa.Column(satu, sa.Integer(), nullable=False) for satu in nama]


def _tabel(nama: str, kunci: tuple[str, ...], *kolom: sa.Column[Any]) -> None:
    op.create_table(
        nama,
        *_teks("instansi"),
        *kolom,
        sa.PrimaryKeyConstraint("instansi", *kunci, name=f"pk_{nama}"),
        sa.ForeignKeyConstraint(
            ["instansi"], ["instansi.kode"], name=f"fk_{nama}_instansi", deferrable=True, initially="DEFERRED"
        ),
    )


def upgrade() -> None:
    _tabel("kunci_periode", ("tahun", "triwulan"), *_bulat("tahun", "triwulan"), *_teks("waktu", "pelaku"))
    _tabel(
        "koreksi",
        ("nomor",),
        *_bulat("nomor", "tahun", "triwulan"),
        *_teks("alasan", "waktu", "pelaku"),
        *_teks("ditutup", "penutup", kosong=True),
    )
    _tabel("koreksi_isi", ("versi", "urut"), *_bulat("versi", "urut", "nomor"))
    _tabel(
        "langkah_entri",
        ("indikator", "tahun", "periode", "versi"),
        *_teks("indikator"),
        *_bulat("tahun"),
        *_teks("periode"),
        *_bulat("versi"),
        *_teks("waktu", "pelaku", "aksi", "ke"),
        *_teks("alasan", kosong=True),
    )
    _tabel(
        "berkas_bukti", ("sha256",), *_teks("sha256", "nama", "akhiran"), *_bulat("ukuran"), *_teks("waktu", "pelaku")
    )


def downgrade() -> None:
    for nama in ("berkas_bukti", "langkah_entri", "koreksi_isi", "koreksi", "kunci_periode"):
        op.drop_table(nama)
