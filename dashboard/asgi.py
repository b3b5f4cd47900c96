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

import anyio
import streamlit as st
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from dashboard import charts, components, templates
from dashboard.components.umum.alamat_salah import wrong_address_page
from dashboard.components.umum.tata import error
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, TidakBerwenang
from dashboard.mode import running_mode
from dashboard.registry import HALAMAN
from dashboard.services import pilihan
from dashboard.serving.gate import OPEN, LoginGate
from dashboard.serving.guard import Guard
from dashboard.serving.logged_in import COOKIE, who
from dashboard.serving.login import login_routes
from dashboard.serving.middleware import CompressedStatics, OnlyOurPages, SecurityHeaders
from dashboard.serving.readiness import check_readiness, explain_readiness
from dashboard.serving.sessions import ThriftyApp, allow_many_files
from dashboard.serving.start_page import script_hash, start_page, streamlit_page
from dashboard.serving.streamlit_words import TranslatedStatics, translated_scripts
from dashboard.serving.styles import styles
from dashboard.texts import PAGE_ERROR
from data_access.database_state import DatabaseUnusable, explain
from data_access.engine import make_engine
from data_access.files.private import private_temporary_files

LOG = logging.getLogger(__name__)
IMPORTED_LATE = ("pandas", "pyarrow", "plotly.io", "babel.numbers", "babel.dates")
"""Large modules that Streamlit or the charts would import during somebody's first visit."""

READY_SECONDS = 4.0
NO_STORE = {"Cache-Control": "no-store"}


async def healthy(_: Request) -> JSONResponse:
    """The process answers; says nothing about the data."""
    return JSONResponse({"status": "sehat"}, headers=NO_STORE)


async def ready(_: Request) -> JSONResponse:
    """200 when all that must hold does, else 503, each said by name and the first in a sentence.

    Never later than READY_SECONDS.
    """
    hasil = {"menjawab": False}
    with anyio.move_on_after(READY_SECONDS):
        hasil = await anyio.to_thread.run_sync(check_readiness, abandon_on_cancel=True)
    lulus = all(hasil.values())
    isi = {"status": "siap" if lulus else "belum siap", "pemeriksaan": hasil, "keterangan": explain_readiness(hasil)}
    return JSONResponse(isi, 200 if lulus else 503, headers=NO_STORE)


async def open_page(permintaan: Request) -> Response:
    """The start page; first to the same address with its filters where they are missing.

    So the whole view stands in the address from the beginning, and going back never meets half of it.
    """
    kurang = await run_in_threadpool(what_is_missing, permintaan.query_params, permintaan.cookies.get(COOKIE))
    if kurang:
        tanya = urlencode([*permintaan.query_params.multi_items(), *kurang.items()])
        return RedirectResponse(f"?{tanya}", 307, headers=NO_STORE)
    return HTMLResponse(HTML, headers={"Cache-Control": "no-cache"})


async def first_page(permintaan: Request) -> Response:
    """The first page has the bare address; under its own name it is the same."""
    return RedirectResponse(f"./?{permintaan.url.query}", 307, headers=NO_STORE)


def what_is_missing(tanya: Mapping[str, str], kunci: str | None = None) -> dict[str, str]:
    """The filters an address leaves out, by what this person may see; none while the database cannot be read."""
    if all(kunci in tanya for kunci in pilihan.KUNCI_FILTER):
        return {}
    try:
        engine = make_engine()
        pelaku = PERENCANA_BAWAAN
        if MODE.accounts:
            satu = who(kunci)
            if satu is None or satu.pelaku is None:
                return {}
            pelaku = satu.pelaku
        instansi = pilihan.instansi_terlihat(engine, pelaku)
        lengkap = pilihan.complete_address(tanya, instansi, partial(pilihan.pilihan_tahun, engine))
    except (SQLAlchemyError, DatabaseUnusable):
        return {}
    return {kunci: nilai for kunci, nilai in lengkap.items() if kunci not in tanya}


def failure(galat_: Exception) -> bool:
    """Say in Indonesian that a page failed, and why where that may be told; the details go to the log."""
    if isinstance(galat_, TidakBerwenang | DatabaseUnusable):
        error(str(galat_))
        return True
    LOG.error("a page failed", exc_info=galat_)
    error(explain(galat_, make_engine().url) if isinstance(galat_, OperationalError) else PAGE_ERROR)
    return True


@asynccontextmanager
async def frozen(_: st.App) -> AsyncIterator[dict[str, Any] | None]:
    """Import what pages will use, then take all of it out of the collector's sight: later collections are short."""
    allow_many_files()
    for nama in IMPORTED_LATE:
        importlib.import_module(nama)
    for paket in (charts, components):
        for modul in pkgutil.walk_packages(paket.__path__, f"{paket.__name__}."):
            importlib.import_module(modul.name)
    templates.load_all()
    gc.collect()
    gc.freeze()
    with private_temporary_files():  # uploads and workbooks being written
        yield None


MODE = running_mode()
HTML = start_page(styles())
PAGE_ADDRESSES = ("/", *(f"/{h.url_path}" for h in HALAMAN if not h.bawaan))
FIRST_BY_NAME = next(f"/{h.url_path}" for h in HALAMAN if h.bawaan)

app = ThriftyApp(
    Path(__file__).with_name("app.py"),
    routes=[
        Route("/sehat", healthy),
        Route("/siap", ready),
        Route(FIRST_BY_NAME, first_page),
        *(Route(alamat, open_page) for alamat in PAGE_ADDRESSES),
        *(login_routes(PAGE_ADDRESSES) if MODE.accounts else ()),
    ],
    middleware=[
        Middleware(SecurityHeaders, sidik=script_hash(HTML) + script_hash(streamlit_page())),
        Middleware(Guard, mode=MODE),
        *([Middleware(LoginGate)] if MODE.accounts else []),
        Middleware(OnlyOurPages, pages=(*PAGE_ADDRESSES, *OPEN), page=wrong_address_page),
        Middleware(CompressedStatics),
        Middleware(TranslatedStatics, isi=translated_scripts()),
    ],
    lifespan=frozen,
    on_script_error=failure,
)
