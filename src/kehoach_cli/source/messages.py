"""PyYAML's and libyaml's English sentences in Vietnamese.

A sentence that holds a found character is looked up by the part before it. The tests read the
sources of PyYAML and fail when a sentence is missing here.
"""

from __future__ import annotations

UNKNOWN_PROBLEM = "cú pháp YAML không hợp lệ"

_WRONG_CHARACTER = "có ký tự không được phép ở vị trí này"
_NEEDS_COMMENT_OR_BREAK = "sau dấu | hoặc > chỉ được có ghi chú # hoặc xuống dòng"
_BAD_DIRECTIVE = "dòng chỉ thị bắt đầu bằng dấu % không đúng dạng"
_BAD_VERSION = "số phiên bản YAML sau %YAML không đúng dạng"
_BAD_TAG = "nhãn kiểu bắt đầu bằng dấu ! không đúng dạng"
_BAD_NAME = "giá trị bắt đầu bằng dấu & hoặc * phải đặt trong dấu nháy"
_BAD_ESCAPE = (
    "sau dấu \\ trong dấu nháy kép có ký tự không hợp lệ, hãy viết \\\\ hoặc dùng dấu nháy đơn"
)
_BAD_ENCODING = "tệp có byte không thuộc bảng mã UTF-8"
_NO_CONTENT = "thiếu giá trị ở vị trí này"
_NO_COLON = "thiếu dấu hai chấm «:» sau khóa, hoặc dòng thụt lề sai"
_NO_END_OF_BLOCK = "dòng này không nối tiếp được phần phía trên: thụt lề sai hoặc thừa ký tự"
_NO_DASH = "danh sách phải tiếp tục bằng dấu gạch «-» cùng mức thụt lề"
_NO_BRACKET = "danh sách trong ngoặc vuông thiếu dấu phẩy hoặc chưa đóng ngoặc ]"
_NO_BRACE = "nhóm khóa trong ngoặc nhọn thiếu dấu phẩy hoặc chưa đóng ngoặc }"
_NOT_A_VALUE = "dấu hai chấm ở đây không được phép; giá trị có dấu hai chấm phải đặt trong dấu nháy"
_NOT_AN_ITEM = "dấu gạch «-» mở danh sách không được đứng ở vị trí này"
_NOT_A_KEY = "khóa không được đứng ở vị trí này"
_NO_DOCUMENT = "phía sau phần nội dung đã kết thúc còn có nội dung khác"
_BAD_BLOCK_INDENT = "số mức thụt lề sau dấu | hoặc > phải từ 1 đến 9"
_UNCLOSED = "dấu nháy mở ở đây không được đóng"
_INDENT_TAB = "dùng dấu tab để thụt lề; YAML chỉ nhận dấu cách"

_TAGS = {"while scanning a tag", "while parsing a tag"}
_BANG = "giá trị bắt đầu bằng dấu ! phải đặt trong dấu nháy"

PROBLEMS = {
    # said by the scanner of PyYAML or libyaml, or by both
    "found character": "có ký tự không thể đứng đầu một giá trị, hãy đặt giá trị trong dấu nháy",
    "could not find expected ':'": _NO_COLON,
    "sequence entries are not allowed here": _NOT_AN_ITEM,
    "block sequence entries are not allowed in this context": _NOT_AN_ITEM,
    "mapping keys are not allowed": _NOT_A_KEY,
    "mapping values are not allowed": _NOT_A_VALUE,
    "expected alphabetic or numeric character, but found": _BAD_NAME,
    "did not find expected alphabetic or numeric character": _BAD_NAME,
    "expected a digit or '.', but found": _BAD_VERSION,
    "expected a digit or ' ', but found": _BAD_VERSION,
    "expected a digit, but found": _BAD_VERSION,
    "did not find expected digit or '.' character": _BAD_VERSION,
    "did not find expected version number": _BAD_VERSION,
    "found extremely long version number": _BAD_VERSION,
    "expected ' ', but found": _WRONG_CHARACTER,
    "did not find expected whitespace": _WRONG_CHARACTER,
    "did not find expected whitespace or line break": _WRONG_CHARACTER,
    "expected a comment or a line break, but found": _NEEDS_COMMENT_OR_BREAK,
    "did not find expected comment or line break": _NEEDS_COMMENT_OR_BREAK,
    "expected chomping or indentation indicators, but found": _NEEDS_COMMENT_OR_BREAK,
    "expected indentation indicator in the range 1-9, but found 0": _BAD_BLOCK_INDENT,
    "found an indentation indicator equal to 0": _BAD_BLOCK_INDENT,
    "found a tab character that violates indentation": _INDENT_TAB,
    "found a tab character where an indentation space is expected": _INDENT_TAB,
    "expected '>', but found": _BAD_TAG,
    "did not find the expected '>'": _BAD_TAG,
    "expected '!', but found": _BAD_TAG,
    "did not find expected '!'": _BAD_TAG,
    "expected URI, but found": _BAD_TAG,
    "did not find expected tag URI": _BAD_TAG,
    "expected URI escape sequence of": _BAD_TAG,
    "did not find URI escaped octet": _BAD_TAG,
    "found an incorrect leading UTF-8 octet": _BAD_TAG,
    "found an incorrect trailing UTF-8 octet": _BAD_TAG,
    "expected escape sequence of": _BAD_ESCAPE,
    "did not find expected hexdecimal number": _BAD_ESCAPE,
    "found invalid Unicode character escape code": _BAD_ESCAPE,
    "found unknown escape character": _BAD_ESCAPE,
    "found unexpected end of stream": _UNCLOSED,
    "found unexpected document": "trong dấu nháy có dòng «---» hoặc «...»; dấu nháy chưa được đóng",
    "found unexpected ':'": _NOT_A_VALUE,
    "could not find expected directive name": _BAD_DIRECTIVE,
    "found unexpected non-alphabetical character": _BAD_DIRECTIVE,
    "found unknown directive name": _BAD_DIRECTIVE,
    # said by the parser
    "expected '<document start>', but found": _NO_DOCUMENT,
    "did not find expected <document start>": _NO_DOCUMENT,
    "did not find expected <stream-start>": UNKNOWN_PROBLEM,
    "found duplicate YAML directive": "dòng %YAML được ghi hai lần",
    "found duplicate %YAML directive": "dòng %YAML được ghi hai lần",
    "found incompatible YAML document": "phiên bản YAML ghi ở đầu tệp không được hỗ trợ",
    "duplicate tag handle": "dòng %TAG được ghi hai lần",
    "found duplicate %TAG directive": "dòng %TAG được ghi hai lần",
    "found undefined tag handle": _BAD_TAG,
    "expected the node content, but found": _NO_CONTENT,
    "did not find expected node content": _NO_CONTENT,
    "expected <block end>, but found": _NO_END_OF_BLOCK,
    "did not find expected key": _NO_END_OF_BLOCK,
    "did not find expected '-' indicator": _NO_DASH,
    "expected ',' or ']', but got": _NO_BRACKET,
    "did not find expected ',' or ']'": _NO_BRACKET,
    "expected ',' or '}', but got": _NO_BRACE,
    "did not find expected ',' or '}'": _NO_BRACE,
    # said by the reader; characters and bytes of this kind are met before the parser is
    "special characters are not allowed": "có ký tự điều khiển không được phép",
    "control characters are not allowed": "có ký tự điều khiển không được phép",
    "unacceptable character": "có ký tự điều khiển không được phép",
    "invalid Unicode character": "có ký tự điều khiển không được phép",
    "invalid leading UTF-8 octet": _BAD_ENCODING,
    "invalid trailing UTF-8 octet": _BAD_ENCODING,
    "invalid length of a UTF-8 sequence": _BAD_ENCODING,
    "incomplete UTF-8 octet sequence": _BAD_ENCODING,
    "incomplete UTF-16 character": _BAD_ENCODING,
    "incomplete UTF-16 surrogate pair": _BAD_ENCODING,
    "unexpected low surrogate area": _BAD_ENCODING,
    "'%s' codec can't decode byte": _BAD_ENCODING,
    "input is too long": "tệp quá lớn",
    "input error": "không đọc được tệp",
    # said by the composer, which is not used here
    "found undefined alias": "dấu * gọi một neo chưa có",
    "found duplicate anchor; first occurrence": "neo được đặt hai lần",
    "second occurrence": "neo được đặt hai lần",
    "expected a single document in the stream": "một tệp chỉ được có một phần nội dung",
    "but found another document": "một tệp chỉ được có một phần nội dung",
}
"""The part of an English sentence before what it found → the Vietnamese sentence."""

CONTEXTS = {
    "while scanning a simple key": "khi đang đọc một khóa",
    "while scanning a directive": "khi đang đọc dòng chỉ thị %",
    "while scanning a %YAML directive": "khi đang đọc dòng chỉ thị %",
    "while scanning a %TAG directive": "khi đang đọc dòng chỉ thị %",
    "while parsing a %TAG directive": "khi đang đọc dòng chỉ thị %",
    "while scanning a tag directive": "khi đang đọc dòng chỉ thị %",
    "while parsing a tag directive": "khi đang đọc dòng chỉ thị %",
    "while scanning an anchor": "",
    "while scanning an alias": "",
    "while scanning a tag": "khi đang đọc một nhãn kiểu !",
    "while parsing a tag": "khi đang đọc một nhãn kiểu !",
    "while scanning a block scalar": "khi đang đọc khối văn bản sau dấu | hoặc >",
    "while scanning a double-quoted scalar": "khi đang đọc chuỗi trong dấu nháy kép",
    "while scanning a quoted scalar": "khi đang đọc chuỗi trong dấu nháy",
    "while parsing a quoted scalar": "khi đang đọc chuỗi trong dấu nháy",
    "while scanning a plain scalar": "khi đang đọc một giá trị không có dấu nháy",
    "while parsing a block collection": "khi đang đọc một danh sách",
    "while parsing a block mapping": "khi đang đọc một nhóm khóa",
    "while parsing a flow sequence": "khi đang đọc danh sách trong ngoặc vuông",
    "while parsing a flow mapping": "khi đang đọc nhóm khóa trong ngoặc nhọn",
    "while scanning for the next token": "",
    "while parsing a node": "",
    "while parsing a flow node": "",
    "while parsing a block node": "",
}
"""What the parser was doing; empty where the problem says it all."""


def translate(problem: str | None, context: str | None = None) -> str:
    """The Vietnamese part of a sentence; a general one for an English sentence not in the tables.

    What is longest of the table and begins the English sentence wins.
    """
    if context in _TAGS:
        return _BANG
    said = problem or ""
    match = max((known for known in PROBLEMS if said.startswith(known)), key=len, default="")
    sentence = PROBLEMS.get(match, UNKNOWN_PROBLEM)
    doing = CONTEXTS.get(context or "")
    return f"{sentence}, {doing}" if doing else sentence
