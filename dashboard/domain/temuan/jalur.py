"""How the figures of a year are meant to be read: printed behaviour, increments or totals, unit, figure or range."""

from collections.abc import Iterable
from decimal import Decimal

from dashboard.domain.dasar.deret_tersendiri import satuan_lain
from dashboard.domain.dasar.indikator import Indikator, Perilaku, Polaritas, Target
from dashboard.domain.dasar.perilaku import perilaku_tercetak, tambahan_persen
from dashboard.domain.dasar.periode import TAHUN, TRIWULAN, nama_periode
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, tulis
from dashboard.domain.temuan.teks import kutip

JENIS = "Deret waktu"


def _jalur(bahan: Bahan, i: Indikator) -> list[Target]:
    """The printed targets below the year's."""
    baris = bahan.target_periode.get(i.kode, {})
    return [baris[p] for p in sorted(baris) if p != TAHUN and baris[p].bernilai]


def perilaku_lawan_tipe(bahan: Bahan) -> Iterable[Bukti]:
    """A behaviour that is not the printed one. Repetitions are no running totals either: "non kumulatif" fits both."""
    for i in bahan.data.indikator:
        tercetak = perilaku_tercetak(i.tipe_penghitungan)
        if i.perilaku is None or tercetak is None or i.perilaku is tercetak:
            continue
        if i.perilaku is Perilaku.PENGULANGAN and "non" in (i.tipe_penghitungan or "").lower():
            continue
        isi = {"perilaku": i.perilaku.value, "tipe": i.tipe_penghitungan or "", "baca": tercetak.value}
        yield Bukti((i.kode,), isi, kutip(i.tipe_penghitungan))


def persen_tambahan(bahan: Bahan) -> Iterable[Bukti]:
    """Percentages that are read as running totals while their quarters add up to the year, as increments do."""
    for i in bahan.data.indikator:
        baris = bahan.target_periode.get(i.kode, {})
        tahunan = bahan.nilai_target(i.kode)
        nilai = [baris[p].nilai for p in TRIWULAN if p in baris]
        if tambahan_persen(i.satuan, bahan.perilaku[i.kode], tahunan, nilai):
            isi = {"tahun": tulis(tahunan, i.satuan)}
            yield Bukti((i.kode,), isi, "; ".join(tulis(n) for n in nilai))


def jalur_satuan_lain(bahan: Bahan) -> Iterable[Bukti]:
    for i in bahan.data.indikator:
        tahun, jalur = bahan.target.get(i.kode), _jalur(bahan, i)
        if tahun is None or not tahun.bernilai or not jalur:
            continue
        lain = satuan_lain(i.satuan, bahan.perilaku[i.kode], tahun, jalur)
        if lain is not None:
            isi = {"satuan": lain, "tahun": tahun.teks or tulis(tahun.nilai, i.satuan)}
            yield Bukti((i.kode,), isi, "; ".join(b.teks or tulis(b.nilai) for b in jalur))


def target_periode_di_atas(bahan: Bahan) -> Iterable[Bukti]:
    """Where more is better, a period that asks for more than the whole year does."""
    for i in bahan.data.indikator:
        tahun = bahan.target.get(i.kode)
        batas = None if tahun is None else tahun.nilai if tahun.nilai is not None else tahun.nilai_maks
        jalur = _jalur(bahan, i)
        if tahun is None or batas is None or i.polaritas is not Polaritas.POSITIF:
            continue
        if satuan_lain(i.satuan, bahan.perilaku[i.kode], tahun, jalur) is not None:
            continue
        lebih = [(b, n) for b in jalur if (n := _tertinggi(b)) is not None and n > batas]
        if lebih:
            baris, nilai = lebih[-1]
            isi = {"periode": nama_periode(baris.periode), "nilai": tulis(nilai, i.satuan)}
            yield Bukti((i.kode,), isi | {"tahun": tulis(batas, i.satuan)}, kutip(baris.teks, tahun.teks))


def _tertinggi(baris: Target) -> Decimal | None:
    return baris.nilai if baris.nilai is not None else baris.nilai_maks


def nilai_dan_rentang(bahan: Bahan) -> Iterable[Bukti]:
    """A stored target with a figure and a range; a workbook with one is refused today."""
    for kode, baris in bahan.target_periode.items():
        ganda = [t for t in baris.values() if t.nilai is not None and (t.nilai_min, t.nilai_maks) != (None, None)]
        if ganda:
            t = ganda[0]
            isi = {"periode": nama_periode(t.periode), "nilai": tulis(t.nilai)}
            isi |= {"bawah": tulis(t.nilai_min), "atas": tulis(t.nilai_maks)}
            yield Bukti((kode,), isi, kutip(t.teks))


T = Keparahan.TINGGI
ATURAN = (
    Aturan(
        "perilaku_lawan_tipe",
        JENIS,
        T,
        "Perilaku bertentangan dengan yang tercetak",
        'Perilakunya {perilaku}, sedangkan tercetak "{tipe}", yang berarti {baca}.',
        "Angka triwulan dijumlahkan padahal tingkat terakhir yang berlaku, atau sebaliknya.",
        perilaku_lawan_tipe,
    ),
    Aturan(
        "persen_tambahan",
        JENIS,
        T,
        "Persentase triwulan berjumlah target tahunan",
        "Target triwulannya berjumlah {tahun}, sama dengan target tahunan, tetapi penyajiannya tidak dinyatakan.",
        "Tanpa penyajian, persentase dibaca sebagai jumlah berjalan; bila tambahan, isi penyajian dengan tambahan.",
        persen_tambahan,
    ),
    Aturan(
        "jalur_satuan_lain",
        JENIS,
        T,
        "Target triwulan dalam satuan lain",
        "Target tahunannya {tahun}, sedangkan target triwulannya dalam {satuan}.",
        "Triwulan menjadi deret tersendiri; nilai tahunannya menunggu dan tidak berstatus sebelum ada.",
        jalur_satuan_lain,
    ),
    Aturan(
        "target_periode_di_atas",
        JENIS,
        T,
        "Target periode melebihi target tahunan",
        "Target {periode} {nilai}, sedangkan target setahun hanya {tahun}.",
        "Status sampai dengan periode itu lebih berat daripada status tahunannya.",
        target_periode_di_atas,
    ),
    Aturan(
        "nilai_dan_rentang",
        JENIS,
        T,
        "Target berupa angka sekaligus rentang",
        "Target {periode} tercatat {nilai} dan juga rentang {bawah} sampai {atas}.",
        "Dasbor memakai angkanya; salah satunya harus dihapus.",
        nilai_dan_rentang,
    ),
)
