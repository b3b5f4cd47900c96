"""Who enters which value: the first owner of an indicator; the other owners see it, marked *bersama*."""

from collections.abc import Iterable, Mapping

from dashboard.domain.dasar.indikator import DataKinerja, Unit


def pemilik_nilai(data: DataKinerja) -> dict[str, tuple[str, ...]]:
    """Code of each indicator and variabel -> its positions, the one that enters first.

    Without an owner an indicator is its node's; a variabel belongs to the owners of what it feeds, in code order.
    """
    jabatan = {j.kode for j in data.jabatan}
    simpul = {s.kode: s.jabatan for s in data.simpul}
    pemilik = {i.kode: i.pemilik or tuple(filter(None, [simpul.get(i.simpul)])) for i in data.indikator}
    variabel: dict[str, list[str]] = {v.kode: [] for v in data.variabel}
    for k in sorted(data.komponen, key=lambda k: k.indikator):
        if k.komponen in variabel:
            variabel[k.komponen] += pemilik.get(k.indikator, ())
    semua = pemilik | {kode: tuple(dict.fromkeys(milik)) for kode, milik in variabel.items()}
    return {kode: tuple(j for j in milik if j in jabatan) for kode, milik in semua.items()}


def bidang_nilai(data: DataKinerja) -> dict[str, tuple[str, ...]]:
    """Code of each indicator and variabel -> the units of its positions and those above, in whose lists it stands."""
    rantai, letak = rantai_unit(data.unit), {j.kode: j.unit for j in data.jabatan}
    return {
        kode: tuple(dict.fromkeys(u for j in milik for u in rantai.get(letak[j], ())))
        for kode, milik in pemilik_nilai(data).items()
    }


def rantai_unit(unit: Iterable[Unit]) -> dict[str, tuple[str, ...]]:
    """Each unit -> itself and the units above it, without the agency at the top (which is only above itself)."""
    induk = {u.kode: u.induk for u in unit}
    return {kode: _rantai(kode, induk) for kode in induk}


def _rantai(kode: str, induk: Mapping[str, str | None]) -> tuple[str, ...]:
    rantai: list[str] = [kode]
    atas = induk[kode]
    while atas is not None and induk.get(atas) is not None and atas not in rantai:
        rantai.append(atas)
        atas = induk[atas]
    return tuple(rantai)
