"""The tables of Distribusi SKP as escaped HTML: groups beside the agency, the calendar, the quadrant."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

import streamlit as st
from markupsafe import Markup

from dashboard.domain.skp.kalender import BULAN_TAHUNAN
from dashboard.domain.skp.predikat import KUADRAN, MINIMUM_POLA, Rating, nomor_sel
from dashboard.domain.skp.sebaran import Rekap, lima_angka
from dashboard.domain.skp.sebaran_batas import Tanda
from dashboard.formatting import angka, persen
from dashboard.services.skp.sebaran import Kelompok, SebaranSkp
from dashboard.texts_skp import KEADAAN, PREDIKAT_UNIT, RATING, TANDA, nama_bulan

_KOSONG = Markup("")
KEPALA_BANDING = (
    "Pegawai",
    "Dinilai",
    "Rata-rata",
    "Median",
    "Beda dengan instansi",
    "Baik ke atas",
    "Capaian unit",
    "Perlu dilihat",
)
KEPALA_KALENDER = (
    "Pegawai",
    "Lapor tepat",
    "Lapor terlambat",
    "Belum lapor",
    "Nilai tepat",
    "Nilai terlambat",
    "Verifikasi tepat",
    "Verifikasi terlambat",
    "Keberatan",
)


def tabel_banding(s: SebaranSkp) -> None:
    """Draw each group beside the agency: in the order of the organisation, not of merit."""
    baris = [_baris_banding(k, s.semua) for k in s.kelompok]
    baris.append(_baris_instansi(s))
    _gambar("Perbandingan dengan instansi", (s.kata.capitalize(), *KEPALA_BANDING), baris, teks=1)


def _baris_banding(k: Kelompok, semua: Rekap) -> Markup:
    if k.rekap is None:
        return _baris(k.nama, [_cacah(k.pegawai), "disembunyikan", *["–"] * 5], _KOSONG)
    beda = None if k.rekap.rerata is None or semua.rerata is None else k.rekap.rerata - semua.rerata
    isi = [_cacah(k.pegawai), _cacah(k.rekap.dinilai), angka(k.rekap.rerata), _median(k.rekap), _beda(beda)]
    isi += [_bagian(k.rekap.baik, k.rekap.dinilai), persen(k.capaian)]
    return _baris(k.nama, isi, tanda_html(k.tanda))


def _baris_instansi(s: SebaranSkp) -> Markup:
    r = s.semua
    isi = [_cacah(s.pegawai), _cacah(r.dinilai), angka(r.rerata), _median(r), "–", _bagian(r.baik, r.dinilai), "–"]
    return _baris("Seluruh instansi", isi, _KOSONG, "dk-jumlah")


def tanda_html(tanda: Iterable[Tanda]) -> Markup:
    """The remarks with shape and word, the meaning as a tooltip."""
    pola = '<span class="dk-tandaan" title="{}"><span aria-hidden="true">{}</span> {}</span>'
    return _gabung(Markup(pola).format(TANDA[t].arti, TANDA[t].bentuk, TANDA[t].kata) for t in tanda) or Markup("–")


def tabel_kalender_setahun(s: SebaranSkp) -> None:
    """Draw the same for the whole agency, month by month."""
    baris = [
        _baris_kalender(nama_bulan(b), s.pegawai, r) for b, r in sorted(s.semua_bulanan.items()) if b != BULAN_TAHUNAN
    ]
    _gambar("Kalender penilaian per bulan", ("Bulan", *KEPALA_KALENDER), baris)


def tabel_kalender(s: SebaranSkp) -> None:
    """Draw who reported, assessed and verified in time; objections and what is still missing."""
    baris = [_baris_kalender(k.nama, k.pegawai, k.rekap) for k in s.kelompok]
    baris.append(_baris_kalender("Seluruh instansi", s.pegawai, s.semua, "dk-jumlah"))
    _gambar("Kalender penilaian", (s.kata.capitalize(), *KEPALA_KALENDER), baris)


def _baris_kalender(nama: str, pegawai: int, r: Rekap | None, kelas: str = "") -> Markup:
    if r is None:
        return _baris(nama, [_cacah(pegawai), "disembunyikan", *["–"] * 7], None, kelas)
    (lapor, nilai, verifikasi), (lapor_l, nilai_l, verifikasi_l) = r.tepat, r.lambat
    isi = [pegawai, lapor, lapor_l, pegawai - lapor - lapor_l, nilai, nilai_l, verifikasi, verifikasi_l, r.keberatan]
    return _baris(nama, [_cacah(max(n, 0)) for n in isi], None, kelas)


def tabel_keadaan(s: SebaranSkp) -> None:
    """Draw how far each group's scores have come, one column a state."""
    kepala = (s.kata.capitalize(), *KEADAAN.values())
    baris = [
        _baris(k.nama, [_cacah(n) for n in k.rekap.keadaan] if k.rekap else ["–"] * len(KEADAAN)) for k in s.kelompok
    ]
    baris.append(_baris("Seluruh instansi", [_cacah(n) for n in s.semua.keadaan], None, "dk-jumlah"))
    _gambar("Keadaan nilai", kepala, baris)


def tabel_komposisi(s: SebaranSkp) -> None:
    """Draw what the mean prestasi of each group is made of: 60 % SKP and 40 % behaviour."""
    baris = [_baris_komposisi(k.nama, k.rekap) for k in s.terlihat]
    baris.append(_baris_komposisi("Seluruh instansi", s.semua, "dk-jumlah"))
    kepala = (s.kata.capitalize(), "Nilai SKP", "Nilai perilaku", "Prestasi", "Bagian 60 dan 40")
    _gambar("Komposisi nilai prestasi", kepala, baris, teks=1)


def _baris_komposisi(nama: str, r: Rekap | None, kelas: str = "") -> Markup:
    if r is None or r.rerata_skp is None or r.rerata_perilaku is None:
        return _baris(nama, ["–"] * 3, Markup("–"), kelas)
    bagian = [float(max(r.rerata_skp, Decimal(0))) * 0.6, float(r.rerata_perilaku) * 0.4]
    potong = '<i style="width:{:.1f}%"></i>'
    balok = f'<div class="dk-komposisi" aria-hidden="true">{potong}{potong}</div>'
    isi = [angka(r.rerata_skp), angka(r.rerata_perilaku), angka(r.rerata)]
    return _baris(nama, isi, Markup(balok).format(*bagian), kelas)


def tabel_kuadran(kuadran: Sequence[int], judul: str) -> None:
    """Draw the nine cells with their counts and the word each stands for."""
    kepala = _gabung(Markup('<th scope="col">Perilaku {}</th>').format(RATING[p]) for p in Rating)
    baris = _gabung(_baris_kuadran(hasil, kuadran) for hasil in reversed(Rating))
    pola = (
        '<div class="dk dk-gulir" tabindex="0" role="region" aria-label="{}"><table class="dk-kuadran">'
        '<caption class="dk-tersembunyi">{}</caption><thead><tr><th class="dk-pojok"></th>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    )
    st.html(Markup(pola).format(judul, judul, kepala, baris))


def _baris_kuadran(hasil: Rating, kuadran: Sequence[int]) -> Markup:
    sel = _gabung(
        Markup('<td class="{}"><b>{}</b><span>{}</span></td>').format(
            "dk-berisi" if (n := kuadran[nomor_sel(hasil, perilaku)]) else "dk-kosong-sel", _cacah(n), KUADRAN[hasil][i]
        )
        for i, perilaku in enumerate(Rating)
    )
    return Markup('<tr><th scope="row">Hasil kerja {}</th>{}</tr>').format(RATING[hasil], sel)


def tabel_pola(s: SebaranSkp) -> None:
    """Draw each group's own predikat beside the spread of its people, and what departs from the pola."""
    pola = '<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>'
    baris = [
        Markup(pola).format(k.nama, PREDIKAT_UNIT[k.predikat] if k.predikat else "belum ditetapkan", _kata_pola(k))
        for k in s.terlihat
    ]
    _gambar("Pola distribusi", (s.kata.capitalize(), "Predikat unit", "Dibandingkan pola distribusi"), baris, teks=2)


def _kata_pola(k: Kelompok) -> str:
    if k.predikat is None or k.rekap is None:
        return "tidak dibandingkan"
    if k.rekap.berkuadran < MINIMUM_POLA:
        return "kurang dari lima orang, tidak dibandingkan"
    return "; ".join(k.peringatan) or "sesuai pola"


def _median(r: Rekap) -> str:
    lima = lima_angka(r)
    return angka(lima[2] if lima else None, 1)


def _beda(beda: Decimal | None) -> str:
    return f"{'+' if beda is not None and beda > 0 else ''}{angka(beda)}"


def _bagian(n: int, dari: int) -> str:
    return f"{_cacah(n)} dari {_cacah(dari)}" if dari else "–"


def _cacah(n: int) -> str:
    return angka(n, 0)


def _baris(nama: str, isi: Sequence[str], akhir: Markup | None = None, kelas: str = "") -> Markup:
    sel = _gabung(Markup('<td class="dk-angka dk-kanan">{}</td>').format(satu) for satu in isi)
    ekor = Markup('<td class="dk-lebar">{}</td>').format(akhir) if akhir is not None else _KOSONG
    return Markup('<tr class="{}"><th scope="row">{}</th>{}{}</tr>').format(kelas, nama, sel, ekor)


def _gambar(judul: str, kepala: Sequence[str], baris: Sequence[Markup], *, teks: int = 0) -> None:
    """Draw a table; its first and its last `teks` columns are words, the rest numbers."""
    kolom = _gabung(
        Markup('<th scope="col" class="{}">{}</th>').format("dk-kanan" if 0 < i < len(kepala) - teks else "", satu)
        for i, satu in enumerate(kepala)
    )
    pola = (
        '<div class="dk dk-gulir" tabindex="0" role="region" aria-label="{}"><table class="dk-tabel">'
        '<caption class="dk-tersembunyi">{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    )
    st.html(Markup(pola).format(judul, judul, kolom, _gabung(baris)))


def _gabung(bagian: Iterable[Markup]) -> Markup:
    return _KOSONG.join(bagian)
