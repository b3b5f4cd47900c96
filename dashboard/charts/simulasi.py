"""What a scenario says in words: sentences for screen, alt text and export. No figures, no screen."""

from collections.abc import Mapping
from decimal import Decimal

from dashboard.charts.kalimat import POIN, beda_bersatuan, nilai_bersatuan, satuan_beda, satuan_tampil, target_bersatuan
from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.dasar.penjelasan import tulis_terhadap
from dashboard.domain.dasar.satuan_ukur import persen
from dashboard.domain.hitung.batas import Jepitan
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.skenario.arah import Arah
from dashboard.domain.skenario.cari_nilai import Pencarian
from dashboard.domain.skenario.dasar import Bagian, KunciUbahan
from dashboard.domain.skenario.gabungan import Gabungan, LangkahGabungan
from dashboard.domain.skenario.hitungan import SimpulSkenario
from dashboard.domain.skenario.proyeksi import Proyeksi
from dashboard.formatting import angka, angka_terhadap, capaian_teks, selisih
from dashboard.texts import KEPASTIAN, STATUS, predikat_teks

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
    beda = beda_bersatuan(baru - lama, satuan)
    return f"{kata} {beda}, dari {angka(lama, rapikan=True)} menjadi {tujuan}"


def kalimat_kelas(s: SimpulSkenario) -> str:
    """What happens to the class: "dari Perlu perhatian menjadi Tercapai" or "tetap Tercapai"."""
    lama, baru = _kelas(s.lama), _kelas(s.baru)
    return f"tetap {baru}" if lama == baru else f"dari {lama} menjadi {baru}"


def _kelas(h: HasilIndikator) -> str:
    kata = STATUS[h.status].kata
    return f"{kata} dengan predikat {predikat_teks(h.predikat, h.skala)}" if h.predikat else kata


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
        return (
            f"{h.kode} tidak dapat dihitung dari {nama}: hubungannya hanya menunjukkan naik atau turunnya, tanpa angka."
        )
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
    kurang = beda_bersatuan(p.tujuan - tampil, h.indikator.satuan)
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
    return f"{'tambah' if beda > 0 else 'kurangi'} {beda_bersatuan(beda, satuan)}"


def kalimat_penyebut(nama: str, kode: str) -> str:
    """What changing it would mean, before anything is sought with what an indicator is divided by."""
    return (
        f"{nama} adalah pembagi dalam rumus {kode}. Mengurangi pembagi tidak memperbaiki kinerja: pekerjaannya tetap "
        "sama, hanya angkanya tampak lebih baik. Cari dengan pembagi hanya bila jumlah itu memang akan berubah."
    )


def kalimat_gabungan(g: Gabungan, p: Pencarian, satuan: Mapping[KunciUbahan, str | None], h: HasilIndikator) -> str:
    """How much a mix of inputs asks for in all, and what comes of it."""
    hasil = f"{h.kode} lalu {nilai_bersatuan(g.hasil, h.indikator.satuan)}, target {_sasaran(p, h)}"
    if not g.tercapai:
        return (
            f"Bahkan bila semua masukan penyusunnya sampai batasnya, {h.kode} {_paling(h)} "
            f"{nilai_bersatuan(g.hasil, h.indikator.satuan)}; target {_sasaran(p, h)}."
        )
    per_satuan: dict[str, Decimal] = {}
    for satu in g.langkah:
        nama = satuan_beda(satuan[satu.kunci])
        per_satuan[nama] = per_satuan.get(nama, Decimal(0)) + abs(satu.ke - satu.dari)
    jumlah = " dan ".join(angka(n, satuan=nama, rapikan=True) for nama, n in per_satuan.items())
    return f"Satu masukan saja tidak cukup. Gabungan terkecil, seluruhnya {jumlah}: {hasil}."


def kalimat_langkah(satu: LangkahGabungan, nama: str, satuan: str | None) -> str:
    """One input of a mix: "LAYANAN_TERPENUHI menjadi 24 layanan (tambah 1 layanan dari 23)"."""
    beda = _ubah(satu.ke - satu.dari, satuan)
    return f"{nama} menjadi {nilai_bersatuan(satu.ke, satuan)} ({beda} dari {angka(satu.dari, rapikan=True)})"


def kalimat_proyeksi(p: Proyeksi, satuan: str | None) -> str:
    """ "82,4 % (antara 80 dan 84,1); rata-rata triwulan yang dilaporkan." """
    if p.nilai is None:
        return f"Tidak diproyeksikan: {p.alasan}."
    rentang = "tanpa rentang, baru satu triwulan"
    if p.bawah is not None and p.atas is not None:
        rentang = f"antara {angka(p.bawah, rapikan=True)} dan {angka(p.atas, rapikan=True)}"
    return f"{nilai_bersatuan(p.nilai, satuan)} ({rentang}); {p.metode}."


def selisih_simpul(s: SimpulSkenario) -> str:
    """The kept difference between report and formula, with its sign and unit."""
    return selisih(s.selisih, satuan=satuan_beda(s.lama.indikator.satuan))


def beda_nilai(s: SimpulSkenario) -> str:
    """The difference as text, "+2,5", of percentages "+2,5 poin"; a dash where one side has no number."""
    if s.baru.nilai is None or s.lama.nilai is None:
        return "–"
    return selisih(s.baru.nilai - s.lama.nilai, satuan=POIN if persen(s.lama.indikator.satuan) else None)
