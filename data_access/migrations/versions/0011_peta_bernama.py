"""What the headings of a taken file meant, kept under a name for the command line.

Frozen, like 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "peta_bernama",
        *(sa.Column(nama, sa.Text(), nullable=False) for nama in ("instansi", "nama", "isi")),
        sa.PrimaryKeyConstraint("instansi", "nama", name="pk_peta_bernama"),
        sa.ForeignKeyConstraint(
            ["instansi"], ["instansi.kode"], name="fk_peta_bernama_instansi", deferrable=True, initially="DEFERRED"
        ),
    )


def downgrade() -> None:
    op.drop_table("peta_bernama")
