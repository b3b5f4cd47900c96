"""A target beside the targets it is said to come from: its only part, its known parts, its only feeder, a zero more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.indikator import Indikator, Komponen, PeranKomponen, Polaritas, Rumus, Sifat
from dashboard.domain.hitung.rumus import aritmetik
from dashboard.domain.temuan.angka.jumlah import JENIS, TOLERANSI, suku_jumlah, utuh
from dashboard.domain.temuan.angka.satuan import golongan_satuan
from dashboard.domain.temuan.bahan import SATUAN_WAKTU, Aturan, Bahan, Bukti, Keparahan, berjumlah, sebut, tulis
from dashboard.domain.temuan.teks import kutip

SEPADAN = (Rumus.NILAI, Rumus.RERATA, Rumus.JUMLAH)
"""Formulas that give what their only part gives; NILAI has none."""
ANGKA_KHAS = 2
"""Figures of so many digits hardly differ by exactly ten, a hundred or a thousand times; 10 and 100 do."""


@dataclass(frozen=True, slots=True)
class _Naik:
    """A link that alone brings a target up, and both targets, the lower one as the link weighs it."""

    kaitan: Komponen
    atas: Indikator
    bawah: Indikator
    target: Decimal
    target_bawah: Decimal

    @property
    def isi(self) -> dict[str, object]:
        atas, bawah = tulis(self.target, self.atas.satuan), tulis(self.target_bawah, self.bawah.satuan)
        return {"atas": atas, "bawah": bawah, "pemberi": self.bawah.kode}

    @property
    def bukti(self) -> Bukti:
        return Bukti((self.atas.kode, self.bawah.kode), self.isi)


def _pemberi(baris: Iterable[Komponen]) -> list[Komponen]:
    """The links that count; where none does, all that lead upwards."""
    naik = [k for k in baris if k.peran is PeranKomponen.SUKU and k.sifat is not Sifat.TANPA_HUBUNGAN]
    naik = [k for k in naik if k.sifat is not Sifat.PENYEBUT_BATAS]
    return [k for k in naik if aritmetik(k)] or naik


def _tunggal(bahan: Bahan) -> Iterator[_Naik]:
    for kode, baris in bahan.komponen.items():
        pemberi = _pemberi(baris)
        if len(pemberi) != 1 or pemberi[0].komponen not in bahan.indikator:
            continue
        atas, bawah = bahan.indikator[kode], bahan.indikator[pemberi[0].komponen]
        target, target_bawah = bahan.nilai_target(kode), bahan.nilai_target(bawah.kode)
        if target is not None and target_bawah is not None:
            yield _Naik(pemberi[0], atas, bawah, target, pemberi[0].bobot * target_bawah)


def _sesatuan(bahan: Bahan, satu: Indikator, lain: Indikator) -> bool:
    return (bahan.persen(satu.kode) and bahan.persen(lain.kode)) or (
        golongan_satuan(satu.satuan) == golongan_satuan(lain.satuan)
    )


def _sekaum(bahan: Bahan, satu: Indikator, lain: Indikator) -> bool:
    """In one unit, and both levels or both amounts of a time: a stock is not made of its flow."""
    sewaktu = bahan.perilaku[satu.kode].perilaku is bahan.perilaku[lain.kode].perilaku
    return _sesatuan(bahan, satu, lain) and (sewaktu or bahan.persen(satu.kode))


def bagian_tunggal(bahan: Bahan) -> Iterable[Bukti]:
    """A target that by its only link is that of its part, and is another."""
    for n in _tunggal(bahan):
        dihitung = utuh(n.kaitan) and n.atas.rumus in SEPADAN and not suku_jumlah(bahan, n.atas)
        if dihitung and _sekaum(bahan, n.atas, n.bawah) and abs(n.target - n.target_bawah) > TOLERANSI:
            yield n.bukti


def bagian_melampaui(bahan: Bahan) -> Iterable[Bukti]:
    """Parts of which some are not known, and that are more than the whole already."""
    for kode, baris in bahan.komponen.items():
        bagian = [k for k in _pemberi(baris) if aritmetik(k) and k.komponen in bahan.indikator]
        seluruh = bahan.nilai_target(kode)
        nilai = [k.bobot * n for k in bagian if (n := bahan.nilai_target(k.komponen)) is not None]
        sekaum = all(_sekaum(bahan, bahan.indikator[kode], bahan.indikator[k.komponen]) for k in bagian)
        sebagian = any(k.sifat is Sifat.SEBAGIAN for k in bagian) and all(k.bobot > 0 for k in bagian)
        if seluruh is not None and sebagian and sekaum and sum(nilai) > seluruh + TOLERANSI * len(nilai):
            isi = {"bagian": sebut([k.komponen for k in bagian]), "jumlah": tulis(sum(nilai, Decimal(0)))}
            isi["nilai"] = tulis(seluruh, bahan.indikator[kode].satuan)
            yield Bukti((kode, *(k.komponen for k in bagian)), isi)


def atasan_tak_terjangkau(bahan: Bahan) -> Iterable[Bukti]:
    """A percentage, or an amount in one unit, that goes further than the only feeder of the same kind."""
    for n in _tunggal(bahan):
        arah = n.atas.polaritas
        jauh = n.target > n.target_bawah if arah is Polaritas.POSITIF else n.target < n.target_bawah
        terbanding = bahan.persen(n.atas.kode) or berjumlah(n.atas.satuan)
        memasok = n.kaitan.sifat is Sifat.KONTRIBUSI and n.kaitan.bobot == 1 and arah is n.bawah.polaritas
        if memasok and jauh and terbanding and _sekaum(bahan, n.atas, n.bawah):
            yield n.bukti


def kelebihan_nol(bahan: Bahan) -> Iterable[Bukti]:
    """The same figure with zeros more or less, where nothing else is said about the two."""
    sudah = {b.objek[:2] for cari in (bagian_tunggal, bagian_melampaui, atasan_tak_terjangkau) for b in cari(bahan)}
    for n in _tunggal(bahan):
        atas, bawah = n.target.normalize().as_tuple(), n.target_bawah.normalize().as_tuple()
        khas = len(atas.digits) >= ANGKA_KHAS and atas.digits == bawah.digits and atas.exponent != bawah.exponent
        dikenal = suku_jumlah(bahan, n.atas) or n.bukti.objek in sudah
        if khas and not dikenal and _sesatuan(bahan, n.atas, n.bawah):
            yield n.bukti


def jumlah_bawahan(bahan: Bahan) -> Iterable[Bukti]:
    """An amount and the amounts in the same unit that are said to feed it or to make it up, without a formula."""
    for kode, baris in bahan.komponen.items():
        pemberi = [k.komponen for k in baris if k.komponen in bahan.indikator and _menyumbang(bahan.indikator[kode], k)]
        satuan = golongan_satuan(bahan.indikator[kode].satuan)
        sama = all(golongan_satuan(bahan.indikator[p].satuan) == satuan for p in pemberi)
        target, bawah = bahan.target_tercetak.get(kode), [bahan.target_tercetak.get(p) for p in pemberi]
        menjumlah = berjumlah(satuan) and not set(satuan.split()) & SATUAN_WAKTU
        if len(pemberi) < 2 or not sama or not menjumlah or target is None or target.nilai is None:
            continue
        nilai = [t.nilai for t in bawah if t is not None and t.nilai is not None]
        if len(nilai) == len(pemberi) and sum(nilai, Decimal(0)) != target.nilai:
            isi = {"target": tulis(target.nilai, satuan), "jumlah": tulis(sum(nilai, Decimal(0))), "n": len(nilai)}
            yield Bukti((kode, *pemberi), isi, kutip(target.teks))


def _menyumbang(atas: Indikator, k: Komponen) -> bool:
    tanpa_rumus = atas.rumus is Rumus.NILAI and k.peran is PeranKomponen.SUKU and k.bobot == 1
    return k.sifat is Sifat.KONTRIBUSI or (tanpa_rumus and utuh(k))


T, S = Keparahan.TINGGI, Keparahan.SEDANG
ATURAN = (
    Aturan(
        "bagian_tunggal",
        JENIS,
        T,
        "Target berbeda dari satu-satunya bagiannya",
        "Targetnya {atas}, padahal menurut kaitannya sama dengan {pemberi}, yang targetnya {bawah}.",
        "Salah satu angka keliru, atau ada bagian yang belum tercatat.",
        bagian_tunggal,
    ),
    Aturan(
        "bagian_melampaui",
        JENIS,
        T,
        "Bagian melebihi keseluruhannya",
        "Target {bagian} sudah {jumlah}, padahal target keseluruhannya hanya {nilai}.",
        "Salah satu angka keliru: bagian tidak mungkin lebih besar daripada keseluruhannya.",
        bagian_melampaui,
    ),
    Aturan(
        "atasan_tak_terjangkau",
        JENIS,
        T,
        "Target atasan di atas satu-satunya pemasok",
        "Target {atas} hanya dipasok oleh {pemberi}, yang targetnya {bawah}.",
        "Bila bawahan tepat mencapai targetnya, atasan tetap tidak mencapai targetnya.",
        atasan_tak_terjangkau,
    ),
    Aturan(
        "kelebihan_nol",
        JENIS,
        T,
        "Dua target yang berkaitan berbeda hanya pada angka nolnya",
        "Target {atas} dipasok oleh {pemberi}, yang targetnya {bawah}: angkanya sama, kelipatan sepuluhnya berbeda.",
        "Salah satu tampaknya tertulis dengan nol atau koma yang keliru.",
        kelebihan_nol,
    ),
    Aturan(
        "jumlah_bawahan",
        JENIS,
        S,
        "Target atasan tidak dapat diturunkan dari bawahan",
        "Target {target}, sedangkan {n} indikator yang memasoknya berjumlah {jumlah}.",
        "Tidak jelas apa saja yang dihitung, sehingga realisasi atasan tidak dapat dijumlahkan dari bawahannya.",
        jumlah_bawahan,
    ),
)
