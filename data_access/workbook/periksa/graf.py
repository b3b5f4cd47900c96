"""Hierarchies and formulas must not go round in circles, and no child may stand above its parent.

The graph looked at is the one that would be: the database overlaid with the workbook.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from dashboard.domain.dasar.cycles import Cycle, urutan_hitung
from dashboard.domain.dasar.indikator import JENJANG, Sifat
from dashboard.domain.kamus.indikator import KUNCI_KOMPONEN
from data_access.baris import Nilai
from data_access.workbook.periksa.lembar_baca import Buku, LembarBaca, pemilik_buku
from data_access.workbook.periksa.masalah import DaftarMasalah
from data_access.workbook.periksa.pangkalan import Pangkalan

HIERARKI = (("unit", "induk"), ("jabatan", "atasan"), ("simpul", "induk"))
BERHITUNG = (Sifat.TERTULIS, Sifat.REGULASI, Sifat.DUGAAN, Sifat.SEBAGIAN, Sifat.PENYEBUT_BATAS)
ARITMETIK = {sifat.value for sifat in BERHITUNG}
MOST_CYCLES = 50

Tepi = dict[str, set[str]]


def _all_cycles(tepi: Tepi) -> Iterator[Cycle]:
    """The circles of a graph, broken one by one until none is left."""
    tepi = {dari: set(ke) for dari, ke in tepi.items()}
    for _ in range(MOST_CYCLES):
        try:
            urutan_hitung((), tepi)
        except Cycle as error:
            yield error
            tepi[error.jalur[0]].discard(error.jalur[1])
        else:
            return


def periksa_graf(buku: Buku, pangkalan: Pangkalan, masalah: DaftarMasalah) -> None:
    for instansi in pemilik_buku(buku):
        for nama, kolom in HIERARKI:
            if nama in buku and buku[nama].berkunci:
                _periksa_hierarki(buku[nama], kolom, instansi, pangkalan, masalah)
        if "komponen" in buku and buku["komponen"].berkunci:
            _periksa_rumus(buku["komponen"], instansi, pangkalan, masalah)


def _periksa_hierarki(
    satu: LembarBaca, kolom: str, instansi: str, pangkalan: Pangkalan, masalah: DaftarMasalah
) -> None:
    induk = _gabung(satu, kolom, instansi, pangkalan)
    baris_kode = _baris_kode(satu, instansi)
    bundar: set[str] = set()
    for lingkaran in _all_cycles({kode: {atas} for kode, atas in induk.items() if atas is not None}):
        bundar |= set(lingkaran.jalur)
        baris = [baris_kode[kode] for kode in lingkaran.jalur if kode in baris_kode]
        _report_cycle(satu, baris, "kode", kolom, lingkaran, masalah)
    if satu.nama == "simpul":
        _periksa_jenjang(satu, instansi, induk, bundar, pangkalan, masalah)


def _periksa_jenjang(
    satu: LembarBaca,
    instansi: str,
    induk: Mapping[str, str | None],
    bundar: set[str],
    pangkalan: Pangkalan,
    masalah: DaftarMasalah,
) -> None:
    tingkat = {
        kode: JENJANG.index(jenjang)
        for kode, jenjang in _gabung(satu, "jenjang", instansi, pangkalan).items()
        if jenjang in JENJANG
    }
    baris_kode = _baris_kode(satu, instansi)
    for kode, atas in induk.items():
        if atas is None or kode in bundar or tingkat.get(kode, 0) >= tingkat.get(atas, 0):
            continue
        if kode not in tingkat or atas not in tingkat or not baris_kode.keys() & {kode, atas}:
            continue
        i, kolom = (baris_kode[kode], "induk") if kode in baris_kode else (baris_kode[atas], "jenjang")
        satu.ditolak.add(i)
        masalah.tambah(
            satu.nama,
            satu.sel(i, kolom),
            satu.baris[i].get(kolom),
            f"menaruh {kode} ({JENJANG[tingkat[kode]]}) di bawah {atas} ({JENJANG[tingkat[atas]]})",
            "Induk harus berjenjang sama atau lebih tinggi.",
        )


def _periksa_rumus(satu: LembarBaca, instansi: str, pangkalan: Pangkalan, masalah: DaftarMasalah) -> None:
    """Only arithmetic links can go round; two indicators may well influence each other."""
    hubungan: dict[tuple[Nilai, ...], Nilai] = {
        tuple(baris[kolom] for kolom in KUNCI_KOMPONEN): baris["sifat"]
        for baris in pangkalan.kolom(instansi, "komponen", *KUNCI_KOMPONEN, "sifat")
    }
    baris_tepi: dict[tuple[str, str], int] = {}
    for i, baris in enumerate(satu.baris):
        if baris["instansi"] == instansi and baris["indikator"] and baris["komponen"]:
            hubungan[tuple(baris[kolom] for kolom in KUNCI_KOMPONEN)] = baris.get("sifat")
            baris_tepi.setdefault((str(baris["indikator"]), str(baris["komponen"])), i)
    tepi: Tepi = {}
    for (indikator, komponen, *_), sifat in hubungan.items():
        if sifat in ARITMETIK:
            tepi.setdefault(str(indikator), set()).add(str(komponen))
    for lingkaran in _all_cycles(tepi):
        putaran = set(pairwise(lingkaran.jalur))
        baris_putaran = [i for tepi_buku, i in baris_tepi.items() if tepi_buku in putaran]
        _report_cycle(satu, baris_putaran, "indikator", "komponen", lingkaran, masalah)


def _report_cycle(
    satu: LembarBaca, baris: list[int], asal: str, kolom: str, lingkaran: Cycle, masalah: DaftarMasalah
) -> None:
    """Name the whole cycle at its first row in the workbook, starting with that row's own code (column `asal`)."""
    if not baris:
        return
    i = min(baris)
    satu.ditolak.add(i)
    masalah.tambah(
        satu.nama,
        satu.sel(i, kolom),
        satu.baris[i].get(kolom),
        f"membentuk lingkaran {lingkaran.mulai_dari(str(satu.baris[i][asal]))}",
        "Putuskan salah satu hubungan dalam lingkaran itu.",
    )


def _baris_kode(satu: LembarBaca, instansi: str) -> dict[str, int]:
    """Code -> first row of the workbook that has it."""
    hasil: dict[str, int] = {}
    for i, baris in enumerate(satu.baris):
        if baris["instansi"] == instansi and baris["kode"] is not None:
            hasil.setdefault(str(baris["kode"]), i)
    return hasil


def _gabung(satu: LembarBaca, kolom: str, instansi: str, pangkalan: Pangkalan) -> dict[str, str | None]:
    """Code -> value of a column, the database overlaid with the workbook."""
    hasil = {str(baris["kode"]): _teks(baris[kolom]) for baris in pangkalan.kolom(instansi, satu.nama, "kode", kolom)}
    for kode, i in _baris_kode(satu, instansi).items():
        if kolom in satu.posisi:
            hasil[kode] = _teks(satu.baris[i][kolom])
        else:
            hasil.setdefault(kode, None)
    return hasil


def _teks(nilai: Nilai) -> str | None:
    return None if nilai is None else str(nilai)
