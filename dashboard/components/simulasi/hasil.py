"""What a scenario changes: the aim, every node it reaches, what each input contributes, what was held.

All of it is one piece of escaped HTML, so that a slider's movement redraws one element.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan, target_tertulis
from dashboard.charts.simulasi import BAGIAN, TANDA_SIMULASI, beda_nilai, kalimat_arah, kalimat_jepitan, kalimat_simpul
from dashboard.components.umum.tata import lencana_html, status_html
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.skenario.hitungan import HasilSkenario, SimpulSkenario, Sumbangan
from dashboard.formatting import angka, persen, selisih
from dashboard.services.simulasi import Simulasi
from dashboard.texts import KEPASTIAN

KOSONG = Markup("")
KEPALA = ("Indikator", "Resmi", "Skenario", "Selisih", "Capaian", "Status")
PERATAAN = ("", *["dk-kanan"] * 4, "")
PROYEKSI = "Proyeksi"
MAKS_ARAH = 8


def hasil_html(s: Simulasi, hasil: HasilSkenario, sasaran: Sequence[str]) -> Markup:
    """The whole result for the indicators aimed at."""
    kartu = KOSONG.join(_kartu(s, hasil, kode) for kode in sasaran)
    bagian = [
        _sumbangan(s, hasil, sasaran),
        tabel_html(hasil.simpul.values(), PROYEKSI if s.akhir else KEPALA[1]),
        _daftar("Dijepit pada batasnya", map(kalimat_jepitan, hasil.jepitan)),
        _arah(s, hasil),
    ]
    pola = '<div class="dk dk-sim" role="status"><div class="dk-kisi">{}</div>{}</div>'
    return Markup(pola).format(kartu, KOSONG.join(bagian))


def _kartu(s: Simulasi, hasil: HasilSkenario, kode: str) -> Markup:
    lama = s.dasar.hasil.indikator[kode]
    simpul = hasil.simpul.get(kode) or SimpulSkenario(lama, lama)
    baru = simpul.baru
    bergerak = lama.nilai != baru.nilai
    beda = Markup("<small>{}</small>").format(beda_nilai(simpul)) if bergerak else KOSONG
    semula = _semula(nilai_bersatuan(lama.nilai, None)) if bergerak else KOSONG
    kelas = _dari(lama) if lama.status is not baru.status else KOSONG
    capaian = f"{persen(lama.persen)} → {persen(baru.persen)}" if simpul.berubah else persen(baru.persen)
    rincian = [f"capaian {capaian}", f"target {_target(lama, baru)}"]
    if baru.predikat:
        pindah = lama.predikat is not None and lama.predikat != baru.predikat
        rincian.append(f"predikat {lama.predikat} → {baru.predikat}" if pindah else f"predikat {baru.predikat}")
    pola = (
        '<section class="dk-kartu dk-sasaran"><p>{}</p><h3>{} {}</h3>'
        '<p class="dk-nilai dk-angka">{}<b>{}</b>{}</p><p>{}{}</p><p class="dk-redup">{}</p><p class="dk-redup">{}</p>'
        '<p class="dk-tersembunyi">{}</p></section>'
    )
    return Markup(pola).format(
        lencana_html(TANDA_SIMULASI),
        kode,
        lama.indikator.nama,
        semula,
        nilai_bersatuan(baru.nilai, lama.indikator.satuan),
        beda,
        kelas,
        status_html(baru.status),
        " · ".join(rincian),
        _kata_kepastian(simpul),
        kalimat_simpul(simpul),
    )


def _target(lama: HasilIndikator, baru: HasilIndikator) -> str:
    """The target the scenario measures by, after the official one where it changed it."""
    kata = [target_tertulis(h) if h.target.sampai else nilai_bersatuan(None, None) for h in (lama, baru)]
    return " → ".join(dict.fromkeys(kata))


def _semula(nilai: str) -> Markup:
    return Markup('<span class="dk-redup dk-semula">{} → </span>').format(nilai)


def _dari(lama: HasilIndikator) -> Markup:
    return Markup('{} <span class="dk-redup">→</span> ').format(status_html(lama.status))


def _kata_kepastian(simpul: SimpulSkenario) -> str:
    kata = "masukan skenario" if simpul.masukan and simpul.berubah else KEPASTIAN[simpul.kepastian]
    if simpul.selisih is None:
        return f"Kepastian: {kata}"
    return f"Kepastian: {kata}; selisih laporan dan hitungan {selisih(simpul.selisih)} dipertahankan"


def tabel_html(simpul: Iterable[SimpulSkenario], kepala_resmi: str = KEPALA[1]) -> Markup:
    """Every node that changed, old and new."""
    berubah = [n for n in simpul if n.berubah]
    if not berubah:
        return KOSONG
    judul = [*zip((KEPALA[0], kepala_resmi, *KEPALA[2:]), PERATAAN, strict=True)]
    kepala = KOSONG.join(Markup('<th scope="col" class="{}">{}</th>').format(rata, teks) for teks, rata in judul)
    pola = (
        '<h4>Yang ikut berubah</h4><div class="dk-gulir" tabindex="0" role="region" aria-label="Yang ikut berubah">'
        '<table class="dk-tabel dk-ringkas"><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    )
    return Markup(pola).format(kepala, KOSONG.join(_baris(n) for n in berubah))


def _baris(n: SimpulSkenario) -> Markup:
    angka_sel = (
        nilai_bersatuan(n.lama.nilai, None),
        nilai_bersatuan(n.baru.nilai, None),
        beda_nilai(n),
        f"{persen(n.lama.persen)} → {persen(n.baru.persen)}",
    )
    sel = KOSONG.join(Markup('<td class="dk-angka dk-kanan">{}</td>').format(a) for a in angka_sel)
    lama = _dari(n.lama) if n.lama.status is not n.baru.status else KOSONG
    pasti = "masukan skenario" if n.masukan else KEPASTIAN[n.kepastian]
    if n.selisih is not None:
        pasti += f"; selisih {selisih(n.selisih)} tetap"
    pola = '<tr><th scope="row" title="{}"><b>{}</b><small class="dk-redup">{}</small></th>{}<td>{}{}</td></tr>'
    return Markup(pola).format(n.lama.indikator.nama, n.kode, pasti, sel, lama, status_html(n.baru.status))


def _sumbangan(s: Simulasi, hasil: HasilSkenario, sasaran: Sequence[str]) -> Markup:
    """What each input does to each aim alone, and what only the combination does."""
    return KOSONG.join(
        _daftar_sumbangan(kode, s.sumbangan(hasil.ubahan, kode), s.sumbangan_target(hasil.ubahan, kode))
        for kode in sasaran
    )


def _daftar_sumbangan(kode: str, u: Sumbangan | None, target: Sequence[tuple[str, SimpulSkenario]]) -> Markup:
    """Bars of what moves the value; below them, what a changed target does to the capaian and its class."""
    batang = _batang(u) if u is not None and u.per_ubahan else KOSONG
    if not batang and not target:
        return KOSONG
    jumlah = f"; jumlah {selisih(u.total)}" if u is not None and batang else ""
    baris = KOSONG.join(_sumbangan_target(asal, n) for asal, n in target)
    pola = '<h4>Sumbangan tiap masukan pada {} (satu per satu{})</h4><ul class="dk-sumbang">{}{}</ul>'
    return Markup(pola).format(kode, jumlah, batang, baris)


def _sumbangan_target(asal: str, n: SimpulSkenario) -> Markup:
    kelas = _dari(n.lama) if n.lama.status is not n.baru.status else Markup("tetap ")
    pola = '<li class="dk-sumbang-target"><span>{} target</span><span>capaian {} → {} · {}{}</span></li>'
    return Markup(pola).format(asal, persen(n.lama.persen), persen(n.baru.persen), kelas, status_html(n.baru.status))


def _batang(u: Sumbangan) -> Markup:
    baris = [(f"{k.kode} {BAGIAN[k.bagian]}".strip(), n) for k, n in u.per_ubahan]
    if u.bersama:
        baris.append(("hanya bersama-sama", u.bersama))
    terbesar = max(abs(n) for _, n in baris)
    return KOSONG.join(_satu_batang(nama, n, terbesar) for nama, n in baris)


def _satu_batang(nama: str, nilai: Decimal, terbesar: Decimal) -> Markup:
    lebar = float(abs(nilai) / terbesar * 50) if terbesar else 0.0
    sisi = "left:50%" if nilai >= 0 else "right:50%"
    pola = (
        '<li><span>{}</span><span class="dk-poros" aria-hidden="true"><i style="{};width:{}%"></i></span>'
        '<b class="dk-angka">{}</b></li>'
    )
    return Markup(pola).format(nama, Markup(sisi), f"{lebar:.1f}", selisih(nilai))


def _arah(s: Simulasi, hasil: HasilSkenario) -> Markup:
    kalimat = [kalimat_arah(a, s.dasar.graf.indikator[a.kode].nama) for a in hasil.arah]
    lebih = [f"dan {angka(len(kalimat) - MAKS_ARAH, 0)} indikator lain."] if len(kalimat) > MAKS_ARAH else []
    return _daftar("Di atasnya hanya arah, tanpa angka", [*kalimat[:MAKS_ARAH], *lebih])


def _daftar(judul: str, kalimat: Iterable[str]) -> Markup:
    isi = KOSONG.join(Markup("<li>{}</li>").format(k) for k in kalimat)
    return Markup("<h4>{}</h4><ul>{}</ul>").format(judul, isi) if isi else KOSONG
