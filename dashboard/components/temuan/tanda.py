"""The small mark beside a number that a discrepancy concerns: shape, count, and a link to the register."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard import caching, session
from dashboard.domain.temuan.periksa import Keparahan
from dashboard.services.temuan import ButirTemuan, Register, daftar
from dashboard.templates import Fragments

_HTML = Fragments(__file__)
HALAMAN = "ketidaksesuaian"
BENTUK = {Keparahan.TINGGI: "◆", Keparahan.SEDANG: "◈", Keparahan.RENDAH: "◇"}
KATA = {Keparahan.TINGGI: "Tinggi", Keparahan.SEDANG: "Sedang", Keparahan.RENDAH: "Rendah"}


def register_aktif() -> Register:
    """The register of the active filter's agency and year, computed once per data version."""
    f = session.filter_aktif()
    return caching.compute_once(
        "ketidaksesuaian", lambda: daftar(caching.shared_engine(), session.pelaku_aktif(), f.instansi, f.tahun)
    )


def tanda_indikator(register: Register, kode: Sequence[str]) -> dict[str, Markup]:
    """The marks of those codes that findings in need of action concern, each with a link to them."""
    return {
        satu: tanda_html(satu, register.menurut_objek[satu], session.address(HALAMAN, objek=satu))
        for satu in kode
        if satu in register.menurut_objek
    }


def tanda_html(kode: str, butir: Sequence[ButirTemuan], alamat: str) -> Markup:
    """One mark as an escaped link; its name says what a look at it cannot."""
    berat = butir[0].temuan.keparahan
    nama = f"{len(butir)} ketidaksesuaian pada {kode}, keparahan tertinggi {KATA[berat].lower()}"
    return _HTML("tanda", alamat, nama, BENTUK[berat], len(butir))
