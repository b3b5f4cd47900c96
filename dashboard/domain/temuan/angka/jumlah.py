"""Numbers that must agree with one another: parts and whole, target and maximum."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from statistics import median

from dashboard.domain.dasar.indikator import Indikator, Komponen, PeranKomponen, Rumus, Sifat
from dashboard.domain.dasar.periode import nama_periode
from dashboard.domain.dasar.satuan_ukur import persen
from dashboard.domain.hitung.rumus import aritmetik, bagian_rumus
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, sebut, tulis
from dashboard.domain.temuan.teks import kumpulan, kutip, rapikan

JENIS = "Angka"
TOLERANSI = Decimal("0.005")
"""Half a unit of the second decimal: printed figures are rounded."""
SELISIH_PORSI = Decimal("0.25")
SEKURANGNYA_SEBANDING = 4
RATUS = Decimal(100)
KATA_TAK_BERBATAS = kumpulan(
    "pertumbuhan kenaikan peningkatan penurunan pertambahan perubahan selisih capaian ketercapaian pencapaian "
    "tercapainya rasio perbandingan"
)
"""Percentages of these may well pass 100."""


def suku_jumlah(bahan: Bahan, i: Indikator) -> tuple[Komponen, ...]:
    """The summands of a sum, when they are all its links and none is known to be missing."""
    baris = bahan.komponen.get(i.kode, ())
    lengkap = bagian_rumus(i, baris) == baris and all(utuh(k) and k.komponen in bahan.indikator for k in baris)
    return baris if i.rumus is Rumus.JUMLAH and lengkap else ()


def utuh(k: Komponen) -> bool:
    """A link that counts, and with all of its input."""
    return aritmetik(k) and k.sifat is not Sifat.SEBAGIAN


def _jumlah(suku: Sequence[Komponen], nilai: dict[str, Decimal]) -> Decimal | None:
    if not suku or any(k.komponen not in nilai for k in suku):
        return None
    return sum((k.bobot * nilai[k.komponen] for k in suku), Decimal(0))


def jumlah_bagian(bahan: Bahan) -> Iterable[Bukti]:
    """The targets of the parts, and their maxima, do not add up to those of the whole."""
    target = {kode: t.nilai for kode, t in bahan.target.items() if t.nilai is not None}
    maks = {i.kode: i.maks for i in bahan.data.indikator if i.maks is not None}
    for i in bahan.data.indikator:
        suku = suku_jumlah(bahan, i)
        for ukuran, nilai in (("target", target), ("maksimum", maks)):
            jumlah = _jumlah(suku, nilai)
            if jumlah is None or i.kode not in nilai:
                continue
            if abs(jumlah - nilai[i.kode]) > TOLERANSI * len(suku):
                bagian = tuple(k.komponen for k in suku)
                isi = {"ukuran": ukuran, "bagian": sebut(bagian), "jumlah": tulis(jumlah)}
                yield Bukti((i.kode, *bagian), {**isi, "nilai": tulis(nilai[i.kode])}, kunci=f"{i.kode}.{ukuran}")


def realisasi_bagian(bahan: Bahan) -> Iterable[Bukti]:
    """A reported whole that differs from the sum of its reported parts; the reported value holds, and is said to."""
    for i in bahan.data.indikator:
        suku = suku_jumlah(bahan, i)
        for periode, milik in bahan.realisasi.get(i.kode, {}).items():
            baris = {k.komponen: bahan.realisasi.get(k.komponen, {}).get(periode) for k in suku}
            nilai = {kode: r.nilai for kode, r in baris.items() if r is not None and r.nilai is not None}
            jumlah = _jumlah(suku, nilai)
            if milik.nilai is not None and jumlah is not None and abs(jumlah - milik.nilai) > TOLERANSI * len(suku):
                isi = {"periode": nama_periode(periode), "nilai": tulis(milik.nilai), "jumlah": tulis(jumlah)}
                yield Bukti((i.kode, *baris), isi)
                break


def target_melebihi_maks(bahan: Bahan) -> Iterable[Bukti]:
    for i in bahan.data.indikator:
        batas = i.maks
        if batas is None and (bagian_seluruh(i) or (persen(i.satuan) and rapikan(i.nama).startswith("persentase"))):
            batas = RATUS
        for t in bahan.target_periode.get(i.kode, {}).values():
            tertinggi = max((n for n in (t.nilai, t.nilai_maks) if n is not None), default=None)
            if batas is not None and tertinggi is not None and tertinggi > batas:
                isi = {"target": tulis(tertinggi, i.satuan), "maks": tulis(batas, i.satuan)}
                yield Bukti((i.kode,), isi, kutip(t.teks))
                break


def bagian_seluruh(i: Indikator) -> bool:
    """Whether a percentage is a part of a whole, which 100 bounds: not one of growth, or of a target reached."""
    return persen(i.satuan) and not KATA_TAK_BERBATAS & set(rapikan(i.nama).split())


def realisasi_melebihi_maks(bahan: Bahan) -> Iterable[Bukti]:
    for i in bahan.data.indikator:
        nilai = [r.nilai for r in bahan.realisasi.get(i.kode, {}).values() if r.nilai is not None]
        batas = RATUS if i.maks is None and bagian_seluruh(i) else i.maks
        if batas is not None and nilai and max(nilai) > batas:
            yield Bukti((i.kode,), {"nilai": tulis(max(nilai), i.satuan), "maks": tulis(batas, i.satuan)})


def satuan_komponen(bahan: Bahan) -> Iterable[Bukti]:
    for i in bahan.data.indikator:
        tertulis = [k.komponen for k in suku_jumlah(bahan, i) if k.sifat is Sifat.TERTULIS]
        satuan = {rapikan(bahan.indikator[k].satuan) for k in tertulis} - {""}
        if i.satuan and len(tertulis) > 1 and satuan and rapikan(i.satuan) not in satuan:
            lain = sorted({bahan.indikator[k].satuan or "" for k in tertulis})
            yield Bukti((i.kode, *tertulis), {"satuan": i.satuan, "bagian": sebut(lain)}, kutip(i.satuan, *lain))


def porsi_timpang(bahan: Bahan) -> Iterable[Bukti]:
    """Among parts with a maximum, one whose target takes a very different share of it."""
    for i in bahan.data.indikator:
        porsi: dict[str, Decimal] = {}
        for k in suku_jumlah(bahan, i):
            nilai, maks = bahan.nilai_target(k.komponen), bahan.indikator[k.komponen].maks
            if nilai is not None and maks:
                porsi[k.komponen] = nilai / maks
        if len(porsi) < SEKURANGNYA_SEBANDING:
            continue
        tengah = median(porsi.values())
        for kode, bagian in porsi.items():
            if abs(bagian - tengah) > SELISIH_PORSI:
                isi = {"porsi": tulis(round(bagian * RATUS, 0), "%"), "tengah": tulis(round(tengah * RATUS, 0), "%")}
                yield Bukti((kode, i.kode), {**isi, "maks": tulis(bahan.indikator[kode].maks)})


def target_ya_tidak(bahan: Bahan) -> Iterable[Bukti]:
    """A percentage just under 100 that a single case in the population already misses."""
    for i in bahan.data.indikator:
        target = bahan.nilai_target(i.kode)
        penyebut = [k.komponen for k in bahan.komponen.get(i.kode, ()) if k.peran is PeranKomponen.PENYEBUT]
        if target is None or not persen(i.satuan) or not 0 < RATUS - target < 1 or len(penyebut) != 1:
            continue
        nilai = [r.nilai for r in bahan.realisasi.get(penyebut[0], {}).values() if r.nilai]
        if nilai and (RATUS - target) / RATUS * max(nilai) < 1:
            batas = (RATUS / (RATUS - target)).to_integral_value()
            isi = {"target": tulis(target, "%"), "n": tulis(max(nilai)), "batas": tulis(batas)}
            yield Bukti((i.kode,), isi, kutip(bahan.target[i.kode].teks))


def indeks_tanpa_maks(bahan: Bahan) -> Iterable[Bukti]:
    for i in bahan.data.indikator:
        nilai = bahan.nilai_target(i.kode)
        if i.instrumen and i.maks is None and nilai is not None and nilai > RATUS:
            yield Bukti((i.kode,), {"target": tulis(nilai), "instrumen": i.instrumen})


T, S = Keparahan.TINGGI, Keparahan.SEDANG
ATURAN = (
    Aturan(
        "jumlah_bagian",
        JENIS,
        T,
        "Bagian tidak berjumlah sama dengan keseluruhan",
        "Jumlah {ukuran} {bagian} adalah {jumlah}, sedangkan {ukuran} keseluruhannya {nilai}.",
        "Angka keseluruhan dan angka bagiannya tidak dapat sama-sama tercapai.",
        jumlah_bagian,
    ),
    Aturan(
        "realisasi_bagian",
        JENIS,
        S,
        "Realisasi keseluruhan berbeda dari jumlah bagiannya",
        "Pada {periode} dilaporkan {nilai}, sedangkan bagian-bagiannya berjumlah {jumlah}.",
        "Dasbor memakai angka yang dilaporkan; bagian atau keseluruhannya perlu diperbaiki.",
        realisasi_bagian,
    ),
    Aturan(
        "target_melebihi_maks",
        JENIS,
        T,
        "Target melebihi nilai maksimum",
        "Target {target} melebihi nilai tertinggi yang mungkin, {maks}.",
        "Target tidak mungkin tercapai, dan capaian selalu tampak merah.",
        target_melebihi_maks,
    ),
    Aturan(
        "realisasi_melebihi_maks",
        JENIS,
        T,
        "Realisasi melebihi nilai maksimum",
        "Realisasi {nilai} melebihi nilai tertinggi yang mungkin, {maks}.",
        "Salah satu angka keliru, dan capaian yang tampil terlalu tinggi.",
        realisasi_melebihi_maks,
    ),
    Aturan(
        "satuan_komponen",
        JENIS,
        S,
        "Satuan keseluruhan berbeda dari satuan bagiannya",
        'Indikator ini jumlah bagian-bagiannya, tetapi satuannya "{satuan}" dan satuan bagiannya {bagian}.',
        "Dua skala memakai satu nama satuan, sehingga angkanya mudah disangka sebanding.",
        satuan_komponen,
    ),
    Aturan(
        "porsi_timpang",
        JENIS,
        S,
        "Porsi target jauh berbeda dari kriteria lain",
        "Target hanya {porsi} dari maksimum {maks}, sedangkan kriteria sebandingnya sekitar {tengah}.",
        "Rata-rata persentase kriteria dan rasio keseluruhan memberi gambaran yang berlainan.",
        porsi_timpang,
    ),
    Aturan(
        "target_ya_tidak",
        JENIS,
        T,
        "Target persen yang gugur oleh satu kejadian",
        "Pada populasi {n}, target {target} hanya tercapai bila tidak ada satu kejadian pun; "
        "baru pada {batas} orang satu kejadian tidak menggugurkannya.",
        "Indikatornya pada kenyataannya bersifat ya atau tidak, bukan persentase.",
        target_ya_tidak,
    ),
    Aturan(
        "indeks_tanpa_maks",
        JENIS,
        S,
        "Skor tanpa nilai maksimum",
        "Target {target} pada instrumen {instrumen} melampaui skala 100, tetapi nilai maksimumnya tidak tercatat.",
        "Tanpa maksimum, skor ini tidak dapat dibandingkan dengan instansi lain.",
        indeks_tanpa_maks,
    ),
)
