"""Which behaviour over periods an indicator has, and what was assumed where print is silent.

Source: DOMAIN.md section 2, "Behaviour over periods".
"""

from dataclasses import dataclass

from dashboard.domain.dasar.indikator import Indikator, Penyajian, Perilaku

SATUAN_PERSEN = frozenset({"%", "persen", "persentase", "presentase", "prosen"})
SATUAN_CACAH = frozenset(
    {"orang", "pegawai", "asn", "dokumen", "data", "laporan", "kali", "paket", "unit", "lembar", "jenis", "sk"}
    | {"sk/spt", "kasus", "izin", "eksemplar", "lembaga", "pengajuan", "rekening", "fasilitasi", "pelaksanaan"}
    | {"layanan", "berita", "unit/paket", "laporan/layanan"}
)

CATATAN_PROGRESS = "Perilaku tidak tercetak; dianggap progress (tingkat pada tanggal itu)."
CATATAN_AKUMULASI = "Perilaku tidak tercetak; satuan cacah dianggap akumulasi."


def persen(satuan: str | None) -> bool:
    return (satuan or "").strip().lower() in SATUAN_PERSEN


def dicacah(satuan: str | None) -> bool:
    """Whether a unit is counted whole: "4.230" is then four thousand two hundred and thirty."""
    kata = (satuan or "").strip().lower().split()
    return bool(kata) and kata[0].rstrip(",;") in SATUAN_CACAH


@dataclass(frozen=True, slots=True)
class PerilakuPeriode:
    """How the period figures of one indicator build its year; `asumsi` says so where the behaviour had to be assumed.

    `persen`: its figures are percentages, which are never added up.
    """

    perilaku: Perilaku
    penyajian: Penyajian = Penyajian.TAMBAHAN
    persen: bool = False
    asumsi: str | None = None

    @property
    def bertambah(self) -> bool:
        """Whether the printed figures are increments that add up over the year."""
        return self.perilaku is Perilaku.AKUMULASI and self.penyajian is Penyajian.TAMBAHAN


TINGKAT = PerilakuPeriode(Perilaku.PROGRESS)
"""A plain level: the latest known one holds, as of a variabel or of a stock at the year's end."""


def perilaku_periode(indikator: Indikator) -> PerilakuPeriode:
    """The behaviour of an indicator; figures are increments unless the workbook says running totals."""
    perilaku, asumsi = indikator.perilaku, None
    if perilaku is None and dicacah(indikator.satuan):
        perilaku, asumsi = Perilaku.AKUMULASI, CATATAN_AKUMULASI
    elif perilaku is None:
        perilaku, asumsi = Perilaku.PROGRESS, CATATAN_PROGRESS
    return PerilakuPeriode(perilaku, indikator.penyajian or Penyajian.TAMBAHAN, persen(indikator.satuan), asumsi)
