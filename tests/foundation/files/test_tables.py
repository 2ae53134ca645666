"""A spreadsheet's rows are read as they stand; what is no table, too large or made to break a reader gets a sentence and nothing else."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from tirek.foundation.files.tables import LIMITS, Fault, read_table, refusals

pytestmark = pytest.mark.pure


def workbook(*rows, title="Лист", then=lambda sheet: None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    then(sheet)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def with_part(content, name, change):
    """The same archive with one part changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            new.writestr(part, change(data) if part == name else data)
    return made.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_cells_keep_their_type():
    found = read_table(workbook(["Ә", 5, 12.1, 0.1 + 0.2, date(2024, 1, 5), datetime(2024, 1, 5, 10, 30), True, None, 123456789012345]))
    assert found.rows == (("Ә", 5, Decimal("12.1"), Decimal("0.3"), date(2024, 1, 5), datetime(2024, 1, 5, 10, 30), True, None, 123456789012345),)
    assert (found.kind, found.sheets, found.sheet, found.notes) == ("xlsx", ("Лист",), 0, ())


def test_a_formula_is_read_by_its_saved_value_and_never_guessed_at():
    content = workbook(["a", "=1+1", "=1/0"])
    saved = with_part(content, SHEET, lambda xml: xml.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>").replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>"))
    found = read_table(saved)
    assert found.notes == ("formulas",)
    assert found.rows[0][:2] == ("a", 2)
    assert found.rows[0][2] == Fault("formula")


def test_the_error_of_a_formula_is_no_text():
    content = with_part(workbook(["a", 7]), SHEET, lambda xml: xml.replace(b'<c r="B1" t="n"><v>7</v></c>', b'<c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'))
    assert read_table(content).rows == (("a", Fault("error", "#DIV/0!")),)


def test_what_lies_under_a_merged_cell_says_so():
    found = read_table(workbook(["a", "b", "c"], ["x", "y", "z"], then=lambda sheet: sheet.merge_cells("A1:A2")))
    assert found.rows == (("a", "b", "c"), (Fault("merged"), "y", "z"))


def test_the_first_visible_sheet_with_content_is_read_and_another_can_be_asked_for():
    def more(sheet):
        sheet.parent.create_sheet("second").append(["two", 2])
        sheet.parent.create_sheet("third").append(["three", 3])
        sheet.parent["second"].sheet_state = "hidden"

    content = workbook(then=more)
    assert read_table(content).rows == (("three", 3),)
    assert read_table(content, sheet=1).rows == (("two", 2),)
    assert read_table(content).sheets == ("Лист", "second", "third")
    with pytest.raises(refusals.SheetUnknown):
        read_table(content, sheet=3)


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_a_table_as_text_is_read_whatever_its_sign_and_its_letters(sign, encoding):
    rows = [["Номер", "Название учреждения", "Адрес"], ["1", "Колония в городе", f"Улица{sign} дом два"], ["2", "Изолятор временного содержания", ""]]
    text = "\r\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows)
    found = read_table(text.encode(encoding))
    assert found.kind == "csv"
    assert found.rows == (tuple(rows[0]), tuple(rows[1]), ("2", "Изолятор временного содержания"))


def test_a_line_that_names_the_sign_is_no_row():
    assert read_table(b"sep=;\r\na;b\r\n1;2\r\n").rows == (("a", "b"), ("1", "2"))


def locked():
    return b"\xd0\xcf\x11\xe0" + b"\x00" * 100 + "EncryptedPackage".encode("utf-16-le")


def bomb():
    """Bytes that say they are a workbook and unpack to a gigabyte."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(["a", 1]))) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for part in old.namelist():
            if part != SHEET:
                new.writestr(part, old.read(part))
        with new.open(SHEET, "w", force_zip64=True) as sheet:
            for _ in range(1024):
                sheet.write(b" " * (1 << 20))
    return made.getvalue()


def wide(sheet):
    sheet.cell(row=1, column=10_000).value = "far"


def deep(sheet):
    sheet.cell(row=1_000_000, column=1).value = "far"


BAD = {
    "empty": (b" \r\n", refusals.EmptyTable),
    "an empty workbook": (workbook(), refusals.EmptyTable),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, refusals.NotATable),
    "a PDF named .xlsx": (b"%PDF-1.7\n", refusals.NotATable),
    "running text": ("Это письмо. В нём нет таблицы".encode(), refusals.NotATable),
    "a line": (b"only one column\r\nand one more\r\n", refusals.NotATable),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"\x00" * 100, refusals.OldTable),
    "a locked one": (locked(), refusals.TableLocked),
    "half a workbook": (workbook(["a", 1])[:900], refusals.BrokenTable),
    "a bomb": (bomb(), refusals.TableUnpacksTooLarge),
    "10,000 columns": (workbook(["a"], then=wide), refusals.TooManyColumns),
    "a million rows": (workbook(["a"], then=deep), refusals.TooManyRows),
    "entities": (
        with_part(workbook(["a", 1]), SHEET, lambda xml: b'<!DOCTYPE a [<!ENTITY b "c">]>' + xml[xml.index(b"<worksheet") :]),
        refusals.TableDeclaresEntities,
    ),
    "a quotation mark that is not closed": (b'a;b\r\n"1;2\r\n3;4\r\n', refusals.QuotationOpen),
    "letters of no encoding": (b"a;b\r\n" + bytes(range(0x80, 0x100)) * 3 + b";1\r\n", refusals.TableEncodingUnknown),
    "another archive": (with_part(workbook(["a", 1]), "none", bytes)[:0] or b"PK\x05\x06" + b"\x00" * 18, refusals.NotATable),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_table_gets_its_sentence(what):
    content, refusal = BAD[what]
    with pytest.raises(refusal) as told:
        read_table(content)
    assert "%(" not in str(told.value)


def test_a_long_cell_and_a_large_file_are_refused():
    with pytest.raises(refusals.CellTooLong):
        read_table(workbook(["a", "b" * 25_000]))
    with pytest.raises(refusals.CellTooLong):
        read_table(b"a;b\r\n1;" + b"x" * 25_000)
    with pytest.raises(refusals.TableTooLarge):
        read_table(b"a;b", limits=replace(LIMITS, size=2))


@pytest.mark.parametrize("limits", [replace(LIMITS, wait=0.0), replace(LIMITS, answer=10), replace(LIMITS, memory=1 << 20)])
def test_a_table_that_takes_too_much_is_ended(limits):
    with pytest.raises((refusals.TableTooMuchWork, refusals.BrokenTable, RuntimeError)):
        read_table(workbook(["a", 1]), limits=limits)
