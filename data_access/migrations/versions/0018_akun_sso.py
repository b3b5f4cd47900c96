"""Which account belongs to which person of an SSO provider.

Frozen, like 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "akun_sso",
        sa.Column("akun", sa.Text(), sa.ForeignKey("akun.kode"), nullable=False),
        sa.Column("pengenal", sa.Text(), nullable=False),
        sa.Column("penerbit", sa.Text(), nullable=True),
        sa.Column("subjek", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("akun", name="pk_akun_sso"),
        sa.UniqueConstraint("pengenal", name="uq_akun_sso_pengenal"),
        sa.UniqueConstraint("penerbit", "subjek", name="uq_akun_sso_subjek"),
    )


def downgrade() -> None:
    op.drop_table("akun_sso")
