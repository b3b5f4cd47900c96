"""How many employees each unit had when a quarter was closed.

Frozen, like 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pegawai_kunci",
        sa.Column("instansi", sa.Text(), nullable=False),
        *(sa.Column(nama, sa.Integer(), nullable=False) for nama in ("tahun", "triwulan")),
        sa.Column("isi", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("instansi", "tahun", "triwulan", name="pk_pegawai_kunci"),
        sa.ForeignKeyConstraint(
            ["instansi"], ["instansi.kode"], name="fk_pegawai_kunci_instansi", deferrable=True, initially="DEFERRED"
        ),
    )


def downgrade() -> None:
    op.drop_table("pegawai_kunci")
