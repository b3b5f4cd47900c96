"""Handing in data: remembered headings, imports that were undone, and the audit trail found by sheet and key.

Frozen, like 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

PEMETAAN = ("instansi", "lembar", "judul", "kolom")


def upgrade() -> None:
    op.create_table(
        "pemetaan",
        *(sa.Column(nama, sa.Text(), nullable=False) for nama in PEMETAAN),
        sa.PrimaryKeyConstraint("instansi", "lembar", "judul", name="pk_pemetaan"),
        sa.ForeignKeyConstraint(
            ["instansi"], ["instansi.kode"], name="fk_pemetaan_instansi", deferrable=True, initially="DEFERRED"
        ),
    )
    op.add_column("impor", sa.Column("dibatalkan", sa.Integer(), nullable=True))
    op.create_index("ix_jejak_lembar", "jejak", ["instansi", "lembar", "kunci", "versi"])


def downgrade() -> None:
    op.drop_index("ix_jejak_lembar", "jejak")
    op.drop_column("impor", "dibatalkan")
    op.drop_table("pemetaan")
