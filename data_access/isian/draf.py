"""What people typed and have not handed in: rows beside the official data. Writing one touches no data version."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.entri.draf import Draf, KunciNilai
from dashboard.domain.entri.isian import Isian
from data_access.kunci.keadaan import sekarang
from data_access.schema import DRAF_ISIAN


def baca_draf(connection: Connection, instansi: str, pelaku: str, tahun: int) -> dict[KunciNilai, Draf]:
    """The drafts of one person in a year, by (indikator, tahun, periode)."""
    c = DRAF_ISIAN.c
    tanya = sa.select(DRAF_ISIAN).where(c.instansi == instansi, c.pelaku == pelaku, c.tahun == tahun)
    semua = (_draf(satu) for satu in connection.execute(tanya.order_by(c.indikator, c.periode)).mappings())
    return {satu.kunci: satu for satu in semua}


def pengetik(connection: Connection, instansi: str, tahun: int) -> tuple[tuple[KunciNilai, str], ...]:
    """Which values of a year somebody typed and has not handed in, and who; what was typed stays its author's."""
    c = DRAF_ISIAN.c
    tanya = sa.select(c.indikator, c.periode, c.pelaku).where(c.instansi == instansi, c.tahun == tahun)
    semua = connection.execute(tanya.order_by(c.indikator, c.periode, c.pelaku))
    return tuple(((kode, tahun, periode), pelaku) for kode, periode, pelaku in semua)


def tulis_draf(connection: Connection, instansi: str, pelaku: str, draf: Sequence[Draf]) -> None:
    """Keep these drafts of one person in the place of those of the same values."""
    hapus_draf(connection, instansi, pelaku, [satu.kunci for satu in draf])
    isi = [
        {
            "instansi": instansi,
            "pelaku": pelaku,
            "indikator": satu.kunci[0],
            "tahun": satu.kunci[1],
            "periode": satu.kunci[2],
            "dasar": satu.dasar,
            "isi": json.dumps(asdict(satu.isian) | {"benar": sorted(satu.benar)}, ensure_ascii=False),
            "waktu": sekarang(),
        }
        for satu in draf
    ]
    if isi:
        connection.execute(sa.insert(DRAF_ISIAN), isi)


def hapus_draf(connection: Connection, instansi: str, pelaku: str, kunci: Collection[KunciNilai]) -> None:
    """Forget the drafts of one person for these values."""
    c = DRAF_ISIAN.c
    for kode, tahun, periode in kunci:
        milik = (c.instansi == instansi, c.pelaku == pelaku)
        connection.execute(
            sa.delete(DRAF_ISIAN).where(*milik, c.indikator == kode, c.tahun == tahun, c.periode == periode)
        )


def pindahkan_draf(connection: Connection, instansi: str, dari: str, ke: str) -> int:
    """Make the drafts of one person another's; returns how many. Where both typed a value, the receiver's stays."""
    c = DRAF_ISIAN.c
    kunci = (c.indikator, c.tahun, c.periode)
    milik_penerima = sa.select(*kunci).where(c.instansi == instansi, c.pelaku == ke)
    ada = {tuple(satu) for satu in connection.execute(milik_penerima)}
    milik = connection.execute(sa.select(*kunci).where(c.instansi == instansi, c.pelaku == dari))
    pindah = [tuple(satu) for satu in milik if tuple(satu) not in ada]
    for kode, tahun, periode in pindah:
        pada = (c.instansi == instansi, c.pelaku == dari, c.indikator == kode, c.tahun == tahun, c.periode == periode)
        connection.execute(sa.update(DRAF_ISIAN).where(*pada).values(pelaku=ke))
    return len(pindah)


def _draf(baris: Any) -> Draf:
    isi: dict[str, Any] = json.loads(baris["isi"])
    benar = frozenset(isi.pop("benar"))
    kunci = (baris["indikator"], baris["tahun"], baris["periode"])
    return Draf(kunci=kunci, dasar=baris["dasar"], isian=Isian(**isi), benar=benar)
