"""By which program and rules the stored scores of SKP were computed, and how often they became others.

Frozen, like 0001. No row: by an older one; the scores are computed again after migrating.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hitungan_skp",
        sa.Column("instansi", sa.Text(), nullable=False),
        sa.Column("sidik", sa.Text(), nullable=False),
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("instansi", name="pk_hitungan_skp"),
        sa.ForeignKeyConstraint(
            ["instansi"], ["instansi.kode"], name="fk_hitungan_skp_instansi", deferrable=True, initially="DEFERRED"
        ),
    )


def downgrade() -> None:
    op.drop_table("hitungan_skp")
