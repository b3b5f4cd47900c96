"""The share of employees who are at least Baik: an indicator whose realisation comes from the scores themselves.

Source: DOMAIN.md section 8. While fewer are scored than there are employees the share is *sebagian*: it is shown with
its bounds (nobody else is Baik, everybody else is) and carries no colour.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dashboard.domain.dasar.indikator import HitunganSkp, Indikator, Komponen
from dashboard.domain.dasar.penjelasan import Kepastian, Langkah, bulat2, terlemah
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.satuan_ukur import persen
from dashboard.domain.dasar.tanggal import BULAN
from dashboard.domain.hitung.rumus import KEPASTIAN_SIFAT, NilaiSimpul, penyebut_skp, sumber_terlemah
from dashboard.domain.skp.acuan import bulan_acuan
from dashboard.domain.skp.kalender import BULAN_TAHUNAN


def hitungan_acuan(hitungan: Mapping[int, HitunganSkp], sd: SampaiDengan) -> HitunganSkp | None:
    """The results the position rests on; None while it waits for them."""
    acuan = bulan_acuan({satu.bulan: satu.dinilai for satu in hitungan.values()}, sd)
    return None if acuan is None else hitungan[acuan]


def nilai_skp_baik(
    indikator: Indikator, komponen: Sequence[Komponen], jumlah: Mapping[str, NilaiSimpul], hitungan: HitunganSkp | None
) -> NilaiSimpul:
    """The share of all employees; `jumlah` holds the value that the komponen name as denominator."""
    penyebut = penyebut_skp(komponen)
    semua = jumlah.get(penyebut.komponen) if penyebut else None
    if hitungan is None:
        return NilaiSimpul(None, Kepastian.TIDAK_DIKETAHUI, kurang=("nilai SKP",))
    if penyebut is None or semua is None or not semua.nilai:
        return NilaiSimpul(None, Kepastian.TIDAK_DIKETAHUI, kurang=(penyebut.komponen if penyebut else "jumlah ASN",))
    faktor = 100 if persen(indikator.satuan) else 1
    hasil = faktor * hitungan.baik / semua.nilai
    pola = "Baik dan Sangat Baik {} ÷ {} × 100" if faktor > 1 else "Baik dan Sangat Baik {} ÷ {}"
    langkah = (Langkah(pola, (Decimal(hitungan.baik), semua.nilai), hasil),)
    batas = (hasil, hasil + faktor * (semua.nilai - hitungan.dinilai) / semua.nilai)
    sebagian = hitungan.dinilai < semua.nilai
    return NilaiSimpul(
        hasil,
        terlemah(
            KEPASTIAN_SIFAT[penyebut.sifat],
            semua.kepastian,
            Kepastian.DIHITUNG_DENGAN_ASUMSI if sebagian else Kepastian.DIHITUNG,
        ),
        sumber_terlemah((hitungan.sumber_nilai, semua.sumber_nilai)),
        hasil,
        langkah,
        batas=batas if sebagian else None,
        catatan=(*_menurut(hitungan), _catatan(hitungan.dinilai, semua.nilai, batas if sebagian else None)),
    )


def _menurut(hitungan: HitunganSkp) -> tuple[str, ...]:
    if not hitungan.menurut:
        return ()
    waktu = "setahun" if hitungan.bulan == BULAN_TAHUNAN else f"bulan {BULAN[hitungan.bulan - 1]}"
    return (f"Dihitung menurut {hitungan.menurut} {waktu}; pegawai yang tidak mempunyainya belum dinilai.",)


def _catatan(dinilai: int, semua: Decimal, batas: tuple[Decimal, Decimal] | None) -> str:
    teks = f"{_ribuan(dinilai)} dari {_ribuan(int(semua))} dinilai"
    if batas is None:
        return f"{teks}."
    bawah, atas = (str(bulat2(b)).replace(".", ",") for b in batas)
    return f"{teks}; bila semua sudah dinilai, nilainya antara {bawah} dan {atas}."


def _ribuan(angka: int) -> str:
    return f"{angka:,}".replace(",", ".")
