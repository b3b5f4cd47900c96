"""The agenda on the summary: what to ask about first, the overdue promises, and what changed since last quarter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat_agenda import (
    judul_janji,
    judul_perubahan,
    kalimat_batas,
    kalimat_celah,
    kalimat_perubahan,
    kalimat_sejak,
    pertanyaan,
)
from dashboard.components.umum.tata import subjudul
from dashboard.domain.entri.agenda import Pergeseran, Prioritas
from dashboard.domain.entri.janji import Janji
from dashboard.services.agenda import Agenda
from dashboard.services.kinerja import Kinerja
from dashboard.templates import Fragments

TERLIHAT = 5
JANJI_TERBANYAK, PERGESERAN_TERBANYAK = 30, 15
"""Longer lists are cut, and the cut is counted: a page stays light."""
SEBAGIAN = "hanya janji yang terbuka bagi peran Anda"
_HTML = Fragments(__file__)


class Alamat(Protocol):
    """The address of a page with record ids."""

    def __call__(self, url_path: str, **record: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Tujuan:
    """Where a name leads: `laci` the drawer in the tree, `baris` its row in Bidang & IKI; empty where there is none."""

    nama: str
    laci: str
    baris: str


def agenda_html(k: Kinerja, prioritas: Sequence[Prioritas], alamat: Alamat, hari_ini: date) -> Markup:
    """The priorities as escaped HTML."""
    baris = [
        (
            p,
            tujuan(k, p.hasil.kode, alamat),
            tujuan(k, p.asal, alamat) if p.asal not in {None, p.hasil.kode} else None,
            kalimat_celah(p, k.sd),
            kalimat_sejak(p.sejak),
            (p.janji.isi, kalimat_batas(p.janji), p.janji.keadaan(hari_ini)) if p.janji else None,
            pertanyaan(p, k.sd, hari_ini),
        )
        for p in prioritas
    ]
    return _HTML("prioritas", baris)


def daftar_janji(k: Kinerja, a: Agenda, alamat: Alamat) -> None:
    """Draw the overdue promises of the agency, the first ones open."""
    judul, asal = judul_janji(a.lewat, k.sd)
    subjudul(judul, "; ".join(filter(None, (asal, SEBAGIAN if a.sebagian else ""))))
    st.html(_janji_html(k, a.lewat, a.janji, alamat))


def _janji_html(k: Kinerja, lewat: Sequence[Janji], semua: int, alamat: Alamat) -> Markup:
    baris = [(j, tujuan(k, j.entri.indikator, alamat), kalimat_batas(j)) for j in lewat[:JANJI_TERBANYAK]]
    return _HTML("janji", baris[:TERLIHAT], baris[TERLIHAT:], len(lewat) - len(baris), semua)


def daftar_perubahan(k: Kinerja, a: Agenda, alamat: Alamat) -> None:
    """Draw what moved to another status since last quarter, worse first."""
    subjudul(*judul_perubahan(a.banding))
    if a.banding is not None and (a.banding.memburuk or a.banding.membaik):
        baris = [_perubahan(k, p, alamat) for p in (*a.banding.memburuk, *a.banding.membaik)]
        tampil = baris[:PERGESERAN_TERBANYAK]
        st.html(_HTML("perubahan", tampil[:TERLIHAT], tampil[TERLIHAT:], len(baris) - len(tampil)))


def _perubahan(k: Kinerja, p: Pergeseran, alamat: Alamat) -> tuple[Pergeseran, Tujuan, str]:
    return p, tujuan(k, p.kini.kode, alamat), kalimat_perubahan(p.lalu, p.kini)


def tujuan(k: Kinerja, kode: str | None, alamat: Alamat) -> Tujuan:
    """The name of an indicator or variabel, and where it leads."""
    h = k.hasil.indikator.get(kode or "")
    nama = h.indikator.nama if h else next((v.nama for v in k.data.variabel if v.kode == kode), "")
    simpul = h.indikator.simpul if h and h.indikator.simpul in k.simpul else None
    return Tujuan(
        f"{kode} {nama}",
        alamat("pohon-kinerja", simpul=simpul, indikator=kode) if simpul and kode else "",
        alamat("bidang-iki", unit=k.pengisi[kode], iki=kode) if kode in k.pengisi else "",
    )
