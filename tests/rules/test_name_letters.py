"""The letters by which names are found however they are marked."""

from __future__ import annotations

from string import ascii_lowercase

from kehoach_cli.rules.names import _forms

MARKED = {
    "a": "àáâãăạảấầẩẫậắằẳẵặ",
    "d": "đ",
    "e": "èéêẹẻẽếềểễệ",
    "i": "ìíĩỉị",
    "o": "òóôõơọỏốồổỗộớờởỡợ",
    "u": "ùúũưụủứừửữự",
    "y": "ýỳỵỷỹ",
}


def test_are_all_letters_of_vietnamese_and_plain_ones() -> None:
    forms = _forms()
    assert list(forms) == list(ascii_lowercase)
    for base, found in forms.items():
        assert found[0] == base
        assert set(MARKED.get(base, "")) <= set(found)
        assert len(found) == len(set(found))
    assert [base for base, found in forms.items() if len(found) > 1] == list(MARKED)
