"""The rules all templates share: layout is not content, values are escaped, nothing is silently empty."""

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from dashboard.components.umum import tata
from dashboard.templates import _ENVIRONMENT, Fragments, load_all


def render(source: str, **values: object) -> str:
    return _ENVIRONMENT.from_string(source).render(values)


def test_line_breaks_between_tags_are_layout_and_leave_no_space() -> None:
    assert render("<ul>\n  {% for x in isi %}\n  <li>{{ x }}</li>\n  {% endfor %}\n</ul>", isi="ab") == (
        "<ul><li>a</li><li>b</li></ul>"
    )


def test_a_space_between_tags_on_one_line_stays_and_so_does_a_break_inside_text() -> None:
    assert render("<b>a</b> <i>b</i>\n<p>satu\ndua</p>") == "<b>a</b> <i>b</i><p>satu\ndua</p>"


def test_values_are_escaped_in_text_and_in_attributes() -> None:
    assert render('<a title="{{ x }}">{{ x }}</a>', x='<"&>') == (
        '<a title="&lt;&#34;&amp;&gt;">&lt;&#34;&amp;&gt;</a>'
    )


def test_what_came_out_of_a_fragment_is_not_escaped_again() -> None:
    tanda = tata.lencana_html("a & b")
    assert isinstance(tanda, Markup)
    assert render("{{ tanda }}", tanda=tanda) == '<span class="dk-lencana">a &amp; b</span>'


def test_a_figure_stays_on_one_line_with_its_percent_sign_wherever_it_was_written() -> None:
    assert "kurang 2,5\u00a0% dari 80\u00a0%." in Fragments(tata.__file__)("paragraf", "kurang 2,5 % dari 80 %.", False)


def test_a_missing_value_is_an_error_and_not_an_empty_place() -> None:
    fragments = Fragments(tata.__file__)
    with pytest.raises(UndefinedError, match="keterangan"):
        fragments("subjudul", "Judul")
    with pytest.raises(AttributeError):
        fragments("tidak_ada")


def test_an_error_names_the_line_of_the_template_as_it_was_written() -> None:
    with pytest.raises(UndefinedError) as error:
        render("<p>\n</p>\n\n<p>\n{{ lupa }}</p>")
    assert [entry.lineno + 1 for entry in error.traceback if str(entry.path) == "<template>"] == [5]


def test_a_table_without_rows_says_so() -> None:
    isi = render(
        '{% from "umum/tata.html" import tabel %}{% call tabel("Judul", ["A", "B"], angka=[1]) %}\n{% endcall %}'
    )
    assert '<caption class="dk-tersembunyi">Judul</caption>' in isi
    assert '<th scope="col">A</th><th scope="col" class="dk-kanan">B</th>' in isi
    assert '<td colspan="2" class="dk-redup">Belum ada isinya.</td>' in isi


def test_all_templates_compile() -> None:
    load_all()
