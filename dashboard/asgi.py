"""The ASGI entry: ``uvicorn dashboard.asgi:app``. Streamlit's app with health, readiness and headers around it.

Served by uvicorn's own listener its sockets have TCP_NODELAY, and the options come from .streamlit/config.toml
(``STREAMLIT_*`` variables are read by the streamlit command only).
"""

import gc
import importlib
import logging
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from dashboard import charts, components
from dashboard.halaman_awal import halaman_awal, halaman_streamlit, sidik_skrip
from dashboard.middleware import AsalSama, HalamanAwal, KepalaKeamanan, StatikRingkas
from data_access.engine import buat_engine
from data_access.kinerja import daftar_instansi
from data_access.migrasi import terkini

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
        logging.getLogger(__name__).warning("database not readable: %s", galat)
    return {"terbaca": terbaca, "bermigrasi": bermigrasi, "berisi": berisi}


@asynccontextmanager
async def beku(_: st.App) -> AsyncIterator[dict[str, Any] | None]:
    """Import what pages will use, then take all of it out of the collector's sight: later collections are short."""
    for nama in LAMBAT_DIIMPOR:
        importlib.import_module(nama)
    for paket in (charts, components):
        for modul in pkgutil.iter_modules(paket.__path__, f"{paket.__name__}."):
            importlib.import_module(modul.name)
    gc.collect()
    gc.freeze()
    yield None


HTML = halaman_awal()

app = st.App(
    Path(__file__).with_name("app.py"),
    routes=[Route("/sehat", sehat), Route("/siap", siap)],
    middleware=[
        Middleware(KepalaKeamanan, sidik=sidik_skrip(HTML)),
        Middleware(AsalSama),
        Middleware(StatikRingkas),
        Middleware(HalamanAwal, html=HTML, panjang_asli=len(halaman_streamlit())),
    ],
    lifespan=beku,
)
