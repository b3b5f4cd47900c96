"""Which agencies were removed, by whom and with which backup; it outlives the agency and has no foreign key.

Frozen, like 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "penghapusan",
        sa.Column("instansi", sa.Text(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        *(sa.Column(nama, sa.Text(), nullable=False) for nama in ("nama", "waktu", "pelaku", "cadangan")),
        sa.Column("jumlah", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("instansi", "versi", name="pk_penghapusan"),
    )


def downgrade() -> None:
    op.drop_table("penghapusan")
