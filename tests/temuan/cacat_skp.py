"""Faults of SKP, planted at a position that leads nothing."""

from dataclasses import replace

from dashboard.domain.skp.janggal import KelompokSkp
from tests.temuan.buatan import Buatan


def _pelaksana(b: Buatan) -> KelompokSkp:
    j = b.rng.choice([j for j in b.jabatan if j.jenis == "pelaksana"])
    return KelompokSkp(j.kode, j.unit, 2, (3, 4))


def skp_tanpa_hasil(b: Buatan) -> str:
    satu = _pelaksana(b)
    b.skp = replace(b.skp, tanpa_hasil=(satu,))
    return str(satu.jabatan)


def skp_tanpa_hasil_tanpa_jabatan(b: Buatan) -> str:
    satu = replace(_pelaksana(b), jabatan=None)
    b.skp = replace(b.skp, tanpa_hasil=(satu,))
    return satu.unit


def biaya_bukan_pimpinan(b: Buatan) -> str:
    satu = _pelaksana(b)
    b.skp = replace(b.skp, berbiaya=(*b.skp.berbiaya, satu))
    return str(satu.jabatan)


def memimpin_bukan_pimpinan(b: Buatan) -> str:
    satu = _pelaksana(b)
    b.skp = replace(b.skp, memimpin=(*b.skp.memimpin, satu))
    return str(satu.jabatan)


def memimpin_tanpa_jenis(b: Buatan) -> str:
    """A title says as much as a kind of position."""
    kode = memimpin_bukan_pimpinan(b)
    b.jabatan = [replace(j, jenis=None) if j.kode == kode else j for j in b.jabatan]
    return kode


def kepemimpinan_bukan_pimpinan(b: Buatan) -> str:
    satu = _pelaksana(b)
    b.skp = replace(b.skp, kepemimpinan=(*b.skp.kepemimpinan, satu))
    return str(satu.jabatan)
