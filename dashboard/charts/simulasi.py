"""What a scenario says in words: sentences for screen, alt text and export. No figures, no screen."""

from decimal import Decimal

from dashboard.charts.kalimat import nilai_bersatuan, satuan_tampil, target_bersatuan
from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.dasar.penjelasan import tulis_terhadap
from dashboard.domain.hitung.batas import Jepitan
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.skenario.arah import Arah
from dashboard.domain.skenario.cari_nilai import Pencarian
from dashboard.domain.skenario.dasar import Bagian
from dashboard.domain.skenario.hitungan import SimpulSkenario
from dashboard.domain.skenario.proyeksi import Proyeksi
from dashboard.formatting import angka, angka_terhadap, capaian_teks, selisih
from dashboard.texts import KEPASTIAN, STATUS

TANDA_SIMULASI = "SIMULASI"
BAGIAN = {
    Bagian.REALISASI: "",
    Bagian.TARGET: "target",
    Bagian.TARGET_MIN: "batas bawah target",
    Bagian.TARGET_MAKS: "batas atas target",
    Bagian.PEMBILANG: "pembilang",
    Bagian.PENYEBUT: "penyebut",
}
PANAH = {1: "↑ terdorong naik", -1: "↓ terdorong turun", 0: "↕ arahnya tidak pasti"}


def kalimat_simpul(s: SimpulSkenario) -> str:
    """ "IKU-03 naik 2,5 dari 330,5 menjadi 333; capaian 103,58 %; tetap Melampaui." """
    satuan = s.lama.indikator.satuan
    lama, baru = s.lama.nilai, s.baru.nilai
    if baru is None:
        return f"{s.kode}: {STATUS[s.baru.status].kata.lower()}."
    bagian = [f"{s.kode} {_perubahan(lama, baru, satuan)}"]
    if s.baru.persen is not None or s.baru.tak_hingga:
        bagian.append(f"capaian {capaian_teks(s.baru.capaian)}")
    return "; ".join([*bagian, kalimat_kelas(s)]) + "."


def _perubahan(lama: Decimal | None, baru: Decimal, satuan: str | None) -> str:
    tujuan = nilai_bersatuan(baru, satuan)
    if lama is None or lama == baru:
        return f"{'menjadi' if lama is None else 'tetap'} {tujuan}"
    kata = "naik" if baru > lama else "turun"
    return f"{kata} {angka(abs(baru - lama), rapikan=True)}, dari {angka(lama, rapikan=True)} menjadi {tujuan}"


def kalimat_kelas(s: SimpulSkenario) -> str:
    """What happens to the class: "dari Perlu perhatian menjadi Tercapai" or "tetap Tercapai"."""
    lama, baru = _kelas(s.lama), _kelas(s.baru)
    return f"tetap {baru}" if lama == baru else f"dari {lama} menjadi {baru}"


def _kelas(h: HasilIndikator) -> str:
    kata = STATUS[h.status].kata
    return f"{kata} ({h.predikat})" if h.predikat else kata


def kalimat_jepitan(j: Jepitan) -> str:
    return f"{j.kode}: {angka(j.diminta, rapikan=True)} dijepit menjadi {angka(j.dipakai, rapikan=True)}; {j.alasan}."


def kalimat_arah(a: Arah, nama: str) -> str:
    """Only a direction, with where it comes from and how far it is known."""
    tambahan = "; bertentangan dengan tanda baik-buruknya" if a.bertentangan else ""
    return f"{a.kode} {nama}: {PANAH[a.tanda]} dari {a.dari}, {KEPASTIAN[a.kepastian]}{tambahan}."


def kalimat_pencarian(p: Pencarian, nama: str, satuan: str | None, h: HasilIndikator) -> str:
    """The answer of a goal seek, with its arithmetic when the goal is out of reach."""
    tujuan = nilai_bersatuan(p.tujuan, h.indikator.satuan)
    sasaran = _sasaran(p, h)
    if p.hasil_kini is None and p.nilai is None and p.terbaik is None:
        return f"{h.kode} tidak dapat dihitung dari {nama}: hubungannya hanya arah, tanpa angka."
    if p.sudah:
        capai = f"{_sampai(h)} {tujuan}" if sasaran == tujuan else f"memenuhi target {sasaran}"
        return f"{h.kode} sudah {capai}: sekarang {nilai_bersatuan(p.hasil_kini, h.indikator.satuan)}."
    if p.nilai is not None:
        beda = "" if p.kini is None else f" ({_ubah(p.nilai - p.kini, satuan)} dari {angka(p.kini, rapikan=True)})"
        hasil = nilai_bersatuan(p.hasil, h.indikator.satuan)
        perlu = nilai_bersatuan(p.nilai, satuan)
        return f"{nama} perlu menjadi {perlu}{beda}; {h.kode} lalu {hasil}, target {sasaran}."
    if not p.berpengaruh or p.terbaik is None:
        return f"{nama} tidak mengubah angka {h.kode}."
    x, y = p.terbaik
    tampil = tulis_terhadap(y, p.tujuan)
    kurang = angka(abs(p.tujuan - tampil), -int(tampil.as_tuple().exponent), rapikan=True)
    hasil = angka_terhadap(y, p.tujuan, satuan_tampil(h.indikator.satuan))
    sebab = f" ({p.batas})" if p.batas else ""
    return (
        f"Tidak mungkin lagi tercapai dengan {nama} saja: bahkan pada {nilai_bersatuan(x, satuan)}{sebab}, "
        f"{h.kode} {_paling(h)} {hasil}; target {sasaran}, selisih {kurang}."
    )


def _sasaran(p: Pencarian, h: HasilIndikator) -> str:
    """What was aimed at; the whole range where its bound was."""
    sampai = h.target.sampai
    if sampai is not None and sampai.rentang and sampai.tujuan(h.indikator.polaritas) == p.tujuan:
        return target_bersatuan(sampai, h.indikator.satuan)
    return nilai_bersatuan(p.tujuan, h.indikator.satuan)


def _sampai(h: HasilIndikator) -> str:
    return "mencapai" if h.indikator.polaritas is Polaritas.POSITIF else "tidak melebihi"


def _paling(h: HasilIndikator) -> str:
    return "paling tinggi" if h.indikator.polaritas is Polaritas.POSITIF else "paling rendah"


def _ubah(beda: Decimal, satuan: str | None) -> str:
    return f"{'tambah' if beda > 0 else 'kurangi'} {nilai_bersatuan(abs(beda), satuan)}"


def kalimat_proyeksi(p: Proyeksi, satuan: str | None) -> str:
    """ "82,4 % (antara 80 dan 84,1); rata-rata triwulan yang dilaporkan." """
    if p.nilai is None:
        return f"Tidak diproyeksikan: {p.alasan}."
    rentang = "tanpa rentang, baru satu triwulan"
    if p.bawah is not None and p.atas is not None:
        rentang = f"antara {angka(p.bawah, rapikan=True)} dan {angka(p.atas, rapikan=True)}"
    return f"{nilai_bersatuan(p.nilai, satuan)} ({rentang}); {p.metode}."


def beda_nilai(s: SimpulSkenario) -> str:
    """The difference as text, "+2,5"; a dash where one side has no number."""
    return selisih(s.baru.nilai - s.lama.nilai) if s.baru.nilai is not None and s.lama.nilai is not None else "–"
