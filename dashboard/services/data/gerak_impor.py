"""What taking a file would move, seen by writing it and taking it back: capaian, status, and red without its obstacle.

Nothing is foretold by other rules than those of the screens: the official calculation reads both states.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection, Engine

from dashboard.domain.dasar.hak import Pelaku
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.entri.aturan import Entri, StatusEntri, hilang_bagi_kritis
from dashboard.domain.entri.gerak import GerakCapaian, Posisi, gerak_capaian
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.hitung.structure import build_structure
from dashboard.domain.hitung.tahun import hitung_posisi
from data_access.baris import Baris
from data_access.isian.entri import baca_entri
from data_access.kinerja import load_kinerja
from data_access.kunci.segel import PENENTU
from data_access.pengaturan import aturan_instansi
from data_access.workbook.periksa.rencana import RencanaLembar
from data_access.workbook.terapkan import coba

MAKS_BARIS = 20_000
"""Larger files are not written for a look: others of the agency would wait for it."""
MAKS_POSISI = 8
"""Quarters looked at, the newest ones a file names."""
DINILAI = ("realisasi", "target")


@dataclass(frozen=True, slots=True)
class TanpaKendala:
    """A red value that the file brings without what a red one needs; `hilang` names that."""

    hasil: HasilIndikator
    sd: SampaiDengan
    hilang: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GerakImpor:
    """What would move at these positions, biggest first; `terlalu_besar` where it was not looked at."""

    posisi: tuple[SampaiDengan, ...]
    gerak: tuple[GerakCapaian, ...] = ()
    tanpa_kendala: tuple[TanpaKendala, ...] = ()
    terlalu_besar: bool = False


def gerak_impor(
    engine: Engine, pelaku: Pelaku, instansi: str, rencana: Sequence[RencanaLembar], sd: SampaiDengan
) -> GerakImpor:
    """Look at a plan without problems from the position `sd`. Raises PeriodeTerkunci and TidakBerwenang."""
    tertulis = {satu.nama: _tertulis(satu) for satu in rencana}
    jumlah = sum(map(len, tertulis.values()))
    if not any(tertulis.get(nama) for nama in PENENTU):
        return GerakImpor(())
    posisi = _posisi([baris for nama in DINILAI for baris in tertulis.get(nama, ())], sd)
    if jumlah > MAKS_BARIS:
        return GerakImpor(posisi, terlalu_besar=True)
    milik = sorted({instansi, *(str(b["instansi"]) for isi in tertulis.values() for b in isi if "instansi" in b)})
    kunci = {(str(b["indikator"]), int(str(b["tahun"])), str(b["periode"])) for b in tertulis.get("realisasi", ())}

    def lihat(connection: Connection) -> tuple[Posisi, tuple[Entri, ...]]:
        entri = baca_entri(connection, instansi, {t for _, t, _ in kunci}, {k for k, _, _ in kunci}) if kunci else {}
        return _hasil(connection, instansi, posisi), tuple(e for k, e in entri.items() if k in kunci)

    (lama, _), (baru, entri) = coba(engine, pelaku, rencana, milik, lihat)
    return GerakImpor(posisi, gerak_capaian(lama, baru, sd), tuple(_tanpa_kendala(entri, baru)))


def _tertulis(satu: RencanaLembar) -> list[Baris]:
    return [*satu.tambah, *(baru for _, baru in satu.ubah)]


def _posisi(baris: Iterable[Baris], sd: SampaiDengan) -> tuple[SampaiDengan, ...]:
    """The quarters that the rows name, and where the page stands."""
    kena = {SampaiDengan.yang_memuat(int(str(b["tahun"])), str(b["periode"])) for b in baris} - {sd}
    urut = sorted(kena, key=lambda satu: (satu.tahun, satu.triwulan))
    return (*urut[-MAKS_POSISI:], sd)


def _hasil(connection: Connection, instansi: str, posisi: Sequence[SampaiDengan]) -> Posisi:
    hasil = {}
    for tahun in {sd.tahun for sd in posisi}:
        data = load_kinerja(connection, instansi, tahun)
        structure = build_structure(data)
        for sd in (satu for satu in posisi if satu.tahun == tahun):
            hasil[sd] = hitung_posisi(structure, sd, aturan_instansi(data.pengaturan, sd.hari_akhir)).indikator
    return hasil


def _tanpa_kendala(entri: Iterable[Entri], baru: Posisi) -> Iterable[TanpaKendala]:
    """The approved values that are red at their own quarter and lack what one who enters them would have to give."""
    for satu in entri:
        h = baru.get(satu.sd, {}).get(satu.indikator)
        if h is None or h.status is not Status.KRITIS or satu.status is not StatusEntri.DISETUJUI or not satu.berangka:
            continue
        if hilang := hilang_bagi_kritis(satu):
            yield TanpaKendala(h, satu.sd, hilang)
