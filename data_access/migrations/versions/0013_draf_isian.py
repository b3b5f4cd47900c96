"""What people typed on the sheet of Bidang & IKI and have not handed in.

Frozen, like 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "draf_isian",
        *(sa.Column(nama, sa.Text(), nullable=False) for nama in ("instansi", "pelaku", "indikator")),
        sa.Column("tahun", sa.Integer(), nullable=False),
        *(sa.Column(nama, sa.Text(), nullable=False) for nama in ("periode", "dasar", "isi", "waktu")),
        sa.PrimaryKeyConstraint("instansi", "pelaku", "indikator", "tahun", "periode", name="pk_draf_isian"),
        sa.ForeignKeyConstraint(
            ["instansi"], ["instansi.kode"], name="fk_draf_isian_instansi", deferrable=True, initially="DEFERRED"
        ),
    )


def downgrade() -> None:
    op.drop_table("draf_isian")
