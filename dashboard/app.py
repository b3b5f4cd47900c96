"""The entrypoint: path, page configuration, who is here, the global filters, navigation. Pages hold the rest."""

import sys
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402
from streamlit.navigation.page import StreamlitPage  # noqa: E402

from dashboard import caching, session  # noqa: E402
from dashboard.components.akun.ditolak import forum_page, refused_page  # noqa: E402
from dashboard.components.akun.kartu import kartu_masuk  # noqa: E402
from dashboard.components.umum.saringan import saringan  # noqa: E402
from dashboard.components.umum.tata import keadaan_kosong  # noqa: E402
from dashboard.domain.dasar.hak import Pelaku  # noqa: E402
from dashboard.domain.entri.kunci import KeadaanPosisi  # noqa: E402
from dashboard.registry import HALAMAN, halaman_untuk  # noqa: E402
from dashboard.services import pilihan  # noqa: E402
from dashboard.services.pilihan import PilihanTahun, Versi  # noqa: E402
from dashboard.serving.turns import turn  # noqa: E402
from dashboard.session import Filter  # noqa: E402
from dashboard.texts import NAMA_APLIKASI  # noqa: E402

STATIC = Path(__file__).parent / "static"


def main() -> None:
    st.set_page_config(page_title=NAMA_APLIKASI, page_icon=STATIC / "favicon.png", layout="wide")
    warna = "gelap" if st.context.theme.type == "dark" else "terang"
    st.logo(f"/app/static/logo-{warna}.svg", size="large", icon_image="/app/static/lambang.svg")

    pelaku = session.pelaku_aktif()
    halaman = page_menu(pelaku)
    terpilih = tampilan(pelaku)
    kartu_masuk()
    if terpilih is not None:
        session.atur_tampilan(*terpilih)
    elif halaman_untuk(pelaku.peran):
        keadaan_kosong(
            "Belum ada data untuk ditampilkan",
            "Ambil alih buku kerja dengan perintah: python3 run.py import FOLDER, lalu muat ulang halaman ini.",
        )
        return
    halaman.run()


def page_menu(pelaku: Pelaku) -> StreamlitPage:
    """The menu of the pages this person may open; the others are not in it, and say why when a link asks for one."""
    terbuka = halaman_untuk(pelaku.peran)
    menu: dict[str, list[StreamlitPage]] = {}
    if not terbuka:
        menu["Forum"] = [st.Page(forum_page, title="Forum", icon=":material/co_present:", default=True)]
    for h in HALAMAN:
        berkas = f"../pages/{h.berkas}" if h in terbuka else partial(refused_page, h, pelaku)
        menu.setdefault(h.bagian, []).append(
            st.Page(
                berkas,
                title=h.judul,
                icon=h.ikon,
                url_path=h.url_path,
                default=h.bawaan and h in terbuka,
                visibility="visible" if h in terbuka else "hidden",
            )
        )
    return st.navigation(menu)


def tampilan(pelaku: Pelaku) -> tuple[Filter, Versi, KeadaanPosisi] | None:
    """What the filters say of the agencies this person may see, data version and lock; None with nothing to show."""
    engine = caching.shared_engine()
    instansi = pilihan.instansi_terlihat(engine, pelaku)
    versi = cache(partial(pilihan.versi, engine))  # one reading a run: the page shows one state of the data

    def tahun_dari(kode: str) -> tuple[PilihanTahun, ...]:
        return caching.compute_once_for_version(
            f"tahun {kode}", versi(kode).penanda, partial(pilihan.pilihan_tahun, engine, kode)
        )

    filter_ = saringan(instansi, tahun_dari) if instansi else None
    if filter_ is None:
        return None
    terbaca = versi(filter_.instansi)
    keadaan = caching.compute_once_for_version(
        f"keadaan {filter_.instansi} {filter_.sd.label}",
        terbaca.penanda,
        partial(pilihan.keadaan_posisi, engine, filter_.instansi, filter_.sd),
    )
    return filter_, terbaca, keadaan


with turn():
    main()
