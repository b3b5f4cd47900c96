"""What can be aimed at and what can be moved, with the words it is chosen by: put together once, never on a rerun.

Beyond a few hundred a list is shown bidang by bidang, so that a page does not grow with the agency.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from textwrap import shorten
from typing import Generic, TypeVar

import streamlit as st

from dashboard import caching
from dashboard.components.simulasi.deret import label_masukan
from dashboard.domain.dasar.indikator import Indikator
from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.formatting import angka
from dashboard.services.kinerja import Kinerja
from dashboard.services.simulasi import Simulasi, terpenting
from dashboard.texts import JENIS

MAKS_SEKALIGUS = 400
UTAMA, TANPA_UNIT = "", "-"
NAMA_KHUSUS = {UTAMA: "Indikator utama", TANPA_UNIT: "Tanpa bidang"}
T = TypeVar("T", str, KunciUbahan)


@dataclass(frozen=True)
class DaftarPilihan(Generic[T]):
    """Options in their order with their labels; `per_unit` divides them by the unit of the owner."""

    label: Mapping[T, str]
    per_unit: Mapping[str, tuple[T, ...]]
    nama_unit: Mapping[str, str]
    bawaan: tuple[T, ...] = ()


def daftar_sasaran(k: Kinerja) -> DaftarPilihan[str]:
    """The indicators that can be aimed at; `bawaan` is the one a fresh page starts with."""
    return caching.compute_once("daftar-sasaran", partial(_sasaran, k))


def daftar_masukan(s: Simulasi, sasaran: Sequence[str]) -> DaftarPilihan[KunciUbahan]:
    """The inputs that can be moved: `bawaan` are those that the aims are made of, before all others."""
    return caching.compute_once("daftar-masukan", partial(_masukan, s, sasaran), s.awal, tuple(sasaran))


def sekaligus(daftar: DaftarPilihan[T], terpilih: Sequence[T], kunci: str) -> list[T]:
    """The options to show: all, or in a long list those of one bidang, asked for, beside what is chosen."""
    if len(daftar.label) <= MAKS_SEKALIGUS:
        return list(daftar.label)
    unit: str | None = st.selectbox(
        f"Tampilkan dari {angka(len(daftar.label), 0)} pilihan",
        list(daftar.per_unit),
        key=kunci,
        format_func=lambda u: f"{daftar.nama_unit[u]} ({angka(len(daftar.per_unit[u]), 0)})",
        required=True,
    )
    tampil = dict.fromkeys(terpilih) | dict.fromkeys(daftar.per_unit[unit or UTAMA])
    return list(tampil)


def _sasaran(k: Kinerja) -> DaftarPilihan[str]:
    urut = [h.kode for h in terpenting(k)]
    per_unit = {UTAMA: tuple(h.kode for h in k.utama())} | _per_unit({kode: k.unit_pemilik(kode) for kode in urut})
    label = {kode: _label(k.hasil.indikator[kode].indikator) for kode in urut}
    return DaftarPilihan(label, per_unit, _nama_unit(k), (_bawaan(k, urut),))


def _masukan(s: Simulasi, sasaran: Sequence[str]) -> DaftarPilihan[KunciUbahan]:
    penyusun = tuple(dict.fromkeys(k for kode in sasaran for k in s.kunci_untuk(kode)))
    semua = dict.fromkeys([*penyusun, *s.kunci_lain(sasaran[0])])
    ada = s.kinerja.hasil.indikator
    letak = {k: s.kinerja.unit_pemilik(k.kode) if k.kode in ada else None for k in semua}
    nama = {**_nama_unit(s.kinerja), UTAMA: "Penyusun " + ", ".join(sasaran)}
    label = {k: label_masukan(s.masukan(k), 70) for k in semua}
    return DaftarPilihan(label, {UTAMA: penyusun} | _per_unit(letak), nama, penyusun)


def _per_unit(letak: Mapping[T, str | None]) -> dict[str, tuple[T, ...]]:
    hasil: dict[str, list[T]] = {}
    for satu, unit in letak.items():
        hasil.setdefault(unit or TANPA_UNIT, []).append(satu)
    return {unit: tuple(isi) for unit, isi in sorted(hasil.items())}


def _nama_unit(k: Kinerja) -> dict[str, str]:
    return {u.kode: u.nama for u in k.data.unit} | NAMA_KHUSUS


def _label(i: Indikator) -> str:
    return f"{i.kode} {shorten(i.nama, 60, placeholder='…')} ({JENIS.get(i.jenis, i.jenis)})"


def _bawaan(k: Kinerja, urut: Sequence[str]) -> str:
    """The worst with a number: of the main indicators made of others, else of the programs, else of the main ones."""
    utama = {h.kode for h in k.utama()}
    berumus = [h for h in k.hasil.indikator.values() if h.persen is not None and h.simpul.terhitung is not None]
    calon = [h for h in berumus if h.kode in utama] or [h for h in berumus if h.indikator.jenis == "program"]
    calon = calon or [h for h in k.utama() if h.persen is not None]
    return min(calon, key=lambda h: (h.persen or Decimal(0), h.kode)).kode if calon else urut[0]
