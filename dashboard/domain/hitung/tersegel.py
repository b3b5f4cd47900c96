"""A closed quarter shows what it kept; where this program computes otherwise today, both are said.

Source: DOMAIN.md section 2, "Closed is sealed" [R]. Writes cannot move a kept result, so a difference comes from a
newer program or rule row, or from an indicator that came after the quarter was closed.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from dashboard.domain.dasar.indikator import Indikator, Polaritas, SumberNilai
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.dasar.skala import Status
from dashboard.domain.entri.segel import BarisSegel, Gerak, kalimat_gerak, yang_bergerak
from dashboard.domain.hitung.baris_hasil import baris_hasil
from dashboard.domain.hitung.capaian import CATATAN_TAK_HINGGA, Capaian, NilaiTarget
from dashboard.domain.hitung.hasil import HasilIndikator, HasilTahun

CATATAN_BARU = "Indikator ini belum ada ketika triwulan ini dikunci; tidak dihitung di dalamnya."
CATATAN_BEDA = "Ditampilkan hasil yang disimpan ketika dikunci. Program ini kini menghitung lain: {}."
RUMUS_SIMPANAN = "hasil yang disimpan ketika triwulan dikunci"


def dengan_segel(hasil: HasilTahun, segel: Mapping[str, BarisSegel]) -> HasilTahun:
    """The results of a closed quarter as they were kept."""
    indikator = {kode: _tersegel(h, segel.get(kode)) for kode, h in hasil.indikator.items()}
    return replace(hasil, indikator=indikator)


def _tersegel(h: HasilIndikator, baris: BarisSegel | None) -> HasilIndikator:
    if baris is None:
        tanpa = replace(h, capaian=None, capaian_tahunan=None, kelas_status=None, kelas_predikat=None)
        return replace(tanpa, status=Status.TIDAK_DITARGETKAN, catatan=(CATATAN_BARU, *h.catatan))
    h = replace(h, indikator=_indikator(h.indikator, baris))
    gerak = yang_bergerak({h.kode: baris}, {h.kode: baris_hasil(h)})
    return _seperti_disimpan(h, baris, gerak) if gerak else h


def _indikator(kini: Indikator, baris: BarisSegel) -> Indikator:
    """The indicator with the unit and the direction its figures were closed in."""
    return replace(kini, satuan=baris["satuan"], polaritas=Polaritas(baris["polaritas"]))


def _seperti_disimpan(h: HasilIndikator, baris: BarisSegel, gerak: tuple[Gerak, ...]) -> HasilIndikator:
    target = NilaiTarget(_desimal(baris["target"]), _desimal(baris["target_min"]), _desimal(baris["target_maks"]))
    simpul = replace(
        h.simpul,
        nilai=_desimal(baris["realisasi"]),
        kepastian=Kepastian(baris["kepastian"]),
        sumber_nilai=SumberNilai(baris["sumber_nilai"]) if baris["sumber_nilai"] else None,
    )
    return replace(
        h,
        target=replace(h.target, sampai=target if target.acuan is not None else None),
        simpul=simpul,
        status=Status(baris["status"]),
        capaian=_capaian(h.capaian, baris["capaian"]) or _tak_hingga(baris),
        capaian_tahunan=_capaian(h.capaian_tahunan, baris["capaian_tahunan"]),
        kelas_status=h.kelas_status if baris["status"] == h.status.value else None,
        kelas_predikat=h.kelas_predikat if baris["predikat"] == h.predikat else None,
        predikat_tersegel=baris["predikat"],
        catatan=(CATATAN_BEDA.format(kalimat_gerak(gerak)), *h.catatan),
    )


def _capaian(kini: Capaian | None, nilai: Any) -> Capaian | None:
    """The kept percentage; its steps are today's only where they lead to it."""
    disimpan = _desimal(nilai)
    if disimpan is None:
        return None
    if kini is None:
        return Capaian(disimpan, disimpan, RUMUS_SIMPANAN, (), ())
    return replace(kini, nilai=disimpan, mentah=disimpan, rumus=RUMUS_SIMPANAN, langkah=())


def _tak_hingga(baris: BarisSegel) -> Capaian | None:
    """What was kept without a number and yet above its target: it divides by zero."""
    if baris["status"] != Status.MELAMPAUI.value:
        return None
    return Capaian(None, None, RUMUS_SIMPANAN, (), (), (CATATAN_TAK_HINGGA,), tak_hingga=True)


def _desimal(nilai: Any) -> Decimal | None:
    return None if nilai is None else Decimal(str(nilai))
