"""What a scenario changes: the aim, every node it reaches, what each input contributes, what was held.

All of it is one piece of escaped HTML, so that a slider's movement redraws one element.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from dashboard import caching
from dashboard.charts.kalimat import nilai_bersatuan, satuan_beda, target_tertulis
from dashboard.charts.simulasi import (
    BAGIAN,
    TANDA_SIMULASI,
    beda_nilai,
    kalimat_arah,
    kalimat_jepitan,
    kalimat_simpul,
    selisih_simpul,
)
from dashboard.components.simulasi.papan import Papan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.skenario.hitungan import HasilSkenario, SimpulSkenario, Sumbangan
from dashboard.formatting import angka, bulatkan_bagian, capaian_teks, selisih
from dashboard.services.simulasi import Simulasi
from dashboard.templates import Fragments
from dashboard.texts import KEPASTIAN, predikat_teks

_HTML = Fragments(__file__)
KEPALA = ("Indikator", "Resmi", "Skenario", "Selisih", "Capaian", "Status")
PROYEKSI = "Proyeksi"
MAKS_ARAH = 8
_Batang = tuple[str, str, str, str]
"""Name, side of the middle, width in percent, number."""


def hasil_papan(papan: Papan, s: Simulasi, sasaran: Sequence[str]) -> Markup:
    """What the changes of a board give; before anything moves, the same for everybody and drawn once."""
    if papan.ubahan:
        return hasil_html(s, s.hitung(papan.ubahan), sasaran)
    return caching.compute_once("papan-resmi", lambda: hasil_html(s, s.hitung({}), sasaran), s.awal, tuple(sasaran))


def hasil_html(s: Simulasi, hasil: HasilSkenario, sasaran: Sequence[str]) -> Markup:
    """The whole result for the indicators aimed at: every node that changed, old and new."""
    return _HTML(
        "hasil",
        TANDA_SIMULASI,
        [_kartu(s, hasil, kode) for kode in sasaran],
        _sumbangan(s, hasil, sasaran),
        (KEPALA[0], PROYEKSI if s.akhir else KEPALA[1], *KEPALA[2:]),
        [_baris(n) for n in hasil.simpul.values() if n.berubah],
        [kalimat_jepitan(j) for j in hasil.jepitan],
        _arah(s, hasil),
    )


def _kartu(s: Simulasi, hasil: HasilSkenario, kode: str) -> dict[str, Any]:
    lama = s.dasar.hasil.indikator[kode]
    simpul = hasil.simpul.get(kode) or SimpulSkenario(lama, lama)
    baru = simpul.baru
    bergerak = lama.nilai != baru.nilai
    capaian = (
        f"{capaian_teks(lama.capaian)} → {capaian_teks(baru.capaian)}" if simpul.berubah else capaian_teks(baru.capaian)
    )
    rincian = [f"capaian {capaian}", f"target {_target(lama, baru)}"]
    if baru.predikat:
        pindah = lama.predikat is not None and lama.predikat != baru.predikat
        kini = predikat_teks(baru.predikat, baru.skala)
        rincian.append(f"predikat {lama.predikat} → {kini}" if pindah else f"predikat {kini}")
    return {
        "kode": kode,
        "nama": lama.indikator.nama,
        "semula": nilai_bersatuan(lama.nilai, None) if bergerak else "",
        "nilai": nilai_bersatuan(baru.nilai, lama.indikator.satuan),
        "beda": beda_nilai(simpul) if bergerak else "",
        "status_lama": _status_lama(lama, baru),
        "status": baru.status,
        "rincian": rincian,
        "kepastian": _kata_kepastian(simpul),
        "kalimat": kalimat_simpul(simpul),
    }


def _target(lama: HasilIndikator, baru: HasilIndikator) -> str:
    """The target the scenario measures by, after the official one where it changed it."""
    kata = [target_tertulis(h) if h.target.sampai else nilai_bersatuan(None, None) for h in (lama, baru)]
    return " → ".join(dict.fromkeys(kata))


def _status_lama(lama: HasilIndikator, baru: HasilIndikator) -> Status | None:
    """The status before, where it is another one."""
    return lama.status if lama.status is not baru.status else None


def _kata_kepastian(simpul: SimpulSkenario) -> str:
    kata = "masukan skenario" if simpul.masukan and simpul.berubah else KEPASTIAN[simpul.kepastian]
    if simpul.selisih is None:
        return f"Kepastian: {kata}"
    return f"Kepastian: {kata}; selisih laporan dan hitungan {selisih_simpul(simpul)} dipertahankan"


def _baris(n: SimpulSkenario) -> dict[str, Any]:
    pasti = "masukan skenario" if n.masukan else KEPASTIAN[n.kepastian]
    if n.selisih is not None:
        pasti += f"; selisih {selisih_simpul(n)} tetap"
    return {
        "kode": n.kode,
        "nama": n.lama.indikator.nama,
        "kepastian": pasti,
        "angka": (
            nilai_bersatuan(n.lama.nilai, None),
            nilai_bersatuan(n.baru.nilai, None),
            beda_nilai(n),
            f"{capaian_teks(n.lama.capaian)} → {capaian_teks(n.baru.capaian)}",
        ),
        "status_lama": _status_lama(n.lama, n.baru),
        "status": n.baru.status,
    }


def _sumbangan(s: Simulasi, hasil: HasilSkenario, sasaran: Sequence[str]) -> list[dict[str, Any]]:
    """What each input does to each aim alone, and what only the combination does."""
    semua = ((kode, s.sumbangan(hasil.ubahan, kode), s.sumbangan_target(hasil.ubahan, kode)) for kode in sasaran)
    satuan = {kode: satuan_beda(s.dasar.hasil.indikator[kode].indikator.satuan) for kode in sasaran}
    ada = ((kode, u, target) for kode, u, target in semua if (u is not None and u.per_ubahan) or target)
    return [_satu_sasaran(kode, u, target, satuan[kode]) for kode, u, target in ada]


def _satu_sasaran(
    kode: str, u: Sumbangan | None, target: Sequence[tuple[str, SimpulSkenario]], satuan: str
) -> dict[str, Any]:
    """Bars of what moves the value; below them, what a changed target does to the capaian and its class."""
    berbatang = u is not None and bool(u.per_ubahan)
    return {
        "kode": kode,
        "jumlah": f"; jumlah {selisih(u.total, satuan=satuan)}" if u is not None and berbatang else "",
        "batang": _batang(u, satuan) if u is not None and berbatang else [],
        "target": [(asal, n.lama, n.baru, _status_lama(n.lama, n.baru)) for asal, n in target],
    }


def _batang(u: Sumbangan, satuan: str) -> list[_Batang]:
    """The parts as shown add up to the total as shown; what only the combination does has a row where it shows."""
    sendiri = [(f"{k.kode} {BAGIAN[k.bagian]}".strip(), n) for k, n in u.per_ubahan]
    baris = [*sendiri, ("hanya bersama-sama", u.bersama)]
    tampil = bulatkan_bagian([n for _, n in baris], u.total)
    if not tampil[-1]:
        baris, tampil = sendiri, bulatkan_bagian([n for _, n in sendiri], u.total)
    terbesar = max(abs(n) for _, n in baris)
    isi = zip(baris, tampil, strict=True)
    return [
        (nama, "left" if n >= 0 else "right", _lebar(n, terbesar), selisih(t, satuan=satuan)) for (nama, n), t in isi
    ]


def _lebar(nilai: Decimal, terbesar: Decimal) -> str:
    """Half the axis for the largest, in percent."""
    return f"{float(abs(nilai) / terbesar * 50) if terbesar else 0.0:.1f}"


def _arah(s: Simulasi, hasil: HasilSkenario) -> list[str]:
    kalimat = [kalimat_arah(a, s.dasar.graph.indikator[a.kode].nama) for a in hasil.arah]
    lebih = [f"dan {angka(len(kalimat) - MAKS_ARAH, 0)} indikator lain."] if len(kalimat) > MAKS_ARAH else []
    return [*kalimat[:MAKS_ARAH], *lebih]
