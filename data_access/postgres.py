"""How PostgreSQL is spoken to: nobody waits for ever, neither for a lock, nor a long question, nor a silent server."""

from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.errors import _WaitTimeout
from sqlalchemy.engine import URL, Connection

RV = TypeVar("RV")

READ_MS, WRITE_MS, LOCK_MS = 15_000, 120_000, 10_000
"""The longest a question of a page, a statement of a write, and a wait for a lock may take on the server."""
FOR_EVER = 0
GRACE_SECONDS = 3.0
"""How much longer than the server may take its answer is waited for: after that it is taken for dead."""
CONNECT_SECONDS = 5
PING_SECONDS = 3.0
"""How long the question whether a waiting connection still lives may take: a page asks it before its own."""
POOL_SECONDS = 10
WIRE = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 15_000}
"""libpq, section "Parameter Key Words": a broken line is noticed although nobody hangs up."""


class ServerSilent(psycopg.OperationalError):
    """The server took the question and never answered; the connection is closed."""


class LimitedConnection(psycopg.Connection[Any]):
    """A connection that waits `patience` seconds for an answer, None for ever.

    The server's own statement_timeout comes first; this one is for a server that hangs, or a line on which packets
    are lost although somebody acknowledges them.
    """

    patience: float | None = READ_MS / 1000 + GRACE_SECONDS

    def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
        """As psycopg's own. Raises ServerSilent when the patience ends."""
        if timeout is not None:
            return super().wait(gen, interval, timeout)
        try:
            return super().wait(gen, interval, self.patience)
        except _WaitTimeout as error:
            self.pgconn.finish()
            raise ServerSilent("timeout: the server does not answer") from error


def connect_options(alamat: URL) -> dict[str, Any]:
    """What a connection to that address is opened with; what the address itself says stays."""
    batas = (
        f"-c statement_timeout={READ_MS} -c lock_timeout={LOCK_MS} -c idle_in_transaction_session_timeout={WRITE_MS}"
    )
    sendiri = " ".join(alamat.normalized_query.get("options", ()))
    pilihan = {"connect_timeout": CONNECT_SECONDS, **WIRE}
    dipakai = {nama: nilai for nama, nilai in pilihan.items() if nama not in alamat.query}
    return {**dipakai, "options": f"{batas} {sendiri}".rstrip()}


def connect_limited(_dialect: object, _record: object, cargs: list[Any], cparams: dict[str, Any]) -> LimitedConnection:
    """For SQLAlchemy's event "do_connect"."""
    return LimitedConnection.connect(*cargs, **cparams)


def give_time(connection: Connection, milliseconds: int) -> None:
    """Until the end of this transaction a statement may take that long, or FOR_EVER."""
    connection.exec_driver_sql(f"SET LOCAL statement_timeout = {milliseconds:d}")
    _driver(connection).patience = milliseconds / 1000 + GRACE_SECONDS if milliseconds else None


def be_quick(connection: LimitedConnection | None, _record: object) -> None:
    """For SQLAlchemy's event "checkin": what comes next on it is the question whether it lives."""
    if connection is not None:
        connection.patience = PING_SECONDS


def take_time_back(connection: Connection) -> None:
    """At the begin of a transaction: the patience of a page again; the server forgot the other by itself."""
    _driver(connection).patience = LimitedConnection.patience


def _driver(connection: Connection) -> LimitedConnection:
    satu = connection.connection.driver_connection
    assert isinstance(satu, LimitedConnection)
    return satu
