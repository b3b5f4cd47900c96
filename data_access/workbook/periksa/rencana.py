"""What taking a workbook would change: each row new, changed, unchanged or refused, each blank over a value."""

from collections.abc import Collection
from dataclasses import dataclass, field

from data_access.baris import Baris, Nilai, ambil, kunci_baris
from data_access.workbook.periksa.lembar_baca import KOLOM_INSTANSI, Buku, LembarBaca
from data_access.workbook.periksa.pangkalan import Pangkalan

KOLOM_SARING = ("tahun", "bulan", "periode")
"""Parts of keys with few values: a month's workbook is compared with that month, not with all years."""


@dataclass(frozen=True, slots=True)
class Dikosongkan:
    """A blank cell over a stored value."""

    instansi: str
    kunci: tuple[Nilai, ...]
    sel: str
    kolom: str
    lama: Nilai


@dataclass(slots=True)
class RencanaLembar:
    """Rows to write are whole rows of the table; `ubah` holds (old, new)."""

    nama: str
    kolom: tuple[str, ...]
    tambah: list[Baris] = field(default_factory=list)
    ubah: list[tuple[Baris, Baris]] = field(default_factory=list)
    tetap: list[Baris] = field(default_factory=list)
    kosong: list[Dikosongkan] = field(default_factory=list)
    ditolak: int = 0

    @property
    def kunci_kosong(self) -> set[tuple[Nilai, ...]]:
        """The keys of the rows in which a value would become blank."""
        return {satu.kunci for satu in self.kosong}


def susun_rencana(buku: Buku, instansi: Collection[str], pangkalan: Pangkalan) -> tuple[RencanaLembar, ...]:
    """Compare every acceptable row with the database, by key."""
    return tuple(_rencana_lembar(satu, instansi, pangkalan) for satu in buku.values())


def _rencana_lembar(satu: LembarBaca, instansi: Collection[str], pangkalan: Pangkalan) -> RencanaLembar:
    rencana = RencanaLembar(satu.nama, satu.kolom_ada, ditolak=len(satu.ditolak))
    if not satu.berkunci:
        rencana.ditolak = len(satu.mentah.baris)
        return rencana
    kini = _kini(satu, instansi, pangkalan)
    isian = [kolom for kolom in satu.kolom_ada if kolom not in satu.lembar.kunci]
    for i, baris in satu.utuh():
        lama = kini.get(kunci_baris(satu.nama, baris)) if kini else None
        if lama is None:
            rencana.tambah.append(baris)
            continue
        kolom_baris = dict.fromkeys((*isian, *satu.tambahan.get(i, ())))
        beda = {kolom: baris[kolom] for kolom in kolom_baris if baris[kolom] != lama[kolom]}
        if not beda:
            rencana.tetap.append(lama)
            continue
        rencana.ubah.append((lama, lama | beda))
        pemilik = str(baris["kode" if satu.nama == "instansi" else KOLOM_INSTANSI])
        rencana.kosong += [
            Dikosongkan(pemilik, kunci_baris(satu.nama, baris), satu.sel(i, kolom), kolom, lama[kolom])
            for kolom, nilai in beda.items()
            if nilai is None and not satu.lembar.kolom_bernama(kolom).strip
        ]
    if satu.nama == "instansi":  # its rows have no owner beside them
        rencana.tambah = [{kolom: baris[kolom] for kolom in satu.lembar.nama_kolom} for baris in rencana.tambah]
    return rencana


def _kini(satu: LembarBaca, instansi: Collection[str], pangkalan: Pangkalan) -> dict[tuple[Nilai, ...], Baris]:
    """The stored rows the workbook may speak of, by key."""
    saring = {kolom: set(satu.isi[kolom]) - {None} for kolom in KOLOM_SARING if kolom in satu.lembar.kunci}
    return {
        kunci_baris(satu.nama, baris): baris
        for kode in instansi
        for baris in ambil(pangkalan.connection, satu.nama, kode, saring=saring)
    }
