"""Performance of one agency at a reporting position: read once, computed once, shared by all screens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.aturan.pengaturan import Pengaturan
from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.domain.dasar.indikator import DataKinerja, Dokumen, Simpul, indikator_utama
from dashboard.domain.dasar.penjelasan import Penjelasan
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.setelan import SetelanBertanggal
from dashboard.domain.entri.pengisi import pemilik_nilai, rantai_unit
from dashboard.domain.entri.segel import batas_tersimpan
from dashboard.domain.hitung.agregat import Agregat, Butir, rerata_capaian
from dashboard.domain.hitung.hasil import HasilIndikator, HasilTahun
from dashboard.domain.hitung.structure import Structure, build_structure
from dashboard.domain.hitung.tahun import hitung_posisi
from dashboard.domain.hitung.tersegel import dengan_segel
from dashboard.domain.hitung.uraian import jelaskan
from dashboard.services.pengaturan import pengaturan_pada
from data_access.engine import open_for_reading
from data_access.kinerja import load_kinerja, sidik_dan_penanda
from data_access.kunci.segel import Segel, muat_segel
from data_access.pengaturan import aturan_instansi


@dataclass(frozen=True)
class Kinerja:
    """Data and results of an agency's year; `per_triwulan` holds the results of TW I up to the position.

    `setahun` is the year's own result at the position "Tahun", which comes after the fourth quarter. `penanda` is the
    state of the database they were read in.
    """

    data: DataKinerja
    per_triwulan: tuple[HasilTahun, ...]
    segel: Mapping[str, Segel] = field(default_factory=dict)
    setahun: HasilTahun | None = None
    penanda: str = field(default="", compare=False)

    @property
    def hasil(self) -> HasilTahun:
        return self.setahun or self.per_triwulan[-1]

    @property
    def sd(self) -> SampaiDengan:
        return self.hasil.sd

    @property
    def per_akhir_triwulan(self) -> "Kinerja":
        """As seen from the position's quarter: the year's own result has no entries and no lock of its own."""
        return replace(self, setahun=None)

    @cached_property
    def aturan(self) -> AturanBerlaku:
        """The rules in force on the last day of the position, with what the agency has set."""
        return aturan_instansi(self.data.pengaturan, self.sd.hari_akhir)

    @cached_property
    def jabatan(self) -> dict[str, str]:
        return {j.kode: j.nama for j in self.data.jabatan}

    @cached_property
    def unit_jabatan(self) -> dict[str, str]:
        return {j.kode: j.unit for j in self.data.jabatan}

    @cached_property
    def simpul(self) -> dict[str, Simpul]:
        return {s.kode: s for s in self.data.simpul}

    @cached_property
    def dokumen(self) -> dict[str, Dokumen]:
        return {d.kode: d for d in self.data.dokumen}

    @cached_property
    def pengaturan(self) -> Pengaturan:
        return pengaturan_pada(self.data, self.sd.hari_akhir)

    def pemilik(self, kode: str) -> str:
        """The owners' titles, or the sentence that there is none."""
        pemilik = self.hasil.indikator[kode].indikator.pemilik
        return ", ".join(self.jabatan.get(p, p) for p in pemilik) or "pemilik belum ditetapkan"

    def unit_pemilik(self, kode: str) -> str | None:
        """The code of the unit of the first owner."""
        pemilik = self.hasil.indikator[kode].indikator.pemilik
        return self.unit_jabatan.get(pemilik[0]) if pemilik else None

    @cached_property
    def pengisi(self) -> dict[str, str]:
        """Code of each value -> the division in whose sheet it is entered."""
        rantai = rantai_unit(self.data.unit)
        milik = pemilik_nilai(self.data).items()
        return {kode: rantai[self.unit_jabatan[jabatan[0]]][-1] for kode, jabatan in milik if jabatan}

    def utama(self) -> tuple[HasilIndikator, ...]:
        """The IKU; where an agency has none, those of its tujuan and sasaran. Of a closed quarter those kept."""
        segel = self.segel.get(self.sd.kode)
        ada = [h.indikator for h in self.hasil.indikator.values() if segel is None or h.kode in segel]
        utama = indikator_utama(ada)
        return tuple(self.hasil.indikator[i.kode] for i in utama)

    def terhitung_sekali(self) -> tuple[HasilIndikator, ...]:
        """All indicators that count: not the parts of a criterion, nor an IKI that an IKU merely repeats."""
        terwakili = {k for h in self.utama() for k in h.target_dari}
        semua = self.hasil.indikator.values()
        return tuple(h for h in semua if h.indikator.jenis != "sub_item" and h.kode not in terwakili)

    def rerata(self, hasil: Sequence[HasilIndikator]) -> Agregat:
        """Their mean; of a closed quarter under the cap it was closed with, whatever the default is today."""
        batas = batas_tersimpan(self.segel.get(self.sd.kode, {}), self.pengaturan.batas_rerata)
        return rerata_capaian((Butir(h.kode, h.persen, h.status) for h in hasil), batas)

    def penjelasan(self, kode: str) -> Penjelasan:
        return jelaskan(self.hasil, kode)

    def tren(self, kode: str) -> tuple[HasilIndikator, ...]:
        """The indicator at each quarter up to the position."""
        return tuple(h.indikator[kode] for h in self.per_triwulan)

    def jalur_tahun(self, kode: str) -> tuple[HasilIndikator, ...]:
        """The indicator at all four quarters: the target path runs on where reports end. The year's own is no part."""
        sisa = (SampaiDengan(self.sd.tahun, tw) for tw in range(self.sd.triwulan + 1, 5))
        structure, setelan = self.hasil.graph.structure, self.data.pengaturan
        depan = [_hitung(structure, setelan, satu, self.segel) for satu in sisa]
        return (*self.tren(kode), *(h.indikator[kode] for h in depan))


def kinerja(engine: Engine, pelaku: Pelaku, instansi: str, sd: SampaiDengan) -> Kinerja:
    """Load one state of the database and compute. Raises as `baca_kinerja`."""
    with open_for_reading(engine) as connection:
        return baca_kinerja(connection, pelaku, instansi, sd)


def baca_kinerja(connection: Connection, pelaku: Pelaku, instansi: str, sd: SampaiDengan) -> Kinerja:
    """The same in the caller's transaction. Raises TidakBerwenang, or LookupError when the agency is unknown."""
    wajib_boleh(pelaku, Tindakan.LIHAT, instansi)
    data = load_kinerja(connection, instansi, sd.tahun)
    k = hitung_kinerja(data, sd, muat_segel(connection, instansi, sd.tahun))
    return replace(k, penanda=sidik_dan_penanda(connection, instansi)[1])


def sejalan(connection: Connection, pelaku: Pelaku, k: Kinerja) -> Kinerja:
    """`k` in the state this transaction reads: what is read beside it is of that state, and so must its numbers be.

    Locks and scores computed anew are another state of the same content.
    """
    instansi = k.data.instansi.kode
    if k.penanda == sidik_dan_penanda(connection, instansi)[1]:
        return k
    return baca_kinerja(connection, pelaku, instansi, k.sd)


def hitung_kinerja(data: DataKinerja, sd: SampaiDengan, segel: Mapping[str, Segel] | None = None) -> Kinerja:
    """The results of every quarter up to the position, and the year's at its own; closed ones (`segel`) as kept."""
    structure, segel = build_structure(data), segel or {}
    triwulan = (SampaiDengan(sd.tahun, tw) for tw in range(1, sd.triwulan + 1))
    per_triwulan = tuple(_hitung(structure, data.pengaturan, satu, segel) for satu in triwulan)
    return Kinerja(data, per_triwulan, segel, _hitung(structure, data.pengaturan, sd, segel) if sd.setahun else None)


def _hitung(
    structure: Structure, setelan: Sequence[SetelanBertanggal], sd: SampaiDengan, segel: Mapping[str, Segel]
) -> HasilTahun:
    hasil = hitung_posisi(structure, sd, aturan_instansi(setelan, sd.hari_akhir))
    return dengan_segel(hasil, segel[sd.kode]) if sd.kode in segel else hasil
