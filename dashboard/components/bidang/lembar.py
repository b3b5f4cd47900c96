"""The sheet of a unit in the browser: every cell is kept as it is typed, and one button hands all of it in.

The browser sends what the server has not acknowledged yet, with a rising number, so nothing is lost or done twice.
"""

import secrets
from collections.abc import Sequence
from functools import partial
from typing import Any
from zlib import crc32

import streamlit as st

from dashboard import caching, session
from dashboard.components.bidang.isi_lembar import isi_gerak
from dashboard.components.bidang.pesan import DITOLAK, KALIMAT_BENTROK, kalimat_tolakan
from dashboard.components.umum.kode_peramban import browser_code
from dashboard.components.umum.sabar import MENUNGGU
from dashboard.domain.entri.aturan import AksiDitolak, AksiEntri
from dashboard.domain.entri.draf import Ketikan, KunciNilai
from dashboard.services.entri.alur import BelumLengkap, pindahkan
from dashboard.services.entri.bidang import Bidang
from dashboard.services.entri.bukti import nama_bukti
from dashboard.services.entri.lembar import (
    ajukan_lembar,
    benarkan,
    buang,
    draf_unit,
    ketik,
    lanjutkan,
    nilai_isian,
    siap_diajukan,
)
from dashboard.services.jam import hari_ini
from data_access.database_state import DatabaseBusy

KUNCI = "lembar-bidang"
_SESI, _NOMOR, _TOLAK, _PESAN = (f"_lembar_{n}" for n in ("sesi", "nomor", "tolak", "pesan"))

_KOMPONEN = st.components.v2.component(
    "dasbor_lembar_bidang",
    html=browser_code(__file__, "lembar.html"),
    css=browser_code(__file__, "lembar.css"),
    js=browser_code(__file__, "baris.js", "lembar.js"),
)


def lembar(b: Bidang, tetap: str) -> None:
    """Draw the sheet. It is no fragment: a server that started again knows no fragments of before, but runs a page."""
    keadaan = st.session_state
    draf = draf_unit(caching.shared_engine(), session.pelaku_aktif(), b)
    hari = hari_ini()
    isian = {
        kunci: caching.compute_once("isian-baris", partial(nilai_isian, b, satu, hari), b.kode, satu, hari)
        for kunci, satu in draf.items()
    }
    data = {
        "id": _id(b),
        "versi": crc32(tetap.encode()),
        "padat": tetap,
        "gerak": isi_gerak(isian),
        "siap": len(siap_diajukan(b, draf)),
        "sesi": keadaan.setdefault(_SESI, secrets.token_hex(4)),
        "nomor": keadaan.get(_NOMOR, 0),
        "tolak": keadaan.get(_TOLAK, []),
        "pesan": _pesan(b),
        "berkas": nama_bukti(caching.shared_engine(), b, draf),
        "jalan": secrets.token_hex(4),
    }
    _KOMPONEN(key=KUNCI, data=data, on_aksi_change=partial(_terima, b))


def _id(b: Bidang) -> str:
    return f"{b.k.data.instansi.kode}-{b.k.sd.tahun}-{b.k.sd.kode}-{b.kode}"


def _pesan(b: Bidang) -> list[Any] | None:
    """What the last action said, as long as its sheet is looked at; another unit has nothing to do with it."""
    lembar, *pesan = st.session_state.get(_PESAN) or (None,)
    if lembar != _id(b):
        st.session_state[_PESAN] = None
        return None
    return pesan


def _terima(b: Bidang) -> None:
    """Take what the browser sends: cells first, then what was pressed. What was taken once is not taken again."""
    keadaan, aksi = st.session_state, st.session_state[KUNCI]["aksi"]
    terakhir = keadaan.get(_NOMOR, 0)
    if int(aksi["n"]) <= terakhir:
        return
    keadaan[_NOMOR], keadaan[_TOLAK], keadaan[_PESAN] = int(aksi["n"]), [], None
    selesai = terakhir
    try:
        if aksi["ketik"]:
            semua = [_ketikan(satu) for satu in aksi["ketik"]]
            tolak = ketik(caching.shared_engine(), session.pelaku_aktif(), b, semua)
            keadaan[_TOLAK] = [[t.kode, t.periode, t.bagian, t.teks] for t in tolak]
        for nomor, jenis, *isi in aksi["perintah"]:
            if int(nomor) > terakhir:
                _PERINTAH[jenis](b, isi)
                selesai = int(nomor)
    except BelumLengkap as error:
        rincian = [[kode, list(kalimat)] for kode, kalimat in error.kurang.items()]
        _katakan(b, False, f"Belum ada yang diajukan: {len(rincian)} nilai masih perlu dilengkapi.", rincian)
    except DatabaseBusy:  # not acknowledged: the browser keeps it and sends it again
        keadaan[_NOMOR] = min(selesai, int(aksi["n"]) - 1)
        _katakan(b, False, MENUNGGU, [])
    except DITOLAK as error:
        _katakan(b, False, kalimat_tolakan(error), [])


def _ketikan(isi: Sequence[Any]) -> Ketikan:
    kode, periode, bagian, teks, lama, dasar = isi
    return Ketikan(str(kode), str(periode), str(bagian), str(teks), tuple(map(str, lama)), str(dasar))


def _kunci(b: Bidang, isi: Sequence[Any]) -> KunciNilai:
    return str(isi[0]), b.k.sd.tahun, str(isi[1])


def _katakan(b: Bidang, *pesan: object) -> None:
    st.session_state[_PESAN] = [_id(b), *pesan]


def _ajukan(b: Bidang, _: Sequence[Any]) -> None:
    n = len(ajukan_lembar(caching.shared_engine(), session.pelaku_aktif(), b, hari_ini()))
    _katakan(b, True, f"{n} nilai diajukan dan menunggu persetujuan.", [])


def _setujui(b: Bidang, isi: Sequence[Any]) -> None:
    dipilih = [b.entri.get(_kunci(b, satu)) for satu in isi]
    entri = [satu for satu in dipilih if satu is not None]
    if len(entri) != len(dipilih):
        raise AksiDitolak(KALIMAT_BENTROK)
    engine, instansi = caching.shared_engine(), b.k.data.instansi.kode
    pindahkan(engine, session.pelaku_aktif(), instansi, AksiEntri.SETUJUI, entri)
    _katakan(b, True, f"{len(entri)} nilai disetujui dan masuk angka resmi.", [])


def _pilih(b: Bidang, isi: Sequence[Any]) -> None:
    if isi[0] in b.per_kode:
        session.set_record("iki", str(isi[0]))


def _benar(b: Bidang, isi: Sequence[Any]) -> None:
    benarkan(caching.shared_engine(), session.pelaku_aktif(), b, _kunci(b, isi), str(isi[2]))


def _lanjut(b: Bidang, isi: Sequence[Any]) -> None:
    lanjutkan(caching.shared_engine(), session.pelaku_aktif(), b, _kunci(b, isi))


def _buang(b: Bidang, isi: Sequence[Any]) -> None:
    buang(caching.shared_engine(), session.pelaku_aktif(), b, _kunci(b, isi))


_PERINTAH = {
    "ajukan": _ajukan,
    "setujui": _setujui,
    "pilih": _pilih,
    "benar": _benar,
    "lanjut": _lanjut,
    "buang": _buang,
}
