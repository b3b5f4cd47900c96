"""How well the rules tell faults from what is right, measured on made-up agencies: precision and recall."""

from collections import Counter

import pytest

from dashboard.domain.temuan.periksa import periksa
from tests.temuan.buatan import agensi, jumlahkan
from tests.temuan.cacat import SEMUA_CACAT

BENIH = (11, 12, 13, 14)
TERENDAH = 0.9
PADA_SATU = 3
"""Each kind is planted alone with this many seeds, so that one fault cannot lean on another."""


@pytest.mark.parametrize("per_bidang", [3, 5, 8])
@pytest.mark.parametrize("benih", BENIH)
def test_clean_data_raises_at_most_one_finding_per_hundred_indicators(benih: int, per_bidang: int) -> None:
    b = agensi(benih, per_bidang)
    jumlahkan(b)
    temuan = periksa(b.bahan())
    assert len(temuan) <= len(b.indikator) / 100, [(t.kode, t.uraian) for t in temuan]


def test_planted_faults_are_found_and_little_else(capsys: pytest.CaptureFixture[str]) -> None:
    ditanam, ditemukan, temuan, benar = Counter[str](), Counter[str](), 0, 0
    luput, keliru = [], Counter[str]()
    for benih in range(1, PADA_SATU + 1):
        bersih = {t.kode for t in periksa(agensi(benih, 3).bahan())}
        for aturan, cacat in SEMUA_CACAT:
            b = agensi(benih, 3)
            objek = cacat(b)
            hasil = [t for t in periksa(b.bahan()) if t.kode not in bersih]
            tepat = [t for t in hasil if t.aturan == aturan and objek in t.objek]
            ditanam[aturan] += 1
            ditemukan[aturan] += bool(tepat)
            luput += [] if tepat else [(cacat.__name__, benih, objek)]
            temuan += len(hasil)
            terkena = [t for t in hasil if objek in t.objek]
            benar += len(terkena)
            keliru.update(t.aturan or "" for t in hasil if t not in terkena)
    tarikan, ketepatan = ditemukan.total() / ditanam.total(), benar / temuan
    with capsys.disabled():
        print(
            f"\nditanam {ditanam.total()} cacat dari {len(SEMUA_CACAT)} jenis: recall {tarikan:.3f}, "
            f"precision {ketepatan:.3f} ({benar} dari {temuan} temuan)"
        )
    assert tarikan >= TERENDAH, luput
    assert ketepatan >= TERENDAH, keliru
    assert [aturan for aturan in ditanam if not ditemukan[aturan]] == []
