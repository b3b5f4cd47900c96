"""The way out as WORKBOOK.md says it: the same numbers as on screen, rounded half-up to two decimals."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.domain.dasar.ketentuan import SEBELUM_ADA_DATA
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.segel import untuk_ekspor
from dashboard.domain.hitung.baris_hasil import BarisHasil, baris_hasil
from dashboard.domain.hitung.uraian import rujukan
from dashboard.formatting import tanggal
from dashboard.services.data.keluar.ekspor_skp import isi_skp
from dashboard.services.kinerja import Kinerja, baca_kinerja
from data_access.engine import open_for_reading


@dataclass(frozen=True, slots=True)
class Ekspor:
    """What one state of the database says of an agency at a position."""

    k: Kinerja
    skp: list[dict[str, Any]]

    @property
    def isi(self) -> dict[str, Any]:
        """As plain values, keys in the contract's order."""
        return {
            "instansi": self.k.data.instansi.kode,
            "tahun": self.k.sd.tahun,
            "periode": self.k.sd.kode,
            "versi_data": self.k.data.versi_data,
            "indikator": _indikator(self.k),
            "skp": self.skp,
        }

    def dasar(self) -> list[dict[str, Any]]:
        """The rows each indicator's capaian, status and predikat rest on."""
        return [
            {
                "kode": kode,
                "perihal": r.perihal,
                "peraturan": r.ketentuan.peraturan,
                "letak": r.ketentuan.letak,
                "berlaku_mulai": _mulai(r.ketentuan.berlaku_mulai),
                "dikonfirmasi": "ya" if r.ketentuan.dikonfirmasi else "tidak",
                "nilai": r.ketentuan.nilai,
                "satuan": r.ketentuan.satuan,
                "catatan": r.ketentuan.catatan,
            }
            for kode, h in self.k.hasil.indikator.items()
            for r in rujukan(h)
        ]


def baca_ekspor(engine: Engine, pelaku: Pelaku, instansi: str, tahun: int, periode: str) -> Ekspor:
    """Read it in one transaction. Raises BukanPosisi, TidakBerwenang, and as `kinerja`."""
    wajib_boleh(pelaku, Tindakan.EKSPOR, instansi)
    sd = SampaiDengan.dari_kode(tahun, periode)
    with open_for_reading(engine) as connection:
        k = baca_kinerja(connection, pelaku, instansi, sd)
        return Ekspor(k, isi_skp(connection, pelaku, instansi, sd))


def _mulai(hari: date) -> str:
    """The day in words; nothing where a rule has always held."""
    return "" if hari == SEBELUM_ADA_DATA else tanggal(hari)


def _indikator(k: Kinerja) -> list[BarisHasil]:
    """The results by code; of a closed quarter the kept ones, whatever came after."""
    segel = k.segel.get(k.sd.kode)
    if segel is None:
        return [baris_hasil(h) for h in k.hasil.indikator.values()]
    return [untuk_ekspor(segel[kode]) for kode in sorted(segel)]
