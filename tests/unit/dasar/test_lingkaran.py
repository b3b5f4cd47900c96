"""One function finds every circle: of formulas, of boxes, of units."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.dasar.cycles import Cycle, urutan_hitung


def test_two_parents_may_share_a_child():
    assert urutan_hitung(["P", "Q"], {"P": ["Q", "A"], "Q": ["A"]}) == ["A", "Q", "P"]


def test_a_deep_chain_needs_no_deep_stack():
    rantai = {f"N{n}": [f"N{n + 1}"] for n in range(2000)}
    assert urutan_hitung(["N0"], rantai)[0] == "N2000"


@given(st.dictionaries(st.integers(0, 30), st.sets(st.integers(0, 30)), max_size=20), st.randoms())
def test_the_order_is_the_same_whatever_the_order_of_the_rows(acak: dict[int, set[int]], undian: Random):
    sandaran = {f"N{dari}": [f"N{ke}" for ke in isi if ke > dari] for dari, isi in acak.items()}
    urutan = urutan_hitung(sandaran, sandaran)
    assert all(urutan.index(ke) < urutan.index(dari) for dari, isi in sandaran.items() for ke in isi)
    teracak = [(dari, undian.sample(isi, len(isi))) for dari, isi in sandaran.items()]
    undian.shuffle(teracak)
    assert urutan_hitung([dari for dari, _ in teracak], dict(teracak)) == urutan


def test_a_circle_is_told_from_its_smallest_code_and_from_any_other():
    sandaran = {"IKU-10": ["IKU-9"], "IKU-9": ["IKU-2"], "IKU-2": ["IKU-10"], "LUAR": ["IKU-10"]}
    with pytest.raises(Cycle, match=r"^IKU-2 → IKU-10 → IKU-9 → IKU-2$") as error:
        urutan_hitung(sandaran, sandaran)
    assert str(error.value.mulai_dari("IKU-9")) == "IKU-9 → IKU-2 → IKU-10 → IKU-9"


def test_what_rests_on_itself_is_a_circle_of_one():
    with pytest.raises(Cycle, match=r"^P → P$"):
        urutan_hitung(["P"], {"P": ["P"]})
