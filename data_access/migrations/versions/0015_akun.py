"""Accounts, posts, logins, wrong attempts and what was done to accounts.

Frozen, like 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

TABEL = ("jejak_akun", "percobaan_masuk", "sesi_masuk", "penugasan", "akun")


def upgrade() -> None:
    op.create_table(
        "akun",
        *_teks("kode", "nama_masuk", "nama"),
        *_kosong("sandi"),
        sa.Column("ganti_sandi", sa.Integer(), nullable=False),
        *_kosong("nonaktif"),
        *_teks("waktu"),
        sa.PrimaryKeyConstraint("kode", name="pk_akun"),
        sa.UniqueConstraint("nama_masuk", name="uq_akun_nama_masuk"),
        sa.UniqueConstraint("nama", name="uq_akun_nama"),
    )
    op.create_table(
        "penugasan",
        sa.Column("akun", sa.Text(), sa.ForeignKey("akun.kode"), nullable=False),
        sa.Column("nomor", sa.Integer(), nullable=False),
        *_teks("peran"),
        *_kosong("instansi", "unit"),
        sa.Column("mulai", sa.Date(), nullable=False),
        sa.Column("selesai", sa.Date(), nullable=True),
        *_teks("sifat"),
        sa.PrimaryKeyConstraint("akun", "nomor", name="pk_penugasan"),
    )
    op.create_table(
        "sesi_masuk",
        *_teks("sidik"),
        sa.Column("akun", sa.Text(), sa.ForeignKey("akun.kode"), nullable=False),
        *_teks("dibuat", "terakhir"),
        *_kosong("dicabut"),
        sa.Column("penugasan", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("sidik", name="pk_sesi_masuk"),
    )
    op.create_table(
        "percobaan_masuk",
        *_teks("kunci"),
        sa.Column("gagal", sa.Integer(), nullable=False),
        *_kosong("tahan_sampai"),
        *_teks("terakhir"),
        sa.PrimaryKeyConstraint("kunci", name="pk_percobaan_masuk"),
    )
    op.create_table(
        "jejak_akun",
        sa.Column("nomor", sa.Integer(), nullable=False),
        *_teks("waktu", "pelaku", "akun", "kejadian"),
        sa.PrimaryKeyConstraint("nomor", name="pk_jejak_akun"),
    )


def downgrade() -> None:
    for nama in TABEL:
        op.drop_table(nama)


def _teks(*nama: str) -> list[sa.Column[str]]:
    return [sa.Column(satu, sa.Text(), nullable=False) for satu in nama]


def _kosong(*nama: str) -> list[sa.Column[str]]:
    return [sa.Column(satu, sa.Text(), nullable=True) for satu in nama]
