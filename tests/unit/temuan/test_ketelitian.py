"""How well the rules tell faults from what is right, measured on made-up agencies: precision and recall."""

from collections import Counter
from dataclasses import dataclass, field, replace

import pytest

from dashboard.domain.temuan.periksa import periksa
from tests.temuan.buatan import agensi, jumlahkan
from tests.temuan.cacat import SEMUA_CACAT

BENIH = (11, 12, 13, 14)
TERENDAH = 0.9


@pytest.mark.parametrize("per_bidang", [3, 5, 8])
@pytest.mark.parametrize("benih", BENIH)
def test_clean_data_raises_at_most_one_finding_per_hundred_indicators(benih: int, per_bidang: int) -> None:
    b = agensi(benih, per_bidang)
    jumlahkan(b)
    temuan = periksa(b.bahan())
    assert len(temuan) <= len(b.indikator) / 100, [(t.kode, t.uraian) for t in temuan]


def test_the_heads_of_an_agency_by_the_names_of_an_office_are_no_fault() -> None:
    """ "Kepala Dinas" and "Sekretaris Dinas" have no subject that their functions could leave out."""
    b = agensi(1, 3)
    bersih = {t.kode for t in periksa(b.bahan())}
    kepala = next(n for n, j in enumerate(b.jabatan) if j.kode == "KABAN")
    judul = ("Kepala Dinas", "Kepala Kantor", "Sekretaris Dinas", "Inspektur Pembantu Wilayah", "Camat")
    b.jabatan[kepala] = replace(b.jabatan[kepala], nama=judul[0])
    b.fungsi["KABAN"] = ("Perumusan kebijakan teknis", "Pembinaan bawahan", "Pelaporan kinerja kepada bupati")
    for n, nama in enumerate(judul[1:]):
        b.jabatan.append(replace(b.jabatan[kepala], kode=f"P{n}", nama=nama, jenis="administrator", atasan="KABAN"))
        b.fungsi[f"P{n}"] = (f"Koordinasi urusan {n}", f"Penyelarasan rencana {n}", f"Pengendalian anggaran {n}")
    b.jabatan[-4:] = [replace(j, unit=f"U{n}") if n else j for n, j in enumerate(b.jabatan[-4:])]
    b.unit += [replace(b.unit[1], kode=f"U{n}", nama=f"Wilayah Kerja {n}") for n in (1, 2, 3)]
    assert [(t.kode, t.uraian) for t in periksa(b.bahan()) if t.kode not in bersih] == []


@dataclass
class Ukuran:
    """What the rules said to faults planted one at a time. `luput`: not found by their own rule."""

    ditanam: int = 0
    luput: list[tuple[str, str]] = field(default_factory=list)
    benar: int = 0
    keliru: Counter[str] = field(default_factory=Counter)


def tanam(benih: int) -> Ukuran:
    """Each kind is planted alone, so that one fault cannot lean on another."""
    ukuran = Ukuran()
    bersih = {t.kode for t in periksa(agensi(benih, 3).bahan())}
    for aturan, cacat in SEMUA_CACAT:
        b = agensi(benih, 3)
        objek = cacat(b)
        hasil = [t for t in periksa(b.bahan()) if t.kode not in bersih]
        terkena = [t for t in hasil if objek in t.objek]
        ukuran.ditanam += 1
        ukuran.luput += [] if aturan in {t.aturan for t in terkena} else [(aturan, objek)]
        ukuran.benar += len(terkena)
        ukuran.keliru.update(t.aturan or "" for t in hasil if t not in terkena)
    return ukuran


def test_each_kind_of_fault_is_found() -> None:
    ukuran = tanam(1)
    assert ukuran.luput == []
    assert ukuran.benar / (ukuran.benar + ukuran.keliru.total()) >= TERENDAH, ukuran.keliru


@pytest.mark.parametrize("benih", [2, 3])
def test_planted_faults_are_found_and_little_else(benih: int) -> None:
    ukuran = tanam(benih)
    assert 1 - len(ukuran.luput) / ukuran.ditanam >= TERENDAH, ukuran.luput
    assert ukuran.benar / (ukuran.benar + ukuran.keliru.total()) >= TERENDAH, ukuran.keliru
