"""What is missing: targets, units, owners, sources, formulas, ways of counting."""

from collections.abc import Callable, Iterable, Sequence

from dashboard.domain.dasar.indikator import JENIS_UNSUR_INDEKS, Indikator, PeranKomponen, Rumus, Sifat
from dashboard.domain.hitung.rumus import aritmetik
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, Pemeriksa, sebut, tulis
from dashboard.domain.temuan.teks import kumpulan, kutip, rapikan

JENIS = "Kelengkapan"
KATA_UKUR_AWAL = kumpulan(
    "jumlah jumah persentase presentase prosentase tingkat nilai indeks index angka rasio cakupan rata skor level "
    "predikat opini hasil capaian waktu lama banyaknya besaran"
)
TANPA_ARAH = (Sifat.TANPA_HUBUNGAN, Sifat.PENYEBUT_BATAS)


def _kosong(teks: str | None) -> bool:
    return not (teks or "").strip(" -–.")


def _bersama(kosong: Callable[[Bahan, Indikator], bool], kolom: str) -> Pemeriksa:
    """A check that reports all indicators lacking something as one finding per agency and column."""

    def cari(bahan: Bahan) -> Iterable[Bukti]:
        kode = [i.kode for i in bahan.data.indikator if kosong(bahan, i)]
        if kode:
            isi = {"kode": sebut(kode), "n": len(kode), "semua": len(bahan.data.indikator)}
            yield Bukti(tuple(kode), isi, kunci=kolom)

    return cari


def _berdiri(i: Indikator) -> bool:
    """Whether it is measured by itself, not a point within a criterion."""
    return i.jenis != "sub_item"


def _tanpa_target(bahan: Bahan, i: Indikator) -> bool:
    semua = bahan.target_periode.get(i.kode, {}).values()
    return _berdiri(i) and not any(t.bernilai or t.tidak_ditargetkan for t in semua)


def _tanpa_formulasi(bahan: Bahan, i: Indikator) -> bool:
    return i.jenis not in JENIS_UNSUR_INDEKS and _kosong(i.formulasi)


def _tanpa_penghitungan(bahan: Bahan, i: Indikator) -> bool:
    """No printed way of adding up periods, in a document that prints one elsewhere; or no behaviour at all."""
    tercetak = any(lain.tipe_penghitungan for lain in bahan.data.indikator)
    return _berdiri(i) and not i.tipe_penghitungan and (tercetak or i.perilaku is None)


def iku_tidak_lengkap(bahan: Bahan) -> Iterable[Bukti]:
    """What each of the agency's main indicators lacks; it is too few to be put together."""
    for i in bahan.utama:
        tercetak = bahan.target_tercetak.get(i.kode)
        kurang = [
            nama
            for nama, hilang in (
                ("target", tercetak is None and i.kode not in bahan.target),
                ("satuan", _kosong(i.satuan)),
                ("formulasi", _kosong(i.formulasi)),
                ("sumber data", _kosong(i.sumber_data)),
            )
            if hilang
        ]
        if kurang:
            yield Bukti((i.kode,), {"kurang": sebut(kurang)}, kutip(i.nama))


def tidak_ditargetkan(bahan: Bahan) -> Iterable[Bukti]:
    for kode, baris in bahan.iki_jabatan.items():
        tanpa = [i.kode for i in baris if (t := bahan.target.get(i.kode)) and t.tidak_ditargetkan]
        if tanpa:
            isi = {"n": len(tanpa), "semua": len(baris), "jabatan": bahan.jabatan[kode].nama}
            yield Bukti(tuple(tanpa), isi, kutip(bahan.target[tanpa[0]].teks), kunci=kode)


def bukan_ukuran(bahan: Bahan) -> Iterable[Bukti]:
    """Rows that name an activity or an output where the others name a measure."""
    for kode, baris in bahan.iki_jabatan.items():
        tanpa = [i.kode for i in baris if rapikan(i.nama).partition(" ")[0] not in KATA_UKUR_AWAL]
        if tanpa:
            isi = {"n": len(tanpa), "jabatan": bahan.jabatan[kode].nama}
            yield Bukti(tuple(tanpa), isi, kutip(bahan.indikator[tanpa[0]].nama), kunci=kode)


def target_rentang(bahan: Bahan) -> Iterable[Bukti]:
    for kode, t in bahan.target.items():
        if t.nilai is None and t.nilai_min is not None and t.nilai_maks is not None:
            yield Bukti((kode,), {"bawah": tulis(t.nilai_min), "atas": tulis(t.nilai_maks)}, kutip(t.teks))


def rasio_tanpa_masukan(bahan: Bahan) -> Iterable[Bukti]:
    """A ratio that has a numerator or a denominator only, among the links that enter a formula."""
    for i in bahan.data.indikator:
        peran = {k.peran for k in bahan.komponen.get(i.kode, ()) if aritmetik(k)}
        kurang: Sequence[PeranKomponen] = [
            p for p in (PeranKomponen.PEMBILANG, PeranKomponen.PENYEBUT) if p not in peran
        ]
        if i.rumus is Rumus.RASIO and len(kurang) == 1:
            yield Bukti((i.kode,), {"kurang": kurang[0].value}, kutip(i.formulasi))


def arah_bertentangan(bahan: Bahan) -> Iterable[Bukti]:
    """Work that pushes an indicator the wrong way although more of that work counts as better."""
    for k in bahan.data.komponen:
        atas, bawah = bahan.indikator.get(k.indikator), bahan.indikator.get(k.komponen)
        if atas is None or bawah is None or k.peran is not PeranKomponen.SUKU or k.sifat in TANPA_ARAH:
            continue
        if k.arah and (k.arah == "+") != (atas.polaritas is bawah.polaritas):
            yield Bukti(
                (atas.kode, bawah.kode),
                {"atas": atas.kode, "bawah": bawah.kode},
                kutip(atas.nama, bawah.nama),
                kunci=f"{atas.kode}-{bawah.kode}",
            )


T, S, R = Keparahan.TINGGI, Keparahan.SEDANG, Keparahan.RENDAH
ATURAN = (
    Aturan(
        "iku_tidak_lengkap",
        JENIS,
        T,
        "Indikator utama tidak lengkap",
        "Indikator utama ini tidak mempunyai {kurang}.",
        "Capaian tidak dapat dihitung atau tidak dapat diperiksa dari dokumennya.",
        iku_tidak_lengkap,
    ),
    Aturan(
        "tanpa_target",
        JENIS,
        T,
        "Indikator tanpa target",
        "{n} dari {semua} indikator tidak mempunyai target: {kode}.",
        "Capaiannya tidak dapat dihitung; bukan nol.",
        _bersama(lambda b, i: _tanpa_target(b, i) and i not in b.utama, "target"),
    ),
    Aturan(
        "tanpa_pemilik",
        JENIS,
        T,
        "Indikator tanpa pemilik",
        "{n} dari {semua} indikator tidak mempunyai pemilik: {kode}.",
        "Tidak ada yang dapat dimintai laporan.",
        _bersama(lambda b, i: not i.pemilik, "pemilik"),
    ),
    Aturan(
        "tanpa_sumber",
        JENIS,
        R,
        "Indikator tanpa sumber data",
        "{n} dari {semua} indikator tidak mempunyai sumber data: {kode}.",
        "Angkanya tidak dapat ditelusuri.",
        _bersama(lambda b, i: _berdiri(i) and _kosong(i.sumber_data) and i not in b.utama, "sumber"),
    ),
    Aturan(
        "tanpa_satuan",
        JENIS,
        S,
        "Indikator tanpa satuan",
        "{n} dari {semua} indikator tidak mempunyai satuan: {kode}.",
        "Angka tampil tanpa arti, dan ribuan tidak dapat dibaca pasti.",
        _bersama(lambda b, i: _kosong(i.satuan) and i not in b.utama and i.kode in b.target_bernilai, "satuan"),
    ),
    Aturan(
        "tanpa_formulasi",
        JENIS,
        S,
        "Indikator tanpa formulasi",
        "{n} dari {semua} indikator tidak mempunyai formulasi: {kode}.",
        "Realisasinya tidak dapat diperiksa.",
        _bersama(lambda b, i: _tanpa_formulasi(b, i) and i not in b.utama, "formulasi"),
    ),
    Aturan(
        "tanpa_penghitungan",
        JENIS,
        T,
        "Cara menjumlah antarperiode tidak tercetak",
        "{n} dari {semua} indikator tidak menyebut cara menjumlah angka antarperiode: {kode}.",
        "Angka triwulan ke tahun (jumlah, posisi terakhir, atau rata-rata) harus diasumsikan.",
        _bersama(_tanpa_penghitungan, "penghitungan"),
    ),
    Aturan(
        "tidak_ditargetkan",
        JENIS,
        T,
        "Indikator yang tidak ditargetkan tahun ini",
        '{n} dari {semua} indikator {jabatan} bertarget "-".',
        "Indikator ini harus keluar dari penyebut, bukan dihitung nol.",
        tidak_ditargetkan,
    ),
    Aturan(
        "bukan_ukuran",
        JENIS,
        S,
        "Indikator berupa kegiatan, bukan ukuran",
        "{n} indikator {jabatan} menyebut kegiatan atau keluaran tanpa ukuran.",
        "Tidak jelas apa yang dihitung sebagai realisasi.",
        bukan_ukuran,
    ),
    Aturan(
        "target_rentang",
        JENIS,
        T,
        "Target berupa rentang",
        "Target tercetak sebagai rentang {bawah} sampai {atas}.",
        "Persentase capaian tidak tentu; dasbor memakai batas bawah bila realisasi di bawah rentang.",
        target_rentang,
    ),
    Aturan(
        "rasio_tanpa_masukan",
        JENIS,
        S,
        "Rasio dengan masukan kurang",
        "Rasio ini tidak mempunyai {kurang}.",
        "Nilainya hanya dapat dilaporkan, tidak dapat dihitung.",
        rasio_tanpa_masukan,
    ),
    Aturan(
        "arah_bertentangan",
        JENIS,
        S,
        "Arah indikator bertentangan dengan pemasoknya",
        "Makin banyak {bawah} dinilai baik, tetapi mendorong {atas} ke arah yang buruk.",
        "Unit yang bekerja lebih banyak menurunkan nilai atasannya.",
        arah_bertentangan,
    ),
)
