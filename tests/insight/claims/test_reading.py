"""A document becomes a plain text in which paragraphs, rows, merged cells, pages and raised marks are what a reader saw."""

import codecs

import docx
import pytest

from tests.insight.claims.papers import WORD, locked, paper, paragraph, pdf, run, saved, turned, word
from tirek.insight.claims.reading import SENTENCES, read_document

pytestmark = pytest.mark.pure

RUSSIAN = "В 2023 году поступило 1 234 жалобы, из них 12 % — от женщин."
KAZAKH = "Қазақстанда 2023 жылы 1 234 өтініш түсті, оның 12 %-ы әйелдерден."


def lines(content, name):
    return read_document(content, name=name).text.split("\n")


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (RUSSIAN.encode(), None),
        (codecs.BOM_UTF8 + RUSSIAN.encode(), None),
        (codecs.BOM_UTF16_LE + RUSSIAN.encode("utf-16-le"), None),
        (codecs.BOM_UTF16_BE + RUSSIAN.encode("utf-16-be"), None),
        (RUSSIAN.encode("cp1251"), "encoding-cp1251"),
        (RUSSIAN.upper().encode("cp1251"), "encoding-cp1251"),
        (RUSSIAN.replace("—", "-").encode("koi8-r"), "encoding-koi8-r"),
        (RUSSIAN.replace("—", "-").encode("cp866"), "encoding-cp866"),
    ],
)
def test_a_text_is_read_in_its_encoding_and_a_found_one_is_said(content, note):
    found = read_document(content, name="a.txt")
    assert (found.text.casefold(), found.kind, found.pages) == (RUSSIAN.replace("—", found.text[-12]).casefold(), "txt", None)
    assert found.notes == ((note,) if note else ())
    assert set(found.notes) <= set(SENTENCES)


def test_a_kazakh_text_in_eight_bits_keeps_its_letters():
    found = read_document(KAZAKH.encode("kz1048"), name="a.txt")
    assert (found.text, found.notes) == (KAZAKH, ("encoding-kz1048",))


def test_lines_of_a_text_stay_lines_and_letters_are_composed():
    assert read_document("первыи\u0306\r\nвто\u00adрой\rтретий".encode(), name="a.txt").text == "первый\nвторой\nтретий"
    assert read_document(b"\n  12\n\n13\n", name="a.txt").text == "\n  12\n\n13\n"


def test_a_word_table_is_a_line_a_row_and_merged_cells_stand_once():
    found = read_document(saved(paper()), name="a.docx")
    assert found.text.split("\n") == [
        "Жалобы за 2023 год", "Поступило 1\u00a0234 жалобы.", "Год\tЧисло", "2023\tмужчины\t1 000", "\tженщины\t234", "После таблицы.",
    ]  # fmt: skip
    assert (found.kind, found.pages, found.page_starts, found.page_at(3)) == ("docx", None, (), None)


def test_a_merged_cell_in_the_middle_keeps_the_columns_apart():
    made = docx.Document()
    table = made.add_table(rows=1, cols=4)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "две"
    table.cell(0, 0).text, table.cell(0, 3).text = "одна", "четвёртая"
    assert lines(saved(made), "a.docx") == ["одна\tдве\t\tчетвёртая"]


def test_a_mark_of_a_note_does_not_grow_into_the_figure_before_it():
    raised = run("1", '<w:vertAlign w:val="superscript"/>')
    assert lines(word(f"<w:p>{run('Всего 462')}{raised}{run(' жалобы')}</w:p>"), "a.docx") == ["Всего 462¹ жалобы"]


def test_footnotes_follow_the_text_under_their_numbers():
    body = f'<w:p>{run("Всего 462")}<w:r><w:footnoteReference w:id="7"/></w:r>{run(" жалобы")}</w:p>'
    notes = (
        f'<w:footnotes {WORD}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r>{run(" Без 12 отозванных.")}</w:p></w:footnote></w:footnotes>'
    )
    assert lines(word(body, **{"word/footnotes.xml": notes}), "a.docx") == ["Всего 462¹ жалобы", "¹ Без 12 отозванных."]


def test_what_tracked_changes_delete_and_hidden_text_are_left_out_with_a_remark():
    deleted = "<w:del><w:r><w:delText>920</w:delText><w:t>921</w:t></w:r></w:del>"
    inserted = f"<w:ins>{run('462')}</w:ins>"
    found = read_document(word(f"<w:p>{deleted}{inserted}{run('77', '<w:vanish/>')}</w:p>"), name="a.docx")
    assert (found.text, found.notes) == ("462", ("hidden-text", "tracked-changes"))


def test_a_deleted_row_of_a_word_table_is_left_out():
    def row(text, head=""):
        return f"<w:tr><w:trPr>{head}</w:trPr><w:tc>{paragraph(text)}</w:tc></w:tr>"

    found = read_document(word(f"<w:tbl>{row('один')}{row('два', '<w:del/>')}{row('три')}</w:tbl>"), name="a.docx")
    assert found.text == "один\nтри"


def test_a_text_box_written_twice_for_old_programs_is_read_once():
    box = f"<w:txbxContent>{paragraph('в рамке 12')}</w:txbxContent>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    twice = f"<mc:AlternateContent {space}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert lines(word(f"<w:p>{run('вокруг')}<w:r>{twice}</w:r></w:p>"), "a.docx") == ["в рамке 12", "вокруг"]


PAGE = """<!doctype html><html><head><meta charset="windows-1251"><title>имя</title><style>p {color: red}</style></head><body>
<h1>Жалобы</h1><p>Посту&shy;пило&nbsp;1&nbsp;234
 жалобы<sup>2</sup>.<br>Вторая строка<script>var x = 5;</script><div style="display: none">скрыто</div>
<table><tr><th rowspan=2>Год<th colspan=2>Число<tr><td>м<td>ж<tr><td>2023<td>1 000<td><p>23</p><p>4</p></table>после</body></html>"""


def test_a_web_page_is_what_its_reader_sees():
    found = read_document(PAGE.encode("cp1251"), name="a.html")
    assert found.text.split("\n") == [
        "Жалобы", "Поступило\u00a01\u00a0234 жалобы².", "Вторая строка", "Год\tЧисло", "\tм\tж", "2023\t1 000\t23 4", "после",
    ]  # fmt: skip
    assert (found.kind, found.notes) == ("html", ("hidden-text",))


def test_a_table_around_tables_is_a_layout_and_not_a_row():
    inner = "<table><tr><td>2023<td>12</table>"
    assert lines(f"<table><tr><td><p>слева</p>{inner}<td>справа</table>".encode(), "a.html") == ["слева", "2023\t12", "справа"]


def test_the_kind_is_seen_from_the_bytes_and_a_false_name_is_remarked():
    found = read_document(saved(paper()), name="a.pdf")
    assert (found.kind, found.notes) == ("docx", ("kind-differs-from-name",))
    assert read_document(b"<p>12 complaints</p>", name="note").kind == "html"
    assert read_document(b"a < b and b > c, 12 complaints", name="note.txt").kind == "txt"


SET = '#set page(width: 150mm, height: 100mm)\n#set text(lang: "ru", size: 11pt, hyphenate: true)\n#set par(justify: true)\n'
LONG = (
    "Зарегистрированные обращения рассматривались непосредственно территориальными подразделениями уполномоченного органа без промедления. "
)


def test_a_paragraph_of_a_pdf_is_one_line_with_its_divided_words_whole(tmp_path):
    found = read_document(pdf(tmp_path, SET + "= Глава\n\n" + 3 * LONG + "\n\nКороткий абзац.\n\n" + 2 * LONG), name="a.pdf")
    assert found.text.split("\n") == ["Глава", (3 * LONG).strip(), "Короткий абзац.", (2 * LONG).strip()]
    assert (found.kind, found.pages, found.page_starts) == ("pdf", 1, (0,))


def test_rows_of_a_pdf_table_are_lines_even_where_a_cell_is_long(tmp_path):
    long = "Обращения, рассмотренные уполномоченным органом без промедления"
    cells = f"[Год],[Показатель],[Число], [2019],[Жалоб],[1 000], [2020],[{long}],[462], [{long}],[итого],[1 462]"
    table = f"#set par(justify: false)\n#table(columns: (2fr, 2fr, 1fr), {cells})"
    found = read_document(pdf(tmp_path, SET + "До таблицы.\n\n" + table + "\n\nПосле таблицы."), name="a.pdf")
    assert found.text.split("\n") == [
        "До таблицы.", "Год\tПоказатель\tЧисло", "2019\tЖалоб\t1 000", f"2020\t{long}\t462", f"{long}\tитого\t1 462", "После таблицы.",
    ]  # fmt: skip


def test_cells_set_in_the_middle_of_their_row_belong_to_it(tmp_path):
    long = "Обращения, рассмотренные уполномоченным органом без промедления и без отказа"
    cells = f"[{long}],[920],[462], [Доля],[92,4 %],[{long}], [{long} полностью],[1],[2]"
    table = f"#set par(justify: false)\n#set text(hyphenate: false)\n#table(columns: (1fr, 1fr, 1fr), align: horizon, {cells})"
    found = read_document(pdf(tmp_path, SET + "До.\n\n" + table + "\n\nПосле."), name="a.pdf")
    assert found.text.split("\n") == ["До.", f"{long}\t920\t462", f"Доля\t92,4 %\t{long}", f"{long} полностью\t1\t2", "После."]


def test_a_hyphen_of_the_word_stays_and_one_of_the_setting_goes(tmp_path):
    own = SET + "Учреждения уголовно-\\\nисполнительной системы; уголовно-исполнительный кодекс."
    assert lines(pdf(tmp_path, own), "a.pdf") == ["Учреждения уголовно-исполнительной системы; уголовно-исполнительный кодекс."]
    setting = SET + "Рассмотрено обра-\\\nщений больше, чем было обращений годом раньше."
    assert lines(pdf(tmp_path, setting), "a.pdf") == ["Рассмотрено обращений больше, чем было обращений годом раньше."]
    years = SET + "Рассмотрено за 2019-\\\n2024 годы."
    assert lines(pdf(tmp_path, years), "a.pdf") == ["Рассмотрено за 2019-2024 годы."]


def test_a_raised_mark_in_a_pdf_does_not_grow_into_the_figure(tmp_path):
    found = read_document(pdf(tmp_path, SET + "Всего 462#footnote[Без 12 отозванных.] жалобы, площадь 12 м#super[2]."), name="a.pdf")
    assert "462¹ жалобы" in found.text and "12 м²" in found.text and "¹Без 12" in found.text.replace("¹ ", "¹")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_table_across_the_paper_is_read_as_it_is_looked_at(tmp_path, turn):
    table = "#table(columns: (2fr, 2fr, 1fr), [Год],[Показатель],[Число], [2019],[Жалобы всех взрослых и несовершеннолетних],[1 000])"
    upright = pdf(tmp_path, SET + "Всего 12 жалоб#super[1].\n\n" + table)
    found = read_document(turned(upright, turn), name="a.pdf")
    assert found.text.startswith("Всего 12 жалоб¹.\nГод\tПоказатель\tЧисло\n2019\tЖалобы")
    assert found == read_document(upright, name="a.pdf")


def test_pages_of_a_pdf_begin_at_their_offsets(tmp_path):
    source = SET + "\n#pagebreak()\n".join(f"Страница номер {number}: {number * 11} жалоб." for number in range(1, 6))
    found = read_document(pdf(tmp_path, source), name="a.pdf")
    assert [found.page_at(found.text.index(f"номер {number}")) for number in range(1, 6)] == [1, 2, 3, 4, 5]
    assert [found.text[start:].split("\n")[0][:16] for start in found.page_starts] == [f"Страница номер {number}" for number in range(1, 6)]


def test_a_paragraph_that_runs_over_the_page_is_one_line(tmp_path):
    endless = LONG.replace(".", ",").lower() * 30
    found = read_document(pdf(tmp_path, SET + endless), name="a.pdf")
    assert found.pages > 1 and found.text == endless.strip()
    assert found.text[found.page_starts[1] :].strip() and found.page_at(found.page_starts[1]) == 2


def numbered(pages, numbering='"1"'):
    header = f'#set page(paper: "a4", header: [Годовой отчёт 2023], numbering: {numbering})\n'
    return SET + header + "\n#pagebreak()\n".join(f"Итог {number}.\n\n{number * 7}" for number in range(1, pages + 1))


def test_page_numbers_go_only_where_the_pages_prove_them(tmp_path):
    found = read_document(pdf(tmp_path, numbered(5)), name="a.pdf")
    assert found.text.split("\n") == [
        "Годовой отчёт 2023",
        *(line for number in range(1, 6) for line in (f"Итог {number}.", str(number * 7))),
    ]
    assert found.notes == ("running-lines",)
    kept = read_document(pdf(tmp_path, numbered(2)), name="a.pdf")
    assert kept.text.split("\n").count("Годовой отчёт 2023") == 2 and {"1", "2"} <= set(kept.text.split("\n")) and kept.notes == ()


def test_a_number_that_only_looks_like_a_page_stays(tmp_path):
    source = SET + "\n#pagebreak()\n".join(f"Итог.\n\n{number}" for number in (5, 9, 2, 7))
    assert [line for line in lines(pdf(tmp_path, source), "a.pdf") if line.isdigit()] == ["5", "9", "2", "7"]


def test_a_year_list_of_a_pdf_stays_a_list(tmp_path):
    source = SET + " \\\n".join(f"{year} год – {value} жалоб" for year, value in ((2019, 120), (2020, 130), (2021, 140)))
    assert lines(pdf(tmp_path, source), "a.pdf") == ["2019 год – 120 жалоб", "2020 год – 130 жалоб", "2021 год – 140 жалоб"]


def test_a_pdf_that_only_forbids_printing_is_read(tmp_path):
    assert lines(locked(pdf(tmp_path, SET + "Открыт: 12."), owner="owner"), "a.pdf") == ["Открыт: 12."]


def test_a_page_without_text_among_others_is_remarked(tmp_path):
    found = read_document(
        pdf(tmp_path, SET + "Первая: 1.\n#pagebreak()\n#rect(width: 90%, height: 50%)\n#pagebreak()\nТретья: 3."), name="a.pdf"
    )
    assert (found.pages, found.notes) == (3, ("pages-without-text",))
    assert found.page_at(found.text.index("Третья")) == 3


@pytest.mark.parametrize("text", ["MZ-12: 5 complaints", "The mark %PDF- begins a PDF. 12 such files.", "PK: 12", "RIFF 12", "<12 persons were held"])
def test_words_that_look_like_the_mark_of_a_file_are_words(text):
    found = read_document(text.encode(), name="a.txt")
    assert (found.text, found.kind) == (text, "txt")


def test_hidden_paragraphs_left_open_hide_no_more_than_themselves():
    assert lines(b"<p>1<p hidden>2<b>3</b><p>4<p style='display:none'>5</p>6", "a.html") == ["1", "4", "6"]
