"""The agenda of a performance meeting: what to act on first, overdue promises, and what changed since last quarter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import Engine

from dashboard.domain.cascade.penyebab import kekurangan
from dashboard.domain.cascade.pohon import Pohon, susun_pohon
from dashboard.domain.dasar.cycles import Cycle
from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.entri.agenda import TANPA_NILAI, Perbandingan, Pergeseran, Prioritas
from dashboard.domain.entri.aturan import Entri
from dashboard.domain.entri.janji import Janji, janji_sampai, lewat_batas
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.services.jangkauan import kode_terjangkau
from dashboard.services.kinerja import Kinerja
from data_access.engine import open_for_reading
from data_access.isian.entri import KunciEntri, baca_entri

JUMLAH_PRIORITAS = 5
DI_BAWAH = (Status.KRITIS, Status.PERLU_PERHATIAN)


@dataclass(frozen=True, slots=True)
class Agenda:
    """`lewat` are the overdue promises of the whole agency, of `janji` there are; `banding` None in a first quarter.

    `sebagian`: not of the whole agency, but of the values whose entries the person may read.
    """

    prioritas: tuple[Prioritas, ...]
    lewat: tuple[Janji, ...]
    janji: int
    banding: Perbandingan | None
    sebagian: bool = False


def agenda(engine: Engine, pelaku: Pelaku, k: Kinerja, hari_ini: date) -> Agenda:
    """Read the entries of this year and the year before that this person may read. Raises TidakBerwenang."""
    instansi, tahun = k.data.instansi.kode, k.sd.tahun
    wajib_boleh(pelaku, Tindakan.LIHAT, instansi)
    with open_for_reading(engine) as connection, connection.begin():
        terjangkau = kode_terjangkau(connection, pelaku, instansi, lambda: k.data)
        entri = baca_entri(connection, instansi, [tahun - 1, tahun], terjangkau)
    return susun_agenda(k, entri, hari_ini, terjangkau)


def susun_agenda(
    k: Kinerja, entri: Mapping[KunciEntri, Entri], hari_ini: date, terjangkau: frozenset[str] | None = None
) -> Agenda:
    """The agenda of a computed performance, with the obstacles and promises of these entries.

    `terjangkau` are the codes whose entries may be read, None for all: nothing is said to be missing of the others.
    """
    janji = janji_sampai(entri.values(), k.sd)
    per_kode: dict[str, Janji] = {}
    for satu in janji:
        per_kode.setdefault(satu.entri.indikator, satu)
    prioritas = tuple(
        replace(p, tersembunyi=terjangkau is not None and p.asal is None and p.hasil.kode not in terjangkau)
        for p in _prioritas(k, entri, per_kode)
    )
    lewat = lewat_batas(janji, hari_ini)
    return Agenda(prioritas, lewat, len(janji), _perbandingan(k), terjangkau is not None)


def _prioritas(k: Kinerja, entri: Mapping[KunciEntri, Entri], janji: Mapping[str, Janji]) -> Iterator[Prioritas]:
    """IKU first, then the rest; within each the widest gap, then what was never reported."""
    calon = [h for h in k.terhitung_sekali() if h.status in DI_BAWAH + TANPA_NILAI]
    utama = {h.kode for h in k.utama()}
    calon.sort(key=lambda h: (h.kode not in utama, h.persen is None, h.persen or Decimal(0), h.kode))
    pohon = _pohon(k)
    for h in calon[:JUMLAH_PRIORITAS]:
        asal = next((a for a in _asal(k, pohon, h) if _kendala(k, entri, a) or a in janji), None)
        kendala = _kendala(k, entri, asal) if asal else None
        menunggu = tuple(map(k.hasil.sebut, h.simpul.kurang))
        yield Prioritas(h, k.pemilik(h.kode), _sejak(k, h), asal, kendala, janji.get(asal or ""), menunggu)


def _pohon(k: Kinerja) -> Pohon | None:
    """The tree, None where boxes hang on each other in a circle: the page Pohon Kinerja says so."""
    try:
        return susun_pohon(k.data.simpul, k.data.indikator)
    except Cycle:
        return None


def _asal(k: Kinerja, pohon: Pohon | None, h: HasilIndikator) -> Iterator[str]:
    """Whose reports may explain it: its own, those it takes over, then the leaves behind its shortfall, worst first."""
    yield h.kode
    yield from h.target_dari
    if pohon is not None:
        yield from (s.kode for s in kekurangan(k.hasil, pohon, k.data.komponen, h.kode).penyebab)


def _kendala(k: Kinerja, entri: Mapping[KunciEntri, Entri], kode: str) -> str | None:
    """The obstacle its newest report names."""
    h = k.hasil.indikator.get(kode)
    laporan = (entri.get((b.indikator, b.tahun, b.periode)) for b in reversed(h.realisasi.baris if h else ()))
    return next((e.kendala for e in laporan if e is not None and e.kendala), None)


def _sejak(k: Kinerja, h: HasilIndikator) -> SampaiDengan:
    """The first quarter of the unbroken run in which the same was wrong: below target, or without a value."""
    sama = TANPA_NILAI if h.status in TANPA_NILAI else DI_BAWAH
    mulai = k.sd
    for tahun in reversed(k.per_triwulan):
        if tahun.indikator[h.kode].status not in sama:
            break
        mulai = tahun.sd
    return mulai


def _perbandingan(k: Kinerja) -> Perbandingan | None:
    """This position against the quarter before it; the year against the quarter before its last."""
    if len(k.per_triwulan) == 1:
        return None
    lalu = k.per_triwulan[-2]
    semua = [Pergeseran(lalu.indikator[h.kode], h) for h in k.terhitung_sekali()]
    utama = {h.kode for h in k.utama()}
    berwarna = [p for p in semua if p.lalu.status.berwarna and p.kini.status.berwarna]
    berwarna.sort(key=lambda p: (p.kini.kode not in utama, p.kini.persen is None, p.kini.persen or Decimal(0)))
    return Perbandingan(
        lalu.sd,
        tuple(p for p in berwarna if _letak(p.kini) > _letak(p.lalu)),
        tuple(p for p in berwarna if _letak(p.kini) < _letak(p.lalu)),
        sum(p.kini.status.berwarna and not p.lalu.status.berwarna for p in semua),
        sum(p.lalu.status.berwarna and p.kini.status in TANPA_NILAI for p in semua),
    )


def _letak(h: HasilIndikator) -> int:
    """The place of its status, best first."""
    return list(Status).index(h.status)
