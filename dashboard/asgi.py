"""The ASGI entry: ``uvicorn dashboard.asgi:app``. Streamlit's app with health, readiness and headers around it.

Served by uvicorn's own listener its sockets have TCP_NODELAY, and the options come from .streamlit/config.toml
(``STREAMLIT_*`` variables are read by the streamlit command only).
"""

import gc
import importlib
import logging
import pkgutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from dashboard import charts, components, templates
from dashboard.components.umum.tata import galat
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, TidakBerwenang
from dashboard.registry import HALAMAN
from dashboard.services import pilihan
from dashboard.serving.gaya import gaya
from dashboard.serving.halaman_awal import halaman_awal, halaman_streamlit, sidik_skrip
from dashboard.serving.middleware import AsalSama, KepalaKeamanan, StatikRingkas
from dashboard.texts import GALAT_HALAMAN
from data_access.engine import buat_engine
from data_access.kinerja import daftar_instansi
from data_access.migrasi import terkini

LOG = logging.getLogger(__name__)
LAMBAT_DIIMPOR = ("pandas", "pyarrow", "plotly.io", "babel.numbers", "babel.dates")
"""Large modules that Streamlit or the charts would import during somebody's first visit."""

TIDAK_DISIMPAN = {"Cache-Control": "no-store"}


async def sehat(_: Request) -> JSONResponse:
    """The process answers; says nothing about the data."""
    return JSONResponse({"status": "sehat"}, headers=TIDAK_DISIMPAN)


async def siap(_: Request) -> JSONResponse:
    """200 when migrated, readable and holding data, else 503, each said by name."""
    hasil = await run_in_threadpool(periksa_kesiapan)
    lulus = all(hasil.values())
    isi = {"status": "siap" if lulus else "belum siap", "pemeriksaan": hasil}
    return JSONResponse(isi, 200 if lulus else 503, headers=TIDAK_DISIMPAN)


def periksa_kesiapan() -> dict[str, bool]:
    """What must hold before anyone is let in; a check is false, too, when an earlier one failed."""
    terbaca = bermigrasi = berisi = False
    try:
        mesin = buat_engine()
        bermigrasi = terkini(mesin)
        terbaca = True
        if bermigrasi:
            with mesin.connect() as koneksi:
                berisi = bool(daftar_instansi(koneksi))
    except SQLAlchemyError as galat:
        LOG.warning("database not readable: %s", galat)
    return {"terbaca": terbaca, "bermigrasi": bermigrasi, "berisi": berisi}


async def buka_halaman(permintaan: Request) -> Response:
    """The start page; first to the same address with its filters where they are missing.

    So the whole view stands in the address from the beginning, and going back never meets half of it.
    """
    kurang = await run_in_threadpool(yang_kurang, permintaan.query_params)
    if kurang:
        tanya = urlencode([*permintaan.query_params.multi_items(), *kurang.items()])
        return RedirectResponse(f"?{tanya}", 307, headers=TIDAK_DISIMPAN)
    return HTMLResponse(HTML, headers={"Cache-Control": "no-cache"})


def yang_kurang(tanya: Mapping[str, str]) -> dict[str, str]:
    """The filters an address leaves out; none of them while the database cannot be read."""
    if all(kunci in tanya for kunci in pilihan.KUNCI_FILTER):
        return {}
    mesin = buat_engine()
    try:
        instansi = pilihan.instansi_terlihat(mesin, PERENCANA_BAWAAN)
        lengkap = pilihan.alamat_lengkap(tanya, instansi, partial(pilihan.pilihan_tahun, mesin))
    except SQLAlchemyError:
        return {}
    return {kunci: nilai for kunci, nilai in lengkap.items() if kunci not in tanya}


def gagal(galat_: Exception) -> bool:
    """Say in Indonesian that a page failed, and why where that may be told; the details go to the log."""
    boleh_disebut = isinstance(galat_, TidakBerwenang)
    if not boleh_disebut:
        LOG.error("a page failed", exc_info=galat_)
    galat(str(galat_) if boleh_disebut else GALAT_HALAMAN)
    return True


@asynccontextmanager
async def beku(_: st.App) -> AsyncIterator[dict[str, Any] | None]:
    """Import what pages will use, then take all of it out of the collector's sight: later collections are short."""
    for nama in LAMBAT_DIIMPOR:
        importlib.import_module(nama)
    for paket in (charts, components):
        for modul in pkgutil.walk_packages(paket.__path__, f"{paket.__name__}."):
            importlib.import_module(modul.name)
    templates.load_all()
    gc.collect()
    gc.freeze()
    yield None


HTML = halaman_awal(gaya())
ALAMAT_HALAMAN = ("/", *(f"/{h.url_path}" for h in HALAMAN if not h.bawaan))

app = st.App(
    Path(__file__).with_name("app.py"),
    routes=[Route("/sehat", sehat), Route("/siap", siap), *(Route(alamat, buka_halaman) for alamat in ALAMAT_HALAMAN)],
    middleware=[
        Middleware(KepalaKeamanan, sidik=sidik_skrip(HTML) + sidik_skrip(halaman_streamlit())),
        Middleware(AsalSama),
        Middleware(StatikRingkas),
    ],
    lifespan=beku,
    on_script_error=gagal,
)
