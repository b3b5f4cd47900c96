"""The results of closed quarters, kept.

Frozen, like 0001. Quarters closed before have no results yet; they are kept before the agency's next write.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hasil_kunci",
        sa.Column("instansi", sa.Text(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("periode", sa.Text(), nullable=False),
        sa.Column("kode", sa.Text(), nullable=False),
        sa.Column("isi", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("instansi", "tahun", "periode", "kode", name="pk_hasil_kunci"),
        sa.ForeignKeyConstraint(
            ["instansi"], ["instansi.kode"], name="fk_hasil_kunci_instansi", deferrable=True, initially="DEFERRED"
        ),
    )


def downgrade() -> None:
    op.drop_table("hasil_kunci")
