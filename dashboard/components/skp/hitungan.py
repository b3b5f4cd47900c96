"""People of one class and one person's calculation, aspect by aspect. Drawn anew each time, never replayed."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.components.indikator.penjelasan import langkah_teks
from dashboard.domain.skp.angka import dua_desimal
from dashboard.domain.skp.pegawai import NilaiBulan
from dashboard.domain.skp.uraian import UraianBaris, desimal, uraikan, uraikan_baris
from dashboard.formatting import angka
from dashboard.texts import KEPASTIAN
from data_access.skp.orang import Orang

KEPALA = ("Nama", "Jabatan", "Nilai SKP", "Perilaku", "Prestasi", "Sebutan")


def daftar_nama(orang: Sequence[Orang], sebutan: Sequence[str]) -> None:
    """Draw the people of a class as a table."""
    kolom = Markup("").join(
        Markup('<th scope="col" class="{}">{}</th>').format("dk-kanan" if i in {2, 3, 4} else "", satu)
        for i, satu in enumerate(KEPALA)
    )
    baris = Markup("").join(_baris(satu, sebutan) for satu in orang)
    pola = (
        '<div class="dk dk-gulir" tabindex="0" role="region" aria-label="Daftar pegawai"><table class="dk-tabel">'
        '<caption class="dk-tersembunyi">Daftar pegawai</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
        "</div>"
    )
    st.html(Markup(pola).format(kolom, baris))


def _baris(orang: Orang, sebutan: Sequence[str]) -> Markup:
    n = orang.nilai
    sel = Markup("").join(
        Markup('<td class="dk-angka dk-kanan">{}</td>').format(angka(dua_desimal(m)))
        for m in (n.skp, n.perilaku, n.prestasi)
    )
    kata = sebutan[n.sebutan] if n.sebutan >= 0 else "belum ada"
    pola = '<tr><th scope="row">{}</th><td>{}</td>{}<td>{}</td></tr>'
    return Markup(pola).format(orang.nama, orang.jabatan or "–", sel, kata)


def hitungan(nama: str, nilai: NilaiBulan) -> None:
    """Draw one person's calculation: every kegiatan to open, then how they become one number."""
    p = uraikan(nilai)
    langkah = Markup("").join(Markup("<li>{}</li>").format(langkah_teks(satu)) for satu in p.langkah)
    catatan = Markup("").join(Markup("<li>{}</li>").format(satu) for satu in p.catatan)
    pola = (
        '<section class="dk dk-asal dk-hitungan" aria-label="Hitungan {}"><p class="dk-hasil dk-angka">{} {}</p>'
        "<h4>Dari rata-rata kegiatan menjadi prestasi</h4><ol>{}</ol><h4>Per kegiatan</h4>{}"
        "<h4>Dasar</h4><dl><dt>Rumus</dt><dd>{}</dd><dt>Dasar</dt><dd>{}</dd><dt>Kepastian</dt><dd>{}</dd></dl>{}</section>"
    )
    hasil = angka(desimal(nilai.prestasi)) if nilai.prestasi is not None else "Belum ada prestasi"
    st.html(
        Markup(pola).format(
            nama,
            hasil,
            nama,
            langkah or Markup("<li>Belum ada yang dapat dihitung.</li>"),
            Markup("").join(_kegiatan(satu) for satu in uraikan_baris(nilai)) or Markup("<p>Tidak ada kegiatan.</p>"),
            p.rumus,
            p.pasal,
            KEPASTIAN[p.kepastian],
            Markup("<h4>Catatan</h4><ul>{}</ul>").format(catatan) if catatan else Markup(""),
        )
    )


def _kegiatan(u: UraianBaris) -> Markup:
    langkah = Markup("").join(Markup("<li>{}</li>").format(langkah_teks(satu)) for satu in u.langkah)
    catatan = Markup('<p class="dk-redup">{}</p>').format(u.catatan) if u.catatan else Markup("")
    pola = "<details><summary><span>{}. {}</span><span>{}</span></summary><ol>{}</ol>{}</details>"
    return Markup(pola).format(u.no, u.kegiatan, angka(u.nilai), langkah, catatan)
