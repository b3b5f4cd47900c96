"""One finding in full, and the form with which a named role confirms, explains or settles it."""

import streamlit as st
from markupsafe import Markup

from dashboard import caching, session
from dashboard.components.temuan.daftar import STATUS, status_teks
from dashboard.components.temuan.tanda import BENTUK, KATA
from dashboard.components.umum.polos import polos
from dashboard.components.umum.sabar import SIBUK, bersabar
from dashboard.domain.dasar.hak import TidakBerwenang
from dashboard.formatting import waktu
from dashboard.services.temuan import (
    MAKS_ALASAN,
    ButirTemuan,
    KeputusanDitolak,
    Register,
    StatusTemuan,
    dapat_memutuskan,
    putuskan,
)
from dashboard.templates import Fragments
from data_access.database_state import DatabaseBusy

OBJEK_DISEBUT = 6
_HTML = Fragments(__file__)
PESAN = "pesan-temuan"
ARTI = {
    StatusTemuan.DIKONFIRMASI: "Benar keliru dan akan diperbaiki.",
    StatusTemuan.DIJELASKAN: "Diperiksa; bukan kekeliruan.",
    StatusTemuan.SELESAI: "Sudah diperbaiki di sumbernya.",
    StatusTemuan.TERBUKA: "Dibuka kembali untuk diperiksa.",
}


def rincian_temuan(r: Register, b: ButirTemuan) -> None:
    """Draw the finding and, for those who may decide, the form."""
    st.html(rincian_html(r, b))
    if not dapat_memutuskan(session.pelaku_aktif(), session.filter_aktif().instansi, b):
        st.caption("Keputusan atas temuan ini ada pada perencana, kepala badan, atau kepala bidang pemiliknya.")
        return
    _formulir(b)


def _formulir(b: ButirTemuan) -> None:
    pilihan = [s for s in ARTI if s is not b.status]
    st.radio(
        "Keputusan",
        pilihan,
        key=f"putusan-{b.kode}",
        format_func=lambda s: STATUS[s][1],
        captions=[ARTI[s] for s in pilihan],
    )
    st.text_area(
        "Alasan", key=f"alasan-{b.kode}", max_chars=MAKS_ALASAN, placeholder="Apa yang diperiksa, di mana, hasilnya"
    )
    if st.button("Simpan keputusan", key=f"simpan-{b.kode}", type="primary"):
        _simpan(b, st.session_state[f"putusan-{b.kode}"], st.session_state[f"alasan-{b.kode}"])


def _simpan(b: ButirTemuan, status: StatusTemuan, alasan: str) -> None:
    f = session.filter_aktif()
    try:
        engine, pelaku = caching.shared_engine(), session.pelaku_aktif()
        bersabar(lambda: putuskan(engine, pelaku, f.instansi, b, status, alasan))
    except (DatabaseBusy, KeputusanDitolak, TidakBerwenang) as error:
        st.error(SIBUK if isinstance(error, DatabaseBusy) else polos(str(error)))
        return
    session.set_record("temuan", None)
    st.session_state[PESAN] = f"Keputusan disimpan: {STATUS[status][1].lower()}."
    st.rerun()


def rincian_html(r: Register, b: ButirTemuan) -> Markup:
    """The finding as escaped HTML: what, the quotation, why it matters, where, what was decided."""
    t = b.temuan
    tempat = ", ".join(x for x in (r.dokumen.get(t.dokumen or "", t.dokumen), t.letak) if x)
    fakta: list[tuple[str, str | Markup]] = [
        ("Mengapa penting", t.akibat),
        ("Mengenai", _objek(r, t.objek)),
        ("Tempat", tempat or "tidak tercantum"),
        ("Asal", t.asal),
        ("Keputusan", _keputusan(b)),
    ]
    return _HTML("rincian", t, (BENTUK[t.keparahan], KATA[t.keparahan]), fakta)


def _objek(r: Register, objek: tuple[str, ...]) -> str | Markup:
    if not objek:
        return "dokumen secara keseluruhan"
    return _HTML("objek", [(kode, r.nama.get(kode, "")) for kode in objek[:OBJEK_DISEBUT]], len(objek) - OBJEK_DISEBUT)


def _keputusan(b: ButirTemuan) -> str:
    siapa = f" oleh {b.oleh}, {waktu(b.pada)}" if b.oleh else ""
    return f"{status_teks(b)}{siapa}{f': {b.alasan}' if b.alasan else ''}"
