"""Old encodings; the bytes are written here as the Latin-1 letters that old fonts covered up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vn.encoding import looks_like_tcvn3_or_vni

SENTENCE = "Ủy ban nhân dân tỉnh Đắk Lắk: nhiệm vụ chuyển đổi số"
TCVN3 = "ñy ban nh©n d©n tØnh §¾k L¾k: nhiÖm vô chuyÓn ®æi sè".encode("latin-1")
VNI = "UÛy ban nhaân daân tænh Ñaék Laék: nhieäm vuï chuyeån ñoåi soá".encode("latin-1")
VNI_CAPITALS = "UÛY BAN NHAÂN DAÂN TÆNH ÑAÉK LAÉK".encode("latin-1")
CP1258 = "Uy\u0309 ban nhân dân ti\u0309nh Đă\u0301k Lă\u0301k: nhiê\u0323m vu\u0323".encode(
    "cp1258"
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TCVN3, "TCVN3 (ABC)"),
        (VNI, "VNI"),
        (VNI_CAPITALS, "VNI"),
        (CP1258, "Windows-1258"),
        (SENTENCE.encode("utf-16"), "UTF-16"),
    ],
)
def test_an_old_encoding_is_named(data: bytes, name: str) -> None:
    assert looks_like_tcvn3_or_vni(data) == name


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"id: so-khcn",
        SENTENCE.encode(),
        SENTENCE.encode()[:2] + b"\xff" + SENTENCE.encode(),
        "Café né à la carte, l'été à Besançon, générale préférée".encode("latin-1"),
        "vụ".encode("cp1252", errors="ignore") + b"\xe9",
        "ặậệ ạạạ ửửử".encode(),
        bytes(range(256)) * 4,
    ],
)
def test_nothing_is_named_without_vietnamese_words(data: bytes) -> None:
    assert looks_like_tcvn3_or_vni(data) is None


def test_a_word_with_two_tones_is_no_syllable() -> None:
    two_tones = "vi\u0301\u0323 la\u0301\u0300 co\u0301\u0300 ta\u0301\u0323"
    assert looks_like_tcvn3_or_vni(two_tones.encode("cp1258")) is None


@given(st.binary())
def test_any_bytes_are_looked_at_quietly(data: bytes) -> None:
    assert looks_like_tcvn3_or_vni(data) in {None, "TCVN3 (ABC)", "VNI", "Windows-1258", "UTF-16"}
