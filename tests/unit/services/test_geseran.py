"""The steps of a slider: places for values, and the values of places."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.services.simulasi import MasukanGeser

LANGKAH = st.sampled_from([Decimal(n) for n in ("0.01", "0.05", "0.5", "1", "10")])
NILAI = st.decimals(0, 1000, places=3)


def masukan(bawah: Decimal, atas: Decimal, langkah: Decimal, resmi: Decimal | None) -> MasukanGeser:
    return MasukanGeser(KunciUbahan("X"), "nama", "orang", resmi, bawah, atas, langkah, "pemilik")


@given(NILAI, st.decimals("0.01", 500, places=3), LANGKAH, st.none() | NILAI)
def test_the_first_and_the_last_step_are_the_ends_of_the_range(
    bawah: Decimal, lebar: Decimal, langkah: Decimal, resmi: Decimal | None
) -> None:
    m = masukan(bawah, bawah + lebar, langkah, resmi)
    ujung = {m.nilai_pada(0), m.nilai_pada(m.jumlah_langkah)} - {resmi}
    assert ujung <= {bawah, bawah + lebar}
    semua = [m.nilai_pada(n) for n in (0, m.jumlah_langkah // 2, m.jumlah_langkah)]
    assert semua == sorted(semua)


@given(NILAI, st.decimals("0.01", 500, places=3), LANGKAH, NILAI)
def test_the_step_of_the_official_value_is_that_value_to_the_last_digit(
    bawah: Decimal, lebar: Decimal, langkah: Decimal, resmi: Decimal
) -> None:
    m = masukan(bawah, bawah + lebar, langkah, resmi)
    if bawah <= resmi <= bawah + lebar:
        assert m.nilai_pada(m.letak(resmi)) == resmi
    else:
        assert m.letak(resmi) in (0, m.jumlah_langkah)


@given(NILAI, st.decimals("0.01", 500, places=3), LANGKAH, st.integers(0, 50_000))
def test_a_value_of_a_step_lies_at_that_step(bawah: Decimal, lebar: Decimal, langkah: Decimal, letak: int) -> None:
    m = masukan(bawah, bawah + lebar, langkah, None)
    letak = min(letak, m.jumlah_langkah)
    kembali = m.letak(m.nilai_pada(letak))
    assert kembali == letak or (letak == m.jumlah_langkah and m.nilai_pada(kembali) >= m.atas - langkah)


def test_without_a_value_a_slider_lies_at_its_beginning() -> None:
    assert masukan(Decimal(3), Decimal(9), Decimal(1), None).letak(None) == 0
