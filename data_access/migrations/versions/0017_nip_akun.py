"""The NIP of who holds an account, by which an employee finds the own score.

Frozen, like 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("akun", sa.Column("nip", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("akun", "nip")
