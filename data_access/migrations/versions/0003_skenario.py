"""Saved scenarios, beside the official data and never part of it.

Frozen, like 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "skenario",
        *(sa.Column(nama, sa.Text(), nullable=False) for nama in ("instansi", "kode", "nama", "pelaku", "waktu")),
        *(sa.Column(nama, sa.Integer(), nullable=False) for nama in ("tahun", "triwulan")),
        *(sa.Column(nama, sa.Text(), nullable=False) for nama in ("awal", "sasaran", "versi_data", "ubahan")),
        sa.PrimaryKeyConstraint("instansi", "kode", name="pk_skenario"),
        sa.ForeignKeyConstraint(
            ["instansi"], ["instansi.kode"], name="fk_skenario_instansi", deferrable=True, initially="DEFERRED"
        ),
    )


def downgrade() -> None:
    op.drop_table("skenario")
