"""How the figures of a year are meant to be read: printed behaviour, increments or totals, unit, figure or range."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from dashboard.domain.dasar.deret_tersendiri import satuan_lain
from dashboard.domain.dasar.indikator import Indikator, Perilaku, Polaritas, Target
from dashboard.domain.dasar.perilaku import PerilakuPeriode, perilaku_tercetak, tambahan_persen
from dashboard.domain.dasar.periode import BULAN, TAHUN, TRIWULAN, SampaiDengan, nama_periode, triwulan_dari
from dashboard.domain.hitung.capaian import NilaiTarget
from dashboard.domain.hitung.jalur_target import TargetTriwulan, jumlah_target, nilai_target, susun_jalur
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, tulis
from dashboard.domain.temuan.teks import kutip

JENIS = "Deret waktu"
TOLERANSI = Decimal("0.01")
DI_ATAS, DI_BAWAH = "di atas", "di bawah"
SARAN_BERJALAN = " Tanpa penyajian, angka periode dibaca sebagai tambahan; bila jumlah berjalan, isi sd_periode."


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


def jalur_tahunan(bahan: Bahan) -> Iterable[Bukti]:
    """Targets of periods that do not come to the annual one, as the dashboard reads them."""
    for i in bahan.data.indikator:
        baris, perilaku = bahan.target_periode.get(i.kode, {}), bahan.perilaku[i.kode]
        tahun, jalur = baris.get(TAHUN), _jalur(bahan, i)
        if tahun is None or not tahun.bernilai or satuan_lain(i.satuan, perilaku, tahun, jalur):
            continue
        if tambahan_persen(i.satuan, perilaku, tahun.nilai, [t.nilai for t in jalur if t.periode in TRIWULAN]):
            continue  # whether they are increments is asked by persen_tambahan
        ujung = _ujung(bahan, perilaku, baris)
        setahun = nilai_target(tahun)
        arah = [_arah(n, setahun, _ketelitian(jalur)) for n in ujung]
        if arah and all(arah):
            isi = {"cara": "berjumlah" if perilaku.bertambah else "berujung pada", "arah": arah[0]}
            isi |= {"ujung": _sebut(ujung[0], i.satuan), "tahun": _sebut(setahun, i.satuan)}
            berjalan = perilaku.bertambah and not perilaku.dinyatakan and jalur[-1].nilai == tahun.nilai
            isi["saran"] = SARAN_BERJALAN if berjalan else ""
            yield Bukti((i.kode,), isi, "; ".join(_sebut(nilai_target(t)) for t in jalur))


def _ujung(bahan: Bahan, perilaku: PerilakuPeriode, baris: Mapping[str, Target]) -> tuple[NilaiTarget, ...]:
    """What the periods come to: the sum of increments, else the last of them; of repetitions their mean as well.

    Nothing while periods are left out, unless the increments printed pass the year already.
    """
    triwulan = susun_jalur(perilaku, list(baris.values()), SampaiDengan(bahan.data.tahun, len(TRIWULAN))).triwulan
    if not triwulan or any(satu.diasumsikan for satu in triwulan.values()):
        return ()
    akhir = triwulan[max(triwulan)]
    lengkap = all((tw in triwulan and _tercetak(triwulan[tw], baris)) or _tanpa(baris, tw) for tw in range(1, 5))
    if perilaku.bertambah:
        jumlah = jumlah_target((Decimal(1), satu.nilai) for satu in triwulan.values())
        lebih = _arah(jumlah, nilai_target(baris[TAHUN]), TOLERANSI) == DI_ATAS
        return (jumlah,) if lengkap or lebih else ()
    if not lengkap:
        return ()
    if perilaku.perilaku is not Perilaku.PENGULANGAN:
        return (akhir.nilai,)
    bobot = Decimal(1) / len(triwulan)
    return (akhir.nilai, jumlah_target((bobot, satu.nilai) for satu in triwulan.values()))


def _tercetak(satu: TargetTriwulan, baris: Mapping[str, Target]) -> bool:
    """Whether a quarter is printed itself, or with every month that is targeted."""
    tw = triwulan_dari(satu.baris[0].periode)
    bulan = BULAN[(tw - 1) * 3 : tw * 3]
    return satu.baris[0].periode in TRIWULAN or all(b in baris for b in bulan)


def _tanpa(baris: Mapping[str, Target], tw: int) -> bool:
    """Whether a quarter is printed as not targeted, itself or month by month."""
    setrip = {p for p, t in baris.items() if t.tidak_ditargetkan}
    return f"TW{tw}" in setrip or setrip.issuperset(BULAN[(tw - 1) * 3 : tw * 3])


def _ketelitian(jalur: Sequence[Target]) -> Decimal:
    """How far rounded figures may miss the year: half a unit of their last decimal each; whole numbers do not."""
    pangkat = [int(n.as_tuple().exponent) for t in jalur for n in (t.nilai, t.nilai_maks) if n is not None]
    desimal = [p for p in pangkat if p < 0]
    return max(TOLERANSI, len(pangkat) * Decimal(1).scaleb(max(desimal)) / 2) if desimal else TOLERANSI


def _arah(nilai: NilaiTarget, setahun: NilaiTarget, ketelitian: Decimal) -> str:
    """On which side of the year's target a figure or range lies; "" where they meet."""
    (bawah, atas), (rendah, tinggi) = _rentang(nilai), _rentang(setahun)
    if bawah - tinggi > ketelitian:
        return DI_ATAS
    return DI_BAWAH if rendah - atas > ketelitian else ""


def _rentang(nilai: NilaiTarget) -> tuple[Decimal, Decimal]:
    acuan = nilai.acuan or Decimal(0)
    if not nilai.rentang:
        return acuan, acuan
    bawah = nilai.nilai_min if nilai.nilai_min is not None else acuan
    return bawah, nilai.nilai_maks if nilai.nilai_maks is not None else acuan


def _sebut(nilai: NilaiTarget, satuan: str | None = None) -> str:
    bawah, atas = _rentang(nilai)
    return tulis(bawah, satuan) if bawah == atas else f"{tulis(bawah)} sampai {tulis(atas, satuan)}"


def target_periode_di_atas(bahan: Bahan) -> Iterable[Bukti]:
    """Where more is better, a period that asks for more than the whole year does."""
    for i in bahan.data.indikator:
        tahun = bahan.target.get(i.kode)
        batas = None if tahun is None else tahun.nilai if tahun.nilai is not None else tahun.nilai_maks
        jalur = _jalur(bahan, i)
        if tahun is None or batas is None or i.polaritas is not Polaritas.POSITIF:
            continue
        if satuan_lain(i.satuan, bahan.perilaku[i.kode], tahun, jalur) is not None or _serata(bahan, i, tahun):
            continue
        lebih = [(b, n) for b in jalur if (n := _tertinggi(b)) is not None and n > batas]
        if lebih:
            baris, nilai = lebih[-1]
            isi = {"periode": nama_periode(baris.periode), "nilai": tulis(nilai, i.satuan)}
            yield Bukti((i.kode,), isi | {"tahun": tulis(batas, i.satuan)}, kutip(baris.teks, tahun.teks))


def _serata(bahan: Bahan, i: Indikator, tahun: Target) -> bool:
    """Whether the quarters of a repetition come to the year by their mean: some of them are above it."""
    perilaku = bahan.perilaku[i.kode]
    ujung = _ujung(bahan, perilaku, bahan.target_periode[i.kode])
    ulang = perilaku.perilaku is Perilaku.PENGULANGAN
    return ulang and any(not _arah(n, nilai_target(tahun), TOLERANSI) for n in ujung)


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
        "jalur_tahunan",
        JENIS,
        T,
        "Target periode tidak menuju target tahunan",
        "Target menurut periode {cara} {ujung}, {arah} target tahunannya {tahun}.{saran}",
        "Status sampai dengan triwulan dan status tahunan saling bertentangan.",
        jalur_tahunan,
    ),
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
