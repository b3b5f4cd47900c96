"""Column types that hold the same value on PostgreSQL and on SQLite."""

from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from dashboard.domain.dasar.angka import kanonik


class Desimal(TypeDecorator[Decimal]):
    """An exact decimal: NUMERIC on PostgreSQL, canonical text on SQLite (which has only binary floats).

    Values come back canonical, so that 38.50 and 38.5 compare, print and hash the same on both.
    """

    impl = sa.Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(sa.Text())
        return dialect.type_descriptor(sa.Numeric())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        nilai = kanonik(value)
        return format(nilai, "f") if dialect.name == "sqlite" else nilai

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else kanonik(Decimal(value))
