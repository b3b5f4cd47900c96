"""Scores of SKP as they are computed, and what they add up to per unit and month.

Frozen, like 0001. Data that was taken in before has no scores yet: `python3 run.py rebuild` computes them.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BESAR = ("skp", "perilaku", "prestasi")
INDEKS = ("sebutan", "sel", "keadaan", "lapor", "nilai", "verifikasi", "keberatan")
JUMLAH = ("orang", "dinilai", "jumlah_skp", "jumlah_perilaku", "jumlah_prestasi")
DERET = ("histogram", "kelas", "kuadran", "keadaan", "tepat", "lambat")


def _teks(*nama: str) -> list[sa.Column[Any]]:
    return [sa.Column(satu, sa.Text(), nullable=False) for satu in nama]


def _bulat(*nama: str) -> list[sa.Column[Any]]:
    return [sa.Column(satu, sa.Integer(), nullable=False) for satu in nama]


def _besar(*nama: str, kosong: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(satu, sa.BigInteger(), nullable=kosong) for satu in nama]


def _tabel(nama: str, kunci: tuple[str, ...], *kolom: sa.Column[Any]) -> None:
    op.create_table(
        nama,
        *kolom,
        sa.PrimaryKeyConstraint(*kunci, name=f"pk_{nama}"),
        sa.ForeignKeyConstraint(
            ["instansi"], ["instansi.kode"], name=f"fk_{nama}_instansi", deferrable=True, initially="DEFERRED"
        ),
    )


def upgrade() -> None:
    _tabel(
        "nilai_skp",
        ("instansi", "nip", "tahun", "bulan"),
        *_teks("instansi", "nip"),
        *_bulat("tahun", "bulan"),
        *_teks("unit"),
        *_besar(*BESAR, kosong=True),
        *_bulat(*INDEKS),
    )
    op.create_index("ix_nilai_skp_bulan", "nilai_skp", ["instansi", "tahun", "bulan", "unit", "sebutan", "prestasi"])
    _tabel(
        "rekap_skp",
        ("instansi", "tahun", "bulan", "unit"),
        *_teks("instansi"),
        *_bulat("tahun", "bulan"),
        *_teks("unit"),
        *_besar(*JUMLAH),
        *_besar("terendah", "tertinggi", kosong=True),
        *_besar("keberatan"),
        *_teks(*DERET),
    )
    _tabel("rekap_pegawai", ("instansi", "unit"), *_teks("instansi", "unit"), *_bulat("jumlah"))


def downgrade() -> None:
    for nama in ("rekap_pegawai", "rekap_skp", "nilai_skp"):
        op.drop_table(nama)
